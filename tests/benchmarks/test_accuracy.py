"""The benchmark of accuracy measures only what runs."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks.accuracy import refuse_what_does_not_run


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
@pytest.mark.parametrize(("status", "refused"), [(2, True), (0, False)])
def test_what_does_not_run_is_not_measured(
    status: int, refused: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A command that fails ends the benchmark with what it says; its silence is no result."""
    command = tmp_path / "statements"
    command.write_text(f"#!/bin/sh\necho a word >&2\nexit {status}\n", encoding="utf-8")
    command.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    if refused:
        with pytest.raises(SystemExit, match="a word"):
            refuse_what_does_not_run("fast")
    else:
        refuse_what_does_not_run("fast")
