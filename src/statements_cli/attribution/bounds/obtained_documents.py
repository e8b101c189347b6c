"""Take a document that somebody got hold of as the source.

For example: "[A memo reviewed by the agency] said".
"""

from __future__ import annotations

from functools import cache

from statements_cli.attribution.bounds.token_classes import NOMINAL, OF
from statements_cli.attribution.labelling.first_pass import Finding
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.data import word_list
from statements_cli.text.scan import hash_word

BY = hash_word("by")
DOCUMENT = 14  # tokens that may name a document
NEAR = 2  # tokens that may stand between the source and its verb


def of_document(columns: Columns, finding: Finding) -> Finding:
    """Return a finding with the document as source, in place of its finder."""
    tokens, source = columns.tokens, finding.source
    if len(source) != 1 or not 0 <= finding.cue.start - source[0][1] <= NEAR:
        return finding
    start, end = source[0]
    sentence = columns.sentence[start]
    if start - 3 < sentence or tokens.words[start - 1] != BY or tokens.words[start - 2] not in _obtaining():
        return finding
    first, low = start - 2, max(sentence, start - 2 - DOCUMENT)
    while first > low and (tokens.tags[first - 1] in NOMINAL or tokens.words[first - 1] == OF):
        first -= 1
    return finding._replace(source=((first, end),)) if first < start - 2 else finding


@cache
def _obtaining() -> frozenset[int]:
    """Return participles that tell how a document came to be known."""
    return frozenset(map(hash_word, word_list("cues/obtaining_participles.txt")))
