"""What both labellers say of unseen texts in; the weights of the judge that accepts or drops it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from training.examples import Example, Link

from statements_cli.attribution import labeller
from statements_cli.attribution.acceptance import FEATURES, describe
from statements_cli.attribution.assemble import straightened
from statements_cli.attribution.contents import Regions
from statements_cli.text.linear import Model


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding's features, and whether content and source are right."""

    values: list[float]
    right: bool


def judge(one: Example, second: Model) -> list[Judged]:
    """The findings of one text, held against its annotation as the evaluation does: one to one, half the words."""
    assert one.columns is not None and one.view is not None
    found = labeller.second_look(one.columns, one.view, one.cues, second)
    regions = Regions(one.columns, one.quotations)
    straight = straightened(one.columns, regions, found)
    words = [frozenset(_words(one, content)) for _, content, _ in straight]
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
    rows = []
    for p, (finding, content, crowded) in enumerate(straight):
        right = p in matched and _source_agrees(one, finding.source, one.links[matched[p]])
        rows.append(Judged(describe(one.columns, finding, content, crowded), right))
    return rows


def _near(gold: list[frozenset[int]], mine: frozenset[int], links: Sequence[Link]) -> list[tuple[int, frozenset[int]]]:
    return [(g, theirs) for g, theirs in enumerate(gold) if theirs and mine and links[g] and not mine.isdisjoint(theirs)]


def _words(one: Example, spans: Sequence[tuple[int, int]]) -> list[int]:
    return [i for a, b in spans for i in range(a, b) if one.tokens.shapes[i] != 4]


def _source_agrees(one: Example, source: Sequence[tuple[int, int]], link: Link) -> bool:
    """Whether the source shares a word with the annotated one, where one is annotated."""
    theirs = set(_words(one, link.source))
    return not theirs or not theirs.isdisjoint(_words(one, source))


def fit(judged: Sequence[Judged], *, prior: float = 1.0, steps: int = 60) -> list[float]:
    """Logistic regression with a Gaussian prior, by Newton's method."""
    x = np.array([row.values for row in judged])
    y = np.array([row.right for row in judged], float)
    w = np.zeros(x.shape[1])
    for _ in range(steps):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - y) + prior * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + prior * np.eye(len(w))
        change = np.linalg.solve(hessian, gradient)
        w -= change
        if np.abs(change).max() < 1e-9:
            break
    return [float(value) for value in w]


def table_of(weights: Sequence[float]) -> bytes:
    """The judge's weights as the data file the package reads."""
    head = "# The judge's weights by feature, learned on PolNeAR's training texts by training/acceptance.py.\n"
    return (head + "".join(f"{n}\t{w:.5f}\n" for n, w in zip(FEATURES, weights, strict=True))).encode()
