"""Compute the features by which the second labeller reads one cue.

The second labeller looks at the surroundings of each cue by itself (one cue, one source, one content) with
the first one's labels as evidence. What tells most is how a stretch that was labelled source or content
lies to the cue: how far, what stands between, and whether another cue is nearer.
"""

from __future__ import annotations

from array import array

from statements_cli.text.scan import hash_word

STRIDE = 116  # features a token: the last 13 are written by tree_features
M1 = 0x9E3779B1
M2 = 0x85EBCA77
M3 = 0xC2B2AE3D
MASK = 0xFFFFFFFF
COMMA = hash_word(",")
SEMICOLON = hash_word(";")
COLON = hash_word(":")
DASH = hash_word("—")
EN_DASH = hash_word("–")
HYPHEN = hash_word("-")
HYPHENS = hash_word("--")
STOP = hash_word(".")
QUESTION = hash_word("?")
EXCLAMATION = hash_word("!")
FIRST_VERB = 10
LAST_VERB = 16


def near(distance: int) -> int:
    """Return a distance in tokens, folded to eight steps."""
    if distance < 4:
        return distance
    return 4 if distance < 7 else 5 if distance < 12 else 6 if distance < 25 else 7


def survey(
    words: array[int],
    tags: array[int],
    marks: array[int],
    labels: array[int],
    count: int,
    commas: array[int],
    verbs: array[int],
    stops: array[int],
    closings: array[int],
    cues: array[int],
    sources: array[int],
    contents: array[int],
    span_start: array[int],
    span_end: array[int],
    cue_before: array[int],
    cue_after: array[int],
) -> None:
    """Count along a document what may stand between two tokens.

    A difference of two counts then describes any gap.

    ``commas`` to ``contents`` have ``count + 1`` entries: how many lie before each token (labelled spans
    count where they begin); ``span_start`` and ``span_end`` bound the labelled span of each token (-1:
    none); ``cue_before`` and ``cue_after`` are the nearest end and beginning of a cue on either side.
    """
    for i in range(count):
        w = words[i]
        comma = w == COMMA or w == SEMICOLON or w == COLON or w == DASH or w == EN_DASH or w == HYPHEN or w == HYPHENS
        commas[i + 1] = commas[i] + (1 if comma else 0)
        verbs[i + 1] = verbs[i] + (1 if FIRST_VERB <= tags[i] <= LAST_VERB else 0)
        stop = marks[i] == 0 and (w == STOP or w == QUESTION or w == EXCLAMATION)
        stops[i + 1] = stops[i] + (1 if stop else 0)
        closings[i + 1] = closings[i] + (1 if marks[i] == 4 else 0)
        label = labels[i]
        cues[i + 1] = cues[i] + (1 if label == 1 else 0)
        sources[i + 1] = sources[i] + (1 if label == 3 else 0)
        contents[i + 1] = contents[i] + (1 if label == 5 else 0)
        if label == 0:
            span_start[i] = -1
        elif label == 2 or label == 4 or label == 6:
            span_start[i] = span_start[i - 1] if i > 0 and span_start[i - 1] >= 0 else i
        else:
            span_start[i] = i
    at = -1
    for i in range(count):
        cue_before[i] = at
        if (labels[i] == 1 or labels[i] == 2) and (i + 1 == count or labels[i + 1] != 2):
            at = i + 1
    at = -1
    end = -1
    i = count - 1
    while i >= 0:
        cue_after[i] = at
        if labels[i] == 0:
            span_end[i] = -1
        else:
            if i + 1 == count or span_start[i + 1] != span_start[i]:
                end = i + 1
            span_end[i] = end
        if labels[i] == 1:
            at = i
        i -= 1


