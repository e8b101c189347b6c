"""Give a participle that says more the speaker of its sentence.

For example: "[The bank] closed its doors, saying A".

By the tree its subject is that of the verb it hangs on; where the tree has none, that of the cue before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from statements_cli.attribution.bounds.token_classes import CC, LIKELY, PREPOSITIONS, PROPER, VBG, VERBS, letter
from statements_cli.attribution.labelling.first_pass import Finding, TokenSpan
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.text.scan import hash_word
from statements_cli.text.tagging.tagger import TAGS

BY, IN = hash_word("by"), hash_word("in")
RB = TAGS.index("RB")
NOUNS = PROPER | frozenset(TAGS.index(tag) for tag in ("NN", "NNS", "PRP"))


def continuing(columns: Columns, finding: Finding, earlier: Sequence[Finding]) -> Finding:
    """Return a participle's finding with the subject of its sentence as source."""
    tokens, cue = columns.tokens, finding.cue
    if finding.source or not finding.content or tokens.tags[cue.head] != VBG or columns.cueness[cue.head] < LIKELY:
        return finding
    before = cue.start - 1
    while before > 0 and tokens.tags[before] == RB:
        before -= 1
    if before < 1 or columns.marks[cue.start]:
        return finding
    manner = tokens.words[before] in (BY, IN)
    if not (letter(columns, before) == "," or tokens.tags[before] == CC or manner):
        return finding
    sentence = columns.sentence[cue.start]
    source = _said_before(columns, earlier, sentence) or _subject(columns, cue.head, sentence)
    if not source:
        return finding
    return finding._replace(source=(source,), source_margin=cue.probability)


def _said_before(columns: Columns, earlier: Sequence[Finding], sentence: int) -> TokenSpan | None:
    """Return who says something before in a sentence."""
    for one in reversed(earlier):
        says = columns.cueness[one.cue.head] >= LIKELY and one.content and one.source
        if says and columns.sentence[one.cue.start] == sentence and not columns.marks[one.cue.start]:
            return one.source[0]
    return None


def _subject(columns: Columns, verb: int, sentence: int) -> TokenSpan | None:
    """Return the subject of the verb that a participle hangs on by the tree."""
    heads, tags = columns.heads, columns.tokens.tags
    if not heads:
        return None
    above = heads[verb]
    if tags[above] in PREPOSITIONS:
        above = heads[above]  # "replied [by] saying"
    if not sentence <= above < verb or tags[above] not in VERBS:
        return None
    nouns = [i for i in range(sentence, above) if heads[i] == above and tags[i] in NOUNS and not columns.marks[i]]
    return (columns.begins[nouns[-1]], nouns[-1] + 1) if nouns else None
