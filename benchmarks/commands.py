"""Run commands and measure them, and finish with the figures: what several benchmarks do alike."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

PROGRAM = [sys.executable, "-m", "statements_cli"]


class Cost(NamedTuple):
    """What one run took: CPU seconds, the most memory in MiB, and seconds by the clock."""

    seconds: float
    memory: float
    clock: float


def cost(command: Sequence[str]) -> Cost:
    """Run a command, its output thrown away; what it started and waited for counts, too. Raises when it fails."""
    quiet = subprocess.DEVNULL
    began = time.monotonic()
    running = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet)
    _, status, usage = os.wait4(running.pid, 0)
    clock = time.monotonic() - began
    running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {running.returncode}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, clock)


def write_articles(folder: Path, texts: Iterable[str]) -> None:
    """Make a folder with each text in a file of its own."""
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, "utf-8")


def conclude(figures: Mapping[str, Any], results: Path, *, write: bool) -> None:
    """Print the figures, and write them to the results where that is asked for."""
    shown = json.dumps(figures, indent=1)
    print(shown)
    if write:
        results.write_text(f"{shown}\n", "utf-8")
