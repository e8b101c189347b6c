"""Measure what several indexes cost against one, and an index of records against one of articles.

    python benchmarks/shards.py [--statements 1000000] [--shards 4] [--said 100000] [--write]

Made-up statements (``synthetic.py``) become records, of which one index is made, and several of a part each. Shown are
CPU seconds of whole commands and their ratios, the cost of the first question, which joins the indexes, and the most
memory that takes. Articles are the texts of other made-up statements (``--said``), which extraction reads as it does
any text; with few of them, starting the command is much of what an index of records costs.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.commands import PROGRAM, conclude, cost, write_articles
from benchmarks.machine import measured_on
from benchmarks.synthetic import Corpus

TOP = Path(__file__).resolve().parent.parent
RESULTS = TOP / "benchmarks" / "results" / "shards.json"
QUESTIONS = {
    "search": ("search", "peace negotiations", "-q", "--json"),
    "filter": ("list", "--since", "2019-03", "--until", "2019-06", "-n", "100", "-q", "--json"),
    "count": ("count", "--by", "year", "-q", "--json"),
}
ROUNDS = 3  # the least of so many counts


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What several indexes cost against one.")
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--shards", type=int, default=4)
    parser.add_argument("--said", type=int, default=100_000)
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        os.environ["STATEMENTS_CACHE_DIR"] = str(Path(folder, "cache"))
        figures: dict[str, Any] = {"measured": measured_on(), "statements": options.statements}
        figures |= of_shards(Path(folder), options.statements, options.shards)
        figures |= of_records(Path(folder), options.said)
    conclude(figures, RESULTS, write=options.write)
    return 0


def of_shards(folder: Path, count: int, shards: int) -> dict[str, Any]:
    """Return the CPU seconds of questions to one index and to several of the same statements."""
    files = [(folder / f"{shard}.jsonl").open("w", encoding="utf-8") for shard in range(shards)]
    for number, parsed in enumerate(Corpus(TOP / "seeds").documents(count)):
        for statement in parsed.statements:
            files[number % shards].write(json.dumps(statement.to_dict()) + "\n")
    for file in files:
        file.close()
    paths = [str(folder / f"{shard}.jsonl") for shard in range(shards)]
    one, several = str(folder / "one.db"), [str(folder / f"shard{shard}.db") for shard in range(shards)]
    made = ran("index", "--from", *paths, "-o", one)[0]
    for path, shard in zip(paths, several, strict=True):
        ran("index", "--from", path, "-o", shard)
    first, memory = ran(*QUESTIONS["search"], *several)
    figures: dict[str, Any] = {"made of records": made, "first question": first, "memory of it in MB": memory}
    for name, question in QUESTIONS.items():
        alone = min(ran(*question, one)[0] for _ in range(ROUNDS))
        joined = min(ran(*question, *several)[0] for _ in range(ROUNDS))
        figures[name] = {"one": alone, "several": joined, "ratio": round(joined / alone, 2)}
    return figures


def of_records(folder: Path, count: int) -> dict[str, Any]:
    """Return the CPU seconds of an index of articles, of one of their records, and of a copy of these.

    The copy is as another program writes it: without the mark that all is settled.
    """
    from pyarrow import parquet

    articles = folder / "articles"
    made = Corpus(TOP / "seeds", seed=8).documents(count)
    write_articles(articles, (parsed.document.text for parsed in made))
    of_articles = ran("index", str(articles), "-o", str(folder / "articles.db"))[0]
    records = folder / "records.parquet"
    exported = ("--act", "any", "--min-confidence", "0", "-o", str(records))
    ran("export", str(folder / "articles.db"), *exported)
    copy = folder / "copy.parquet"
    parquet.write_table(parquet.read_table(records), copy)
    of_records, of_copy = (
        ran("index", "--from", str(source), "-o", str(source.with_suffix(".db")))[0] for source in (records, copy)
    )
    return {
        "statements said": count,
        "of articles": of_articles,
        "of records": of_records,
        "times as fast": round(of_articles / of_records, 1),
        "of a copy": of_copy,
        "a copy times as fast": round(of_articles / of_copy, 1),
    }


def ran(*arguments: str) -> tuple[float, float]:
    """Run a command; return its CPU seconds, and the most memory it took, in megabytes."""
    spent = cost([*PROGRAM, *arguments])
    return round(spent.seconds, 2), round(spent.memory)


if __name__ == "__main__":
    sys.exit(main())
