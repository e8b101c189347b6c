"""Mend a finding where grammar indicates what the second labeller missed.

What a likely labelling may break and grammar does not: a verb that closes a sentence after a name takes what goes
before; the subject of an opening participle follows what it introduces; a colon spells out the object before it.
"""

from __future__ import annotations

from functools import cache

from statements_cli.attribution.bounds.clause_ends import that_after, within_relative
from statements_cli.attribution.bounds.distant_subjects import (
    far_subject,
    of_document,
    of_purpose,
    of_writer,
    unbracketed,
)
from statements_cli.attribution.bounds.inversions import before_speaker, inserted
from statements_cli.attribution.bounds.overlaps import off_source
from statements_cli.attribution.bounds.sources import sourced
from statements_cli.attribution.bounds.split_quotations import around_speaker
from statements_cli.attribution.bounds.token_classes import (
    ADDRESSEE,
    APPOSITION,
    CLAUSE,
    FINITE,
    IN,
    LIKELY,
    NAMED,
    NOMINAL,
    PERSON,
    POS,
    PREPOSITIONS,
    PRONOUN,
    PROPER,
    SURELY,
    VBG,
    VERBS,
    W,
    end_of,
    letter,
    name_particles,
    subordinators,
)
from statements_cli.attribution.bounds.unmarked_clauses import unmarked, what_called
from statements_cli.attribution.certainty.no_cues import attributes_nothing
from statements_cli.attribution.certainty.one_word_answers import answered
from statements_cli.attribution.certainty.promises import calls_on
from statements_cli.attribution.labelling.first_pass import Finding, Outline
from statements_cli.attribution.labelling.token_columns import CUE_TAGS, Columns
from statements_cli.data import word_list
from statements_cli.text.scan import hash_word

THING = 3  # tokens of a thing that is called for
NOTED, FOR = hash_word("noted"), hash_word("for")


def mended(columns: Columns, finding: Finding) -> Finding:
    """Return a finding with the source or content that grammar supplies."""
    tags = columns.tokens.tags
    opens = finding.source and tags[finding.source[0][0]] in (W, IN)
    if opens and all(tags[i] in (W, IN) for a, b in finding.source for i in range(a, b)):
        words = {columns.tokens.words[i] for a, b in finding.source for i in range(a, b)}
        if words & subordinators():  # "When asked about": nobody is called so
            finding = finding._replace(source=())
    if says_nothing(columns, finding) or attributes_nothing(columns, finding):
        return finding._replace(contents=())
    finding = inserted(columns, before_speaker(columns, around_speaker(columns, off_source(columns, finding))))
    finding = off_source(columns, sourced(columns, unbracketed(columns, finding)))
    finding = of_purpose(columns, far_subject(columns, what_called(columns, finding)))
    finding = beside_source(columns, of_document(columns, of_writer(columns, finding)))
    finding = within_relative(columns, unmarked(columns, with_that(columns, finding)))
    finding = closed(columns, uninverted(columns, named_last(columns, finding)))
    finding = calls_on(columns, finding)
    return answered(columns, after_colon(columns, opened(columns, reported_last(columns, finding))))


def with_that(columns: Columns, finding: Finding) -> Finding:
    """Return a finding with its cue's "that" clause: "said after a call [that A]"."""
    cue = finding.cue
    if finding.content or not finding.source or columns.cueness[cue.head] < SURELY:
        return finding
    begin, chance = that_after(columns, (cue.start, cue.end)), cue.probability
    if begin < 0:
        return finding
    outline = Outline(((begin, end_of(columns, begin)),), chance, chance, chance)
    return finding._replace(contents=(outline,), nothing=1 - chance)


def says_nothing(columns: Columns, finding: Finding) -> bool:
    """Return whether a cue is none: "developments regarding the crisis", "When discussing it"."""
    tokens, cue = columns.tokens, finding.cue
    words = tokens.words
    if words[cue.start] == NOTED and FOR in words[cue.start + 1 : cue.start + 2]:
        return True  # "noted for its calm"
    if words[cue.start] in _asked() and columns.sentence[cue.start] == cue.start and not finding.source:
        return cue.end < len(tokens) and tokens.tags[cue.end] not in PROPER  # "Asked if she slept, Holt said"
    content = finding.content
    if content and content[0][0] == cue.end and words[cue.end] in _reflexives():
        return not any(columns.marks[i] for a, b in content for i in range(a, b))  # "announced himself with a goal"
    if content and words[cue.end - 1] == FOR and words[cue.start] in _calling():
        first = content[0][0]
        return any(words[i] in _wanted() for i in range(first, min(content[0][1], first + THING)))
    if tokens.tags[cue.start] != VBG:
        return False
    if cue.end - cue.start == 1 and tokens.words[cue.start] in _regarding():
        return True
    frames = cue.start > 0 and tokens.words[cue.start - 1] in subordinators() and not finding.source
    return frames and not any(tokens.tags[i] in FINITE for a, b in finding.content for i in range(a, b))


