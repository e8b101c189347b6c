"""A text in capitals is read in the letters that print would have, and no offset shifts."""

from __future__ import annotations

import pytest

from statements_cli.model import Document
from statements_cli.pipeline import parse
from statements_cli.text.repair.soundness import is_shouted
from statements_cli.text.repair.truecasing import truecased

ROWS = [
    ("MAYOR ELLEN PARK SAID ON TUESDAY", "Mayor Ellen Park said on Tuesday"),
    # a surname by the first name or title before it somewhere, and the noun
    ("ELLEN PARK LEFT. LATER PARK SAID SO. IN THE PARK", "Ellen Park left. Later Park said so. In the park"),
    ("ELLEN J. PARK LEFT AND PARK WEPT", "Ellen J. Park left and Park wept"),
    ("MR. O'NEILL WON'T GO", "Mr. O'Neill won't go"),
    ("AN AIDE LEFT THE HALL", "An aide left the hall"),
    # sentences, lines and quotations begin with a capital
    ('IT RAINED. "WE LEFT," HE SAID.\nTHEY CAME', 'It rained. "We left," he said.\nThey came'),
    ("DR. HOLT LEFT", "Dr. Holt left"),
    # names of places, bodies and media, of one word and of several
    ("THE UNITED STATES AND NORWAY, THE WHITE HOUSE TOLD REUTERS", "The United States and Norway, the White House told Reuters"),
    ("THE NORWEGIAN UN ENVOY", "The Norwegian UN envoy"),
    ("THEY TOLD US THE U.S. WOULD", "They told us the U.S. would"),
    # months that are words, too
    ("ON MARCH 12 OR 3 MAY THEY MARCH AND MAY STAY", "On March 12 or 3 May they march and may stay"),
]  # fmt: skip


@pytest.mark.parametrize(("shouted", "printed"), ROWS)
def test_letters_are_those_of_print(shouted: str, printed: str) -> None:
    """Names keep their capitals, other words lose theirs, and every character keeps its place."""
    assert truecased(shouted) == printed
    assert len(truecased(shouted)) == len(shouted)


@pytest.mark.parametrize(
    ("text", "shouted"),
    [
        ("THE MAYOR SAID ON TUESDAY THAT THE OLD BRIDGE WAS NOT FOR SALE, AND LEFT THE HALL AT NOON.", True),
        ("THE MAYOR SAID SO.", False),  # too short to tell
        ("THE MAYOR SAID ON TUESDAY THAT THE OLD BRIDGE WAS NOT FOR SALE\n\nThe mayor said on Tuesday so.", False),
        ("DER RAT HAT AM DIENSTAG ENTSCHIEDEN, DASS DIE ALTE BRUECKE NICHT VERKAUFT WERDEN DARF UND SOLL.", False),
        ("The mayor said on Tuesday that the old bridge was not for sale, and left the hall at noon.", False),
        ("THE MAYOR JOSÉ PÉREZ SAID ON TUESDAY THAT THE OLD BRIDGE WAS NOT FOR SALE, AND LEFT AT NOON.", True),
        ("市长表示，老桥不出售 THE MAYOR SAID ON TUESDAY THAT THE OLD BRIDGE WAS NOT FOR SALE AND LEFT", False),
        ("МЭР THE MAYOR SAID ON TUESDAY THAT THE OLD BRIDGE WAS NOT FOR SALE, AND LEFT THE HALL AT NOON.", False),
    ],
)
def test_which_text_is_in_capitals(text: str, shouted: bool) -> None:
    """English text counts as shouted where hardly a small letter is in it."""
    assert is_shouted(text) is shouted


def test_a_story_in_capitals_has_speakers_and_days() -> None:
    """Speakers have their names in full, days count, and spans lead back to the capitals."""
    story = (
        "OAKPORT, MARCH 12, 2024 -- MAYOR ELLEN PARK SAID ON TUESDAY THAT THE BRIDGE WAS NOT FOR SALE.\n\n"
        '"THE BRIDGE BELONGS TO THE CITY," PARK SAID.\n'
    )
    found = parse(Document("a.txt", story, "")).statements
    assert [(one.speaker, one.date) for one in found] == [("Ellen Park", "2024-03-12")] * 2
    start, end = found[1].spans.content[0]
    assert story[start:end].strip('",') == "THE BRIDGE BELONGS TO THE CITY"
