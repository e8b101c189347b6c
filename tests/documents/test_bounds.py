"""What is read of a document is bounded: by its size, by how deep it lies, and not by devices that never end."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from statements_cli.documents import Notice, read

LINE = b"Mao Ning said that China wants peace.\n"


def read_all(path: Path, **more: Any) -> tuple[list[int], list[str]]:
    """Return the lengths of the documents of a path, and what was said."""
    notices: list[Notice] = []
    found = [len(document.text) for document in read([str(path)], report=notices.append, **more)]
    return found, [notice.message for notice in notices if notice.failed]


@pytest.mark.parametrize("name", ["plain.txt", "packed.gz", "marked.md", "page.html"])
@pytest.mark.parametrize(("more", "read_of_it"), [(0, True), (1, False)])
def test_size(tmp_path: Path, name: str, more: int, read_of_it: bool) -> None:
    """A document as large as the bound is read, one of a byte more is not, and the notice says how to read it."""
    start = b"<html><body><p>" if name.endswith("html") else b"# Talks\n\n" if name.endswith("md") else b""
    data = (start + LINE * 100)[: 3000 - 1] + b"\n" + b"x" * more
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)

    found, said = read_all(tmp_path / name, max_size=3000)

    assert read_of_it is (len(found) == 1)
    if not read_of_it:
        assert ["is larger than 0.003 MB, not read; a larger --max-size reads it"] == said


def test_files_of_many_documents_may_be_larger(tmp_path: Path) -> None:
    """The bound is one document's, not that of a file of records."""
    (tmp_path / "many.jsonl").write_bytes(b'{"text": "Mao Ning said no."}\n' * 1000)

    assert 1000 == len(read_all(tmp_path / "many.jsonl", max_size=3000)[0])


def test_a_large_file_is_not_read_in_vain(tmp_path: Path) -> None:
    """Of a file whose size is known to be too large only the beginning is read."""
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.write(LINE * 3000)
        file.truncate(1 << 34)

    assert [] == read_all(path)[0]


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/urandom"])
def test_endless_devices(device: str) -> None:
    """A device is refused with a word."""
    if not Path(device).exists():
        pytest.skip(f"there is no {device}")

    assert ([], ["is a device, not a document"]) == read_all(Path(device))


def test_an_empty_device() -> None:
    """What ends at once is a document without text, as it was."""
    if not Path("/dev/null").exists():
        pytest.skip("there is no /dev/null")

    assert [] == read_all(Path("/dev/null"))[1]


@pytest.fixture
def deep_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The current folder has 1,500 folders in each other and a file in the last; they are removed again, step by step.

    ``shutil.rmtree`` of Python 3.11 calls itself for each level: pytest's cleaning up of older runs would raise
    RecursionError.
    """
    monkeypatch.chdir(tmp_path)
    for _ in range(1500):
        Path("b").mkdir()
        os.chdir("b")
    Path("deep.txt").write_bytes(LINE)
    os.chdir(tmp_path)
    yield
    for _ in range(1500):
        os.chdir("b")
    Path("deep.txt").unlink()
    for _ in range(1500):
        os.chdir("..")
        Path("b").rmdir()


@pytest.mark.usefixtures("deep_folder")
def test_a_deep_folder() -> None:
    """Folders lie as deep as the system lets them, in sorted order, files of one before and after those within it."""
    for name in ("a.txt", "c.txt"):
        Path(name).write_bytes(LINE)

    names = [Path(document.path).name for document in read(["."], report=lambda _: None)]

    assert ["a.txt", "deep.txt", "c.txt"] == names
