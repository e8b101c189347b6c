"""A store counts its statements over time, by rows and for a query."""

from __future__ import annotations

import pytest

from statements_cli.query.filters import Filter
from statements_cli.store import Store


@pytest.mark.parametrize(
    ("query", "wanted", "rows", "counts"),
    [
        (None, Filter(), None, {None: (2, 0, 0, 3)}),
        (None, Filter(countries=["CN", "FR"]), "country", {"CN": (1, 0, 0, 2), "FR": (0, 0, 0, 0)}),
        (None, Filter(speakers=["Mao", "Putin"]), "speaker", {"Mao Ning": (2,), "Vladimir Putin": (1,)}),
        (None, Filter(), "outlet", {"Global Times": (0, 0, 0, 3), "AFP": (2, 0, 0, 0)}),
    ],
)
def test_timelines(
    store: Store, query: str | None, wanted: Filter, rows: str | None, counts: dict[str, object]
) -> None:
    """Each row has its numbers by month, empty months too."""
    timeline = store.timeline(query, wanted, "month", rows)
    found = {row.name: row.counts for row in timeline.rows}

    assert counts == found


def test_a_query_narrows(store: Store) -> None:
    """Of a query, what answers it is counted, as a search finds it."""
    said = store.statements(Filter(speakers="Mao"))[0].text.split()[-1]
    hits = store.search(said, limit=None)

    assert hits.total
    assert hits.total == sum(row.total + row.undated for row in store.timeline(said).rows)


def test_undated_and_wrong_rows(store: Store) -> None:
    """What has no day is counted beside the periods; rows by something else are refused."""
    assert 1 == store.timeline().rows[0].undated
    with pytest.raises(ValueError, match="no timeline has rows by month"):
        store.timeline(rows="month")
