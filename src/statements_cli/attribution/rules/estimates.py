"""Find at how much somebody puts something: "[The institute] put [losses at over 1.2 million]"."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from statements_cli.attribution.bounds.token_classes import DAY, FINITE, NOMINAL, OF, PRONOUN, end_of, letter
from statements_cli.attribution.candidate import AttributionCandidate
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.model import Clue
from statements_cli.text.scan import hash_word, places_of

PUT = array("I", map(hash_word, ("put", "puts")))
AT = hash_word("at")
ROUGHLY = frozenset(map(hash_word, ["about", "above", "almost", "around", "over", "under", "nearly", "roughly"]))
SUBJECT = 14  # tokens that may name who puts it there
THING = 10  # tokens of what is put at a number
ESTIMATED = 0.6  # how probable it is that an estimate is a statement


def with_estimates(made: Columns, judged: Sequence[AttributionCandidate]) -> list[AttributionCandidate]:
    """Return the candidates, with what is put at a number."""
    told = [one for at in places_of(made.tokens.words, PUT) if at and (one := _estimated(made, at)) is not None]
    cues = {one.cue for one in told}
    return [*(one for one in judged if one.cue not in cues), *told]


def _estimated(made: Columns, verb: int) -> AttributionCandidate | None:
    """Return what a verb puts at a number."""
    tokens, stop, start = made.tokens, end_of(made, verb), verb
    while start > max(made.sentence[verb], verb - SUBJECT) and tokens.tags[start - 1] in NOMINAL | {PRONOUN}:
        start -= 1
    at = next((i for i in range(verb + 2, min(stop, verb + THING)) if tokens.words[i] == AT), -1)
    if start == verb or at < 0 or made.marks[verb] or tokens.tags[start] in FINITE:
        return None
    if any(tokens.tags[i] not in NOMINAL and tokens.words[i] != OF for i in range(verb + 1, at)):
        return None
    number = at + 1 + (at + 1 < stop and tokens.words[at + 1] in ROUGHLY)
    if number >= stop or not (letter(made, number).isdigit() or letter(made, number) in "$€£"):
        return None
    source = (start, verb)
    if tokens.tags[verb - 1] == DAY:  # "[The institute], a think tank, in January put"
        first = made.sentence[verb]
        source = (first, next((i for i in range(first, start) if letter(made, i) == ","), start))
    clue = (Clue("verb behind content"),)
    return AttributionCandidate(((verb, verb + 1),), (source,), ((verb + 1, stop),), ESTIMATED, clue, ESTIMATED)
