"""Find the subject that "it" or "they" takes up where it has not spoken.

For example: "Researchers looked at it. {They} believe".
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from statements_cli.model import Span
from statements_cli.speakers.mentions.descriptions import is_several
from statements_cli.speakers.mentions.nouns import is_people, singular
from statements_cli.speakers.mentions.source_mention import SourceMention
from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.capitalised_runs import MentionScan
from statements_cli.speakers.names.places import place_named
from statements_cli.text.tagging.tagger import TAGS

_OPENING = 4  # characters before a pronoun that opens its sentence
_MARKS = "“\"‘'"  # with which a quotation before its pronoun opens the sentence
_LONGEST = 30  # tokens before the verb of a subject


@cache
def _finite() -> frozenset[int]:
    return frozenset(map(TAGS.index, ("VBD", "VBP", "VBZ", "MD")))


@cache
def _participle() -> frozenset[int]:
    return frozenset((TAGS.index("VBN"),))


@cache
def _leading() -> frozenset[int]:
    """Return tags of words that may stand before a subject."""
    return frozenset(map(TAGS.index, ("CC", "RB", "PUNCTUATION")))


@cache
def _outside() -> frozenset[int]:
    """Return tags of words that begin no subject that can be taken up."""
    return frozenset(map(TAGS.index, ("IN", "TO", "W", "PRP", "EX", "VBG", "VBN", "VB", "RB")))


def subject_before(at: int, scan: MentionScan, *, own_sentence: bool) -> Span | None:
    """Return the subject of a pronoun's sentence at ``at``, or of the one before.

    That of the sentence before, in the same paragraph, counts only where the pronoun opens its own and
    ``own_sentence`` is false.
    """
    number = scan.sentence(at)
    low, _ = scan.sentence_span(number)
    if at - low > _OPENING and scan.text[low] not in _MARKS:  # "“Let her speak,” they chanted"
        return _subject(low, at, scan)
    if own_sentence or not number or scan.sentences[number - 1] < scan.blocks[scan.block(at)][0]:
        return None
    return _subject(*scan.sentence_span(number - 1), scan)


def _subject(low: int, high: int, scan: MentionScan) -> Span | None:
    """Return the noun phrase before the first finite verb between two offsets, appositions left out."""
    tokens = scan.tokens
    first = bisect_left(tokens.starts, low)
    last = min(bisect_left(tokens.starts, high), first + _LONGEST)
    verb = next((i for i in range(first, last) if tokens.tags[i] in _finite()), last)
    if verb == last:  # then a participle is one mistaken: "Hundreds of students marched"
        verb = next((i for i in range(first + 1, last) if tokens.tags[i] in _participle()), last)
    if verb == last:
        return None
    commas = [i for i in range(first, verb) if tokens.text[tokens.starts[i]] == ","]
    start, end = (commas[-1] + 1, verb) if commas and commas[-1] + 1 < verb else (first, commas[0] if commas else verb)
    while start < end and tokens.tags[start] in _leading():
        start += 1
    while end > start and (tokens.tags[end - 1] in _leading() or tokens.word(end - 1) in ("last", "first")):
        end -= 1
    if start >= end or tokens.tags[start] in _outside():
        return None
    return tokens.starts[start], tokens.ends[end - 1]


def are_people(mention: SourceMention) -> bool:
    """Return whether a mention is a description of several persons or bodies, or names two."""
    if mention.kind == "both":
        return True
    words, head = mention.words.split(), mention.head
    if not words:  # nothing but marks, or letters of a script that names are not told from
        return False
    several = head in name_lexicon.group_nouns() or bool(singular(head)) or is_people(words[-1])
    several = several or is_several(mention.words)
    own = words[0].lower() in ("their", "its", "his", "her")
    return mention.kind == "nominal" and several and not own and head not in name_lexicon.document_nouns()


def is_body(mention: SourceMention) -> bool:
    """Return whether a mention is one body, by its name or noun."""
    if mention.kind == "nominal":
        return mention.head in name_lexicon.body_nouns()
    if mention.kind != "name" or mention.named is None:
        return False
    place = place_named(mention.words)
    return mention.named.sort in ("body", "media") or (place is not None and place.how in ("country", "body", "seat"))
