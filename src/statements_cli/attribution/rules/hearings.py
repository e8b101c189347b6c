"""Find what a court heard.

For example: "A man took the van on 3 May, [the court] heard."

Who said it there is not told; the hearing stands for whom.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import cache

from statements_cli.attribution.bounds.token_classes import CLAUSE, NOMINAL, end_of, letter
from statements_cli.attribution.candidate import AttributionCandidate
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.model import Clue
from statements_cli.text.scan import hash_word, places_of
from statements_cli.text.tagging.tagger import TAGS

HEARD = array("I", [hash_word("heard")])
TOLD = 0.7  # how probable it is that what a court heard is a statement
SUBJECT = 6  # tokens that may name a court
RB = TAGS.index("RB")


def with_hearings(made: Columns, judged: Sequence[AttributionCandidate]) -> list[AttributionCandidate]:
    """Return the candidates, with what courts heard in sentences that say so at their end."""
    told = [one for at in places_of(made.tokens.words, HEARD) if (one := _told(made, at)) is not None]
    cues = {one.cue for one in told}
    return [*(one for one in judged if one.cue not in cues), *told]


def _told(made: Columns, at: int) -> AttributionCandidate | None:
    """Return what is told to have been heard, where the sentence ends so."""
    tokens, sentence, start = made.tokens, made.sentence[at], at
    while start > max(sentence, at - SUBJECT) and tokens.tags[start - 1] in NOMINAL:
        start -= 1
    if start == at or tokens.words[at - 1] not in _hearing() or letter(made, start - 1) != ",":
        return None
    stop = end_of(made, at)
    if any(tokens.tags[i] != RB for i in range(at + 1, stop)):  # "heard previously"
        return None
    if start - 1 - sentence < CLAUSE or any(made.marks[sentence:stop]):
        return None
    content = ((sentence, start - 1),)
    return AttributionCandidate(((at, at + 1),), ((start, at),), content, TOLD, (Clue("verb behind content"),), TOLD)


@cache
def _hearing() -> frozenset[int]:
    """Return bodies before which a case is heard."""
    return frozenset(map(hash_word, ("court", "jury", "inquest", "tribunal", "hearing", "inquiry", "jurors")))
