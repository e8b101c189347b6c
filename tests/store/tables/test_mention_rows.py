"""A mention has one row, however often and through whichever writer it is counted."""

from __future__ import annotations

from contextlib import closing
from sqlite3 import connect

import pytest

from statements_cli.store.tables import mention_rows
from statements_cli.store.tables.mention_rows import MentionRows
from statements_cli.store.tables.table_definitions import create_tables

ANA, NOBODY = ("Ana Petrova", "person", None, "BG"), (None, None, None, None)


@pytest.mark.parametrize("held", [50_000, 0], ids=["all in memory", "none in memory"])
def test_counted_once(monkeypatch: pytest.MonkeyPatch, held: int) -> None:
    """Empty values are as good as none; what was written before is found again."""
    monkeypatch.setattr(mention_rows, "_HELD", held)
    with closing(connect(":memory:", isolation_level=None)) as connection:
        create_tables(connection)
        for again in range(2):
            mentions = MentionRows(connection)
            assert 1 == mentions.count(ANA, "Petrova")
            assert 2 == mentions.count(NOBODY, None)
            mentions.write()
            assert 1 == mentions.count(("Ana Petrova", "person", "", "BG"), None)
            assert 2 == mentions.count(("", "", "", ""), None)
            mentions.write()
            found = connection.execute("select number, name, own_role, statements from mention").fetchall()
            assert [(1, "Ana Petrova", None, 2 + 2 * again), (2, None, None, 2 + 2 * again)] == found
