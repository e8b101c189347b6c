"""Find the clause of a cue that no "that" opens.

For example: "told lawmakers the bridge was sound", "said on Friday it would fall".

What stands between the cue and its clause, whom it was told and when it was said, is no part of what was said. Nor is
there a "that" where somebody gives a thing its name: "It will end what [critics] called [a wasteful fund]".
"""

from __future__ import annotations

import re
from functools import cache

from statements_cli.attribution.bounds.token_classes import (
    ADDRESSEE,
    DAY,
    FINITE,
    NAMED,
    NOMINAL,
    PRONOUN,
    PROPER,
    SURELY,
    THAT,
    end_of,
    letter,
    telling,
)
from statements_cli.attribution.labelling.first_pass import Finding, Outline
from statements_cli.attribution.labelling.token_columns import CUE_TAGS, Columns
from statements_cli.text.scan import hash_word
from statements_cli.text.tagging.tagger import TAGS

WHAT, AS = hash_word("what"), hash_word("as")
SUBJECT = 12  # tokens of the longest subject of a clause, up to its verb
DETERMINERS = frozenset(TAGS.index(tag) for tag in ("DT", "PRP$"))
PLURAL = TAGS.index("NNS")
NUMERAL, PREPOSITION = TAGS.index("CD"), TAGS.index("IN")

_MONTH = (
    r"(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b\.?|January|February|March|April|May|June|July|August|September"
    r"|October|November|December"
)


@cache
def _time() -> re.Pattern[str]:
    """Match an adjunct of time right behind a cue or whom it was told."""
    day = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?"
    number = r"\d{1,2}(?:st|nd|rd|th)?"
    date = rf"(?:{_MONTH}) {number}(?:, \d{{4}})?|{number}(?: of)? (?:{_MONTH})(?: \d{{4}})?"
    return re.compile(
        r"(?:(?:late|early|last|earlier) )?(?:on )?"
        rf"(?:the \d{{1,2}}(?:st|nd|rd|th)\b|{day}|{date}|yesterday|today"
        r"|(?:last|this) (?:week|month|year|night|spring|summer|autumn|winter))(?=[ ,])"
    )


def unmarked(columns: Columns, finding: Finding) -> Finding:
    """Return a finding whose content is the clause behind its audience and day."""
    cue = finding.cue
    if not finding.source or finding.source[0][0] > cue.start or columns.marks[cue.start]:
        return finding
    if columns.cueness[cue.head] < SURELY or (finding.content and finding.content[0][0] < cue.end):
        return finding
    begin = _clause(columns, finding)
    if begin <= cue.end:
        return finding
    chance, stop = cue.probability, end_of(columns, begin)
    quoted = begin + 1 < stop and columns.marks[begin + 1] and not columns.marks[begin]
    first = finding.content[0][0] if finding.content else -1
    if first >= begin and not (quoted and first == begin + 1):  # 'I' is part of it
        if first > begin:
            return finding
        late = [_behind(outline, cue.end, begin) for outline in finding.contents]
        return finding._replace(contents=tuple(late), nothing=min(finding.nothing, 1 - chance))
    if quoted:  # 'I "must not run" but I did'
        stop = next((i for i in range(begin + 1, stop) if not columns.marks[i]), stop)
    within = [] if quoted else [_within(outline, begin, stop) for outline in finding.contents]
    contents = tuple([outline for outline in within if outline.spans])
    whole = Outline(((begin, stop),), chance, chance, chance)
    return finding._replace(contents=contents or (whole,), nothing=min(finding.nothing, 1 - chance))


def _behind(outline: Outline, low: int, begin: int) -> Outline:
    """Return an outline that doesn't begin between a cue and its clause."""
    start, end = outline.spans[0]
    return outline._replace(spans=((begin, end), *outline.spans[1:])) if low <= start < begin < end else outline


def _within(outline: Outline, begin: int, stop: int) -> Outline:
    """Return an outline without what stands before a clause or behind its sentence."""
    return outline._replace(spans=tuple([(max(a, begin), b) for a, b in outline.spans if b > begin and a < stop]))


def _clause(columns: Columns, finding: Finding) -> int:
    """Return where the clause of a cue begins behind an audience or a time.

    -1 where neither stands before one.
    """
    cue, tokens = finding.cue, columns.tokens
    stop = end_of(columns, cue.start)
    told = tokens.words[cue.head] in telling()
    at = _behind_audience(columns, cue.end, stop) if told else cue.end
    timed = _behind_time(columns, at, stop)
    begin = timed if timed > 0 else at
    if begin <= cue.end and told:
        begin = _behind_many(columns, cue.end, stop)
        return begin if begin > cue.end and not any(columns.marks[cue.end : begin + 1]) else -1
    if begin <= cue.end or begin >= stop or any(columns.marks[cue.end : begin]):
        return -1
    if tokens.words[begin] == THAT:
        return begin if timed > 0 else -1  # "told the council that" is found without
    return begin if _opens_clause(columns, begin, stop, told and timed <= 0) else -1


