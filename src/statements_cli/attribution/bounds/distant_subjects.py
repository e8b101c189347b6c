"""Find a subject that stands apart from its verb.

For example: "[The bank] closed its doors, saying A", "[Bo Lund, a builder in Bergen, Norway], said",
"[A memo reviewed by the agency] said".

By the tree its subject is that of the verb it hangs on; where the tree has none, that of the cue before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from statements_cli.attribution.bounds.token_classes import (
    APPOSITION,
    CC,
    FINITE,
    LIKELY,
    NOMINAL,
    OF,
    PREPOSITIONS,
    PROPER,
    SURELY,
    VBG,
    VERBS,
    W,
    letter,
)
from statements_cli.attribution.labelling.first_pass import Finding, TokenSpan
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.data import word_list
from statements_cli.text.scan import hash_word
from statements_cli.text.tagging.tagger import TAGS

BY, FROM, IN = hash_word("by"), hash_word("from"), hash_word("in")
TO = hash_word("to")
DOCUMENT = 14  # tokens that may name a document
NEAR = 2  # tokens that may stand between the source and its verb
RB, DT = TAGS.index("RB"), TAGS.index("DT")
SUBJECTS = NOMINAL | {CC, TAGS.index("PRP")}
NOUNS = PROPER | frozenset(TAGS.index(tag) for tag in ("NN", "NNS", "PRP"))


def continuing(columns: Columns, finding: Finding, earlier: Sequence[Finding]) -> Finding:
    """Return a participle's finding with the subject of its sentence as source."""
    tokens, cue = columns.tokens, finding.cue
    if finding.source or not finding.content or columns.cueness[cue.head] < LIKELY:
        return finding
    if tokens.tags[cue.head] != VBG:
        return _joined_verb(columns, finding)
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


def far_subject(columns: Columns, finding: Finding) -> Finding:
    """Return a finding with what stands between a quotation and its verb as source.

    Or between its sentence's beginning and its verb.
    """
    tokens, cue = columns.tokens, finding.cue
    tags, last = tokens.tags, cue.start - 1
    if finding.source or not finding.content or columns.cueness[cue.head] < SURELY or columns.marks[cue.start]:
        return finding
    if last < 0 or letter(columns, last) != "," or not any(tags[i] in FINITE for i in range(cue.start, cue.end)):
        return finding
    sentence = columns.sentence[cue.start]
    start = last
    while start > max(sentence, last - APPOSITION - 1) and not columns.marks[start - 1]:
        start -= 1
    held = finding.content[0][0] < start or finding.content[0][0] >= cue.end
    if not held or not 2 < last - start <= APPOSITION or tags[start] not in NOMINAL:
        return finding
    if any(tags[i] in FINITE or tags[i] == W for i in range(start, last)):
        return finding
    comma = next((i for i in range(start, last) if letter(columns, i) == ","), last)
    if comma == last or not any(tags[i] in PROPER for i in range(start, comma)):
        return finding
    return finding._replace(source=((start, last),), source_margin=cue.probability)


def of_purpose(columns: Columns, finding: Finding) -> Finding:
    """Return a finding whose source is who uses an occasion to speak.

    For example: "[The mayor] used a talk with men to warn".
    """
    tokens, cue = columns.tokens, finding.cue
    if tokens.words[cue.start] != TO or not finding.content or columns.marks[cue.start]:
        return finding
    if finding.source and (len(finding.source) > 1 or finding.source[0][1] != cue.start):
        return finding
    first = columns.sentence[cue.start]
    used = next((i for i in range(cue.start - 1, first, -1) if tokens.tags[i] in FINITE), -1)
    if used < 0 or tokens.words[used] not in _using():
        return finding
    start = used
    while start > first and tokens.tags[start - 1] in SUBJECTS:
        start -= 1
    named = any(tokens.tags[i] in NOUNS for i in range(start, used))
    return finding._replace(source=((start, used),), source_margin=cue.probability) if named else finding


