"""Find what a story tells that somebody has told.

For example: "[A year before,] according to a story her sister {Maja Holm} has told, [Kari led a march]."

What stands before the phrase and behind it is one clause, and who told the story says it.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import cache

from statements_cli.attribution.bounds.token_classes import (
    ADDRESSEE,
    FINITE,
    NOMINAL,
    PRONOUN,
    end_of,
    letter,
)
from statements_cli.attribution.candidate import AttributionCandidate
from statements_cli.attribution.labelling.first_pass import TokenSpan
from statements_cli.attribution.labelling.token_columns import CUE_TAGS, Columns
from statements_cli.model import Clue
from statements_cli.text.scan import hash_word, places_of
from statements_cli.text.tagging.tagger import TAGS

ACCORDING, TO, THAT = hash_word("according"), hash_word("to"), hash_word("that")
STORY = 4  # tokens from "according to" to the end of the story's noun
TOLD = 0.7  # how probable it is that what a story tells is a statement
DT = TAGS.index("DT")


def with_told_accounts(made: Columns, judged: Sequence[AttributionCandidate]) -> list[AttributionCandidate]:
    """Return the candidates, with what stories tell in place of others in their sentences."""
    places = places_of(made.tokens.words, array("I", [ACCORDING]))
    told = [one for at in places if (one := _told(made, at)) is not None]
    taken = {made.sentence[one.cue[0][0]] for one in told}
    return [*(one for one in judged if not one.cue or made.sentence[one.cue[0][0]] not in taken), *told]


def _told(made: Columns, at: int) -> AttributionCandidate | None:
    """Return what a story tells that "according to" leads to and somebody has told."""
    tokens, stop = made.tokens, end_of(made, at)
    if at + 2 >= stop or tokens.words[at + 1] != TO or tokens.tags[at + 2] != DT:
        return None
    noun = next((i for i in range(at + 3, min(stop, at + 2 + STORY)) if tokens.words[i] in _stories()), -1)
    start = noun + 1 + (noun > 0 and tokens.words[noun + 1] == THAT)
    verb = start
    while verb < min(stop, start + ADDRESSEE) and (tokens.tags[verb] in NOMINAL or tokens.tags[verb] == PRONOUN):
        verb += 1
    if noun < 0 or verb == start or tokens.tags[verb] not in FINITE:
        return None
    comma = made.letters.find(",", verb, min(stop, verb + ADDRESSEE))
    said = comma > 0 and all(tokens.tags[i] in CUE_TAGS or tokens.tags[i] in NOMINAL for i in range(verb + 1, comma))
    if not said or not any(tokens.tags[i] in FINITE for i in range(comma + 1, stop)) or any(made.marks[at:stop]):
        return None
    content = _around(made, at, (comma + 1, stop))
    clue = (Clue("verb behind content"),)
    return AttributionCandidate(((at, at + 2),), ((start, verb),), content, TOLD, clue, TOLD)


def _around(made: Columns, at: int, clause: TokenSpan) -> tuple[TokenSpan, ...]:
    """Return a clause with the phrase that opens its sentence before "according to"."""
    first = made.sentence[at]
    return ((first, at - 1), clause) if at - 1 > first and letter(made, at - 1) == "," else (clause,)


@cache
def _stories() -> frozenset[int]:
    """Return nouns for what somebody tells."""
    return frozenset(map(hash_word, ("account", "anecdote", "legend", "recollection", "story", "tale", "version")))
