"""What plain Python scores and labels is what looking for each feature by itself gives."""

from __future__ import annotations

from array import array
from itertools import pairwise
from random import Random

import pytest

from statements_cli.text.tagging import plain_linear
from statements_cli.text.tagging.linear import load

SHARES = (0.1, 0.8, 0.99)  # of a model's slots that are taken
STRIDE = 6


def key_of(feature: int) -> int:
    """The key of a feature number."""
    key = ((feature ^ feature >> 15) * 0x2C1B3C6D) & 0xFFFFFFFF
    return (key ^ key >> 13) & 0x3FFFFF


def slot_of(key: int, keys: memoryview) -> int:
    """The slot of a key, -1 for none: that of its check, from the slot it names on, before the first empty one."""
    slot, check = key % len(keys), (key >> 8) or 1
    while keys[slot] not in (0, check):
        slot = (slot + 1) % len(keys)
    return slot if keys[slot] and key else -1


def crowded(slots: int, share: float, random: Random) -> tuple[memoryview, memoryview]:
    """The keys and rows of a made-up model of few checks, so that one slot often hides another."""
    keys = array("H", [0]) * slots
    for slot in random.sample(range(slots), min(slots - 1, round(slots * share))):
        keys[slot] = random.choice((1, 2, random.randrange(1, 1 << 14)))
    rows = array("b", [random.randint(-127, 127) for _ in range(slots)])
    return memoryview(keys), memoryview(rows)


def learned(features: list[int], slots: int, width: int, random: Random) -> tuple[memoryview, memoryview]:
    """The keys and rows of a made-up model that knows these features."""
    keys = array("H", [0]) * slots
    rows = array("b", bytes(slots * width))
    for key in filter(None, map(key_of, features)):
        slot = key % slots
        while keys[slot]:
            slot = (slot + 1) % slots
        keys[slot] = (key >> 8) or 1
        rows[slot * width : (slot + 1) * width] = array("b", [random.randint(-127, 127) for _ in range(width)])
    return memoryview(keys), memoryview(rows)


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("slots", [256, 1024, 65536])
def test_slots(slots: int, share: float) -> None:
    """Each key leads to the slot where it is found, over the end of the table, too; an unknown one to a row of zero."""
    random = Random(slots)
    keys, rows = crowded(slots, share, random)
    tables = plain_linear.tables_of(keys, rows, 1)
    known = 0
    near = [check << 8 | low for check in range(3) for low in range(256)]
    for key in [0, *near, *(random.randrange(1 << 22) for _ in range(20_000))]:
        slot = slot_of(key, keys)
        known += slot >= 0
        assert tables.rows[tables.slots[key]] == (rows[slot] if slot >= 0 else 0), key
        assert (keys[tables.slots[key]] == 0) == (slot < 0), key
    assert 20 < known < 20_000


@pytest.mark.parametrize("width", [1, 2, 3, 5, 7, 30])
@pytest.mark.parametrize("count", [0, 1, 2, 401])
def test_sums(width: int, count: int) -> None:
    """Sums are those of the rows found, whatever their signs, for any number of tokens."""
    random = Random(width)
    some = [random.randrange(1 << 32) for _ in range(800)]
    keys, rows = learned(some[:700], 1024, width, random)
    features = array("I", [random.choice((0, random.choice(some))) for _ in range(count * STRIDE)])
    expected = array("i", bytes(4 * count * width))
    for place, feature in enumerate(features):
        slot = slot_of(key_of(feature), keys)
        for label in range(width if slot >= 0 else 0):
            expected[place // STRIDE * width + label] += rows[slot * width + label]
    assert plain_linear.sums(features, count, STRIDE, keys, rows, width) == expected
    assert not count or any(expected)


@pytest.mark.parametrize("count", [1, 2, 3, 50, 51])
def test_scattered(count: int) -> None:
    """Feature numbers of all 32 bits become their keys, an odd number of them as an even one."""
    random = Random(count)
    features = array("I", [0xFFFFFFFF, *(random.randrange(1 << 32) for _ in range(count - 1))])
    assert plain_linear.scattered(features).tolist() == [key_of(feature) for feature in features]


def test_several_models() -> None:
    """Sums are those of the model asked for, however many were asked before."""
    random = Random(0)
    features = array("I", [random.randrange(1 << 32) for _ in range(60)])
    models = [learned(features.tolist(), 256, 2, random) for _ in range(plain_linear.KEPT + 3)]
    first, second = (
        [plain_linear.sums(features, 10, STRIDE, keys, rows, 2) for keys, rows in models] for _ in range(2)
    )
    assert first == second
    assert len({tuple(scores) for scores in first}) == len(models)


@pytest.mark.parametrize("width", [1, 2, 5, 7])
def test_best_sequence(width: int) -> None:
    """The labels are the likeliest of all sequences, the first of equals from the end on."""
    random = Random(width)
    for _ in range(40):
        count = random.randint(1, 3)
        scores = array("i", [random.randint(-4, 4) for _ in range(count * width)])
        transitions = array("i", [random.randint(-4, 4) for _ in range(width * width)])
        sequences = [[label] for label in range(width)]
        for _ in range(count - 1):
            sequences = [[*sequence, label] for sequence in sequences for label in range(width)]

        def worth(sequence: list[int], scores: array[int] = scores, moves: array[int] = transitions) -> int:
            own = sum(scores[i * width + label] for i, label in enumerate(sequence))
            return own + sum(moves[a * width + b] for a, b in pairwise(sequence))

        labels = array("b", bytes(count))
        plain_linear.viterbi(scores[:], count, width, transitions, labels)
        highest = max(map(worth, sequences))
        best = [sequence for sequence in sequences if worth(sequence) == highest]
        assert labels.tolist() == min(best, key=lambda sequence: sequence[::-1])


def test_models_are_large_enough() -> None:
    """The package's models of many features a token are looked up by table, so plain Python isn't slow for them."""
    for name in ("tagger", "labeller", "cue_labeller", "parser", "judge", "judge_news"):
        assert len(load(f"weights/{name}.bin").keys) >= plain_linear.FEWEST_SLOTS
