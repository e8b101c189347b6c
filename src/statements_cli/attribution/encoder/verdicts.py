"""Ways to bound findings of the encoder in.

How probable it is that they are right out.

A logistic regression over what the encoder holds of them and how they lie to their neighbours, learned from texts
that the encoder had not seen (``training/encoder/judge.py``). Its weights come with the encoder's.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import cache
from math import exp, log
from operator import mul
from pathlib import Path
from typing import NamedTuple

from statements_cli.attribution.labelling.judge import (
    BEST,
    CONTENT,
    RIGHT,
    SCORES,
    Straight,
    describe,
    judge,
    judge_model,
    probability,
    score_all,
)
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.data import lines_of

FEATURES = (
    "always", "labellers' right", "labellers' best", "labellers' content", "cue", "cue by the corpus", "cue by news",
    "content", "content by the corpus", "content by news", "content's words", "beginning", "end",
    "source", "no source", "crowded", "within", "holds", "another outline", "parts", "length", "quoted",
)  # fmt: skip
VERDICTS = ("right", "best", "content")  # content and source right, bounded best, content right
LABELLERS_SHARE = 0.5  # of the labellers' judge, which knows annotated news, in the log-odds
SUREST = 6.0  # log-odds beyond which more says nothing


class Verdict(NamedTuple):
    """How probable content and source are right, and how a way to bound content ranks."""

    right: float
    best: float
    content: float


@cache
def weights(folder: Path) -> tuple[tuple[float, ...], ...]:
    """Return the weights of each kind, a feature a column.

    Raises ``ValueError`` where the file is of other features.
    """
    rows = {name: values for name, *values in (line.split("\t") for line in lines_of(str(folder / "judge.tsv")))}
    if tuple(rows) != FEATURES:
        raise ValueError(f"judge.tsv in {folder} is of another version")
    return tuple(tuple(float(rows[name][kind]) for name in FEATURES) for kind in range(len(VERDICTS)))


def verdicts(made: Columns, ways: Sequence[Straight], folder: Path) -> list[Verdict]:
    """Return how probable each way is to be right.

    Between what the weights of a folder and the labellers' judge say.
    """
    right, best, content = weights(folder)
    described = describe(made, ways)
    labellers, judged = judge(described), []
    for number, values in enumerate(all_features(made, ways, described)):
        scores = [sum(map(mul, kind, values)) for kind in (right, best, content)]
        chances = {
            kind: _chance(
                (1 - LABELLERS_SHARE) * scores[kind]
                + LABELLERS_SHARE * odds(probability(labellers[SCORES * number + kind], kind))
            )
            for kind in (RIGHT, CONTENT)
        }
        judged.append(Verdict(chances[RIGHT], scores[BEST], chances[CONTENT]))
    return judged


def all_features(made: Columns, ways: Sequence[Straight], described: array[int]) -> list[tuple[float, ...]]:
    """Return what the judge sees of ways to bound findings."""
    scores, scale = score_all(described, judge_model()), judge_model().scale
    return [features(made, way, [one / scale for one in scores[3 * k : 3 * k + 3]]) for k, way in enumerate(ways)]


def features(made: Columns, way: Straight, labellers: Sequence[float]) -> tuple[float, ...]:
    """Return the judge's features of one way to bound a finding, in ``FEATURES``' order.

    ``labellers`` are the scores, in nats, of the labellers' own judge, without what annotated news add to it.
    """
    finding, outline, content = way.finding, way.outline, way.content
    cues = finding.cue.probability, 1 - finding.nothing
    corpus, news, wide_content, news_content = finding.evidence or (cues[0], *cues, cues[1])
    size = sum(end - start for start, end in content)
    quoted = sum(1 for start, end in content for i in range(start, end) if made.marks[i])
    return (
        1.0, labellers[RIGHT], labellers[BEST], labellers[CONTENT], odds(finding.cue.probability), odds(corpus),
        odds(news), odds(1 - finding.nothing), odds(wide_content), odds(news_content),
        odds(outline.margin), odds(outline.begins), odds(outline.ends),
        odds(finding.source_margin) if finding.source else 0.0, float(not finding.source), way.crowded, way.within,
        way.holds, float(way.number > 0), float(len(content) > 1), log(1 + size), quoted / max(1, size),
    )  # fmt: skip


def odds(chance: float) -> float:
    """Return Log-odds of a probability, bounded."""
    if chance <= 0 or chance >= 1:
        return SUREST if chance >= 1 else -SUREST
    return max(-SUREST, min(SUREST, log(chance / (1 - chance))))


def _chance(score: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))
