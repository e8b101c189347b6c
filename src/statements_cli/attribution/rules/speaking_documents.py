"""Find what a document says where its verb may be taken for a noun.

For example: "A sign on the door read: [“Shut.”]", "[The dam will not hold], a new study reports."
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import cache

from statements_cli.attribution.bounds.split_quotations import quotation_at
from statements_cli.attribution.bounds.token_classes import (
    CLAUSE,
    FINITE,
    NOMINAL,
    OF,
    PREPOSITIONS,
    THAT,
    end_of,
    letter,
)
from statements_cli.attribution.candidate import AttributionCandidate
from statements_cli.attribution.labelling.first_pass import TokenSpan
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.data import word_list
from statements_cli.model import Clue
from statements_cli.text.scan import hash_word, places_of

WHICH = hash_word("which")
READ = frozenset(map(hash_word, ("read", "reads")))
SUBJECT = 14  # tokens that may name a document and where it is
SAYS = 0.7  # how probable it is that what a document says is a statement
SURE = 0.4  # a candidate whose content, and all of which, is so probable needs no rule


def with_documents(made: Columns, judged: Sequence[AttributionCandidate]) -> list[AttributionCandidate]:
    """Return the candidates, with what documents read and report."""
    places = [at for at in places_of(made.tokens.words, _verbs()) if at]
    sure = {one.cue[0][0] for one in judged if min(one.worth, one.probability) >= SURE}
    told = [one for at in places if at not in sure and (one := _said(made, at)) is not None]
    cues = {one.cue for one in told}
    return [*(one for one in judged if one.cue not in cues), *told]


def _said(made: Columns, at: int) -> AttributionCandidate | None:
    """Return what a document says by a verb, if anything."""
    return _read(made, at) or _reported(made, at) or _stated(made, at) or _held(made, at)


def _stated(made: Columns, at: int) -> AttributionCandidate | None:
    """Return the "that" clause behind a document: "The review states [that it fell]"."""
    words, sentence = made.tokens.words, made.sentence[at]
    if words[at] not in _reporting() or at + 1 >= len(made.tokens) or words[at + 1] != THAT or made.marks[at]:
        return None
    near = sentence < at <= sentence + SUBJECT and words[at - 1] in _documents()
    named = near and all(_names(made, i) for i in range(sentence, at))
    return _candidate(at, (sentence, at), (at + 1, end_of(made, at))) if named else None


def _held(made: Columns, at: int) -> AttributionCandidate | None:
    """Return the "that" clause behind a document and "which held".

    For example: "the ruling, which held [that it is void]".
    """
    words = made.tokens.words
    if words[at] not in _holding() or at + 1 >= len(made.tokens) or words[at + 1] != THAT or made.marks[at]:
        return None
    document = _before_which(made, at - 1)
    return _candidate(at, document, (at + 1, end_of(made, at))) if document is not None else None


def _before_which(made: Columns, which: int) -> TokenSpan | None:
    """Return the document that a "which" behind a comma takes up.

    For example: "[a ruling by the court], {which} held".
    """
    words, tags, end = made.tokens.words, made.tokens.tags, which - 1
    if end < 1 or words[which] != WHICH or letter(made, end) != ",":
        return None
    low, start = max(made.sentence[which], end - SUBJECT), end
    while start > low and (_names(made, start - 1) or words[start - 1] in _versus()):
        start -= 1
    noun = next((i for i in range(end - 1, start - 1, -1) if words[i] in _documents()), -1)
    first = noun
    while first > start and tags[first - 1] in NOMINAL:
        first -= 1
    return (first, end if words[noun + 1] in _whose() else noun + 1) if noun >= 0 else None


@cache
def _versus() -> frozenset[int]:
    """Return what stands between the parties of a case: "Berg v. Holm"."""
    return frozenset(map(hash_word, ("v", "vs", ".")))


@cache
def _whose() -> frozenset[int]:
    """Return prepositions behind a document that lead to who wrote it."""
    return frozenset(map(hash_word, ("by", "from")))


@cache
def _holding() -> frozenset[int]:
    """Return verbs by which rulings and findings tell what they hold."""
    return frozenset(map(hash_word, ("held", "holds", "ruled", "found", "concluded", "stated")))


def _read(made: Columns, at: int) -> AttributionCandidate | None:
    """Return the quotation behind a document and "read"."""
    words, quoted = made.tokens.words, at + 1 + (letter(made, at + 1) in ",:" if at + 1 < len(made.tokens) else 0)
    if words[at] not in READ or quoted >= len(made.tokens) or made.marks[at] or not made.marks[quoted]:
        return None
    sentence, start = made.sentence[at], at
    while start > max(sentence, at - SUBJECT) and _names(made, start - 1):
        start -= 1
    if not any(words[i] in _documents() for i in range(start, at)):
        return None
    return _candidate(at, (start, at), quotation_at(made, quoted))


def _reported(made: Columns, at: int) -> AttributionCandidate | None:
    """Return the sentence before a document and a verb of reporting that close it."""
    tokens, sentence = made.tokens, made.sentence[at]
    start = at
    while start > max(sentence, at - SUBJECT) and tokens.tags[start - 1] in NOMINAL:
        start -= 1
    told = tokens.words[at] in _reporting() and start > sentence and tokens.words[at - 1] in _documents()
    if not told or letter(made, start - 1) != "," or at + 1 != end_of(made, at):
        return None
    if start - 1 - sentence < CLAUSE or any(made.marks[sentence:at]):
        return None
    if not any(tokens.tags[i] in FINITE for i in range(sentence, start - 1)):
        return None
    return _candidate(at, (start, at), (sentence, start - 1))


def _candidate(at: int, source: TokenSpan, content: TokenSpan) -> AttributionCandidate:
    return AttributionCandidate(((at, at + 1),), (source,), (content,), SAYS, (Clue("verb behind content"),), SAYS)


def _names(made: Columns, at: int) -> bool:
    """Return whether a token may be of a document's name: "A statement on his website"."""
    tag = made.tokens.tags[at]
    return (tag in NOMINAL or tag in PREPOSITIONS or made.tokens.words[at] == OF) and not made.marks[at]


@cache
def _documents() -> frozenset[int]:
    """Return nouns for what is written."""
    names = ("channels/document_nouns.txt", "channels/documents_report.txt", "channels/documents_writing.txt")
    return frozenset(map(hash_word, [word for name in names for word in word_list(name)]))


@cache
def _verbs() -> array[int]:
    return array("I", sorted(READ | _reporting() | _holding()))


@cache
def _reporting() -> frozenset[int]:
    """Return the verbs of what is written that may be taken for plurals."""
    return frozenset(map(hash_word, ("reports", "states", "notes", "claims", "shows", "finds", "suggests", "warns")))
