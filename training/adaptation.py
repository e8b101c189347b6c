"""Adapt the judge to annotated news: what its features add there to the scores learned from PolNeAR.

PolNeAR's attributions are wider than what readers of news call a statement. A logistic regression with the shipped
judge's log-odds as its offset learns the difference from a few thousand findings, with a Gaussian prior that keeps
what they don't contradict (Chelba and Acero, Computer Speech and Language, 2006). It is solved in the dual, by
Newton's method, for features are far more than findings. How likely a content is by PolNeAR's notion stays beside it.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from statements_cli.attribution.labelling import dependencies, first_pass
from statements_cli.attribution.labelling.judge import (
    BEST,
    CONTENT,
    NEWS,
    RIGHT,
    WIDE,
    calibration,
    judge_model,
    score_all,
)
from statements_cli.attribution.labelling.token_columns import columns
from training.acceptance import BITS, Judged, Scale, chosen_ways, judge, platt, rows_of, table_of
from training.corpus import Text
from training.examples import Example, example
from training.fine_tuning import fine_tuned, prepared
from training.labellers import grow, look
from training.pack import pack
from training.score import shipped

FOLDS = 5
JUDGE = "weights/judge_news.bin"
CLOSE = 1e-6  # a step that changes less is the last
LEAST_SPREAD = 1e-4  # variance of what is as good as certain
BIAS = 10.0  # variance of a constant that the scale takes up again
ROWS, SCALE = 26_000, 256  # rows of the model kept, and what a weight of 1 nat is there


@dataclass(frozen=True, slots=True)
class Prior:
    """How far the weights may move: the inverse variance of each, by what is judged."""

    right: float = 50.0
    content: float = 100.0


@dataclass(frozen=True, slots=True)
class Adapted:
    """What news add to the judge's weights for ``RIGHT`` and ``CONTENT``, in nats, and the scale of the sums."""

    weights: Any
    scale: Scale


def judged_news(texts: Sequence[Text]) -> list[Judged]:
    """The findings of articles that the labellers have not learned from, held against their annotation."""
    examples = [example(text) for text in texts]
    for one in examples:
        one.columns = columns(one.tokens, one.quotations)
    look(examples, first_pass.first_model())
    grow(examples, dependencies.parser_model())
    return [row for one in examples for row in judge(one, first_pass.second_model())]


def counts(row: Judged) -> bool:
    """Whether a finding is right or wrong: what is optional, nested or an attitude left out of the gold is neither."""
    return not row.free and (row.matched or not row.attitude)


def adapt(rows: Sequence[Judged], prior: Prior | None = None) -> Adapted:
    """What news add to two scores of the judge, and how the sums become probabilities.

    The scale is fitted on scores that each fold of the articles gets from weights learned on the others.
    """
    prior = prior or Prior()
    learned = learn(rows, prior)
    held_out = held_out_scores(rows, prior)
    chosen = [n for n in chosen_ways(rows, held_out[:, BEST]) if counts(rows[n])]
    scale = {
        "attributed": platt(held_out[chosen, RIGHT], np.array([rows[n].right for n in chosen], float)),
        "content": platt(held_out[chosen, CONTENT], np.array([rows[n].content for n in chosen], float)),
        "wide": calibration()[WIDE],
    }
    return Adapted(learned, scale)


def held_out_scores(rows: Sequence[Judged], prior: Prior) -> Any:
    """The three scores of every row, by weights learned from the articles of other folds."""
    folds = np.array([fold_of(row.name) for row in rows])
    shipped = shipped_scores(rows)
    for fold in range(FOLDS):
        weights = learn([row for row, its in zip(rows, folds, strict=True) if its != fold], prior)
        for number in map(int, np.flatnonzero(folds == fold)):
            shipped[number, list(NEWS)] += weights[rows_of(rows[number])].sum(axis=0)
    return shipped


def fold_of(name: str) -> int:
    """The fold of an article by its text's name, as ``benchmarks/articles.py`` has it."""
    return sum(map(ord, name.split("~")[0].rsplit("_", 1)[0])) % FOLDS


def shipped_scores(rows: Sequence[Judged]) -> Any:
    """The scores that the judge learned from PolNeAR gives, in nats."""
    described = array("I")
    for row in rows:
        described += row.values
    return np.array(score_all(described, judge_model()), float).reshape(-1, 3) / judge_model().scale


def learn(rows: Sequence[Judged], prior: Prior) -> Any:
    """A row of weights for each feature: for ``RIGHT`` and for ``CONTENT``."""
    scores = shipped_scores(rows)
    ways = np.zeros(len(rows), bool)
    ways[chosen_ways(rows, scores[:, BEST])] = True
    told = ways & np.array([counts(row) for row in rows])
    numbers = [int(number) for number in np.flatnonzero(told)]
    keys = np.stack([rows_of(rows[n]) for n in numbers])
    weights = np.zeros((1 << BITS, 2), np.float64)
    for column, (kind, strength) in enumerate(zip(NEWS, (prior.right, prior.content), strict=True)):
        labels = np.array([rows[n].right if kind == RIGHT else rows[n].content for n in numbers], float)
        duals = regress(keys, scores[numbers, kind], labels, strength)
        weights[:, column] = spread_over(keys, duals, 1 << BITS) / strength
    weights[0] = 0.0
    return weights


