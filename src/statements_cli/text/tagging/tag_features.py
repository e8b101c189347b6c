"""Compute the features by which the tagger knows parts of speech.

Word forms and shapes in a window of two tokens on either side; no tag depends on another, so that a
document is tagged in one sweep (the window features follow Toutanova and others, NAACL 2003). A feature's
number is a linear mixture of its template and its values, which linear.py scatters.
"""

from __future__ import annotations

from array import array

STRIDE = 19  # features a token
M1 = 0x9E3779B1
M2 = 0x85EBCA77
M3 = 0xC2B2AE3D
MASK = 0xFFFFFFFF


def tag_features(
    words: array[int],
    suffixes: array[int],
    shapes: array[int],
    sentences: array[int],
    unit: int,
    start: int,
    stop: int,
    out: array[int],
) -> int:
    """Set ``out`` to the features of the tokens ``start`` to ``stop`` (half-open).

    ``sentences`` holds the first token of each sentence and ``unit`` the number of the one that ``start``
    lies in; returns that of the one after the last token.
    """
    units = len(sentences)
    count = len(words)
    m1, m2, m3 = M1, M2, M3
    first = sentences[unit]
    last = sentences[unit + 1] if unit + 1 < units else count
    for i in range(start, stop):
        if i >= last:
            unit += 1
            first = last
            last = sentences[unit + 1] if unit + 1 < units else count
        w = words[i]
        s = suffixes[i]
        p = shapes[i] + 1
        w1 = words[i - 1] if i > first else 1
        w2 = words[i - 2] if i > first + 1 else 1
        n1 = words[i + 1] if i + 1 < last else 2
        n2 = words[i + 2] if i + 2 < last else 2
        s1 = suffixes[i - 1] if i > first else 1
        t1 = suffixes[i + 1] if i + 1 < last else 2
        p1 = shapes[i - 1] + 1 if i > first else 0
        q1 = shapes[i + 1] + 1 if i + 1 < last else 0
        q2 = shapes[i + 2] + 1 if i + 2 < last else 0
        k = (i - start) * STRIDE
        out[k] = (1 * m3 + w * m1 + p * m2) & MASK
        out[k + 1] = (2 * m3 + w * m1) & MASK
        out[k + 2] = (3 * m3 + s * m1 + p * m2) & MASK
        out[k + 3] = (4 * m3 + w1 * m1) & MASK
        out[k + 4] = (5 * m3 + n1 * m1) & MASK
        out[k + 5] = (6 * m3 + w2 * m1) & MASK
        out[k + 6] = (7 * m3 + n2 * m1) & MASK
        out[k + 7] = (8 * m3 + w1 * m1 + w * m2) & MASK
        out[k + 8] = (9 * m3 + w * m1 + n1 * m2) & MASK
        out[k + 9] = (10 * m3 + s1 * m1 + s * m2) & MASK
        out[k + 10] = (11 * m3 + s * m1 + t1 * m2) & MASK
        out[k + 11] = (12 * m3 + (p1 * 64 + p * 8 + q1) * m1 + (1 if i == first else 0) * m2) & MASK
        out[k + 12] = (13 * m3 + s1 * m1 + t1 * m2) & MASK
        out[k + 13] = (14 * m3 + w1 * m1 + w2 * m2) & MASK
        out[k + 14] = (15 * m3 + n1 * m1 + n2 * m2) & MASK
        out[k + 15] = (16 * m3 + s1 * m1 + p * m2) & MASK
        out[k + 16] = (17 * m3 + t1 * m1 + p * m2) & MASK
        out[k + 17] = (18 * m3 + w1 * m1 + s * m2) & MASK
        out[k + 18] = (19 * m3 + (p1 * 512 + p * 64 + q1 * 8 + q2) * m1 + s * m2) & MASK
    return unit + 1 if stop >= last else unit
