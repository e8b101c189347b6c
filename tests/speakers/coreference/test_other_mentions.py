"""Beside full names, "he" may mean a speaker with a single name, an unlisted name that acts, or somebody described."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.speakers.coreference.pronouns.other_mentions import may_be_surname, other_mentions
from statements_cli.speakers.coreference.referents.bodies import Bodies
from statements_cli.speakers.coreference.referents.people import Cast
from statements_cli.speakers.names.capitalised_runs import MentionScan

# the text, with sources in brackets; the words of each mention and who is meant, parted by ";"
MENTIONS = [
    # a speaker under a single name, wherever it is named
    ("[Tarvik] said so. He left. Tarvik ate.", "Tarvik=Tarvik; Tarvik=Tarvik"),
    ("[Tarvik,] said so. He left.", "Tarvik=Tarvik"),
    ("[Tar-vik] said so. He left.", "Tar-vik=Tar-vik"),
    ("[Tarvik] said so. It left.", ""),  # nobody asks
    ("[The Tarvik] said so. He left.", ""),
    ("The [Tarvik] said so. He left.", ""),
    ("[TARVIK] said so. He left.", ""),
    ("[Ta] said so. He left.", ""),
    ("[Norway] said so. He left.", ""),
    ("[Tarvik2] said so. He left.", ""),
    ("[Tarvik]s said so. He left.", ""),
    ("[Residents] said so. He left.", ""),
    ("[Reports] said so. He left.", ""),
    ("Ann Tarvig came. [Tarvik] said so. He left.", ""),  # misspelt
    ("Ann Tarvik came. [Tarvik] said so. He left.", ""),  # known
    # a first name alone, known as one and the subject of a verb, or with an age beside; nobody's whose full name is told
    ("Maria had left. He met Maria.", "Maria=Maria; Maria=Maria"),
    ("He met Maria.", ""),
    ("Jorvalda* was 15 years old. She left.", "Jorvalda=Jorvalda"),
    ("Jorvalda, 15, left. She ate.", "Jorvalda=Jorvalda"),
    ("Jorvalda was 15 points ahead. She ate.", ""),
    ("Maria Holt came. Maria had left. She ate.", ""),
    ("Maria Leaves #\nShe ate.", ""),
    ("Maria had left early #\nShe ate.", ""),
    # another's relative
    ("Lund's father, Jorvald, sat. He ate.", "Jorvald=Jorvald"),
    ("His sister Jorvalda sat. She ate.", "Jorvalda=Jorvalda"),
    ("A father, Jorvald, sat. He ate.", "A father=father"),
    ("His house, Jorvald, fell. He ate.", ""),
    ("Father Jorvald sat. He ate.", ""),
    # a name of two or three words that is the subject of a verb, headlines left out
    ("Jorvald Haldane runs a farm. He left.", "Jorvald Haldane=Jorvald Haldane"),
    ("Jorvald Haldane Quorvan runs. He left.", "Jorvald Haldane Quorvan=Jorvald Haldane Quorvan"),
    ("Jorvald Haldane Quorvan Zelb runs. He left.", ""),
    ("He met Jorvald Haldane. He left.", ""),
    ("Jorvald Office runs. He left. The Jorvald Office Harbour sat.", ""),
    ("Jorvald Haldane Runs #\nHe left.", ""),
    ("Jorvald Haldane Runs #\nJorvald Haldane ran. He left.", "Jorvald Haldane=Jorvald Haldane"),
    # a description that opens a sentence or speaks
    ("The prime minister used it. He left.", "The prime minister=prime minister"),
    ("An old man, it seems, left. He ate.", "An old man=old man"),
    ("The well-known man left. He ate.", "The well-known man=well-known man"),
    ("The old and sad wise man came. He ate.", "The old and sad wise man=old and sad wise man"),
    ("[some man] said so. He ate.", "some man=some man"),
    ("[A man who saw it] left. He ate.", "A man who saw it=man"),
    ("A tall man came. The man sat. He ate.", "A tall man=tall man; The man=tall man"),
    ("A man came. The tall man sat. He ate.", "A man=man; The tall man=tall man"),
    ("The very old and sad and wise man came. He ate.", ""),  # more than six words
    ("The old, tall man left. He ate.", ""),
    ("the man came. He ate.", ""),
    # named, or another's noun
    ("The farm secretary, Anna Holt, left. He ate.", "The farm secretary=Anna Holt"),
    ("The farm secretary Anna Holt left. He ate.", ""),
    ("Ann Lee, a lawyer, came. The lawyer sat. He ate.", "The lawyer=Ann Lee"),
    ("The man council met. He ate.", ""),
    ("The farm lamp left. He ate.", ""),
]


@pytest.mark.parametrize(("story", "expected"), MENTIONS)
def test_other_mentions(scan_of: Callable[[str], MentionScan], story: str, expected: str) -> None:
    """Each mention has its place and who is meant by it, in text order."""
    sources = []
    text = story
    while "[" in text:
        start, end = text.index("["), text.index("]") - 1
        text = text.replace("[", "", 1).replace("]", "", 1)
        sources.append((start, end))
    scan = scan_of(text)
    found = other_mentions(Cast(scan, sources), Bodies(scan), sources)

    assert expected == "; ".join(f"{text[start:end]}={person.name}" for start, end, person in found)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("O'Neil", True),
        ("O’Neil", True),
        ("Holt-Moe", True),
        ("Moe", True),
        ("Mo", False),
        ("Moe2", False),
        ("NATO", False),
        ("moe", False),
        ("Paris", False),
    ],
)
def test_the_form_of_a_surname(name: str, expected: bool) -> None:
    """A surname has a capital, small letters, perhaps a hyphen or an apostrophe, and is no place's."""
    assert expected is may_be_surname(name)
