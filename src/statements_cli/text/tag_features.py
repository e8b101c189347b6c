"""Tokens in; the numbers of the features by which the tagger knows their part of speech out.

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
        out[k] = (1 * M3 + w * M1 + p * M2) & MASK
        out[k + 1] = (2 * M3 + w * M1) & MASK
        out[k + 2] = (3 * M3 + s * M1 + p * M2) & MASK
        out[k + 3] = (4 * M3 + w1 * M1) & MASK
        out[k + 4] = (5 * M3 + n1 * M1) & MASK
        out[k + 5] = (6 * M3 + w2 * M1) & MASK
        out[k + 6] = (7 * M3 + n2 * M1) & MASK
        out[k + 7] = (8 * M3 + w1 * M1 + w * M2) & MASK
        out[k + 8] = (9 * M3 + w * M1 + n1 * M2) & MASK
        out[k + 9] = (10 * M3 + s1 * M1 + s * M2) & MASK
        out[k + 10] = (11 * M3 + s * M1 + t1 * M2) & MASK
        out[k + 11] = (12 * M3 + (p1 * 64 + p * 8 + q1) * M1 + (1 if i == first else 0) * M2) & MASK
        out[k + 12] = (13 * M3 + s1 * M1 + t1 * M2) & MASK
        out[k + 13] = (14 * M3 + w1 * M1 + w2 * M2) & MASK
        out[k + 14] = (15 * M3 + n1 * M1 + n2 * M2) & MASK
        out[k + 15] = (16 * M3 + s1 * M1 + p * M2) & MASK
        out[k + 16] = (17 * M3 + t1 * M1 + p * M2) & MASK
        out[k + 17] = (18 * M3 + w1 * M1 + s * M2) & MASK
        out[k + 18] = (19 * M3 + (p1 * 512 + p * 64 + q1 * 8 + q2) * M1 + s * M2) & MASK
    return unit + 1 if stop >= last else unit
