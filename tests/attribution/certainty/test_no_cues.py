"""What ends something, describes a noun or cites a reason attributes nothing; the same words elsewhere do."""

from __future__ import annotations

import pytest

from statements_cli.attribution.certainty.no_cues import attributes_nothing, commanded, withholds
from tests.attribution.bounds.labelled_sentences import BEFORE, BEHIND, Read

ROWS = [
    # text, cue, content, whether it attributes nothing
    ("The board concluded a second round of talks in May.", "concluded", "a second round of talks in May", True),
    ("The board concluded a rise in rates was due.", "concluded", "a rise in rates was due", False),
    ("The board concluded the talks were “over”.", "concluded", "the talks were “over”", False),
    ("The board closed a second round of talks.", "closed", "a second round of talks", False),
    # a clause that only describes the object of a deed
    ("They struck down tolls that the mayor had imposed.", "struck down tolls", "that the mayor had imposed", True),
    ("They struck down tolls that the mayor had imposed.", "struck down tolls that", "the mayor had imposed", True),
    ("They struck down tolls that the mayor had imposed on us.", "struck down tolls", "that the mayor had imposed on us", False),
    ("They previously struck down tolls that the mayor had imposed.", "previously struck down tolls", "that the mayor had imposed", True),
    ("They spread rumours that the mayor had resigned.", "spread rumours", "that the mayor had resigned", False),
    ("They made claims that the mayor had resigned.", "made claims", "that the mayor had resigned", False),
    ("They denied tolls that the mayor had imposed.", "denied tolls", "that the mayor had imposed", False),
    # a participle before a noun
    ("Old guarantees and proposed harbour tolls remain in dispute.", "proposed", "harbour tolls remain in dispute", True),
    ("The alleged leader of the group left.", "alleged", "leader of the group", True),
    ("The board met them and proposed harbour tolls on Monday.", "proposed", "harbour tolls on Monday", False),
    ("The board proposed harbour tolls remain.", "proposed", "harbour tolls remain", False),
    ("Old guarantees and accepted harbour tolls remain in dispute.", "accepted", "harbour tolls remain in dispute", False),
    # what is quoted and who wrote it
    ("The board quoted a signed letter by Ann Lee, posted in May.", "quoted", "a signed letter by Ann Lee, posted in May", True),
    ("The board quoted a letter by Ann Lee that it fell.", "quoted", "a letter by Ann Lee that it fell", False),
    ("The board quoted a letter by “Ann Lee”.", "quoted", "a letter by “Ann Lee”", False),
    ("The board read a letter by Ann Lee.", "read", "a letter by Ann Lee", False),
    ("The board quoted a rise by Ann Lee.", "quoted", "a rise by Ann Lee", False),
    # a reason, and somebody or something that says it
    ("The board broke off the talks, citing rebel violence.", "citing", "rebel violence", True),
    ("The board broke off the talks, citing a lack of trust among officials.", "citing", "a lack of trust", True),
    ("The board broke off the talks, citing two officials in the capital.", "citing", "two officials", False),
    ("The board broke off the talks, citing a report on trust.", "citing", "a report on trust", False),
    ("The board broke off the talks, citing Ann Lee.", "citing", "Ann Lee", False),
    ("The board broke off the talks, citing “a lack of trust”.", "citing", "“a lack of trust”", False),
    ("The board concludes a round.", "concludes", "a round", True),
    ("The board will conclude a round.", "conclude", "a round", True),
    ("The board is concluding a round.", "concluding", "a round", True),
    ("The board concluded on a round.", "concluded", "a round", False),
    ("The board concluded.", "concluded", "", False),
    ("The board concluded in May.", "concluded", "in May", False),
    ("A round, the board concluded.", "concluded", "A round", False),
    ("The board concluded a “round”.", "concluded", "a “round”", False),
    ("Proposed tolls remain.", "Proposed", "tolls remain", False),
    ("The board has proposed tolls.", "proposed", "tolls", False),
    ("The proposed to go.", "proposed", "to go", False),
    ("The big proposed tolls fell.", "proposed", "tolls", True),
    ("Its proposed tolls fell.", "proposed", "tolls fell", True),
    ("Lund's proposed tolls fell.", "proposed", "tolls fell", True),
    ("Old and proposed one two three four tolls fell.", "proposed", "one two three four tolls fell", True),
    ("Old and proposed one two three four old tolls fell.", "proposed", "one two three four old tolls fell", False),
    ("The proposed for tolls fell.", "proposed for", "tolls fell", False),
    ("The board left, citing violence.", "citing", "violence", True),
    ("The board left, citing the reports.", "citing", "the reports", False),
    ("The board left, citing bodies.", "citing", "bodies", False),
    ("The board left, citing sources.", "citing", "sources", False),
    ("The board left, citing data.", "citing", "data", False),
    ("The board left, citing agencies.", "citing", "agencies", False),
    ("The board left, citing.", "citing", "", False),
    ("The board “left, citing violence”.", "citing", "violence", False),
    ("The board left, citing of violence.", "citing", "violence", False),
    ("The board left, citing a lack of big old trust in Lund.", "citing", "a lack", False),
    ("The board left, citing a lack of very big old trust in Lund.", "citing", "a lack", True),
    # a name, and what is called something
    ("She ran a forum for sailors called “Oak” in May.", "called", "“Oak” in May", True),
    ("The law, called the Oak Act, was passed.", "called", "the Oak Act", True),
    ("Ann Moe, the mayor of Lund, called the law an outrage.", "called", "the law an outrage", False),
    ("Ann Moe, called the Oak, left.", "called", "the Oak", False),
    ("A cell (named an oak cell) grew.", "named", "an oak cell", True),
    ("The book entitled Oak is out.", "entitled", "Oak is out", True),
    ("Holt called the law an outrage.", "called", "the law an outrage", False),
    # what only the writer holds to be worth it
    ("It is worth noting that tolls fell.", "noting", "tolls fell", True),
    ("Noting that tolls fell, the board left.", "Noting", "tolls fell", False),
    ("The board was right in noting that tolls fell.", "noting", "tolls fell", False),
    # what the reporter explains
    ("“It fell,” she said, referring to the old tower.", "referring", "to the old tower", True),
    ("“It fell,” she said, referring to the “old tower”.", "referring", "to the “old tower”", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "content", "nothing"), ROWS)
