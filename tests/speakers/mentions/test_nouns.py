"""Nouns say whether one or several speak."""

from __future__ import annotations

import pytest

from statements_cli.speakers.mentions.nouns import is_plural, is_share


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("18% of respondents", True),
        ("About 3 in 10 voters", True),
        ("two in ten", True),
        ("Sixty-six percent of those surveyed", True),
        ("more than 40 per cent of readers", True),
        ("Two-thirds of respondents", True),
        ("three quarters of readers", True),
        ("the two thirds", False),
        ("three in the hall", False),
        ("two ministers", False),
        ("percent", False),
        ("about", False),
    ],
)
def test_shares(words: str, counts: bool) -> None:
    """People are counted by a percentage or by so many in so many."""
    assert counts == is_share(words)


@pytest.mark.parametrize(
    ("head", "several"),
    [("beekeepers", True), ("press", False), ("campus", False), ("gas", False), ("news", False)],
)
def test_plurals(head: str, several: bool) -> None:
    """An unlisted noun that ends as plurals do is one, unless singular nouns end so too."""
    assert several == is_plural(head)
