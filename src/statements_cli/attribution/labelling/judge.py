"""Judge how probable it is that cue, source and content are right.

A logistic regression over what both labellers hold of it, over the words at its joints and the order of its
parts, calibrated on texts it had not seen (Platt 1999; Niculescu-Mizil and Caruana, ICML 2005).
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import cache
from math import exp
from typing import NamedTuple

from statements_cli.attribution.labelling.first_pass import Finding, Outline, TokenSpan
from statements_cli.attribution.labelling.judge_features import judge_features
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.attribution.labelling.tree_features import content_features
from statements_cli.data import table
from statements_cli.text.tagging.linear import Model, load, score

STRIDE = 105  # features a finding, as judge_features and tree_features write them
RIGHT, BEST, CONTENT, WIDE = range(4)
"""The judge's scores: content and source right, bounded best, content right.

The last says by PolNeAR's notion of a statement whether the content is right, the first and third by that of news.
"""
SCORES = 4  # a finding
NEWS = (RIGHT, CONTENT)  # the scores that annotated news add to
STEPS = 24


@cache
def judge_model() -> Model:
    """Return the judge's weights."""
    return load("weights/judge.bin")


@cache
def news_model() -> Model:
    """Return what annotated news add to the judge's weights."""
    return load("weights/judge_news.bin")


@cache
def calibration() -> dict[int, tuple[float, float]]:
    """Return slope and offset that turn a score of the judge's, in nats, into log-odds."""
    rows = {name: (float(slope), float(offset)) for name, slope, offset in table("weights/acceptance.tsv")}
    return {RIGHT: rows["attributed"], CONTENT: rows["content"], WIDE: rows["wide"]}


@cache
def steps() -> array[float]:
    """Return the probabilities between the even steps of log-odds that the judge sees."""
    return array("d", [1 / (1 + exp(6 - number / 2)) for number in range(1, STEPS)])


class Straight(NamedTuple):
    """A finding, one way to bound its content, and how that lies to its neighbours.

    ``number`` is 0 for the best labelling's own outline.
    ``crowded`` is the share of its content that one of them claims too; ``within`` how probable the cue is
    whose content its own cue lies in, ``holds`` how probable a cue in its own content is (0: none).
    """

    finding: Finding
    outline: Outline
    number: int
    content: tuple[TokenSpan, ...]
    crowded: float
    within: float
    holds: float


def describe(columns: Columns, ways: Sequence[Straight]) -> array[int]:
    """Return the feature numbers of findings, ``STRIDE`` each."""
    tokens = columns.tokens
    spans, places, chances = array("i"), list[int](), list[float]()
    for finding, outline, number, content, crowded, within, holds in ways:
        cue, source = finding.cue, finding.source
        for span in content:
            spans.extend(span)
        start, end = (source[0][0], source[-1][1]) if source else (-1, -1)
        places += cue.start, cue.end, cue.head, start, end, number, len(content)
        chances += (
            cue.probability, 1.0 - finding.nothing, outline.margin, finding.source_margin, outline.begins,
            outline.ends, within, holds, crowded,
        )  # fmt: skip
    at, out = array("i", places), array("I", bytes(4 * STRIDE * len(ways)))
    judge_features(
        tokens.words, tokens.stems, tokens.tags, columns.cueness, columns.marks, columns.sentence, columns.narrow,
        columns.verb_before, columns.verb_after, steps(), spans, at, array("d", chances), len(ways), out,
    )  # fmt: skip
    content_features(
        tokens.words, tokens.stems, tokens.tags, columns.narrow, columns.sentence, columns.heads, columns.begins,
        columns.ends, spans, at, len(ways), out,
    )  # fmt: skip
    return out


def judge(described: array[int]) -> array[float]:
    """Score findings with these features, in nats: ``RIGHT``, ``BEST``, ``CONTENT`` and ``WIDE`` of each.

    What the judge learned from PolNeAR, and what annotated news add to it.
    """
    wide, news = judge_model(), news_model()
    learned, added = score_all(described, wide), score_all(described, news)
    scores = array("d", bytes(8 * SCORES * (len(described) // STRIDE)))
    for kind in (RIGHT, BEST, CONTENT):
        scores[kind::SCORES] = array("d", [one / wide.scale for one in learned[kind :: wide.width]])
    scores[WIDE::SCORES] = scores[CONTENT::SCORES]
    for column, kind in enumerate(NEWS):
        pairs = zip(scores[kind::SCORES], added[column :: len(NEWS)], strict=True)
        scores[kind::SCORES] = array("d", [one + more / news.scale for one, more in pairs])
    return scores


def score_all(described: array[int], model: Model) -> array[int]:
    """Score findings by one model, in its own units."""
    count = len(described) // STRIDE
    scores = array("i", bytes(4 * model.width * count))
    score(described, count, STRIDE, model.keys, model.rows, model.width, model.mask, scores)
    return scores


def probability(score: float, kind: int = RIGHT) -> float:
    """Return the probability that a finding with this score is ``RIGHT`` or ``CONTENT``."""
    slope, offset = calibration()[kind]
    return 1 / (1 + exp(-max(-30.0, min(30.0, slope * score + offset))))
