"""Give a quotation to who began to talk in the sentence before it.

    Alice Moore turned to Bob Lane. “The lease runs out in June.” Bob nodded.

A stop within the marks ends the sentence, so that who acts behind it, without any verb of saying, is another.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from statements_cli.attribution.bounds.regions import Regions
from statements_cli.attribution.bounds.token_classes import FINITE, LIKELY, PERSON, PRONOUN, PROPER
from statements_cli.attribution.candidate import AttributionCandidate
from statements_cli.attribution.labelling.first_pass import TokenSpan
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.data import word_list
from statements_cli.model import Clue
from statements_cli.text.scan import hash_word

TALKED = 0.5  # how probable it is that who began to talk says what follows
REACH = 30  # tokens of the sentence before
NAMED = 4  # tokens of a name


@cache
def _talking() -> frozenset[int]:
    """Return verbs of beginning to talk to somebody."""
    return frozenset(map(hash_word, word_list("cues/talking_verbs.txt")))


def with_talk_before(
    made: Columns, regions: Regions, judged: Sequence[AttributionCandidate]
) -> list[AttributionCandidate]:
    """Return the candidates, quotations behind such a sentence with who talked there as their source."""
    spans = [span for number, span in enumerate(regions.spans) if _stands_alone(made, regions, number)]
    told = {(span,): one for span in spans if (one := _talked(made, span)) is not None}
    if not told:
        return list(judged)
    for one in judged:
        if one.content in told and not _acts_behind(made, one):
            del told[one.content]  # somebody else says it
    return [*(one for one in judged if one.content not in told), *told.values()]


def _stands_alone(made: Columns, regions: Regions, number: int) -> bool:
    """Return whether a quotation is whole sentences, behind another of its paragraph."""
    (start, end), quotation = regions.spans[number], regions.quotations[number]
    if quotation.depth or not quotation.closed or not start or start in made.tokens.paragraphs:
        return False
    whole = regions.text[quotation.inner[1] - 1] in ".!?…" and made.tokens.text[made.tokens.ends[start - 1] - 1] == "."
    return whole and (end == len(made.tokens) or made.sentence[end] == end)


def _talked(made: Columns, span: TokenSpan) -> AttributionCandidate | None:
    """Return the statement of the sentence's subject before a quotation, where it begins to talk."""
    tokens, last = made.tokens, span[0] - 1
    first = made.sentence[last]
    stop = first
    while stop < min(last, first + NAMED) and tokens.tags[stop] in PROPER:
        stop += 1
    if stop == first and tokens.tags[first] == PRONOUN:
        stop += 1
    if stop == first or tokens.tags[stop] not in FINITE or tokens.tags[stop - 1] not in (PERSON, PRONOUN):
        return None
    if last - first > REACH or made.marks[last] or any(made.marks[first:last]):
        return None
    verb = next((at for at in range(stop, last) if tokens.words[at] in _talking()), -1)
    if verb < 0 or any(made.cueness[at] > made.cueness[verb] >= LIKELY for at in range(verb + 1, last)):
        return None
    return AttributionCandidate(
        ((verb, verb + 1),), ((first, stop),), (span,), TALKED, (Clue("uncued quotation"),), TALKED
    )


def _acts_behind(made: Columns, one: AttributionCandidate) -> bool:
    """Return whether a candidate's verb says nothing, in a sentence that begins behind its quotation."""
    cue, end = one.cue[0], one.content[0][1]
    acts = all(made.cueness[at] < LIKELY for at in range(*cue))
    return cue[0] > end and made.sentence[cue[0]] == end and acts and bool(one.source) and one.source[0][0] == end
