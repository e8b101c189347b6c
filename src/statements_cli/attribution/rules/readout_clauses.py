"""Read a readout's statements off its sentences, one for each verb.

"Both officials underscored A, affirmed B, and discussed C" is three statements of both officials. Readouts
are written in this one way, so that subject and verbs can be read off the sentence from its beginning.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from statements_cli.attribution.candidate import AttributionCandidate
from statements_cli.attribution.labelling.first_pass import TokenSpan
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.data import word_list
from statements_cli.model import Clue
from statements_cli.text.scan import hash_word
from statements_cli.text.tagging.tagger import TAGS

SURE = 0.8
LONGEST_SUBJECT = 25
"""Tokens of a subject."""
_FINITE = frozenset(TAGS.index(tag) for tag in ("VBD", "VBP", "VBZ", "MD"))
_ADVERB = TAGS.index("RB")
_JOINS = frozenset(map(hash_word, ("and", "also", "further", "then", "both", "again", "jointly")))
_EVIDENCE = (Clue("readout verb"),)


def with_readout(made: Columns, kept: Sequence[AttributionCandidate]) -> list[AttributionCandidate]:
    """Return a readout's statements, and those of ``kept`` in its other sentences.

    They are in text order.
    """
    tokens = made.tokens
    found: list[AttributionCandidate] = []
    covered: set[int] = set()
    ends = [*tokens.sentences[1:], len(tokens)]
    for first, last in zip(tokens.sentences, ends, strict=True):
        told = _sentence(made, first, last)
        if told:
            covered.add(first)
            found += told
    others = [one for one in kept if not _told_or_titled(made, (one.cue or one.content)[0][0], covered)]
    return sorted((*others, *found), key=lambda candidate: candidate.content)


def _told_or_titled(made: Columns, token: int, covered: set[int]) -> bool:
    """Return whether a token's sentence is a readout's, or a title ("Call with the President")."""
    if made.sentence[token] in covered:
        return True
    return not any(made.tokens.tags[at] in _FINITE for at in made.tokens.paragraph_of(token))


def _sentence(made: Columns, first: int, last: int) -> list[AttributionCandidate]:
    verbs = [at for at in range(first, last) if made.tokens.words[at] in _verbs() and not made.marks[at]]
    while last > first and made.tokens.word(last - 1) in (".", "!", ";"):
        last -= 1
    subject = _subject(made, first, verbs[0]) if verbs else None
    if subject is None:
        return []
    begins = verbs[:1] + [at for at in verbs[1:] if _goes_on(made, at, verbs[0])]
    found = []
    for at, following in zip(begins, [*begins[1:], last], strict=True):
        stop = following
        if following != last:
            stop = _before_joint(made, following) + 1
        content = (at + 1, stop)
        if stop - at > 1:
            found.append(AttributionCandidate(((at, at + 1),), (subject,), (content,), SURE, _EVIDENCE))
    return found


def _subject(made: Columns, first: int, verb: int) -> TokenSpan | None:
    """Return what stands before the first verb, without what leads the sentence in.

    None where another verb is there.
    """
    tokens = made.tokens
    end = verb
    while end > first and (tokens.tags[end - 1] == _ADVERB or tokens.words[end - 1] in _JOINS):
        end -= 1
    start = first
    for at in range(first, end):
        if tokens.word(at) == "," and at + 1 < end and end - at > 1:
            start = at + 1
    if not 0 < end - start <= LONGEST_SUBJECT or tokens.word(end - 1) == ",":
        return None
    if any(tokens.tags[at] in _FINITE or made.marks[at] for at in range(start, end)):
        return None
    return start, end


def _before_joint(made: Columns, verb: int) -> int:
    """Return the token before the "and", comma and adverbs that join two verbs."""
    at = verb - 1
    tokens = made.tokens
    while at > 0 and (tokens.tags[at] == _ADVERB or tokens.words[at] in _JOINS or tokens.word(at) in (",", ";")):
        at -= 1
    return at


def _goes_on(made: Columns, verb: int, first: int) -> bool:
    """Return whether a comma or "and" joins a verb to the first.

    Otherwise it is a part of what was said.
    """
    joint = _before_joint(made, verb)
    between = [made.tokens.word(at) for at in range(joint + 1, verb)]
    return joint > first and any(word in (",", ";", "and") for word in between)


@cache
def _verbs() -> frozenset[int]:
    return frozenset(map(hash_word, word_list("channels/readout_verbs.txt")))
