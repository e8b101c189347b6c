"""Measure what an article costs, and reckon from it what the archives of news would.

    python benchmarks/cost.py FOLDER [--pages ../shared/pages] [--write]

FOLDER holds texts of articles, ``--pages`` web pages as they were saved (``*.html.gz``). Of an article are
measured: characters, statements, CPU seconds to find them, bytes of its records in Parquet and in an index; of a
web page the CPU seconds until its text is there. ``docs/make.py`` makes the table of ``docs/scale.md`` from
``results/cost.json``, Spark's share from ``results/spark.json`` and the archives in ``ARCHIVES``.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.machine import measured_on

RESULTS = Path(__file__).resolve().parent / "results" / "cost.json"
PROGRAM = [sys.executable, "-m", "statements_cli"]
CORE_HOUR = 0.0425  # dollars: a vCPU of a c5 on demand in AWS's example; bought by the spot about half
GIGABYTE_MONTH = 0.023  # dollars for a gigabyte kept for a month in a store of objects
_HOUR = 3600  # seconds
_CORES = 100  # of the cluster whose days are reckoned


class Archive(NamedTuple):
    """Articles that somebody might want to read, and whether they come as web pages."""

    name: str
    articles: int
    are_pages: bool


# CC-NEWS: 1.35 billion articles of August 2016 to April 2026 (arXiv:2605.18337), 117 months.
# Quotebank: 196 million articles of 2008 to 2020 (Zenodo, doi:10.5281/zenodo.4277311).
ARCHIVES = (
    Archive("a newsroom's archive", 1_000_000, are_pages=False),
    Archive("CC-NEWS, a month", 1_350_000_000 // 117, are_pages=True),
    Archive("CC-NEWS, a year", 1_350_000_000 * 12 // 117, are_pages=True),
    Archive("Quotebank's articles", 196_000_000, are_pages=False),
)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What an article costs, and what archives would.")
    parser.add_argument("folder", type=Path, help="texts of articles")
    parser.add_argument("--pages", type=Path, help="a folder of saved web pages")
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    options = parser.parse_args()
    figures: dict[str, Any] = {"measured": measured_on()} | of_articles(options.folder)
    if options.pages:
        figures |= of_pages(options.pages)
    print(json.dumps(figures, indent=1))
    if options.write:
        RESULTS.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    return 0


def of_articles(folder: Path) -> dict[str, float]:
    """Return what an article of a folder costs, start-up taken off."""
    files = sorted(folder.glob("*.txt"))
    characters = sum(len(file.read_text("utf-8")) for file in files)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        start = _cpu(["extract", str(files[0]), "-j", "1"])
        spent = _cpu(["extract", *map(str, files), "-j", "1", "--min-confidence", "0"], place / "records.jsonl")
        statements = (place / "records.jsonl").read_bytes().count(b"\n")
        _cpu(["export", str(folder), "--min-confidence", "0", "-o", str(place / "records.parquet")])
        from_records = _cpu(["index", "--from", str(place / "records.jsonl"), "-o", str(place / "news.db")])
        return {
            "articles": len(files),
            "characters an article": round(characters / len(files)),
            "statements an article": round(statements / len(files), 1),
            "CPU seconds an article": round((spent - start) / len(files), 5),
            "bytes a statement in Parquet": round((place / "records.parquet").stat().st_size / statements),
            "bytes a statement in an index": round((place / "news.db").stat().st_size / statements),
            "CPU seconds a statement, records to index": round((from_records - start) / statements, 6),
        }


def of_pages(folder: Path) -> dict[str, float]:
    """Return the CPU seconds until the text of a saved web page is there."""
    from statements_cli.documents.pages.page import read_page

    pages = [gzip.decompress(file.read_bytes()) for file in sorted(folder.glob("*.html.gz"))]
    read_page("page", pages[0], lambda _: None)  # so that loading isn't counted
    began = process_time()
    for page in pages:
        read_page("page", page, lambda _: None)
    return {"pages": len(pages), "CPU seconds a page": round((process_time() - began) / len(pages), 4)}


def _cpu(arguments: Sequence[str], out: Path | None = None) -> float:
    before = os.times()
    with (out or Path(os.devnull)).open("wb") as written:
        subprocess.run([*PROGRAM, *arguments], stdout=written, stderr=subprocess.DEVNULL, check=False)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def reckoned(archive: Archive, measured: dict[str, Any], spark: float) -> list[str]:
    """Return the cells of an archive's row.

    Articles, core-hours, dollars for them, days on a hundred cores, gigabytes of records and of indexes, and
    dollars a month to keep both. ``spark`` is how many times the CPU time of one machine's program Spark takes.
    """
    seconds = spark * measured["CPU seconds an article"]
    if archive.are_pages:
        seconds += measured["CPU seconds a page"]
    statements = archive.articles * measured["statements an article"]
    seconds = archive.articles * seconds + statements * measured["CPU seconds a statement, records to index"]
    hours = seconds / _HOUR
    records, index = (statements * measured[f"bytes a statement in {kind}"] / 1e9 for kind in ("Parquet", "an index"))
    return [
        archive.name,
        f"{archive.articles / 1e6:,.1f} million",
        f"{hours:,.0f}",
        f"${hours * CORE_HOUR:,.0f}",
        f"{hours / _CORES / 24:,.1f}",
        f"{records:,.0f} GB",
        f"{index:,.0f} GB",
        f"${(records + index) * GIGABYTE_MONTH:,.0f}",
    ]


if __name__ == "__main__":
    sys.exit(main())
