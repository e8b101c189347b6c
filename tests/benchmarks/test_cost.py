"""What archives would cost follows from what an article costs."""

from __future__ import annotations

import pytest

from benchmarks.cost import Archive, reckoned

MEASURED = {
    "statements an article": 10,
    "CPU seconds an article": 0.02,
    "CPU seconds a page": 0.016,
    "CPU seconds a statement, records to index": 0.0004,
    "bytes a statement in Parquet": 100,
    "bytes a statement in an index": 1000,
}


@pytest.mark.parametrize(
    ("archive", "hours", "dollars"),
    [
        # 3.6 million articles: one core-hour a millisecond of each; 20 ms and a tenth more on Spark, 10 statements
        (Archive("texts", 3_600_000, are_pages=False), "26", "$1"),
        # the page's 16 ms come once, without Spark's share
        (Archive("pages", 3_600_000, are_pages=True), "42", "$2"),
    ],
)
def test_hours(archive: Archive, hours: str, dollars: str) -> None:
    """Core-hours are those of articles on Spark, of pages, and of records put into an index."""
    row = reckoned(archive, MEASURED, 1.1)

    assert [archive.name, "3.6 million", hours, dollars] == row[:4]


def test_disk() -> None:
    """Records and indexes are statements times bytes."""
    row = reckoned(Archive("texts", 100_000_000, are_pages=False), MEASURED, 1.0)

    assert ["100 GB", "1,000 GB", "$25"] == row[5:]
