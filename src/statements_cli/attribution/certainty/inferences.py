"""Recognise what the writer infers and nobody says.

For example: "[This] suggests that it fell", "[Sales] rose, showing that it was liked".
"""

from __future__ import annotations

from functools import cache

from statements_cli.attribution.bounds.token_classes import NOMINAL, letter, speaking_nouns
from statements_cli.attribution.labelling.first_pass import Finding
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.text.scan import hash_word
from statements_cli.text.tagging.tagger import TAGS

_THINGS = frozenset(TAGS.index(tag) for tag in ("NN", "NNS"))


def infers(columns: Columns, finding: Finding) -> bool:
    """Return whether the writer infers something from what happened before."""
    tokens, source = columns.tokens, finding.source
    if _shows(columns, finding):
        return True
    if len(source) != 1 or source[0][1] - source[0][0] != 1 or source[0][0] != columns.sentence[source[0][0]]:
        return False
    return tokens.words[source[0][0]] in _pointing() and not columns.marks[source[0][0]]


def _shows(columns: Columns, finding: Finding) -> bool:
    """Return whether a thing that does not speak is a sign of something."""
    tokens, cue, source = columns.tokens, finding.cue, finding.source
    if tokens.words[cue.head] not in _showing() or len(source) != 1 or source[0][1] > cue.start:
        return False
    if letter(columns, cue.start - 1) != "," or columns.marks[cue.start]:
        return False
    start, end = source[0]
    stop = next((i for i in range(start, end) if tokens.tags[i] not in NOMINAL), end)
    return stop > start and tokens.tags[stop - 1] in _THINGS and tokens.words[stop - 1] not in speaking_nouns()


@cache
def _showing() -> frozenset[int]:
    """Return participles by which one thing is a sign of another."""
    words = "showing signalling signaling suggesting indicating reflecting demonstrating proving underlining implying"
    return frozenset(map(hash_word, words.split()))


@cache
def _pointing() -> frozenset[int]:
    """Return words that stand for a sentence before."""
    return frozenset(map(hash_word, ("this", "that", "which")))