def cue_features(
    words: array[int],
    stems: array[int],
    suffixes: array[int],
    shapes: array[int],
    tags: array[int],
    cueness: array[int],
    marks: array[int],
    lengths: array[int],
    quotation: array[int],
    sentence: array[int],
    labels: array[int],
    sureness: array[int],
    sourceness: array[int],
    likeliness: array[int],
    wide: array[int],
    narrow: array[int],
    segment: array[int],
    verb_before: array[int],
    verb_after: array[int],
    commas: array[int],
    verbs: array[int],
    stops: array[int],
    closings: array[int],
    cues: array[int],
    sources: array[int],
    contents: array[int],
    span_start: array[int],
    span_end: array[int],
    cue_before: array[int],
    cue_after: array[int],
    cue_start: int,
    cue_end: int,
    head: int,
    first: int,
    last: int,
    out: array[int],
) -> None:
    """Set ``out`` to the features of tokens ``first`` to ``last`` for one cue.

    The cue goes from ``cue_start`` to ``cue_end``.

    ``head`` is the cue's main word; ``labels`` are the first labeller's, ``sureness`` how probable it holds
    it that the token is content (0 to 9), ``sourceness`` and ``likeliness`` the same of source and cue;
    the columns from ``commas`` on are from ``survey``.
    """
    count = len(words)
    m1, m2, m3 = M1, M2, M3
    hs = stems[head]
    hp = tags[head] + 1
    hb = cueness[head] + 1
    nx = words[cue_end] if cue_end < count else 2
    pv = words[cue_start - 1] if cue_start > 0 else 1
    np = tags[cue_end] + 1 if cue_end < count else 41
    pp = tags[cue_start - 1] + 1 if cue_start > 0 else 40
    cs = sentence[cue_start]
    cq = 1 if marks[cue_start] > 0 else 2
    own = quotation[cue_start]
    hf = narrow[head] + 128
    hv = tags[verb_after[head]] + 1 if verb_after[head] >= 0 else 60
    for i in range(first, last):
        k = (i - first) * STRIDE
        if cue_start <= i < cue_end:
            out[k] = (1 * m3 + hp * m1) & MASK
            out[k + 1] = (2 * m3) & MASK
            for j in range(2, STRIDE):
                out[k + j] = 0
            continue
        w = words[i]
        w1 = words[i - 1] if i > first else 1
        n1 = words[i + 1] if i + 1 < last else 2
        p = tags[i] + 1
        p1 = tags[i - 1] + 1 if i > first else 40
        r1 = tags[i + 1] + 1 if i + 1 < last else 41
        r2 = tags[i + 2] + 1 if i + 2 < last else 41
        p2 = tags[i - 2] + 1 if i > first + 1 else 40
        lab = labels[i] + 1
        lab1 = labels[i - 1] + 1 if i > first else 9
        labn = labels[i + 1] + 1 if i + 1 < last else 10
        q = marks[i] + 1
        ql = lengths[i] + 1
        if i < cue_start:
            side = 1
            distance = cue_start - i
            z = commas[cue_start] - commas[i + 1]
            v = verbs[cue_start] - verbs[i + 1]
            st = stops[cue_start] - stops[i]
            qe = closings[cue_start] - closings[i]
            nc = cues[cue_start] - cues[i + 1]
        else:
            side = 2
            distance = i - cue_end + 1
            z = commas[i] - commas[cue_end]
            v = verbs[i] - verbs[cue_end]
            st = stops[i] - stops[cue_end]
            qe = closings[i] - closings[cue_end]
            nc = cues[i + 1] - cues[cue_end]
        if z > 3:
            z = 3
        if v > 3:
            v = 3
        if st > 2:
            st = 2
        if qe > 2:
            qe = 2
        if nc > 2:
            nc = 2
        d = near(distance) + 1
        ds = 1 if sentence[i] == cs else 2 if i < cue_start else 3
        if ds == 2 and sentence[sentence[i]] < cs and sentence[cs - 1] != sentence[i]:
            ds = 4
        if ds == 3 and sentence[i] > cue_end and sentence[sentence[i] - 1] != cs:
            ds = 5
        sd = side * 8 + ds
        sure = sureness[i] + 1
        same = 1 if own >= 0 and quotation[i] == own else 2
        out[k] = (3 * m3 + side * m1 + d * m2) & MASK
        out[k + 1] = (4 * m3 + sd * m1) & MASK
        out[k + 2] = (5 * m3 + side * m1 + lab * m2) & MASK
        out[k + 3] = (6 * m3 + lab1 * m1 + lab * m2) & MASK
        out[k + 4] = (7 * m3 + lab * m1 + labn * m2) & MASK
        out[k + 5] = (8 * m3 + w * m1) & MASK
        out[k + 6] = (9 * m3 + w1 * m1) & MASK
        out[k + 7] = (10 * m3 + n1 * m1) & MASK
        out[k + 8] = (11 * m3 + side * m1 + p * m2) & MASK
        out[k + 9] = (12 * m3 + p1 * m1 + p * m2) & MASK
        out[k + 10] = (13 * m3 + p * m1 + r1 * m2) & MASK
        out[k + 11] = (14 * m3 + (p1 * 64 + p) * m1 + (r1 * 4 + side) * m2) & MASK
        out[k + 12] = (15 * m3 + (side * 8 + z) * m1 + v * m2) & MASK
        out[k + 13] = (16 * m3 + ((side * 8 + z) * 8 + v) * m1 + p * m2) & MASK
        out[k + 14] = (17 * m3 + hs * m1 + side * m2) & MASK
        out[k + 15] = (18 * m3 + hs * m1 + (side * 64 + p) * m2) & MASK
        out[k + 16] = (19 * m3 + hs * m1 + (side * 16 + d) * m2) & MASK
        out[k + 17] = (20 * m3 + hs * m1 + ((w ^ side) if d < 5 else side) * m2) & MASK
        out[k + 18] = (21 * m3 + hp * m1 + sd * m2) & MASK
        out[k + 19] = (22 * m3 + np * m1 + (side * 16 + d) * m2) & MASK
        out[k + 20] = (23 * m3 + pp * m1 + (side * 16 + d) * m2) & MASK
        out[k + 21] = (24 * m3 + nx * m1 + (side * 16 + d) * m2) & MASK
        out[k + 22] = (25 * m3 + (sd * 8 + q) * m1 + ql * m2) & MASK
        out[k + 23] = (26 * m3 + (q * 4 + side) * m1 + lab * m2) & MASK
        out[k + 24] = (27 * m3 + (cueness[i] + 1) * m1 + (side * 64 + p) * m2) & MASK
        out[k + 25] = (28 * m3 + cq * m1 + (q * 4 + same) * m2) & MASK
        out[k + 26] = (
            29 * m3 + (side * 8 + (distance if distance < 4 else 4)) * m1 + ((p * 64 + p1) * 64 + r1) * m2
        ) & MASK
        out[k + 27] = (30 * m3 + (sure * 4 + side) * m1 + lab * m2) & MASK
        out[k + 28] = (31 * m3 + (sure * 16 + sd) * m1 + nc * m2) & MASK
        out[k + 29] = (32 * m3 + (nc * 4 + side) * m1 + lab * m2) & MASK
        out[k + 30] = (33 * m3 + (st * 4 + side) * m1 + (qe * 16 + lab) * m2) & MASK
        out[k + 31] = (34 * m3 + (st * 4 + side) * m1 + ((qe * 4 + nc) * 8 + q) * m2) & MASK
        out[k + 32] = (35 * m3 + ((nc * 4 + z) * 4 + side) * m1 + (v * 16 + lab) * m2) & MASK
        out[k + 33] = (36 * m3 + hb * m1 + (side * 16 + lab) * m2) & MASK
        out[k + 34] = (37 * m3 + pv * m1 + (side * 16 + d) * m2) & MASK
        out[k + 35] = (38 * m3 + w1 * m1 + w * m2) & MASK
        out[k + 36] = (39 * m3 + w * m1 + n1 * m2) & MASK
        out[k + 37] = (40 * m3 + stems[i] * m1 + (side * 16 + d) * m2) & MASK
        out[k + 38] = (41 * m3 + w1 * m1 + (p * 4 + side) * m2) & MASK
        out[k + 39] = (42 * m3 + n1 * m1 + (p * 4 + side) * m2) & MASK
        out[k + 40] = (43 * m3 + (p2 * 64 + p1) * m1 + (p * 4 + side) * m2) & MASK
        out[k + 41] = (44 * m3 + (p * 64 + r1) * m1 + (r2 * 4 + side) * m2) & MASK
        out[k + 42] = (45 * m3 + (shapes[i] + 1) * m1 + (p * 4 + side) * m2) & MASK
        out[k + 43] = (46 * m3 + hs * m1 + (sd * 8 + q) * m2) & MASK
        out[k + 44] = (47 * m3 + hs * m1 + (side * 16 + lab) * m2) & MASK
        out[k + 45] = (48 * m3 + hs * m1 + ((side * 8 + z) * 8 + v) * m2) & MASK
        out[k + 46] = (49 * m3 + (np * 64 + pp) * m1 + (side * 16 + lab) * m2) & MASK
        out[k + 47] = (50 * m3 + (np * 64 + hp) * m1 + ((side * 8 + z) * 8 + q) * m2) & MASK
        out[k + 48] = (51 * m3 + n1 * m1 + (q * 64 + r2) * m2) & MASK
        out[k + 49] = (52 * m3 + (hp * 16 + sd) * m1 + ((q * 4 + same) * 8 + z) * m2) & MASK
        a = span_start[i]
        if a >= 0 and not (a < cue_end and span_end[i] > cue_start):
            e = span_end[i]
            if e <= cue_start:
                gap = cue_start - e
                g0 = e
                g1 = cue_start
            else:
                gap = a - cue_end
                g0 = cue_end
                g1 = a
            kind = (labels[a] + 1) // 2 * 4 + side
            bc = cues[g1] - cues[g0]
            bs = sources[g1] - sources[g0]
            bt = contents[g1] - contents[g0]
            if bc > 2:
                bc = 2
            if bs > 2:
                bs = 2
            if bt > 2:
                bt = 2
            gs = 1 if stops[g1] > stops[g0] else 0
            gz = 1 if commas[g1] > commas[g0] else 0
            gq = 1 if closings[g1] > closings[g0] else 0
            # a cue other than this one that lies nearer to the span
            nearer = 0
            at = cue_before[a]
            if at >= 0 and at != cue_end and a - at < gap:
                nearer = 1
            at = cue_after[e - 1]
            if at >= 0 and at != cue_start and at - e < gap:
                nearer += 2
            inq = 1 if marks[a] > 0 else 0
            gd = near(gap)
            e1 = words[e] if e < count else 2
            ep = tags[e] + 1 if e < count else 41
            a1 = words[a - 1] if a > 0 else 1
            ib = 1 if i == a else 2
            out[k + 50] = (60 * m3 + kind * m1 + gd * m2) & MASK
            out[k + 51] = (61 * m3 + kind * m1 + ((bc * 3 + bs) * 3 + bt) * m2) & MASK
            out[k + 52] = (62 * m3 + kind * m1 + (((gs * 2 + gz) * 2 + gq) * 2 + inq) * m2) & MASK
            out[k + 53] = (63 * m3 + kind * m1 + ((nearer * 3 + bc) * 2 + inq) * m2) & MASK
            out[k + 54] = (64 * m3 + kind * m1 + hs * m2) & MASK
            out[k + 55] = (65 * m3 + kind * m1 + (hp * 3 + bc) * m2) & MASK
            out[k + 56] = (66 * m3 + kind * m1 + a1 * m2) & MASK
            out[k + 57] = (67 * m3 + (kind * 64 + ep) * m1 + e1 * m2) & MASK
            out[k + 58] = (68 * m3 + (kind * 2 + inq) * m1 + words[e - 1] * m2) & MASK
            out[k + 59] = (69 * m3 + (kind * 2 + (1 if gap == 0 else 0)) * m1 + (pp * 64 + np) * m2) & MASK
            joint = ((((kind * 3 + bc) * 2 + (1 if bs else 0)) * 3 + bt) * 2 + gs) * 2 + inq
            joint = joint * 4 + nearer
            out[k + 60] = (70 * m3 + joint * m1) & MASK
            out[k + 61] = (71 * m3 + joint * m1 + hs * m2) & MASK
            out[k + 62] = (72 * m3 + joint * m1 + ib * m2) & MASK
            out[k + 63] = (
                73 * m3
                + kind * m1
                + (((tags[e - 1] + 1) * 64 + tags[a]) * 4 + (2 if gap == 0 else 0) + (1 if bc else 0)) * m2
            ) & MASK
            out[k + 64] = (74 * m3 + joint * m1 + (sure * 8 + gd) * m2) & MASK
            out[k + 65] = (75 * m3 + joint * m1 + (hp * 64 + np) * m2) & MASK
            out[k + 66] = (76 * m3 + (kind * 8 + (e - a if e - a < 7 else 7)) * m1 + (gd * 2 + gs) * m2) & MASK
            out[k + 67] = (77 * m3 + kind * m1 + ((near(i - a) * 8 + near(e - i)) * 4 + nearer) * m2) & MASK
        else:
            for j in range(50, 68):
                out[k + j] = 0
        # the way between the token and the cue, where no first label helps
        at = cue_after[i] if i >= cue_end else cue_before[i]
        other = 1 if at >= 0 and at != cue_start and at != cue_end else 2
        out[k + 68] = (80 * m3 + (side * 2 + other) * m1 + (sure * 16 + lab) * m2) & MASK
        out[k + 69] = (81 * m3 + (sd * 8 + st) * m1 + ((qe * 8 + q) * 8 + nc) * m2) & MASK
        out[k + 70] = (82 * m3 + (side * 64 + p) * m1 + (q * 16 + lab) * m2) & MASK
        out[k + 71] = (83 * m3 + (sd * 16 + lab) * m1 + words[sentence[i]] * m2) & MASK
        out[k + 72] = (84 * m3 + hs * m1 + ((sd * 16 + lab) * 8 + nc) * m2) & MASK
        out[k + 73] = (85 * m3 + (np * 64 + hp) * m1 + (sd * 16 + lab) * m2) & MASK
        out[k + 74] = (86 * m3 + nx * m1 + ((side * 8 + z) * 16 + lab) * m2) & MASK
        out[k + 75] = (87 * m3 + suffixes[i] * m1 + (side * 16 + lab) * m2) & MASK
        f = narrow[i] + 128
        e1 = wide[i] + 1
        a1 = wide[i - 1] + 1 if i > first else 60
        ep = wide[i + 1] + 1 if i + 1 < last else 60
        out[k + 76] = (88 * m3 + hf * m1 + (side * 16 + d) * m2) & MASK
        out[k + 77] = (89 * m3 + hf * m1 + (sd * 16 + lab) * m2) & MASK
        out[k + 78] = (90 * m3 + hf * m1 + ((side * 8 + z) * 8 + v) * m2) & MASK
        out[k + 79] = (91 * m3 + hf * m1 + (sd * 8 + q) * m2) & MASK
        out[k + 80] = (92 * m3 + hf * m1 + (side * 64 + p) * m2) & MASK
        out[k + 81] = (93 * m3 + f * m1 + (side * 16 + d) * m2) & MASK
        out[k + 82] = (94 * m3 + f * m1 + (side * 16 + lab) * m2) & MASK
        out[k + 83] = (95 * m3 + e1 * m1 + (a1 * 4 + side) * m2) & MASK
        out[k + 84] = (96 * m3 + e1 * m1 + (ep * 4 + side) * m2) & MASK
        # the clause the token stands in: how it begins, what verbs stand on either side, whether it is the cue's
        a = segment[i]
        e1 = words[a]
        ep = tags[a] * 64 + (tags[a + 1] if a + 1 < count else 60)
        ib = 1 if a == segment[cue_start] else 2 if a == segment[cue_end - 1] else 3
        gs = tags[verb_before[i]] + 1 if verb_before[i] >= 0 else 60
        gz = tags[verb_after[i]] + 1 if verb_after[i] >= 0 else 60
        gd = cueness[verb_after[i]] + 1 if verb_after[i] >= 0 else 9
        out[k + 85] = (97 * m3 + e1 * m1 + ((side * 8 + z) * 16 + lab) * m2) & MASK
        out[k + 86] = (98 * m3 + ep * m1 + ((side * 8 + v) * 16 + lab) * m2) & MASK
        out[k + 87] = (99 * m3 + (e1 ^ (ib << 8)) * m1 + (hp * 64 + p) * m2) & MASK
        out[k + 88] = (100 * m3 + (gs * 64 + gz) * m1 + (hp * 64 + p) * m2) & MASK
        out[k + 89] = (101 * m3 + (gs * 64 + gz) * m1 + ((side * 8 + z) * 4 + v) * m2) & MASK
        out[k + 90] = (102 * m3 + w * m1 + ((gz * 64 + hp) * 4 + side) * m2) & MASK
        out[k + 91] = (103 * m3 + w * m1 + ((gd * 8 + v) * 4 + side) * m2) & MASK
        out[k + 92] = (104 * m3 + ib * m1 + ((side * 8 + v) * 16 + lab) * m2) & MASK
        out[k + 93] = (105 * m3 + (hs * 4 + ib) * m1 + (side * 8 + v) * m2) & MASK
        out[k + 94] = (106 * m3 + ep * m1 + ((ib * 16 + d) * 4 + side) * m2) & MASK
        out[k + 95] = (107 * m3 + hv * m1 + ((side * 8 + v) * 64 + gz) * m2) & MASK
        # how the first labeller's beliefs change here, which tells borders that its labels may miss
        sb = sureness[i - 1] + 1 if i > first else 12
        sa = sureness[i + 1] + 1 if i + 1 < last else 12
        ss = sourceness[i] + 1
        out[k + 96] = (108 * m3 + (sure * 16 + sa) * m1 + ((side * 8 + z) * 16 + lab) * m2) & MASK
        out[k + 97] = (109 * m3 + (sb * 16 + sure) * m1 + ((side * 8 + z) * 16 + lab) * m2) & MASK
        out[k + 98] = (110 * m3 + ((sb * 16 + sure) * 16 + sa) * m1 + (side * 64 + p) * m2) & MASK
        out[k + 99] = (111 * m3 + (ss * 16 + d) * m1 + (side * 16 + lab) * m2) & MASK
        out[k + 100] = (112 * m3 + (ss * 4 + side) * m1 + hs * m2) & MASK
        out[k + 101] = (113 * m3 + (likeliness[i] * 4 + side) * m1 + (sure * 16 + lab) * m2) & MASK
        out[k + 102] = (114 * m3 + (sure * 16 + sa) * m1 + w * m2) & MASK
