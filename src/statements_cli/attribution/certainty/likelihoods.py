"""Bound how probable a candidate is where grammar tells more than its judge has learned."""

from __future__ import annotations

from statements_cli.attribution.bounds.unmarked_clauses import names_what
from statements_cli.attribution.certainty.inferences import infers
from statements_cli.attribution.certainty.no_cues import commanded, withholds
from statements_cli.attribution.certainty.one_word_answers import answers
from statements_cli.attribution.certainty.plain_clauses import spells_out, tells_clause
from statements_cli.attribution.certainty.promises import joins, promises, rallies
from statements_cli.attribution.labelling.first_pass import Finding, TokenSpan
from statements_cli.attribution.labelling.token_columns import Columns

WITHHELD = 0.12  # at most, where words are withheld, somebody is told to act, or the writer infers
ANSWERED = 0.7  # at least, where somebody says yes or no to a question told of
PROMISED = 0.5  # at least, where somebody promises something
JOINED = 0.6  # at least, where who says something goes on to ask for something, people gather to, or name what is told
POSSIBLE = 0.08  # from this probability on a promise is bounded at all


def bounded(
    columns: Columns, finding: Finding, content: tuple[TokenSpan, ...], right: float, worth: float
) -> tuple[float, float]:
    """Return the probabilities that a finding is right, and that its content is."""
    cue = (finding.cue.start, finding.cue.end)
    if withholds(columns, finding, content) or commanded(columns, finding, content) or infers(columns, finding):
        return min(right, WITHHELD), min(worth, WITHHELD)
    if answers(columns, content, cue):
        return max(right, ANSWERED), max(worth, ANSWERED)
    goes_on = bool(finding.source) and joins(columns, cue, finding.source)
    if finding.source and (goes_on or right >= POSSIBLE) and promises(columns, cue, content):
        least = JOINED if goes_on else PROMISED
        return max(right, least), max(worth, least)
    if rallies(columns, finding) or names_what(columns, finding):
        return max(right, JOINED), max(worth, JOINED)
    if spells_out(columns, finding, content) or tells_clause(columns, finding, content):
        return max(right, PROMISED), max(worth, PROMISED)
    return right, worth
