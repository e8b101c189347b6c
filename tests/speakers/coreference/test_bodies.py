"""Bodies are collected as an article names them, and shortened names lead to the fullest."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.speakers.coreference.referents.bodies import Bodies, Body
from statements_cli.speakers.names.capitalised_runs import MentionScan

# the text; name, type, country and last word of each body
NAMED = [
    ("The Harbour Office met in Oslo.", ["Harbour Office|organisation||office", "Norway|country|NO|norway"]),
    ("Norway agreed. The BBC reported.", ["Norway|country|NO|norway", "BBC|media||bbc"]),
    ("The Kremlin met the EU.", ["Kremlin|organisation|RU|kremlin", "EU|organisation|EU|eu"]),
    ("A Norwegian met Ann Lee and a Bank.", []),
    ("Bank met. Court met.", []),
    # whose it is belongs to the name of a ministry or office
    ("Russia's Defence Ministry met.", ["Russia's Defence Ministry|organisation|RU|ministry"]),
    ("Russia’s Defence Ministry met.", ["Russia’s Defence Ministry|organisation|RU|ministry"]),
    ("President's Office met.", ["President's Office|organisation||office"]),
    ("Moe's Office met.", []),
    ("Russia, Defence Ministry men.", ["Russia|country|RU|russia", "Defence Ministry|organisation||ministry"]),
    ("The Washington Post's Fact Checker met.", ["Washington Post|media||post"]),
    # so does what a committee is for, days excepted
    ("The Committee on Foreign Affairs met.", ["Committee on Foreign Affairs|organisation||affairs"]),
    ("The Committee for the Sea met.", ["Committee for the Sea|organisation||sea"]),
    ("The Committee, Trade met.", ["Committee, Trade|organisation||trade"]),
    ("The Committee on Wednesday met.", []),
    ("The Committee beside Trade met.", []),
    # a line in capitals is none where it holds a word that no name begins with
    ("READ MORE: it rained. IN PICTURES: it snowed.", []),
    ("UN OCHA met.", ["UN OCHA|organisation|UN|ocha"]),
    # a headline tells no long name, for every word has a capital there
    ("Big Harbour Office Fire Kills Ten #\nIt rained.", []),
    ("Norland Sea Harbour Office #\nIt rained.", ["Norland Sea Harbour Office|organisation||office"]),
]  # fmt: skip

# the text; a name; its fullest form
FULLEST = [
    ("The Norland Harbour Office (NHO) met.", "NHO", "Norland Harbour Office"),
    ("The Norland Harbour Office (NHO) met.", "the NHO", "Norland Harbour Office"),
    ("The Norland Harbour Office met.", "NHO", "Norland Harbour Office"),
    ("Sea & Harbour Office met.", "S&HO", "Sea & Harbour Office"),
    ("Ford Motor Works Inc. met.", "FMW", "Ford Motor Works Inc."),
    ("They saw Any Big Crate.", "ABC", "ABC"),  # known by its acronym
    ("They met the Xylo Yarn Zone.", "XYZ", "Xylo Yarn Zone"),
    ("Nobody met.", "XYZ", "XYZ"),
    # the last words of a longer name, its first words, words of it in order
    ("The Norland Harbour Office met.", "Office", "Norland Harbour Office"),
    ("The Norland Harbour Office met.", "Harbour Office", "Norland Harbour Office"),
    ("The Norland Harbour Office met.", "Norland Harbour", "Norland Harbour Office"),
    ("The Norland Harbour Office met.", "Norland", "Norland"),
    ("The Norland Harbour Office met.", "Fish Office", "Fish Office"),
    ("The Norland Sea Harbour Office met.", "Norland Harbour Office", "Norland Sea Harbour Office"),
    ("The Norland Sea Harbour Office met.", "Norland Fish Office", "Norland Fish Office"),
    ("The Norland Sea Harbour Office met.", "Harbour Sea Office", "Harbour Sea Office"),
    ("The Norland harbour office (NHO) met.", "Norwegian NHO", "Norwegian Norland harbour office"),
    ("The Norland Sea Harbour Office met.", "Northern Harbour Office", "Northern Harbour Office"),
    ("The Norland Sea Harbour Office met.", "Norland Office", "Norland Office"),
    ("The Norland Office met. The Norland Sea Office met.", "Office", "Norland Sea Office"),  # the longest
    # a name that stands only behind the shorter one is another's
    ("They saw Office men. The Camp Office met.", "Office", "Office"),
    ("The Camp Office met. They saw Office men.", "Office", "Camp Office"),
    # an acronym behind a country or people
    ("The Norland Harbour Office (NHO) met.", "Norwegian NHO", "Norwegian Norland Harbour Office"),
    ("The Center for Disease Control met.", "the Chinese CDC", "Chinese Center for Disease Control"),
    ("The Center for Disease Control met.", "Chinese XYZ", "Chinese XYZ"),
    ("The Center for Disease Control met.", "Moe CDC", "Moe CDC"),
    ("Amnesty asked. Later Amnesty International wrote.", "Amnesty", "Amnesty International"),
    ("Purdue Pharma sells. Purdue asked.", "Purdue", "Purdue Pharma"),
]

OPENINGS = [
    ("Norway met Sweden.\nSweden slept.", "SE"),
    ("Norway met Sweden.", "NO"),  # the first of two named as often
    ("A Norwegian Minister came. Oslo slept. Sweden slept.", "NO"),
    ("The EU met.", "EU"),
    ("NATO met.", ""),
    ("One.\nTwo.\nThree.\nNorway.", "NO"),  # four paragraphs
    ("One.\nTwo.\nThree.\nFour.\nNorway.", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_bodies_named(scan_of: Callable[[str], MentionScan], text: str, expected: list[str]) -> None:
    """Each body has the name, type and country that the article gives it."""
    named = Bodies(scan_of(text)).named

    assert expected == [f"{one.name}|{one.type}|{one.code}|{one.head}" for one in named]


@pytest.mark.parametrize(("text", "name", "expected"), FULLEST)
def test_fullest(scan_of: Callable[[str], MentionScan], text: str, name: str, expected: str) -> None:
    """A shortened name leads to the longest that it can stand for, an acronym to what it is short for."""
    assert expected == Bodies(scan_of(text)).fullest(name)


@pytest.mark.parametrize(("text", "code"), OPENINGS)
def test_country_of_opening(scan_of: Callable[[str], MentionScan], text: str, code: str) -> None:
    """The country named most in the first four paragraphs is that of the opening."""
    scan = scan_of(text)

    assert code == Bodies(scan).country_of_opening(scan)


def test_before(scan_of: Callable[[str], MentionScan]) -> None:
    """The bodies before an offset are those named and those that spoke, nearest first."""
    bodies = Bodies(scan_of("Norway met. Sweden met. Denmark met."))
    bodies.note(15, Body("harbour authority", "organisation", ""))
    bodies.note(24, Body("union", "organisation", ""))

    assert [15, 12, 0] == [at for at, _ in bodies.before(24)]
    assert [24, 24, 15, 12, 0] == [at for at, _ in bodies.before(25)]


def test_learned(scan_of: Callable[[str], MentionScan]) -> None:
    """A body that a source mention gives completes a shorter name, in small letters as well."""
    bodies = Bodies(scan_of("The office met."))
    bodies.learn("Norland harbour office")

    assert ["Norland harbour office"] * 2 == [bodies.fullest("office"), bodies.fullest("Norland harbour")]


def test_acronyms_in_a_phrase(scan_of: Callable[[str], MentionScan]) -> None:
    """The acronyms that the article introduces are spelt out within a phrase, punctuation beside them."""
    bodies = Bodies(scan_of("The World Fish Council (WFC) met."))

    assert "head of World Fish Council since May" == bodies.spelt_out("head of WFC, since May")
