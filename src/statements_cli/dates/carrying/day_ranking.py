"""Rank the days on which a statement without its own day may have been made.

A log-linear model over the candidates of one statement: each has the weights of its features, those of one day add up
as chances, and the likeliest day is taken. The weights are learned from annotated news by ``training/days_said.py``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import exp
from typing import NamedTuple

from statements_cli.data import table
from statements_cli.model import SaidOn

WEIGHTS = "weights/days_said.tsv"


class DayCandidate(NamedTuple):
    """A possible day of a statement, with its evidence and features."""

    said: SaidOn
    features: tuple[str, ...]


@cache
def weights() -> dict[str, float]:
    """Return the weight of each feature."""
    return {name: float(weight) for name, weight in table(WEIGHTS)}


def likeliest(candidates: Sequence[DayCandidate]) -> DayCandidate:
    """Return the best candidate of the likeliest day, the first of equals.

    ``candidates`` has one at least.
    """
    if len(candidates) == 1:
        return candidates[0]
    known = weights()
    scores = [sum([known.get(feature, 0.0) for feature in candidate.features]) for candidate in candidates]
    highest = max(scores)
    chances: dict[str | None, float] = {}
    for candidate, score in zip(candidates, scores, strict=True):
        day = candidate.said.date
        chances[day] = chances.get(day, 0.0) + exp(score - highest)
    day = max(chances, key=chances.__getitem__)
    of_day = [place for place, candidate in enumerate(candidates) if candidate.said.date == day]
    return candidates[max(of_day, key=scores.__getitem__)]
