"""Score and label in plain Python, for ``linear.py`` where it isn't compiled.

Loops over numbers are slow in Python; large integers and what Python maps are not. So the numbers of many features
are scattered at once, as the lanes of one integer; a table with a place for each of the 4 million keys holds their
slots; and a row is an integer, too, whose lanes are its weights, so that one addition adds all of them. The results
are those of ``linear.py`` to the last bit.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence
from functools import lru_cache, reduce
from itertools import islice
from operator import add, mul
from typing import Any, NamedTuple

KEY_BITS = 22
SCATTER = 0x2C1B3C6D
LANE = 32  # bits
SIGN = 1 << (LANE - 1)
CHECK_SHIFT = 8  # the lowest bits of a key, which its check leaves out
FEWEST_SLOTS = 1 << CHECK_SHIFT  # in a smaller model each feature is looked for by itself
PART = 2048  # features scattered at a time
KEPT = 16  # models whose tables are kept: more than the package has

Matrix = Sequence[tuple[Any, ...]]


class ModelTables(NamedTuple):
    """A model's slots by key, and its rows by slot, as integers.

    The slot of a key that it doesn't know is an empty one, whose row is 0.
    """

    keys: memoryview
    slots: array[int]
    rows: list[int]


_tables: dict[int, ModelTables] = {}


def sums(features: array[int], count: int, stride: int, keys: memoryview, rows: memoryview, width: int) -> array[int]:
    """Return the sums of the rows of each token's features, as ``linear.score`` sets them."""
    known = _tables.get(id(keys))
    if known is None or known.keys is not keys:
        if len(_tables) >= KEPT:
            _tables.clear()
        known = _tables[id(keys)] = tables_of(keys, rows, width)
    signs, step = _lanes(SIGN, width), 4 * width
    scores: list[bytes] = []
    most = max(1, PART // stride)
    for first in range(0, count, most):
        last = min(count, first + most)
        slots = map(known.slots.__getitem__, scattered(features[first * stride : last * stride]))
        weights = map(known.rows.__getitem__, slots)
        summed = [sum(islice(weights, stride)) + signs for _ in range(first, last)]
        scores += [(one ^ signs).to_bytes(step, sys.byteorder) for one in summed]
    return array("i", b"".join(scores))


def tables_of(keys: memoryview, rows: memoryview, width: int) -> ModelTables:
    """Return the tables of a model: each key's slot is the one that ``linear.find`` finds.

    The model has at least ``FEWEST_SLOTS``.
    A slot is found by the keys of its check that are first looked for in it, or before it with neither an empty
    slot between nor one of the same check.
    """
    size = len(keys)
    stored = keys.tolist()
    hole = stored.index(0)
    slots = array("H", [hole]) * (1 << KEY_BITS)
    before: dict[int, int] = {}  # the last slot of each check
    begun = hole + 1  # the slot behind the last empty one
    for place in range(hole + 1, hole + size):  # behind the last slot comes the first
        check = stored[place % size]
        if not check:
            begun = place + 1
            continue
        first = max(begun, before.get(check, 0) + 1)
        before[check] = place
        for real in (0, 1) if check == 1 else (check,):  # a check of 0 is kept as 1
            key = real << CHECK_SHIFT
            for homes in (key % size, key % size + size):
                low, high = max(first, homes), min(place + 1, homes + FEWEST_SLOTS)
                if low < high:
                    slots[key + low - homes : key + high - homes] = array("H", [place % size]) * (high - low)
    slots[0] = hole
    lanes = array("I", [weight + 128 for weight in rows.tolist()]).tobytes()
    step, middle = 4 * width, _lanes(128, width)
    packed = [int.from_bytes(lanes[at : at + step], sys.byteorder) - middle for at in range(0, len(lanes), step)]
    packed[hole] = 0
    return ModelTables(keys, slots, packed)


def scattered(features: array[int]) -> array[int]:
    """Return the keys of feature numbers, as ``linear.find`` makes them.

    Each number gets 64 bits of an integer, so that a product stays in its lane: those in even places, then the others.
    """
    count = len(features)
    if count % 2:
        return scattered(features + array("I", [0]))[:count]
    whole, without_15, without_13, key = _masks(count // 2)
    numbers = int.from_bytes(features.tobytes(), sys.byteorder)
    low, high = numbers & whole, (numbers >> LANE) & whole
    low = ((low ^ ((low >> 15) & without_15)) * SCATTER) & whole
    high = ((high ^ ((high >> 15) & without_15)) * SCATTER) & whole
    keys = ((low ^ ((low >> 13) & without_13)) & key) | (((high ^ ((high >> 13) & without_13)) & key) << LANE)
    return array("I", keys.to_bytes(4 * count, sys.byteorder))


@lru_cache(maxsize=64)
def _masks(lanes: int) -> tuple[int, ...]:
    """Return masks of numbers: whole, shifted by 15 and 13, and a key's bits."""
    return tuple(_lanes((1 << bits) - 1, lanes, 2 * LANE) for bits in (LANE, LANE - 15, LANE - 13, KEY_BITS))


@lru_cache(maxsize=64)
def _lanes(value: int, count: int, lane: int = LANE) -> int:
    """Return an integer that holds a value in each of so many lanes."""
    return int.from_bytes(value.to_bytes(lane // 8, "little") * count, "little")


def best_each(scores: array[int], count: int, width: int, labels: array[int]) -> None:
    """Set each token's label, as ``linear.best_each`` does."""
    flat = scores.tolist()
    for i in range(count):
        row = flat[i * width : i * width + width]
        labels[i] = row.index(max(row))


def viterbi(scores: array[int], count: int, width: int, transitions: array[int], labels: array[int]) -> None:
    """Set ``labels`` and ``scores``, as ``linear.viterbi`` does."""
    if count == 0:
        return
    flat = scores[: count * width].tolist()
    into = [tuple(transitions[k::width]) for k in range(width)]
    highest = _HIGHEST.get(width, _highest)
    reached = [flat[:width]]
    for base in range(width, count * width, width):
        reached.append(list(map(add, flat[base : base + width], highest(into, reached[-1]))))
    scores[: count * width] = array("i", [one for row in reached for one in row])
    best = reached[-1].index(max(reached[-1]))
    labels[count - 1] = best
    for i in range(count - 2, -1, -1):
        values = list(map(add, reached[i], into[best]))
        labels[i] = best = values.index(max(values))


def posteriors(
    scores: array[int],
    count: int,
    width: int,
    potentials: array[float],
    decays: array[float],
    room: array[float],
    forward: array[float],
    marginals: array[float],
) -> None:
    """Set ``marginals``, ``forward`` and ``room``, as ``linear.posteriors`` does."""
    if count == 0:
        return
    flat, fading, reach = scores[: count * width].tolist(), decays.tolist(), len(decays)
    products = _PRODUCTS.get(width, _products)
    into = [tuple(potentials[k::width]) for k in range(width)]
    out_of = [tuple(potentials[k * width : k * width + width]) for k in range(width)]
    emissions: list[list[float]] = []
    forwards: list[list[float]] = []
    for base in range(0, count * width, width):
        row = flat[base : base + width]
        high = max(row)
        weights = emission = [fading[high - score] if high - score < reach else 0.0 for score in row]
        if base:
            weights = list(map(mul, emission, products(into, forwards[-1])))
        total = reduce(add, weights) or 1.0
        emissions.append(emission)
        forwards.append([weight / total for weight in weights])
    values, backward = [1.0] * width, [0.0] * width
    probable = []
    for i in range(count - 1, -1, -1):
        if i < count - 1:
            values = products(out_of, backward)
        both = list(map(mul, forwards[i], values))
        total = reduce(add, both) or 1.0
        probable.append([one / total for one in both])
        unscaled = list(map(mul, emissions[i], values))
        total = reduce(add, unscaled) or 1.0
        backward = [one / total for one in unscaled]
    room[: 2 * width] = array("d", backward + values)
    forward[: count * width] = array("d", [one for row in forwards for one in row])
    marginals[: count * width] = array("d", [one for row in reversed(probable) for one in row])


def _products(rows: Matrix, column: Sequence[float]) -> list[float]:
    """Return a matrix times a column, each row summed from its first term on."""
    return [reduce(add, map(mul, column, row)) for row in rows]


def _products_of_5(rows: Matrix, column: Sequence[float]) -> list[float]:
    a, b, c, d, e = column
    return [a * p + b * q + c * r + d * s + e * t for p, q, r, s, t in rows]


def _products_of_7(rows: Matrix, column: Sequence[float]) -> list[float]:
    a, b, c, d, e, f, g = column
    return [a * p + b * q + c * r + d * s + e * t + f * u + g * v for p, q, r, s, t, u, v in rows]


def _highest(rows: Matrix, column: Sequence[int]) -> list[int]:
    """Return the highest sum of each row of a matrix and a column."""
    return [max(map(add, column, row)) for row in rows]


def _highest_of_5(rows: Matrix, column: Sequence[int]) -> list[int]:
    a, b, c, d, e = column
    return [max(a + p, b + q, c + r, d + s, e + t) for p, q, r, s, t in rows]


def _highest_of_7(rows: Matrix, column: Sequence[int]) -> list[int]:
    a, b, c, d, e, f, g = column
    return [max(a + p, b + q, c + r, d + s, e + t, f + u, g + v) for p, q, r, s, t, u, v in rows]


# the labellers' widths, without a call for each term
_PRODUCTS = {5: _products_of_5, 7: _products_of_7}
_HIGHEST = {5: _highest_of_5, 7: _highest_of_7}
