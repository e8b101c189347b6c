"""A body's own name is found in a mention that explains what it is; prepositions and plain nouns part nothing."""

from __future__ import annotations

import pytest

from statements_cli.speakers.mentions.bodies_explained import explained_body

BODIES = [
    # the noun before the name, with the article between, in quotation marks, beginning small
    ("budget airline Skarv", "Skarv|airline|organisation"),
    ("the trade group the ABC", "ABC|group|organisation"),
    ('the daily "Sternblatt"', "Sternblatt|daily|media"),
    ("low-cost airline easyHop", "easyHop|airline|organisation"),
    ("the UN's refugee agency UNHCR", "UNHCR|agency|organisation"),
    ("ride-sharing company Skarv Rides", "Skarv Rides|company|organisation"),
    # its type by the noun, by news, by the medium whose affiliate it is
    ("Japanese broadcaster NHK", "NHK|broadcaster|media"),
    ("state news agency Xinhua", "Xinhua|agency|media"),
    ("CNN affiliate KXYZ", "KXYZ|affiliate|media"),
    # a place behind it; a firm's noun that a person's can be, too; where it is at home
    ("ABC affiliate WXYZ in Orlando", "WXYZ|affiliate|media"),
    ("property broker JKL", "JKL|broker|organisation"),
    ("the New York-based HRQ", "HRQ|body|organisation"),
    ("the New York-based group", ""),
    # the noun behind, which must be one for media
    ("the Nordpress news agency", "Nordpress|agency|media"),
    ("Die Welt newspaper", "Die Welt|newspaper|media"),
    ("the Nordpress trade group", ""),
    ("the German newspaper", ""),
    # set apart by a comma
    ("The travel trade organisation, Fernweh,", "Fernweh|organisation|organisation"),
    ("the regulator for England, the Care Quality Commission,", "Care Quality Commission|regulator|organisation"),
    ("the regulator for England, which met", ""),
    ("Home Office, the ministry", ""),
    ("The paper, Fishing in the North,", ""),
    # somebody at a body, a body at a place, a person, nothing named, a country
    ("analysts at the bank Holm Brothers", ""),
    ("a paper in the journal Nature", ""),
    ("opposition party leader Ann Lee", ""),
    ("company CEO", ""),
    ("the police", ""),
    ("the island nation Tuvalu", ""),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), BODIES)
def test_the_name_behind_what_explains_it(words: str, expected: str) -> None:
    """The name, the noun and the type that the noun tells."""
    found = explained_body(words)
    assert ("|".join(found) if found is not None else "") == expected


@pytest.mark.parametrize(("nouns", "found"), [(10, True), (11, False)])
def test_a_mention_of_thirteen_words_is_read(nouns: int, found: bool) -> None:
    """One more is no mention of a body."""
    assert (explained_body(f"{'big ' * nouns}airline Skarv Air") is not None) is found
