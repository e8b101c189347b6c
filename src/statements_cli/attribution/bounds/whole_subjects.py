"""Take a verb's whole subject for the source, and nothing more.

The labeller may have found only a part of it, or more than it.
A relative clause, a participle and what a preposition brings in belong to the noun before them; an earlier verb and the
noun right before the cue do not end a subject.
"""

from __future__ import annotations

from functools import cache

from statements_cli.attribution.bounds.token_classes import (
    CC,
    FINITE,
    LIKELY,
    NOMINAL,
    OF,
    PRONOUN,
    PROPER,
    THAT,
    W,
    letter,
    speaking_nouns,
)
from statements_cli.attribution.labelling.first_pass import Finding
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.data import word_list
from statements_cli.text.scan import hash_word
from statements_cli.text.tagging.tagger import TAGS

DEEPEST = 12  # arcs from a source up to its verb
NEAR = 2  # tokens that may stand between a subject and its verb
RB = TAGS.index("RB")
NOUNS = PROPER | frozenset(TAGS.index(tag) for tag in ("NN", "NNS", "PRP"))
GOVERNING = frozenset(TAGS.index(tag) for tag in ("IN", "TO", "CC", "VBG", "VB", "POS"))
_INSIDE = frozenset(TAGS.index(tag) for tag in ("IN", "TO", "RP", "VB", "VBG", "VBN"))
"""What may stand within a clause and opens no speaker's name."""


def whole_subjects(columns: Columns, finding: Finding) -> Finding:
    """Return a finding whose source is its verb's whole subject."""
    finding = up_to_verb(columns, off_cue(columns, off_conjunction(columns, whole_count(columns, finding))))
    return described(columns, whole_subject(columns, of_first_verb(columns, finding)))


def off_conjunction(columns: Columns, finding: Finding) -> Finding:
    """Return a finding whose source begins behind a conjunction: "while [three in ten] say"."""
    if len(finding.source) != 1 or finding.source[0][1] > finding.cue.start:
        return finding
    start, end = finding.source[0]
    leads = end - start > 1 and columns.tokens.words[start] in _conjunctions() and not columns.marks[start]
    return finding._replace(source=((start + 1, end),)) if leads else finding


def whole_count(columns: Columns, finding: Finding) -> Finding:
    """Return a finding whose source has the noun it counts: "[Dozens of nurses] said"."""
    tokens = columns.tokens
    if len(finding.source) != 1 or tokens.words[finding.source[0][1] - 1] != OF:
        return finding
    start, end = finding.source[0]
    stop = end
    while stop < finding.cue.start and tokens.tags[stop] in NOMINAL:
        stop += 1
    return finding._replace(source=((start, stop),))


@cache
def _conjunctions() -> frozenset[int]:
    return frozenset(map(hash_word, ("while", "whereas", "although", "though", "because", "but", "and")))


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


@cache
def _finite_verbs() -> frozenset[int]:
    """Match the commonest finite verbs, since a rarer one may be a noun."""
    return frozenset(map(hash_word, word_list("cues/finite_verbs.txt")))


def of_first_verb(columns: Columns, finding: Finding) -> Finding:
    """Return a finding whose source is the first verb's subject.

    For example: "[He] funds groups and has said".
    """
    tags, source, cue = columns.tokens.tags, finding.source, finding.cue
    if len(source) != 1 or source[0][1] != cue.start or tags[cue.start - 1] != CC or tags[cue.start] not in FINITE:
        return finding
    start, sentence = source[0][0], columns.sentence[cue.start]
    verb = next((i for i in range(start - 1, sentence, -1) if tags[i] in FINITE or tags[i] == W), -1)
    if (
        verb < 0
        or tags[verb] == W
        or any(letter(columns, i) == "," or columns.marks[i] for i in range(verb, cue.start))
    ):
        return finding
    stop = verb
    while stop > sentence and tags[stop - 1] == RB:
        stop -= 1
    first = stop
    while first > sentence and (tags[first - 1] in NOMINAL or tags[first - 1] == PRONOUN):
        first -= 1
    return finding._replace(source=((first, stop),)) if first < stop else finding


def described(columns: Columns, finding: Finding) -> Finding:
    """Return a finding whose source is a clause with its noun.

    For example: "[A man who hid out] of fear said".
    """
    tags, source, cue = columns.tokens.tags, finding.source, finding.cue
    if len(source) != 1 or source[0][1] != cue.start or tags[source[0][0]] not in _INSIDE:
        return finding
    start, sentence = source[0][0], columns.sentence[cue.start]
    who = next((i for i in range(start - 1, sentence, -1) if tags[i] == W), sentence)
    first = who
    while first > sentence and (tags[first - 1] in NOMINAL or columns.tokens.words[first - 1] == OF):
        first -= 1
    apart = any(letter(columns, i) == "," or columns.marks[i] for i in range(first, cue.start))
    if first == who or apart or FINITE.isdisjoint(tags[who + 1 : start]):
        return finding
    return finding._replace(source=((first, cue.start),))


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


def off_cue(columns: Columns, finding: Finding) -> Finding:
    """Return a finding whose source ends with its noun: "[the US] daily said".

    Right before a verb the tagger takes nouns that it does not know for adverbs.
    """
    tokens, source, cue = columns.tokens, finding.source, finding.cue
    if len(source) != 1 or source[0][1] != cue.start or cue.end - cue.start == 1:
        return finding  # nearly always
    stop = next((at + 1 for at in range(cue.start, cue.head) if tokens.words[at] in speaking_nouns()), cue.start)
    if stop == cue.start or FINITE.isdisjoint(tokens.tags[stop : cue.end]):
        return finding
    return finding._replace(source=((source[0][0], stop),), cue=cue._replace(start=stop))
