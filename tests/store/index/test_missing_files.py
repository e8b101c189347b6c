"""Files of an index that are no longer there are found, and go only where that is asked for."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from statements_cli.documents.walking import printable
from statements_cli.store import Store
from statements_cli.store.index.missing_files import missing_files, missing_said


def test_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path is missing where no file is, from no folder that relative paths may start from."""
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "a.txt").touch()
    monkeypatch.chdir(tmp_path)
    paths = [str(tmp_path / "there" / "a.txt"), "there/a.txt", "a.txt", "b.txt", "-", "there/a.txt/b", "\0"]

    assert ["a.txt", "b.txt", "there/a.txt/b"] == missing_files(paths, [])
    assert ["b.txt", "there/a.txt/b"] == missing_files(paths, [str(tmp_path / "there")])


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
@pytest.mark.parametrize("name", [b"caf\xe9.txt", b"caf\\xe9.txt", "café.txt".encode()])
def test_names_that_are_no_text(tmp_path: Path, name: bytes) -> None:
    """A name with bytes that are no text, or that looks like one so written, is found by what stands for it."""
    file = os.path.join(os.fsencode(tmp_path), name)  # noqa: PTH118
    path = printable(os.fsdecode(file))
    before = missing_files([path], [])
    with open(file, "wb"):  # noqa: PTH123
        pass

    assert ([path], []) == (before, missing_files([path], []))


def test_said() -> None:
    """How many are missing is said, and the first few are named."""
    assert "1 file in it is no longer found: a" == missing_said(["a"])
    assert "5 files in it are no longer found: a, b, c and 2 more" == missing_said(["e", "d", "c", "b", "a"])


def test_a_renamed_folder(tmp_path: Path, news: Path, path: Path, update: Callable[..., None]) -> None:
    """What lay in a folder of another name stays until it is to be pruned; then it goes whole."""
    news.rename(tmp_path / "renamed")
    update(tmp_path / "renamed")
    both = len(Store.open(str(path)))
    update(tmp_path / "renamed", prune=True)
    update(tmp_path / "renamed", name="fresh.db")
    pruned, fresh = (Store.open(str(tmp_path / name)) for name in ("x.db", "fresh.db"))

    assert (30, 15) == (both, len(pruned))
    assert list(fresh.statements()) == list(pruned.statements())
