"""Set the source of a finding right where grammar names the speaker.

A relative clause belongs to the one it takes up, a name may stand behind the verb, hold a nickname or be the one word
that opens the sentence; where a speaker stands is no part of the name.
"""

from __future__ import annotations

from functools import cache

from statements_cli.attribution.bounds.token_classes import (
    APPOSITION,
    CC,
    FINITE,
    IN,
    LIKELY,
    NAMED,
    NOMINAL,
    OF,
    PERSON,
    PREPOSITIONS,
    PRONOUN,
    PROPER,
    SURELY,
    THAT,
    W,
    letter,
)
from statements_cli.attribution.labelling.first_pass import Finding, Outline
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.data import word_list
from statements_cli.text.scan import hash_word
from statements_cli.text.tagging.tagger import TAGS

WHO = hash_word("who")
NEAR = 2  # tokens that may stand between a subject and its verb
DEEPEST = 12  # arcs from a source up to its verb
AGENT = 16  # tokens from a passive verb to the "by" before its agent
BY, AS = hash_word("by"), hash_word("as")
VBN, DT = TAGS.index("VBN"), TAGS.index("DT")
NOUNS = PROPER | frozenset(TAGS.index(tag) for tag in ("NN", "NNS", "PRP"))
GOVERNING = frozenset(TAGS.index(tag) for tag in ("IN", "TO", "CC", "VBG", "VB"))
PUNCTUATION = 4  # the shape of a token that is none of letters and digits
RELATIVE = 4  # tokens between "who" and its verb: "who has also said"
RB = TAGS.index("RB")
MARKS = {"“": "”", '"': '"', "‘": "’", "'": "'", "(": ")"}
"""The marks around a nickname, each with the one that closes it."""


def sourced(columns: Columns, finding: Finding) -> Finding:
    """Return a finding with the source that the words around its cue name."""
    finding = behind_comma(columns, before_time(columns, finding))
    finding = inverted(columns, sole_subject(columns, passive(columns, finding)))
    finding = relative(columns, named_behind(columns, finding))
    return placed(columns, nicknamed(columns, whole_subject(columns, up_to_verb(columns, finding))))


def inverted(columns: Columns, finding: Finding) -> Finding:
    """Return a finding with the name behind its verb as source: "“No,” says [DeVine]"."""
    tokens, cue, content = columns.tokens, finding.cue, finding.content
    start, count = cue.end, len(tokens)
    if finding.source or not content or start >= count or content[0][0] > cue.start:
        return finding
    before = next((b for a, b in reversed(content) if b <= cue.start), 0)
    apart = any(tokens.shapes[i] != PUNCTUATION for i in range(before, cue.start))
    if columns.cueness[cue.head] < LIKELY + 1 or tokens.tags[cue.head] not in FINITE or apart or before == 0:
        return finding
    if letter(columns, cue.start - 1) not in ',"”’?!' or columns.sentence[start] != columns.sentence[cue.start]:
        return finding
    stop = start
    while stop < min(count, start + NAMED) and letter(columns, stop).isupper() and not columns.marks[stop]:
        stop += 1
    if stop == start or (stop < count and (letter(columns, stop).isalnum() and tokens.tags[stop] in FINITE)):
        return finding
    return finding._replace(source=((start, stop),), source_margin=cue.probability)


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


def passive(columns: Columns, finding: Finding) -> Finding:
    """Return a passive verb's finding with its agent as source: "described by [the bureau]"."""
    tokens, cue = columns.tokens, finding.cue
    tags, subject = tokens.tags, finding.source and finding.source[-1][1] <= cue.start
    if any(tokens.words[i] in _quoting() for i in range(cue.start, cue.end)):
        return finding  # who "was quoted by the agency" speaks
    if tags[cue.head] != VBN or (finding.source and not subject) or not finding.contents:
        return finding
    if not any(tokens.words[i] in _being() for i in range(max(columns.sentence[cue.start], cue.head - NEAR), cue.head)):
        return finding
    last = min(len(tokens) - 1, cue.head + AGENT)
    by = next((i for i in range(cue.head + 1, last) if tokens.words[i] == BY and not columns.marks[i]), -1)
    if by < 0 or any(tags[i] in FINITE and not columns.marks[i] for i in range(cue.head + 1, by)):
        return finding
    stop = by + 1
    while stop < len(tokens) and (tags[stop] in NOMINAL or tags[stop] == PRONOUN or tokens.words[stop] == OF):
        stop += 1
    if stop == by + 1 or columns.sentence[by] != columns.sentence[cue.start]:
        return finding
    contents = []
    for outline in finding.contents:
        pieces = [part for a, b in outline.spans for part in ((a, min(b, by)), (max(a, stop), b)) if part[0] < part[1]]
        pieces = [(a + (tokens.words[a] == AS), b) for a, b in pieces if b - a > (tokens.words[a] == AS)]
        contents.append(outline._replace(spans=tuple(pieces)))
    kept = tuple([outline for outline in contents if outline.spans])
    chance = max(finding.source_margin, cue.probability)
    return finding._replace(source=((by + 1, stop),), source_margin=chance, contents=kept) if kept else finding


@cache
def _quoting() -> frozenset[int]:
    return frozenset(map(hash_word, ("quoted", "cited")))


@cache
def _being() -> frozenset[int]:
    return frozenset(map(hash_word, ("be", "been", "being", "is", "are", "was", "were")))