@cache
def _calling() -> frozenset[int]:
    return frozenset(map(hash_word, ("call", "calls", "called", "calling")))


@cache
def _wanted() -> frozenset[int]:
    """Return what one calls for to have it: "called for the ball"."""
    return frozenset(map(hash_word, word_list("cues/called_for.txt")))


@cache
def _asked() -> frozenset[int]:
    """Return participles that open the sentence of an answer."""
    return frozenset(map(hash_word, ("asked", "questioned", "pressed", "quizzed")))


@cache
def _reflexives() -> frozenset[int]:
    return frozenset(map(hash_word, ("himself", "herself", "itself", "themselves", "myself", "ourselves")))


@cache
def _regarding() -> frozenset[int]:
    """Return participles that are prepositions."""
    return frozenset(map(hash_word, ("regarding", "concerning", "including", "involving", "following")))


def named_last(columns: Columns, finding: Finding) -> Finding:
    """Return a finding without the clause before its source: "[A would fail,] sources told"."""
    if not finding.source:
        return finding
    tags = columns.tokens.tags
    start, end = finding.source[0]
    particles = name_particles()  # "van" is tagged as a verb in names that no list has
    verbs = [i for i in range(start, end) if tags[i] in FINITE and columns.tokens.words[i] not in particles]
    if not verbs or end > finding.cue.start or any(tags[i] == W for i in range(start, verbs[0])):
        return finding
    comma = columns.letters.rfind(",", verbs[-1], end - 1)
    return finding._replace(source=((comma + 1, end),)) if comma >= 0 else finding


def uninverted(columns: Columns, finding: Finding) -> Finding:
    """Return a finding whose content was the speaker behind the verb: "..., said the expert."

    The verb follows a comma or a closing mark, a few nominal words stand between it and the sentence's end,
    and what goes before, back to the sentence's beginning, is a clause.
    """
    tokens, cue = columns.tokens, finding.cue
    if len(finding.content) != 1 or not cue.start or columns.cueness[cue.head] < SURELY:
        return finding
    (start, end), before = finding.content[0], cue.start - 1
    sentence = columns.sentence[cue.start]
    if start != cue.end or end - start > NAMED or end >= len(tokens) or before - sentence < CLAUSE:
        return finding
    closes = end + 1 >= len(tokens) or columns.sentence[end + 1] != sentence
    comma = letter(columns, before) in ',”"’'
    nominal = all(tokens.tags[i] in NOMINAL and not columns.marks[i] for i in range(start, end))
    clause = any(tokens.tags[i] in CUE_TAGS for i in range(sentence, before))
    first = next((i for i in range(sentence, before) if tokens.tags[i] in FINITE or tokens.tags[i] == W), before)
    clause = clause and (first == sentence or tokens.tags[first] != W)  # "Moe, who led it, blasted the claims."
    if letter(columns, end) != "." or not closes or not comma or not nominal or not clause:
        return finding
    outline = finding.contents[0]._replace(spans=((sentence, before),))
    return finding._replace(contents=(outline,), source=((start, end),))


def closed(columns: Columns, finding: Finding) -> Finding:
    """Return a finding whose verb closes its sentence: "..., Cui Heng, a scholar, told".

    What goes before the comma that parts the name from it, back to the sentence's beginning, is the content,
    whatever is believed or hoped in it.
    """
    tokens, cue = columns.tokens, finding.cue
    if columns.cueness[cue.head] < SURELY or columns.marks[cue.start] or tokens.tags[cue.head] not in FINITE:
        return finding
    sentence, end = columns.sentence[cue.start], end_of(columns, cue.start)
    name = _name_before(columns, cue.start, sentence)
    if name <= sentence + CLAUSE or (end < len(tokens) and letter(columns, end) == ":"):
        return finding
    if any(tokens.tags[i] in FINITE or columns.marks[i] for i in range(cue.end, end)):
        return finding
    if tokens.words[sentence] in subordinators() or tokens.words[sentence] in _asked():
        return finding
    if any(columns.marks[i] for i in range(sentence, name)):
        return finding
    if not any(tokens.tags[i] in FINITE for i in range(sentence, name - 1)):
        return finding
    held = finding.content
    if held and held[0][0] <= sentence and held[-1][1] in (name - 1, name):
        return finding
    chance = finding.cue.probability
    outline = Outline(((sentence, name - 1),), chance, chance, chance)
    return finding._replace(contents=(outline,), source=((name, cue.start),), nothing=1 - chance, source_margin=chance)


