"""The ranking of the days on which a statement may have been made."""

from __future__ import annotations

import pytest

from statements_cli.data import table
from statements_cli.dates.carrying import day_ranking
from statements_cli.dates.carrying.day_ranking import DayCandidate, likeliest
from statements_cli.model import DayEvidence, SaidOn

WEIGHTS = {"strong": 2.0, "good": 1.0, "weak": 0.5, "bad": -1.0}


@pytest.fixture(autouse=True)
def known_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    """Weights that rows can be reckoned with."""
    monkeypatch.setattr(day_ranking, "weights", lambda: WEIGHTS)


def candidate(day: str | None, *features: str) -> DayCandidate:
    """A candidate whose evidence tells which it is."""
    return DayCandidate(SaidOn(day, "relative", DayEvidence(" ".join(features))), features)


RANKED = [
    ([("a", "good"), ("b", "weak")], "a", "good"),
    ([("a", "weak"), ("b", "good")], "b", "good"),
    # weights of one candidate add up, and so do the chances of one day
    ([("a", "good"), ("b", "weak", "good")], "b", "weak good"),
    ([("a", "good"), ("b", "weak"), ("b", "weak", "x")], "b", "weak"),  # 2 e^0.5 > e
    ([("a", "strong"), ("b", "weak"), ("b", "weak", "x")], "a", "strong"),  # 2 e^0.5 < e^2
    # the best of the day's candidates gives the evidence, the first of equals wins
    ([("a", "weak"), ("a", "strong"), ("b", "good")], "a", "strong"),
    ([("a", "good"), ("b", "good")], "a", "good"),
    # what has no weight counts nothing, and bad weighs against
    ([("a", "unknown"), ("b", "bad")], "a", "unknown"),
    ([("a", "bad"), (None, "unknown")], None, "unknown"),
    ([("a", "bad")], "a", "bad"),
]


@pytest.mark.parametrize(("candidates", "day", "words"), RANKED)
def test_the_likeliest_day_is_taken(candidates: list[tuple[str, ...]], day: str | None, words: str) -> None:
    """The day with the greatest chance wins, with the evidence of its best candidate."""
    found = likeliest([candidate(*one) for one in candidates])
    assert found.said.evidence is not None
    assert (day, words) == (found.said.date, found.said.evidence.words)


def test_the_weights_that_ship_are_read() -> None:
    """The table that ships has a weight for the day published and for a speaker's day, the greater one."""
    shipped = {row[0]: row[1] for row in table(day_ranking.WEIGHTS)}
    assert float(shipped["speaker's day"]) > float(shipped["published"])
