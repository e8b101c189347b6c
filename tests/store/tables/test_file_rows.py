"""Files are noted once, together where none was there before."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from sqlite3 import Connection, connect

import pytest

from statements_cli.store.tables import file_rows
from statements_cli.store.tables.file_rows import FileRows, FileState
from statements_cli.store.tables.table_definitions import create_tables

NAMES = ("a.txt", "b.txt", "c.txt")


@pytest.fixture
def connection() -> Iterator[Connection]:
    """Tables without rows."""
    with closing(connect(":memory:", isolation_level=None)) as made:
        create_tables(made)
        yield made


@pytest.mark.parametrize("kept", [1, 2, 3])
def test_numbers_of_files_begun_before(connection: Connection, kept: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file has one number, however many were begun since its documents were read."""
    monkeypatch.setattr(file_rows, "_KEPT", kept)
    files = FileRows(connection)
    begun = [files.begin(FileState(name, 1)) for name in NAMES]
    numbers = [files.number(FileState(name, 1)) for name in NAMES]
    files.write()

    assert [True, True, True] == begun
    assert [1, 2, 3] == numbers == [files.number(FileState(name)) for name in NAMES]
    assert [(name, 1) for name in NAMES] == held(connection)


def test_files_noted_before(connection: Connection) -> None:
    """A file that is there already isn't noted again, and keeps its number."""
    before = FileRows(connection)
    before.begin(FileState("a.txt", 1))
    before.write()
    files = FileRows(connection)

    assert not files.begin(FileState("a.txt", 2))
    assert files.begin(FileState("b.txt", 2))
    assert (1, 2) == (files.number(FileState("a.txt")), files.number(FileState("b.txt")))


def test_files_without_documents(connection: Connection) -> None:
    """One that is forgotten, or noted as it is now, was just begun."""
    files = FileRows(connection)
    files.begin(FileState("a.txt", 1))
    files.forget("a.txt")
    files.begin(FileState("b.txt", 1))
    files.keep(FileState("b.txt", 2))

    assert [("b.txt", 2)] == held(connection)


def held(connection: Connection) -> list[tuple[str, int]]:
    """Return paths and sizes."""
    return connection.execute("select path, size from file order by number").fetchall()
