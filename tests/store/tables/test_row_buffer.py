"""Rows come out of the tables as they were given, None as null."""

from __future__ import annotations

from contextlib import closing
from sqlite3 import connect
from typing import Any

from statements_cli.store.tables.packed_documents import DOCUMENT_COLUMNS, STATEMENT_COLUMNS
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


def test_columns_of_none() -> None:
    """Of statements given by columns, None is null, where it stands beside values and where there is nothing else."""
    values: dict[str, list[Any]] = {
        "number": [1, 2],
        "via": [None, None],
        "cue": [None, "said"],
        "text": ["We met", "We left"],
    }
    columns = {name: values.get(name, [0, 0]) for name in STATEMENT_COLUMNS}
    heard: list[object] = []
    with closing(connect(":memory:", isolation_level=None)) as connection:
        create_tables(connection)
        RowBuffer(connection, lambda table, *told: heard.append((table, *map(list, told)))).write_statements(
            [7, 8], columns
        )
        found = connection.execute("select number, via, cue, text from statement").fetchall()

    hashed = [columns[name] for name in STATEMENT_COLUMNS if name != "utterance"]
    assert [(1, None, None, "We met"), (2, None, "said", "We left")] == found
    assert [("statement", [7, 8], [*zip(*hashed, strict=True)])] == heard