@cache
def _using() -> frozenset[int]:
    """Return verbs of making an occasion one's own, alone or with others."""
    words = ("use", "used", "uses", "took", "seized", *word_list("cues/gathering_verbs.txt"))
    return frozenset(map(hash_word, words))


def unbracketed(columns: Columns, finding: Finding) -> Finding:
    """Return a finding whose source begins behind the end of a bracket.

    For example: "(QNX)[Senator Ann Holt] said".
    """
    if len(finding.source) != 1:
        return finding
    start, end = finding.source[0]
    closing = columns.letters.rfind(")", start, end - 1)
    if closing < 0 or columns.letters.find("(", start, closing) >= 0:
        return finding
    return finding._replace(source=((closing + 1, end),))


def joined(columns: Columns, finding: Finding, before: Finding) -> Finding:
    """Return a finding with the joined verb's subject: "said A and agreed to B"."""
    tokens, cue = columns.tokens, finding.cue
    if finding.source or not before.source or before.source[0][0] > before.cue.start or not cue.start:
        return finding
    same = tokens.tags[cue.head] == tokens.tags[before.cue.head] and tokens.tags[cue.head] in FINITE
    beside = tokens.tags[cue.start - 1] == CC and columns.sentence[cue.start] == columns.sentence[before.cue.start]
    if not same or not beside or columns.marks[cue.start]:
        return finding
    return finding._replace(source=before.source, source_margin=before.source_margin)


def _joined_verb(columns: Columns, finding: Finding) -> Finding:
    """Return a finding with the subject of the verb that its own is joined to.

    For example: "[He] fell ill, and had said A".
    """
    cue = finding.cue
    if not cue.start or columns.tokens.tags[cue.start - 1] != CC or columns.marks[cue.start]:
        return finding
    if finding.content[0][0] < cue.end or columns.tokens.tags[cue.start] not in FINITE:
        return finding
    source = _subject(columns, cue.head, columns.sentence[cue.start])
    return finding._replace(source=(source,), source_margin=cue.probability) if source else finding


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


def of_writer(columns: Columns, finding: Finding) -> Finding:
    """Return a finding with the writer of what is quoted as source.

    For example: "Lee quoted a letter by [Moe], saying A".
    """
    tokens, cue = columns.tokens, finding.cue
    first = columns.sentence[cue.start]
    who = tokens.tags[cue.start - 1] == W and finding.source == ((cue.start - 1, cue.start),)
    if cue.start == first or (tokens.tags[cue.start] != VBG and not who):
        return finding
    name = written_by(columns, next((i for i in range(first, cue.start) if tokens.words[i] in quoting()), cue.start))
    if name is None or name[1] > cue.start - who:
        return finding
    acts = any(tokens.tags[i] in FINITE or columns.marks[i] for i in range(name[0], cue.start))
    return finding if acts else finding._replace(source=(name,))


def written_by(columns: Columns, verb: int) -> TokenSpan | None:
    """Return the name of the writer that a verb quotes.

    For example: "quoted a long letter by [Ann Moe] that A".
    """
    tokens = columns.tokens
    at = verb + 1
    while at < len(tokens) and (tokens.tags[at] in NOMINAL or tokens.tags[at - 1] == DT):  # "a signed letter"
        at += 1
    if at >= len(tokens) or tokens.words[at] not in (BY, FROM) or tokens.words[at - 1] not in _documents():
        return None
    start = at = at + 1
    while at < len(tokens) and (
        tokens.tags[at] in NOMINAL or tokens.words[at] == OF or letter(columns, at).isupper()
    ):  # whatever the tagger takes the "To" of "To Lam" for
        at += 1
    return (start, at) if any(tokens.tags[i] in PROPER for i in range(start, at)) else None


@cache
def quoting() -> frozenset[int]:
    """Return verbs by which one repeats what another has written."""
    return frozenset(map(hash_word, ("quoted", "quotes", "quoting", "cited", "cites", "citing")))


@cache
def _documents() -> frozenset[int]:
    return frozenset(map(hash_word, word_list("channels/document_nouns.txt")))
