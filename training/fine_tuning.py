"""Fine-tune the second labeller on annotated news, from the weights learned from PolNeAR.

A few short steps of the same stochastic gradient ascent, over the articles and every sixth text of PolNeAR, which
keeps what was learned there (rehearsal: Robins, Connection Science, 1995). Half of the way is gone: the mean of the
weights before and after serves both kinds of text best (Wortsman and others, CVPR 2022). A packed model holds no
feature numbers, so its table stays as it is: rows whose features are met change, and a few new ones are put in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from statements_cli.attribution.labelling import dependencies, first_pass
from statements_cli.attribution.labelling.token_columns import columns
from statements_cli.data import read_bytes
from statements_cli.text.tagging.linear import Model, parse
from training.corpus import Text
from training.crf import Learner
from training.examples import Example, Matrix, example, second_matrix
from training.labellers import BITS, grow, look
from training.variants import variant

SECOND = "weights/cue_labeller.bin"
REHEARSED = 6  # one in so many texts of PolNeAR
PASSES = 3
RATE = 0.0002  # of the first steps
WAY = 0.5  # how far from the old weights to the new
BAGS = 5  # learned apart, each without one part of the findings; their mean is taken (Breiman, Machine Learning, 1996)
INSERTED = 4_000  # new rows at most
PART = 1 << 22  # feature numbers worked on at a time
HEADER = 16  # bytes: width, scale, slots, whether chained


@dataclass(frozen=True, slots=True)
class Met:
    """The features that texts have: their rows' numbers, where the model keeps them (-1: nowhere), old and new."""

    keys: Any
    slots: Any
    old: Any
    new: Any


def prepared(news: Sequence[Text], corpus: Sequence[Text]) -> list[Example]:
    """The articles, each as it is and changed, and the texts to rehearse, as the shipped models see them."""
    texts = [copy for text in news for copy in (text, variant(text, 1))] + list(corpus[::REHEARSED])
    examples = [example(text) for text in texts]
    for one in examples:
        one.columns = columns(one.tokens, one.quotations)
    look(examples, first_pass.first_model())
    grow(examples, dependencies.parser_model())
    return examples


def fine_tuned(examples: Sequence[Example]) -> dict[str, bytes]:
    """The model file of the second labeller after a few more passes over these examples."""
    content = read_bytes(SECOND)
    return {SECOND: patched(content, *_learn(second_matrix(examples), parse(content)))}


def _learn(matrix: Matrix, model: Model, seed: int = 1) -> tuple[Met, Any]:
    """What a few passes make of the rows that the matrix meets, and of the transitions."""
    keys = met_rows(matrix.features)
    slots = slots_of(keys, model)
    known = slots >= 0
    old = np.zeros((len(keys), model.width), np.float32)
    old[known] = rows_in(model)[slots[known]] / np.float32(model.scale)
    links = np.array(model.transitions, np.float32).reshape(model.width, -1) / np.float32(model.scale)
    new, new_links = np.zeros_like(old), np.zeros_like(links)
    share = np.random.default_rng(seed).integers(0, BAGS, len(matrix.offsets) - 1)
    for bag in range(BAGS):
        learner = Learner(model.width, BITS, True, RATE, 0.0, 0.0, seed)
        learner.weights[keys] = old
        learner.transitions[:] = links
        order, shuffle = np.flatnonzero(share != bag).astype(np.int32), np.random.default_rng(seed + bag)
        for number in range(PASSES):
            learner.rate = RATE * (1 - number / PASSES)
            shuffle.shuffle(order)
            learner.learn(matrix.features, matrix.stride, matrix.offsets, matrix.labels, order)
            learner.take()
        weights, transitions = learner.average()
        new += weights[keys] / np.float32(BAGS)
        new_links += transitions / np.float32(BAGS)
    return Met(keys, slots, old, old + WAY * (new - old)), links + WAY * (new_links - links)


def patched(content: bytes, met: Met, transitions: Any, inserted: int = INSERTED) -> bytes:
    """The model file with its rows moved to their new weights and the largest new rows put in."""
    model = parse(content)
    keys, rows = np.frombuffer(model.keys, np.uint16).copy(), rows_in(model).copy()
    known = met.slots >= 0
    moved = np.rint((met.new[known] - met.old[known]) * model.scale).astype(int)
    rows[met.slots[known]] = np.clip(rows[met.slots[known]] + moved, -127, 127).astype(np.int8)
    size = np.where(known, 0.0, np.abs(met.new).max(axis=1))
    for number in np.argsort(-size, kind="stable")[:inserted]:
        if size[number] * model.scale < 1:
            break
        key = int(met.keys[number])
        slot, check = key & model.mask, (key >> 8) or 1
        while keys[slot] not in (0, check):
            slot = (slot + 1) & model.mask
        if not keys[slot]:
            keys[slot] = check
            rows[slot] = np.clip(np.rint(met.new[number] * model.scale), -127, 127)
    matrix = np.rint(transitions * model.scale).astype(np.int32)
    return b"".join((content[:HEADER], matrix.tobytes(), keys.tobytes(), rows.tobytes()))


def rows_in(model: Model) -> Any:
    """The rows of a model's table as they lie."""
    return np.frombuffer(model.rows, np.int8).reshape(-1, model.width)


def met_rows(features: Any) -> Any:
    """The rows of feature numbers in order, as ``statements_cli.text.tagging.linear`` scatters them."""
    met = np.zeros(1 << BITS, bool)
    for part in np.array_split(features, 1 + len(features) // PART):
        keys = (part ^ (part >> np.uint32(15))) * np.uint32(0x2C1B3C6D)
        met[(keys ^ (keys >> np.uint32(13))) & np.uint32((1 << BITS) - 1)] = True
    met[0] = False
    return np.flatnonzero(met)


def slots_of(keys: Any, model: Model) -> Any:
    """Where a model keeps the rows of these numbers, -1 where it keeps none."""
    table = np.frombuffer(model.keys, np.uint16).astype(np.int64)
    checks = np.maximum(keys >> 8, 1)
    slots, found, left = keys & model.mask, np.full(len(keys), -1), np.arange(len(keys))
    while len(left):
        held = table[slots[left]]
        found[left[held == checks[left]]] = slots[left[held == checks[left]]]
        left = left[(held != checks[left]) & (held != 0)]
        slots[left] = (slots[left] + 1) & model.mask
    return found
