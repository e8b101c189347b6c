"""A cue with its source and content in; how probable it is that all three are right out.

A logistic regression over what both labellers hold of it, learned and calibrated on texts they had not
seen (Platt scaling: Platt 1999; Niculescu-Mizil and Caruana, ICML 2005).
"""

from __future__ import annotations

from functools import cache
from math import exp, log

from statements_cli.attribution.columns import CUE_TAGS, Columns
from statements_cli.attribution.contents import size
from statements_cli.attribution.labeller import Finding, TokenSpan
from statements_cli.data import table

FEATURES = (
    "bias", "cue", "something", "margin", "source margin", "no source", "cueness", "cue is a verb", "short", "long",
    "quoted", "partly quoted", "pieces", "content first", "cue quoted", "cue far", "one word", "sentence end",
    "pronoun", "crowded", "cue x margin", "cue length",
)  # fmt: skip


@cache
def _weights() -> tuple[float, ...]:
    rows = dict((name, float(value)) for name, value in table("acceptance.tsv"))
    return tuple(rows[name] for name in FEATURES)


def logit(probability: float) -> float:
    """The log-odds of a probability, held between -6 and 6."""
    held = min(max(probability, 0.0025), 0.9975)
    return log(held / (1 - held))


def describe(columns: Columns, finding: Finding, content: tuple[TokenSpan, ...], crowded: float) -> list[float]:
    """The values of ``FEATURES`` for a finding with its content set straight.

    ``crowded`` is the share of its content that other findings claim too.
    """
    tokens = columns.tokens
    cue = finding.cue
    words = size(content)
    quoted = sum(1 for a, b in content for i in range(a, b) if columns.marks[i]) / max(1, words)
    first, last = content[0][0], content[-1][1]
    distance = min(
        min(abs(a - cue.end), abs(cue.start - b)) for a, b in content
    )  # fmt: skip
    source_tokens = [i for a, b in finding.source for i in range(a, b)]
    return [
        1.0,
        logit(cue.probability),
        logit(1.0 - finding.nothing),
        logit(finding.margin),
        logit(finding.source_margin) if finding.source else 0.0,
        float(not finding.source),
        columns.cueness[cue.head] / 7,
        float(tokens.tags[cue.head] in CUE_TAGS),
        float(words <= 3),
        min(words, 60) / 60,
        float(quoted > 0.9),
        float(0.05 < quoted <= 0.9),
        float(len(content) > 1),
        float(first < cue.start),
        float(columns.marks[cue.start] > 0),
        min(distance, 30) / 30,
        float(words == 1),
        float(last >= len(tokens) or columns.sentence[last - 1] != columns.sentence[min(last, len(tokens) - 1)]),
        float(len(source_tokens) == 1 and tokens.shapes[source_tokens[0]] == 0),
        crowded,
        logit(cue.probability) * logit(finding.margin) / 6,
        min(cue.end - cue.start, 8) / 8,
    ]


def probability(values: list[float]) -> float:
    """The probability that a finding with these values is right."""
    total = sum(weight * value for weight, value in zip(_weights(), values, strict=True))
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))
