"""Separate a content from what belongs to neighbouring statements, or to none.

A clause in which somebody speaks anew is a statement of its own; the occasion on which something was said is no
part of it; what stands before its source reaches up to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from statements_cli.attribution.bounds.token_classes import CC, FINITE, LIKELY, PREPOSITIONS, SURELY, THAT, VBG, letter
from statements_cli.attribution.labelling.first_pass import Finding, TokenSpan
from statements_cli.attribution.labelling.judge import Straight
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.data import word_list
from statements_cli.text.scan import hash_word
from statements_cli.text.tagging.tagger import TAGS

OCCASION = 5  # tokens from a preposition to the occasion it leads to
PUNCTUATION = TAGS.index("PUNCTUATION")
NOUNS = frozenset((TAGS.index("NN"), TAGS.index("NNS")))


@cache
def _meanwhile() -> frozenset[int]:
    """Those by which a speaker goes on to say something else."""
    return frozenset(map(hash_word, ("as", "while")))


@cache
def _occasions() -> frozenset[int]:
    """Words of occasions on which something is said, nouns among others."""
    return frozenset(map(hash_word, word_list("channels/speech_events.txt")))


def parted(columns: Columns, finding: Finding, content: tuple[TokenSpan, ...], other: Finding) -> tuple[TokenSpan, ...]:
    """Content without a clause in which somebody speaks anew: "the Kremlin said A [and Trump said B]".

    Or the same one: "he confirmed that A [as he noted that B]".
    """
    if not content:
        return content
    tokens, tags = columns.tokens, columns.tokens.tags
    start, end = content[-1]
    if (added := _added(columns, finding, other)) >= 0 and finding.cue.end <= start < added < other.cue.start < end:
        return (*content[:-1], (start, added))
    if not other.source or not finding.cue.end <= start < other.source[0][0] < other.cue.start < end:
        return content
    joint = other.source[0][0] - 1
    same = tags[finding.cue.head] == tags[other.cue.head] and tags[other.cue.head] in FINITE
    near = other.cue.start - other.source[-1][1] <= 1
    if not (same and near and joint > start and columns.cueness[other.cue.head] >= LIKELY):
        return content
    if tokens.words[joint] in _meanwhile():
        if not other.content or other.content[-1][1] < end or columns.cueness[other.cue.head] < SURELY:
            return content
    elif tags[joint] != CC or tokens.words[start] == THAT:
        return content
    if any(columns.marks[start:end]):
        return content
    if not any(tags[i] in FINITE for i in range(start, joint)):
        return content
    cut = joint - 1 if letter(columns, joint - 1) == "," else joint
    return (*content[:-1], (start, cut))


def _added(columns: Columns, finding: Finding, other: Finding) -> int:
    """The comma before which a participle ends what is said, to say more: "said A[, adding B]"; -1: there is none."""
    at = other.cue.start - 1
    more = columns.tokens.tags[other.cue.head] == VBG and columns.cueness[other.cue.head] >= SURELY and other.content
    same = not other.source or other.source == finding.source
    inside = columns.marks[at] or columns.marks[other.cue.start]
    if not more or not same or inside or letter(columns, at) != ",":
        return -1
    ends = finding.content[-1][1] <= other.content[-1][1] and other.content[0][0] >= other.cue.end
    return at if ends and columns.sentence[other.cue.start] == columns.sentence[finding.cue.start] else -1


def off_occasion(columns: Columns, content: tuple[TokenSpan, ...], cue: TokenSpan) -> tuple[TokenSpan, ...]:
    """Content without a verb, and without the occasion after it: "spoke of their hopes [in an interview on Sunday]"."""
    start, end = content[-1]
    tags = columns.tokens.tags
    if start < cue[1] or any(tags[i] in FINITE or columns.marks[i] for a, b in content for i in range(a, b)):
        return content
    for at in range(start + 1, end - 1):
        after = range(at + 1, min(end, at + OCCASION))
        leads = tags[at] in PREPOSITIONS and columns.tokens.words[at] in _leading()
        if leads and any(columns.tokens.words[i] in _occasions() and tags[i] in NOUNS for i in after):
            return (*content[:-1], (start, at))
    return content


@cache
def _leading() -> frozenset[int]:
    """Prepositions that lead to an occasion."""
    return frozenset(map(hash_word, ("in", "during", "at")))


def adjoining(columns: Columns, ways: Sequence[Straight]) -> Sequence[Straight]:
    """Ways to bound a content that stands before its source: those that reach up to it, where there are any.

    "[According to what we heard], it seems that they left, he noted": no clause stands between the two.
    """
    finding = ways[0].finding if ways else None
    if finding is None or not finding.source:
        return ways
    edge = min(finding.source[0][0], finding.cue.start)
    reaching = [one for one in ways if one.content[-1][1] <= edge and _nothing_between(columns, one.content, edge)]
    if not reaching or any(one.content[-1][1] > edge for one in ways):
        return ways
    return reaching


def _nothing_between(columns: Columns, content: tuple[TokenSpan, ...], edge: int) -> bool:
    return all(columns.tokens.tags[i] == PUNCTUATION for i in range(content[-1][1], edge))
