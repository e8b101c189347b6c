"""Set the edges of a content: without its day and occasion, with joined verbs.

For example: "warned [last month of] the ruin", "spoke of hopes [in an interview]", "vowed to raise the tax[, shut the
mines and tax the rich]".
"""

from __future__ import annotations

from functools import cache

from statements_cli.attribution.bounds.token_classes import (
    CC,
    DAY,
    FINITE,
    LIKELY,
    NOMINAL,
    OF,
    PREPOSITIONS,
    PRONOUN,
    THAT,
    VBG,
    end_of,
    letter,
)
from statements_cli.attribution.labelling.first_pass import TokenSpan
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.data import word_list
from statements_cli.text.scan import hash_word
from statements_cli.text.tagging.tagger import TAGS

OCCASION = 5  # tokens from a preposition to the occasion it leads to
RELEASE = hash_word("release")
NOUNS = frozenset((TAGS.index("NN"), TAGS.index("NNS")))
VB, VBN, VBD, RB, IN, TO = (TAGS.index(tag) for tag in ("VB", "VBN", "VBD", "RB", "IN", "TO"))
FORMS = frozenset((VB, VBN, VBG))
BASES = frozenset(TAGS.index(tag) for tag in ("VB", "VBP", "VBN", "VBD", "NN", "JJ"))
SUBJECT = 8  # tokens from a joint to the verb of a new clause


def off_occasion(columns: Columns, content: tuple[TokenSpan, ...], cue: TokenSpan) -> tuple[TokenSpan, ...]:
    """Return content without the occasion after what has no verb.

    For example: "spoke of their hopes [in an interview on Sunday]".
    """
    start, end = content[-1]
    tags = columns.tokens.tags
    if start < cue[1] or _occasions().isdisjoint(columns.tokens.words[start:end]):
        return content
    if any(any(columns.marks[a:b]) for a, b in content):
        return _off_quotation(columns, content)
    verb = next((i for i in range(content[0][0], end) if tags[i] in FINITE), end)
    for at in range(start + 1, min(end - 1, verb)):
        after = range(at + 1, min(end, at + OCCASION))
        leads = tags[at] in PREPOSITIONS and columns.tokens.words[at] in _leading()
        if leads and any(_is_occasion(columns, i) for i in after):
            return (*content[:-1], (start, at))
    return content


def _is_occasion(columns: Columns, at: int) -> bool:
    """Return whether a token is a noun for an occasion.

    A release alone is somebody's from prison, and "in protest" tells why.
    """
    words, tags = columns.tokens.words, columns.tokens.tags
    if words[at] not in _occasions() or tags[at] not in NOUNS:
        return False
    if words[at] in _protests():
        return tags[at - 1] not in PREPOSITIONS
    return words[at] != RELEASE or words[at - 1] in _released()


def _off_quotation(columns: Columns, content: tuple[TokenSpan, ...]) -> tuple[TokenSpan, ...]:
    """Return content without the occasion right behind its last quotation.

    For example: "promised to “save the sea” [in her opening speech]".
    """
    tokens, (start, end) = columns.tokens, content[-1]
    last = next((i for i in range(end - 1, start - 1, -1) if columns.marks[i]), end)
    at = last + 1
    if at >= end or tokens.words[at] not in _leading() or any(tokens.tags[i] in FINITE for i in range(at, end)):
        return content
    events = any(_is_occasion(columns, i) for i in range(at, min(end, at + OCCASION)))
    return (*content[:-1], (start, at)) if events else content


def off_day(columns: Columns, content: tuple[TokenSpan, ...], cue: TokenSpan) -> tuple[TokenSpan, ...]:
    """Return content without the day before it: "warned [last month of] the league's ruin"."""
    start, end = content[0]
    if start != cue[1]:
        return content
    words, tags = columns.tokens.words, columns.tokens.tags
    for at in range(start + 1, min(end - 1, start + OCCASION)):
        if words[at] == OF:
            days = all(tags[i] == DAY or words[i] in _days() for i in range(start, at))
            return ((at + 1, end), *content[1:]) if days else content
    return content


