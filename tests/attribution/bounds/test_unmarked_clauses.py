"""What was said begins behind whom it was told and when."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.attribution.bounds.unmarked_clauses import names_what, unmarked, what_called
from statements_cli.attribution.labelling.first_pass import Finding
from statements_cli.attribution.labelling.token_columns import Columns
from tests.attribution.bounds.labelled_sentences import Read, made_of

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
    (unmarked, "He said yesterday it would fall.", "said", "He", "", "He|it would fall|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He said today it would fall.", "said", "He", "", "He|it would fall|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He said late Friday it would fall.", "said", "He", "", "He|it would fall|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He said early on Friday it would fall.", "said", "He", "", "He|it would fall|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He said earlier this week it would fall.", "said", "He", "", "He|it would fall|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He said the 5th it would fall.", "said", "He", "", "He|it would fall|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He said on 5 May 2020 it would fall.", "said", "He", "", "He|it would fall|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He said on May 5, 2020 it would fall.", "said", "He", "", "He|it would fall|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He said on Sept. 5 it would fall.", "said", "He", "", "He|it would fall|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He said last summer it would fall.", "said", "He", "", "He|it would fall|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He said Fridays it would fall.", "said", "He", "", ""),
    (unmarked, "He said on Friday quickly it would fall.", "said", "He", "", ""),
    (unmarked, "He told us it would fall.", "told", "He", "", "He|it would fall|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He told us all it would fall.", "told", "He", "", ""),
    (unmarked, "He told men in Lund the bridge would fall.", "told", "He", "", "He|the bridge would fall|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He told men in Lund and Bo it would fall.", "told", "He", "", ""),
    (unmarked, "He told the men his bridge would fall.", "told", "He", "", "He|his bridge would fall|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He told the men Monday it would fall.", "told", "He", "", "He|it would fall|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He told the men on Monday night it would fall.", "told", "He", "", "He|it would fall|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He told the one two three four five six seven it would fall.", "told", "He", "", "He|it would fall|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He told the one two three four five six seven men it would fall.", "told", "He", "", ""),
    (unmarked, "He told reporters Norway.", "told", "He", "", ""),
    (unmarked, "He told reporters Norway of old.", "told", "He", "", ""),
    (unmarked, "He told reporters big talks would go on.", "told", "He", "", ""),
    (unmarked, "He told reporters “talks” would go on.", "told", "He", "", ""),
    (unmarked, "He said on Friday it.", "said", "He", "", ""),
    (unmarked, "He said on Friday.", "said", "He", "", ""),
    (unmarked, "He said on Friday “it would fall”.", "said", "He", "", ""),
    (unmarked, "He said “on Friday” it would fall.", "said", "He", "", ""),
    (unmarked, "“He said on Friday it would fall.”", "said", "He", "", ""),
    (unmarked, "He said on Friday it: would fall.", "said", "He", "", ""),
    (unmarked, "He said on Friday would fall.", "said", "He", "", ""),
    (unmarked, "He said on Friday the one two three four five six seven eight nine ten would fall.", "said", "He", "", "He|the one two three four five six seven eight nine ten would fall|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He said on Friday the one two three four five six seven eight nine ten old would fall.", "said", "He", "", ""),
    (unmarked, "He said on Friday Bo and Cy would fall.", "said", "He", "", "He|Bo and Cy would fall|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He said on Friday 5 of them would fall.", "said", "He", "", "He|5 of them would fall|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He said on Friday it would fall.", "said", "He", "it would fall", ""),
    (unmarked, "He said on Friday it would fall.", "said", "He", "on Friday it would fall", "He|it would fall|0.125 0.5 0.9 0.9 0.9"),
    (unmarked, "He said on Friday it would fall.", "said", "He", "on Friday", "He|it would fall|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He said on Friday it would fall.", "said", "", "", ""),
    (unmarked, "On Friday, it would fall, he said yesterday.", "said", "he", "it would fall", ""),
    (unmarked, "He told me I “should go”.", "told", "He", "I “should go”", ""),
    (unmarked, "He told me I “should go” now.", "told", "He", "“should go”", "He|I “should go”|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He told me I “should go” now.", "told", "He", "“should go” now", "He|I “should go”|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He asserted on Friday it would fall.", "asserted", "He", "", ""),
    (unmarked, "He said on Friday Xi Jinping would fall.", "said", "He", "", "He|Xi Jinping would fall|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He told “reporters talks would go on”.", "told", "He", "", ""),
    (unmarked, "He told “reporters” talks would go on.", "told", "He", "", ""),
    (unmarked, "He said on Friday Bo, would fall.", "said", "He", "", ""),
    (unmarked, "He said on Friday Bo; would fall.", "said", "He", "", ""),
    (unmarked, "He said on Friday Bo — would fall.", "said", "He", "", ""),
    (unmarked, "He said on Friday Bo – would fall.", "said", "He", "", ""),
    (unmarked, "He told reporters John Robert James David Paul Peter Mark Smith would go on.", "told", "He", "", ""),
    (unmarked, "He told me I “should go”.", "told", "He", "", "He|I “should go”|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He told reporters John Robert James Smith would go on.", "told", "He", "", "He|John Robert James Smith would go on|0.125 0.5 0.75 0.75 0.75"),
    (unmarked, "He told reporters talks “would go on”.", "told", "He", "", ""),
    (unmarked, "He told reporters John Robert James David Paul Smith would go on.", "told", "He", "", ""),
    (unmarked, "He told reporters John Robert James Paul Smith would go on.", "told", "He", "", "He|John Robert James Paul Smith would go on|0.125 0.5 0.75 0.75 0.75"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "cue", "source", "content", "expected"), ROWS)
def test_rules(
    rule: Callable[[Columns, Finding], Finding], text: str, cue: str, source: str, content: str, expected: str
) -> None:
    """The clause behind audience and day is the content."""
    assert {expected} == made_of(rule, text, cue, source, content)


@pytest.mark.parametrize(("content", "nothing"), [("it would fall", 0.25), ("would fall", 0.8)])
def test_found_already(content: str, nothing: float) -> None:
    """A content that begins where grammar has its clause is hardly nothing, whatever the labeller made of its end."""
    read = Read("He said on Sunday it would fall.")
    finding = read.finding("said", "He", content)._replace(nothing=0.8)

    assert nothing == pytest.approx(unmarked(read.columns, finding).nothing)


@pytest.mark.parametrize(("content", "expected"), [
    ("farmers Monday the dam would hold", "the dam would hold"),
    ("Monday the dam would", "the dam would"),
    ("dam would hold", "dam would hold"),
    ("He told farmers Monday the dam would hold", "He told farmers Monday the dam would hold"),
])  # fmt: skip
def test_other_ways(content: str, expected: str) -> None:
    """Where the likeliest content begins with the clause, no other way to bound it begins in the audience or day."""
    read = Read("He told farmers Monday the dam would hold.")
    likeliest, other = (read.finding("told", "He", one).contents[0] for one in ("the dam would hold", content))
    found = unmarked(read.columns, read.finding("told", "He")._replace(contents=(likeliest, other)))

    assert ["the dam would hold", expected] == [read.words(outline.spans) for outline in found.contents]


CALLED = [
    # text, cue, source and content as labelled; as they are, "" for the same
    ("It ends what critics called a ‘trap’ for all.", "called", "", "It ends what critics", "critics|a ‘trap’ for all|0.25 0.75 0.75 0.75 0.75"),
    ("It ends what both kings described as “a trap” now.", "described", "", "as “a trap”", "both kings|“a trap”|0.25 0.75 0.75 0.75 0.75"),
    ("It ends what he described as “a trap” now.", "described", "he", "as “a trap”", "he|“a trap”|0.25 0.75 0.75 0.75 0.75"),
    ("It ends what critics knew as a trap.", "knew", "", "as a trap", ""),
    ("It ends what called a trap.", "called", "", "a trap", ""),
    ("It ends when critics called a trap.", "called", "", "a trap", ""),
    ("What critics call a trap is none.", "call", "", "a trap", ""),
    ("“It ends what critics called a trap.”", "called", "", "a trap", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "source", "content", "expected"), CALLED)
def test_what_called(text: str, cue: str, source: str, content: str, expected: str) -> None:
    """Who calls it so stands between "what" and the verb, the name behind the verb."""
    assert {expected} == made_of(what_called, text, cue, source, content)


@pytest.mark.parametrize(("text", "cue", "source", "expected"), [
    ("It ends what critics called a trap.", "called", "critics", True),
    ("It ends what critics called a trap.", "called", "what critics", False),
    ("It ends what critics saw: a trap.", "saw", "critics", False),
    ("What critics called a trap is none.", "called", "critics", False),
    ("It ends and critics called a trap.", "called", "critics", False),
])  # fmt: skip
def test_names_what(text: str, cue: str, source: str, expected: bool) -> None:
    """Only "what" before who calls it so makes it a name for what is told."""
    read = Read(text)

    assert names_what(read.columns, read.finding(cue, source, "a trap")) is expected
