"""What an article says of a person, and the signs that capitalised words are a person's name."""

from __future__ import annotations

import pytest

from statements_cli.speakers.coreference.referents.entity import Entity
from statements_cli.speakers.coreference.referents.name_signs import (
    are_plain_words,
    goes_by_it,
    head_places,
    is_participle,
    monarch_office,
)
from statements_cli.speakers.names.name_parts import take_apart

# a role; its words, folded; the nouns of what the bearer is; the sex it shows
ROLES = [
    ("aide to the finance minister", "aide finance minister the to", {"aide"}, ""),
    ("minister and aide to the king", "aide and king minister the to", {"aide", "minister"}, ""),
    ("secretary for the sea minister", "for minister sea secretary the", {"secretary"}, ""),
    ("head of the minister and judge", "and head judge minister of the", {"head", "judge"}, ""),
    ("king's man", "king man", {"man"}, "m"),
    ("king’s woman", "king woman", {"woman"}, "f"),
    ("mother of two", "mother of two", {"mother"}, "f"),
    ("Mr", "mr", set(), ""),
    ("", "", set(), ""),
]


@pytest.mark.parametrize(("role", "words", "heads", "gender"), ROLES)
def test_described(role: str, words: str, heads: set[str], gender: str) -> None:
    """A role tells what somebody is, not what the one is whom they serve."""
    person = Entity("Ann Lee", "person", 0)
    person.described(role)
    person.described(role)

    assert [role] * bool(role) == person.roles
    assert (set(words.split()), heads, gender) == (person.role_words, person.heads, person.gender)


def test_told() -> None:
    """The first gender shown stays."""
    person = Entity("Ann Lee", "person", 0)
    person.told("")
    unknown = person.gender_told
    person.told("f")
    person.told("m")

    assert (False, "f", True) == (unknown, person.gender, person.gender_told)


@pytest.mark.parametrize(
    ("name", "surname"),
    [("Ann Lee", "lee"), ("Xi Jinping", "xi"), ("James Holt Jr.", "holt"), ("Jr.", ""), ("Lee", "lee")],
)
def test_surname(name: str, surname: str) -> None:
    """The word that stands for a person is the last, or the first where the family's comes first."""
    assert surname == Entity(name, "person", 0).surname


@pytest.mark.parametrize(
    ("name", "office"),
    [
        ("King Felipe", "King"),
        ("Queen Anna", "Queen"),
        ("Emir Tamim of Qatar", "Emir of Qatar"),
        ("President Felipe", ""),
        ("Felipe King", ""),
        ("Prince Faisal", ""),
    ],
)
def test_monarch_office(name: str, office: str) -> None:
    """A monarch's title is the office."""
    assert office == monarch_office(take_apart(name))


def test_name_signs() -> None:
    """Participles and plain plurals are no names; a source's head ends with it or before its comma."""
    assert [True, True, True] == [is_participle(word) for word in ("Angered", "Meeting", "Ending")]
    assert [False] * 4 == [is_participle(word) for word in ("Red", "Ming", "Fled", "Anna")]
    assert [True, True, False] == [are_plain_words(name) for name in ("Angry Farmers", "New Reports", "Ann Lee")]
    assert {7, 8, 12, 13, 18} == head_places("Ann Lee, sat. Bo. x", [(0, 8), (9, 13), (14, 18)])
    assert {3} == head_places("Ann Lee", [(0, 3)])


# the words around a name, whether they show a body
BODIES = [
    ("The newspaper Skarv Holm grew.", True),
    ("The editor of newspaper Skarv Holm grew.", False),
    ("The newspaper, Skarv Holm grew.", False),
    ("Skarv Holm said its clients left.", True),
    ("Skarv Holm said his clients left.", False),
]


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_goes_by_it(text: str, expected: bool) -> None:
    """A noun for a body right before a name, or "its" behind it, shows that it is no person's."""
    start = text.index("Skarv")
    place = (start, start + len("Skarv Holm"), take_apart("Skarv Holm"))

    assert expected is goes_by_it(text, [place])
