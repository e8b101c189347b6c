"""What was said begins behind whom it was told and when."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.attribution.bounds.unmarked_clauses import unmarked
from statements_cli.attribution.labelling.first_pass import Finding
from statements_cli.attribution.labelling.token_columns import Columns
from tests.attribution.bounds.labelled_sentences import made_of

# the rule, text, cue, source and content as labelled; as the rule leaves them and how sure they are, "" for the same
ROWS = [
    (unmarked, "He told lawmakers the bridge was sound.", "told", "He", "", "He|the bridge was sound|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He told reporters talks would go on.", "told", "He", "", "He|talks would go on|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He told reporters Norway would go on.", "told", "He", "", "He|Norway would go on|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He told me I should go.", "told", "He", "", "He|I should go|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He told me I “should go” now.", "told", "He", "", "He|I “should go”|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He said on Friday it would fall.", "said", "He", "", "He|it would fall|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He said on Friday that it would fall.", "said", "He", "", "He|that it would fall|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He said May 5 it would fall.", "said", "He", "", "He|it would fall|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He said last week the bridge would fall.", "said", "He", "", "He|the bridge would fall|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He told the council on Friday it would fall.", "told", "He", "", "He|it would fall|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He told the council of Lund it would fall.", "told", "He", "", "He|it would fall|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He told lawmakers the bridge was sound.", "told", "He", "lawmakers the bridge was sound", "He|the bridge was sound|0.125 0.5 0.9 0.9 0.9"),
    (unmarked, "He told the council that it would fall.", "told", "He", "", ""),
    (unmarked, "He said on Friday the bridge.", "said", "He", "", ""),
    (unmarked, "He told lawmakers the bridge of old.", "told", "He", "", ""),
    (unmarked, "He told lawmakers, the bridge was sound.", "told", "He", "", ""),
    (unmarked, "He told a friend in the old town of Lund on the sea the bridge was sound.", "told", "He", "", ""),
    (unmarked, "He told lawmakers the bridge was sound.", "told", "He", "the bridge was sound", ""),
    (unmarked, "He knew on Friday it would fall.", "knew", "He", "", ""),
    (unmarked, "He said on Friday the very long and old and big and sad and red bridge of Lund would fall.", "said", "He", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "cue", "source", "content", "expected"), ROWS)
def test_rules(
    rule: Callable[[Columns, Finding], Finding], text: str, cue: str, source: str, content: str, expected: str
) -> None:
    """The clause behind audience and day is the content."""
    assert {expected} == made_of(rule, text, cue, source, content)
