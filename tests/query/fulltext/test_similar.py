"""What says nearly the same is found, likest first; what shares a subject is not."""

from __future__ import annotations

import pytest

from statements_cli.query.fulltext.candidates import Texts
from statements_cli.query.fulltext.matching import in_memory
from statements_cli.query.fulltext.similar import similar

TEXTS = [
    "We will continue to work with the Ukrainian side on a memorandum on a potential future peace treaty",
    "Russia would go on working with Ukraine on a memorandum about a future peace treaty",
    "The weather in Kyiv was fine",
    "A peace treaty is far away, and nobody works for it",
    "a memorandum on a potential future peace treaty",
    "peace",
    "The harvest was better than the year before in nearly all of the provinces along the river",
]
INDEX = Texts(in_memory(TEXTS), len(TEXTS))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (TEXTS[0], [0, 4, 1]),
        (TEXTS[4], [4, 0, 1]),
        (TEXTS[2], [2]),
        (TEXTS[6], [6]),
        ("", []),
        ("xyzzy", []),
        ("...", []),
    ],
)
def test_similar(text: str, found: list[int]) -> None:
    """The statement itself comes first, then what says the same in other words or in part."""
    assert found == [match.number for match in similar(INDEX, text).best]


def test_scores_fall() -> None:
    """The same text scores 100, others less; those below 50 are left out."""
    scores = [match.score for match in similar(INDEX, TEXTS[0]).best]

    assert 100.0 == scores[0]
    assert sorted(scores, reverse=True) == scores
    assert 50 <= scores[-1] < 100
