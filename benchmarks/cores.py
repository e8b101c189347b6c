"""Measure how much faster two processes make an index than one, by the clock.

    python benchmarks/cores.py [--documents 2000] [--characters 3000] [--rounds 2] [--write]

Documents are ``short_articles.py``'s, of about so many characters, each in a file. ``index -j 1`` and ``index -j 2``
run in turn, and the least of each counts. Two indexes are also made at once, by one process each: what those gain, who
have nothing to tell each other, is the most that this machine can give. It takes a machine with two cores and nothing
else to do: the load of the last five minutes stands beside the figures. ``results/cores.json``.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks import startup
from benchmarks.commands import PROGRAM, Cost, conclude, cost, write_articles
from benchmarks.machine import measured_on
from benchmarks.short_articles import short_articles

RESULTS = Path(__file__).resolve().parent / "results" / "cores.json"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="An index made by two processes beside one, by the clock.")
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--characters", type=int, default=3000)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        articles = Path(name, "articles")
        texts = short_articles(startup.PACKAGE / "samples", options.characters)
        write_articles(articles, islice(texts, options.documents))
        figures: dict[str, Any] = {"measured": measured_on(), "documents": options.documents}
        figures |= {"characters": options.characters} | timed(articles, options.rounds)
    conclude(figures, RESULTS, write=options.write)
    return 0


def timed(articles: Path, rounds: int) -> dict[str, Any]:
    """Seconds of the clock and of the CPU that one process and two take, and how much faster two are."""
    spent: dict[int, list[Cost]] = {1: [], 2: []}
    apart: list[float] = []
    for _ in range(rounds):
        for jobs, costs in spent.items():
            costs.append(made(articles, "made", jobs))
        began = time.monotonic()
        with ThreadPoolExecutor() as pool:
            list(pool.map(lambda name: made(articles, name, 1), ("left", "right")))
        apart.append(time.monotonic() - began)
    one, two = (min(each.clock for each in costs) for costs in spent.values())
    return {
        "seconds with one": round(one, 1),
        "seconds with two": round(two, 1),
        "two beside one": round(one / two, 2),
        "two that share nothing beside one": round(2 * one / min(apart), 2),
        "CPU seconds with one": round(min(spent[1]).seconds, 1),
        "CPU seconds with two": round(min(spent[2]).seconds, 1),
        "load": round(os.getloadavg()[1], 1),
    }


def made(articles: Path, name: str, jobs: int) -> Cost:
    """Make an index of articles by so many processes, and throw it away; what it took."""
    index = articles.parent / f"{name}.db"
    spent = cost([*PROGRAM, "index", "-q", str(articles), "-j", str(jobs), "-o", str(index)])
    index.unlink()
    return spent


if __name__ == "__main__":
    sys.exit(main())
