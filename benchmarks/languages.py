"""Measure how fast, and how rightly, six languages are recognised beside English.

    python benchmarks/languages.py [--shared ../shared] [--runs 3] [--write]

Annotated articles are scored by language, where there are any. The rest goes by the wordings of the tests.

Speed is characters a CPU second over those of English, read in turn: of annotated articles where there are any, and
of wordings, a line each, over those of the samples. Growth is what ten times the wordings cost. A wording is told
right where its language is, without the extra ``languages`` and with it.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import sys
import tempfile
import time
from hashlib import sha256
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.accuracy import read_counts, run
from benchmarks.machine import measured_on
from statements_cli.model import Document
from statements_cli.pipeline import parse
from statements_cli.text import languages

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results" / "languages.json"
WORDINGS = HERE.parent / "tests" / "languages" / "test_quotations.py"
ENGLISH = 20
"""English articles that others are compared with."""
LENGTH = 40_000
"""Characters of the shorter of the texts compared."""


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Speed of other languages, and how well they are told.")
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    options = parser.parse_args()
    tables = wordings()
    samples = sorted((HERE.parent / "seeds").glob("*.txt"))
    texts = {"en": "\n\n".join(path.read_text("utf-8") for path in samples)}
    texts |= {code: "\n\n".join(text for text, _ in rows) for code, rows in tables.items()}
    figures: dict[str, Any] = {"measured": measured_on()}
    figures["speed over English"] = article_speeds(options.shared, options.runs)
    figures["speed of wordings"], figures["ten times the text"] = speeds(texts, options.runs)
    figures["annotated"] = annotated(options.shared)
    figures["told by rule"], figures["told with the extra"] = told(tables)
    print(json.dumps(figures, indent=1))
    if options.write:
        RESULTS.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    return 0


def annotated(shared: Path) -> dict[str, dict[str, Any]]:
    """What is found, and rightly attributed, of annotated articles by language, with how many there are."""
    found: dict[str, dict[str, Any]] = {}
    by_language: dict[str, list[Path]] = {}
    for text in sorted((shared / "gold" / "languages").glob("*.txt")):
        by_language.setdefault(str(languages.language_of(text.read_text("utf-8"))), []).append(text)
    scorer = shared / "eval" / "news.py"
    for code, texts in by_language.items():
        with tempfile.TemporaryDirectory() as folder:
            for text in texts:
                for path in (text, text.with_suffix(".gold.json")):
                    shutil.copy(path, folder)
            found[code] = {"articles": len(texts), **read_counts(run(scorer, Path(folder)))}
    german = shared / "german" / "dev"
    if german.exists():
        printed = run(shared / "eval" / "evaluate.py", german)
        found["de"] = {"articles": len(list((german / "text").glob("*.txt"))), **_of_spans(printed)}
    return found


def _of_spans(printed: str) -> dict[str, Any]:
    """The figures of a corpus of spans: statements annotated, precision, and recall by kind."""
    rows = {line[:26].strip(): line[26:].split() for line in printed.splitlines()}
    return {
        "statements": int(rows["gold"][0]),
        "precision": float(rows["statement"][1]),
        "attributed F1": {"share": float(rows["attributed"][5])},
        **{
            f"found {kind}": {"share": float(rows["right recall by kind"][2 * place + 1])}
            for place, kind in enumerate(("direct", "mixed", "indirect"))
        },
    }


def wordings() -> dict[str, list[tuple[str, str]]]:
    """The tables of the tests, by language."""
    spec = spec_from_file_location("wordings", WORDINGS)
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    tables: dict[str, list[tuple[str, str]]] = module.TABLES
    return tables


def article_speeds(shared: Path, runs: int) -> dict[str, float]:
    """Characters a CPU second of annotated articles over those of English ones, by language."""
    texts = {"en": [path.read_text("utf-8") for path in sorted((shared / "gold" / "news").glob("*.txt"))[:ENGLISH]]}
    for path in sorted((shared / "gold" / "languages").glob("*.txt")):
        text = path.read_text("utf-8")
        texts.setdefault(str(languages.language_of(text)), []).append(text)
    texts["de"] = [path.read_text("utf-8") for path in sorted((shared / "german" / "dev" / "text").glob("*.txt"))]
    rates: dict[str, list[float]] = {code: [] for code in texts}
    for number in range(runs + 1):  # the first warms up
        for code, articles in texts.items():
            seconds = sum(cost(article, len(article)) for article in articles)
            if number and articles:
                rates[code].append(sum(map(len, articles)) / seconds)
    median = {code: statistics.median(measured) for code, measured in rates.items() if measured}
    return {code: round(rate / median["en"], 2) for code, rate in median.items() if code != "en"}


def speeds(texts: dict[str, str], runs: int) -> tuple[dict[str, float], dict[str, float]]:
    """Characters a CPU second over those of English, and the cost of ten times the text, by language."""
    short: dict[str, list[float]] = {code: [] for code in texts}
    long: dict[str, list[float]] = {code: [] for code in texts}
    for number in range(runs + 1):  # the first warms up
        for code, text in texts.items():
            times = cost(text, LENGTH), cost(text, 10 * LENGTH)
            if number:
                short[code].append(times[0])
                long[code].append(times[1])
    median = {code: statistics.median(times) for code, times in short.items()}
    grown = {code: statistics.median(times) / median[code] for code, times in long.items()}
    return (
        {code: round(median["en"] / seconds, 2) for code, seconds in median.items() if code != "en"},
        {code: round(times, 1) for code, times in grown.items() if code != "en"},
    )


def cost(text: str, length: int) -> float:
    """CPU seconds to read a text repeated to a length."""
    whole = text if len(text) == length else (text + "\n\n") * (length // len(text) + 1)
    whole = whole[:length]
    began = time.process_time()
    parse(Document("-", whole, sha256(whole.encode()).hexdigest()))
    return time.process_time() - began


def told(tables: dict[str, list[tuple[str, str]]]) -> tuple[dict[str, str], dict[str, str]]:
    """How many of the wordings are told as their language, by the rule alone and with the extra's help."""
    found = []
    library = languages._library
    for answer in (lambda: None, library):
        languages._library = answer  # type: ignore[assignment]
        right = {code: sum(languages.language_of(text) == code for text, _ in rows) for code, rows in tables.items()}
        found.append({code: f"{right[code]} of {len(rows)}" for code, rows in tables.items()})
    languages._library = library
    return found[0], found[1]


if __name__ == "__main__":
    sys.exit(main())
