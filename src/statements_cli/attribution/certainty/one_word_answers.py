"""Bound an answer of one word.

For example: "Asked if he would resign, Moe said [no]", "Moe said [yes] when asked".
"""

from __future__ import annotations

from functools import cache

from statements_cli.attribution.bounds.token_classes import NAMED, NOMINAL, PRONOUN, SURELY, end_of, letter
from statements_cli.attribution.labelling.first_pass import Finding, Outline, TokenSpan
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.text.scan import hash_word

WHEN = hash_word("when")
ANSWERS = frozenset(map(hash_word, ("no", "yes")))


def answered(columns: Columns, finding: Finding) -> Finding:
    """Return a finding whose content is "yes" or "no" to what was asked."""
    cue, tokens = finding.cue, columns.tokens
    if cue.end >= len(tokens) or tokens.words[cue.end] not in ANSWERS or columns.cueness[cue.head] < SURELY:
        return finding
    behind = cue.end + 1
    if columns.marks[cue.end] or not _is_asked(
        columns, columns.sentence[cue.start], behind, end_of(columns, cue.start)
    ):
        return finding
    start, low = cue.start, max(columns.sentence[cue.start], cue.start - NAMED)
    while start > low and (tokens.tags[start - 1] in NOMINAL or tokens.tags[start - 1] == PRONOUN):
        start -= 1
    source = finding.source or (((start, cue.start),) if start < cue.start else ())
    chance = cue.probability
    outline = Outline(((cue.end, behind),), chance, chance, chance)
    return finding._replace(contents=(outline,), source=source, nothing=1 - chance)


def answers(columns: Columns, content: tuple[TokenSpan, ...], cue: TokenSpan) -> bool:
    """Return whether a content is such an answer."""
    one = len(content) == 1 and content[0] == (cue[1], cue[1] + 1)
    return one and columns.tokens.words[cue[1]] in ANSWERS and not columns.marks[cue[1]]


def _is_asked(columns: Columns, sentence: int, behind: int, stop: int) -> bool:
    """Return whether a sentence tells of a question, as its opening or behind the answer."""
    words = columns.tokens.words
    opens = words[sentence + (words[sentence] == WHEN)] in _asked() and behind >= stop
    at = behind + (behind < stop and letter(columns, behind) == ",")
    goes_on = at + 1 < stop and words[at] == WHEN and words[at + 1] in _asked()
    return opens or goes_on


@cache
def _asked() -> frozenset[int]:
    """Return participles of asking."""
    return frozenset(map(hash_word, ("asked", "questioned", "pressed", "quizzed")))
