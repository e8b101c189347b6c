"""Findings, each with one way to bound its content, in; the features by which the judge accepts and bounds it out."""

from __future__ import annotations

from array import array

STRIDE = 91  # features a finding
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
    """A distance in tokens, folded to eight steps."""
    if distance < 4:
        return distance
    return 4 if distance < 7 else 5 if distance < 12 else 6 if distance < 25 else 7


def step(probability: float, bounds: array[float]) -> int:
    """How many of the bounds, in rising order, a probability has reached."""
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
        out[k + 0] = (0 * M3 + 1 * M1 + p * M2) & MASK
        out[k + 1] = (1 * M3 + 1 * M1 + something * M2) & MASK
        out[k + 2] = (2 * M3 + 1 * M1 + margin * M2) & MASK
        out[k + 3] = (3 * M3 + 1 * M1 + sourced * M2) & MASK
        out[k + 4] = (4 * M3 + 1 * M1 + hs * M2) & MASK
        out[k + 5] = (5 * M3 + 1 * M1 + ht * M2) & MASK
        out[k + 6] = (6 * M3 + 1 * M1 + hb * M2) & MASK
        out[k + 7] = (7 * M3 + 1 * M1 + nx * M2) & MASK
        out[k + 8] = (8 * M3 + 1 * M1 + nt * M2) & MASK
        out[k + 9] = (9 * M3 + 1 * M1 + pw * M2) & MASK
        out[k + 10] = (10 * M3 + 1 * M1 + pt * M2) & MASK
        out[k + 11] = (11 * M3 + 1 * M1 + cw * M2) & MASK
        out[k + 12] = (12 * M3 + 1 * M1 + ct * M2) & MASK
        out[k + 13] = (13 * M3 + 1 * M1 + lt * M2) & MASK
        out[k + 14] = (14 * M3 + 1 * M1 + aw * M2) & MASK
        out[k + 15] = (15 * M3 + 1 * M1 + bw * M2) & MASK
        out[k + 16] = (16 * M3 + 1 * M1 + n * M2) & MASK
        out[k + 17] = (17 * M3 + quoted * M1 + verbs * M2) & MASK
        out[k + 18] = (18 * M3 + order * M1 + gap * M2) & MASK
        out[k + 19] = (19 * M3 + order * M1 + source_gap * M2) & MASK
        out[k + 20] = (20 * M3 + source_tag * M1 + source_end_tag * M2) & MASK
        out[k + 21] = (21 * M3 + 1 * M1 + source_word * M2) & MASK
        out[k + 22] = (22 * M3 + 1 * M1 + crowd * M2) & MASK
        out[k + 23] = (23 * M3 + 1 * M1 + place * M2) & MASK
        out[k + 24] = (24 * M3 + pieces * M1 + quoted * M2) & MASK
        out[k + 25] = (25 * M3 + hs * M1 + quoted * M2) & MASK
        out[k + 26] = (26 * M3 + hs * M1 + nx * M2) & MASK
        out[k + 27] = (27 * M3 + hs * M1 + ct * M2) & MASK
        out[k + 28] = (28 * M3 + hs * M1 + order * M2) & MASK
        out[k + 29] = (29 * M3 + hs * M1 + verbs * M2) & MASK
        out[k + 30] = (30 * M3 + hs * M1 + cw * M2) & MASK
        out[k + 31] = (31 * M3 + p * M1 + margin * M2) & MASK
        out[k + 32] = (32 * M3 + p * M1 + something * M2) & MASK
        out[k + 33] = (33 * M3 + p * M1 + sourced * M2) & MASK
        out[k + 34] = (34 * M3 + margin * M1 + n * M2) & MASK
        out[k + 35] = (35 * M3 + ht * M1 + nt * M2) & MASK
        out[k + 36] = (36 * M3 + ht * M1 + ct * M2) & MASK
        out[k + 37] = (37 * M3 + ct * M1 + verbs * M2) & MASK
        out[k + 38] = (38 * M3 + order * M1 + quoted * M2) & MASK
        out[k + 39] = (39 * M3 + source_tag * M1 + order * M2) & MASK
        out[k + 40] = (40 * M3 + sourced * M1 + hs * M2) & MASK
        out[k + 41] = (41 * M3 + crowd * M1 + p * M2) & MASK
        out[k + 42] = (42 * M3 + verbs * M1 + n * M2) & MASK
        out[k + 43] = (43 * M3 + lt * M1 + aw * M2) & MASK
        out[k + 44] = (44 * M3 + bw * M1 + ct * M2) & MASK
        out[k + 45] = (45 * M3 + (ht * 64 + pt) * M1 + nt * M2) & MASK
        out[k + 46] = (46 * M3 + hb * M1 + verbs * M2) & MASK
        out[k + 47] = (47 * M3 + hb * M1 + ct * M2) & MASK
        out[k + 48] = (48 * M3 + cue_quoted * M1 + quoted * M2) & MASK
        out[k + 49] = (49 * M3 + cue_quoted * M1 + p * M2) & MASK
        out[k + 50] = (50 * M3 + pieces * M1 + order * M2) & MASK
        out[k + 51] = (51 * M3 + margin * M1 + (verbs * 3 + quoted) * M2) & MASK
        out[k + 52] = (52 * M3 + something * M1 + quoted * M2) & MASK
        out[k + 53] = (53 * M3 + cue_size * M1 + ht * M2) & MASK
        out[k + 54] = (54 * M3 + 1 * M1 + inside_of * M2) & MASK
        out[k + 55] = (55 * M3 + 1 * M1 + holder_of * M2) & MASK
        out[k + 56] = (56 * M3 + inside_of * M1 + p * M2) & MASK
        out[k + 57] = (57 * M3 + holder_of * M1 + p * M2) & MASK
        out[k + 58] = (58 * M3 + inside_of * M1 + quoted * M2) & MASK
        out[k + 59] = (59 * M3 + holder_of * M1 + verbs * M2) & MASK
        out[k + 60] = (60 * M3 + inside_of * M1 + hs * M2) & MASK
        out[k + 61] = (61 * M3 + holder_of * M1 + hs * M2) & MASK
        out[k + 62] = (62 * M3 + inside_of * M1 + holder_of * M2) & MASK
        out[k + 63] = (63 * M3 + 1 * M1 + begins * M2) & MASK
        out[k + 64] = (64 * M3 + 1 * M1 + ends * M2) & MASK
        out[k + 65] = (65 * M3 + begins * M1 + kind * M2) & MASK
        out[k + 66] = (66 * M3 + ends * M1 + kind * M2) & MASK
        out[k + 67] = (67 * M3 + aw * M1 + (at * 64 + nvt) * M2) & MASK
        out[k + 68] = (68 * M3 + lt * M1 + (at * 64 + a2t) * M2) & MASK
        out[k + 69] = (69 * M3 + ends * M1 + margin * M2) & MASK
        out[k + 70] = (70 * M3 + aw * M1 + a2w * M2) & MASK
        out[k + 71] = (71 * M3 + (lt * 64 + l2) * M1 + final * M2) & MASK
        out[k + 72] = (72 * M3 + final * M1 + (quoted * 4 + order) * M2) & MASK
        out[k + 73] = (73 * M3 + aw * M1 + (ht * 64 + nvt) * M2) & MASK
        out[k + 74] = (74 * M3 + aw * M1 + ends * M2) & MASK
        out[k + 75] = (75 * M3 + (ct * 64 + bt) * M1 + c2 * M2) & MASK
        out[k + 76] = (76 * M3 + cw * M1 + begins * M2) & MASK
        out[k + 77] = (77 * M3 + bw * M1 + (ct * 64 + ht) * M2) & MASK
        out[k + 78] = (78 * M3 + nvb * M1 + (final * 64 + at) * M2) & MASK
        out[k + 79] = (79 * M3 + vt * M1 + (ht * 64 + nvt) * M2) & MASK
        out[k + 80] = (80 * M3 + hf * M1 + 1 * M2) & MASK
        out[k + 81] = (81 * M3 + hf * M1 + ct * M2) & MASK
        out[k + 82] = (82 * M3 + hf * M1 + (verbs * 8 + quoted) * M2) & MASK
        out[k + 83] = (83 * M3 + hf * M1 + order * M2) & MASK
        out[k + 84] = (84 * M3 + hf * M1 + p * M2) & MASK
        out[k + 85] = (85 * M3 + ff * M1 + hf * M2) & MASK
        out[k + 86] = (86 * M3 + lf * M1 + at * M2) & MASK
        out[k + 87] = (87 * M3 + n * M1 + (final * 64 + nvt) * M2) & MASK
        out[k + 88] = (88 * M3 + hf * M1 + nx * M2) & MASK
        out[k + 89] = (89 * M3 + hs * M1 + n * M2) & MASK
        out[k + 90] = (90 * M3 + hs * M1 + aw * M2) & MASK
