"""A cue with its source and content in; how probable it is that all three are right out.

A logistic regression over what both labellers hold of it, over the words at its joints and the order of its
parts, calibrated on texts it had not seen (Platt 1999; Niculescu-Mizil and Caruana, ICML 2005).
"""

from __future__ import annotations

from array import array
from functools import cache
from math import exp, log
from typing import NamedTuple

from statements_cli.attribution.columns import Columns
from statements_cli.attribution.contents import size
from statements_cli.attribution.features import near
from statements_cli.attribution.labeller import Finding, TokenSpan
from statements_cli.data import table
from statements_cli.text.linear import Model, load, score

STRIDE = 63  # features a finding, as describe gives them
FIRST_VERB, LAST_VERB = 10, 16  # text.tagger.TAGS from VB to MD
M1, M2, M3, MASK = 0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0xFFFFFFFF
NO_TAG = 60


@cache
def judge_model() -> Model:
    """The judge's weights."""
    return load("judge.bin")


@cache
def calibration() -> tuple[float, float]:
    """Slope and offset that turn the judge's score, in nats, into log-odds."""
    rows = {name: float(value) for name, value in table("acceptance.tsv")}
    return rows["slope"], rows["offset"]


def step(probability: float) -> int:
    """A probability as one of 24 steps of even log-odds."""
    held = min(max(probability, 0.0025), 0.9975)
    return int(2 * (log(held / (1 - held)) + 6))


class Straight(NamedTuple):
    """A finding with its content set straight, and how it lies to its neighbours.

    ``crowded`` is the share of its content that one of them claims too; ``within`` how probable the cue is
    whose content its own cue lies in, ``holds`` how probable a cue in its own content is (0: none).
    """

    finding: Finding
    content: tuple[TokenSpan, ...]
    crowded: float
    within: float
    holds: float


def describe(columns: Columns, straight: Straight) -> array[int]:
    """The feature numbers of a finding."""
    finding, content, crowded, within, holds = straight
    tokens = columns.tokens
    tags, words, stems = tokens.tags, tokens.words, tokens.stems
    count = len(words)
    cue = finding.cue
    first, last = content[0][0], content[-1][1]
    length = size(content)
    inside = sum(1 for a, b in content for mark in columns.marks[a:b] if mark)
    quoted = 0 if not inside else 2 if inside > 0.9 * length else 1
    verbs = min(2, sum(1 for a, b in content for tag in tags[a:b] if FIRST_VERB <= tag <= LAST_VERB))
    source = finding.source
    order = (1 if first < cue.start else 2) + 3 * (0 if not source else 1 if source[0][0] < cue.start else 2)
    source_tag = tags[source[0][0]] if source else NO_TAG
    source_end = tags[source[-1][1] - 1] if source else NO_TAG
    source_word = words[source[0][0]] if source and source[-1][1] - source[0][0] == 1 else 0
    source_gap = (
        near(max(0, cue.start - source[-1][1] if source[0][0] < cue.start else source[0][0] - cue.end)) if source else 9
    )
    gap = near(min(abs(first - cue.end), abs(cue.start - last)))
    p, something = step(cue.probability), step(1.0 - finding.nothing)
    margin, sourced = step(finding.margin), step(finding.source_margin) if source else 40
    hs, ht, cueness = stems[cue.head], tags[cue.head], columns.cueness[cue.head]
    nx, nt = (words[cue.end], tags[cue.end]) if cue.end < count else (2, NO_TAG)
    pw, pt = (words[cue.start - 1], tags[cue.start - 1]) if cue.start else (1, NO_TAG)
    cw, ct = words[first], tags[first]
    lt = tags[last - 1]
    aw = words[last] if last < count else 2
    bw = words[first - 1] if first else 1
    n = near(length)
    crowd = int(4 * crowded)
    cue_quoted = columns.marks[cue.start] > 0
    place = near(cue.start - columns.sentence[cue.start])
    pieces = min(3, len(content))
    inside_of, holder_of = step(within) if within else 50, step(holds) if holds else 50
    values = (
        1, p, 1, something, 1, margin, 1, sourced, 1, hs, 1, ht, 1, cueness, 1, nx, 1, nt, 1, pw, 1, pt, 1, cw, 1, ct,
        1, lt, 1, aw, 1, bw, 1, n, quoted, verbs, order, gap, order, source_gap, source_tag, source_end,
        1, source_word, 1, crowd, 1, place, pieces, quoted, hs, quoted, hs, nx, hs, ct, hs, order, hs, verbs, hs, cw,
        p, margin, p, something, p, sourced, margin, n, ht, nt, ht, ct, ct, verbs, order, quoted, source_tag, order,
        sourced, hs, crowd, p, verbs, n, lt, aw, bw, ct, ht * 64 + pt, nt, cueness, verbs, cueness, ct,
        cue_quoted, quoted, cue_quoted, p, pieces, order, margin, verbs * 3 + quoted, something, quoted,
        near(cue.end - cue.start), ht, 1, inside_of, 1, holder_of, inside_of, p, holder_of, p, inside_of, quoted,
        holder_of, verbs, inside_of, hs, holder_of, hs, inside_of, holder_of,
    )  # fmt: skip
    return array("I", [
        (template * M3 + values[2 * template] * M1 + values[2 * template + 1] * M2) & MASK
        for template in range(len(values) // 2)
    ])  # fmt: skip


def probabilities(described: list[array[int]]) -> list[float]:
    """The probability that each finding with these features is right."""
    model = judge_model()
    features = array("I")
    for one in described:
        features += one
    scores = array("i", bytes(4 * len(described)))
    score(features, len(described), STRIDE, model.keys, model.rows, 1, model.mask, scores)
    slope, offset = calibration()
    return [1 / (1 + exp(-max(-30.0, min(30.0, slope * value / model.scale + offset)))) for value in scores]