def beside_source(columns: Columns, finding: Finding) -> Finding:
    """Return a finding whose content ends before its source: "[A], the institute has said"."""
    if not finding.source or not finding.contents or finding.source[-1][1] > finding.cue.start:
        return finding
    start, end = finding.source[0][0], finding.cue.start
    if letter(columns, start - 1) != "," or finding.source[-1][1] < end - 1:
        return finding
    contents = []
    for outline in finding.contents:
        first, last = outline.spans[-1]
        if first < start - 1 and start < last <= end:
            outline = outline._replace(spans=(*outline.spans[:-1], (first, start - 1)))
        contents.append(outline)
    return finding._replace(contents=tuple(contents))


def reported_last(columns: Columns, finding: Finding) -> Finding:
    """Return a finding whose speaker and verb close the sentence: "[A], local police reported."

    What goes before the comma that parts the speaker from it is the content, where it is a clause.
    """
    tokens, cue = columns.tokens, finding.cue
    if finding.content or not finding.source or columns.cueness[cue.head] < LIKELY or columns.marks[cue.start]:
        return finding
    start, end = finding.source[0][0], end_of(columns, cue.start)
    sentence = columns.sentence[cue.start]
    if tokens.tags[cue.head] not in VERBS or finding.source[-1][1] != cue.start or start <= sentence + CLAUSE:
        return finding
    behind = any(tokens.tags[i] not in NOMINAL and tokens.tags[i] not in PREPOSITIONS for i in range(cue.end, end))
    if behind or letter(columns, start - 1) != "," or tokens.words[sentence] in subordinators():
        return finding
    verb = any(tokens.tags[i] in FINITE for i in range(sentence, start - 1))
    if not verb or any(columns.marks[i] for i in range(sentence, start)):
        return finding
    chance = cue.probability
    outline = Outline(((sentence, start - 1),), chance, chance, chance)
    return finding._replace(contents=(outline,), nothing=1 - chance)


def _name_before(columns: Columns, cue: int, sentence: int) -> int:
    """Return where a person's name right before a verb begins, with apposition; -1: nowhere."""
    tags = columns.tokens.tags
    at = cue - 1
    if letter(columns, at) == ",":
        at -= 1
    low = max(sentence, cue - APPOSITION)
    while at >= low and tags[at] not in VERBS and not columns.marks[at]:
        if tags[at] == PERSON and (at == low or tags[at - 1] != PERSON):
            begin = at
            while begin > low and at - begin < NAMED and tags[begin - 1] in NOMINAL and tags[begin - 1] != POS:
                begin -= 1  # "fire chief Ann Poe"
            if letter(columns, begin - 1) == ",":
                return begin
        at -= 1
    return -1


def opened(columns: Columns, finding: Finding) -> Finding:
    """Return an opening participle's finding with the subject behind: "Saying that ..., Xi ..."."""
    tokens, cue = columns.tokens, finding.cue
    if finding.source or not finding.content or tokens.tags[cue.start] != VBG or columns.cueness[cue.head] < LIKELY:
        return finding
    end = finding.content[-1][1]
    if columns.sentence[cue.start] != cue.start or end + 1 >= len(tokens) or finding.content[0][0] < cue.end:
        return finding
    start = end + 1 if letter(columns, end) == "," else end if letter(columns, end - 1) in ",”" else len(tokens)
    stop = start
    while stop < min(len(tokens), start + ADDRESSEE) and (tokens.tags[stop] in NOMINAL or tokens.tags[stop] == PRONOUN):
        stop += 1
    if stop == start or stop >= len(tokens) or tokens.tags[stop] not in VERBS:
        return finding
    chance = finding.cue.probability
    return finding._replace(source=((start, stop),), source_margin=max(chance, 1 - finding.nothing))


def after_colon(columns: Columns, finding: Finding) -> Finding:
    """Return a verb's finding whose object a colon spells out: "presented data: [A]"."""
    tokens, cue = columns.tokens, finding.cue
    if not finding.source or not finding.content or finding.content[0][0] < cue.end or finding.source[0][0] > cue.start:
        return finding
    end = end_of(columns, cue.start)
    colon = columns.letters.find(":", cue.end, end)
    if colon < 0 or columns.letters.find(":", colon + 1, end) >= 0:
        return finding
    if finding.content[0][0] >= colon or any(columns.marks[cue.end : end]):
        return finding
    finite = [i for i in range(cue.end, end) if tokens.tags[i] in FINITE]
    if not finite or finite[0] < colon or end - colon <= CLAUSE:
        return finding
    chance = finding.cue.probability
    outline = Outline(((colon + 1, end),), chance, chance, chance)
    return finding._replace(contents=(outline,), nothing=min(finding.nothing, 1 - chance))
