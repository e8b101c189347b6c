"""Recognise clauses that are plainly said.

For example: "said on Sunday [he was close]", "gave his terms: [the mills must close]".
"""

from __future__ import annotations

from functools import cache

from statements_cli.attribution.bounds.token_classes import FINITE, PRONOUN, SURELY, letter
from statements_cli.attribution.labelling.first_pass import Finding, TokenSpan
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.data import word_list
from statements_cli.text.scan import hash_word

DAY = 4  # tokens of a day between a verb and its clause


def tells_clause(columns: Columns, finding: Finding, content: tuple[TokenSpan, ...]) -> bool:
    """Return whether a pronoun and its verb follow a verb of saying or its day."""
    tokens, cue = columns.tokens, finding.cue
    if cue.end - cue.start != 1 or columns.cueness[cue.head] < SURELY or tokens.tags[cue.head] not in FINITE:
        return False
    if len(finding.source) != 1 or finding.source[0][1] != cue.start or len(content) != 1 or columns.marks[cue.start]:
        return False
    start, end = content[0]
    verb = start + 1
    clause = verb < end and tokens.tags[start] == PRONOUN and tokens.tags[verb] in FINITE
    return clause and 0 <= start - cue.end <= DAY


def spells_out(columns: Columns, finding: Finding, content: tuple[TokenSpan, ...]) -> bool:
    """Return whether a colon spells out what is set out: "his reasons: [it rained]"."""
    tokens, cue = columns.tokens, finding.cue
    if not finding.source or tokens.words[cue.start] not in _spelling() or len(content) != 1:
        return False
    colon = content[0][0] - 1
    behind = cue.start < colon and letter(columns, colon) == ":" and not columns.marks[colon]
    return behind and tokens.words[colon - 1] in _spelt_out()


@cache
def _spelling() -> frozenset[int]:
    return frozenset(map(hash_word, word_list("cues/spelling_verbs.txt")))


@cache
def _spelt_out() -> frozenset[int]:
    return frozenset(map(hash_word, word_list("cues/spelt_out_nouns.txt")))
