"""Teach the second labeller what the accurate model holds of articles that nobody annotated.

From the weights learned from PolNeAR and the same articles, by the same stochastic gradient ascent, towards the
teacher's probabilities (Hinton, Vinyals and Dean, 2015). Two learn from half of the articles each; their mean is kept
(Breiman, Machine Learning, 1996).
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from statements_cli.attribution.labelling import dependencies, first_pass
from statements_cli.attribution.labelling.token_columns import columns
from statements_cli.data import read_bytes
from statements_cli.text.tagging.linear import parse
from training.corpus import Text
from training.crf import Learner
from training.examples import Example, Link, example, second_matrix, second_targets
from training.fine_tuning import SECOND, Met, met_rows, patched, rows_in, slots_of
from training.labellers import BITS, grow, look
from training.lessons import Lesson
from training.variants import variant

PASSES, RATE = 12, 0.0003  # over each half of the articles, and of the first steps
INSERTED = 7_000  # new rows at most
LEAST, UNSURE = 0.2, 0.6  # from this worth on a statement of the teacher's counts, below this one as optional


def distilled_files(texts: Sequence[Text], lessons: Mapping[str, Lesson], seed: int = 1) -> dict[str, bytes]:
    """The model file of the second labeller after it has learned from lessons on texts."""
    examples = [taught(text, lessons[text.name]) for text in texts if text.name in lessons]
    look(examples, first_pass.first_model())
    grow(examples, dependencies.parser_model())
    content = read_bytes(SECOND)
    model, matrix = parse(content), second_matrix(examples)
    halves = np.array([number % 2 for number, one in enumerate(examples) for _ in second_targets(one)])
    keys = met_rows(matrix.features)
    slots = slots_of(keys, model)
    known = slots >= 0
    old = np.zeros((len(keys), model.width), np.float32)
    old[known] = rows_in(model)[slots[known]] / np.float32(model.scale)
    links = np.array(model.transitions, np.float32).reshape(model.width, -1) / np.float32(model.scale)
    new, new_links = np.zeros_like(old), np.zeros_like(links)
    for half in (0, 1):
        learner = Learner(model.width, BITS, True, RATE, 0.0, 0.0, seed)
        learner.weights[keys] = old
        learner.transitions[:] = links
        order, shuffle = np.flatnonzero(halves == half).astype(np.int32), np.random.default_rng(seed)
        for number in range(PASSES):
            learner.rate = RATE * (1 - number / PASSES)
            shuffle.shuffle(order)
            learner.learn(
                matrix.features, matrix.stride, matrix.offsets, matrix.labels, order, None, matrix.taught,
                matrix.lessons,
            )  # fmt: skip
            if number >= PASSES // 2:
                learner.take()
        weights, transitions = learner.average()
        new += weights[keys] / np.float32(2)
        new_links += transitions / np.float32(2)
    return {SECOND: patched(content, Met(keys, slots, old, new), new_links, INSERTED)}


def taught(text: Text, lesson: Lesson) -> Example:
    """An unannotated text with its lesson, in other quotation marks where that leaves the tokens as they are."""
    plain, styled = example(text), example(variant(text, 1))
    one = styled if len(styled.tokens) == len(plain.tokens) else plain
    if len(one.tokens) != len(lesson.labels):
        raise ValueError(f"the lesson on {text.name} is on another text")
    one.lesson = lesson
    one.labels = array("b", lesson.labels.argmax(axis=1).astype(np.int8).tobytes())
    one.links = tuple(_links(lesson))
    one.columns = columns(one.tokens, one.quotations)
    return one


def _links(lesson: Lesson) -> list[Link]:
    """The teacher's statements that are likely enough."""
    spans: dict[int, tuple[list[Any], list[Any], list[Any]]] = {}
    for number, role, start, end in lesson.chosen.tolist():
        spans.setdefault(number, ([], [], []))[role].append((start, end))
    return [
        Link(tuple(content), tuple(cue), tuple(source), bool(lesson.worth[number] < UNSURE))
        for number, (cue, source, content) in spans.items()
        if lesson.worth[number] > LEAST
    ]
