"""Cells keep what matters: direct speech, the gap where a cue split it, how well a day is known."""

from __future__ import annotations

from typing import Any

import pytest

from statements_cli.output.tables.cells import ASCII_SIGNS, bar, day_with_marks, gaps_marked, shown


@pytest.mark.parametrize(
    ("day", "inferred", "cell"),
    [
        ("2025-05-20", False, "2025-05-20"),
        ("2025-05-20", True, "2025-05-20?"),
        ("2025-05", False, "~2025-05"),
        ("2025", True, "~2025?"),
        ("2025-05-20T14:30", False, "2025-05-20T14:30"),
    ],
)
def test_days(day: str, inferred: bool, cell: str) -> None:
    """A tilde stands before a month or year, a question mark behind what is inferred."""
    assert cell == day_with_marks(day, inferred=inferred)


@pytest.mark.parametrize(
    ("row", "field", "cell"),
    [
        ({"date": "2025-05-20", "date_basis": "inferred"}, "date", "2025-05-20?"),
        ({"date": "2025-05-20", "date_basis": "article"}, "date", "2025-05-20"),
        ({"published": "2025-05-20", "published_basis": "inferred"}, "published", "2025-05-20?"),
        ({"first": "2025-05"}, "first", "~2025-05"),
        ({"date": None, "date_basis": None}, "date", ""),
        ({"text": "We agree", "kind": "direct"}, "text", "“We agree”"),
        ({"text": "they agree", "kind": "indirect"}, "text", "they agree"),
        ({"text": 'they "agree"', "kind": "mixed"}, "text", 'they "agree"'),
        ({"text": "agreement"}, "text", "agreement"),  # a row without a kind
        ({"via": ["Tass", "Reuters"]}, "via", "Tass; Reuters"),
    ],
)
def test_values(row: dict[str, Any], field: str, cell: str) -> None:
    """The marks come from the row, whatever else is shown of it."""
    assert cell == shown(row, field)


@pytest.mark.parametrize(
    ("text", "content", "marked"),
    [
        ("We want it … Now", [(1, 11), (20, 23)], "We want it […] Now"),
        ("We … want it … Now", [(1, 14), (30, 33)], "We … want it […] Now"),  # its own dots stay
        ("We … want it … Now", [(1, 3), (30, 44)], "We […] want it … Now"),
        ("We … want it", [(1, 13)], "We … want it"),
        ("a … b … c", [(0, 1), (5, 6), (9, 10)], "a […] b […] c"),
        ("We want it Now", [(1, 11), (20, 23)], "We want it Now"),  # of an index made before pieces were joined so
    ],
)
def test_gaps(text: str, content: list[tuple[int, int]], marked: str) -> None:
    """What stands between two pieces of a statement is marked, dots inside a piece are left alone."""
    assert marked == gaps_marked(text, content)[0]


def test_spans_move_with_the_gaps() -> None:
    """What is highlighted behind a gap is found where the mark has moved it."""
    text = "We want it … Now or never"
    marked, spans = gaps_marked(text, [(1, 11), (20, 32)], spans=[(3, 7), (13, 16)])

    assert ["want", "Now"] == [marked[start:end] for start, end in spans]


def test_without_unicode() -> None:
    """Where the stream takes ASCII alone, so do the signs."""
    row = {"text": "A … B", "kind": "direct", "spans": {"content": [[0, 1], [9, 10]]}}

    assert '"A [...] B"' == shown(row, "text", ASCII_SIGNS)


@pytest.mark.parametrize(("share", "drawn"), [(1, "████"), (0.5, "██"), (0.28, "█▏"), (0.001, "▏"), (0, "")])
def test_bars(share: float, drawn: str) -> None:
    """A bar is as long as its share, and what is more than nothing is seen."""
    assert drawn == bar(share, 4, unicode=True)
    assert set(bar(share, 4, unicode=False)) <= {"#"}
