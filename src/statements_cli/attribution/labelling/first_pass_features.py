"""Compute the features by which the first labeller finds cues, sources and contents.

The features that count most say what the nearest likely cue to the left and right is, how far it lies and
what stands between (scope); then parts of speech, word forms, how often the word is a cue at all
(``cueness``, learned), and the quotation a token stands in with what stands right outside it.
A feature's number is a linear mixture of its template and its values, which text.linear scatters.
"""

from __future__ import annotations

from array import array

STRIDE = 100  # features a token
M1 = 0x9E3779B1
M2 = 0x85EBCA77
M3 = 0xC2B2AE3D
MASK = 0xFFFFFFFF


def near(distance: int) -> int:
    """Return a distance in tokens, folded to eight steps."""
    if distance < 4:
        return distance
    return 4 if distance < 7 else 5 if distance < 12 else 6 if distance < 25 else 7


def label_features(
    words: array[int],
    stems: array[int],
    suffixes: array[int],
    shapes: array[int],
    tags: array[int],
    cueness: array[int],
    marks: array[int],
    lengths: array[int],
    before: array[int],
    after: array[int],
    sentence: array[int],
    left: array[int],
    verbs: array[int],
    commas: array[int],
    right: array[int],
    wide: array[int],
    narrow: array[int],
    segment: array[int],
    verb_before: array[int],
    verb_after: array[int],
    first: int,
    last: int,
    start: int,
    out: array[int],
) -> None:
    """Set ``out`` to the features of the tokens ``first`` to ``last`` (half-open) of one paragraph.

    ``marks`` says where in a quotation a token stands (0 outside, 1 opening mark, 2 first word, 3 inside,
    4 closing mark), ``lengths`` what sort of quotation, ``before`` and ``after`` are numbers of what stands
    outside it; ``sentence`` holds the first token of each token's sentence; ``start`` is the first token of
    the paragraph, which may lie before ``first``; ``left`` to ``right`` are from ``scopes``.
    """
    count = len(words)
    m1, m2, m3 = M1, M2, M3
    for i in range(first, last):
        k = (i - first) * STRIDE
        w = words[i]
        w1 = words[i - 1] if i > start else 1
        w2 = words[i - 2] if i > start + 1 else 1
        n1 = words[i + 1] if i + 1 < count else 2
        n2 = words[i + 2] if i + 2 < count else 2
        p = tags[i] + 1
        p1 = tags[i - 1] + 1 if i > start else 40
        p2 = tags[i - 2] + 1 if i > start + 1 else 40
        r1 = tags[i + 1] + 1 if i + 1 < count else 41
        r2 = tags[i + 2] + 1 if i + 2 < count else 41
        r3 = tags[i + 3] + 1 if i + 3 < count else 41
        b = cueness[i] + 1
        b1 = cueness[i - 1] + 1 if i > start else 9
        b2 = cueness[i - 2] + 1 if i > start + 1 else 9
        c1 = cueness[i + 1] + 1 if i + 1 < count else 9
        c2 = cueness[i + 2] + 1 if i + 2 < count else 9
        q = marks[i]
        q1 = marks[i - 1] if i > start else 5
        s1 = marks[i + 1] if i + 1 < count else 5
        s2 = marks[i + 2] if i + 2 < count else 5
        ql = lengths[i]
        out[k] = (1 * m3 + w * m1) & MASK
        out[k + 1] = (2 * m3 + w1 * m1) & MASK
        out[k + 2] = (3 * m3 + n1 * m1) & MASK
        out[k + 3] = (4 * m3 + w2 * m1) & MASK
        out[k + 4] = (5 * m3 + n2 * m1) & MASK
        out[k + 5] = (6 * m3 + stems[i] * m1) & MASK
        out[k + 6] = (7 * m3 + p * m1) & MASK
        out[k + 7] = (8 * m3 + p1 * m1) & MASK
        out[k + 8] = (9 * m3 + r1 * m1) & MASK
        out[k + 9] = (10 * m3 + p2 * m1) & MASK
        out[k + 10] = (11 * m3 + r2 * m1) & MASK
        out[k + 11] = (12 * m3 + p1 * m1 + p * m2) & MASK
        out[k + 12] = (13 * m3 + p * m1 + r1 * m2) & MASK
        out[k + 13] = (14 * m3 + (p1 * 64 + p) * m1 + r1 * m2) & MASK
        out[k + 14] = (15 * m3 + p2 * m1 + p1 * m2) & MASK
        out[k + 15] = (16 * m3 + r1 * m1 + r2 * m2) & MASK
        out[k + 16] = (17 * m3 + (r1 * 64 + r2) * m1 + r3 * m2) & MASK
        out[k + 17] = (18 * m3 + w1 * m1 + w * m2) & MASK
        out[k + 18] = (19 * m3 + w * m1 + n1 * m2) & MASK
        out[k + 19] = (20 * m3 + suffixes[i] * m1) & MASK
        out[k + 20] = (21 * m3 + (shapes[i] + 1) * m1 + (1 if i == sentence[i] else 2) * m2) & MASK
        out[k + 21] = (22 * m3 + b * m1) & MASK
        out[k + 22] = (23 * m3 + b1 * m1) & MASK
        out[k + 23] = (24 * m3 + c1 * m1) & MASK
        out[k + 24] = (25 * m3 + b2 * m1) & MASK
        out[k + 25] = (26 * m3 + c2 * m1) & MASK
        out[k + 26] = (27 * m3 + b * m1 + p * m2) & MASK
        out[k + 27] = (28 * m3 + b1 * m1 + p * m2) & MASK
        out[k + 28] = (29 * m3 + b1 * m1 + w * m2) & MASK
        out[k + 29] = (30 * m3 + p * m1 + c1 * m2) & MASK
        out[k + 30] = (31 * m3 + b * m1 + r1 * m2) & MASK
        out[k + 31] = (32 * m3 + (q + 1) * m1 + ql * m2) & MASK
        out[k + 32] = (33 * m3 + (q + 1) * m1) & MASK
        out[k + 33] = (34 * m3 + q1 * m1 + (q + 1) * m2) & MASK
        out[k + 34] = (35 * m3 + (q + 1) * m1 + s1 * m2) & MASK
        out[k + 35] = (36 * m3 + (q + 1) * m1 + w * m2) & MASK
        out[k + 36] = (37 * m3 + (q + 1) * m1 + p * m2) & MASK
        out[k + 37] = (38 * m3 + (q + 1) * m1 + b * m2) & MASK
        out[k + 38] = (39 * m3 + (s1 + 1) * m1 + s2 * m2) & MASK
        out[k + 39] = (40 * m3 + (q + 1) * m1 + before[i] * m2) & MASK
        out[k + 40] = (41 * m3 + (q + 1) * m1 + after[i] * m2) & MASK
        out[k + 41] = (42 * m3 + (before[i] * 31 + ql + 1) * m1 + after[i] * m2) & MASK
        at = left[i]
        if at >= 0:
            d = near(i - at) + 1
            v = verbs[i] + 1
            c = commas[i] + 1
            ls = stems[at]
            ln = words[at + 1]
            lt = tags[at + 1] + 1
            lb = cueness[at] + 1
            out[k + 42] = (43 * m3 + ls * m1) & MASK
            out[k + 43] = (44 * m3 + d * m1) & MASK
            out[k + 44] = (45 * m3 + lb * m1 + d * m2) & MASK
            out[k + 45] = (46 * m3 + (tags[at] + 1) * m1 + p * m2) & MASK
            out[k + 46] = (47 * m3 + lb * m1 + (v * 8 + c) * m2) & MASK
            out[k + 47] = (48 * m3 + ls * m1 + w * m2) & MASK
            out[k + 48] = (49 * m3 + ln * m1 + d * m2) & MASK
            out[k + 49] = (50 * m3 + ls * m1 + p * m2) & MASK
            out[k + 50] = (51 * m3 + lt * m1 + p * m2) & MASK
            out[k + 51] = (52 * m3 + ((tags[at] + 1) * 8 + c) * m1 + p * m2) & MASK
            out[k + 52] = (53 * m3 + ls * m1 + (v * 8 + c) * m2) & MASK
            out[k + 53] = (54 * m3 + (lt * 8 + v) * m1 + (c * 8 + q) * m2) & MASK
            out[k + 54] = (55 * m3 + (w1 if v == 1 else 3) * m1 + (c * 64 + p) * m2) & MASK
            out[k + 55] = (56 * m3 + (lt * 64 + p) * m1 + (c * 64 + p1) * m2) & MASK
        else:
            out[k + 42] = (57 * m3) & MASK
            for j in range(43, 56):
                out[k + j] = 0
        at = right[i]
        if at >= 0:
            d = near(at - i) + 1
            rs = stems[at]
            rb = cueness[at] + 1
            pb = tags[at - 1] + 1
            pa = tags[at + 1] + 1 if at + 1 < count else 41
            out[k + 56] = (58 * m3 + rs * m1) & MASK
            out[k + 57] = (59 * m3 + d * m1) & MASK
            out[k + 58] = (60 * m3 + rb * m1 + d * m2) & MASK
            out[k + 59] = (61 * m3 + (tags[at] + 1) * m1 + p * m2) & MASK
            out[k + 60] = (62 * m3 + (pb * 64 + pa) * m1 + rb * m2) & MASK
            out[k + 61] = (63 * m3 + rs * m1 + p * m2) & MASK
            out[k + 62] = (64 * m3 + (pb * 64 + pa) * m1 + p * m2) & MASK
        else:
            out[k + 56] = (65 * m3) & MASK
            for j in range(57, 63):
                out[k + j] = 0
        d = (1 if left[i] >= 0 else 2) * 4 + (1 if right[i] >= 0 else 2)
        out[k + 63] = (66 * m3 + d * m1 + (q + 1) * m2) & MASK
        d = i - sentence[i]
        out[k + 64] = (67 * m3 + (d + 1 if d < 4 else 5) * m1 + p * m2) & MASK
        d = i - start
        out[k + 65] = (68 * m3 + (d + 1 if d < 3 else 4) * m1) & MASK
        # how the sentence begins: its first words tell an introducing frame and a report from a remark
        d = sentence[i]
        out[k + 66] = (69 * m3 + words[d] * m1 + p * m2) & MASK
        out[k + 67] = (70 * m3 + ((marks[d] + 1) * 64 + tags[d] + 1) * m1 + b * m2) & MASK
        out[k + 68] = (71 * m3 + (1 if d == start else 2) * m1 + (b * 8 + q) * m2) & MASK
        # the end of the sentence before: whether a quotation was left there
        if d > start:
            out[k + 69] = (72 * m3 + (marks[d - 1] + 1) * m1 + (q * 64 + b) * m2) & MASK
        else:
            out[k + 69] = (73 * m3 + (q * 64 + b) * m1) & MASK
        out[k + 70] = (74 * m3 + stems[i] * m1 + r1 * m2) & MASK
        out[k + 71] = (75 * m3 + stems[i] * m1 + p1 * m2) & MASK
        out[k + 72] = (76 * m3 + (b * 64 + p) * m1 + n1 * m2) & MASK
        out[k + 73] = (77 * m3 + (b * 64 + p) * m1 + w1 * m2) & MASK
        out[k + 74] = (78 * m3 + (p1 * 64 + p) * m1 + (b1 * 16 + b) * m2) & MASK
        out[k + 75] = (79 * m3 + (p * 64 + r1) * m1 + (b * 16 + c1) * m2) & MASK
        out[k + 76] = (80 * m3 + (p * 64 + r1) * m1 + (r2 * 64 + b) * m2) & MASK
        out[k + 77] = (81 * m3 + (p2 * 64 + p1) * m1 + (p * 64 + b) * m2) & MASK
        out[k + 78] = (82 * m3 + stems[i] * m1 + (q * 8 + s1) * m2) & MASK
        out[k + 79] = (83 * m3 + w1 * m1 + w2 * m2) & MASK
        out[k + 80] = (84 * m3 + n1 * m1 + n2 * m2) & MASK
        out[k + 81] = (85 * m3 + stems[i] * m1 + n2 * m2) & MASK
        out[k + 82] = (86 * m3 + (words[last - 1] if last - i < 40 else 3) * m1 + (q * 8 + b) * m2) & MASK
        # clusters of meaning: what is true of a word seen often holds for its kin
        f = narrow[i] + 128
        f1 = narrow[i - 1] + 128 if i > start else 1
        g1 = narrow[i + 1] + 128 if i + 1 < count else 2
        e = wide[i] + 1
        e1 = wide[i - 1] + 1 if i > start else 60
        h1 = wide[i + 1] + 1 if i + 1 < count else 61
        out[k + 83] = (87 * m3 + f * m1) & MASK
        out[k + 84] = (88 * m3 + f1 * m1) & MASK
        out[k + 85] = (89 * m3 + g1 * m1) & MASK
        out[k + 86] = (90 * m3 + e1 * m1 + e * m2) & MASK
        out[k + 87] = (91 * m3 + e * m1 + h1 * m2) & MASK
        out[k + 88] = (92 * m3 + f * m1 + (p * 64 + r1) * m2) & MASK
        out[k + 89] = (93 * m3 + f * m1 + (p * 64 + p1) * m2) & MASK
        out[k + 90] = (94 * m3 + f * m1 + (q * 8 + s1) * m2) & MASK
        at = left[i]
        f = narrow[at] + 128 if at >= 0 else 3
        out[k + 91] = (95 * m3 + f * m1 + p * m2) & MASK
        out[k + 92] = (96 * m3 + f * m1 + (verbs[i] * 8 + commas[i]) * m2) & MASK
        at = right[i]
        f = narrow[at] + 128 if at >= 0 else 3
        out[k + 93] = (97 * m3 + f * m1 + p * m2) & MASK
        # the clause: how it begins, and the verbs on either side
        at = segment[i]
        v = tags[verb_before[i]] + 1 if verb_before[i] >= 0 else 60
        c = tags[verb_after[i]] + 1 if verb_after[i] >= 0 else 60
        out[k + 94] = (98 * m3 + words[at] * m1 + p * m2) & MASK
        out[k + 95] = (100 * m3 + (tags[at] * 64 + (tags[at + 1] if at + 1 < count else 60)) * m1 + p * m2) & MASK
        out[k + 96] = (101 * m3 + w * m1 + (v * 64 + c) * m2) & MASK
        out[k + 97] = (102 * m3 + (v * 64 + c) * m1 + (p * 8 + q) * m2) & MASK
        b = cueness[verb_after[i]] + 1 if verb_after[i] >= 0 else 9
        d = near(verb_after[i] - i) + 1 if verb_after[i] >= 0 else 9
        out[k + 98] = (103 * m3 + (b * 16 + d) * m1 + p * m2) & MASK
        b = cueness[verb_before[i]] + 1 if verb_before[i] >= 0 else 9
        out[k + 99] = (104 * m3 + (b * 64 + v) * m1 + w * m2) & MASK
