"""Statements made of records are written with their articles, and hashed as they were written."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from sqlite3 import Connection, connect
from typing import Any

import pytest

from statements_cli.model import Article, Document
from statements_cli.store.index import checksums
from statements_cli.store.index.checksums import RowChecksums, checksums_of, keep_all, kept_checksums
from statements_cli.store.tables import record_buffer
from statements_cli.store.tables.file_rows import FileState
from statements_cli.store.tables.index_creation import create
from statements_cli.store.tables.packed_records import RecordedArticle, RecordedDocument
from statements_cli.store.writer import Writer
from tests.store.tables.test_packed_records import ROWS, row

ARTICLE = Article("x", "a.txt", (0, 20), (), "Talks", None, "AFP", "2025-05-20", "metadata", "en")


def index_of(documents: list[list[Any]], rows: RowChecksums | None) -> Connection:
    """Return an index in memory of documents made of records, each of one article."""
    connection = connect(":memory:", isolation_level=None)
    create(connection, indexes=False)
    writer = Writer(connection, settled=None if rows is None else rows.add)
    for number, records in enumerate(documents):
        path = f"{number}.txt"
        found = RecordedArticle(replace(ARTICLE, path=path, outlet=None if number % 2 else "AFP"), [(0, 9)], records)
        document = Document(path, f"Text {number} " * 99, "")
        writer.add_records(RecordedDocument(document, [found], records[-1] is not ROWS[-1]), FileState(path), 0)
    writer.finish()
    return connection


DOCUMENTS = [
    [row(id="a1")],
    [row(id="b2", utterance="a1"), row(id="c3", utterance="c3", confidence=1)],
    [row(id="d4", utterance="gone")],
    [row(id="e5", utterance="gone too"), row(id="f6", utterance="gone too")],
    [row(id="g7", utterance="g7", text="Nobody said so"), ROWS[-1]],
]


@pytest.mark.parametrize("at_once", [1, 2, 1000])
def test_hashed_as_written(monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    """The checksums of what was written are those of what is read, however much is done at once."""
    monkeypatch.setattr(record_buffer, "AT_ONCE", at_once)
    monkeypatch.setattr(checksums, "_AT_ONCE", at_once)
    rows = RowChecksums()
    with closing(index_of(DOCUMENTS, rows)) as connection:
        keep_all(connection, rows)

        assert checksums_of(connection) == kept_checksums(connection)
        assert 8 == sum(1 for _ in connection.execute("select 1 from statement"))


def test_groups_that_are_kept() -> None:
    """A group of several keeps its id where its first report is there; one of a single statement is none."""
    with closing(index_of(DOCUMENTS, RowChecksums())) as connection:
        found = dict(connection.execute("select id, utterance from statement where number < 8"))

    expected = {"a1": "a1", "b2": "a1", "c3": None, "d4": None, "e5": "e5", "f6": "e5", "g7": None}
    assert expected == found


def test_copies_are_a_group() -> None:
    """Statements of one id, of two copies of a file, are versions of one utterance."""
    with closing(index_of([[row(id="a1")], [row(id="a1")], [row(id="b2", utterance="b2")]], RowChecksums())) as held:
        assert [("a1",), ("a1",), (None,)] == held.execute("select utterance from statement order by number").fetchall()


def test_settled_again() -> None:
    """Where nothing is settled yet, groups come from the words alone, and all is read again for its checksums."""
    with closing(index_of(DOCUMENTS, None)) as connection:
        keep_all(connection)

        assert checksums_of(connection) == kept_checksums(connection)
        assert [] == connection.execute("select 1 from statement where utterance is not null").fetchall()
