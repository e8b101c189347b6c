"""What was said and days carry marks wherever they are shown: tables, pages of notebooks, footnotes."""

from __future__ import annotations

import pytest

from statements_cli.model.signs import day_with_marks, gaps_marked


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
