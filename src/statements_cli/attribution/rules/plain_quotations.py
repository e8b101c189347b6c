"""Make the plainest wordings of direct speech surer, whatever verb they have.

    “It was dull,” grumbled young Peter.    “Stay indoors,” a text read.    She answered in one word: “No.”
    Ann Holt, who once said “never again”, left.

The labellers learned from reports, where few grumble or sigh. A whole quotation that ends in a stop or comma, with a
verb and a speaker beside it and nothing between, is said by that speaker; so is one without a stop of its own that
fills a relative clause of the speaker's, but for a single word, which is a scare quote. What opens a sentence and has a
verb and a name right behind its comma is said even where no labeller takes the verb for a cue.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from statements_cli.attribution.bounds.inversions import inverting
from statements_cli.attribution.bounds.regions import Regions
from statements_cli.attribution.bounds.token_classes import (
    DAY,
    FINITE,
    LIKELY,
    NAMED,
    NOMINAL,
    PREPOSITIONS,
    PRONOUN,
    PROPER,
    letter,
)
from statements_cli.attribution.candidate import AttributionCandidate
from statements_cli.attribution.labelling.first_pass import TokenSpan
from statements_cli.attribution.labelling.token_columns import CUE_TAGS, Columns
from statements_cli.data import table
from statements_cli.model import Clue
from statements_cli.text.scan import hash_word

SURE = 0.5  # how probable such a finding is at least
INTRODUCTION = 6  # tokens between a verb and the colon before what is said: "answered in one word:"
SAYING = 4  # tokens between "who" and the end of its verb: "who has also once said"
ASKING = ",?!"  # before a closing mark: the sentence goes on behind it
PHRASE = 4  # tokens of the shortest quotation that is no scare quote, with its marks
WHO = hash_word("who")
TOLD = FINITE & CUE_TAGS  # of one word: no modal
STOPS = ",.?!…—"


def with_plain_quotations(
    made: Columns, regions: Regions, judged: Sequence[AttributionCandidate]
) -> list[AttributionCandidate]:
    """Return the candidates, those of plain wordings surer and with the speaker behind the verb."""
    ends = whole_quotations(regions)
    judged = [_surer_in_relative(made, regions, one) if _is_unsure(one) and one.source else one for one in judged]
    if not ends:
        return judged
    judged = [_surer(made, ends, one) if _is_unsure(one) or not one.source else one for one in judged]
    sure = {i for one in judged if one.worth >= SURE for start, end in one.cue for i in range(start, end)}
    sure |= {i for one in judged if one.worth >= SURE for start, end in one.source for i in range(start, end)}
    ways = [(at, _inverted(made, span) or _followed(made, span)) for at, span in ends.items() if at not in sure]
    told = [one for _, one in ways if one is not None]
    cues = {one.cue[0][0] for one in told}
    return [*(one for one in judged if not one.cue or one.cue[0][0] not in cues), *told]


def _inverted(made: Columns, span: TokenSpan) -> AttributionCandidate | None:
    """Return what opens a sentence and has a verb and a name behind it.

    For example: "[“It was dull,”] grumbled young Peter.".
    """
    (start, at), tokens = span, made.tokens
    if at + 1 >= len(tokens) or letter(made, at - 2) not in ASKING or made.sentence[at] != made.sentence[at - 1]:
        return None
    if made.sentence[start] != start or tokens.tags[at] not in TOLD or tokens.words[at] in _auxiliaries():
        return None
    cue = (at, at + 1)
    source = _named_behind(made, cue)
    if not source or letter(made, at).isupper():
        return None
    return AttributionCandidate((cue,), source, (span,), SURE, (Clue("verb behind content"),), SURE)


def _followed(made: Columns, span: TokenSpan) -> AttributionCandidate | None:
    """Return what opens a sentence before a pronoun and a verb alone.

    For example: "[“Fund our schools,”] they sang.".
    """
    (start, at), tokens = span, made.tokens
    verb = at + 1
    if verb >= len(tokens) or letter(made, at - 2) not in ASKING or tokens.tags[at] != PRONOUN:
        return None
    if made.sentence[start] != start or tokens.tags[verb] not in TOLD or tokens.words[verb] in _auxiliaries():
        return None
    if made.sentence[verb] != made.sentence[at - 1] or made.sentence[verb] != start:
        return None
    ended = verb + 1 == len(tokens) or letter(made, verb + 1) in ".,;" or made.sentence[verb + 1] != start
    source = ((at, verb),)
    clue = (Clue("verb behind content"),)
    return AttributionCandidate(((verb, verb + 1),), source, (span,), SURE, clue, SURE) if ended else None


def _is_unsure(one: AttributionCandidate) -> bool:
    return min(one.worth, one.probability) < SURE


@cache
def _auxiliaries() -> frozenset[int]:
    """Return verbs behind which a name is no speaker: "“Dune,” was Ann's favourite"."""
    return frozenset(map(hash_word, ("was", "is", "were", "are", "had", "has", "have", "did", "does", "do")))


def whole_quotations(regions: Regions) -> dict[int, TokenSpan]:
    """Return outermost closed quotations that end in a stop, by the token behind them."""
    return {span[1]: span for n, span in enumerate(regions.spans) if _is_whole(regions, n)}


def _is_whole(regions: Regions, number: int) -> bool:
    """Return whether an outermost quotation is closed and ends in a comma or stop."""
    quotation = regions.quotations[number]
    return not quotation.depth and quotation.closed and regions.text[quotation.inner[1] - 1] in STOPS


def _surer(made: Columns, ends: dict[int, TokenSpan], one: AttributionCandidate) -> AttributionCandidate:
    if len(one.content) != 1 or len(one.cue) != 1 or ends.get(one.content[0][1]) != one.content[0]:
        return one
    source = one.source or _named_behind(made, one.cue[0])
    if not source or not (
        _behind(made, one, source) or _before(made, one, source) or _shortly_before(made, one, source)
    ):
        return one
    return one._replace(source=source, probability=max(SURE, one.probability), worth=max(SURE, one.worth))


def _surer_in_relative(made: Columns, regions: Regions, one: AttributionCandidate) -> AttributionCandidate:
    """Return a candidate, surer where it is all that a speaker's relative clause says."""
    if len(one.content) != 1 or len(one.cue) != 1 or len(one.source) != 1:
        return one
    (start, end), cue, (_, named) = one.content[0], one.cue[0], one.source[0]
    tags, words, verb = made.tokens.tags, made.tokens.words, cue[1] - 1
    begin = next((i for i in range(start, end) if made.marks[i]), start)
    called = begin > start and words[verb] in _naming() and all(tags[i] in NOMINAL for i in range(start, begin))
    if cue[1] != start or named > cue[0] or end - begin < PHRASE or not (called or words[verb] in inverting()):
        return one
    if made.cueness[verb] < LIKELY:  # "who believes “in bridges”"
        return one
    who = named + (letter(made, named) == ",")
    known = called or any(tags[i] in PROPER for i in range(*one.source[0]))
    if words[who] != WHO or verb - who > SAYING or not known:
        return one
    titled = letter(made, begin + 1).isupper() and letter(made, end - 2).isupper()  # "who wrote “Bridges of Oslo”"
    fills = any(regions.spans[n] == (begin, end) and regions.quotations[n].closed for n in regions.of(one.content))
    stopped = end == len(made.tokens) or letter(made, end) in STOPS or made.sentence[end] != made.sentence[verb]
    if titled or not fills or not stopped:
        return one
    return one._replace(probability=max(SURE, one.probability), worth=max(SURE, one.worth))