def test_what_attributes_nothing(text: str, cue: str, content: str, nothing: bool) -> None:
    """The words around a cue indicate whether anything is said at all."""
    for passage in (text, f"{BEFORE}{text}", f"{BEFORE}{text}{BEHIND}"):
        read = Read(passage)
        assert attributes_nothing(read.columns, read.finding(cue, "", content)) is nothing


@pytest.mark.parametrize(
    ("source", "nothing"),
    [("The old custom", True), ("The custom of the town", True), ("The agreement", True), ("The committee", False), ("He", False),
     ("Ann Lee", False), ("The mayor of the town", False)],
)  # fmt: skip
def test_things_see_nothing(source: str, nothing: bool) -> None:
    """A thing that "sees" somebody do something brings that about; persons and bodies see."""
    read = Read(f"{BEFORE}{source} sees the boss read it out.")
    assert attributes_nothing(read.columns, read.finding("sees", source, "the boss read it out")) is nothing


# text, cue, content, whether words are withheld
WITHHELD = [
    ("Holt stopped short of calling for a truce.", "calling for", "a truce", True),
    ("Holt stopped short and called for a truce.", "called for", "a truce", False),
    ("Holt has not told us how he hopes to win.", "has not told us", "how he hopes to win", True),
    ("Holt has yet to explain how he hopes to win.", "has yet to explain", "how he hopes to win", True),
    ("Holt has to explain how he hopes to win.", "has to explain", "how he hopes to win", False),
    ("The board declined to comment.", "declined", "to comment", True),
    ("The board declined to comment on it.", "declined", "to comment on it", True),
    ("The board declined to pay.", "declined", "to pay", False),
    ("The board has not yet said whether it will go.", "has not yet said", "whether it will go", True),
    ("The board hasn’t said how it will go.", "hasn’t said", "how it will go", True),
    ("The board has not indicated it will go.", "has not indicated", "it will go", True),
    ("The shares declined 0.2 per cent.", "declined", "0.2 per cent", True),
    ("The board has not said it will go.", "has not said", "it will go", False),
    ("The board has said whether it will go.", "has said", "whether it will go", False),
    ("The board has not asked whether it will go.", "has not asked", "whether it will go", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "content", "expected"), WITHHELD)
def test_withholds(text: str, cue: str, content: str, expected: bool) -> None:
    """Who declines to comment, or has not said whether, says nothing."""
    for passage in (text, f"{BEFORE}{text}", f"{BEFORE}{text}{BEHIND}"):
        read = Read(passage)
        finding = read.finding(cue, "", content)

        assert withholds(read.columns, finding, finding.content) is expected


@pytest.mark.parametrize(("text", "cue", "source", "content", "expected"), [
    ("Holt was ordered to pay the cost.", "was ordered", "Holt", "to pay the cost", True),
    ("Boats were called to help us.", "were called", "Boats", "to help us", True),
    ("Holt ordered us to pay the cost.", "ordered", "Holt", "us to pay the cost", False),
    ("Holt has ordered to pay the cost.", "has ordered", "Holt", "to pay the cost", False),
    ("Kask was ordered by Holt to pay.", "was ordered", "by Holt", "to pay", False),
    ("Kask is opposed to measures that hurt.", "is opposed", "Kask", "to measures that hurt", False),
    ("Kask was told the cost was low.", "was told", "Kask", "the cost was low", False),
])  # fmt: skip
def test_commanded(text: str, cue: str, source: str, content: str, expected: bool) -> None:
    """Who was told to act says nothing; who tells others does."""
    read = Read(text)
    finding = read.finding(cue, source, content)

    assert commanded(read.columns, finding, finding.content) is expected
