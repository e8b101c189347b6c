"""Bound quotations that stand side by side, or around a speaker behind the verb.

“Too late,” said his neighbour, Rudo Sithole, “for all of us.”
“Two towers,” said Kask, “three gates.” “And one clock,” added Tamm.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from statements_cli.attribution.bounds.token_classes import (
    APPOSITION,
    FINITE,
    LIKELY,
    NAMED,
    NOMINAL,
    PRONOUN,
    SURELY,
    VBG,
    letter,
    name_particles,
)
from statements_cli.attribution.labelling.first_pass import Finding, Outline, TokenSpan
from statements_cli.attribution.labelling.token_columns import CLOSING, Columns

STOPS = ",.?!…—"


def quotation_at(columns: Columns, token: int) -> TokenSpan:
    """Return the outermost quotation that holds a token; an empty span where none does."""
    number = columns.quotation[token]
    if number < 0:
        return token, token
    start, end = token, token + 1
    while start and columns.quotation[start - 1] == number:
        start -= 1
    while end < len(columns.tokens) and columns.quotation[end] == number:
        end += 1
    return start, end


def around_speaker(columns: Columns, finding: Finding) -> Finding:
    """Mend a finding whose content takes in the speaker named after the verb."""
    cue = finding.cue
    if finding.source or not finding.content or not cue.start or columns.cueness[cue.head] < SURELY:
        return finding
    before = quotation_at(columns, cue.start - 1)
    if columns.marks[cue.start - 1] != CLOSING or letter(columns, cue.start - 2) not in STOPS:
        return finding
    if finding.content[0][0] != cue.end:
        return finding
    high = min(len(columns.tokens), cue.end + APPOSITION)
    opening = next((i for i in range(cue.end, high) if columns.marks[i]), -1)
    if opening < cue.end + 2 or letter(columns, opening - 1) != ",":
        return finding
    tags, particles = columns.tokens.tags, name_particles()
    name = range(cue.end, opening - 1)
    if not all(tags[i] in NOMINAL or letter(columns, i) == "," or columns.tokens.words[i] in particles for i in name):
        return finding
    chance = cue.probability
    outline = Outline((before, quotation_at(columns, opening)), chance, chance, chance)
    source = ((cue.end, opening - 1),)
    return finding._replace(contents=(outline,), source=source, nothing=1 - chance, source_margin=chance)


def side_by_side(columns: Columns, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings without a next quotation whose own verb and speaker follow it."""
    findings = _resumed(columns, findings)
    bounded = [_without_resumed(columns, one) for one in findings]
    for at, (one, other) in enumerate(pairwise(findings)):
        theirs = _followed(columns, other)
        if theirs is not None and _has_before(one, other, theirs):
            bounded[at + 1] = other._replace(contents=tuple([_from(outline, theirs[0]) for outline in other.contents]))
            continue
        if theirs is None or one.cue.start > theirs[0] or not one.content or not one.content[-1][1] > theirs[0]:
            continue
        if columns.marks[theirs[0] - 1] != CLOSING and letter(columns, theirs[0] - 1) not in STOPS:
            continue
        contents = [_before(outline, theirs[0]) for outline in one.contents]
        bounded[at] = one._replace(contents=tuple([outline for outline in contents if outline.spans]))
        chance = other.cue.probability
        whole = Outline((theirs,), chance, chance, chance)
        behind = [outline for outline in other.contents if outline.spans[0][0] >= other.cue.end]
        if not behind:
            bounded[at + 1] = other._replace(contents=(whole,), nothing=min(other.nothing, 1 - chance))
    return bounded


