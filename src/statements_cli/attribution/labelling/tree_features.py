"""Compute features of how cue and content are connected in the dependency tree.

The second labeller learns from the way between a token and the cue, the judge from the arcs that a content's
borders cut: a phrase that depends on a word of the content belongs to it, one that depends on the cue does not
(as constituents do for Pareti and others, EMNLP 2013).
"""

from __future__ import annotations

from array import array

CUE_STRIDE = 116  # features a token: cue_features writes the first 103
JUDGE_STRIDE = 105  # features a finding: judge_features writes the first 91
CUE_FIRST = 103
JUDGE_FIRST = 91
PLACES = 7
M1 = 0x9E3779B1
M2 = 0x85EBCA77
M3 = 0xC2B2AE3D
MASK = 0xFFFFFFFF
PUNCTUATION = 29  # text.tagger.TAGS
NO_TAG = 60
FAR = 12  # steps up the tree that are looked at
REACH = 25  # tokens looked at on either side of a content


def near(distance: int) -> int:
    """Return a distance in tokens, folded to eight steps."""
    if distance < 4:
        return distance
    return 4 if distance < 7 else 5 if distance < 12 else 6 if distance < 25 else 7


def token_features(
    words: array[int],
    stems: array[int],
    tags: array[int],
    narrow: array[int],
    sentence: array[int],
    heads: array[int],
    begins: array[int],
    ends: array[int],
    cue_start: int,
    cue_end: int,
    head: int,
    first: int,
    last: int,
    out: array[int],
) -> None:
    """Set the last 13 of ``CUE_STRIDE`` features from ``first`` to ``last`` (half-open).

    The cue's own tokens are left out.

    ``heads`` to ``ends`` are from ``text.tagging.arcs``; ``head`` is the main word of the cue. Tokens of other
    sentences than the cue's have none.
    """
    hs = stems[head]
    hp = tags[head] + 1
    hf = narrow[head] + 128
    own = sentence[cue_start]
    a1 = heads[head]
    a2 = heads[a1]
    a3 = heads[a2]
    for i in range(first, last):
        if cue_start <= i < cue_end:
            continue
        k = (i - first) * CUE_STRIDE + CUE_FIRST
        if sentence[i] != own:
            for j in range(k, k + CUE_STRIDE - CUE_FIRST):
                out[j] = 0
            continue
        # up the tree to the cue or to what the cue depends on; by way of which child of it
        kind = 0
        way = 0
        via = -1
        at = i
        while way < FAR:
            if cue_start <= at < cue_end:
                kind = 1
            elif at == a1:
                kind = 3
            elif at == a2:
                kind = 4
            elif at == a3:
                kind = 5
            if kind or heads[at] == at:
                break
            via = at
            at = heads[at]
            way += 1
        if kind == 0:
            via = -1
            way = 4
        if way > 4:
            way = 4
        side = 1 if i >= cue_end else 0
        vt = NO_TAG
        vl = NO_TAG
        vw = 1
        vb = 1
        vf = 300
        vs = 0
        vd = 9
        edge = 0
        if via >= 0:
            vt = tags[via]
            vl = tags[begins[via]]
            vw = words[via]
            vb = words[begins[via]]
            vf = narrow[via] + 128
            vs = 2 if via >= cue_end else 1
            vd = near(via - head if via > head else head - via)
            edge = (4 if begins[via] == i else 0) + (2 if ends[via] == i + 1 else 0) + (1 if via == i else 0)
        p = tags[i]
        ph = tags[heads[i]]
        before = 1 if heads[i] < i else 2
        out[k] = (120 * M3 + (kind * 8 + way) * M1 + (side + 1) * M2) & MASK
        out[k + 1] = (121 * M3 + (kind * 64 + vt) * M1 + (vs * 8 + edge + 1) * M2) & MASK
        out[k + 2] = (122 * M3 + ((kind * 64 + vt) * 64 + vl) * M1 + (vs * 8 + edge + 1) * M2) & MASK
        out[k + 3] = (123 * M3 + (kind * 4 + vs) * M1 + hs * M2) & MASK
        out[k + 4] = (124 * M3 + (kind * 64 + vt) * M1 + hs * M2) & MASK
        out[k + 5] = (125 * M3 + ((kind * 64 + vt) * 4 + vs) * M1 + hf * M2) & MASK
        out[k + 6] = (126 * M3 + vw * M1 + hs * M2) & MASK
        out[k + 7] = (127 * M3 + vw * M1 + (kind * 64 + hp) * M2) & MASK
        out[k + 8] = (128 * M3 + (kind * 8 + edge) * M1 + (p * 64 + ph) * M2) & MASK
        out[k + 9] = (129 * M3 + vb * M1 + (kind * 64 + hp) * M2) & MASK
        out[k + 10] = (130 * M3 + vf * M1 + (hf * 8 + kind) * M2) & MASK
        out[k + 11] = (131 * M3 + ((kind * 16 + vd) * 2 + side) * M1 + hp * M2) & MASK
        out[k + 12] = (132 * M3 + (ph * 4 + before) * M1 + (p + 1) * M2) & MASK


