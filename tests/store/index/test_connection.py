"""What went wrong while an index was read is told as its fault only where it is."""

from __future__ import annotations

import sqlite3
import zlib
from json import JSONDecodeError
from pathlib import Path

import pytest

from statements_cli.store.index.connection import fault_in
from statements_cli.store.tables.index_creation import create


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An index of nothing."""
    path = tmp_path / "news.db"
    connection = sqlite3.connect(path)
    create(connection)
    connection.close()
    return path


def coded(code: int) -> sqlite3.OperationalError:
    """Return SQLite's error of this number."""
    error = sqlite3.OperationalError("what SQLite says")
    error.sqlite_errorcode = code
    return error


ERRORS = [
    (coded(sqlite3.SQLITE_BUSY), "is being written"),
    (coded(sqlite3.SQLITE_CORRUPT_INDEX), "is damaged"),
    (coded(sqlite3.SQLITE_IOERR_READ), None),
    (sqlite3.OperationalError("Could not decode to UTF-8"), "is damaged"),
    (zlib.error("invalid header"), "is damaged"),
    (JSONDecodeError("no list", "[", 1), "is damaged"),
    (KeyError(7), None),
    (MemoryError(), None),
]


@pytest.mark.parametrize(("error", "said"), ERRORS, ids=repr)
def test_faults_of_a_whole_index(path: Path, error: Exception, said: str | None) -> None:
    """A lock is no damage, and an error that may be the program's own is not laid on an index that is whole."""
    fault = fault_in(str(path), error)

    assert (said and f"{path} {said}") == (fault and fault.what.partition(" (")[0])


def test_faults_of_a_damaged_index(path: Path) -> None:
    """Any error is laid on an index that is damaged."""
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * 4096 + content[8192:])
    fault = fault_in(str(path), KeyError(7))

    assert fault is not None
    assert fault.what.endswith("is damaged (7)")
