"""Label each likely cue's source and the ways to bound its content."""

from __future__ import annotations

from array import array

from statements_cli.attribution.labelling.counts import borders, peaks, stretches, total
from statements_cli.attribution.labelling.first_pass import (
    CUE_STRIDE,
    WINDOW,
    Cue,
    Finding,
    Mention,
    Outline,
    TokenSpan,
    View,
    window,
)
from statements_cli.attribution.labelling.sweeps import second_sweep
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.text.tagging.linear import Model

SOURCE_ROLE, CONTENT_ROLE = 1, 3  # the second labeller's labels of a first token; the next is that of the others
WORTH_A_LOOK = 0.02
"""From this probability on a content may begin or end elsewhere than in the best labelling, or some source begin."""
POSSIBLE = 0.08  # from this probability on a word may be source or content where the best labelling has none


SWEEP = 32
"""Cues looked at in one call, so that room stays small however long a text is."""


class Room:
    """What the second labeller's look at one cue is worked out in."""

    __slots__ = (
        "beginning", "ending", "features", "forward", "labels", "marginals", "places", "probable", "scores",
        "sums",
    )  # fmt: skip

    def __init__(self, longest: int, width: int) -> None:
        self.features = array("I", bytes(4 * longest * CUE_STRIDE))
        self.scores = array("i", bytes(4 * longest * width))
        self.labels, self.sums = array("b", bytes(longest)), array("d", bytes(16 * width))
        self.forward, self.marginals = (array("d", bytes(8 * longest * width)) for _ in range(2))
        self.probable = array("d", bytes(8 * longest + 8))
        self.beginning, self.ending = (array("d", bytes(8 * longest)) for _ in range(2))
        self.places = array("i", bytes(8 * longest))


def second_look(columns: Columns, view: View, cues: list[Cue], model: Model) -> list[Finding]:
    """Return each cue with the source and content that the second labeller gives it."""
    width, longest = model.width, 2 * WINDOW + 64
    looked = [(cue, *window(columns, cue)) for cue in cues]
    looked = [one for one in looked if one[2] - one[1] <= longest]  # a cue of a hundred words is none
    room = Room(max([last - first for _, first, last in looked], default=0), width)
    found = []
    for begin in range(0, len(looked), SWEEP):
        part = looked[begin : begin + SWEEP]
        labels, marginals = _swept(columns, view, part, model)
        at = 0
        for cue, first, last in part:
            size = last - first
            room.labels, room.marginals = labels[at : at + size], marginals[at * width : (at + size) * width]
            found.append(finding_of(cue, first, size, width, room))
            at += size
    return found


def _swept(
    columns: Columns, view: View, looked: list[tuple[Cue, int, int]], model: Model
) -> tuple[array[int], array[float]]:
    """Return the labels and marginals of the tokens around cues, one cue's behind another's."""
    tokens = columns.tokens
    places = array("i", [at for cue, first, last in looked for at in (cue.start, cue.end, cue.head, first, last)])
    size = sum([last - first for _, first, last in looked])
    labels, marginals = array("b", bytes(size)), array("d", bytes(8 * size * model.width))
    assert view.survey is not None
    second_sweep(
        tokens.words, tokens.stems, tokens.suffixes, tokens.shapes, tokens.tags, columns.cueness, columns.marks,
        columns.lengths, columns.quotation, columns.sentence, view.labels, view.sureness, view.sourceness,
        view.cueness, columns.wide, columns.narrow, columns.segment, columns.verb_before, columns.verb_after,
        *view.survey, columns.heads, columns.begins, columns.ends, places, model.keys, model.rows, model.width,
        model.mask, model.transitions, model.potentials, model.decays, labels, marginals,
    )  # fmt: skip
    return labels, marginals


def finding_of(cue: Cue, first: int, size: int, width: int, room: Room) -> Finding:
    """Return a cue's source and content.

    As the best labelling has them, else where they would most likely be.

    The best labelling of all may leave a part out because none is likelier than any one place for it; which
    place is the likeliest is still worth knowing, and how likely it is goes into the judgement.
    """
    probable, mentions = room.probable, _spans(room, size, width, SOURCE_ROLE, cue, first)[0]
    if len(mentions) > 1:
        mentions = [_subject(probable, mentions, (cue.start - first, cue.end - first))]
    margin = _mean(probable, mentions)
    doubted = () if mentions else _doubted(first, size, width, room)
    content, likeliest = _spans(room, size, width, CONTENT_ROLE, cue, first)
    outlines = _outlines(cue, content, first, size, width, room) if content else ()
    return Finding(cue, outlines, _moved(mentions, first), 1.0 - likeliest, margin, doubted=doubted)


