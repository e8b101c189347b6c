"""Labels make a transcript where seats and offices stand in them, surnames come again, or they run on within lines."""

from __future__ import annotations

from hashlib import sha256

import pytest

from statements_cli.model import Document
from statements_cli.pipeline import parse

Said = list[tuple[str | None, str]]


def spoken(text: str) -> Said:
    """Speaker and words of each statement of a document of that text."""
    document = Document("any.txt", text, sha256(text.encode()).hexdigest())
    return [(one.speaker, one.text) for one in parse(document).statements]


RECORDS: dict[str, tuple[str, Said]] = {
    "nobody asks, and no surname comes again": (
        "PARLIAMENT OF THE ISLES\n\nThursday, 12th April, 2012\n\n"
        "The Speaker: Honourable members, the Minister of Works.\n\n"
        "The Minister of State for Works (Mr. Okello): Madam Speaker, the road will be tarred by December.\n\n"
        "Ms. Namara (Woman Representative, Kabale): Madam Speaker, we heard the same promise in 2010.\n\n"
        "The Attorney-General (Mr. Ssali): Madam Speaker, the contract was in court. It is now settled.\n",
        [
            ("Speaker", "Honourable members, the Minister of Works."),
            ("Okello", "Madam Speaker, the road will be tarred by December."),
            ("Namara", "Madam Speaker, we heard the same promise in 2010."),
            ("Ssali", "Madam Speaker, the contract was in court. It is now settled."),
        ],
    ),
    "labels with a colon stand on lines of their own": (
        "Oral Answers\nCounty Parliament\nThursday 2 March 2023\n\n"
        "Màiri NicLeòid (Western Isles) (SNP):\nTo ask when the ferry will sail.\n\n"
        "The Minister for Transport (Kevin Stuart):\nShe will sail in May. The builders have told us so.\n\n"
        "Màiri NicLeòid:\nThey told us so last year.\n\n"
        "Kevin Stuart:\nI take the point, and I will publish the letter.\n",
        [
            ("Màiri NicLeòid", "To ask when the ferry will sail."),
            ("Kevin Stuart", "She will sail in May. The builders have told us so."),
            ("Màiri NicLeòid", "They told us so last year."),
            ("Kevin Stuart", "I take the point, and I will publish the letter."),
        ],
    ),
    "an office before the name is left out the second time": (
        "Meeting with Minister of Mines Timur Galiev\n\nApril 3, 2019, 13:25\n\n"
        "President of the Republic Pavel Zorin: How are the mines, Mr Galiev?\n\n"
        "Minister of Mines Timur Galiev: Mr President, they are dry.\n\n"
        "Pavel Zorin: And the machinery?\n\n"
        "Timur Galiev: We are short of pumps in the south.\n",
        [("Timur Galiev", "Mr President, they are dry."), ("Timur Galiev", "We are short of pumps in the south.")],
    ),
    "labels stand within lines alone": (
        "SENATOR FINN CASTLE SHADOW MINISTER FOR TRADE\n\n"
        "TRANSCRIPT PRESS CONFERENCE, PERTH FRIDAY, 8 JUNE 2018   SUBJECTS: exports   FINN CASTLE: Thanks for coming. "
        "The ships should stop.   REPORTER: What do farmers get?   CASTLE: A buyer at home.\n\n"
        "REPORTER: The minister calls that a dream.   CASTLE: He has called everything a dream.   [ENDS]\n",
        [
            ("Finn Castle", "Thanks for coming. The ships should stop."),
            ("Finn Castle", "A buyer at home."),
            ("Finn Castle", "He has called everything a dream."),
        ],
    ),
}


@pytest.mark.parametrize("kind", RECORDS)
def test_records(kind: str) -> None:
    """Each turn is of whom its label names."""
    text, expected = RECORDS[kind]
    found = spoken(text)

    assert expected == [one for one in found if one in expected]
    assert {speaker for speaker, _ in found} <= {speaker for speaker, _ in expected} | {None}


def test_a_list_is_no_record() -> None:
    """Names with words in brackets before colons are none where no form of address or office stands among them."""
    text = (
        "How they played\n\nTom Hale (keeper): Saved what he could see.\n\nJoe Platt (left back): Ran until he fell.\n\n"
        "Sam Pike (striker): Hit the post twice in the rain.\n\nAl Moss (striker): Came on too late to matter.\n"
    )

    document = Document("any.txt", text, sha256(text.encode()).hexdigest())
    assert "direct" not in {one.kind for one in parse(document).statements}
