"""Score linear models over flat arrays: labels and their probabilities.

A model's weights are rows of small integers in an open-addressing hash table: the row of a feature is
found by its number, with a check, so that loading is one read and no string is kept.
Scores are integers, so the compiled and the plain form of this file agree to the last bit.
"""

from __future__ import annotations

from array import array

from statements_cli.data import mapped

KEY_BITS = 22
KEY_MASK = (1 << KEY_BITS) - 1
SCATTER = 0x2C1B3C6D
MASK = 0xFFFFFFFF
COMPILED = not __file__.endswith(".py")  # else plain_linear.py does the same in ways that are fast in plain Python
if not COMPILED:
    from statements_cli.text.tagging import plain_linear
TRIES = 3  # made of all features in turn, before each that is left is followed by itself


class Model:
    """The weights of one linear model.

    ``keys`` has a slot a row, 0 where empty; ``rows`` has ``width`` weights a slot; ``transitions``
    holds width x width weights, from the earlier label (major) to the later; a weight of 1 is
    ``1 / scale`` nats.
    """

    __slots__ = ("decays", "keys", "mask", "potentials", "rows", "scale", "transitions", "width")

    def __init__(self, keys: memoryview, rows: memoryview, transitions: array[int], width: int, scale: int) -> None:
        from math import exp

        self.keys, self.rows, self.transitions = keys, rows, transitions
        self.width, self.scale, self.mask = width, scale, len(keys) - 1
        self.potentials = array("d", [exp(weight / scale) for weight in transitions])
        self.decays = array("d", [exp(-below / scale) for below in range(20 * scale)] if transitions else [])


def load(name: str) -> Model:
    """Return the model of a data file of the package."""
    return parse(mapped(name))


def parse(content: bytes | memoryview) -> Model:
    """Return the model that ``training`` packed: a header of four integers, transitions, keys, rows."""
    data = memoryview(content)
    width, scale, slots, chained = data[:16].cast("i")
    at = 16
    transitions = array("i", data[at : at + 4 * width * width * chained].cast("i"))
    at += 4 * width * width * chained
    keys = data[at : at + 2 * slots].cast("H")
    rows = data[at + 2 * slots : at + 2 * slots + slots * width].cast("b")
    return Model(keys, rows, transitions, width, scale)


def find(key: int, keys: memoryview, mask: int) -> int:
    """Return a feature number's slot, or -1 where the model has no row."""
    key = ((key ^ (key >> 15)) * SCATTER) & MASK
    key = (key ^ (key >> 13)) & KEY_MASK
    check = key >> 8
    check += check == 0
    slot = key & mask
    stored = keys[slot]
    while stored != check and stored != 0:
        slot = (slot + 1) & mask
        stored = keys[slot]
    return slot if stored != 0 and key != 0 else -1


def first_hole(keys: memoryview) -> int:
    """Return the first empty slot of a model."""
    hole = 0
    while keys[hole] != 0:
        hole += 1
    return hole


def locate(
    features: array[int],
    start: int,
    stride: int,
    keys: memoryview,
    mask: int,
    hole: int,
    found: array[int],
    sought: array[int],
) -> int:
    """Set ``found`` to the slots of the features that the model has a row for.

    Return how many those are.

    The features are the ``stride`` from ``start`` on; 0 stands for none and is looked for in ``hole``, an empty
    slot. ``sought`` is room for as many. Each is found as ``find`` does; but whether a feature is known can't be
    guessed, and a processor that guesses wrong loses the time of several look-ups. So the first tries of all are made
    without asking, each written where the next overwrites it unless it counts.
    """
    scatter = SCATTER
    kept = KEY_MASK
    count = 0
    left = 0
    for j in range(stride):
        key = features[start + j]
        key = ((key ^ (key >> 15)) * scatter) & MASK
        key = (key ^ (key >> 13)) & kept
        key = key if key != 0 else hole
        check = key >> 8
        check += check == 0
        slot = key & mask
        held = keys[slot]
        found[count] = slot
        count += held == check
        sought[left] = key
        left += (held != check) & (held != 0)
    for tries in range(1, TRIES):
        tried = left
        left = 0
        for j in range(tried):
            key = sought[j]
            check = key >> 8
            check += check == 0
            slot = (key + tries) & mask
            held = keys[slot]
            found[count] = slot
            count += held == check
            sought[left] = key
            left += (held != check) & (held != 0)
    for j in range(left):
        key = sought[j]
        check = key >> 8
        check += check == 0
        slot = (key + TRIES) & mask
        held = keys[slot]
        while held != check and held != 0:
            slot = (slot + 1) & mask
            held = keys[slot]
        found[count] = slot
        count += held != 0
    return count


