"""Texts with a head for every token in; the weights of the dependency parser out.

The parser learns to take the transition that the oracle takes, along the oracle's own way through each sentence.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

import numpy as np

from statements_cli.text.tagging.arcs import arc_features
from training.crf import Learner
from training.examples import Example
from training.pack import pack
from training.transitions import RIGHT, SHIFT, oracle

STRIDE = 50  # features a state, as arc_features writes them
BITS = 22
ROWS = 52_000
RATE, PASSES, PRIOR = 0.015, 6, 1.0


def learn_parser(examples: Sequence[Example], seed: int = 1) -> bytes:
    """The parser's model file, from the examples that have heads."""
    states = [state for one in examples if one.heads is not None for state in _states(one)]
    features = np.frombuffer(b"".join(features for features, _ in states), np.uint32).copy()  # to be written to
    labels = np.array([action for _, action in states], np.int8)
    learner = Learner(3, BITS, False, RATE, 0.0, PRIOR, seed)
    offsets, order = np.arange(len(states) + 1, dtype=np.int32), np.arange(len(states), dtype=np.int32)
    shuffle = np.random.default_rng(seed)
    for number in range(PASSES):
        learner.rate = RATE * (1 - number / PASSES)
        shuffle.shuffle(order)
        learner.learn(features, STRIDE, offsets, labels, order)
        if number >= PASSES // 2:
            learner.take()
    weights, transitions = learner.average()
    return pack(weights, transitions, rows=ROWS, scale=32, chained=False)


def _states(one: Example) -> Iterator[tuple[bytes, int]]:
    """The features of every state on the way through a text, and the transition to take there."""
    assert one.columns is not None and one.heads is not None
    tokens = one.tokens
    for first, last in zip(tokens.sentences, [*tokens.sentences[1:], len(tokens)], strict=True):
        # a head outside of the sentence is none
        heads = [h if first <= h < last and h != i else last for i, h in enumerate(one.heads[first:last], first)]
        left, right, stack = array("i", [-1]) * (last - first), array("i", [-1]) * (last - first), list[int]()
        lefts, rights = array("b", bytes(last - first)), array("b", bytes(last - first))
        out = array("I", bytes(4 * STRIDE))
        b0 = first
        while b0 < last or len(stack) > 1:
            if not stack:
                stack.append(b0)
                b0 += 1
                continue
            s0, s1, s2 = stack[-1], stack[-2] if len(stack) > 1 else -1, stack[-3] if len(stack) > 2 else -1
            arc_features(
                tokens.words, tokens.tags, one.columns.narrow, left, right, lefts, rights, s0, s1, s2, b0, first, last,
                out,
            )  # fmt: skip
            action = oracle(heads, first, stack, b0, last)
            yield out.tobytes(), action
            if action == SHIFT:
                stack.append(b0)
                b0 += 1
                continue
            stack.pop()
            if action == RIGHT:
                right[s1 - first], rights[s1 - first] = s0, min(3, rights[s1 - first] + 1)
            elif b0 < last:
                left[b0 - first], lefts[b0 - first] = s0, min(3, lefts[b0 - first] + 1)
