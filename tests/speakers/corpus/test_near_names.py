"""A name as typed is compared with shorter forms of it, and with those that are spelt nearly so."""

from __future__ import annotations

import pytest

from statements_cli.speakers.corpus.near_names import in_order, is_fuller, near_names

KNOWN = [
    ("Vladimir Putin", ("vladimir putin", "putin")),
    ("Xi Jinping", ("xi jinping", "xi")),
    ("Guo Jiakun", ("guo jiakun",)),
    ("sources", ("sources",)),
    ("neighbour of the family with a dog", ("neighbour of the family with a dog",)),
]


@pytest.mark.parametrize(
    ("query", "words"), [("Putin, Vladimir V.", ["vladimir", "v", "putin"]), ("Vladimir Putin", ["vladimir", "putin"])]
)
def test_in_order(query: str, words: list[str]) -> None:
    """A comma shows that the family name comes first."""
    assert words == in_order(query)


@pytest.mark.parametrize(
    ("words", "name", "fuller"),
    [
        ("vladimir vladimirovich putin", "vladimir putin", True),
        ("vladimir putin", "vladimir putin", False),
        ("vladimir putin ivanov", "vladimir putin", False),  # the family name is another
        ("vladimir lenin and vladimir putin", "vladimir putin", False),  # two people
        ("vladimir putin", "putin", False),  # a family name alone is a part, not a name
    ],
)
def test_is_fuller(words: str, name: str, fuller: bool) -> None:
    """A fuller form has more words between the first and the last, of one person."""
    assert fuller == is_fuller(words.split(), name.split())


@pytest.mark.parametrize(
    ("wanted", "alike", "near"),
    [
        ("putim", {"Vladimir Putin"}, ("Vladimir Putin",)),
        ("vladimir puton", {"Vladimir Putin"}, ("Vladimir Putin",)),
        ("neighbor", {"neighbour of the family with a dog"}, ()),
        ("smith", set(), ()),  # "with" stands in a description
        ("vladimir nabokov", set(), ("Vladimir Putin",)),
        ("sergei lavrow", set(), ()),  # letters of "sources" in any order are no likeness
    ],
)
def test_near_names(wanted: str, alike: set[str], near: tuple[str, ...]) -> None:
    """A misspelt name is alike in each word, a near one in one word or as a whole."""
    assert (alike, near) == near_names(wanted, KNOWN)
