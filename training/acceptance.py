"""What both labellers say of unseen texts in; the weights of the judge that accepts or drops it out."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from statements_cli.attribution import labeller
from statements_cli.attribution.acceptance import STRIDE, describe
from statements_cli.attribution.assemble import straightened
from statements_cli.attribution.contents import Regions
from statements_cli.text.linear import Model
from training.crf import Learner
from training.examples import Example, Link

BITS = 22


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding's features, and whether content and source are right."""

    values: array[int]
    right: bool
    half: int


@dataclass(frozen=True, slots=True)
class JudgeSettings:
    """How the judge is learned."""

    rate: float = 0.01
    passes: int = 8
    prior: float = 100.0
    seed: int = 1


def judge(one: Example, second: Model) -> list[Judged]:
    """The findings of one text, held against its annotation as the evaluation does: one to one, half the words."""
    assert one.columns is not None and one.view is not None
    looked = labeller.second_look(one.columns, one.view, one.cues, second)
    straight = straightened(one.columns, Regions(one.columns, one.quotations), looked)
    words = [frozenset(_words(one, found.content)) for found in straight]
    gold = [frozenset(_words(one, link.content)) for link in one.links]
    pairs = sorted(
        (-len(mine & theirs) / len(mine | theirs), g, p)
        for p, mine in enumerate(words)
        for g, theirs in _near(gold, mine, one.links)
        if 2 * len(mine & theirs) >= len(mine | theirs)
    )
    matched: dict[int, int] = {}
    used: set[int] = set()
    for _, g, p in pairs:
        if g not in used and p not in matched:
            matched[p] = g
            used.add(g)
    half = sum(map(ord, one.text.name.split("~")[0])) // 7 % 2  # variants of one text stay together
    rows = []
    for p, found in enumerate(straight):
        right = p in matched and _source_agrees(one, found.finding.source, one.links[matched[p]])
        rows.append(Judged(describe(one.columns, found), right, half))
    return rows


def _near(gold: list[frozenset[int]], mine: frozenset[int], links: Sequence[Link]) -> list[tuple[int, frozenset[int]]]:
    return [
        (g, theirs) for g, theirs in enumerate(gold) if theirs and mine and links[g] and not mine.isdisjoint(theirs)
    ]


def _words(one: Example, spans: Sequence[tuple[int, int]]) -> list[int]:
    return [i for a, b in spans for i in range(a, b) if one.tokens.shapes[i] != 4]


def _source_agrees(one: Example, source: Sequence[tuple[int, int]], link: Link) -> bool:
    """Whether the source shares a word with the annotated one, where one is annotated."""
    theirs = set(_words(one, link.source))
    return not theirs or not theirs.isdisjoint(_words(one, source))


def fit(judged: Sequence[Judged], settings: JudgeSettings) -> tuple[Any, list[float], list[float]]:
    """The judge's weights, and slope and offset by which its score becomes a probability.

    The scale is fitted on scores that each half of the texts gets from weights learned on the other.
    """
    scores = np.zeros(len(judged))
    right = np.array([row.right for row in judged], float)
    for half in (0, 1):
        weights = learn([row for row in judged if row.half != half], settings)
        for number, row in enumerate(judged):
            if row.half == half:
                scores[number] = weights[rows_of(row)].sum()
    slope, offset = platt(scores, right)
    held_out = [float(p) for p in 1 / (1 + np.exp(-(slope * scores + offset)))]
    return learn(judged, settings), [slope, offset], held_out


def rows_of(row: Judged) -> Any:
    """The rows of the weight table that a finding's features stand in."""
    keys = np.frombuffer(row.values, np.uint32).astype(np.uint64)
    keys = ((keys ^ (keys >> np.uint64(15))) * np.uint64(0x2C1B3C6D)) & np.uint64(0xFFFFFFFF)
    return (keys ^ (keys >> np.uint64(13))) & np.uint64((1 << BITS) - 1)


def learn(judged: Sequence[Judged], settings: JudgeSettings) -> Any:
    """The judge's weights: a logistic regression by stochastic gradient ascent."""
    features = np.concatenate([np.frombuffer(row.values, np.uint32) for row in judged])
    labels = np.array([row.right for row in judged], np.int8)
    offsets = np.arange(len(judged) + 1, dtype=np.int32)
    learner = Learner(2, BITS, False, settings.rate, 0.0, settings.prior, settings.seed)
    order = np.arange(len(judged), dtype=np.int32)
    shuffle = np.random.default_rng(settings.seed)
    for number in range(settings.passes):
        learner.rate = settings.rate * (1 - number / settings.passes)
        shuffle.shuffle(order)
        learner.learn(features, STRIDE, offsets, labels, order)
        if number >= settings.passes // 2:
            learner.take()
    weights, _ = learner.average()
    return weights[:, 1] - weights[:, 0]


def platt(scores: Any, right: Any) -> tuple[float, float]:
    """Slope and offset of a logistic regression on one score, by Newton's method."""
    x = np.stack([scores, np.ones_like(scores)], axis=1)
    w = np.array([1.0, 0.0])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + 1e-9 * np.eye(2)
        w -= np.linalg.solve(hessian, x.T @ (p - right))
    return float(w[0]), float(w[1])


def table_of(slope_and_offset: Sequence[float]) -> bytes:
    """The judge's scale as the data file the package reads."""
    head = (
        "# How the judge's score becomes a probability, fitted on PolNeAR's training texts by training/acceptance.py.\n"
    )
    rows = zip(("slope", "offset"), slope_and_offset, strict=True)
    return (head + "".join(f"{name}\t{value:.5f}\n" for name, value in rows)).encode()
