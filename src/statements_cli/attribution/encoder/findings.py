"""Columns of a text in.

Likely cues, each with its own source and content as encoder and labellers hold them, out.

The encoder's first head takes the place of the first labeller: what it holds of cues, sources and contents is what
cues are chosen by and what the second labeller sees. Its second head says of each cue what the tokens around are of
it; its opinion and the second labeller's are added up (a product of experts: Hinton, 2002), for they err in different
places.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left

from statements_cli.attribution.encoder.runtime import KINDS, SCALE, CueParts, Encoder
from statements_cli.attribution.encoder.word_pieces import windows
from statements_cli.attribution.labelling.counts import steps
from statements_cli.attribution.labelling.dependencies import parse_around, parser_model
from statements_cli.attribution.labelling.first_pass import (
    CUE_STRIDE,
    Cue,
    Finding,
    View,
    cue_features_of,
    first_model,
    first_view,
    likely_cues,
    second_model,
    survey_of,
    window,
)
from statements_cli.attribution.labelling.second_pass import Room, finding_of
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.text.tagging.linear import posteriors, score, viterbi

ENCODER_SHARE = 0.6  # of the encoder in how probable a cue, content or source is, the first labeller's the rest
OPINION = 0.4  # how much of what the second head says of a cue's tokens counts beside the second labeller


class Read:
    """The windows of a text that the encoder reads.

    Each has its first token and the one after its last.
    """

    def __init__(self, made: Columns, encoder: Encoder) -> None:
        tokens = made.tokens
        words = [tokens.word(i) for i in range(len(tokens))]
        sizes = [len(encoder.pieces.cut(word)) for word in words]
        self.windows = [(first, last, encoder.window(words[first:last])) for first, last in windows(tokens, sizes)]


def encoded_findings(made: Columns, encoder: Encoder) -> list[Finding]:
    """Return a text's likely cues with their sources and contents, unjudged, in order."""
    read = Read(made, encoder)
    view = encoded_view(made, read)
    cues = likely_cues(made, view)
    if not cues:
        return []
    view.survey = survey_of(made, view.labels)
    parse_around(made, ((cue.start, cue.end) for cue in cues), parser_model())
    opinions = opinions_of(read, encoder, cues)
    return [_finding(made, view, cue, *opinions[cue.start]) for cue in cues if cue.start in opinions]


def encoded_view(made: Columns, read: Read) -> View:
    """Return how probable cue, source and content are at each token.

    The mean of encoder and first labeller.
    """
    labelled = first_view(made, first_model())
    count = len(made.tokens)
    view = View(count)
    likely = {name: array("d", bytes(8 * count)) for name in ("content", "source")}
    for first, last, held in read.windows:
        heads = held.head_chances()
        for i in range(first, last):
            k = i - first
            view.cue[i] = ENCODER_SHARE * heads.cue[k] + (1 - ENCODER_SHARE) * labelled.cue[i]
            view.cue_starts[i] = ENCODER_SHARE * heads.cue_starts[k] + (1 - ENCODER_SHARE) * labelled.cue_starts[i]
            likely["content"][i], likely["source"][i] = heads.content[k], heads.source[k]
            view.labels[i] = heads.labels[k]
    steps(likely["content"], count, view.sureness)
    steps(likely["source"], count, view.sourceness)
    steps(view.cue, count, view.cueness)
    return view


def opinions_of(read: Read, encoder: Encoder, cues: list[Cue]) -> dict[int, tuple[int, CueParts]]:
    """Return the encoder's scores of each cue's tokens, and the first token scored.

    They are keyed by the cue's first token.
    """
    told = {}
    starts = [cue.start for cue in cues]  # in text order, as likely_cues gives them
    for first, last, held in read.windows:
        mine = cues[bisect_left(starts, first) : bisect_left(starts, last)]
        if mine:
            spans = [(cue.start - first, min(cue.end, last) - first) for cue in mine]
            for cue, parts in zip(mine, encoder.parts(held, spans), strict=True):
                told[cue.start] = (first, parts)
    return told


def _finding(made: Columns, view: View, cue: Cue, begin: int, parts: CueParts) -> Finding:
    """Return a cue's source and content, by the second labeller and the encoder together."""
    return labelled(made, view, cue, begin, parts)[1]


def labelled(made: Columns, view: View, cue: Cue, begin: int, parts: CueParts) -> tuple[Room, Finding]:
    """Return what both hold of a cue's window, and its source and content.

    ``parts`` are the encoder's, of the tokens from ``begin`` on.
    """
    model = second_model()
    first, last = window(made, cue)
    size = last - first
    room = Room(size, KINDS)
    cue_features_of(made, view, cue, first, last, room.features)
    score(room.features, size, CUE_STRIDE, model.keys, model.rows, KINDS, model.mask, room.scores)
    low, high = max(first, begin), min(last, begin + len(parts.scores) // KINDS)
    weight = OPINION * model.scale / SCALE
    for i in range((low - first) * KINDS, (high - first) * KINDS):
        room.scores[i] += int(weight * parts.scores[i + (first - begin) * KINDS])
    posteriors(room.scores, size, KINDS, model.potentials, model.decays, room.sums, room.forward, room.marginals)
    viterbi(room.scores, size, KINDS, model.transitions, room.labels)
    found = finding_of(cue, first, size, KINDS, room)
    return room, found._replace(evidence=(parts.corpus, parts.news, parts.content, parts.news_content))