def _resumed(columns: Columns, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings, a quotation whole that its speaker's doings part.

    For example: "[“The tower,”] he said, pointing to it, [“is safe.”]": nothing is said by pointing.
    """
    whole = list(findings)
    for at, (one, other) in enumerate(pairwise(findings)):
        opening = _opening_behind(columns, one, other)
        if opening < 0:
            continue
        chance = one.cue.probability
        outline = Outline((one.content[0], quotation_at(columns, opening)), chance, chance, chance)
        whole[at] = one._replace(contents=(outline,), nothing=1 - chance)
        whole[at + 1] = other._replace(contents=())
    return whole


def _opening_behind(columns: Columns, one: Finding, other: Finding) -> int:
    """Return where a quotation goes on behind a participle that says nothing; -1: nowhere."""
    tags, verb = columns.tokens.tags, other.cue.head
    if tags[verb] != VBG or not other.content or letter(columns, other.cue.start - 1) != ",":
        return -1
    if columns.sentence[one.cue.start] != columns.sentence[verb] or len(one.content) != 1:
        return -1
    start, end = one.content[0]
    quoted = end <= one.cue.start and columns.marks[start] and columns.marks[end - 1] == CLOSING
    if not quoted or letter(columns, end - 2) != "," or columns.cueness[one.cue.head] < SURELY:
        return -1
    high = min(len(columns.tokens) - 1, other.cue.end + APPOSITION)
    opening = next((i for i in range(other.cue.end, high) if columns.marks[i]), -1)
    goes_on = opening > 0 and letter(columns, opening - 1) == "," and letter(columns, opening + 1).islower()
    thing = range(other.content[0][0], opening - 1)  # "adding, “but not now”" has none
    return opening if goes_on and thing and not any(tags[i] in FINITE for i in thing) else -1


def _has_before(one: Finding, other: Finding, theirs: TokenSpan) -> bool:
    """Return whether a finding has a quotation that the next one takes too.

    "... she said. “A.” [“B,”] he said."
    """
    if not one.content or not other.content or one.cue.start > theirs[0]:
        return False
    start, edge = other.content[0][0], one.content[-1][1]
    reaches = all(outline.spans[-1][1] > theirs[0] for outline in other.contents)
    return start < theirs[0] and one.content[-1][0] <= start < edge <= theirs[0] and reaches


def _from(outline: Outline, start: int) -> Outline:
    return outline._replace(spans=tuple([(max(a, start), b) for a, b in outline.spans if b > start]))


def _without_resumed(columns: Columns, finding: Finding) -> Finding:
    """Return a finding without the end of another's quotation.

    For example: "“The fish,” he said, puffing, [“are gone.”] She wept".
    """
    if not finding.content or finding.content[-1][1] > finding.cue.start or columns.marks[finding.cue.start]:
        return finding
    start, end = finding.content[0]
    resumed = start > 1 and columns.marks[start] and not columns.marks[start - 1] and letter(columns, start - 1) == ","
    if not resumed or not letter(columns, start + 1).islower() or (start, end) != quotation_at(columns, start):
        return finding
    before = any(columns.marks[i] == CLOSING for i in range(columns.sentence[start], start))
    return finding._replace(contents=()) if before else finding


def _followed(columns: Columns, finding: Finding) -> TokenSpan | None:
    """Return the quotation right behind which the verb and speaker of a finding stand.

    None where none does.
    """
    edge = finding.cue.start
    if finding.source and finding.source[0][0] < edge:
        edge = finding.source[0][0]
    if not finding.source or edge < 1 or finding.cue.start - edge > NAMED or columns.cueness[finding.cue.head] < LIKELY:
        return None
    if columns.marks[edge - 1] != CLOSING or letter(columns, edge - 2) not in STOPS:
        return None
    subject = finding.source[0]
    if columns.tokens.tags[subject[0]] not in NOMINAL and columns.tokens.tags[subject[0]] != PRONOUN:
        return None
    start, end = quotation_at(columns, edge - 1)
    # with another quotation before it, both of one paragraph
    return (start, end) if start and columns.marks[start - 1] and start not in columns.tokens.paragraphs else None


def _before(outline: Outline, stop: int) -> Outline:
    return outline._replace(spans=tuple([(a, min(b, stop)) for a, b in outline.spans if a < stop]))
