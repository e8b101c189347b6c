"""Set the source of a finding right where grammar names the speaker.

A relative clause belongs to the one it takes up, a name may hold a nickname or be the one word that opens the sentence;
where a speaker stands is no part of the name. Names behind their verb are set right by ``inversions``, parts of
subjects by ``whole_subjects``.
"""

from __future__ import annotations

from functools import cache

from statements_cli.attribution.bounds.inversions import inverted, named_behind, noun_behind, passive
from statements_cli.attribution.bounds.token_classes import (
    APPOSITION,
    CC,
    FINITE,
    IN,
    NAMED,
    NOMINAL,
    OF,
    PERSON,
    PREPOSITIONS,
    PRONOUN,
    PROPER,
    SURELY,
    VBG,
    W,
    letter,
)
from statements_cli.attribution.bounds.whole_subjects import whole_subjects
from statements_cli.attribution.labelling.first_pass import Finding
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.data import word_list
from statements_cli.text.scan import hash_word
from statements_cli.text.tagging.tagger import TAGS

CALLED, FOR = hash_word("called"), hash_word("for")
WHO, AMONG, ONE = hash_word("who"), hash_word("among"), hash_word("one")
NEAR = 2  # tokens that may stand between a subject and its verb
VBN, DT = TAGS.index("VBN"), TAGS.index("DT")
NOUNS = PROPER | frozenset(TAGS.index(tag) for tag in ("NN", "NNS", "PRP"))
RB = TAGS.index("RB")
MARKS = {"“": "”", '"': '"', "‘": "’", "'": "'", "(": ")"}
"""The marks around a nickname, each with the one that closes it."""


def sourced(columns: Columns, finding: Finding) -> Finding:
    """Return a finding with the source that the words around its cue name."""
    finding = behind_comma(columns, before_time(columns, not_regarding(columns, finding)))
    finding = sole_subject(columns, subject_taken(columns, passive(columns, finding)))
    finding = inverted(columns, noun_behind(columns, finding))
    finding = relative(columns, one_of_those(columns, named_behind(columns, finding)))
    return placed(columns, nicknamed(columns, whole_subjects(columns, finding)))


def behind_comma(columns: Columns, finding: Finding) -> Finding:
    """Return a finding whose source begins behind an "as" clause: "As Lund reports, [officials] said"."""
    tokens, source = columns.tokens, finding.source
    if len(source) != 1 or source[0][1] != finding.cue.start or source[0][0] == columns.sentence[finding.cue.start]:
        return finding
    start, end = source[0]
    if tokens.tags[start - 1] not in PREPOSITIONS or tokens.words[columns.sentence[start]] not in _opening():
        return finding
    comma = next((i for i in range(start, end) if letter(columns, i) == ","), -1)
    behind = range(comma + 1, end)
    if comma < 0 or not behind or any(letter(columns, i) == "," for i in behind) or tokens.tags[comma + 1] == DT:
        return finding
    return finding._replace(source=((comma + 1, end),))


def not_regarding(columns: Columns, finding: Finding) -> Finding:
    """Return a finding whose source opens no sentence as a participle: "[Regarding tolls], Moe said"."""
    source, first = finding.source, columns.sentence[finding.cue.start]
    if len(source) != 1 or not first < finding.cue.start:
        return finding
    if columns.tokens.words[first] not in _bringing_in() and columns.tokens.tags[first] != VBG:
        return finding
    start, end = source[0]
    comma = next((i for i in range(first, finding.cue.start) if letter(columns, i) == ","), -1)
    if not first <= start < comma or end > finding.cue.start:
        return finding
    stop = max(end, comma + 1)
    while stop < finding.cue.start and columns.tokens.tags[stop] in NOMINAL:
        stop += 1
    return finding._replace(source=((comma + 1, stop),) if stop > comma + 1 else ())


@cache
def _bringing_in() -> frozenset[int]:
    """Return participles that open a sentence as prepositions do."""
    return frozenset(map(hash_word, ("regarding", "concerning", "following", "including", "citing", "considering")))


def before_time(columns: Columns, finding: Finding) -> Finding:
    """Return a finding whose source is no time.

    For example: "[The board], in its briefing last Friday, had said".
    """
    tokens, source = columns.tokens, finding.source
    if len(source) != 1 or source[0][1] - source[0][0] != 1 or tokens.words[source[0][0]] not in _times():
        return finding
    at = source[0][0]
    first = columns.sentence[at]
    while first < at and (tokens.tags[first] == RB or letter(columns, first) == ","):
        first += 1
    stop = first
    while stop < at and (tokens.tags[stop] in NOMINAL or tokens.words[stop] in _joining()):
        stop += 1
    named = any(tokens.tags[i] in NOUNS for i in range(first, stop))
    # a verb right behind the subject may be joined with the cue: "The board met last Friday and said"
    acts = any(tokens.tags[i] in FINITE and tokens.tags[i] != VBN for i in range(stop + 1, at))
    return finding._replace(source=((first, stop),)) if named and not acts and stop < at else finding


@cache
def _times() -> frozenset[int]:
    """Return words that tell a time and never speak."""
    return frozenset(map(hash_word, word_list("dates/time_nouns.txt")))


@cache
def _joining() -> frozenset[int]:
    """Return prepositions that go on a noun phrase."""
    return frozenset(map(hash_word, ("of", "from", "for")))


@cache
def _opening() -> frozenset[int]:
    """Return words that open a clause or phrase before a subject."""
    return frozenset(
        map(hash_word, ("as", "in", "at", "on", "after", "before", "during", "when", "while", "but", "and"))
    )


