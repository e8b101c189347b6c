"""Parse the dependency arcs of a tagged sentence.

A greedy transition-based dependency parser without labels, in the arc-hybrid system (Kuhlmann, Gómez-Rodríguez
and Satta, ACL 2011): a token is shifted onto a stack, or the stack's top gets its head, the next token or the
one below it. Features after Zhang and Nivre (ACL 2011), with clusters of meaning.
"""

from __future__ import annotations

from array import array

from statements_cli.text.tagging import linear

COMPILED = not __file__.endswith(".py")  # else plain_linear.py looks a state's features up
if not COMPILED:
    from statements_cli.text.tagging import plain_linear
STRIDE = 50  # features a state
M1 = 0x9E3779B1
M2 = 0x85EBCA77
M3 = 0xC2B2AE3D
MASK = 0xFFFFFFFF
SHIFT = 0
LEFT = 1
RIGHT = 2
NO_TAG = 60
ROOT_TAG = 61


def near(distance: int) -> int:
    """Return a distance in tokens, folded to eight steps."""
    if distance < 4:
        return distance
    return 4 if distance < 7 else 5 if distance < 12 else 6 if distance < 25 else 7


def arc_features(
    words: array[int],
    tags: array[int],
    narrow: array[int],
    left: array[int],
    right: array[int],
    lefts: array[int],
    rights: array[int],
    s0: int,
    s1: int,
    s2: int,
    b0: int,
    first: int,
    last: int,
    out: array[int],
) -> None:
    """Set ``out`` to the features of a state.

    ``s0`` to ``s2`` are the uppermost tokens of the stack (-1: none), ``b0`` the next token of the sentence,
    which goes from ``first`` to ``last``; ``last`` stands for its root. ``left`` and ``right`` hold the outermost
    child so far of each of its tokens (-1: none), ``lefts`` and ``rights`` how many it has, up to three.
    """
    w0 = words[s0]
    t0 = tags[s0]
    f0 = narrow[s0] + 128
    w1 = words[s1] if s1 >= 0 else 1
    t1 = tags[s1] if s1 >= 0 else NO_TAG
    f1 = narrow[s1] + 128 if s1 >= 0 else 300
    t2 = tags[s2] if s2 >= 0 else NO_TAG
    v0 = words[b0] if b0 < last else 2
    p0 = tags[b0] if b0 < last else ROOT_TAG
    g0 = narrow[b0] + 128 if b0 < last else 301
    v1 = words[b0 + 1] if b0 + 1 < last else 2
    p1 = tags[b0 + 1] if b0 + 1 < last else ROOT_TAG
    p2 = tags[b0 + 2] if b0 + 2 < last else ROOT_TAG
    d = near(b0 - s0)
    d1 = near(s0 - s1) if s1 >= 0 else 9
    l0 = tags[left[s0 - first]] if left[s0 - first] >= 0 else NO_TAG
    r0 = tags[right[s0 - first]] if right[s0 - first] >= 0 else NO_TAG
    l1 = tags[left[s1 - first]] if s1 >= 0 and left[s1 - first] >= 0 else NO_TAG
    r1 = tags[right[s1 - first]] if s1 >= 0 and right[s1 - first] >= 0 else NO_TAG
    rw1 = words[right[s1 - first]] if s1 >= 0 and right[s1 - first] >= 0 else 3
    rw0 = words[right[s0 - first]] if right[s0 - first] >= 0 else 3
    k0 = tags[left[b0 - first]] if b0 < last and left[b0 - first] >= 0 else NO_TAG
    n0 = lefts[s0 - first]
    m0 = rights[s0 - first]
    m1 = rights[s1 - first] if s1 >= 0 else 4
    j0 = lefts[b0 - first] if b0 < last else 4
    out[0] = (1 * M3 + w0 * M1 + t0 * M2) & MASK
    out[1] = (2 * M3 + t0 * M1 + 1 * M2) & MASK
    out[2] = (3 * M3 + v0 * M1 + p0 * M2) & MASK
    out[3] = (4 * M3 + p0 * M1 + 1 * M2) & MASK
    out[4] = (5 * M3 + v1 * M1 + p1 * M2) & MASK
    out[5] = (6 * M3 + p1 * M1 + p2 * M2) & MASK
    out[6] = (7 * M3 + w1 * M1 + t1 * M2) & MASK
    out[7] = (8 * M3 + t1 * M1 + 1 * M2) & MASK
    out[8] = (9 * M3 + w0 * M1 + v0 * M2) & MASK
    out[9] = (10 * M3 + w0 * M1 + (t0 * 64 + p0) * M2) & MASK
    out[10] = (11 * M3 + v0 * M1 + (t0 * 64 + p0) * M2) & MASK
    out[11] = (12 * M3 + t0 * M1 + p0 * M2) & MASK
    out[12] = (13 * M3 + p0 * M1 + p1 * M2) & MASK
    out[13] = (14 * M3 + t1 * M1 + t0 * M2) & MASK
    out[14] = (15 * M3 + w1 * M1 + (t1 * 64 + t0) * M2) & MASK
    out[15] = (16 * M3 + w0 * M1 + (t1 * 64 + t0) * M2) & MASK
    out[16] = (17 * M3 + w1 * M1 + w0 * M2) & MASK
    out[17] = (18 * M3 + (p0 * 64 + p1) * M1 + p2 * M2) & MASK
    out[18] = (19 * M3 + (t0 * 64 + p0) * M1 + p1 * M2) & MASK
    out[19] = (20 * M3 + (t1 * 64 + t0) * M1 + p0 * M2) & MASK
    out[20] = (21 * M3 + (t2 * 64 + t1) * M1 + t0 * M2) & MASK
    out[21] = (22 * M3 + (t0 * 64 + l0) * M1 + p0 * M2) & MASK
    out[22] = (23 * M3 + (t0 * 64 + r0) * M1 + p0 * M2) & MASK
    out[23] = (24 * M3 + (t0 * 64 + k0) * M1 + p0 * M2) & MASK
    out[24] = (25 * M3 + (t1 * 64 + r1) * M1 + t0 * M2) & MASK
    out[25] = (26 * M3 + (t1 * 64 + t0) * M1 + l0 * M2) & MASK
    out[26] = (27 * M3 + (t1 * 64 + t0) * M1 + r0 * M2) & MASK
    out[27] = (28 * M3 + (t1 * 64 + l1) * M1 + t0 * M2) & MASK
    out[28] = (29 * M3 + w0 * M1 + d * M2) & MASK
    out[29] = (30 * M3 + t0 * M1 + d * M2) & MASK
    out[30] = (31 * M3 + v0 * M1 + d * M2) & MASK
    out[31] = (32 * M3 + (t0 * 64 + p0) * M1 + d * M2) & MASK
    out[32] = (33 * M3 + (t1 * 64 + t0) * M1 + d1 * M2) & MASK
    out[33] = (34 * M3 + (t0 * 64 + p0) * M1 + (m0 * 4 + n0) * M2) & MASK
    out[34] = (35 * M3 + w0 * M1 + (m0 * 4 + n0) * M2) & MASK
    out[35] = (36 * M3 + (t1 * 64 + t0) * M1 + m1 * M2) & MASK
    out[36] = (37 * M3 + (t0 * 64 + p0) * M1 + j0 * M2) & MASK
    out[37] = (38 * M3 + f0 * M1 + p0 * M2) & MASK
    out[38] = (39 * M3 + g0 * M1 + t0 * M2) & MASK
    out[39] = (40 * M3 + f1 * M1 + t0 * M2) & MASK
    out[40] = (41 * M3 + f0 * M1 + g0 * M2) & MASK
    out[41] = (42 * M3 + f1 * M1 + f0 * M2) & MASK
    out[42] = (43 * M3 + w1 * M1 + v0 * M2) & MASK
    out[43] = (44 * M3 + f1 * M1 + (t0 * 64 + p0) * M2) & MASK
    out[44] = (45 * M3 + f1 * M1 + v0 * M2) & MASK
    out[45] = (46 * M3 + f0 * M1 + v0 * M2) & MASK
    out[46] = (47 * M3 + (t1 * 64 + t0) * M1 + v0 * M2) & MASK
    out[47] = (48 * M3 + (t1 * 64 + t0) * M1 + (p0 * 64 + p1) * M2) & MASK
    out[48] = (49 * M3 + rw1 * M1 + (t1 * 64 + t0) * M2) & MASK
    out[49] = (50 * M3 + rw0 * M1 + (t0 * 64 + p0) * M2) & MASK


