"""The extractor's name changes with whatever bears on what is found, and with nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import statements_cli
from statements_cli.store.index import fingerprint

PACKAGE = Path(statements_cli.__file__).parent


def files_of(package: Path) -> set[str]:
    """Return the files below a folder that are not compiled bytecode, relative to it."""
    return {path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file()}


def test_what_bears_on_extraction() -> None:
    """Code, weights and word lists do, wherever they lie; commands, output, the store and the samples don't."""
    named = {name for name, _ in fingerprint._bearing("fast")}

    for room in ("articles", "attribution", "data", "dates", "documents", "model", "provenance", "speakers", "text"):
        assert {name for name in files_of(PACKAGE) if name.startswith(f"{room}/") and name.endswith(".py")} <= named
    assert {name for name in files_of(PACKAGE) if name.startswith("data/") and "__pycache__" not in name} <= named
    assert not any(name.startswith(("cli/", "output/", "store/", "samples/")) for name in named)
    assert any(name.startswith("rapidfuzz/") for name in named)


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package of a few files, in the place of the one that is installed."""
    for name in ("text/tokens.py", "data/weights/tagger.bin", "store/writer.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"1")
    monkeypatch.setattr(fingerprint, "_PACKAGE", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("name", "bears"), [("text/tokens.py", True), ("data/weights/tagger.bin", True), ("store/writer.py", False)]
)
def test_changed_files(installed: Path, name: str, bears: bool) -> None:
    """A file that bears on what is found gives another name when it holds something else."""
    before = fingerprint.fingerprint(), fingerprint.installation()
    (installed / name).write_bytes(b"2")
    os.utime(installed / name, ns=(1, 1))

    assert (bears, bears) == (before[0] != fingerprint.fingerprint(), before[1] != fingerprint.installation())
