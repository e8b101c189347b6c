"""Measure extraction on Spark beside ``extract`` on the same cores.

    python benchmarks/spark.py [--documents 20000] [--write] [PART ...]

PARTs: ``cost`` (the records, and CPU time beside ``extract -j 2``), ``workers`` (two beside one, in a cluster on this
machine), ``memory`` (a worker's with all documents beside a tenth of them), ``kill`` (an executor killed at half time).
Start-up is that of a job over one document, taken off. CPU time and memory are read from /proc while a job runs.
``results/spark.json``.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks import startup, streaming
from benchmarks.machine import measured_on
from benchmarks.speed import EXTRACT

RESULTS = Path(__file__).resolve().parent / "results" / "spark.json"
JOB = [sys.executable, "-m", "statements_cli.spark", "--by-document"]
EXECUTOR_MEMORY = 1024  # MiB of a worker of the cluster on this machine
TICK = os.sysconf("SC_CLK_TCK")
EVERY = 0.1  # seconds between two looks at the processes


class Spent(NamedTuple):
    """What a job took: seconds of the clock and of the CPU, and the peak MiB of a Python worker."""

    clock: float
    cpu: float
    memory: float


def main() -> int:
    """Measure and print."""
    parts = {"cost": of_cost, "workers": of_workers, "memory": of_memory, "kill": of_kill}
    parser = argparse.ArgumentParser(description="Extraction on Spark beside one machine.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"what to measure: {', '.join(parts)}; all")
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--write", action="store_true", help=f"write into {RESULTS.name}")
    options = parser.parse_args()
    figures: dict[str, Any] = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        streaming.write_corpora(folder, startup.PACKAGE / "samples", options.documents)
        for part in options.parts or parts:
            figures[part] = {"documents": options.documents, "measured": measured_on()} | parts[part](folder)
            print(json.dumps({part: figures[part]}, indent=1), flush=True)
    if options.write:
        RESULTS.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    return 0


def of_cost(folder: Path) -> dict[str, Any]:
    """The records and the CPU time of Spark on two cores, beside ``extract -j 2``."""
    written = folder / "alone.jsonl"
    alone = [*EXTRACT, "-j", "2", "--min-confidence", "0"]
    start, whole = spent([*alone, str(folder / "short")]), spent([*alone, str(folder / "mixed")], written)
    first, spark = submit("local[2]", folder / "short", folder), submit("local[2]", folder / "mixed", folder)
    found, wanted = records_in(folder / "records"), sorted(map(canonical, written.open("rb")))
    return {
        "records": len(wanted),
        "identical": found == wanted,
        "CPU seconds of extract": round(whole.cpu - start.cpu, 1),
        "CPU seconds of Spark": round(spark.cpu - first.cpu, 1),
        "CPU seconds to start Spark": round(first.cpu, 1),
        "CPU beside extract": round((spark.cpu - first.cpu) / (whole.cpu - start.cpu), 2),
    }


def of_workers(folder: Path) -> dict[str, Any]:
    """Documents a second with two workers of one core each, beside one worker."""
    seconds = {}
    for workers in (1, 2):
        master = cluster(workers)
        first, whole = submit(master, folder / "short", folder), submit(master, folder / "mixed", folder)
        seconds[workers] = whole.clock - first.clock
    load = round(os.getloadavg()[0], 1)
    return {
        "seconds with one": round(seconds[1], 1),
        "seconds with two": round(seconds[2], 1),
        "two beside one": round(seconds[1] / seconds[2], 2),
        "other load": load,
    }


def of_memory(folder: Path) -> dict[str, Any]:
    """The peak of a Python worker with all documents, beside that with a tenth."""
    tenth, whole = (submit("local[2]", folder / name, folder).memory for name in ("tenth", "mixed"))
    return {
        "MiB with a tenth": round(tenth, 1),
        "MiB with all": round(whole, 1),
        "all beside a tenth": round(whole / tenth, 2),
    }


def of_kill(folder: Path) -> dict[str, Any]:
    """Whether the records are the same where one of two workers is killed at half time."""
    whole = submit(cluster(2), folder / "mixed", folder)
    wanted = records_in(folder / "records")
    killed: list[int] = []

    def kill(session: int, seconds: float) -> None:
        if not killed and seconds > whole.clock / 2:
            executors = [one for one in processes(session) if b"CoarseGrainedExecutorBackend" in command_of(one)]
            if executors:
                killed.append(executors[0])
                os.kill(executors[0], signal.SIGKILL)

    submit(cluster(2), folder / "mixed", folder, kill)
    return {
        "records": len(wanted),
        "workers killed": len(killed),
        "identical": records_in(folder / "records") == wanted,
    }


def cluster(workers: int) -> str:
    """Return the address of a cluster of workers with one core each on this machine."""
    return f"local-cluster[{workers},1,{EXECUTOR_MEMORY}]"


def submit(master: str, source: Path, folder: Path, watch: Callable[[int, float], None] | None = None) -> Spent:
    """Run a job that writes the records of a folder of documents into ``records``."""
    output = ["-o", str(folder / "records"), "--errors", str(folder / "errors"), "--overwrite"]
    return spent([*JOB, "--master", master, str(source), *output], watch=watch)


def spent(
    command: Sequence[str], output: Path | None = None, watch: Callable[[int, float], None] | None = None
) -> Spent:
    """Run a command in a session of its own; return what all its processes took. Raises where it fails."""
    cpu: dict[int, float] = {}
    memory = 0.0
    began = time.monotonic()
    environment = os.environ | {"SPARK_LOCAL_IP": "127.0.0.1"}
    with open(output or os.devnull, "wb") as out, tempfile.TemporaryFile() as errors:  # noqa: PTH123  (a device, too)
        running = subprocess.Popen(command, stdout=out, stderr=errors, start_new_session=True, env=environment)
        while running.poll() is None:
            for process in processes(running.pid):
                cpu[process] = max(cpu.get(process, 0.0), cpu_of(process))
                if b"pyspark" in command_of(process) and b"java" not in command_of(process):
                    memory = max(memory, memory_of(process))
            if watch is not None:
                watch(running.pid, time.monotonic() - began)
            time.sleep(EVERY)
        errors.seek(0)
        said = errors.read().decode(errors="replace")
    if running.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {running.returncode}: {said[-2000:]}")
    return Spent(time.monotonic() - began, sum(cpu.values()), memory)


def processes(session: int) -> list[int]:
    """Return the processes of a session and those that they started, which may have sessions of their own."""
    parents, sessions = {}, {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            fields = stat_of(int(entry.name))
            if fields:
                parents[int(entry.name)], sessions[int(entry.name)] = int(fields[1]), int(fields[3])
    found = {process for process, of in sessions.items() if of == session}
    while more := {process for process, parent in parents.items() if parent in found} - found:
        found |= more
    return sorted(found)


def stat_of(process: int) -> list[bytes]:
    """Return the fields of a process behind its name; none where it has ended."""
    try:
        return Path(f"/proc/{process}/stat").read_bytes().rpartition(b")")[2].split()
    except OSError:
        return []


def cpu_of(process: int) -> float:
    """Return the CPU seconds of a process, without those of others that it waited for."""
    fields = stat_of(process)
    return (int(fields[11]) + int(fields[12])) / TICK if fields else 0.0


def memory_of(process: int) -> float:
    """Return the MiB of a process that are in memory."""
    fields = stat_of(process)
    return int(fields[21]) * os.sysconf("SC_PAGE_SIZE") / (1 << 20) if fields else 0.0


def command_of(process: int) -> bytes:
    """Return the command line of a process."""
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""


def records_in(folder: Path) -> list[str]:
    """Return the records of a folder of Parquet, as text in order."""
    from pyarrow import parquet

    rows = (row for file in folder.rglob("*.parquet") for row in parquet.ParquetFile(file).read().to_pylist())
    return sorted(json.dumps(row, sort_keys=True) for row in rows)


def canonical(line: bytes) -> str:
    """Return a record of JSON Lines as ``records_in`` has it."""
    return json.dumps(json.loads(line), sort_keys=True)


if __name__ == "__main__":
    sys.exit(main())