def up_to_verb(columns: Columns, finding: Finding) -> Finding:
    """Return a finding whose source is without an earlier verb: "[They] had divers try"."""
    tokens, source = columns.tokens, finding.source
    tags = tokens.tags
    if len(source) != 1 or source[0][1] > finding.cue.start:
        return finding
    start, end = source[0]
    verb = next((at for at in range(start + 1, end) if tags[at] in FINITE or tokens.words[at] == THAT), -1)
    if verb < 0:
        return finding  # nearly always
    that = next((at for at in range(start + 2, end - 1) if tokens.words[at] == THAT), -1)
    if that > 0 and columns.cueness[that - 1] >= LIKELY:
        return finding._replace(source=((that + 1, end),))  # "The agency reported that [police] said"
    if any(tags[at] == W or letter(columns, at) in ',“"(' for at in range(start, end)):
        return finding
    known = tags[start] == PRONOUN or (tags[verb - 1] in NOMINAL and tokens.words[verb] in _finite_verbs())
    return finding._replace(source=((start, verb),)) if known and tags[verb] in FINITE else finding


def whole_subject(columns: Columns, finding: Finding) -> Finding:
    """Return a finding with its verb's whole subject as source: "[teachers running] the school said".

    By the tree: the noun that the verb takes for its subject governs the source, from behind a preposition, an
    "and" or a participle.
    """
    tokens, heads, cue = columns.tokens, columns.heads, finding.cue
    if len(finding.source) != 1 or not 0 <= cue.start - finding.source[0][1] <= NEAR or not heads:
        return finding
    start, end = finding.source[0]
    if start == columns.sentence[cue.start] or tokens.tags[start - 1] not in GOVERNING:
        return finding
    at = next((i for i in range(end - 1, start - 1, -1) if not start <= heads[i] < end), start)
    subject = -1
    for _ in range(DEEPEST):
        above = heads[at]
        if cue.start <= above < cue.end:
            break
        if above == at or above >= start:
            return finding
        at = above
        subject = at if tokens.tags[at] in NOUNS else -1 if tokens.tags[at] in FINITE else subject
    if subject < 0 or not cue.start <= heads[subject] < cue.end or columns.marks[subject]:
        return finding
    return finding._replace(source=((columns.begins[subject], end),))


@cache
def _finite_verbs() -> frozenset[int]:
    """Match the commonest finite verbs, since a rarer one may be a noun."""
    return frozenset(map(hash_word, word_list("cues/finite_verbs.txt")))


def relative(columns: Columns, finding: Finding) -> Finding:
    """Return a finding whose source "who" takes in its antecedent: "Ann Lee[, who] told"."""
    tokens, source = columns.tokens, finding.source
    if len(source) != 1 or source[0][1] - source[0][0] != 1 or tokens.words[source[0][0]] != WHO:
        return finding
    at = source[0][0]
    end = at - 1 if at and letter(columns, at - 1) == "," else at
    if finding.cue.start < at or end <= columns.sentence[at] or columns.sentence[at] == at:
        return finding
    start = end
    while start > columns.sentence[at] and tokens.tags[start - 1] in NOMINAL and end - start < APPOSITION:
        start -= 1
    return finding._replace(source=((start, end),)) if start < end else finding


def within_relative(columns: Columns, finding: Finding) -> Finding:
    """Return a relative clause's finding up to its end: "Lee, who said [A], was"."""
    tokens, cue = columns.tokens, finding.cue
    low = max(columns.sentence[cue.start], cue.start - RELATIVE)
    if not finding.content or finding.content[0][0] < cue.end or columns.marks[cue.start]:
        return finding
    if not any(tokens.words[i] == WHO and letter(columns, i - 1) == "," for i in range(low + 1, cue.start)):
        return finding
    start, end = finding.content[0][0], finding.content[-1][1]
    finite = next((i for i in range(start, end) if tokens.tags[i] in FINITE), end)
    for at in range(finite + 1, end - 1):
        main = at + 1 if tokens.tags[at + 1] != RB else at + 2
        if letter(columns, at) == "," and main < end and tokens.tags[main] in FINITE and not columns.marks[at]:
            return finding._replace(contents=tuple([_up_to(outline, at) for outline in finding.contents]))
    return finding


def _up_to(outline: Outline, stop: int) -> Outline:
    spans = tuple([(a, min(b, stop)) for a, b in outline.spans if a < stop])
    return outline._replace(spans=spans) if spans else outline


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


def named_behind(columns: Columns, finding: Finding) -> Finding:
    """Return a finding whose cue is without the speaker: "“A,” added [little Ann], with"."""
    tokens, cue = columns.tokens, finding.cue
    if finding.source or not finding.content or finding.content[-1][1] > cue.start or cue.end - cue.start < 2:
        return finding
    if columns.cueness[cue.start] < LIKELY or columns.marks[cue.start]:
        return finding
    stop = cue.start + 1
    while stop < cue.end and tokens.tags[stop] in NOMINAL:
        stop += 1
    if not any(tokens.tags[i] in PROPER for i in range(cue.start + 1, stop)):
        return finding
    chance = cue.probability
    named = cue._replace(end=cue.start + 1, head=cue.start)
    return finding._replace(cue=named, source=((cue.start + 1, stop),), source_margin=chance)
