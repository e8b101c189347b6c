"""Straight marks in the place of curly ones."""

from __future__ import annotations

import pytest

from statements_cli.text.straight_marks import straight


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It’s over,” she said", '"It\'s over," she said'),
        ("the People’s Daily", "the People's Daily"),
        ("‘a’ – “b”", '‘a\' – "b"'),  # a single mark that opens stays: apostrophes never look so
        ("plain", "plain"),
    ],
)
def test_marks_become_straight(text: str, expected: str) -> None:
    """Double marks and apostrophes become straight, and no offset moves."""
    assert expected == straight(text)
    assert len(text) == len(straight(text))
