"""Measure what a corpus of mixed formats costs beside plain files.

    python benchmarks/streaming.py [--texts FOLDER] [--documents 2000] [--runs 3] [--write]

The same documents are written as plain files and, an eighth each, as plain files, Markdown, gzip, JSON Lines,
a JSON list, CSV, zip and tar.gz; ``extract`` goes through both, in turn. Speed is a ratio of CPU times, start-up
taken off; memory is the peak of the whole corpus beside that of its tenth. ``results/streaming.json``.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import json
import statistics
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks import startup
from benchmarks.commands import cost
from benchmarks.machine import measured_on
from benchmarks.speed import EXTRACT

RESULTS = Path(__file__).resolve().parent / "results" / "streaming.json"
CORPORA = ("plain", "mixed", "tenth", "short")
LEAST_SPEED = 0.9
MOST_MEMORY = 1.15


def main() -> int:
    """Measure and print; 1 where the mixed corpus is slower or takes memory that grows."""
    parser = argparse.ArgumentParser(description="A corpus of mixed formats beside plain files.")
    parser.add_argument("--texts", type=Path, default=startup.PACKAGE / "samples", help="a folder of .txt files")
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        with ProcessPoolExecutor(1) as pool:  # a process begins with the memory of the one that started it
            size = pool.submit(write_corpora, Path(name), options.texts, options.documents).result()
        figures: dict[str, Any] = {"measured": measured_on()}
        figures |= {"documents": options.documents, "megabytes": round(size / 1e6, 2)}
        figures |= measure(Path(name), options.runs)
    print(json.dumps(figures, indent=1))
    if options.write:
        RESULTS.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    return int(figures["speed beside plain files"] < LEAST_SPEED or figures["memory beside a tenth"] > MOST_MEMORY)


def write_corpora(folder: Path, source: Path, count: int) -> int:
    """Write the documents as plain files, in all formats, a tenth of them so, and a short one; their size in bytes."""
    texts = [path.read_text("utf-8", errors="replace") for path in sorted(source.glob("*.txt"))]
    # five digits: what looks like a year is read by more modules, which the tenth would do without
    documents = [f"{texts[number % len(texts)].rstrip()}\n\nCopy {10_000 + number}.\n" for number in range(count)]
    plain, mixed, tenth, short = (folder / name for name in CORPORA)
    for path in (plain, mixed, tenth, short):
        path.mkdir()
    (short / "short.txt").write_text('"We are ready," the minister said on Monday.\n', "utf-8")
    write_files(plain / "text", documents, str.encode, ".txt")
    write_mixed(mixed, documents)
    write_mixed(tenth, documents[: count // 10])
    return sum(len(text.encode()) for text in documents)


def measure(folder: Path, runs: int) -> dict[str, Any]:
    """Speed of the mixed corpus beside plain files, and its memory beside that of a tenth of it."""
    plain, mixed, tenth, short = (folder / name for name in CORPORA)
    ratios, peaks, tenths, seconds = [], [], [], []
    for _ in range(runs):
        start = cost([*EXTRACT, str(short)]).seconds
        of_plain, of_mixed = cost([*EXTRACT, str(plain)]), cost([*EXTRACT, str(mixed)])
        ratios.append((of_plain.seconds - start) / (of_mixed.seconds - start))
        seconds.append(of_mixed.seconds)
        peaks.append(of_mixed.memory)
        tenths.append(cost([*EXTRACT, str(tenth)]).memory)
    return {
        "seconds": round(statistics.median(seconds), 1),
        "speed beside plain files": round(statistics.median(ratios), 3),
        "peak MiB": round(max(peaks), 1),
        "peak MiB of a tenth": round(max(tenths), 1),
        "memory beside a tenth": round(max(peaks) / max(tenths), 3),
    }


def write_mixed(folder: Path, documents: Sequence[str]) -> None:
    """Write the documents in eight formats, an eighth of them each."""
    writers: list[Callable[[Path, Sequence[str]], None]] = [
        lambda path, part: write_files(path, part, str.encode, ".txt"),
        lambda path, part: write_files(path, part, str.encode, ".md"),
        lambda path, part: write_files(path, part, lambda text: gzip.compress(text.encode()), ".txt.gz"),
        write_lines,
        write_list,
        write_table,
        write_zip,
        write_tar,
    ]
    for number, write in enumerate(writers):
        write(folder / f"part{number}", documents[number :: len(writers)])


def write_files(path: Path, part: Sequence[str], pack: Callable[[str], bytes], ending: str) -> None:
    """A folder with a file for each document."""
    path.mkdir()
    for number, text in enumerate(part):
        (path / f"{number}{ending}").write_bytes(pack(text))


def records(part: Sequence[str]) -> list[dict[str, str]]:
    """The documents as an interface gives them."""
    return [
        {"id": str(number), "text": text, "url": f"https://example.org/{number}"} for number, text in enumerate(part)
    ]


def write_lines(path: Path, part: Sequence[str]) -> None:
    """JSON Lines."""
    path.with_suffix(".jsonl").write_text("".join(json.dumps(record) + "\n" for record in records(part)), "utf-8")


def write_list(path: Path, part: Sequence[str]) -> None:
    """One JSON list, wrapped."""
    path.with_suffix(".json").write_text(json.dumps({"status": "ok", "articles": records(part)}), "utf-8")


def write_table(path: Path, part: Sequence[str]) -> None:
    """A table as CSV."""
    with path.with_suffix(".csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["id", "text", "url"])
        writer.writeheader()
        writer.writerows(records(part))


def write_zip(path: Path, part: Sequence[str]) -> None:
    """A zip archive."""
    with zipfile.ZipFile(path.with_suffix(".zip"), "w", zipfile.ZIP_DEFLATED) as archive:
        for number, text in enumerate(part):
            archive.writestr(f"news/{number}.txt", text)


def write_tar(path: Path, part: Sequence[str]) -> None:
    """A compressed tar archive."""
    with tarfile.open(path.with_suffix(".tar.gz"), "w:gz") as archive:
        for number, text in enumerate(part):
            data = text.encode()
            info = tarfile.TarInfo(f"news/{number}.txt")
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))


if __name__ == "__main__":
    sys.exit(main())
