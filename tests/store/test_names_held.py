"""Names come out of the tables by their beginning, in order."""

from __future__ import annotations

import sqlite3

import pytest

from statements_cli.store.tables.names_held import names_held


@pytest.mark.parametrize(
    ("beginning", "most", "names"),
    [
        ("", -1, ["Ann_Lee", "Anna Lind", "mao ning", "毛宁"]),
        ("", 2, ["Ann_Lee", "Anna Lind"]),
        ("AN", -1, ["Ann_Lee", "Anna Lind"]),  # whatever its case
        ("ann_", -1, ["Ann_Lee"]),  # which is no pattern
        ("%", -1, []),
        ("毛", -1, ["毛宁"]),
        ("\udc80", -1, []),  # half a character
    ],
)
def test_names_held(beginning: str, most: int, names: list[str]) -> None:
    """Names that begin so are listed, at most so many; signs of patterns stand for themselves."""
    connection = sqlite3.connect(":memory:")
    connection.execute("create table speaker (name text)")
    connection.executemany("insert into speaker values (?)", [("mao ning",), ("Anna Lind",), ("Ann_Lee",), ("毛宁",)])

    assert names == names_held(connection, "speaker", beginning, most)
