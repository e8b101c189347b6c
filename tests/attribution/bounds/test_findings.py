"""Grammar supplies the source or content that a labelling missed, and says how sure that is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.attribution.bounds.complements import (
    after_colon,
    beside_source,
    closed,
    named_last,
    opened,
    reported_last,
    uninverted,
    with_that,
)
from statements_cli.attribution.labelling.first_pass import Finding
from statements_cli.attribution.labelling.token_columns import Columns
from tests.attribution.bounds.test_complements import BEFORE, BEHIND, Read

# the rule, text, cue, source and content as labelled; as the rule leaves them and how sure they are, "" for the same
ROWS = [
    (with_that, "He said after a call on Monday that it was shut.", "said", "He", "", "He|that it was shut|0.25 0.5 0.75 0.75 0.75"),
    (with_that, "He said on Monday that it was shut.", "said", "He", "", "He|that it was shut|0.25 0.5 0.75 0.75 0.75"),
    (with_that, "He said in May.", "said", "He", "", ""),
    (with_that, "He knew on Monday that it was shut.", "knew", "He", "", ""),
    (named_last, "The summit would exclude him, sources told us.", "told", "The summit would exclude him, sources", "so", "sources|sources|0.125 0.5 0.9 0.9 0.9"),
    (named_last, "The man who would go, sources told us.", "told", "The man who would go, sources", "", ""),
    (named_last, "Ann van Dyk told us.", "told", "Ann van Dyk", "", ""),
    (named_last, "The summit would exclude him told us.", "told", "The summit would exclude him", "", ""),
    (uninverted, "They will not yield to any pressure, said the expert.", "said", "", "the expert", "the expert|They will not yield to any pressure|0.125 0.5 0.9 0.9 0.9"),
    (uninverted, "“They will not yield to pressure,” said the expert.", "said", "", "the expert", "the expert|“They will not yield to pressure,|0.125 0.5 0.9 0.9 0.9"),
    (uninverted, "They will go now, said the expert.", "said", "", "the expert", ""),
    (uninverted, "Go, said the expert.", "said", "", "the expert", ""),
    (uninverted, "They will not yield to any pressure, said the expert today.", "said", "", "the expert", ""),
    (uninverted, "They will not yield to any pressure, said he left.", "said", "", "he left", ""),
    (uninverted, "Holm, who led it for a year, blasted the claims.", "blasted", "", "the claims", ""),
    (uninverted, "The new law for the old town, said the expert.", "said", "", "the expert", ""),
    (uninverted, "They will not yield to any pressure, said the very old and wise expert.", "said", "", "the very old and wise expert", ""),
    (closed, "The sanctions have failed to change it, Josep Borrell said on Monday.", "said", "it", "", "Josep Borrell|The sanctions have failed to change it|0.25 0.75 0.75 0.75 0.75"),
    (closed, "The sanctions have failed to change it, fire chief Josep Borrell said.", "said", "it", "", "fire chief Josep Borrell|The sanctions have failed to change it|0.25 0.75 0.75 0.75 0.75"),
    (closed, "The sanctions have failed to change it, Josep Borrell, a professor, said.", "said", "it", "", "Josep Borrell, a professor,|The sanctions have failed to change it|0.25 0.75 0.75 0.75 0.75"),
    (closed, "The sanctions have failed to change it, Josep Borrell said he left.", "said", "it", "", ""),
    (closed, "When the sanctions have failed to change it, Josep Borrell said.", "said", "it", "", ""),
    (closed, "The sanctions on the old men, Josep Borrell said.", "said", "", "", ""),
    (closed, "They failed, Josep Borrell said.", "said", "", "", ""),
    (closed, "The “sanctions” have failed to change it, Josep Borrell said.", "said", "it", "", ""),
    (closed, "The sanctions have failed to change it, Josep Borrell saying.", "saying", "it", "", ""),
    (beside_source, "The sea has risen, the board, or BI, has said.", "has said", "the board, or BI,", "The sea has risen, the board, or BI", "the board, or BI,|The sea has risen|0.125 0.5 0.9 0.9 0.9"),
    (beside_source, "The sea has risen, the board has said.", "has said", "the board", "The sea has risen, the board", "the board|The sea has risen|0.125 0.5 0.9 0.9 0.9"),
    (beside_source, "The sea has risen, the board has said.", "has said", "the board", "The sea has risen", ""),
    (beside_source, "The sea has risen the board has said.", "has said", "the board", "The sea has risen the board", ""),
    (reported_last, "A boat killed a swimmer near the town, police reported on Sunday.", "reported", "police", "", "police|A boat killed a swimmer near the town|0.25 0.5 0.75 0.75 0.75"),
    (reported_last, "A boat near the town on Sunday, police reported on Sunday.", "reported", "police", "", ""),
    (reported_last, "A boat killed a man, police reported that he left.", "reported", "police", "", ""),
    (reported_last, "When a boat killed a man near, police reported.", "reported", "police", "", ""),
    (reported_last, "A boat killed a swimmer near the town; police reported on Sunday.", "reported", "police", "", ""),
    (reported_last, "A boat “killed” a swimmer near the town, police reported.", "reported", "police", "", ""),
    (reported_last, "A boat sank, police reported.", "reported", "police", "", ""),
    (opened, "Saying that problems are hard, Josep Borrell called for more.", "Saying", "", "that problems are hard", "Josep Borrell|that problems are hard|0.125 0.875 0.9 0.9 0.9"),
    (opened, "Saying that problems are hard, he called for more.", "Saying", "", "that problems are hard", "he|that problems are hard|0.125 0.875 0.9 0.9 0.9"),
    (opened, "Saying “problems are hard,” he called for more.", "Saying", "", "“problems are hard,”", "he|“problems are hard,”|0.125 0.875 0.9 0.9 0.9"),
    (opened, "Saying that problems are hard he called for more.", "Saying", "", "that problems are hard", ""),
    (opened, "Saying that problems are hard, very Josep Borrell called.", "Saying", "", "that problems are hard", ""),
    (opened, "He left saying that problems are hard, Josep Borrell called.", "saying", "", "that problems are hard", ""),
    (opened, "Saying that problems are hard, Josep Borrell.", "Saying", "", "that problems are hard", ""),
    (after_colon, "The minister presented data: it was a big old lamp.", "presented", "The minister", "data", "The minister|it was a big old lamp|0.125 0.5 0.75 0.75 0.75"),
    (after_colon, "The minister presented data: a lamp.", "presented", "The minister", "data", ""),
    (after_colon, "The minister presented it was clear: it was a big old lamp.", "presented", "The minister", "it was clear", ""),
    (after_colon, "The minister presented data: it was: a big lamp.", "presented", "The minister", "data", ""),
    (after_colon, "The minister presented “data”: it was a big old lamp.", "presented", "The minister", "“data”", ""),
    (after_colon, "The minister presented data: it was big.", "presented", "The minister", "data", ""),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "cue", "source", "content", "expected"), ROWS)
def test_rules(
    rule: Callable[[Columns, Finding], Finding], text: str, cue: str, source: str, content: str, expected: str
) -> None:
    """A rule mends a finding where it applies, whatever stands around the sentence."""
    for passage in (text, f"{BEFORE}{text}", f"{BEFORE}{text}{BEHIND}"):
        read = Read(passage)
        labelled = read.finding(cue, source, content)
        found = rule(read.columns, labelled)

        assert expected == ("" if found == labelled else read.shown(found))
