"""People, papers and who speaks for others are named without article, and media told by their marks."""

from __future__ import annotations

import pytest

from statements_cli.provenance.relaying.tellers import court_paper, enumerated, phrases, speaks_for, teller, unquoted


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("two people in the room who heard it", "two people in the room"),
        ("the people", "people"),
        ("one two three four five six seven eight", "one two three four five six seven eight"),
        ("one two three four five six seven eight nine", None),
        ("them", None),
        ("plan", None),
        ("tradition", None),
        ("Law and order", None),
        ("schedule", None),
        ("because", None),
        ("when it rained", None),
        ("Moe and Berg", None),
        ("a letter", None),
    ],
)
def test_teller(phrase: str, expected: str | None) -> None:
    """A short noun phrase that is no document names who passes on another's words."""
    assert expected == teller(phrase)


@pytest.mark.parametrize(
    ("phrase", "source", "expected"),
    [
        ("a criminal complaint", "Miller", "criminal complaint"),
        ("the affidavit", "she", "affidavit"),
        ("a police report from May", "he", "police report"),
        ("court documents", "his friend", "court documents"),
        ("a report", "he", None),
        ("a letter", "he", None),
        ("the complaint", "prosecutors", None),
        ("the complaint", "the sheriff’s office", None),
        ("the complaint", "", None),
        ("", "he", None),
    ],
)
def test_court_paper(phrase: str, source: str, expected: str | None) -> None:
    """Papers of courts and police pass on what others than their writers said."""
    assert expected == court_paper(phrase, source)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("her lawyer", ("lawyer",)),
        ("his lawyer, Ida Holm", ("Ida Holm",)),
        ("the ministry’s press office", ("ministry’s press office",)),
        ("spokesman Ola Moe", ("Ola Moe",)),
        ("the town", ()),
        ("the lawyer who came", ()),
    ],
)
def test_speaks_for(phrase: str, expected: tuple[str, ...]) -> None:
    """Who speaks for others is known by a noun, and by a name behind it."""
    assert expected == speaks_for(phrase)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ('the "Amaq" news agency', "the  Amaq  news agency"),
        ('the "Amaq" old news agency', 'the "Amaq" old news agency'),
        ('the newspaper "Arab News," he', "the newspaper  Arab News,  he"),
        ('the "big" agency', 'the "big" agency'),
        ("no marks", "no marks"),
    ],
)
def test_unquoted(words: str, expected: str) -> None:
    """Marks around a medium's name give way to spaces, so that all stands where it stood."""
    plain = frozenset(words.lower().replace('"', " ").replace(",", " ").split())

    assert expected == unquoted(words, plain)
    assert len(expected) == len(words)


def test_enumerated() -> None:
    """Listed media in a row are all named, up to the one behind "and"."""
    assert ("TASS", "AFP", "Interfax") == enumerated("TASS, AFP and Interfax, said", 0)
    assert () == enumerated("TASS and others", 0)


def test_phrases() -> None:
    """A phrase is tried as cut before a preposition, then whole."""
    assert ["Reuters", "Reuters on Monday"] == phrases("Reuters on Monday")
    assert ["Reuters"] == phrases(" Reuters ")
