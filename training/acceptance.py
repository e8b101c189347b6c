"""What both labellers say of unseen texts in; the weights of the judge that accepts or drops it out."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from statements_cli.attribution.bounds.regions import Regions
from statements_cli.attribution.finder import straightened
from statements_cli.attribution.labelling.first_pass import Cue
from statements_cli.attribution.labelling.judge import BEST, CONTENT, RIGHT, STRIDE, describe
from statements_cli.attribution.labelling.second_pass import second_look
from statements_cli.provenance.act import act_of
from statements_cli.text.tagging.linear import Model
from training.crf import Learner
from training.examples import Example, Link

BITS = 22
Scale: TypeAlias = dict[str, tuple[float, float]]  # slope and offset of what is recognised by its name


@dataclass(frozen=True, slots=True)
class Judged:
    """One way to bound a finding: its features, and whether content and source are right.

    ``content`` says that at least the content is; ``best`` that no other way comes nearer to the annotation;
    ``matched`` that the finding has one; ``base`` that it is the best labelling's own, with which the ways of a
    finding begin.
    """

    values: array[int]
    right: bool
    content: bool
    best: bool
    matched: bool
    base: bool
    half: int
    name: str
    news: bool
    free: bool
    attitude: bool


@dataclass(frozen=True, slots=True)
class JudgeSettings:
    """How the judge is learned."""

    rate: float = 0.01
    passes: int = 8
    prior: float = 100.0
    seed: int = 1


def judge(one: Example, second: Model) -> list[Judged]:
    """The findings of one text, each with the ways to bound it, held against its annotation.

    As the evaluation does it: one to one, half the words.
    """
    assert one.columns is not None and one.view is not None
    looked = second_look(one.columns, one.view, one.cues, second)
    ways = straightened(one.columns, Regions(one.columns, one.quotations), looked)
    gold = [frozenset(_words(one, link.content)) for link in one.links]
    overlaps = {
        (p, w, g): len(mine & theirs) / len(mine | theirs)
        for p, finding in enumerate(ways)
        for w, way in enumerate(finding)
        for mine in (frozenset(_words(one, way.content)),)
        for g, theirs in _near(gold, mine, one.links)
    }
    matched: dict[int, int] = {}
    used: set[int] = set()
    for _, g, p in sorted((-overlap, g, p) for (p, _, g), overlap in overlaps.items() if overlap >= 0.5):
        if g not in used and p not in matched:
            matched[p] = g
            used.add(g)
    half = sum(map(ord, one.text.name.split("~")[0])) // 7 % 2  # variants of one text stay together
    rows = []
    for p, finding in enumerate(ways):
        held = [overlaps.get((p, w, matched.get(p, -1)), 0.0) for w in range(len(finding))]
        source = p in matched and _source_agrees(one, finding[0].finding.source, one.links[matched[p]])
        cue = finding[0].finding.cue
        free = one.links[matched[p]].optional if p in matched else _is_nested(one, cue)
        for way, overlap in zip(finding, held, strict=True):
            rows.append(
                Judged(
                    describe(one.columns, [way]),
                    right=source and overlap >= 0.5,
                    content=overlap >= 0.5,
                    best=overlap >= max(0.5, max(held)),
                    matched=p in matched,
                    base=way is finding[0],
                    half=half,
                    name=one.text.name,
                    news=one.text.news,
                    free=free,
                    attitude=_is_attitude(one, finding[0].finding.cue),
                )
            )
    return rows


def _near(gold: list[frozenset[int]], mine: frozenset[int], links: Sequence[Link]) -> list[tuple[int, frozenset[int]]]:
    return [
        (g, theirs) for g, theirs in enumerate(gold) if theirs and mine and links[g] and not mine.isdisjoint(theirs)
    ]


def _words(one: Example, spans: Sequence[tuple[int, int]]) -> list[int]:
    return [i for a, b in spans for i in range(a, b) if one.tokens.shapes[i] != 4]


def _is_nested(one: Example, cue: Cue) -> bool:
    """Whether a cue lies in an annotated content: what it reports is part of what was said there."""
    return any(start <= cue.start < end for link in one.links for start, end in link.content)


def _is_attitude(one: Example, cue: Cue) -> bool:
    text = " ".join(one.tokens.word(i) for i in range(cue.start, cue.end))
    return act_of(text, "", "indirect") == "attitude"


def _source_agrees(one: Example, source: Sequence[tuple[int, int]], link: Link) -> bool:
    """Whether the source shares a word with the annotated one, where one is annotated."""
    theirs = set(_words(one, link.source))
    return not theirs or not theirs.isdisjoint(_words(one, source))


def fit(judged: Sequence[Judged], settings: JudgeSettings) -> tuple[Any, Scale, list[float], list[bool]]:
    """The judge's weights, how its scores become probabilities, and how that turned out.

    The columns of weights are ``RIGHT``, which tells findings whose content and source are right, ``BEST``, which
    tells the best of several ways to bound one, and ``CONTENT``, which tells those whose content is right. The
    scale is fitted on scores that each half of the texts gets from weights learned on the other, of the ways
    chosen; those probabilities of content and source, and which of them are right, come last.
    """
    scores = np.zeros((len(judged), 3))
    for half in (0, 1):
        weights = learn([row for row in judged if row.half != half], settings)
        for number, row in enumerate(judged):
            if row.half == half:
                scores[number] = weights[rows_of(row)].sum(axis=0)
    chosen = chosen_ways(judged, scores[:, BEST])
    right = [judged[number].right for number in chosen]
    slope, offset = platt(scores[chosen, RIGHT], np.array(right, float))
    content = platt(scores[chosen, CONTENT], np.array([judged[number].content for number in chosen], float))
    held_out = [float(p) for p in 1 / (1 + np.exp(-(slope * scores[chosen, RIGHT] + offset)))]
    scale = {"attributed": (slope, offset), "content": content, "wide": content}
    return learn(judged, settings), scale, held_out, right


def chosen_ways(judged: Sequence[Judged], ranks: Any) -> list[int]:
    """The numbers of the rows that rank highest among the ways to bound one finding."""
    chosen: list[int] = []
    for number, row in enumerate(judged):
        if row.base:
            chosen.append(number)
        elif ranks[number] > ranks[chosen[-1]]:
            chosen[-1] = number
    return chosen


def rows_of(row: Judged) -> Any:
    """The rows of the weight table that a finding's features stand in."""
    keys = np.frombuffer(row.values, np.uint32).astype(np.uint64)
    keys = ((keys ^ (keys >> np.uint64(15))) * np.uint64(0x2C1B3C6D)) & np.uint64(0xFFFFFFFF)
    return (keys ^ (keys >> np.uint64(13))) & np.uint64((1 << BITS) - 1)