def score(
    features: array[int],
    count: int,
    stride: int,
    keys: memoryview,
    rows: memoryview,
    width: int,
    mask: int,
    scores: array[int],
) -> None:
    """Set ``scores`` to the sums of the rows of each token's features.

    ``scores`` is count x width, the features are count x stride.

    A feature number of 0 stands for no feature. The labellers' widths, 5 and 7, are summed without a loop.
    """
    if not COMPILED and stride > 1 and len(keys) >= plain_linear.FEWEST_SLOTS:
        scores[: count * width] = plain_linear.sums(features, count, stride, keys, rows, width)
        return
    found, sought = array("I", bytes(4 * stride + 4)), array("I", bytes(4 * stride))
    hole = first_hole(keys)
    for i in range(count):
        base = i * width
        if stride == 1 or not COMPILED:
            known = 0
            for j in range(i * stride, i * stride + stride):
                slot = find(features[j], keys, mask)
                if slot >= 0:
                    found[known] = slot
                    known += 1
        else:
            known = locate(features, i * stride, stride, keys, mask, hole, found, sought)
        if width == 5 or width == 7:
            s0 = s1 = s2 = s3 = s4 = s5 = s6 = 0
            for j in range(known):
                row = found[j] * width
                s0 += rows[row]
                s1 += rows[row + 1]
                s2 += rows[row + 2]
                s3 += rows[row + 3]
                s4 += rows[row + 4]
                if width == 7:
                    s5 += rows[row + 5]
                    s6 += rows[row + 6]
            scores[base] = s0
            scores[base + 1] = s1
            scores[base + 2] = s2
            scores[base + 3] = s3
            scores[base + 4] = s4
            if width == 7:
                scores[base + 5] = s5
                scores[base + 6] = s6
            continue
        s0 = s1 = 0
        for j in range(known):
            row = found[j] * width
            s0 += rows[row]
            s1 += rows[row + width - 1]
        scores[base] = s0
        scores[base + width - 1] = s1
        for k in range(1, width - 1):
            scores[base + k] = 0
        for j in range(known if width > 2 else 0):
            row = found[j] * width
            for k in range(1, width - 1):
                scores[base + k] += rows[row + k]


def best_each(scores: array[int], count: int, width: int, labels: array[int]) -> None:
    """Set each token's label to the one that scores best, each token by itself."""
    if not COMPILED:
        plain_linear.best_each(scores, count, width, labels)
        return
    for i in range(count):
        base = i * width
        best = 0
        for k in range(1, width):
            if scores[base + k] > scores[base + best]:
                best = k
        labels[i] = best


def viterbi(scores: array[int], count: int, width: int, transitions: array[int], labels: array[int]) -> None:
    """Set ``labels`` to the best sequence (Viterbi 1967).

    ``scores`` is used as room for the partial sums and is not kept. Which label led to a sum is only asked for the
    labels of the best sequence, the first of equals.
    """
    if not COMPILED:
        plain_linear.viterbi(scores, count, width, transitions, labels)
        return
    for i in range(1, count):
        base = i * width
        for k in range(width):
            high = scores[base - width] + transitions[k]
            for j in range(1, width):
                value = scores[base - width + j] + transitions[j * width + k]
                if value > high:
                    high = value
            scores[base + k] += high
    if count == 0:
        return
    base = (count - 1) * width
    best = 0
    for k in range(1, width):
        if scores[base + k] > scores[base + best]:
            best = k
    labels[count - 1] = best
    i = count - 2
    while i >= 0:
        base = i * width
        k = best
        best = 0
        high = scores[base] + transitions[k]
        for j in range(1, width):
            value = scores[base + j] + transitions[j * width + k]
            if value > high:
                high = value
                best = j
        labels[i] = best
        i -= 1


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
    """Set ``marginals`` (count x width) to each label's probability, by the forward-backward sums.

    ``potentials`` are the exponentials of the transitions, ``decays[d]`` that of a score ``d`` below the
    best; ``room`` (2 x width) and ``forward`` (count x width) hold partial results.
    """
    if not COMPILED:
        plain_linear.posteriors(scores, count, width, potentials, decays, room, forward, marginals)
        return
    reach = len(decays)
    for i in range(count):
        base = i * width
        high = scores[base]
        for k in range(1, width):
            if scores[base + k] > high:
                high = scores[base + k]
        total = 0.0
        for k in range(width):
            below = high - scores[base + k]
            weight = decays[below] if below < reach else 0.0
            marginals[base + k] = weight  # the emission, until the way back
            if i > 0:
                value = 0.0
                for j in range(width):
                    value += forward[base - width + j] * potentials[j * width + k]
                weight = weight * value
            forward[base + k] = weight
            total += weight
        if total == 0.0:
            total = 1.0
        for k in range(width):
            forward[base + k] = forward[base + k] / total
    i = count - 1
    while i >= 0:
        base = i * width
        total = 0.0
        for k in range(width):
            value = 1.0
            if i < count - 1:
                value = 0.0
                for j in range(width):
                    value += potentials[k * width + j] * room[j]
            room[width + k] = value
            total += forward[base + k] * value
        if total == 0.0:
            total = 1.0
        sum_room = 0.0
        for k in range(width):
            value = room[width + k]
            room[k] = marginals[base + k] * value
            sum_room += room[k]
            marginals[base + k] = forward[base + k] * value / total
        if sum_room == 0.0:
            sum_room = 1.0
        for k in range(width):
            room[k] = room[k] / sum_room
        i -= 1
