"""Rows come out of the tables as they were given, None as null."""

from __future__ import annotations

from contextlib import closing
from sqlite3 import connect

from statements_cli.store.tables.packed_documents import DOCUMENT_COLUMNS
from statements_cli.store.tables.row_buffer import RowBuffer
from statements_cli.store.tables.table_definitions import create_tables


def test_none_is_null() -> None:
    """What may be null is null where None is given, and else what it was: numbers, texts, bytes."""
    documents = [(1, 1, "a", "a.txt", "d", None, None), (2, 1, "b", "b.txt", "", "u", b"\x00")]
    with closing(connect(":memory:", isolation_level=None)) as connection:
        create_tables(connection)
        rows = RowBuffer(connection)
        for row in documents:
            rows.add_document(row)
        rows.write()

        assert documents == connection.execute(f"select {', '.join(DOCUMENT_COLUMNS)} from document").fetchall()
        assert 3 == rows.next_document == RowBuffer(connection).next_document
