"""An acronym is spelt out by the name before its bracket, or by one elsewhere whose words begin so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.speakers.coreference.referents.acronyms import introduced, spelt_somewhere
from statements_cli.speakers.names.capitalised_runs import MentionScan

INTRODUCED = [
    ("The World Fish Council (WFC) met.", {"WFC": "World Fish Council"}),
    ("The World Fish Council (the WFC) met.", {"WFC": "World Fish Council"}),
    ("The World Fish Council, or WFC, met.", {"WFC": "World Fish Council"}),
    ("The World Fish Council, or the WFC, met.", {"WFC": "World Fish Council"}),
    ("The Ministry of Works (MoW) met.", {"MoW": "Ministry of Works"}),
    ("The Food & Drink Office (F&DO) met.", {"F&DO": "Food & Drink Office"}),
    ("Worldfish Council (WFC) met.", {"WFC": "Worldfish Council"}),  # a letter within a word
    ("The North Atlantic Treaty Organization (NATO) met.", {"NATO": "North Atlantic Treaty Organization"}),
    ("The new Atlantic Treaty Office, or NATO, met.", {}),  # known by its acronym
    # the first name counts, and two acronyms are two
    ("Board for Harbour Matters (BHM). Bank of Harbour Money (BHM).", {"BHM": "Board for Harbour Matters"}),
    ("World Fish Council (WFC). Sea Bird Union (SBU).", {"WFC": "World Fish Council", "SBU": "Sea Bird Union"}),
    # in small letters, over a full stop, in another paragraph, without the letters, with too many words
    ("The world fish council (WFC) met.", {}),
    ("The World. Fish Council (WFC) met.", {}),
    ("The World\nFish Council (WFC) met.", {}),
    ("The Fish Union (WFC) met.", {}),
    ("Walls of big old dim sea fish in my Cup (WFC) met.", {}),
    ("Walls of big old dim sea fish in Cup (WFC) met.", {"WFC": "Walls of big old dim sea fish in Cup"}),
    ("A Wall so big and so dim and full of fish in a big Cup (WFC) met.", {}),
]

SPELT = [
    ("WFC", "The World Fish Council met", "World Fish Council"),
    ("WFC", "The World of the Fish Council met", "World of the Fish Council"),
    ("WFC", "The World of the and Fish Council met", ""),
    ("WFC", "World Fish Council and Trade met", "World Fish Council and Trade"),
    ("WFC", "World Fish Council and trade met", "World Fish Council"),
    ("WFC", "World-Wide Fisher’s Council met", "Wide Fisher’s Council"),
    ("WFC", "World\nFish Council met", ""),
    ("WFC", "World fish council", ""),
    # three letters to six
    ("WF", "The World Fish met", ""),
    ("WFCABC", "World Fish Council Able Bold Crew", "World Fish Council Able Bold Crew"),
    ("WFCABCD", "World Fish Council Able Bold Crew Dog", ""),
    ("W2C", "World 2 Council", ""),
]


@pytest.mark.parametrize(("text", "expected"), INTRODUCED)
def test_introduced(scan_of: Callable[[str], MentionScan], text: str, expected: dict[str, str]) -> None:
    """The letters stand in the words before, the first at the start of a word with a capital."""
    assert expected == introduced(scan_of(text))


@pytest.mark.parametrize(("short", "text", "expected"), SPELT)
def test_spelt_somewhere(short: str, text: str, expected: str) -> None:
    """Each letter begins a word, at most two small words between."""
    assert expected == spelt_somewhere(short, text)
