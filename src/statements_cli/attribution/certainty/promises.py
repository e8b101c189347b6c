"""Recognise promises and calls: verbs by which somebody commits himself, or others, to something.

"has vowed to lower taxes" and "called on the board to resign" are statements of who vowed and called (commissives and
directives: Searle, Expression and Meaning, 1979).
"""

from __future__ import annotations

from functools import cache

from statements_cli.attribution.bounds.token_classes import CC, NOMINAL, PRONOUN, end_of
from statements_cli.attribution.labelling.first_pass import Finding, Outline, TokenSpan
from statements_cli.attribution.labelling.token_columns import CUE_TAGS, Columns
from statements_cli.data import word_list
from statements_cli.text.scan import hash_word

TO, ON, FOR = hash_word("to"), hash_word("on"), hash_word("for")
CALLED = 10  # tokens that may name who is called on


def promises(columns: Columns, cue: TokenSpan, content: tuple[TokenSpan, ...]) -> bool:
    """Return whether a cue promises what its content tells: "vowed [to leave]"."""
    words, last = columns.tokens.words, cue[1] - 1
    if words[cue[0]] in _calling() and content and words[content[0][0] - 1] == ON:
        return cue[0] < content[0][0] and TO in words[content[0][0] : min(content[0][1], content[0][0] + CALLED)]
    if calls_for(columns, cue, content) or _asks_to(columns, cue, content):
        return True
    if words[last] not in _promising() or not content or content[0][0] != cue[1] or columns.marks[last]:
        return False
    return words[cue[1]] == TO and columns.tokens.tags[last] in CUE_TAGS


def calls_for(columns: Columns, cue: TokenSpan, content: tuple[TokenSpan, ...]) -> bool:
    """Return whether a cue calls for what its content names: "to call for [better pay]"."""
    tokens, last = columns.tokens, cue[1] - 1
    if tokens.words[last] != FOR or tokens.words[last - 1] not in _calling() or columns.marks[last]:
        return False
    return tokens.tags[last - 1] in CUE_TAGS and content[:1] != () and content[0][0] == cue[1]


def _asks_to(columns: Columns, cue: TokenSpan, content: tuple[TokenSpan, ...]) -> bool:
    """Return whether somebody is asked to act: "asked [their governments to help]"."""
    tokens, last = columns.tokens, cue[1] - 1
    if tokens.words[last] not in _asking() or not content or content[0][0] != cue[1] or columns.marks[last]:
        return False
    start, end = content[0]
    to = next((i for i in range(start + 1, min(end - 1, start + CALLED)) if tokens.words[i] == TO), -1)
    return to > 0 and all(tokens.tags[i] in NOMINAL or tokens.tags[i] in (CC, PRONOUN) for i in range(start, to))


@cache
def _asking() -> frozenset[int]:
    return frozenset(map(hash_word, ("asked", "asks", "urged", "urges", "begged", "begs", "implored")))


def calls_on(columns: Columns, finding: Finding) -> Finding:
    """Return a finding whose content is who is called on to do something.

    For example: "called on [the board to resign]".
    """
    tokens, cue = columns.tokens, finding.cue
    last = cue.end - 1
    on = last if tokens.words[last] == ON else cue.end
    if tokens.words[cue.start] not in _calling():
        return finding  # nearly always
    stop = end_of(columns, cue.start)
    if on >= stop or tokens.words[on] != ON or columns.marks[cue.start]:
        return finding
    to = next((i for i in range(on + 2, min(stop, on + CALLED)) if tokens.words[i] == TO), -1)
    if to < 0 or any(tokens.tags[i] not in NOMINAL and tokens.tags[i] not in (CC, PRONOUN) for i in range(on + 1, to)):
        return finding
    if finding.content and finding.content[0][0] > cue.start:
        return finding
    chance = cue.probability
    outline = Outline(((on + 1, stop),), chance, chance, chance)
    return finding._replace(contents=(outline,), nothing=1 - chance)


@cache
def _calling() -> frozenset[int]:
    return frozenset(map(hash_word, ("call", "called", "calls", "calling")))


@cache
def _promising() -> frozenset[int]:
    """Return the forms of verbs of promising and threatening."""
    return frozenset(map(hash_word, word_list("cues/promising_verbs.txt")))
