"""``--max-size`` and the settings say how large a document may be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
LINE = "2025-05-20 | Mao Ning | CN | speech | We want peace\n"


@pytest.fixture
def large(tmp_path: Path) -> str:
    """A document of a little more than a megabyte, most of it white space."""
    path = tmp_path / "large.txt"
    path.write_text("# A | B |\n" + LINE + "\n" * 1_000_001, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("command", ["list", "extract", "index -o x.db"])
def test_option(run: Run, large: str, command: str) -> None:
    """What is larger is named, and the status is 2; what is not is read."""
    refused = run(*command.split(), large, "--max-size", "1")
    taken = run(*command.split(), large, "--max-size", "2")

    assert (2, 0) == (refused.status, taken.status)
    assert "large.txt: is larger than 1 MB, not read; a larger --max-size reads it" in refused.err


def test_setting(run: Run, large: str, tmp_path: Path) -> None:
    """A settings file sets it, and the option overrides that."""
    (tmp_path / "statements.toml").write_text("max-size = 1", encoding="utf-8")

    assert (2, 0) == (run("list", large).status, run("list", large, "--max-size", "2").status)


def test_index(run: Run) -> None:
    """An index holds what was read: the option comes too late."""
    assert 0 == run("index", "-o", "x.db").status
    assert "--max-size bears on how articles are read" in run("list", "-c", "x.db", "--max-size", "3").err
