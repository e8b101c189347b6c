"""Watch what a command and all that it starts take of the CPU and of memory, as /proc says."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_TICK = os.sysconf("SC_CLK_TCK")
_MEGABYTE = 1 << 20
_EVERY = 0.2  # seconds between two looks at the processes
_WORKER = b"CoarseGrainedExecutorBackend"  # of Spark, in its command
_PYTHON = b"pyspark.daemon"  # in the command of Spark's workers of Python


class Process(NamedTuple):
    """A process: its parent and session, its CPU seconds without those of its children, its MiB in memory."""

    parent: int
    session: int
    cpu: float
    memory: float
    command: bytes


class Spent(NamedTuple):
    """What a command took: seconds of the clock and of the CPU, and the peak MiB of a Python worker of Spark.

    ``workers`` are the CPU seconds of Spark's workers, each with its Python.
    """

    clock: float
    cpu: float
    memory: float
    workers: tuple[float, ...]


Watch = Callable[[float, Sequence[int]], None]
"""Is given the CPU seconds spent so far, and the numbers of Spark's workers that run."""


def spent(
    command: Sequence[str],
    output: Path | None = None,
    watch: Watch | None = None,
    variables: Mapping[str, str] | None = None,
) -> Spent:
    """Run a command in a session of its own; return what all its processes took. Raises where it fails.

    ``variables`` of the environment are set besides those that are.
    """
    cpu: dict[int, float] = {}
    workers: dict[int, int] = {}
    memory = 0.0
    began = time.monotonic()
    environment = os.environ | {"SPARK_LOCAL_IP": "127.0.0.1"} | dict(variables or {})
    with open(output or os.devnull, "wb") as out, tempfile.TemporaryFile() as errors:  # noqa: PTH123  (a device, too)
        running = subprocess.Popen(command, stdout=out, stderr=errors, start_new_session=True, env=environment)
        while running.poll() is None:
            there = processes(running.pid)
            for number, process in there.items():
                cpu[number] = max(cpu.get(number, 0.0), process.cpu)
                if _PYTHON in process.command:
                    memory = max(memory, process.memory)
                if worker := number if _WORKER in process.command else workers.get(process.parent):
                    workers[number] = worker
            if watch is not None:
                watch(sum(cpu.values()), sorted(set(workers.values()) & there.keys()))
            time.sleep(_EVERY)
        errors.seek(0)
        said = errors.read().decode(errors="replace")
    if running.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {running.returncode}: {said[-2000:]}")
    shares: dict[int, float] = defaultdict(float)
    for number, worker in workers.items():
        shares[worker] += cpu[number]
    return Spent(time.monotonic() - began, sum(cpu.values()), memory, tuple(shares.values()))


def processes(session: int) -> dict[int, Process]:
    """Return the processes of a session and those that they started, which may have sessions of their own.

    They are in the order of their numbers, by and large that in which they were started.
    """
    numbers = sorted(int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit())
    running = {number: process for number in numbers if (process := _process(number))}
    found = {number for number, process in running.items() if process.session == session}
    while more := {number for number, process in running.items() if process.parent in found} - found:
        found |= more
    return {number: process for number, process in running.items() if number in found}


def _process(number: int) -> Process | None:
    """Return a process; None where it has ended."""
    try:
        fields = Path(f"/proc/{number}/stat").read_bytes().rpartition(b")")[2].split()
        command = Path(f"/proc/{number}/cmdline").read_bytes()
    except OSError:
        return None
    pages = int(fields[21]) * os.sysconf("SC_PAGE_SIZE")
    return Process(
        int(fields[1]), int(fields[3]), (int(fields[11]) + int(fields[12])) / _TICK, pages / _MEGABYTE, command
    )
