"""Two fields make a table with a row for each value of one and a column for each of the other."""

from __future__ import annotations

import pytest

from statements_cli.output.tables.cross_table import crossed
from statements_cli.store.results import Count


def counts(fields: tuple[str, str], *rows: tuple[str | None, str | None, int]) -> list[Count]:
    """Return counts by two fields."""
    return [Count(fields, (first, second), number) for first, second, number in rows]


SPOKEN = counts(
    ("speaker", "year"),
    ("Mao Ning", "2025", 3), ("Mao Ning", "2024", 1), ("Guo Jiakun", "2025", 5), (None, None, 9),
)  # fmt: skip


def test_rows_and_columns() -> None:
    """Rows are ordered by their totals, periods in time, what is unknown comes last; what isn't there is 0."""
    table = crossed(SPOKEN)

    assert ("speaker", "2024", "2025", "unknown", "statements") == table.keys
    assert [("Guo Jiakun", 0, 5, 0, 5), ("Mao Ning", 1, 3, 0, 4), (None, 0, 0, 9, 9)] == [
        tuple(row[key] for key in table.keys) for row in table.rows
    ]


@pytest.mark.parametrize(
    ("sort", "rows"),
    [
        ("value", ["Guo Jiakun", "Mao Ning", None]),
        ("-value", ["Mao Ning", "Guo Jiakun", None]),
        ("-statements", ["Mao Ning", "Guo Jiakun", None]),
    ],
)
def test_order(sort: str, rows: list[str | None]) -> None:
    """Rows are ordered as asked for."""
    assert rows == [row["speaker"] for row in crossed(SPOKEN, sort).rows]


def test_other_columns_by_number() -> None:
    """Columns that are no periods stand by their numbers; one that is called as another has a mark."""
    table = crossed(
        counts(
            ("year", "outlet"), ("2025", "A", 1), ("2025", "statements", 2), ("2025", "unknown", 1), ("2025", None, 4)
        )
    )

    assert ("statements*", "A", "unknown", "unknown*") == table.columns


@pytest.mark.parametrize(("width", "columns"), [(80, 3), (33, 2), (32, 1), (20, 0)])
def test_fitting(width: int, columns: int) -> None:
    """A terminal gets the columns it has room for."""
    assert columns == len(crossed(SPOKEN).fitting(width))