@cache
def _naming() -> frozenset[int]:
    """Return verbs of calling something by a name: "who called the audit “a circus”"."""
    return frozenset(map(hash_word, ("called", "calls", "branded", "dubbed", "labelled", "labeled", "termed")))


def _behind(made: Columns, one: AttributionCandidate, source: tuple[TokenSpan, ...]) -> bool:
    """Return whether one finite verb and the speaker stand right behind the quotation."""
    end, cue, first = one.content[0][1], one.cue[0], source[0]
    verb = [i for i in range(*cue) if made.tokens.tags[i] in FINITE]
    if len(source) != 1 or len(verb) != 1 or cue[1] - cue[0] > len(("has", "also", "said")):
        return False
    tags = made.tokens.tags
    if end < first[0] < end + NAMED and first[1] == cue[0]:  # "a text from the fire service read"
        return tags[first[0] - 1] in PREPOSITIONS and all(tags[i] in NOMINAL for i in range(end, first[0] - 1))
    beside = (end == cue[0] and cue[1] == first[0]) or (end == first[0] and first[1] == cue[0])
    return beside and (tags[first[0]] in {*NOMINAL, PRONOUN} or made.tokens.words[first[0]] in _person_nouns())


@cache
def _person_nouns() -> frozenset[int]:
    """Return nouns for persons, some of which no tagger knows: "said [driver] Ann Holt"."""
    return frozenset(hash_word(row[0]) for row in table("names/person_nouns.tsv"))


def _before(made: Columns, one: AttributionCandidate, source: tuple[TokenSpan, ...]) -> bool:
    """Return whether speaker, verb and a colon stand right before the quotation in its sentence."""
    start, cue = one.content[0][0], one.cue[0]
    if letter(made, start - 1) != ":" or not source[-1][1] <= cue[0] < start or cue[0] - source[-1][1] > 1:
        return False
    near = start - cue[0] <= INTRODUCTION + 1
    return near and made.tokens.tags[cue[0]] in CUE_TAGS and made.sentence[cue[0]] == made.sentence[start - 1]


def _shortly_before(made: Columns, one: AttributionCandidate, source: tuple[TokenSpan, ...]) -> bool:
    """Return whether a sentence of speaker and verb alone stands before the quotation.

    For example: "Holt sighed. “They told us.”".
    """
    start, cue = one.content[0][0], one.cue[0]
    alone = (
        len(source) == 1 and source[0][1] == cue[0] and cue[1] == start - 1 and made.sentence[cue[0]] == source[0][0]
    )
    return alone and letter(made, start - 1) == "." and made.tokens.tags[cue[0]] in FINITE


def _named_behind(made: Columns, cue: TokenSpan) -> tuple[TokenSpan, ...]:
    """Return the name behind a verb, up to a mark or preposition.

    For example: "laughed [Aunt May].".
    """
    tags, stop, nouns = made.tokens.tags, cue[1], _person_nouns()
    high = min(len(made.tokens), cue[1] + NAMED)
    while (
        stop < high
        and (tags[stop] in NOMINAL or made.tokens.words[stop] in nouns)
        and made.sentence[stop] == made.sentence[cue[0]]
    ):
        stop += 1
    named = any(tags[i] in PROPER and tags[i] != DAY for i in range(cue[1], stop))
    return ((cue[1], stop),) if named and stop < high else ()
