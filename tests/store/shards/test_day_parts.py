"""An index is cut by day, each day whole, into parts of at most so many statements."""

from __future__ import annotations

import pytest

from statements_cli.store.shards.day_parts import DayTotal, parts_of

_DAYS = [
    DayTotal("2025-05-03", 1, 4),
    DayTotal(None, 1, 9),
    DayTotal("2025-05-01", 2, 3),
    DayTotal("2025-05-02", 1, 2),
    DayTotal("2025-06", 1, 1),
]


@pytest.mark.parametrize(
    ("most", "expected"),
    [
        (1, ["2025-05-01 3", "2025-05-02 2", "2025-05-03 4", "2025-06 1", "undated 9"]),
        (4, ["2025-05-01 3", "2025-05-02 2", "2025-05-03 4", "2025-06 1", "undated 9"]),
        (5, ["2025-05-01 5", "2025-05-03 5", "undated 9"]),
        (9, ["2025-05-01 9", "2025-06 1", "undated 9"]),
        (10, ["2025-05-01 10", "undated 9"]),
    ],
)
def test_parts(most: int, expected: list[str]) -> None:
    """Days are taken in time's order until there would be too many; one that is too large is a part by itself."""
    parts = parts_of("x/news.db", _DAYS, most)

    assert [f"x/news-{name.split()[0]}.db {name.split()[1]}" for name in expected] == [
        f"{part.path} {part.statements}" for part in parts
    ]
    assert 6 == sum(part.documents for part in parts)
    assert all((part.first or "") <= (part.last or "") for part in parts)
