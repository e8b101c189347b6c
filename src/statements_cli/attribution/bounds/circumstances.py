"""Leave out of a content when and on what occasion it was said."""

from __future__ import annotations

from functools import cache

from statements_cli.attribution.bounds.token_classes import DAY, FINITE, OF, PREPOSITIONS
from statements_cli.attribution.labelling.first_pass import TokenSpan
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.data import word_list
from statements_cli.text.scan import hash_word
from statements_cli.text.tagging.tagger import TAGS

OCCASION = 5  # tokens from a preposition to the occasion it leads to
RELEASE = hash_word("release")
NOUNS = frozenset((TAGS.index("NN"), TAGS.index("NNS")))


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