def parse_all(
    words: array[int],
    tags: array[int],
    narrow: array[int],
    stretches: array[int],
    keys: memoryview,
    rows: memoryview,
    mask: int,
    heads: array[int],
    begins: array[int],
    ends: array[int],
) -> None:
    """Parse sentences, each as ``parse`` does.

    ``stretches`` holds the first token of each sentence and the one behind it.
    """
    longest = 0
    for number in range(0, len(stretches), 2):
        size = stretches[number + 1] - stretches[number]
        if size > longest:
            longest = size
    left, right, stack = array("i", bytes(4 * longest)), array("i", bytes(4 * longest)), array("i", bytes(4 * longest))
    lefts, rights = array("b", bytes(longest)), array("b", bytes(longest))
    room = bytes(4 * STRIDE + 4)
    features, found, sought = array("I", room), array("I", room), array("I", room)
    hole = linear.first_hole(keys) if COMPILED else 0
    for number in range(0, len(stretches), 2):
        parse(
            words, tags, narrow, stretches[number], stretches[number + 1], keys, rows, mask, hole, left, right, lefts,
            rights, stack, features, found, sought, heads, begins, ends,
        )  # fmt: skip


def parse(
    words: array[int],
    tags: array[int],
    narrow: array[int],
    first: int,
    last: int,
    keys: memoryview,
    rows: memoryview,
    mask: int,
    hole: int,
    left: array[int],
    right: array[int],
    lefts: array[int],
    rights: array[int],
    stack: array[int],
    features: array[int],
    found: array[int],
    sought: array[int],
    heads: array[int],
    begins: array[int],
    ends: array[int],
) -> None:
    """Set ``heads`` of the tokens ``first`` to ``last`` (half-open) of a sentence.

    That of a root is itself.

    ``begins`` and ``ends`` are set to the stretch of tokens (half-open) that depend on each, itself among them.
    ``keys``, ``rows`` and ``mask`` are a model's of width 3, ``hole`` is an empty slot of it; ``left`` to ``stack`` are
    room for a number a token of the sentence, ``features`` to ``sought`` for ``STRIDE``.
    """
    for i in range(last - first):
        left[i] = -1
        right[i] = -1
        lefts[i] = 0
        rights[i] = 0
        begins[first + i] = first + i
        ends[first + i] = first + i + 1
    top = 0
    b0 = first
    while b0 < last or top > 0:
        if top == 0:
            action = SHIFT
        elif b0 == last and top == 1:
            action = LEFT
        else:
            s0 = stack[top - 1]
            arc_features(
                words, tags, narrow, left, right, lefts, rights, s0, stack[top - 2] if top > 1 else -1,
                stack[top - 3] if top > 2 else -1, b0, first, last, features,
            )  # fmt: skip
            shift = 0
            to_left = 0
            to_right = 0
            known = 0
            if COMPILED:
                known = linear.locate(features, 0, STRIDE, keys, mask, hole, found, sought)
            elif len(keys) >= plain_linear.FEWEST_SLOTS:
                shift, to_left, to_right = plain_linear.sums(features, 1, STRIDE, keys, rows, 3)
            else:
                for j in range(STRIDE):
                    slot = linear.find(features[j], keys, mask)
                    if slot >= 0:
                        found[known] = slot
                        known += 1
            for j in range(known):
                row = found[j] * 3
                shift += rows[row]
                to_left += rows[row + 1]
                to_right += rows[row + 2]
            action = LEFT
            if top > 1 and to_right > to_left:
                action = RIGHT
                to_left = to_right
            if b0 < last and shift >= to_left:
                action = SHIFT
        if action == SHIFT:
            stack[top] = b0
            top += 1
            b0 += 1
        else:
            top -= 1
            s0 = stack[top]
            if action == LEFT:
                if b0 == last:
                    heads[s0] = s0
                else:
                    heads[s0] = b0
                    begins[b0] = begins[s0]
                    left[b0 - first] = s0
                    if lefts[b0 - first] < 3:
                        lefts[b0 - first] += 1
            else:
                s1 = stack[top - 1]
                heads[s0] = s1
                ends[s1] = ends[s0]
                right[s1 - first] = s0
                if rights[s1 - first] < 3:
                    rights[s1 - first] += 1
