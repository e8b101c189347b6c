"""Recognise promises and calls: verbs by which somebody commits himself, or others, to something.

"has vowed to lower taxes" and "called on the board to resign" are statements of who vowed and called (commissives and
directives: Searle, Expression and Meaning, 1979).
"""

from __future__ import annotations

from functools import cache

from statements_cli.attribution.bounds.token_classes import CC, FINITE, NOMINAL, PRONOUN, end_of
from statements_cli.attribution.labelling.first_pass import Finding, Outline, TokenSpan
from statements_cli.attribution.labelling.token_columns import CUE_TAGS, Columns
from statements_cli.data import word_list
from statements_cli.text.scan import hash_word
from statements_cli.text.tagging.tagger import TAGS

TO, ON, FOR, OF, AGAINST = (hash_word(word) for word in ("to", "on", "for", "of", "against"))
DT = TAGS.index("DT")
CALLED = 10  # tokens that may name who is called on


def promises(columns: Columns, cue: TokenSpan, content: tuple[TokenSpan, ...]) -> bool:
    """Return whether a cue promises what its content tells: "vowed [to leave]"."""
    words, last = columns.tokens.words, cue[1] - 1
    if words[cue[0]] in _calling() and content and words[content[0][0] - 1] == ON:
        return cue[0] < content[0][0] and TO in words[content[0][0] : min(content[0][1], content[0][0] + CALLED)]
    if calls_for(columns, cue, content) or _asks_to(columns, cue, content) or _warns_off(columns, cue, content):
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
    if tokens.words[last] not in asking() or not content or content[0][0] != cue[1] or columns.marks[last]:
        return False
    start, end = content[0]
    to = next((i for i in range(start + 1, min(end - 1, start + CALLED)) if tokens.words[i] == TO), -1)
    return to > 0 and all(tokens.tags[i] in NOMINAL or tokens.tags[i] in (CC, PRONOUN) for i in range(start, to))


def _warns_off(columns: Columns, cue: TokenSpan, content: tuple[TokenSpan, ...]) -> bool:
    """Return whether somebody warns of something: "cautioned against [a tax cut]"."""
    words, last = columns.tokens.words, cue[1] - 1
    against = words[last] in (AGAINST, OF) and words[last - 1] in _warning() and not columns.marks[last]
    return against and bool(content) and content[0][0] == cue[1]


@cache
def _warning() -> frozenset[int]:
    return frozenset(map(hash_word, ("warned", "warns", "cautioned", "cautions", "advised", "advises", "counselled")))


@cache
def asking() -> frozenset[int]:
    """Return verbs of asking somebody to act."""
    return frozenset(map(hash_word, ("asked", "asks", "urged", "urges", "begged", "begs", "implored")))


def rallies(columns: Columns, finding: Finding) -> bool:
    """Return whether people gather to call for something: "marched [to demand] new rules"."""
    tokens, (start, end) = columns.tokens, (finding.cue.start, finding.cue.end)
    if tokens.words[start] != TO or end - start < 2 or tokens.words[start + 1] not in _demanding():
        return False
    if not finding.source or not finding.content or finding.content[0][0] != end or columns.marks[start]:
        return False
    subject = finding.source[0]
    verb = next((i for i in range(subject[1], start) if tokens.tags[i] in FINITE), -1)
    return subject[0] == columns.sentence[start] and verb >= 0 and tokens.words[verb] in _gathering()


@cache
def _demanding() -> frozenset[int]:
    return frozenset(map(hash_word, ("demand", "call", "protest", "denounce", "condemn", "urge")))


@cache
def _gathering() -> frozenset[int]:
    return frozenset(map(hash_word, word_list("cues/gathering_verbs.txt")))


def joins(columns: Columns, cue: TokenSpan, source: tuple[TokenSpan, ...]) -> bool:
    """Return whether a verb of asking is joined to another: "said A and [urged] B"."""
    tokens, at = columns.tokens, cue[0] - 1
    return at > source[-1][1] and tokens.tags[at] == CC and tokens.words[cue[0]] in asking()


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
    source = finding.source or _subject_before(columns, cue.start)
    return finding._replace(contents=(outline,), source=source, nothing=1 - chance)


def _subject_before(columns: Columns, verb: int) -> tuple[TokenSpan, ...]:
    """Return the noun with an article before a verb: "On Sunday [the group] called"."""
    tags, start = columns.tokens.tags, verb
    while start > columns.sentence[verb] and tags[start - 1] in NOMINAL and (start == verb or tags[start] != DT):
        start -= 1
    return ((start, verb),) if start < verb - 1 and tags[start] == DT else ()


@cache
def _calling() -> frozenset[int]:
    return frozenset(map(hash_word, ("call", "called", "calls", "calling")))


@cache
def _promising() -> frozenset[int]:
    """Return the forms of verbs of promising and threatening."""
    return frozenset(map(hash_word, word_list("cues/promising_verbs.txt")))