def spread_over(keys: Any, duals: Any, size: int) -> Any:
    """The sum of findings' dual weights at each feature."""
    return np.bincount(keys.ravel(), np.repeat(duals, keys.shape[1]), size)


def regress(keys: Any, offset: Any, labels: Any, strength: float, steps: int = 12) -> Any:
    """The dual weights of a logistic regression with an offset, one a finding, whose features are a row of keys.

    Each step of Newton's method is solved by conjugate gradients, for how many features each two findings share
    would need room for the square of their number.
    """
    features, keys = np.unique(keys, return_inverse=True)
    keys = keys.reshape(len(labels), -1)

    def kernel(duals: Any) -> Any:
        shared = spread_over(keys, duals, len(features))[keys].sum(axis=1)
        return shared / strength + BIAS * duals.sum()

    duals = np.zeros(len(labels))
    for _ in range(steps):
        scores = kernel(duals) + offset
        chance = 1 / (1 + np.exp(-scores))
        spread = np.maximum(chance * (1 - chance), LEAST_SPREAD)
        target = scores - offset + (labels - chance) / spread
        before, duals = duals, solve(kernel, 1 / spread, target, duals)
        if np.abs(duals - before).max() < CLOSE:
            break
    return duals


def solve(kernel: Callable[[Any], Any], ridge: Any, target: Any, start: Any, most: int = 200) -> Any:
    """What solves ``kernel(x) + ridge * x = target``, by conjugate gradients scaled by the ridge."""
    x = start.copy()
    left = target - kernel(x) - ridge * x
    scaled = left / ridge
    way, size = scaled.copy(), left @ scaled
    for _ in range(most):
        if size < CLOSE:
            break
        along = kernel(way) + ridge * way
        length = size / (way @ along)
        x += length * way
        left -= length * along
        scaled = left / ridge
        before, size = size, left @ scaled
        way = scaled + size / before * way
    return x


def adapted_files(news: Sequence[Text], corpus: Sequence[Text]) -> dict[str, bytes]:
    """The model files of the second labeller, fine-tuned, and of what articles add to the judge, with its scale.

    The judge learns from what labellers say of articles that they were not tuned on (five folds). Articles without
    cues annotated serve the judge alone; without any articles nothing is changed.
    """
    tuning = [text for text in news if any(gold.cue for gold in text.attributions)]
    if not tuning:
        return {JUDGE: pack(np.zeros((1 << BITS, len(NEWS))), np.zeros((2, 2)), rows=ROWS, scale=SCALE, chained=False)}
    examples = prepared(tuning, corpus)
    _, rows = _by_folds(examples, tuning)
    files = fine_tuned(examples)
    with shipped(files):
        rows += judged_news([text for text in news if text not in tuning])
        return files | judge_files(rows)


def judge_alone(news: Sequence[Text]) -> dict[str, bytes]:
    """The model file of what articles add to the judge, beside the labellers that ship, and its scale."""
    return judge_files(judged_news(news))


def cross_validated(news: Sequence[Text], corpus: Sequence[Text]) -> Iterator[tuple[int, dict[str, bytes]]]:
    """For each fold the model files that articles of the other folds give."""
    examples = prepared(news, corpus)
    tuned, rows = _by_folds(examples, news)
    for fold, files in enumerate(tuned):
        yield fold, files | judge_files([row for row in rows if fold_of(row.name) != fold])


def _by_folds(examples: Sequence[Example], news: Sequence[Text]) -> tuple[list[dict[str, bytes]], list[Judged]]:
    """The labellers tuned without each fold of articles, and the judged findings of that fold's by them."""
    tuned: list[dict[str, bytes]] = []
    rows: list[Judged] = []
    for fold in range(FOLDS):
        rest = [one for one in examples if not one.text.news or fold_of(one.text.name) != fold]
        tuned.append(fine_tuned(rest))
        with shipped(tuned[-1]):
            rows += judged_news([text for text in news if fold_of(text.name) == fold])
    return tuned, rows


def judge_files(rows: Sequence[Judged]) -> dict[str, bytes]:
    """The model file of what judged findings add to the judge, and the table of its scale."""
    adapted = adapt(rows)
    weights = pack(adapted.weights, np.zeros((2, 2)), rows=ROWS, scale=SCALE, chained=False)
    return {JUDGE: weights, "weights/acceptance.tsv": table_of(adapted.scale)}
