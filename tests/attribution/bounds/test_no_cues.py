"""What ends something, describes a noun or cites a reason attributes nothing; the same words elsewhere do."""

from __future__ import annotations

import pytest

from statements_cli.attribution.bounds.no_cues import attributes_nothing
from tests.attribution.bounds.labelled_sentences import BEFORE, BEHIND, Read

ROWS = [
    # text, cue, content, whether it attributes nothing
    ("The board concluded a second round of talks in May.", "concluded", "a second round of talks in May", True),
    ("The board concluded a rise in rates was due.", "concluded", "a rise in rates was due", False),
    ("The board concluded the talks were “over”.", "concluded", "the talks were “over”", False),
    ("The board closed a second round of talks.", "closed", "a second round of talks", False),
    # a participle before a noun
    ("Old guarantees and proposed harbour tolls remain in dispute.", "proposed", "harbour tolls remain in dispute", True),
    ("The alleged leader of the group left.", "alleged", "leader of the group", True),
    ("The board met them and proposed harbour tolls on Monday.", "proposed", "harbour tolls on Monday", False),
    ("The board proposed harbour tolls remain.", "proposed", "harbour tolls remain", False),
    ("Old guarantees and accepted harbour tolls remain in dispute.", "accepted", "harbour tolls remain in dispute", False),
    # a reason, and somebody or something that says it
    ("The board broke off the talks, citing rebel violence.", "citing", "rebel violence", True),
    ("The board broke off the talks, citing a lack of trust among officials.", "citing", "a lack of trust", True),
    ("The board broke off the talks, citing two officials in the capital.", "citing", "two officials", False),
    ("The board broke off the talks, citing a report on trust.", "citing", "a report on trust", False),
    ("The board broke off the talks, citing Ann Lee.", "citing", "Ann Lee", False),
    ("The board broke off the talks, citing “a lack of trust”.", "citing", "“a lack of trust”", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "content", "nothing"), ROWS)
def test_what_attributes_nothing(text: str, cue: str, content: str, nothing: bool) -> None:
    """The words around a cue indicate whether anything is said at all."""
    for passage in (text, f"{BEFORE}{text}", f"{BEFORE}{text}{BEHIND}"):
        read = Read(passage)
        assert attributes_nothing(read.columns, read.finding(cue, "", content)) is nothing
