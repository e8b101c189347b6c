"""What a command and its children take is counted, also of those that leave its session."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.processes import spent

BUSY = "import time\nwhile time.process_time() < 0.6: pass\n"
PARENT = f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {BUSY!r}], start_new_session=True)"

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="there is no /proc")


def test_children_are_counted() -> None:
    """The CPU time of a child in a session of its own is the command's, and is told while it runs."""
    told: list[float] = []

    def watch(seconds: float, workers: Sequence[int]) -> None:
        told.append(seconds)
        assert not workers

    found = spent([sys.executable, "-c", PARENT], watch=watch)

    assert 0.3 < found.cpu < 3
    assert sorted(told) == told
    assert () == found.workers


def test_a_workers_share() -> None:
    """What names itself a worker of Spark is one, with what it starts."""
    found = spent([sys.executable, "-c", PARENT, "CoarseGrainedExecutorBackend"])

    assert 1 == len(found.workers)
    assert 0.3 < found.workers[0] <= found.cpu


def test_failure_is_said() -> None:
    """A command that fails ends the run with what it said."""
    with pytest.raises(SystemExit, match="no such thing"):
        spent([sys.executable, "-c", "import sys; print('no such thing', file=sys.stderr); sys.exit(3)"])
