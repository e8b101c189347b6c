"""Set the source of a finding right where grammar names the speaker and the labeller did not.

A relative clause is of whom it takes up, a name may stand behind the verb, hold a nickname or be the one word that
opens the sentence; where a speaker stands is no part of the name.
"""

from __future__ import annotations

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
    PRONOUN,
    PROPER,
    SURELY,
    W,
    letter,
)
from statements_cli.attribution.labelling.first_pass import Finding
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.text.scan import hash_word

WHO = hash_word("who")


def sourced(columns: Columns, finding: Finding) -> Finding:
    """A finding with the source that the words around its cue name."""
    finding = relative(columns, named_behind(columns, sole_subject(columns, finding)))
    return placed(columns, nicknamed(columns, finding))


def relative(columns: Columns, finding: Finding) -> Finding:
    """A finding whose source is "who", with whom it takes up: "Mayor Ann Lee[, who] told the council ..."."""
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


def sole_subject(columns: Columns, finding: Finding) -> Finding:
    """A finding without a source, with the one word before its verb that opens the sentence: "[May] told MPs ..."."""
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
    """A finding whose source breaks off in a nickname, with the rest of the name: "Ann “Big [Wave” Holt]"."""
    if not finding.source or finding.source[-1][1] >= len(columns.tokens):
        return finding
    tokens, (start, end) = columns.tokens, finding.source[-1]
    words = tokens.text[tokens.starts[start] : tokens.ends[end - 1]]
    opened = words.rfind("“")
    if opened < 0 or "”" in words[opened:]:
        return finding
    stop = end
    while stop < min(len(tokens), end + NAMED) and letter(columns, stop) != "”":
        stop += 1
    if stop >= len(tokens) or letter(columns, stop) != "”":
        return finding
    stop += 1
    while stop < len(tokens) and tokens.tags[stop] in PROPER and letter(columns, stop).isupper():
        stop += 1
    return finding._replace(source=(*finding.source[:-1], (start, stop)))


def placed(columns: Columns, finding: Finding) -> Finding:
    """A finding whose source behind the verb is without where the speaker stands: "said Bess [from the corner]"."""
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
    """A finding whose cue holds the speaker named after the verb: "“A,” added [little Ann], with a sniff"."""
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