def relative(columns: Columns, finding: Finding) -> Finding:
    """Return a finding whose source "who" takes in its antecedent: "Ann Lee[, who] told"."""
    tokens, source = columns.tokens, finding.source
    if len(source) != 1 or source[0][1] - source[0][0] != 1 or tokens.words[source[0][0]] != WHO:
        return finding
    at = source[0][0]
    end = at - 1 if at and letter(columns, at - 1) == "," else at
    if finding.cue.start < at or end <= columns.sentence[at] or columns.sentence[at] == at:
        return finding
    start = _noun_phrase(columns, end)
    return finding._replace(source=((start, end),)) if start < end else finding


def one_of_those(columns: Columns, finding: Finding) -> Finding:
    """Return a finding of a relative clause whose source is one of those described.

    For example: "[Ann Lee and Holm] were among those who said", "[Skarv] is one of the shops that said".
    """
    tokens, source = columns.tokens, finding.source
    if len(source) != 1 or source[0][1] > finding.cue.start or tokens.tags[finding.cue.head] not in FINITE:
        return finding
    start, end = source[0]
    if end - start == 1 and tokens.words[start] in _who():
        start = _noun_phrase(columns, start)
    elif end >= len(tokens) or tokens.words[end] not in _who():
        return finding
    first = columns.sentence[start]
    at = start - 1
    if at <= first or tokens.words[at] not in (AMONG, OF):
        return finding
    if tokens.words[at] == OF:
        at -= 1
        if tokens.words[at] != ONE:
            return finding
    if at - 1 <= first or tokens.words[at - 1] not in _being() or letter(columns, first).islower():
        return finding
    subject = range(first, at - 1)
    if any(tokens.tags[i] not in NOMINAL and tokens.tags[i] != CC and letter(columns, i) != "," for i in subject):
        return finding
    return finding._replace(source=((first, at - 1),))


def _noun_phrase(columns: Columns, end: int) -> int:
    """Return where the noun phrase begins that ends at a token."""
    start = end
    while start > columns.sentence[end - 1] and columns.tokens.tags[start - 1] in NOMINAL and end - start < APPOSITION:
        start -= 1
    return start


@cache
def _who() -> frozenset[int]:
    """Return words that open a relative clause."""
    return frozenset(map(hash_word, ("who", "that", "which")))


@cache
def _being() -> frozenset[int]:
    return frozenset(map(hash_word, ("is", "are", "was", "were")))


def subject_taken(columns: Columns, finding: Finding) -> Finding:
    """Return a finding whose source its content held: "[the group] called for A"."""
    cue, content = finding.cue, finding.content
    if finding.source or len(content) != 2 or content[0][1] != cue.start or content[1][0] != cue.end:
        return finding
    words, (start, end) = columns.tokens.words, content[0]
    plain = all(columns.tokens.tags[i] in NOMINAL and not columns.marks[i] for i in range(start, end))
    if not plain or cue.end - cue.start != 2 or words[cue.start] != CALLED or words[cue.start + 1] != FOR:
        return finding  # a piece before a passive is who was accused or asked
    outline = finding.contents[0]._replace(spans=(content[1],))
    return finding._replace(contents=(outline,), source=((start, end),), source_margin=cue.probability)


def sole_subject(columns: Columns, finding: Finding) -> Finding:
    """Return a finding with the sentence's first word as source: "[May] told MPs ..."."""
    cue, tokens = finding.cue, columns.tokens
    opens = cue.start > 0 and columns.sentence[cue.start] == cue.start - 1
    if finding.source or not finding.content or not opens or finding.content[0][0] < cue.end:
        return finding
    if columns.cueness[cue.head] < SURELY or tokens.tags[cue.head] not in FINITE or columns.marks[cue.start]:
        return finding
    if not letter(columns, cue.start - 1).isupper() or tokens.tags[cue.start - 1] in (PRONOUN, IN, CC, W):
        return finding
    return finding._replace(source=((cue.start - 1, cue.start),), source_margin=cue.probability)


def nicknamed(columns: Columns, finding: Finding) -> Finding:
    """Return a finding whose source has its whole nickname: "Ann “Big [Wave” Holt]"."""
    if not finding.source or finding.source[-1][1] >= len(columns.tokens):
        return finding
    tokens, (start, end) = columns.tokens, finding.source[-1]
    opened = next((i for i in range(end - 1, start, -1) if tokens.word(i) in MARKS), -1)
    if opened < 0:
        return finding
    closing = MARKS[tokens.word(opened)]
    high = min(len(tokens), opened + NAMED)
    closed = next((i for i in range(opened + 1, high) if tokens.word(i) == closing), -1)
    nickname = range(opened + 1, closed)
    if not nickname or closed < end - 1 or not all(letter(columns, i).isupper() for i in nickname):
        return finding
    stop = closed + 1
    while stop < len(tokens) and tokens.tags[stop] not in FINITE and letter(columns, stop).isupper():
        stop += 1
    return finding._replace(source=(*finding.source[:-1], (start, stop))) if stop > closed + 1 else finding


def placed(columns: Columns, finding: Finding) -> Finding:
    """Return a finding whose source is without a place: "said Bess [from the corner]"."""
    tokens, source = columns.tokens, finding.source
    if len(source) != 1 or source[0][0] < finding.cue.end:
        return finding
    start, end = source[0]
    at = start
    while at < end and tokens.tags[at] == PERSON:
        at += 1
    if at == start or at + 2 >= end or tokens.tags[at] != IN or letter(columns, at + 1).isupper():
        return finding
    if any(letter(columns, i).isupper() or letter(columns, i) == "," for i in range(at, end)):
        return finding
    return finding._replace(source=((start, at),)) if tokens.words[at] != OF else finding
