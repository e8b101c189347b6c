"""Recognise a quotation that goes on with the statement of the sentence before it.

Mayor Ann Holt said the pier would close. “It is not safe any more.” The pier was built in 1901.
"""

from __future__ import annotations

from collections.abc import Sequence

from statements_cli.attribution.bounds.regions import Regions
from statements_cli.attribution.candidate import AttributionCandidate
from statements_cli.attribution.labelling.first_pass import TokenSpan
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.model import Clue

FOLLOWS = 0.5  # how sure it is that an uncued quotation is of the one who spoke last
SHORTEST = 7  # tokens of the shortest such quotation: a title in marks is shorter


def goes_on(made: Columns, regions: Regions, number: int, statements: Sequence[AttributionCandidate]) -> bool:
    """Return whether a quotation is whole sentences, behind one in which somebody speaks."""
    (start, end), quotation = regions.spans[number], regions.quotations[number]
    if quotation.depth or not quotation.closed or end - start < SHORTEST or not start:
        return False
    text, tokens = regions.text, made.tokens
    whole = text[quotation.inner[1] - 1] in ".!?…" and text[quotation.inner[0] : quotation.inner[0] + 1].isupper()
    apart = made.sentence[start] == start and (end == len(tokens) or made.sentence[end] == end)
    if not whole or not apart or text[tokens.ends[start - 1] - 1] not in ".!?" or made.marks[start - 1]:
        return False
    before = made.sentence[start - 1]
    return any(one.cue and one.source and before <= one.cue[0][0] < start for one in statements)


def unsigned(span: TokenSpan) -> AttributionCandidate:
    """Return a quotation as a statement whose speaker is not told beside it."""
    return AttributionCandidate((), (), (span,), FOLLOWS, (Clue("uncued quotation"),))
