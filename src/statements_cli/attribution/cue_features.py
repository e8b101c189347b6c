"""One likely cue and the first labeller's view in; the features that find its own source and content out.

The second labeller looks at the surroundings of each cue by itself (one cue, one source, one content) with
the first one's labels as evidence. What tells most is how a stretch that was labelled source or content
lies to the cue: how far, what stands between, and whether another cue is nearer.
"""

from __future__ import annotations

from array import array

from statements_cli.text.scan import hash_word

STRIDE = 103  # features a token
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
    """A distance in tokens, folded to eight steps."""
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
    """Count along a document what may stand between two tokens, so that a difference tells any gap.

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
    """Set ``out`` to the features of the tokens ``first`` to ``last`` for the cue ``cue_start`` to ``cue_end``.

    ``head`` is the cue's main word; ``labels`` are the first labeller's, ``sureness`` how probable it holds
    it that the token is content (0 to 9), ``sourceness`` and ``likeliness`` the same of source and cue;
    the columns from ``commas`` on are from ``survey``.
    """
    count = len(words)
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
            out[k] = (1 * M3 + hp * M1) & MASK
            out[k + 1] = (2 * M3) & MASK
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
        out[k] = (3 * M3 + side * M1 + d * M2) & MASK
        out[k + 1] = (4 * M3 + sd * M1) & MASK
        out[k + 2] = (5 * M3 + side * M1 + lab * M2) & MASK
        out[k + 3] = (6 * M3 + lab1 * M1 + lab * M2) & MASK
        out[k + 4] = (7 * M3 + lab * M1 + labn * M2) & MASK
        out[k + 5] = (8 * M3 + w * M1) & MASK
        out[k + 6] = (9 * M3 + w1 * M1) & MASK
        out[k + 7] = (10 * M3 + n1 * M1) & MASK
        out[k + 8] = (11 * M3 + side * M1 + p * M2) & MASK
        out[k + 9] = (12 * M3 + p1 * M1 + p * M2) & MASK
        out[k + 10] = (13 * M3 + p * M1 + r1 * M2) & MASK
        out[k + 11] = (14 * M3 + (p1 * 64 + p) * M1 + (r1 * 4 + side) * M2) & MASK
        out[k + 12] = (15 * M3 + (side * 8 + z) * M1 + v * M2) & MASK
        out[k + 13] = (16 * M3 + ((side * 8 + z) * 8 + v) * M1 + p * M2) & MASK
        out[k + 14] = (17 * M3 + hs * M1 + side * M2) & MASK
        out[k + 15] = (18 * M3 + hs * M1 + (side * 64 + p) * M2) & MASK
        out[k + 16] = (19 * M3 + hs * M1 + (side * 16 + d) * M2) & MASK
        out[k + 17] = (20 * M3 + hs * M1 + ((w ^ side) if d < 5 else side) * M2) & MASK
        out[k + 18] = (21 * M3 + hp * M1 + sd * M2) & MASK
        out[k + 19] = (22 * M3 + np * M1 + (side * 16 + d) * M2) & MASK
        out[k + 20] = (23 * M3 + pp * M1 + (side * 16 + d) * M2) & MASK
        out[k + 21] = (24 * M3 + nx * M1 + (side * 16 + d) * M2) & MASK
        out[k + 22] = (25 * M3 + (sd * 8 + q) * M1 + ql * M2) & MASK
        out[k + 23] = (26 * M3 + (q * 4 + side) * M1 + lab * M2) & MASK
        out[k + 24] = (27 * M3 + (cueness[i] + 1) * M1 + (side * 64 + p) * M2) & MASK
        out[k + 25] = (28 * M3 + cq * M1 + (q * 4 + same) * M2) & MASK
        out[k + 26] = (
            29 * M3 + (side * 8 + (distance if distance < 4 else 4)) * M1 + ((p * 64 + p1) * 64 + r1) * M2
        ) & MASK
        out[k + 27] = (30 * M3 + (sure * 4 + side) * M1 + lab * M2) & MASK
        out[k + 28] = (31 * M3 + (sure * 16 + sd) * M1 + nc * M2) & MASK
        out[k + 29] = (32 * M3 + (nc * 4 + side) * M1 + lab * M2) & MASK
        out[k + 30] = (33 * M3 + (st * 4 + side) * M1 + (qe * 16 + lab) * M2) & MASK
        out[k + 31] = (34 * M3 + (st * 4 + side) * M1 + ((qe * 4 + nc) * 8 + q) * M2) & MASK
        out[k + 32] = (35 * M3 + ((nc * 4 + z) * 4 + side) * M1 + (v * 16 + lab) * M2) & MASK
        out[k + 33] = (36 * M3 + hb * M1 + (side * 16 + lab) * M2) & MASK
        out[k + 34] = (37 * M3 + pv * M1 + (side * 16 + d) * M2) & MASK
        out[k + 35] = (38 * M3 + w1 * M1 + w * M2) & MASK
        out[k + 36] = (39 * M3 + w * M1 + n1 * M2) & MASK
        out[k + 37] = (40 * M3 + stems[i] * M1 + (side * 16 + d) * M2) & MASK
        out[k + 38] = (41 * M3 + w1 * M1 + (p * 4 + side) * M2) & MASK
        out[k + 39] = (42 * M3 + n1 * M1 + (p * 4 + side) * M2) & MASK
        out[k + 40] = (43 * M3 + (p2 * 64 + p1) * M1 + (p * 4 + side) * M2) & MASK
        out[k + 41] = (44 * M3 + (p * 64 + r1) * M1 + (r2 * 4 + side) * M2) & MASK
        out[k + 42] = (45 * M3 + (shapes[i] + 1) * M1 + (p * 4 + side) * M2) & MASK
        out[k + 43] = (46 * M3 + hs * M1 + (sd * 8 + q) * M2) & MASK
        out[k + 44] = (47 * M3 + hs * M1 + (side * 16 + lab) * M2) & MASK
        out[k + 45] = (48 * M3 + hs * M1 + ((side * 8 + z) * 8 + v) * M2) & MASK
        out[k + 46] = (49 * M3 + (np * 64 + pp) * M1 + (side * 16 + lab) * M2) & MASK
        out[k + 47] = (50 * M3 + (np * 64 + hp) * M1 + ((side * 8 + z) * 8 + q) * M2) & MASK
        out[k + 48] = (51 * M3 + n1 * M1 + (q * 64 + r2) * M2) & MASK
        out[k + 49] = (52 * M3 + (hp * 16 + sd) * M1 + ((q * 4 + same) * 8 + z) * M2) & MASK
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
            out[k + 50] = (60 * M3 + kind * M1 + gd * M2) & MASK
            out[k + 51] = (61 * M3 + kind * M1 + ((bc * 3 + bs) * 3 + bt) * M2) & MASK
            out[k + 52] = (62 * M3 + kind * M1 + (((gs * 2 + gz) * 2 + gq) * 2 + inq) * M2) & MASK
            out[k + 53] = (63 * M3 + kind * M1 + ((nearer * 3 + bc) * 2 + inq) * M2) & MASK
            out[k + 54] = (64 * M3 + kind * M1 + hs * M2) & MASK
            out[k + 55] = (65 * M3 + kind * M1 + (hp * 3 + bc) * M2) & MASK
            out[k + 56] = (66 * M3 + kind * M1 + a1 * M2) & MASK
            out[k + 57] = (67 * M3 + (kind * 64 + ep) * M1 + e1 * M2) & MASK
            out[k + 58] = (68 * M3 + (kind * 2 + inq) * M1 + words[e - 1] * M2) & MASK
            out[k + 59] = (69 * M3 + (kind * 2 + (1 if gap == 0 else 0)) * M1 + (pp * 64 + np) * M2) & MASK
            joint = ((((kind * 3 + bc) * 2 + (1 if bs else 0)) * 3 + bt) * 2 + gs) * 2 + inq
            joint = joint * 4 + nearer
            out[k + 60] = (70 * M3 + joint * M1) & MASK
            out[k + 61] = (71 * M3 + joint * M1 + hs * M2) & MASK
            out[k + 62] = (72 * M3 + joint * M1 + ib * M2) & MASK
            out[k + 63] = (
                73 * M3
                + kind * M1
                + (((tags[e - 1] + 1) * 64 + tags[a]) * 4 + (2 if gap == 0 else 0) + (1 if bc else 0)) * M2
            ) & MASK
            out[k + 64] = (74 * M3 + joint * M1 + (sure * 8 + gd) * M2) & MASK
            out[k + 65] = (75 * M3 + joint * M1 + (hp * 64 + np) * M2) & MASK
            out[k + 66] = (76 * M3 + (kind * 8 + (e - a if e - a < 7 else 7)) * M1 + (gd * 2 + gs) * M2) & MASK
            out[k + 67] = (77 * M3 + kind * M1 + ((near(i - a) * 8 + near(e - i)) * 4 + nearer) * M2) & MASK
        else:
            for j in range(50, 68):
                out[k + j] = 0
        # the way between the token and the cue, where no first label helps
        at = cue_after[i] if i >= cue_end else cue_before[i]
        other = 1 if at >= 0 and at != cue_start and at != cue_end else 2
        out[k + 68] = (80 * M3 + (side * 2 + other) * M1 + (sure * 16 + lab) * M2) & MASK
        out[k + 69] = (81 * M3 + (sd * 8 + st) * M1 + ((qe * 8 + q) * 8 + nc) * M2) & MASK
        out[k + 70] = (82 * M3 + (side * 64 + p) * M1 + (q * 16 + lab) * M2) & MASK
        out[k + 71] = (83 * M3 + (sd * 16 + lab) * M1 + words[sentence[i]] * M2) & MASK
        out[k + 72] = (84 * M3 + hs * M1 + ((sd * 16 + lab) * 8 + nc) * M2) & MASK
        out[k + 73] = (85 * M3 + (np * 64 + hp) * M1 + (sd * 16 + lab) * M2) & MASK
        out[k + 74] = (86 * M3 + nx * M1 + ((side * 8 + z) * 16 + lab) * M2) & MASK
        out[k + 75] = (87 * M3 + suffixes[i] * M1 + (side * 16 + lab) * M2) & MASK
        f = narrow[i] + 128
        e1 = wide[i] + 1
        a1 = wide[i - 1] + 1 if i > first else 60
        ep = wide[i + 1] + 1 if i + 1 < last else 60
        out[k + 76] = (88 * M3 + hf * M1 + (side * 16 + d) * M2) & MASK
        out[k + 77] = (89 * M3 + hf * M1 + (sd * 16 + lab) * M2) & MASK
        out[k + 78] = (90 * M3 + hf * M1 + ((side * 8 + z) * 8 + v) * M2) & MASK
        out[k + 79] = (91 * M3 + hf * M1 + (sd * 8 + q) * M2) & MASK
        out[k + 80] = (92 * M3 + hf * M1 + (side * 64 + p) * M2) & MASK
        out[k + 81] = (93 * M3 + f * M1 + (side * 16 + d) * M2) & MASK
        out[k + 82] = (94 * M3 + f * M1 + (side * 16 + lab) * M2) & MASK
        out[k + 83] = (95 * M3 + e1 * M1 + (a1 * 4 + side) * M2) & MASK
        out[k + 84] = (96 * M3 + e1 * M1 + (ep * 4 + side) * M2) & MASK
        # the clause the token stands in: how it begins, what verbs stand on either side, whether it is the cue's
        a = segment[i]
        e1 = words[a]
        ep = tags[a] * 64 + (tags[a + 1] if a + 1 < count else 60)
        ib = 1 if a == segment[cue_start] else 2 if a == segment[cue_end - 1] else 3
        gs = tags[verb_before[i]] + 1 if verb_before[i] >= 0 else 60
        gz = tags[verb_after[i]] + 1 if verb_after[i] >= 0 else 60
        gd = cueness[verb_after[i]] + 1 if verb_after[i] >= 0 else 9
        out[k + 85] = (97 * M3 + e1 * M1 + ((side * 8 + z) * 16 + lab) * M2) & MASK
        out[k + 86] = (98 * M3 + ep * M1 + ((side * 8 + v) * 16 + lab) * M2) & MASK
        out[k + 87] = (99 * M3 + (e1 ^ (ib << 8)) * M1 + (hp * 64 + p) * M2) & MASK
        out[k + 88] = (100 * M3 + (gs * 64 + gz) * M1 + (hp * 64 + p) * M2) & MASK
        out[k + 89] = (101 * M3 + (gs * 64 + gz) * M1 + ((side * 8 + z) * 4 + v) * M2) & MASK
        out[k + 90] = (102 * M3 + w * M1 + ((gz * 64 + hp) * 4 + side) * M2) & MASK
        out[k + 91] = (103 * M3 + w * M1 + ((gd * 8 + v) * 4 + side) * M2) & MASK
        out[k + 92] = (104 * M3 + ib * M1 + ((side * 8 + v) * 16 + lab) * M2) & MASK
        out[k + 93] = (105 * M3 + (hs * 4 + ib) * M1 + (side * 8 + v) * M2) & MASK
        out[k + 94] = (106 * M3 + ep * M1 + ((ib * 16 + d) * 4 + side) * M2) & MASK
        out[k + 95] = (107 * M3 + hv * M1 + ((side * 8 + v) * 64 + gz) * M2) & MASK
        # how the first labeller's beliefs change here, which tells borders that its labels may miss
        sb = sureness[i - 1] + 1 if i > first else 12
        sa = sureness[i + 1] + 1 if i + 1 < last else 12
        ss = sourceness[i] + 1
        out[k + 96] = (108 * M3 + (sure * 16 + sa) * M1 + ((side * 8 + z) * 16 + lab) * M2) & MASK
        out[k + 97] = (109 * M3 + (sb * 16 + sure) * M1 + ((side * 8 + z) * 16 + lab) * M2) & MASK
        out[k + 98] = (110 * M3 + ((sb * 16 + sure) * 16 + sa) * M1 + (side * 64 + p) * M2) & MASK
        out[k + 99] = (111 * M3 + (ss * 16 + d) * M1 + (side * 16 + lab) * M2) & MASK
        out[k + 100] = (112 * M3 + (ss * 4 + side) * M1 + hs * M2) & MASK
        out[k + 101] = (113 * M3 + (likeliness[i] * 4 + side) * M1 + (sure * 16 + lab) * M2) & MASK
        out[k + 102] = (114 * M3 + (sure * 16 + sa) * M1 + w * M2) & MASK
