"""Patterns compiled at installation are those that re would compile, and are only ever used in their place."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from statements_cli import patterns

SAMPLES = Path(patterns.__file__).parent / "samples"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Patterns kept in a file."""
    path = tmp_path_factory.mktemp("kept") / "patterns.bin"
    # in a process of its own, where nothing is compiled yet
    subprocess.run([sys.executable, "-m", "statements_cli.patterns", str(path)], check=True)
    return path


@pytest.fixture
def cache(monkeypatch: pytest.MonkeyPatch) -> dict[Any, re.Pattern[str]]:
    """What re finds compiled, nothing at first."""
    held: dict[Any, re.Pattern[str]] = {}
    monkeypatch.setattr(re, "_cache", held)
    return held


def test_kept_patterns_are_those_that_re_compiles(kept: Path, cache: dict[Any, re.Pattern[str]]) -> None:
    """Each has the flags and groups of a fresh one, and finds the same in every sample."""
    cache.clear()
    assert patterns.use_kept(str(kept)) == len(cache) > 50
    found = [(re.compile(pattern, flags), flags) for _, pattern, flags in list(cache)]
    texts = [path.read_text(encoding="utf-8")[:3000] for path in sorted(SAMPLES.glob("*.txt"))]
    for built, flags in found:
        re.purge()
        fresh = re.compile(built.pattern, flags)
        assert fresh is not built
        assert (fresh.flags, fresh.groups, fresh.groupindex) == (built.flags, built.groups, built.groupindex)
        assert [fresh.findall(text) for text in texts] == [built.findall(text) for text in texts]


@pytest.mark.parametrize("length", [0, 5, 200, -1])
def test_a_file_cut_short_or_missing_is_passed_over(
    kept: Path, cache: dict[Any, re.Pattern[str]], tmp_path: Path, length: int
) -> None:
    """What cannot be read leaves everything to re."""
    cut = tmp_path / "patterns.bin"
    cut.write_bytes(kept.read_bytes()[:length])

    cache.clear()

    assert [0, 0] == [patterns.use_kept(str(cut)), patterns.use_kept(str(tmp_path / "none"))]
    assert {} == cache


def test_code_of_another_python_is_passed_over(
    kept: Path, cache: dict[Any, re.Pattern[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Code is used only by the Python that it was made for."""
    monkeypatch.setattr(patterns, "_tag", lambda: b"another 1\n")

    assert 0 == patterns.use_kept(str(kept))
    assert {} == cache
