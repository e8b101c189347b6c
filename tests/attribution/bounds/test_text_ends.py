"""A text may break off anywhere: a rule then applies or does not, and never fails."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.attribution.bounds.clause_ends import within_relative
from statements_cli.attribution.bounds.complements import after_colon, closed, opened, uninverted
from statements_cli.attribution.bounds.inversions import before_speaker, inserted, inverted, named_behind, passive
from statements_cli.attribution.bounds.sources import nicknamed, placed
from statements_cli.attribution.bounds.split_quotations import around_speaker
from statements_cli.attribution.bounds.unmarked_clauses import unmarked
from statements_cli.attribution.labelling.first_pass import Finding
from statements_cli.attribution.labelling.token_columns import Columns
from tests.attribution.bounds.labelled_sentences import BEFORE, Read

# the rule, text, cue, source and content as labelled; as the rule leaves them and how sure they are, "" for the same
ROWS = [
    (inverted, "“The tank is full,” says Ann", "says", "", "“The tank is full,”", "Ann|“The tank is full,”|0.125 0.75 0.9 0.9 0.9"),
    (inverted, "“The tank is full,” says", "says", "", "“The tank is full,”", ""),
    (before_speaker, "The road will be shut, say residents", "say", "", "", "residents|The road will be shut|0.25 0.75 0.75 0.75 0.75"),
    (before_speaker, "The road will be shut, say the old", "say", "", "", ""),
    (before_speaker, "The road will be shut, say residents,", "say", "", "", "residents|The road will be shut|0.25 0.75 0.75 0.75 0.75"),
    (opened, "Saying problems are hard, he", "Saying", "", "problems are hard", ""),
    (uninverted, "They will not yield to any pressure, said the expert.", "said", "", "the expert", "the expert|They will not yield to any pressure|0.125 0.5 0.9 0.9 0.9"),
    (uninverted, "They will not yield to any pressure, said the expert", "said", "", "the expert", ""),
    (unmarked, "He told reporters talks", "told", "He", "", ""),
    (unmarked, "He told reporters", "told", "He", "", ""),
    (unmarked, "He said on Friday", "said", "He", "", ""),
    (unmarked, "He said on Friday it", "said", "He", "", ""),
    (passive, "The wave was called sad by", "called", "The wave", "sad", ""),
    (passive, "The wave was called sad by experts", "called", "The wave", "sad by experts", "experts|sad|0.125 0.75 0.9 0.9 0.9"),
    (nicknamed, "So said Ann “Big Wave” Holt", "said", "Ann “Big", "", "Ann “Big Wave” Holt||0.125 0.5"),
    (nicknamed, "So said Ann “Big Wave”", "said", "Ann “Big", "", ""),
    (nicknamed, "So said Ann “Big", "said", "Ann “Big", "", ""),
    (within_relative, "Lee, who said it was shut, was", "said", "who", "it was shut, was", "who|it was shut|0.125 0.5 0.9 0.9 0.9"),
    (within_relative, "Lee, who said it was shut, never", "said", "who", "it was shut, never", ""),
    (inserted, "Kern, Marek told us, has", "told", "", "us", "Marek|Kern / has|0.25 0.75 0.75 0.75 0.75"),
    (inserted, "Kern, Marek told us,", "told", "", "us", ""),
    (inserted, "Kern, Marek told us, never", "told", "", "us", ""),
    (around_speaker, "“Too late,” said Rudo", "said", "", "Rudo", ""),
    (around_speaker, "“Too late,” said Rudo, “for us.”", "said", "", "Rudo, “for us.”", "Rudo|“Too late,” / “for us.”|0.25 0.75 0.75 0.75 0.75"),
    (after_colon, "The minister presented data:", "presented", "The minister", "data", ""),
    (closed, "The sanctions have failed to change it, Josep Borrell said", "said", "", "", "Josep Borrell|The sanctions have failed to change it|0.25 0.75 0.75 0.75 0.75"),
    (named_behind, "“No,” added Ann", "added Ann", "", "“No,”", "Ann|“No,”|0.125 0.75 0.9 0.9 0.9"),
    (placed, "“No,” said Bess from the corner", "said", "Bess from the corner", "“No,”", "Bess|“No,”|0.125 0.5 0.9 0.9 0.9"),
    (placed, "“No,” said Bess from", "said", "Bess from", "“No,”", ""),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "cue", "source", "content", "expected"), ROWS)
def test_at_the_end_of_a_text(
    rule: Callable[[Columns, Finding], Finding], text: str, cue: str, source: str, content: str, expected: str
) -> None:
    """Nothing stands behind the last word, alone or behind another sentence."""
    for passage in (text, f"{BEFORE}{text}"):
        read = Read(passage)
        labelled = read.finding(cue, source, content)
        found = rule(read.columns, labelled)

        assert expected == ("" if found == labelled else read.shown(found))
