"""Labels in capitals that run on within a line."""

from __future__ import annotations

import pytest

from statements_cli.articles.turns.record_labels import breaks_within


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("It was late.   REPORTER: How late?", ["REPORTER"]),
        ("It was late.   REPORTER : How late?", ["REPORTER"]),
        ("It was late.   MR. HOLT: At 10:30.", ["MR. HOLT"]),
        ("He was asked: why?   MS. BERG (VIA LINK): No.", ["MS. BERG (VIA LINK)"]),
        ("It was late.   REPORTER:How late?", []),
        ("It was late.   Reporter: How late?", []),
        ("It was late: at 10:30, near https://example.org", []),
        ("REPORTER: It was late", []),  # nothing before it
        (":", []),
    ],
)
def test_labels_that_run_on(line: str, labels: list[str]) -> None:
    """Only words in capitals before a colon and a space are a label."""
    assert labels == breaks_within(line, 0, len(line))[1]
