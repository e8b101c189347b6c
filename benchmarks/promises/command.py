"""Run the command as users do, in a process of its own, and say what it printed, took and left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

STATEMENTS = (sys.executable, "-m", "statements_cli")
ARTICLE = (
    "Leaders agree to talk, round {number}\n\nGENEVA, May 20, 2025 (Reuters) - “We will go on with the talks of round "
    "{number}, {word},” Foreign Minister Mao Ning said on Monday.\n\nPresident Putin told reporters that Russia was "
    "ready for round {number}. “There is no other way, {word},” he added.\n"
)
"""An article by its ``number``, with a ``word`` that tells its versions apart."""
ALL_STATEMENTS = (
    "--act",
    "any",
    "--min-confidence",
    "0",
    "--fields",
    "speaker,text",
    "--sort",
    "article",
    "--format",
    "jsonl",
    "-q",
)
"""Options of ``list`` for all statements there are, in the order of their articles, as lines that can be compared."""
_SOURCES = Path(__file__).resolve().parents[2] / "src"
_MOST = 3 << 30  # bytes of memory that a command may ask for: what wants more fails, and nothing else does
_PATIENCE = 120  # seconds of the clock after which a command counts as one that never ends


class Run(NamedTuple):
    """What one call did: exit status (negative: the signal), output, errors, CPU seconds, peak memory in MB."""

    status: int
    out: str
    err: str
    seconds: float
    memory: float

    @property
    def lines(self) -> list[str]:
        """What was said on stderr."""
        return self.err.splitlines()


def surroundings(cache: str = os.devnull) -> dict[str, str]:
    """Return the environment of a call: nothing of the user's but what finds the program."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("STATEMENTS")}
    return kept | {
        "PYTHONPATH": str(_SOURCES),
        "STATEMENTS_CACHE_DIR": cache,
        "XDG_CONFIG_HOME": os.devnull,
        "PYTHONUTF8": "1",
    }


def run(
    *arguments: str | Path,
    stdin: bytes | None = None,
    folder: Path | None = None,
    cache: str = os.devnull,
    before: Sequence[str] = (),
    patience: float = _PATIENCE,
) -> Run:
    """Run the command with these arguments; ``before`` is a command that runs it (``strace``, ``prlimit``)."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, tempfile.TemporaryFile() as given:
        given.write(stdin or b"")
        given.seek(0)
        call = [*before, *STATEMENTS, *map(str, arguments)]
        running = subprocess.Popen(
            call,
            stdin=given,
            stdout=out,
            stderr=err,
            cwd=folder,
            env=surroundings(cache),
            start_new_session=True,
            preexec_fn=_bound,
        )
        status, seconds, memory = _ended(running, patience)
        out.seek(0)
        err.seek(0)
        said = [file.read().decode("utf-8", "backslashreplace") for file in (out, err)]
    return Run(status, said[0], said[1], seconds, memory)


def _bound() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (_MOST, _MOST))


def _ended(running: subprocess.Popen[bytes], patience: float) -> tuple[int, float, float]:
    """Wait for a process and its children; kill them all where the patience is at its end."""

    def kill(*_: object) -> None:
        os.killpg(running.pid, signal.SIGKILL)

    before = signal.signal(signal.SIGALRM, kill)
    signal.setitimer(signal.ITIMER_REAL, patience)
    try:
        _, status, usage = os.wait4(running.pid, 0)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    running.returncode = os.waitstatus_to_exitcode(status)
    return running.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
