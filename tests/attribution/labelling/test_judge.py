"""What the judge makes of findings: scores by the notion of news and by the corpus's, and probabilities of them."""

from __future__ import annotations

from array import array

import pytest

from statements_cli.attribution.finder import WIDER, labelled_candidates
from statements_cli.attribution.labelling.judge import (
    BEST,
    CONTENT,
    NEWS,
    RIGHT,
    SCORES,
    WIDE,
    describe,
    judge,
    judge_model,
    news_model,
    probability,
    score_all,
)
from tests.attribution.encoder.test_verdicts import made, way


def _described() -> array[int]:
    return describe(made(), [way(0.9), way(0.2)])


def test_scores_of_both_notions() -> None:
    """News add to what is right and to the content, and the content's score without them stands beside."""
    wide, news = judge_model(), news_model()
    learned, added = score_all(_described(), wide), score_all(_described(), news)
    scores = judge(_described())

    assert 2 * SCORES == len(scores)
    for row in range(2):
        one = scores[SCORES * row : SCORES * (row + 1)]
        alone = [learned[3 * row + kind] / wide.scale for kind in (RIGHT, BEST, CONTENT)]
        more = dict(zip(NEWS, (number / news.scale for number in added[2 * row : 2 * row + 2]), strict=True))
        expected = [alone[kind] + more.get(kind, 0.0) for kind in (RIGHT, BEST, CONTENT)] + [alone[CONTENT]]
        assert pytest.approx(expected) == list(one)


@pytest.mark.parametrize("kind", [RIGHT, CONTENT, WIDE])
def test_probability_rises(kind: int) -> None:
    """A higher score is a higher probability, within 0 and 1 however far it goes."""
    chances = [probability(score, kind) for score in (-1000.0, -2.0, 0.0, 2.0, 1000.0)]

    assert sorted(chances) == chances
    assert 0 < chances[0] < 0.001 < 0.999 < chances[-1] <= 1


def test_either_notion() -> None:
    """A candidate's content is taken for a statement between what either notion says."""
    scores = judge(describe(made(), [way(0.9)]))
    (candidate,) = labelled_candidates(made(), [[way(0.9)]])
    wide = probability(scores[WIDE], WIDE)

    assert pytest.approx(probability(scores[CONTENT], CONTENT)) == candidate.worth
    assert candidate.either == pytest.approx(candidate.worth + WIDER * (wide - candidate.worth))
