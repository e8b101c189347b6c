"""Lead a content on through the verbs that are joined to its own.

For example: "has vowed to raise the tax[, shut the mines and tax the rich]".
"""

from __future__ import annotations

from functools import cache

from statements_cli.attribution.bounds.token_classes import (
    CC,
    FINITE,
    LIKELY,
    NOMINAL,
    PRONOUN,
    THAT,
    VBG,
    end_of,
    letter,
)
from statements_cli.attribution.labelling.first_pass import TokenSpan
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.text.scan import hash_word
from statements_cli.text.tagging.tagger import TAGS

VB, VBN, VBD, RB, IN, TO = (TAGS.index(tag) for tag in ("VB", "VBN", "VBD", "RB", "IN", "TO"))
FORMS = frozenset((VB, VBN, VBG))
BASES = frozenset(TAGS.index(tag) for tag in ("VB", "VBP", "VBN", "VBD", "NN", "JJ"))
SUBJECT = 8  # tokens from a joint to the verb of a new clause


def whole_series(columns: Columns, content: tuple[TokenSpan, ...], cue: TokenSpan) -> tuple[TokenSpan, ...]:
    """Return content with the verbs joined to its own, up to a new clause."""
    start, end = content[-1]
    if start < cue[1] or end >= len(columns.tokens) or columns.marks[start] or columns.marks[end]:
        return content
    tags, comma = columns.tokens.tags, letter(columns, end) in ",;"
    at = end + comma
    joined = at < len(tags) and tags[at] == CC
    if not (comma or joined):
        return content  # nearly always
    stop = end_of(columns, start)
    at = _verb(columns, at + joined, stop)
    if at < 0:
        return content
    form = tags[at]
    if comma and tags[start] == TO and _may_be_infinitive(columns, at):
        form = VB
    clause = columns.tokens.words[start] == THAT and comma and joined and form == VBD
    if not (form in FORMS or clause) or not any(tags[i] == form for i in range(start, end)):
        return content
    if form in (VBG, VBD) and columns.cueness[at] >= LIKELY:
        return content  # "said A, adding B"
    if not joined and not _goes_on(columns, at, stop, form):
        return content
    return (*content[:-1], (start, _clause_end(columns, at, stop)))


def _verb(columns: Columns, at: int, stop: int) -> int:
    """Return where a verb stands, behind an adverb at most; -1: nowhere."""
    if at < stop and columns.tokens.tags[at] == RB:
        at += 1
    return at if at < stop else -1


def _goes_on(columns: Columns, at: int, stop: int, form: int) -> bool:
    """Return whether a last verb of the form is joined.

    For example: ", shut B, [and tax] C".
    """
    tags = columns.tokens.tags
    for joint in range(at + 1, stop):
        verb = _verb(columns, joint + 1, stop)
        if (
            tags[joint] == CC
            and verb >= 0
            and (tags[verb] == form or (form == VB and _may_be_infinitive(columns, verb)))
        ):
            return True
    return False


def _may_be_infinitive(columns: Columns, at: int) -> bool:
    """Return whether a word may be an infinitive with an object: ", [close] all ports"."""
    tags = columns.tokens.tags
    small = letter(columns, at).islower() and tags[at] in BASES
    return small and at + 1 < len(tags) and tags[at + 1] in NOMINAL


def _clause_end(columns: Columns, at: int, stop: int) -> int:
    """Return where another clause begins behind a verb, else the sentence's end.

    For example: "and sell ships[, and in May he said so]".
    """
    tokens, tags = columns.tokens, columns.tokens.tags
    for joint in range(at + 1, stop):
        if tags[joint] != CC and tokens.words[joint] not in _turns():
            continue
        first = joint + 1
        while first < min(stop, joint + SUBJECT) and (tags[first] in NOMINAL or tags[first] in (PRONOUN, IN)):
            first += 1
        if first > joint + 1 and first < stop and tags[first] in FINITE:
            return joint - 1 if letter(columns, joint - 1) == "," else joint
    return stop


@cache
def _turns() -> frozenset[int]:
    """Return conjunctions by which a sentence turns to something else."""
    return frozenset(map(hash_word, ("but", "while", "although", "though")))
