"""Measure extraction on Spark beside ``extract`` on the same cores.

    python benchmarks/spark.py [--documents NUMBER] [--characters NUMBER] [--write] [PART ...]

PARTs: ``cost`` (the records, and CPU time beside ``extract -j 2``), ``workers`` (two beside one, in a cluster on this
machine), ``memory`` (a worker's with all documents beside a tenth of them), ``kill`` (a worker killed in the middle).
Documents are ``short_articles.py``'s, of about so many characters. Start-up is that of a job over one document, taken
off. CPU time and memory are read from /proc while a job runs. ``results/spark.json``.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import tempfile
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks import startup
from benchmarks.machine import measured_on
from benchmarks.processes import Spent, Watch, spent
from benchmarks.short_articles import write_short_articles
from benchmarks.speed import EXTRACT

RESULTS = Path(__file__).resolve().parent / "results" / "spark.json"
JOB = [sys.executable, "-m", "statements_cli.spark", "--by-document"]
EXECUTOR_MEMORY = 1024  # MiB of a worker of the cluster on this machine
SIZES = {"cost": (20_000, 600), "workers": (2_000, 600), "memory": (100_000, 40), "kill": (2_000, 600)}
"""How many documents each part reads, and of at least how many characters."""


def main() -> int:
    """Measure and print."""
    parts = {"cost": of_cost, "workers": of_workers, "memory": of_memory, "kill": of_kill}
    parser = argparse.ArgumentParser(description="Extraction on Spark beside one machine.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"what to measure: {', '.join(parts)}; all")
    parser.add_argument("--documents", type=int, help="20,000 for cost, 100,000 for memory, else 2,000")
    parser.add_argument("--characters", type=int, help="of a document at least: 40 for memory, else 600")
    parser.add_argument("--write", action="store_true", help=f"write into {RESULTS.name}")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        corpora: dict[tuple[int, int], Documents] = {}
        for part in options.parts or parts:
            size = options.documents or SIZES[part][0], options.characters or SIZES[part][1]
            if size not in corpora:
                corpora[size] = Documents(Path(name, "-".join(map(str, size))), *size)
            corpus = corpora[size]
            about = {"documents": size[0], "bytes a document": corpus.size, "measured": measured_on()}
            found = about | parts[part](corpus) | {"load": round(os.getloadavg()[1], 1)}
            print(json.dumps({part: found}, indent=1), flush=True)
            if options.write:
                figures: dict[str, Any] = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
                RESULTS.write_text(json.dumps(figures | {part: found}, indent=1) + "\n", "utf-8")
    return 0


class Documents:
    """Documents in a folder, a tenth of them, and one, and where records of them go."""

    def __init__(self, folder: Path, count: int, characters: int) -> None:
        self.folder = folder
        self.all, self.tenth, self.one = folder / "all", folder / "tenth", folder / "one"
        self._sizes = count, characters
        samples = startup.PACKAGE / "samples"
        folder.mkdir()
        write_short_articles(self.all, samples, count, characters)
        write_short_articles(self.tenth, samples, count // 10, characters)
        self.one.mkdir()
        (self.one / "short.txt").write_text('"We are ready," the minister said on Monday.\n', "utf-8")

    @cached_property
    def size(self) -> int:
        """How many bytes a document has, as it lies there: packed, or with what a page has about it."""
        return sum(path.stat().st_size for path in self.all.rglob("*") if path.is_file()) // self._sizes[0]

    def submit(self, master: str, source: Path, watch: Watch | None = None, *, quickly: bool = True) -> Spent:
        """Run a job that writes the records of documents into the folder ``records``.

        ``quickly`` lets Java compile little, so that it starts in half the CPU time.
        """
        output = ["-o", str(self.folder / "records"), "--errors", str(self.folder / "errors"), "--overwrite"]
        variables = {"JAVA_TOOL_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"} if quickly else {}
        return spent([*JOB, "--master", master, str(source), *output], watch=watch, variables=variables)

    @cached_property
    def by_two(self) -> tuple[Spent, Spent, list[str]]:
        """What two workers take for one document and for all, and the records of these."""
        first, whole = (self.submit(cluster(2), source) for source in (self.one, self.all))
        return first, whole, self.records()

    def records(self) -> list[str]:
        """Return the records that the last job wrote, as text in order."""
        from pyarrow import parquet

        files = (self.folder / "records").rglob("*.parquet")
        rows = (row for file in files for row in parquet.ParquetFile(file).read().to_pylist())
        return sorted(json.dumps(row, sort_keys=True) for row in rows)


def of_cost(corpus: Documents) -> dict[str, Any]:
    """The records and the CPU time of Spark on two cores, beside ``extract -j 2``."""
    written = corpus.folder / "alone.jsonl"
    alone = [*EXTRACT, "-j", "2", "--min-confidence", "0"]
    start, whole = spent([*alone, str(corpus.one)]), spent([*alone, str(corpus.all)], written)
    first, spark = (corpus.submit("local[2]", source, quickly=False) for source in (corpus.one, corpus.all))
    with written.open("rb") as lines:
        wanted = sorted(json.dumps(json.loads(line), sort_keys=True) for line in lines)
    return {
        "records": len(wanted),
        "identical": corpus.records() == wanted,
        "CPU seconds of extract": round(whole.cpu - start.cpu, 1),
        "CPU seconds of Spark": round(spark.cpu - first.cpu, 1),
        "CPU seconds to start Spark": round(first.cpu, 1),
        "CPU beside extract": round((spark.cpu - first.cpu) / (whole.cpu - start.cpu), 2),
    }


def of_workers(corpus: Documents) -> dict[str, Any]:
    """Documents a second with two workers of one core each, beside one worker.

    By the clock, which needs a machine with nothing else to do, and by the CPU seconds of the worker that has most to
    do, which are what the clock says where there is nothing to wait for.
    """
    clock, busiest = {}, {}
    for workers in (1, 2):
        if workers == 1:
            first, whole = (corpus.submit(cluster(1), source) for source in (corpus.one, corpus.all))
        else:
            first, whole, _ = corpus.by_two
        clock[workers] = whole.clock - first.clock
        busiest[workers] = max(whole.workers) - max(first.workers)
    return {
        "seconds with one": round(clock[1], 1),
        "seconds with two": round(clock[2], 1),
        "two beside one": round(clock[1] / clock[2], 2),
        "CPU seconds of the one": round(busiest[1], 1),
        "CPU seconds of the busier of two": round(busiest[2], 1),
        "two beside one, by CPU seconds": round(busiest[1] / busiest[2], 2),
    }


def of_memory(corpus: Documents) -> dict[str, Any]:
    """The peak of a Python worker with all documents, beside that with a tenth."""
    tenth, whole = (corpus.submit("local[2]", source).memory for source in (corpus.tenth, corpus.all))
    return {
        "MiB with a tenth": round(tenth, 1),
        "MiB with all": round(whole, 1),
        "all beside a tenth": round(whole / tenth, 2),
    }


def of_kill(corpus: Documents) -> dict[str, Any]:
    """Whether the records are the same where one of two workers is killed in the middle.

    That is when half of the CPU time beyond start-up is spent, which other work on the machine doesn't move.
    """
    first, whole, wanted = corpus.by_two
    killed: list[int] = []

    def kill(seconds: float, workers: Sequence[int]) -> None:
        if not killed and seconds > (first.cpu + whole.cpu) / 2 and workers:
            killed.append(workers[0])
            os.kill(workers[0], signal.SIGKILL)

    after = corpus.submit(cluster(2), corpus.all, kill)
    return {
        "records": len(wanted),
        "workers killed": len(killed),
        "workers in all": len(after.workers),
        "CPU seconds beside none killed": round((after.cpu - first.cpu) / (whole.cpu - first.cpu), 2),
        "identical": corpus.records() == wanted,
    }


def cluster(workers: int) -> str:
    """Return the address of a cluster of workers with one core each on this machine."""
    return f"local-cluster[{workers},1,{EXECUTOR_MEMORY}]"


if __name__ == "__main__":
    sys.exit(main())
