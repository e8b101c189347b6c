"""Set a finding right whose verb stands before its speaker.

For example: "The road is closed, say residents of the town", "“No,” says DeVine", "described by the bureau".
"""

from __future__ import annotations

from functools import cache

from statements_cli.attribution.bounds.token_classes import (
    ADDRESSEE,
    CC,
    CLAUSE,
    FINITE,
    LIKELY,
    NAMED,
    NOMINAL,
    OF,
    PRONOUN,
    PROPER,
    THAT,
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

NEAR = 2  # tokens that may stand between a passive verb and its "was"
AGENT = 16  # tokens from a passive verb to the "by" before its agent
PUNCTUATION = 4  # the shape of a token that is none of letters and digits
BY, AS = hash_word("by"), hash_word("as")
LONGEST = 24  # tokens of a speaker's name with what goes before it
RB, VB, VBN = TAGS.index("RB"), TAGS.index("VB"), TAGS.index("VBN")
NOUNS = PROPER | frozenset(TAGS.index(tag) for tag in ("NN", "NNS"))


@cache
def inverting() -> frozenset[int]:
    """Return verbs of saying that stand before their speaker."""
    return frozenset(map(hash_word, word_list("cues/inverting_verbs.txt")))


def before_speaker(columns: Columns, finding: Finding) -> Finding:
    """Return a finding with the clause before its verb and the speaker behind it.

    The verb follows a comma, and the phrase behind it closes the sentence or is closed by a comma.
    """
    tokens, verb = columns.tokens, finding.cue.start
    if tokens.words[verb] not in inverting() or columns.marks[verb] or not verb:
        return finding
    sentence, comma = columns.sentence[verb], verb - 1
    if letter(columns, comma) != "," or columns.marks[comma] or not _is_clause(columns, sentence, comma):
        return finding
    content = finding.content
    speaker = _speaker(columns, verb)
    told_on = (
        content and content[0][0] > verb and any(tokens.tags[i] in FINITE for a, b in content for i in range(a, b))
    )
    if told_on and not _goes_on(columns, sentence, content, speaker):
        return finding  # "Moe, who has left, said shots fired at her hurt"
    if speaker is None or (finding.source and finding.source[0][0] == speaker[0]):
        return finding
    behind = speaker[1] + 1  # without the comma
    rest = [(max(a, behind), b) for outline in finding.contents[:1] for a, b in outline.spans if b > behind]
    chance = finding.cue.probability
    outline = Outline(((sentence, comma), *rest), chance, chance, chance)
    cue = finding.cue._replace(end=verb + 1, head=verb)
    return finding._replace(cue=cue, contents=(outline,), source=(speaker,), nothing=1 - chance, source_margin=chance)


def _goes_on(columns: Columns, sentence: int, content: tuple[TokenSpan, ...], speaker: TokenSpan | None) -> bool:
    """Return whether content goes on behind its speaker's name.

    For example: "A, says DeVine[, although B]".
    """
    tags, words = columns.tokens.tags, columns.tokens.words
    if speaker is None or content[0][0] != speaker[0] or letter(columns, speaker[1]) != ",":
        return False
    first = next((i for i in range(sentence, speaker[0]) if tags[i] in FINITE or tags[i] == W), sentence)
    named = all(letter(columns, i).isupper() for i in range(*speaker))
    return named and tags[first] != W and words[speaker[1] + 1] in subordinators() | _contrasting()


@cache
def _contrasting() -> frozenset[int]:
    return frozenset(map(hash_word, ("although", "though", "but", "because", "so", "which", "unless", "if", "until")))


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
    turned = before + 1 == cue.start and tokens.words[cue.start] in inverting()  # "The road, warned Moe, was shut"
    if before <= sentence or behind < 0 or (before + 1 >= cue.start and not turned):
        return finding
    subject, speaker, told = range(sentence, before), range(before + 1, cue.start), range(cue.end, behind)
    if turned:
        speaker, told = range(cue.start + 1, behind), range(0)
        cue = cue._replace(end=cue.start + 1, head=cue.start)
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
    return finding._replace(cue=cue, contents=(outline,), source=source, nothing=1 - chance, source_margin=chance)


def noun_behind(columns: Columns, finding: Finding) -> Finding:
    """Return a finding with the phrase behind its verb as source: "“No,” read [a banner]."."""
    tokens, cue, content = columns.tokens, finding.cue, finding.content
    if finding.source or len(content) != 2 or columns.marks[cue.start] or tokens.tags[cue.head] not in FINITE:
        return finding
    (first, last), (start, end) = content
    quoted = columns.marks[first] and all(columns.marks[first:last])
    beside = start == cue.end and 0 <= cue.start - last <= 1 and end == end_of(columns, cue.start)
    opens = tokens.tags[start] in NOMINAL and not any(tokens.tags[i] in FINITE for i in range(start, end))
    if not quoted or not beside or not opens or any(columns.marks[start:end]):
        return finding
    chance = cue.probability
    outline = Outline(((first, last),), chance, chance, chance)
    return finding._replace(contents=(outline,), source=((start, end),), nothing=1 - chance, source_margin=chance)


def inverted(columns: Columns, finding: Finding) -> Finding:
    """Return a finding with the name behind its verb as source: "“No,” says [DeVine]"."""
    tokens, cue, content = columns.tokens, finding.cue, finding.content
    start, count = cue.end, len(tokens)
    if finding.source or not content or start >= count or content[0][0] > cue.start:
        return finding
    before = next((b for a, b in reversed(content) if b <= cue.start), 0)
    apart = any(tokens.shapes[i] != PUNCTUATION for i in range(before, cue.start))
    if columns.cueness[cue.head] < LIKELY + 1 or tokens.tags[cue.head] not in FINITE or apart or before == 0:
        return finding
    if letter(columns, cue.start - 1) not in ',"”’?!' or columns.sentence[start] != columns.sentence[cue.start]:
        return finding
    stop = start
    while stop < min(count, start + NAMED) and letter(columns, stop).isupper() and not columns.marks[stop]:
        stop += 1
    if stop == start or (stop < count and (letter(columns, stop).isalnum() and tokens.tags[stop] in FINITE)):
        return finding
    return finding._replace(source=((start, stop),), source_margin=cue.probability)


def named_behind(columns: Columns, finding: Finding) -> Finding:
    """Return a finding whose cue is without the speaker: "“A,” added [little Ann], with"."""
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


def passive(columns: Columns, finding: Finding) -> Finding:
    """Return a passive verb's finding with its agent as source: "described by [the bureau]"."""
    tokens, cue = columns.tokens, finding.cue
    tags, subject = tokens.tags, finding.source and finding.source[-1][1] <= cue.start
    if any(tokens.words[i] in _quoting() for i in range(cue.start, cue.end)):
        return finding  # who "was quoted by the agency" speaks
    if tags[cue.head] != VBN or (finding.source and not subject) or not finding.contents:
        return finding
    if not any(tokens.words[i] in _being() for i in range(max(columns.sentence[cue.start], cue.head - NEAR), cue.head)):
        return finding
    last = min(len(tokens) - 1, cue.head + AGENT)
    by = next((i for i in range(cue.head + 1, last) if tokens.words[i] == BY and not columns.marks[i]), -1)
    if by < 0 or any(tags[i] in FINITE and not columns.marks[i] for i in range(cue.head + 1, by)):
        return finding
    stop = by + 1
    while stop < len(tokens) and (tags[stop] in NOMINAL or tags[stop] == PRONOUN or tokens.words[stop] == OF):
        stop += 1
    if stop == by + 1 or columns.sentence[by] != columns.sentence[cue.start]:
        return finding
    contents = []
    for outline in finding.contents:
        pieces = [part for a, b in outline.spans for part in ((a, min(b, by)), (max(a, stop), b)) if part[0] < part[1]]
        pieces = [(a + (tokens.words[a] == AS), b) for a, b in pieces if b - a > (tokens.words[a] == AS)]
        contents.append(outline._replace(spans=tuple(pieces)))
    kept = tuple([outline for outline in contents if outline.spans])
    dummy = finding.content == ((cue.start - 1, cue.start),) and columns.sentence[cue.start] == cue.start - 1
    if dummy and tags[cue.start - 1] == PRONOUN and stop < len(tokens) and tokens.words[stop] == THAT:
        kept = (finding.contents[0]._replace(spans=((stop, end_of(columns, stop)),)),)  # "It was said by Moe that A"
    chance = max(finding.source_margin, cue.probability)
    return finding._replace(source=((by + 1, stop),), source_margin=chance, contents=kept) if kept else finding


@cache
def _quoting() -> frozenset[int]:
    return frozenset(map(hash_word, ("quoted", "cited")))


@cache
def _being() -> frozenset[int]:
    return frozenset(map(hash_word, ("be", "been", "being", "is", "are", "was", "were")))


def _is_clause(columns: Columns, start: int, end: int) -> bool:
    """Return whether a main clause stands there, nothing of it quoted across its end."""
    tags, words = columns.tokens.tags, columns.tokens.words
    if end - start < CLAUSE or words[start] in subordinators() or tags[start] == W or columns.marks[start]:
        return False
    # the tagger takes a present plural for an infinitive: "explosions mean that"
    return any(
        (tags[at] in FINITE or (tags[at] == VB and tags[at - 1] in NOUNS)) and not columns.marks[at]
        for at in range(start, end)
    )


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
    # what the tagger doesn't know may be a name
    if stop == verb + 1 or (tags[stop - 1] not in NOUNS and not letter(columns, stop - 1).isupper()):
        return None
    if stop == len(tokens) or columns.sentence[stop] != sentence:
        return verb + 1, stop
    if letter(columns, stop) == ",":
        goes_on = stop + 1 < len(tokens) and tags[stop + 1] == CC  # "announced a new firm, and left"
        return None if goes_on else (verb + 1, stop)
    return (verb + 1, stop) if letter(columns, stop) in ".;" or tags[stop] == W else None
