"""Run a labeller over all stretches of a text, or all cues, in one call.

Each step is a compiled loop of its own: features, scores, probabilities, best labels. Called from Python for a stretch
at a time, a fifth of the time would go into handing the columns over.
"""

from __future__ import annotations

from array import array

from statements_cli.attribution.labelling import counts, first_pass_features, second_pass_features, tree_features
from statements_cli.text.tagging import linear

STRIDE = 100  # features a token, as first_pass_features writes them
CUE_STRIDE = 116  # as second_pass_features and tree_features write them
CUE = 1  # the first labeller's labels
SOURCE = 3
CONTENT = 5


def first_sweep(
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
    stretches: array[int],
    keys: memoryview,
    rows: memoryview,
    width: int,
    mask: int,
    transitions: array[int],
    potentials: array[float],
    decays: array[float],
    labels: array[int],
    cue_starts: array[float],
    cues: array[float],
    contents: array[float],
    sources: array[float],
) -> None:
    """Set the first labeller's labels and probabilities of all stretches.

    ``cue_starts`` are how probable it is that a cue starts at a token, ``cues`` to ``sources`` that it is of one.
    The columns up to ``verb_after`` are those of ``label_features``; ``stretches`` holds three numbers for each stretch
    of tokens that is labelled together: its first token, the one behind it, and where its paragraph begins.
    """
    longest = 0
    for number in range(0, len(stretches), 3):
        size = stretches[number + 1] - stretches[number]
        if size > longest:
            longest = size
    features = array("I", bytes(4 * longest * STRIDE))
    scores = array("i", bytes(4 * longest * width))
    best, room = array("b", bytes(longest)), array("d", bytes(16 * width))
    forward, marginals = array("d", bytes(8 * longest * width)), array("d", bytes(8 * longest * width))
    for number in range(0, len(stretches), 3):
        first = stretches[number]
        last = stretches[number + 1]
        size = last - first
        first_pass_features.label_features(
            words, stems, suffixes, shapes, tags, cueness, marks, lengths, before, after, sentence, left, verbs, commas,
            right, wide, narrow, segment, verb_before, verb_after, first, last, stretches[number + 2], features,
        )  # fmt: skip
        linear.score(features, size, STRIDE, keys, rows, width, mask, scores)
        linear.posteriors(scores, size, width, potentials, decays, room, forward, marginals)
        linear.viterbi(scores, size, width, transitions, best)
        for i in range(size):
            labels[first + i] = best[i]
        counts.pick(marginals, size, width, CUE, first, cue_starts)
        counts.add_up(marginals, size, width, CUE, first, cues)
        counts.add_up(marginals, size, width, CONTENT, first, contents)
        counts.add_up(marginals, size, width, SOURCE, first, sources)


def second_sweep(
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
    first_labels: array[int],
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
    heads: array[int],
    begins: array[int],
    ends: array[int],
    places: array[int],
    keys: memoryview,
    rows: memoryview,
    width: int,
    mask: int,
    transitions: array[int],
    potentials: array[float],
    decays: array[float],
    labels: array[int],
    marginals: array[float],
) -> None:
    """Set ``labels`` of the tokens around each cue, one cue's behind another's, and their ``marginals``.

    The columns up to ``cue_after`` are those of ``cue_features``, those up to ``ends`` are of ``token_features``;
    ``places`` holds five numbers for each cue: where it starts and ends, its main word, and the first token around it
    and the one behind the last.
    """
    longest = 0
    for number in range(0, len(places), 5):
        size = places[number + 4] - places[number + 3]
        if size > longest:
            longest = size
    features = array("I", bytes(4 * longest * CUE_STRIDE))
    scores = array("i", bytes(4 * longest * width))
    best, room = array("b", bytes(longest)), array("d", bytes(16 * width))
    forward, probable = array("d", bytes(8 * longest * width)), array("d", bytes(8 * longest * width))
    at = 0
    for number in range(0, len(places), 5):
        start = places[number]
        end = places[number + 1]
        head = places[number + 2]
        first = places[number + 3]
        last = places[number + 4]
        size = last - first
        second_pass_features.cue_features(
            words, stems, suffixes, shapes, tags, cueness, marks, lengths, quotation, sentence, first_labels, sureness,
            sourceness, likeliness, wide, narrow, segment, verb_before, verb_after, commas, verbs, stops, closings,
            cues, sources, contents, span_start, span_end, cue_before, cue_after, start, end, head, first, last,
            features,
        )  # fmt: skip
        tree_features.token_features(
            words, stems, tags, narrow, sentence, heads, begins, ends, start, end, head, first, last, features,
        )  # fmt: skip
        linear.score(features, size, CUE_STRIDE, keys, rows, width, mask, scores)
        linear.posteriors(scores, size, width, potentials, decays, room, forward, probable)
        linear.viterbi(scores, size, width, transitions, best)
        for i in range(size):
            labels[at + i] = best[i]
        for i in range(size * width):
            marginals[at * width + i] = probable[i]
        at += size