def content_features(
    words: array[int],
    stems: array[int],
    tags: array[int],
    narrow: array[int],
    sentence: array[int],
    heads: array[int],
    begins: array[int],
    ends: array[int],
    spans: array[int],
    places: array[int],
    rows: int,
    out: array[int],
) -> None:
    """Set the last 14 of ``JUDGE_STRIDE`` features of findings.

    ``spans`` and ``places`` as judge_features has them.
    """
    count = len(words)
    begun = 0
    for row in range(rows):
        k = row * JUDGE_STRIDE + JUDGE_FIRST
        cue_start = places[row * PLACES]
        cue_end = places[row * PLACES + 1]
        hs = stems[places[row * PLACES + 2]]
        hf = narrow[places[row * PLACES + 2]] + 128
        pieces = places[row * PLACES + 6]
        first = spans[begun]
        last = spans[begun + 2 * pieces - 1]
        # the words of the content that depend on none of it, the uppermost first
        tops = 0
        on_cue = 0
        top = first
        for j in range(pieces):
            for i in range(spans[begun + 2 * j], spans[begun + 2 * j + 1]):
                if tags[i] == PUNCTUATION:
                    continue
                if heads[i] == i or not within(heads[i], spans, begun, pieces):
                    if tops == 0:
                        top = i
                    tops += 1
                    if cue_start <= heads[i] < cue_end:
                        on_cue += 1
        # the words outside that depend on one of it
        left = 0
        right = 0
        i = first - REACH if first > REACH else 0
        while i < count and i < last + REACH:
            if (
                tags[i] != PUNCTUATION
                and heads[i] != i
                and not cue_start <= i < cue_end
                and within(heads[i], spans, begun, pieces)
                and not within(i, spans, begun, pieces)
            ):
                if i < first:
                    left += 1
                elif i >= last:
                    right += 1
            i += 1
        # the next word after it, and the one before
        after = 9
        hangs = 0
        at = NO_TAG
        aw = 1
        ah = NO_TAG
        i = last
        while i < count and tags[i] == PUNCTUATION:
            i += 1
        if i < count and sentence[i] == sentence[last - 1]:
            after = relation(i, heads, cue_start, cue_end, spans, begun, pieces)
            at = tags[i]
            aw = words[i]
            ah = tags[heads[i]]
            hangs = 2 if heads[i] == top else 1 if heads[i] == last - 1 else 0
        before = 9
        i = first - 1
        while i >= 0 and tags[i] == PUNCTUATION:
            i -= 1
        if i >= 0 and sentence[i] == sentence[first]:
            before = 8 if cue_start <= i < cue_end else relation(i, heads, cue_start, cue_end, spans, begun, pieces)
        begun += 2 * pieces
        whole = 1 if tops == 1 and begins[top] == first and ends[top] == last else 0
        if tops > 3:
            tops = 3
        if on_cue > 3:
            on_cue = 3
        if left > 2:
            left = 2
        if right > 3:
            right = 3
        tt = tags[top]
        joint = after * 4 + hangs
        few = right if right < 2 else 2
        out[k] = (140 * M3 + (after + 1) * M1 + at * M2) & MASK
        out[k + 1] = (141 * M3 + (after + 1) * M1 + aw * M2) & MASK
        out[k + 2] = (142 * M3 + (joint + 1) * M1 + (at * 64 + ah) * M2) & MASK
        out[k + 3] = (143 * M3 + (tops + 1) * M1 + on_cue * M2) & MASK
        out[k + 4] = (144 * M3 + (right + 1) * M1 + left * M2) & MASK
        out[k + 5] = (145 * M3 + (whole + 1) * M1 + on_cue * M2) & MASK
        out[k + 6] = (146 * M3 + (before + 1) * M1 + tags[first] * M2) & MASK
        out[k + 7] = (147 * M3 + (joint + 1) * M1 + hs * M2) & MASK
        out[k + 8] = (148 * M3 + ((after + 1) * 64 + at) * M1 + hf * M2) & MASK
        out[k + 9] = (149 * M3 + (tt * 4 + whole + 1) * M1 + hs * M2) & MASK
        out[k + 10] = (150 * M3 + (tt * 4 + on_cue + 1) * M1 + hf * M2) & MASK
        out[k + 11] = (151 * M3 + (tops * 4 + right + 1) * M1 + tt * M2) & MASK
        out[k + 12] = (152 * M3 + ((joint + 1) * 64 + tt) * M1 + aw * M2) & MASK
        out[k + 13] = (153 * M3 + (few + 1) * M1 + ((left * 4 + tops) * 2 + whole) * M2) & MASK


def within(token: int, spans: array[int], begun: int, pieces: int) -> bool:
    """Return whether a token lies in a content."""
    inside = False
    for j in range(pieces):
        if spans[begun + 2 * j] <= token < spans[begun + 2 * j + 1]:
            inside = True
    return inside


def relation(
    token: int, heads: array[int], cue_start: int, cue_end: int, spans: array[int], begun: int, pieces: int
) -> int:
    """Return what a token depends on.

    0 nothing, 1 the cue, 2 the content, 3 a word before it, 4 one after it.
    """
    above = heads[token]
    if above == token:
        return 0
    if cue_start <= above < cue_end:
        return 1
    if within(above, spans, begun, pieces):
        return 2
    return 3 if above < token else 4
