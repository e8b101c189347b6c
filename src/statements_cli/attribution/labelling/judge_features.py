"""Compute the features by which the judge accepts and bounds findings."""

from __future__ import annotations

from array import array

STRIDE = 105  # features a finding: the last 14 are written by tree_features
PLACES = 7  # numbers that bound one
CHANCES = 9
M1 = 0x9E3779B1
M2 = 0x85EBCA77
M3 = 0xC2B2AE3D
MASK = 0xFFFFFFFF
FIRST_VERB = 10  # text.tagger.TAGS from VB to MD
LAST_VERB = 16
NO_TAG = 60
NO_STEP = 50
STEPS = 24


def near(distance: int) -> int:
    """Return a distance in tokens, folded to eight steps."""
    if distance < 4:
        return distance
    return 4 if distance < 7 else 5 if distance < 12 else 6 if distance < 25 else 7


def step(probability: float, bounds: array[float]) -> int:
    """Return how many of the bounds, in rising order, a probability has reached."""
    reached = 0
    while reached < STEPS - 1 and probability >= bounds[reached]:
        reached += 1
    return reached


def judge_features(
    words: array[int],
    stems: array[int],
    tags: array[int],
    cueness: array[int],
    marks: array[int],
    sentence: array[int],
    narrow: array[int],
    verb_before: array[int],
    verb_after: array[int],
    bounds: array[float],
    spans: array[int],
    places: array[int],
    chances: array[float],
    rows: int,
    out: array[int],
) -> None:
    """Set ``out`` to the features of findings, ``STRIDE`` a finding.

    ``spans`` holds first and last token (half-open) of each piece of the contents, one content after the other.
    ``places`` holds seven numbers a finding: first and last token (half-open) of the cue, its main word, first
    and last token of the source (-1 where there is none), 0 for the best labelling's own way to bound it, and
    how many pieces the content has. ``chances`` holds nine: the probabilities of the cue, of there being a
    content, of the content's tokens, of the source's, of its beginning and end, of the cue whose content its own
    cue lies in and of one in its content (0: none), and the share of its content that a neighbour claims too.
    ``bounds`` part probabilities into steps.
    """
    count = len(words)
    m1, m2, m3 = M1, M2, M3
    begun = 0
    for row in range(rows):
        k = row * STRIDE
        c = row * CHANCES
        i = row * PLACES
        cue_start = places[i]
        cue_end = places[i + 1]
        head = places[i + 2]
        source_start = places[i + 3]
        source_end = places[i + 4]
        kind = 1 if places[i + 5] > 0 else 0
        pieces = places[i + 6]
        first = spans[begun]
        last = spans[begun + 2 * pieces - 1]
        length = 0
        inside = 0
        verbs = 0
        for j in range(pieces):
            for i in range(spans[begun + 2 * j], spans[begun + 2 * j + 1]):
                length += 1
                if marks[i]:
                    inside += 1
                if FIRST_VERB <= tags[i] <= LAST_VERB:
                    verbs += 1
        begun += 2 * pieces
        if verbs > 2:
            verbs = 2
        if pieces > 3:
            pieces = 3
        quoted = 0 if inside == 0 else 2 if inside * 10 > 9 * length else 1
        order = 1 if first < cue_start else 2
        source_tag = NO_TAG
        source_end_tag = NO_TAG
        source_word = 0
        source_gap = 9
        sourced = 40
        if source_start >= 0:
            order += 3 if source_start < cue_start else 6
            source_tag = tags[source_start]
            source_end_tag = tags[source_end - 1]
            if source_end - source_start == 1:
                source_word = words[source_start]
            gap = cue_start - source_end if source_start < cue_start else source_start - cue_end
            source_gap = near(gap if gap > 0 else 0)
            sourced = step(chances[c + 3], bounds)
        gap = first - cue_end if first > cue_end else cue_end - first
        i = cue_start - last if cue_start > last else last - cue_start
        gap = near(gap if gap < i else i)
        p = step(chances[c], bounds)
        something = step(chances[c + 1], bounds)
        margin = step(chances[c + 2], bounds)
        begins = step(chances[c + 4], bounds)
        ends = step(chances[c + 5], bounds)
        inside_of = step(chances[c + 6], bounds) if chances[c + 6] > 0 else NO_STEP
        holder_of = step(chances[c + 7], bounds) if chances[c + 7] > 0 else NO_STEP
        crowd = int(4 * chances[c + 8])
        hs = stems[head]
        ht = tags[head]
        hf = narrow[head] + 128
        hb = cueness[head]
        nx = words[cue_end] if cue_end < count else 2
        nt = tags[cue_end] if cue_end < count else NO_TAG
        pw = words[cue_start - 1] if cue_start > 0 else 1
        pt = tags[cue_start - 1] if cue_start > 0 else NO_TAG
        cw = words[first]
        ct = tags[first]
        c2 = tags[first + 1] if first + 1 < count else NO_TAG
        ff = narrow[first] + 128
        bw = words[first - 1] if first > 0 else 1
        bt = tags[first - 1] if first > 0 else NO_TAG
        lt = tags[last - 1]
        l2 = tags[last - 2] if last - first > 1 else NO_TAG
        lf = narrow[last - 1] + 128
        aw = words[last] if last < count else 2
        at = tags[last] if last < count else NO_TAG
        a2w = words[last + 1] if last + 1 < count else 2
        a2t = tags[last + 1] if last + 1 < count else NO_TAG
        final = 1 if last >= count or sentence[last] != sentence[last - 1] else 0
        nvt = tags[verb_after[last - 1]] if verb_after[last - 1] >= 0 else NO_TAG
        nvb = cueness[verb_after[last - 1]] if verb_after[last - 1] >= 0 else 9
        vt = tags[verb_before[last - 1]] if verb_before[last - 1] >= first else NO_TAG
        n = near(length)
        cue_quoted = 1 if marks[cue_start] > 0 else 0
        place = near(cue_start - sentence[cue_start])
        cue_size = near(cue_end - cue_start)
        out[k + 0] = (0 * m3 + 1 * m1 + p * m2) & MASK
        out[k + 1] = (1 * m3 + 1 * m1 + something * m2) & MASK
        out[k + 2] = (2 * m3 + 1 * m1 + margin * m2) & MASK
        out[k + 3] = (3 * m3 + 1 * m1 + sourced * m2) & MASK
        out[k + 4] = (4 * m3 + 1 * m1 + hs * m2) & MASK
        out[k + 5] = (5 * m3 + 1 * m1 + ht * m2) & MASK
        out[k + 6] = (6 * m3 + 1 * m1 + hb * m2) & MASK
        out[k + 7] = (7 * m3 + 1 * m1 + nx * m2) & MASK
        out[k + 8] = (8 * m3 + 1 * m1 + nt * m2) & MASK
        out[k + 9] = (9 * m3 + 1 * m1 + pw * m2) & MASK
        out[k + 10] = (10 * m3 + 1 * m1 + pt * m2) & MASK
        out[k + 11] = (11 * m3 + 1 * m1 + cw * m2) & MASK
        out[k + 12] = (12 * m3 + 1 * m1 + ct * m2) & MASK
        out[k + 13] = (13 * m3 + 1 * m1 + lt * m2) & MASK
        out[k + 14] = (14 * m3 + 1 * m1 + aw * m2) & MASK
        out[k + 15] = (15 * m3 + 1 * m1 + bw * m2) & MASK
        out[k + 16] = (16 * m3 + 1 * m1 + n * m2) & MASK
        out[k + 17] = (17 * m3 + quoted * m1 + verbs * m2) & MASK
        out[k + 18] = (18 * m3 + order * m1 + gap * m2) & MASK
        out[k + 19] = (19 * m3 + order * m1 + source_gap * m2) & MASK
        out[k + 20] = (20 * m3 + source_tag * m1 + source_end_tag * m2) & MASK
        out[k + 21] = (21 * m3 + 1 * m1 + source_word * m2) & MASK
        out[k + 22] = (22 * m3 + 1 * m1 + crowd * m2) & MASK
        out[k + 23] = (23 * m3 + 1 * m1 + place * m2) & MASK
        out[k + 24] = (24 * m3 + pieces * m1 + quoted * m2) & MASK
        out[k + 25] = (25 * m3 + hs * m1 + quoted * m2) & MASK
        out[k + 26] = (26 * m3 + hs * m1 + nx * m2) & MASK
        out[k + 27] = (27 * m3 + hs * m1 + ct * m2) & MASK
        out[k + 28] = (28 * m3 + hs * m1 + order * m2) & MASK
        out[k + 29] = (29 * m3 + hs * m1 + verbs * m2) & MASK
        out[k + 30] = (30 * m3 + hs * m1 + cw * m2) & MASK
        out[k + 31] = (31 * m3 + p * m1 + margin * m2) & MASK
        out[k + 32] = (32 * m3 + p * m1 + something * m2) & MASK
        out[k + 33] = (33 * m3 + p * m1 + sourced * m2) & MASK
        out[k + 34] = (34 * m3 + margin * m1 + n * m2) & MASK
        out[k + 35] = (35 * m3 + ht * m1 + nt * m2) & MASK
        out[k + 36] = (36 * m3 + ht * m1 + ct * m2) & MASK
        out[k + 37] = (37 * m3 + ct * m1 + verbs * m2) & MASK
        out[k + 38] = (38 * m3 + order * m1 + quoted * m2) & MASK
        out[k + 39] = (39 * m3 + source_tag * m1 + order * m2) & MASK
        out[k + 40] = (40 * m3 + sourced * m1 + hs * m2) & MASK
        out[k + 41] = (41 * m3 + crowd * m1 + p * m2) & MASK
        out[k + 42] = (42 * m3 + verbs * m1 + n * m2) & MASK
        out[k + 43] = (43 * m3 + lt * m1 + aw * m2) & MASK
        out[k + 44] = (44 * m3 + bw * m1 + ct * m2) & MASK
        out[k + 45] = (45 * m3 + (ht * 64 + pt) * m1 + nt * m2) & MASK
        out[k + 46] = (46 * m3 + hb * m1 + verbs * m2) & MASK
        out[k + 47] = (47 * m3 + hb * m1 + ct * m2) & MASK
        out[k + 48] = (48 * m3 + cue_quoted * m1 + quoted * m2) & MASK
        out[k + 49] = (49 * m3 + cue_quoted * m1 + p * m2) & MASK
        out[k + 50] = (50 * m3 + pieces * m1 + order * m2) & MASK
        out[k + 51] = (51 * m3 + margin * m1 + (verbs * 3 + quoted) * m2) & MASK
        out[k + 52] = (52 * m3 + something * m1 + quoted * m2) & MASK
        out[k + 53] = (53 * m3 + cue_size * m1 + ht * m2) & MASK
        out[k + 54] = (54 * m3 + 1 * m1 + inside_of * m2) & MASK
        out[k + 55] = (55 * m3 + 1 * m1 + holder_of * m2) & MASK
        out[k + 56] = (56 * m3 + inside_of * m1 + p * m2) & MASK
        out[k + 57] = (57 * m3 + holder_of * m1 + p * m2) & MASK
        out[k + 58] = (58 * m3 + inside_of * m1 + quoted * m2) & MASK
        out[k + 59] = (59 * m3 + holder_of * m1 + verbs * m2) & MASK
        out[k + 60] = (60 * m3 + inside_of * m1 + hs * m2) & MASK
        out[k + 61] = (61 * m3 + holder_of * m1 + hs * m2) & MASK
        out[k + 62] = (62 * m3 + inside_of * m1 + holder_of * m2) & MASK
        out[k + 63] = (63 * m3 + 1 * m1 + begins * m2) & MASK
        out[k + 64] = (64 * m3 + 1 * m1 + ends * m2) & MASK
        out[k + 65] = (65 * m3 + begins * m1 + kind * m2) & MASK
        out[k + 66] = (66 * m3 + ends * m1 + kind * m2) & MASK
        out[k + 67] = (67 * m3 + aw * m1 + (at * 64 + nvt) * m2) & MASK
        out[k + 68] = (68 * m3 + lt * m1 + (at * 64 + a2t) * m2) & MASK
        out[k + 69] = (69 * m3 + ends * m1 + margin * m2) & MASK
        out[k + 70] = (70 * m3 + aw * m1 + a2w * m2) & MASK
        out[k + 71] = (71 * m3 + (lt * 64 + l2) * m1 + final * m2) & MASK
        out[k + 72] = (72 * m3 + final * m1 + (quoted * 4 + order) * m2) & MASK
        out[k + 73] = (73 * m3 + aw * m1 + (ht * 64 + nvt) * m2) & MASK
        out[k + 74] = (74 * m3 + aw * m1 + ends * m2) & MASK
        out[k + 75] = (75 * m3 + (ct * 64 + bt) * m1 + c2 * m2) & MASK
        out[k + 76] = (76 * m3 + cw * m1 + begins * m2) & MASK
        out[k + 77] = (77 * m3 + bw * m1 + (ct * 64 + ht) * m2) & MASK
        out[k + 78] = (78 * m3 + nvb * m1 + (final * 64 + at) * m2) & MASK
        out[k + 79] = (79 * m3 + vt * m1 + (ht * 64 + nvt) * m2) & MASK
        out[k + 80] = (80 * m3 + hf * m1 + 1 * m2) & MASK
        out[k + 81] = (81 * m3 + hf * m1 + ct * m2) & MASK
        out[k + 82] = (82 * m3 + hf * m1 + (verbs * 8 + quoted) * m2) & MASK
        out[k + 83] = (83 * m3 + hf * m1 + order * m2) & MASK
        out[k + 84] = (84 * m3 + hf * m1 + p * m2) & MASK
        out[k + 85] = (85 * m3 + ff * m1 + hf * m2) & MASK
        out[k + 86] = (86 * m3 + lf * m1 + at * m2) & MASK
        out[k + 87] = (87 * m3 + n * m1 + (final * 64 + nvt) * m2) & MASK
        out[k + 88] = (88 * m3 + hf * m1 + nx * m2) & MASK
        out[k + 89] = (89 * m3 + hs * m1 + n * m2) & MASK
        out[k + 90] = (90 * m3 + hs * m1 + aw * m2) & MASK
