"""Set a finding right whose verb stands before its speaker.

For example: "The road is closed, say residents of the town".
"""

from __future__ import annotations

from functools import cache

from statements_cli.attribution.bounds.token_classes import (
    ADDRESSEE,
    CC,
    CLAUSE,
    FINITE,
    LIKELY,
    NOMINAL,
    OF,
    PRONOUN,
    PROPER,
    W,
    end_of,
    letter,
    subordinators,
)
from statements_cli.attribution.labelling.first_pass import Finding, Outline, TokenSpan
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.data import word_list
from statements_cli.text.scan import hash_word
from statements_cli.text.tagging.tagger import TAGS

LONGEST = 24  # tokens of a speaker's name with what goes before it
RB = TAGS.index("RB")
NOUNS = PROPER | frozenset(TAGS.index(tag) for tag in ("NN", "NNS"))


@cache
def _inverting() -> frozenset[int]:
    """Return verbs of saying that stand before their speaker."""
    return frozenset(map(hash_word, word_list("cues/inverting_verbs.txt")))


def before_speaker(columns: Columns, finding: Finding) -> Finding:
    """Return a finding with the clause before its verb and the speaker behind it.

    The verb follows a comma, and the phrase behind it closes the sentence or is closed by a comma.
    """
    tokens, verb = columns.tokens, finding.cue.start
    if tokens.words[verb] not in _inverting() or columns.marks[verb] or not verb:
        return finding
    sentence, comma = columns.sentence[verb], verb - 1
    if letter(columns, comma) != "," or columns.marks[comma] or not _is_clause(columns, sentence, comma):
        return finding
    content = finding.content
    if content and content[0][0] > verb and any(tokens.tags[i] in FINITE for a, b in content for i in range(a, b)):
        return finding  # "Moe, who has left, said shots fired at her hurt"
    speaker = _speaker(columns, verb)
    if speaker is None or (finding.source and finding.source[0][0] == speaker[0]):
        return finding
    behind = speaker[1] + 1  # without the comma
    rest = [(max(a, behind), b) for outline in finding.contents[:1] for a, b in outline.spans if b > behind]
    chance = finding.cue.probability
    outline = Outline(((sentence, comma), *rest), chance, chance, chance)
    cue = finding.cue._replace(end=verb + 1, head=verb)
    return finding._replace(cue=cue, contents=(outline,), source=(speaker,), nothing=1 - chance, source_margin=chance)


def inserted(columns: Columns, finding: Finding) -> Finding:
    """Return a finding whose clause is set between a subject and its verb.

    For example: "[Kern,] Marek told me, [has already lost the match]".
    """
    tokens, cue = columns.tokens, finding.cue
    tags, sentence = tokens.tags, columns.sentence[cue.start]
    if columns.cueness[cue.head] < LIKELY or columns.marks[cue.start]:
        return finding
    before = columns.letters.rfind(",", sentence, cue.start)
    behind = columns.letters.find(",", cue.end, min(end_of(columns, cue.start), cue.end + ADDRESSEE))
    if before <= sentence or behind < 0 or before + 1 >= cue.start:
        return finding
    subject, speaker, told = range(sentence, before), range(before + 1, cue.start), range(cue.end, behind)
    named = all(tags[i] in NOMINAL or tags[i] == PRONOUN for i in (*speaker, *told))
    thing = all(tags[i] in NOMINAL or tokens.words[i] == OF for i in subject)
    verb = behind + 2 if tags[behind + 1] == RB else behind + 1
    if not named or not thing or verb >= len(tokens) or tags[verb] not in FINITE:
        return finding
    if any(columns.marks[sentence : verb + 1]):
        return finding
    if len(finding.content) > 1 and finding.content[0][0] == sentence:
        return finding  # found as it is
    chance = cue.probability
    outline = Outline(((sentence, before), (behind + 1, end_of(columns, cue.start))), chance, chance, chance)
    source = ((speaker.start, speaker.stop),)
    return finding._replace(contents=(outline,), source=source, nothing=1 - chance, source_margin=chance)


def _is_clause(columns: Columns, start: int, end: int) -> bool:
    """Return whether a main clause stands there, nothing of it quoted across its end."""
    tags, words = columns.tokens.tags, columns.tokens.words
    if end - start < CLAUSE or words[start] in subordinators() or tags[start] == W or columns.marks[start]:
        return False
    return any(tags[at] in FINITE and not columns.marks[at] for at in range(start, end))


def _speaker(columns: Columns, verb: int) -> TokenSpan | None:
    """Return the noun phrase right behind a verb, where it closes its clause.

    For example: "the firm's new chair Ida Holm".
    """
    tokens, sentence = columns.tokens, columns.sentence[verb]
    tags, stop = tokens.tags, verb + 1
    high = min(len(tokens), verb + LONGEST)
    while stop < high and columns.sentence[stop] == sentence and not columns.marks[stop]:
        if tags[stop] not in NOMINAL and not (tokens.words[stop] == OF and stop > verb + 1):
            break
        stop += 1
    if stop == verb + 1 or tags[stop - 1] not in NOUNS:
        return None
    if stop == len(tokens) or columns.sentence[stop] != sentence:
        return verb + 1, stop
    if letter(columns, stop) == ",":
        goes_on = stop + 1 < len(tokens) and tags[stop + 1] == CC  # "announced a new firm, and left"
        return None if goes_on else (verb + 1, stop)
    return (verb + 1, stop) if letter(columns, stop) in ".;" or tags[stop] == W else None