def _behind_audience(columns: Columns, at: int, stop: int) -> int:
    """Return where a phrase for an audience ends, before a determiner, pronoun or day."""
    tags, first = columns.tokens.tags, at
    while at < min(stop, first + ADDRESSEE):
        tag = tags[at]
        ended = at > first and tags[at - 1] in NOMINAL and tags[at - 1] not in DETERMINERS
        ended = ended or (tags[at] == PRONOUN and at == first + 1)  # "told [me] I should"
        if ended and (tag in DETERMINERS or tag in (PRONOUN, DAY) or _behind_time(columns, at, stop) > 0):
            return at
        if tag not in NOMINAL and not (tag == PREPOSITION and at > first) and not (tag == PRONOUN and at == first):
            return first
        at += 1
    return first


def _behind_many(columns: Columns, at: int, stop: int) -> int:
    """Return where a plural alone ends that the subject of a clause follows.

    For example: "told [reporters] talks would go on".
    """
    tags = columns.tokens.tags
    subject = at + 1
    if subject + 1 >= stop or tags[at] != PLURAL or (tags[subject] != PLURAL and tags[subject] not in PROPER):
        return at
    verb = next((i for i in range(subject + 1, min(stop, subject + NAMED)) if tags[i] not in PROPER), stop)
    return subject if verb < stop and tags[verb] in FINITE else at


def _behind_time(columns: Columns, at: int, stop: int) -> int:
    """Return where an adjunct of time that begins at a token ends.

    -1 where none begins.
    """
    tokens = columns.tokens
    if at >= stop:
        return -1
    match = _time().match(tokens.text, tokens.starts[at], min(len(tokens.text), tokens.starts[at] + 60))
    if match is None:
        return -1
    while at < stop and tokens.starts[at] < match.end():
        at += 1
    return at


def _opens_clause(columns: Columns, begin: int, stop: int, strict: bool) -> bool:
    """Return whether a subject and a finite verb stand from a token on.

    ``strict`` where only a determiner parts them.
    """
    tags = columns.tokens.tags
    if strict and tags[begin] not in DETERMINERS and tags[begin] != PRONOUN:
        return False
    for at in range(begin, min(stop, begin + SUBJECT)):
        if tags[at] in FINITE or (columns.marks[at] and tags[at - 1] == PRONOUN):
            return at > begin  # 'told me I "should go"'
        if columns.marks[at] or letter(columns, at) in ",:;—–":
            return False
        if tags[at] not in NOMINAL and tags[at] not in (PRONOUN, PREPOSITION, NUMERAL, TAGS.index("CC")):
            return False
    return False


def what_called(columns: Columns, finding: Finding) -> Finding:
    """Return a finding of what somebody calls something: "ended what [both] called [a silly quarrel]"."""
    tokens, verb = columns.tokens, finding.cue.head
    if tokens.words[verb] not in _calling() or tokens.tags[verb] not in CUE_TAGS or columns.marks[verb]:
        return finding
    start = verb
    while start > max(columns.sentence[verb], verb - NAMED) and (
        tokens.tags[start - 1] in NOMINAL or tokens.tags[start - 1] == PRONOUN
    ):
        start -= 1
    if start == verb or start <= columns.sentence[verb] + 1 or tokens.words[start - 1] != WHAT:
        return finding  # "What critics call a trap is none": the sentence's own subject
    begin = verb + 1 + (verb + 1 < len(tokens) and tokens.words[verb + 1] == AS)
    stop = max([b for a, b in finding.content if a <= begin < b], default=end_of(columns, verb))
    if begin >= stop:
        return finding
    chance = finding.cue.probability
    outline = Outline(((begin, stop),), chance, chance, chance)
    cue = finding.cue._replace(start=verb, end=begin)
    return finding._replace(
        cue=cue, contents=(outline,), source=((start, verb),), nothing=1 - chance, source_margin=chance
    )


def names_what(columns: Columns, finding: Finding) -> bool:
    """Return whether somebody calls something so behind a "what" that opens no sentence."""
    if len(finding.source) != 1 or columns.tokens.words[finding.cue.start] not in _calling():
        return False
    start, end = finding.source[0]
    told = end == finding.cue.start and bool(finding.content) and finding.content[0][0] == finding.cue.end
    return told and start > columns.sentence[start] + 1 and columns.tokens.words[start - 1] == WHAT


@cache
def _calling() -> frozenset[int]:
    """Return verbs of giving something a name."""
    words = "call calls called describe describes described term terms termed dubbed branded labelled labeled"
    return frozenset(map(hash_word, words.split()))