@cache
def _occasions() -> frozenset[int]:
    """Return words of occasions on which something is said or called for, nouns among others."""
    return _protests().union(map(hash_word, word_list("channels/speech_events.txt")))


@cache
def _protests() -> frozenset[int]:
    return frozenset(map(hash_word, word_list("channels/protests.txt")))


@cache
def _released() -> frozenset[int]:
    """Return words before a release that is a text."""
    return frozenset(map(hash_word, ("press", "news", "media")))


@cache
def _leading() -> frozenset[int]:
    """Return prepositions that lead to an occasion."""
    return frozenset(map(hash_word, ("in", "during", "at")))


@cache
def _days() -> frozenset[int]:
    """Return words of a day, week, month or year that names none."""
    return frozenset(
        map(hash_word, ("last", "this", "on", "earlier", "late", "early", "week", "month", "year", "night"))
    )


def whole_series(columns: Columns, content: tuple[TokenSpan, ...], cue: TokenSpan) -> tuple[TokenSpan, ...]:
    """Return content with the verbs joined to its own, up to a new clause."""
    start, end = content[-1]
    if start < cue[1] or end >= len(columns.tokens) or columns.marks[start] or columns.marks[end]:
        return content
    tags, comma = columns.tokens.tags, letter(columns, end) in ",;"
    at = end + comma
    joined = at < len(tags) and tags[at] == CC
    if not (comma or joined):
        return content  # nearly always
    stop = end_of(columns, start)
    at = _verb(columns, at + joined, stop)
    if at < 0:
        return content
    form = tags[at]
    if comma and tags[start] == TO and _may_be_infinitive(columns, at):
        form = VB
    clause = columns.tokens.words[start] == THAT and comma and joined and form == VBD
    if not (form in FORMS or clause) or not any(tags[i] == form for i in range(start, end)):
        return content
    if form in (VBG, VBD) and columns.cueness[at] >= LIKELY:
        return content  # "said A, adding B"
    if not joined and not _goes_on(columns, at, stop, form):
        return content
    return (*content[:-1], (start, _clause_end(columns, at, stop)))


def _verb(columns: Columns, at: int, stop: int) -> int:
    """Return where a verb stands, behind an adverb at most; -1: nowhere."""
    if at < stop and columns.tokens.tags[at] == RB:
        at += 1
    return at if at < stop else -1


def _goes_on(columns: Columns, at: int, stop: int, form: int) -> bool:
    """Return whether a last verb of the form is joined.

    For example: ", shut B, [and tax] C".
    """
    tags = columns.tokens.tags
    for joint in range(at + 1, stop):
        verb = _verb(columns, joint + 1, stop)
        if (
            tags[joint] == CC
            and verb >= 0
            and (tags[verb] == form or (form == VB and _may_be_infinitive(columns, verb)))
        ):
            return True
    return False


def _may_be_infinitive(columns: Columns, at: int) -> bool:
    """Return whether a word may be an infinitive with an object: ", [close] all ports"."""
    tags = columns.tokens.tags
    small = letter(columns, at).islower() and tags[at] in BASES
    return small and at + 1 < len(tags) and tags[at + 1] in NOMINAL


def _clause_end(columns: Columns, at: int, stop: int) -> int:
    """Return where another clause begins behind a verb, else the sentence's end.

    For example: "and sell ships[, and in May he said so]".
    """
    tokens, tags = columns.tokens, columns.tokens.tags
    for joint in range(at + 1, stop):
        if tags[joint] != CC and tokens.words[joint] not in _turns():
            continue
        first = joint + 1
        while first < min(stop, joint + SUBJECT) and (tags[first] in NOMINAL or tags[first] in (PRONOUN, IN)):
            first += 1
        if first > joint + 1 and first < stop and tags[first] in FINITE:
            return joint - 1 if letter(columns, joint - 1) == "," else joint
    return stop


@cache
def _turns() -> frozenset[int]:
    """Return conjunctions by which a sentence turns to something else."""
    return frozenset(map(hash_word, ("but", "while", "although", "though")))
