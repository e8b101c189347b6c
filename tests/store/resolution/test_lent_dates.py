"""What lending days asks of the tables."""

from __future__ import annotations

from contextlib import closing
from sqlite3 import connect

import pytest

from statements_cli.store.resolution.lent_dates import copies_of


@pytest.mark.parametrize("times", [1, 100])
def test_copies_are_counted_together(times: int) -> None:
    """However many articles there are, their copies are counted at once."""
    asked: list[str] = []
    with closing(connect(":memory:")) as connection:
        connection.execute("create table article (id text)")
        articles = [(f"{name}{n}",) for n in range(times) for name in ("one", "two", "two", "other")]
        connection.executemany("insert into article values (?)", articles)
        connection.set_trace_callback(asked.append)
        found = copies_of(connection, [f"{name}{n}" for n in range(times) for name in ("one", "two")])

    assert {f"{name}{n}": count for n in range(times) for name, count in (("one", 1), ("two", 2))} == found
    assert 1 == len(asked)
