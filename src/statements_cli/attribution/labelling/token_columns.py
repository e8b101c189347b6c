"""Compute the columns that the labellers read, one entry a token in each."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import cache

from statements_cli.attribution.labelling.counts import clauses, lexicon_features, narrow, part, scopes, spread
from statements_cli.quotations import Quotation
from statements_cli.text.scan import hash_word, places_of
from statements_cli.text.tagging.linear import Model, load, score
from statements_cli.text.tagging.tagger import TAGS
from statements_cli.text.tokens import Tokens

STRIDE = 100  # features a token, as features.label_features writes them
ACCORDING = hash_word("according")
_ACCORDING = array("I", [ACCORDING])
OUTSIDE, OPENING, FIRST, INSIDE, CLOSING = range(5)
CUE_TAGS = frozenset(TAGS.index(tag) for tag in ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
PUNCTUATION = TAGS.index("PUNCTUATION")
FUNCTION = frozenset(TAGS.index(tag) for tag in ("PUNCTUATION", "IN", "TO", "DT", "W", "CC"))
REACH = 5  # tokens looked at on either side of a quotation


class Columns:
    """What the labellers read of a text besides its tokens; see ``features.label_features`` for the meaning.

    ``letters`` holds the first character of each token, ``according`` the indexes of that word. ``heads``, ``begins``
    and ``ends`` are empty until ``dependencies.parse_around`` fills them in.
    """

    __slots__ = (
        "according", "after", "before", "begins", "commas", "cueness", "ends", "heads", "left", "lengths", "letters",
        "marks", "narrow", "quotation", "right", "segment", "sentence", "tokens", "verb_after", "verb_before", "verbs",
        "wide",
    )  # fmt: skip

    def __init__(self, tokens: Tokens) -> None:
        count = len(tokens)
        self.tokens = tokens
        self.according = places_of(tokens.words, _ACCORDING)
        self.letters = "".join(map(tokens.text.__getitem__, tokens.starts))
        self.cueness, self.marks, self.lengths = (array("b", bytes(count)) for _ in range(3))
        self.verbs, self.commas = array("b", bytes(count)), array("b", bytes(count))
        self.before, self.after = array("I", bytes(4 * count)), array("I", bytes(4 * count))
        self.left, self.right = array("i", bytes(4 * count)), array("i", bytes(4 * count))
        self.sentence, self.segment = array("i", bytes(4 * count)), array("i", bytes(4 * count))
        self.verb_before, self.verb_after = array("i", bytes(4 * count)), array("i", bytes(4 * count))
        self.wide, self.narrow = array("b", bytes(count)), array("b", bytes(count))
        self.heads, self.begins, self.ends = array("i"), array("i"), array("i")
        self.quotation = array("i", b"\xff\xff\xff\xff" * count)


@cache
def lexicon() -> Model:
    """Return the cue lexicon's weights."""
    return load("weights/cues.bin")


@cache
def clusters() -> Model:
    """Return the clusters of meaning of common words: a wide and a narrow one each."""
    return load("weights/clusters.bin")


def set_clusters(made: Columns) -> None:
    """Fill in the cluster of each token's word, 0 for rare words."""
    known, count = clusters(), len(made.tokens)
    found = array("i", bytes(8 * count))
    score(made.tokens.words, count, 1, known.keys, known.rows, 2, known.mask, found)
    part(found, count, 2, 0, made.wide)
    part(found, count, 2, 1, made.narrow)


@cache
def _classes() -> array[int]:
    kinds = {"V": 1, "M": 1, "N": 2, "J": 3, "R": 4, "I": 5}
    return array("b", [2 if tag in ("PERSON", "ORGANISATION", "PLACE", "MISC", "DAY") else kinds.get(tag[0], 0)
                       for tag in TAGS])  # fmt: skip


def lexicon_numbers(tokens: Tokens) -> array[int]:
    """Return under which number the cue lexicon knows each token."""
    numbers = array("I", bytes(4 * len(tokens)))
    lexicon_features(tokens.stems, tokens.tags, _classes(), len(tokens), numbers)
    return numbers


def look_up(tokens: Tokens) -> array[int]:
    """Return how often each token's word is a cue, as a step 0 to 7.

    0 is unknown; the lexicon is learned.
    """
    known = lexicon()
    steps = array("i", bytes(4 * len(tokens)))
    score(lexicon_numbers(tokens), len(tokens), 1, known.keys, known.rows, 1, known.mask, steps)
    cueness = array("b", bytes(len(tokens)))
    narrow(steps, len(tokens), cueness)
    return cueness


def columns(tokens: Tokens, quotations: Sequence[Quotation], cueness: array[int] | None = None) -> Columns:
    """Return all columns of a tagged text; ``cueness`` replaces the lexicon's (in training)."""
    made = Columns(tokens)
    made.cueness = look_up(tokens) if cueness is None else cueness
    if not len(tokens):
        return made
    for number, quotation in enumerate(quotations):
        if quotation.depth == 0:
            _mark(made, number, quotation)
    spread(tokens.sentences, len(tokens), made.sentence)
    set_clusters(made)
    clauses(tokens.words, tokens.tags, made.sentence, len(tokens), made.segment, made.verb_before, made.verb_after)
    ends = [*tokens.sentences[1:], len(tokens)]
    for first, last in zip(tokens.sentences, ends, strict=True):
        scopes(
            tokens.words, tokens.tags, made.cueness, made.marks, first, last, made.left, made.verbs, made.commas,
            made.right,
        )  # fmt: skip
    return made


def _mark(made: Columns, number: int, quotation: Quotation) -> None:
    tokens = made.tokens
    within = tokens.within(quotation.outer)
    first, last = within.start, within.stop
    if last <= first:
        return
    body = first + (quotation.inner[0] > quotation.outer[0])
    size = last - body - quotation.closed
    places = array("b", bytes([INSIDE])) * (last - first)
    places[0] = OPENING if body > first else FIRST
    if body > first and last - first > 1:
        places[1] = FIRST
    if quotation.closed and last - first > 1:
        places[-1] = CLOSING
    made.marks[first:last] = places
    final = last - 1 - quotation.closed
    stopped = final >= first and tokens.text[tokens.starts[final]] in ",.?!…"
    after_mark = last < len(tokens) and tokens.text[tokens.starts[last]] in ",.?!…"
    step = 1 if size <= 1 else 2 if size <= 3 else 3 if size <= 6 else 4 if size <= 12 else 5
    sort = step + 5 * stopped + 10 * (not quotation.closed) + 20 * quotation.continues + 40 * after_mark
    made.lengths[first:last] = array("b", [sort]) * (last - first)
    made.before[first:last] = array("I", [_neighbour(made, first - 1, -1)]) * (last - first)
    made.after[first:last] = array("I", [_neighbour(made, last, 1)]) * (last - first)
    made.quotation[first:last] = array("i", [number]) * (last - first)


def _neighbour(made: Columns, at: int, step: int) -> int:
    """Return a number for what stands beside a quotation.

    The next token and the likeliest cue among a few.
    """
    tokens = made.tokens
    paragraph = tokens.paragraph_of(at - step)
    if at not in paragraph:
        return 1
    beside = tokens.words[at] & 0xFFFFF if tokens.tags[at] in FUNCTION else tokens.tags[at] + 2
    likeliest = 0
    for i in range(at, at + step * REACH, step):
        if i not in paragraph or tokens.text[tokens.starts[i]] in '“"”':
            break
        likeliest = max(likeliest, 7 if tokens.words[i] == ACCORDING else made.cueness[i])
    return beside * 8 + likeliest
