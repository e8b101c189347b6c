"""What an index is made in is nobody else's; what lies beside it and is the user's stays as it is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from statements_cli.store import Store
from statements_cli.store.index.index_fault import IndexFault
from statements_cli.store.index.lock import MARK, take_place, writing

KILLED = """
import os, signal, sys
from statements_cli.store.index.lock import writing
with writing(sys.argv[1]):
    os.kill(os.getpid(), signal.SIGKILL)
"""

PRECIOUS = "what the user wrote"


def test_files_are_gone_afterwards(tmp_path: Path) -> None:
    """While an index is made there are a lock and an empty file; afterwards there are none."""
    with writing(str(tmp_path / "x.db")) as part:
        held = {entry.name for entry in tmp_path.iterdir()}
        size = Path(part).stat().st_size

    assert ({".x.db.lock", Path(part).name}, 0) == (held, size)
    assert [] == list(tmp_path.iterdir())


def test_one_at_a_time(tmp_path: Path) -> None:
    """A second writer is told, and the first goes on."""
    with writing(str(tmp_path / "x.db")):
        with pytest.raises(IndexFault, match="another statements index is writing"), writing(str(tmp_path / "x.db")):
            pass
        assert (tmp_path / ".x.db.lock").read_bytes().startswith(MARK)
    with writing(str(tmp_path / "x.db")):
        pass


def test_what_a_killed_writer_left_goes(tmp_path: Path) -> None:
    """The unfinished file that a lock names is removed by the next writer; one that no lock names stays."""
    named, other = ".x.db.0123456789abcdef.part", ".x.db.fedcba9876543210.part"
    (tmp_path / ".x.db.lock").write_bytes(MARK + named.encode() + b"\n")
    for name in (named, other):
        (tmp_path / name).write_text(PRECIOUS)
    with writing(str(tmp_path / "x.db")):
        pass

    assert [other] == [entry.name for entry in tmp_path.iterdir()]


@pytest.mark.parametrize("named", ["precious", "../precious", ".x.db.0123456789abcdef.part/../precious", ""])
def test_a_lock_that_names_something_else(tmp_path: Path, named: str) -> None:
    """A lock can't make the next writer remove what no writer makes."""
    (tmp_path / "folder").mkdir()
    for precious in (tmp_path / "precious", tmp_path / "folder" / "precious"):
        precious.write_text(PRECIOUS)
    (tmp_path / "folder" / ".x.db.lock").write_bytes(MARK + named.encode() + b"\n")
    with writing(str(tmp_path / "folder" / "x.db")):
        pass

    assert PRECIOUS == (tmp_path / "precious").read_text() == (tmp_path / "folder" / "precious").read_text()


def linked(path: Path, target: Path) -> None:
    """Put a symbolic link there."""
    path.symlink_to(target)


def twin(path: Path, target: Path) -> None:
    """Put another name of the same file there."""
    os.link(target, path)


def copied(path: Path, target: Path) -> None:
    """Put the same words there."""
    path.write_bytes(target.read_bytes())


def dangling(path: Path, target: Path) -> None:
    """Put a link there that leads nowhere."""
    path.symlink_to(target.with_name("nowhere"))


@pytest.mark.parametrize("put", [linked, twin, copied, dangling], ids=lambda put: put.__name__)
@pytest.mark.parametrize("name", [".x.db.lock", "x.db.part", "x.db-journal", "x.db-wal", "x.db-shm"])
@pytest.mark.parametrize("made", [False, True], ids=["new", "made before"])
def test_what_the_user_put_beside_it_stays(
    tmp_path: Path, news: Path, update: Callable[..., None], put: Callable[[Path, Path], None], name: str, made: bool
) -> None:
    """Neither making, changing nor reading an index touches a file, or what a link leads to, under a name near it."""
    if made:
        update(news)
        (news / "1.txt").write_text("# A | B |\n", encoding="utf-8")
    precious = tmp_path / "precious"
    precious.write_text(PRECIOUS)
    put(tmp_path / name, precious)
    before = os.lstat(tmp_path / name)
    try:
        update(news)
        Store.open(str(tmp_path / "x.db")).close()
    except IndexFault as fault:
        assert "Move it away" in fault.mend or "can't be read" in fault.what

    after = os.lstat(tmp_path / name)
    assert (before.st_ino, before.st_size, before.st_mtime_ns) == (after.st_ino, after.st_size, after.st_mtime_ns)
    assert PRECIOUS == precious.read_text()
    assert not (tmp_path / "nowhere").exists()


def test_a_file_named_as_parts_once_were_is_no_hindrance(
    tmp_path: Path, news: Path, update: Callable[..., None]
) -> None:
    """An index is made though the user has a file called after it, with ``.part`` at the end."""
    (tmp_path / "x.db.part").write_text(PRECIOUS)
    update(news)

    assert 15 == len(Store.open(str(tmp_path / "x.db")))


def test_what_came_to_lie_there_since(tmp_path: Path) -> None:
    """A file that the user put at the index's path while it was made is not replaced."""
    path = tmp_path / "x.db"
    with pytest.raises(IndexFault, match="another file"), writing(str(path)) as part:
        path.write_text(PRECIOUS)
        take_place(part, str(path))

    assert PRECIOUS == path.read_text()


@pytest.mark.parametrize("put", [os.mkfifo, os.mkdir], ids=["pipe", "folder"])
def test_a_lock_that_is_no_file(tmp_path: Path, put: Callable[[Path], None]) -> None:
    """A pipe or folder under the lock's name is an error at once, and stays."""
    put(tmp_path / ".x.db.lock")
    with pytest.raises(IndexFault, match="is not a lock of statements"), writing(str(tmp_path / "x.db")):
        pass

    assert [".x.db.lock"] == [entry.name for entry in tmp_path.iterdir()]


def test_an_empty_lock(tmp_path: Path) -> None:
    """A lock without a word, of a writer killed before it wrote, holds nobody up, and is taken over and removed."""
    (tmp_path / ".x.db.lock").touch()
    with writing(str(tmp_path / "x.db")) as part:
        assert Path(part).name in (tmp_path / ".x.db.lock").read_text()
        with pytest.raises(IndexFault), writing(str(tmp_path / "x.db")):
            pass

    assert [] == list(tmp_path.iterdir())


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no such signal")
def test_killed_behind_an_empty_lock(tmp_path: Path) -> None:
    """What a writer leaves that took an empty lock over and was killed, the next one removes."""
    (tmp_path / ".x.db.lock").touch()
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "x.db")], check=False)
    assert -signal.SIGKILL == done.returncode
    assert 2 == len(list(tmp_path.iterdir()))

    with writing(str(tmp_path / "x.db")):
        pass

    assert [] == list(tmp_path.iterdir())
