"""Examples in; the model files of both labellers, of the cue lexicon and of the judge out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from statements_cli.attribution.labelling import first_pass
from statements_cli.attribution.labelling.dependencies import parse_around
from statements_cli.text.tagging.linear import Model, parse
from training.acceptance import Judged, JudgeSettings, fit, judge, table_of
from training.crf import Learner
from training.examples import (
    CueCounts,
    Example,
    Matrix,
    first_matrix,
    second_matrix,
    set_columns,
)
from training.pack import pack
from training.parsing import learn_parser

BITS = 22
JUDGE_ROWS = 26_000


@dataclass(frozen=True, slots=True)
class Plan:
    """How one labeller is learned: size of the first steps, passes over the texts, rows kept, steps of a nat."""

    rate: float
    passes: int
    rows: int
    scale: int


@dataclass(frozen=True, slots=True)
class Settings:
    """How the labellers are learned: what was chosen on the development texts."""

    folds: int = 5
    first: Plan = Plan(rate=0.001, passes=10, rows=52_000, scale=64)
    second: Plan = Plan(rate=0.0003, passes=8, rows=44_000, scale=128)
    prior: float = 1.0
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Weights:
    """The model files, as bytes, by the name they have in the package."""

    files: dict[str, bytes]
    right: tuple[bool, ...]
    held_out: tuple[float, ...]


class Learned(NamedTuple):
    """What a labeller learned: a row of weights a feature, and the weights of its transitions, in nats."""

    weights: Any
    transitions: Any


def learn(matrix: Matrix, width: int, plan: Plan, settings: Settings) -> Learned:
    """One chained model: steps that shrink to nothing, averaged over the second half of the passes."""
    learner = Learner(width, BITS, True, plan.rate, 0.0, settings.prior, settings.seed)
    order = np.arange(len(matrix.offsets) - 1, dtype=np.int32)
    shuffle = np.random.default_rng(settings.seed)
    for number in range(plan.passes):
        learner.rate = plan.rate * (1 - number / plan.passes)
        shuffle.shuffle(order)
        learner.learn(
            matrix.features, matrix.stride, matrix.offsets, matrix.labels, order, None, matrix.taught, matrix.lessons
        )
        if number >= plan.passes // 2:
            learner.take()
    return Learned(*learner.average())


def mean_of(models: Sequence[Learned]) -> Learned:
    """The mean of models that have learned from different texts, which errs less than each (Breiman, 1996)."""
    weights, transitions = models[0].weights.copy(), models[0].transitions.copy()
    for model in models[1:]:
        weights += model.weights
        transitions += model.transitions
    return Learned(weights / np.float32(len(models)), transitions / np.float32(len(models)))


def packed(learned: Learned, plan: Plan) -> bytes:
    """The model file of a labeller."""
    return pack(learned.weights, learned.transitions, rows=plan.rows, scale=plan.scale, chained=True)


def look(examples: Sequence[Example], model: Model) -> None:
    """Fill in the first labeller's view of texts, and the cues it holds likely."""
    for one in examples:
        assert one.columns is not None
        one.view = first_pass.first_view(one.columns, model)
        one.view.survey = first_pass.survey_of(one.columns, one.view.labels)
        one.cues = first_pass.likely_cues(one.columns, one.view)


def grow(examples: Sequence[Example], model: Model) -> None:
    """Fill in the trees of the sentences that hold a cue, likely or annotated."""
    for one in examples:
        assert one.columns is not None
        likely = [(cue.start, cue.end) for cue in one.cues]
        parse_around(one.columns, [*likely, *(span for link in one.links for span in link.cue)], model)


def learn_first(examples: Sequence[Example], settings: Settings) -> Learned:
    """A first labeller."""
    return learn(first_matrix(examples), 7, settings.first, settings)


def learn_second(examples: Sequence[Example], settings: Settings) -> Learned:
    """A second labeller, from the first one's view of texts it has not learned from."""
    return learn(second_matrix(examples), 5, settings.second, settings)


def train_labellers(examples: Sequence[Example], settings: Settings, say: Callable[[str], None]) -> Weights:
    """All model files, each later stage learned from what the earlier say of texts they have not seen.

    The second labeller that ships is the mean of those of the folds: each has learned from most of the texts, and
    one that has learned from all is no better than each. The judge learns from annotated texts alone.
    """
    groups = [[one for one in examples if fold_of(one, settings.folds) == k] for k in range(settings.folds)]
    rests = [[one for other in groups if other is not group for one in other] for group in groups]
    for group, rest in zip(groups, rests, strict=True):
        set_columns(group, CueCounts(rest))
    for number, (group, rest) in enumerate(zip(groups, rests, strict=True)):
        look(group, parse(packed(learn_first(rest, settings), settings.first)))
        grow(group, parse(learn_parser(rest)))
        say(f"first labeller and parser, fold {number + 1} of {settings.folds}")
    first, parser = packed(learn_first(examples, settings), settings.first), learn_parser(examples)
    say("first labeller and parser")
    judged: list[Judged] = []
    seconds: list[Learned] = []
    for number, (group, rest) in enumerate(zip(groups, rests, strict=True)):
        seconds.append(learn_second(rest, settings))
        model = parse(packed(seconds[-1], settings.second))
        judged += [row for one in group if one.lesson is None for row in judge(one, model)]
        say(f"second labeller, fold {number + 1} of {settings.folds}")
    second = packed(mean_of(seconds), settings.second)
    counts = CueCounts(examples)
    weights, scale, held_out, right = fit(judged, JudgeSettings(seed=settings.seed))
    say("judge")
    files = {
        "weights/parser.bin": parser,
        "weights/labeller.bin": first,
        "weights/cue_labeller.bin": second,
        "weights/cues.bin": lexicon(counts),
        "weights/judge.bin": pack(weights, np.zeros((2, 2)), rows=JUDGE_ROWS, scale=64, chained=False),
        "weights/acceptance.tsv": table_of(scale),
    }
    return Weights(files, tuple(right), tuple(held_out))


def fold_of(one: Example, folds: int) -> int:
    """The fold a text belongs to; variants of one text share it."""
    name = one.text.name.split("~")[0]
    return sum(map(ord, name)) % folds


def lexicon(counts: CueCounts) -> bytes:
    """The cue lexicon as a model file of width 1, whose weight is the step of cueness."""
    weights = np.zeros((1 << BITS, 1), np.float32)
    for number in counts.met:
        step = counts.step(number)
        key = scatter(number)
        if step > weights[key, 0]:
            weights[key, 0] = step
    return pack(weights, np.zeros((1, 1), np.float32), rows=50_000, scale=1, chained=False)


def scatter(number: int) -> int:
    """The row of a feature number, as statements_cli.text.tagging.linear finds it."""
    key = ((number ^ (number >> 15)) * 0x2C1B3C6D) & 0xFFFFFFFF
    return (key ^ (key >> 13)) & ((1 << BITS) - 1)