def _spans(room: Room, size: int, width: int, role: int, cue: Cue, first: int) -> tuple[list[TokenSpan], float]:
    """Return a cue's source or content, and its likeliest token's probability.

    Sets ``room.probable``.
    """
    low, high, places = cue.start - first, cue.end - first, room.places
    count = stretches(
        room.marginals, room.labels, size, width, role, low, high, POSSIBLE, room.probable, places
    )  # fmt: skip
    likeliest = room.probable[size]
    if count == 1:
        return [(places[0], places[1])], likeliest
    return [(places[2 * i], places[2 * i + 1]) for i in range(count)], likeliest


def _doubted(first: int, size: int, width: int, room: Room) -> tuple[Mention, ...]:
    """Return the two likeliest sources of a cue that has no possible one.

    Each ends before the first token that goes on with it less likely than not.
    """
    probable, marginals, places = room.probable, room.marginals, room.places
    borders(marginals, size, width, SOURCE_ROLE, probable, room.beginning, room.ending)
    mentions = []
    for start in places[: peaks(room.beginning, 0, size, -1, WORTH_A_LOOK, places)]:
        end = start + 1
        while end < size and 2 * marginals[end * width + SOURCE_ROLE + 1] > probable[end - 1]:
            end += 1
        if probable[start]:  # a token of the cue has none
            mentions.append(Mention((start + first, end + first), total(probable, start, end) / (end - start)))
    return tuple(mentions)


def _subject(probable: array[float], spans: list[TokenSpan], cue: TokenSpan) -> TokenSpan:
    """Return the likeliest mention of the source beside the cue, else the first likely one.

    "X met Y, and said": what stands between subject and verb is likely too, but comes later.
    """
    least = 0.5 * max(_mean(probable, [span]) for span in spans)
    likely = [span for span in spans if _mean(probable, [span]) >= least]
    beside = [span for span in likely if span[1] == cue[0] or span[0] == cue[1]]
    return max(beside, key=lambda span: _mean(probable, [span])) if beside else likely[0]


def _outlines(cue: Cue, content: list[TokenSpan], first: int, size: int, width: int, room: Room) -> tuple[Outline, ...]:
    """Return the best labelling's content, and other likely ends of its longest run."""
    probable, beginning, ending, places = room.probable, room.beginning, room.ending, room.places
    borders(room.marginals, size, width, CONTENT_ROLE, probable, beginning, ending)
    longest = max(content, key=lambda span: span[1] - span[0]) if len(content) > 1 else content[0]
    start, end = longest
    low, high = (0, cue.start - first) if start < cue.start - first else (cue.end - first, size)
    ways = [longest]
    count = peaks(ending, start, high, end - 1, WORTH_A_LOOK, places)
    ways += [(start, places[i] + 1) for i in range(count)]
    count = peaks(beginning, low, end, start, WORTH_A_LOOK, places)
    ways += [(places[i], end) for i in range(count)]
    if len(content) == 1:
        return tuple([
            Outline(((a + first, b + first),), total(probable, a, b) / (b - a), beginning[a], ending[b - 1])
            for a, b in ways
        ])  # fmt: skip
    rest = [span for span in content if span != longest]
    outlines = []
    for way in ways:
        a, b = way
        spans = sorted((*(span for span in rest if span[1] < a or span[0] > b), way)) if rest else [way]
        outlines.append(Outline(_moved(spans, first), _mean(probable, spans), beginning[a], ending[b - 1]))
    return tuple(outlines)


def _mean(probable: array[float], spans: list[TokenSpan]) -> float:
    held, size = 0.0, 0
    for start, end in spans:
        held += total(probable, start, end)
        size += end - start
    return held / size if size else 0.0


def _moved(spans: list[TokenSpan], first: int) -> tuple[TokenSpan, ...]:
    return tuple([(start + first, end + first) for start, end in spans])
