"""Measure what commands cost from a cold start, as CPU time against ``python -c pass``.

    python benchmarks/startup.py [--runs 9]

Machines are shared and noisy, so each figure is a ratio to bare Python run in turn with it, the median
of all runs. Bytecode is compiled before, as it is at installation; nothing else is kept,
but where the cache is named, which the run before filled.
"""

from __future__ import annotations

import argparse
import compileall
import os
import pty
import resource
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import statements_cli

PACKAGE = Path(statements_cli.__file__).parent
PYTHON = [sys.executable]
STATEMENTS = [sys.executable, "-m", "statements_cli"]
CORPUS = ["-c", str(PACKAGE / "samples")]
COMMANDS: tuple[tuple[str, list[str], bool, float | None], ...] = (
    ("python -c pass", [*PYTHON, "-c", "pass"], False, None),
    ("--version", [*STATEMENTS, "--version"], False, 2.5),
    ("import typer", [*PYTHON, "-c", "import typer"], False, None),
    ("list -h", [*STATEMENTS, "list", "-h"], False, None),
    ("list --json", [*STATEMENTS, "list", *CORPUS, "--json", "--no-cache"], False, 25),
    ("search dialogue, on a terminal", [*STATEMENTS, "search", "dialogue", *CORPUS, "--no-cache"], True, 30),
    ("list --json, into an empty cache", [*STATEMENTS, "list", *CORPUS, "--json"], False, None),
    ("list --json, from the cache", [*STATEMENTS, "list", *CORPUS, "--json"], False, 13),
    ("search dialogue, on a terminal, from the cache", [*STATEMENTS, "search", "dialogue", *CORPUS], True, 17),
)


def main() -> int:
    """Run every command in turn, so often as asked, and print the medians as ratios."""
    parser = argparse.ArgumentParser(description="What commands cost from a cold start.")
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    install()
    medians = median_seconds(runs)
    bare = medians["python -c pass"]
    print(f"bare Python: {bare * 1000:.1f} ms of CPU time, median of {runs}")
    for name, _, _, most in COMMANDS[1:]:
        limit = f"  (at most {most:g})" if most else ""
        print(f"{medians[name] / bare:6.1f}  {name}{limit}")
    return 0


def install() -> None:
    """Compile what installing the package compiles."""
    compileall.compile_dir(PACKAGE, quiet=2)


def median_seconds(runs: int) -> dict[str, float]:
    """The CPU seconds of every command, run in turn; the first run of each is not counted."""
    seconds: dict[str, list[float]] = {name: [] for name, *_ in COMMANDS}
    with TemporaryDirectory() as folder:
        for name, command, _, _ in COMMANDS * (runs + 1):
            cache = f"{folder}/{len(seconds[name])}" if "empty cache" in name else f"{folder}/kept"
            seconds[name].append(cpu_seconds(command, cache, terminal=_on_terminal(name)))
    return {name: statistics.median(times[1:]) for name, times in seconds.items()}


def _on_terminal(name: str) -> bool:
    return next(terminal for known, _, terminal, _ in COMMANDS if known == name)


def cpu_seconds(command: Sequence[str], cache: str, *, terminal: bool) -> float:
    """Return the user and system time of a command, its output thrown away; on a terminal if asked."""
    variables = _variables(cache)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    if terminal:
        _run_on_terminal(command, variables)
    else:
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, env=variables)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def _run_on_terminal(command: Sequence[str], variables: dict[str, str]) -> None:
    ours, theirs = pty.openpty()
    running = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=variables)
    os.close(theirs)
    try:
        while os.read(ours, 65536):
            pass
    except OSError:  # Linux reports the other end's closing so
        pass
    os.close(ours)
    running.wait()


def _variables(cache: str) -> dict[str, str]:
    unwanted = ("PYTHONDONTWRITEBYTECODE", "NO_COLOR", "STATEMENTS_CORPUS", "COLUMNS")
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    return kept | {"TERM": "xterm-256color", "STATEMENTS_CACHE_DIR": cache}


if __name__ == "__main__":
    sys.exit(main())
