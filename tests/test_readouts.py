"""Readouts of meetings and calls: what each party said, and what both did."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.documents import digest
from statements_cli.model import JOINT, Clue, Document, Statement
from statements_cli.pipeline import parse

Row = tuple[str | None, str | None, str]


def read(text: str) -> Sequence[Statement]:
    """The statements of a document of that text."""
    return parse(Document("any.txt", text, digest(text.encode("utf-8", "surrogatepass")))).statements


# the readout; (speaker, cue, content)
READOUTS: list[tuple[str, list[Row]]] = [
    (
        "Readout of National Security Advisor Jake Sullivan’s Meeting with Foreign Minister Wang Yi\n\n"
        "National Security Advisor Jake Sullivan met today with Foreign Minister Wang Yi of China. Both officials "
        "stressed the need for open channels, affirmed the work of their teams, and discussed the war in Ukraine. "
        "Mr. Sullivan noted that the President looks forward to the summit. They agreed to speak again.",
        [
            ("Jake Sullivan and Wang Yi", "stressed", "the need for open channels"),
            ("Jake Sullivan and Wang Yi", "affirmed", "the work of their teams"),
            ("Jake Sullivan and Wang Yi", "discussed", "the war in Ukraine"),
            ("Jake Sullivan", "noted", "the President looks forward to the summit"),
            ("Jake Sullivan and Wang Yi", "agreed", "to speak again"),
        ],
    ),
    (
        "Readout of President Joe Biden’s Call with President Xi Jinping of China\n\n"
        "President Joe Biden spoke today with President Xi Jinping of China. The two leaders discussed trade. The "
        "President underscored that competition must not turn into conflict and raised concerns about arms. President "
        "Xi said that both countries should respect each other.",
        [
            ("Joe Biden and Xi Jinping", "discussed", "trade"),
            ("Joe Biden", "underscored", "competition must not turn into conflict"),
            ("Joe Biden", "raised", "concerns about arms"),
            ("Xi Jinping", "said", "both countries should respect each other"),
        ],
    ),
    (
        "PM call with President Zelenskyy of Ukraine: 4 May 2023\n\n"
        "The Prime Minister spoke to President Zelenskyy of Ukraine this evening.\n\n"
        "The Prime Minister condemned the attacks on cities. The leaders discussed air defence, stressing that it had "
        "to come soon.",
        [
            ("Prime Minister", "condemned", "the attacks on cities"),
            ("Prime Minister and Zelenskyy", "discussed", "air defence"),
            ("Prime Minister and Zelenskyy", "stressing", "it had to come soon"),
        ],
    ),
    (
        "Secretary Blinken’s Call with Indian External Affairs Minister Jaishankar\n\n"
        "The following is attributable to Spokesperson Matthew Miller:\n\n"
        "Secretary of State Antony J. Blinken spoke today with Indian External Affairs Minister Subrahmanyam "
        "Jaishankar. The Secretary reaffirmed the partnership. The two sides exchanged views on the region.",
        [
            ("Antony J. Blinken", "reaffirmed", "the partnership"),
            ("Antony J. Blinken and Subrahmanyam Jaishankar", "exchanged", "views on the region"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), READOUTS)
def test_readouts(text: str, expected: list[Row]) -> None:
    """Each verb of a subject is a statement, and both parties are named where they are told by number."""
    found = read(text)
    assert expected == [(one.speaker, one.cue, one.text) for one in found]
    assert {"indirect"} == {one.kind for one in found}


def test_news_of_a_call_is_no_readout() -> None:
    """A newspaper's report of a call is read as any other article."""
    text = (
        "Trump’s call with Putin ends without a deal\n\nUS President Donald Trump spoke with Russian President "
        "Vladimir Putin on Monday, the White House said. The talks, which took two hours, covered trade and arms."
    )
    assert not any(Clue("readout verb") in one.evidence.found for one in read(text))


WORDS = st.sampled_from(
    ["The leaders", "discussed", "agreed", "and", ",", "that", "“peace”", ".", "Xi Jinping", "they"]
)


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_any_readout(words: str) -> None:
    """Whatever a readout says, contents lie in the text and hold words."""
    text = f"Readout of a Call\n\nPresident Joe Biden spoke with President Xi Jinping today.\n\n{words}"
    for one in read(text):
        held = "".join(text[start:end] for start, end in one.spans.content)  # spaces before commas are mended
        assert "".join(one.text.replace(JOINT, " ").split()) == "".join(held.split()) != ""