def learn(judged: Sequence[Judged], settings: JudgeSettings) -> Any:
    """The columns of the judge's weights: what is right, of a finding that is any what is best, what is said."""
    base, matched = [row for row in judged if row.base], [row for row in judged if row.matched]
    columns = {
        RIGHT: regression(base, [row.right for row in base], settings),
        BEST: regression(matched, [row.best for row in matched], settings),
        CONTENT: regression(base, [row.content for row in base], settings),
    }
    return np.stack([columns[kind] for kind in sorted(columns)], axis=1)


def regression(rows: Sequence[Judged], labels: Sequence[bool], settings: JudgeSettings) -> Any:
    """A logistic regression by stochastic gradient ascent."""
    features = np.concatenate([np.frombuffer(row.values, np.uint32) for row in rows])
    offsets = np.arange(len(rows) + 1, dtype=np.int32)
    learner = Learner(2, BITS, False, settings.rate, 0.0, settings.prior, settings.seed)
    order = np.arange(len(rows), dtype=np.int32)
    shuffle = np.random.default_rng(settings.seed)
    for number in range(settings.passes):
        learner.rate = settings.rate * (1 - number / settings.passes)
        shuffle.shuffle(order)
        learner.learn(features, STRIDE, offsets, np.array(labels, np.int8), order)
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


def table_of(scale: Scale) -> bytes:
    """The judge's scale as the data file the package reads."""
    head = (
        "# How the judge's scores become probabilities: slope and offset, fitted on texts it hasn't learned\n"
        "# from, by training/acceptance.py or, where it is adapted to annotated news, by training/adaptation.py.\n"
    )
    rows = (f"{name}\t{slope:.5f}\t{offset:.5f}\n" for name, (slope, offset) in scale.items())
    return (head + "".join(rows)).encode()
