"""The files of a job are known by their list where all are there, as they were written, and no other."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from statements_cli.store.shards import settled_parts as settled
from statements_cli.store.shards.settled_parts import LIST, ListedFile, list_of, settled_parts

FILES = {"month=2025-05/a.parquet": b"one", "month=2025-05/b.parquet": b"two", "month=none/a.parquet": b"three"}


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """A folder of three files, with their list."""
    folder = tmp_path / "records"
    for name, data in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    parts = [ListedFile(name, len(data), 1, sha256(data).hexdigest()) for name, data in FILES.items()]
    (folder / LIST).write_text(list_of(parts))
    return folder


def files_in(folder: Path) -> list[str]:
    """Return the Parquet files in a folder."""
    return sorted(map(str, folder.rglob("*.parquet")))


def test_whole(records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In any order, by any path, and wherever the folder is copied to."""
    files = files_in(records)
    copied = shutil.copytree(records, records.parent / "elsewhere" / "copied")
    (records.parent / "linked").symlink_to(records)

    assert FILES.keys() == {part.name for part in settled_parts(files) or ()}
    assert settled_parts(files[::-1]) == settled_parts(files) == settled_parts(files_in(copied))
    assert settled_parts([file.replace("records", "linked") for file in files]) == settled_parts(files)
    monkeypatch.chdir(records)
    assert settled_parts(list(FILES)) == settled_parts(files)
    monkeypatch.chdir(records / "month=none")
    assert settled_parts([f"../{name}" for name in FILES]) == settled_parts(files)


def test_files_beside_their_list(tmp_path: Path) -> None:
    """The list of a job without folders of months stands beside its files."""
    (tmp_path / "a.parquet").write_bytes(b"one")
    part = ListedFile("a.parquet", 3, 1, sha256(b"one").hexdigest())
    (tmp_path / LIST).write_text(list_of([part]))

    assert [part] == settled_parts(files_in(tmp_path))


def changed(records: Path) -> None:
    """Change a byte."""
    (records / "month=none" / "a.parquet").write_bytes(b"thrie")


def longer(records: Path) -> None:
    """Add a byte."""
    (records / "month=none" / "a.parquet").write_bytes(b"three ")


def missing(records: Path) -> None:
    """Remove a file."""
    (records / "month=none" / "a.parquet").unlink()


def exchanged(records: Path) -> None:
    """Put each of two files in the other's place."""
    (records / "month=2025-05" / "a.parquet").write_bytes(b"two")
    (records / "month=2025-05" / "b.parquet").write_bytes(b"one")


def extra(records: Path) -> None:
    """Add a file, of a task that was killed or of another job."""
    (records / "month=none" / "b.parquet").write_bytes(b"three")


def linked(records: Path) -> None:
    """Name a file twice."""
    (records / "month=none" / "b.parquet").symlink_to(records / "month=none" / "a.parquet")


def no_list(records: Path) -> None:
    """Remove the list, as of a job that didn't end."""
    (records / LIST).unlink()


def cut(records: Path) -> None:
    """Cut the list off."""
    (records / LIST).write_text((records / LIST).read_text()[:-9])


def no_record(records: Path) -> None:
    """Write something else into the list."""
    (records / LIST).write_text("[]")


def deep(records: Path) -> None:
    """Write lists in lists, deeper than can be read."""
    (records / LIST).write_text("[" * 100_000)


def other_version(records: Path) -> None:
    """Write another version into the list."""
    listed = json.loads((records / LIST).read_text())
    (records / LIST).write_text(json.dumps(listed | {"version": "0.0.0"}))


def a_folder(records: Path) -> None:
    """Put a folder where the list should be."""
    (records / LIST).unlink()
    (records / LIST).mkdir()


@pytest.mark.parametrize(
    "change",
    [changed, longer, missing, exchanged, extra, linked, no_list, cut, no_record, deep, other_version, a_folder],
    ids=lambda change: change.__name__,
)
def test_not_whole(records: Path, change: Callable[[Path], None]) -> None:
    """What was changed, is missing or is mixed with others isn't taken as settled."""
    assert settled_parts(files_in(records)) is not None
    change(records)

    assert settled_parts(files_in(records)) is None


def test_some_of_them(records: Path) -> None:
    """Some of a job's files, none, the same one twice, and those of two jobs aren't a job's."""
    files = files_in(records)
    other = shutil.copytree(records, records.parent / "other")

    assert settled_parts(files[1:]) is None
    assert settled_parts([]) is None
    assert settled_parts([*files, files[0]]) is None
    assert settled_parts([*files, *files_in(other)]) is None
    assert settled_parts([*files[:-1], files_in(other)[-1]]) is None


def test_version(records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version of the program settles them again."""
    monkeypatch.setattr(settled, "VERSION", "9.9.9")

    assert settled_parts(files_in(records)) is None
