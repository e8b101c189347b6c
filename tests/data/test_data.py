"""Word lists: long ones are looked up where they lie, as a set would answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.data import SortedWords, mapped, read_bytes, word_list

LONG = ("names/first_names_female.txt", "names/first_names_male.txt", "names/surnames.txt")


@pytest.mark.parametrize("name", LONG)
def test_long_lists_are_sorted(name: str) -> None:
    """Looking up by halves needs the order of code points."""
    words = word_list(name)
    assert sorted(set(words)) == list(words)


@pytest.mark.parametrize("name", LONG)
def test_holds_all_of_a_list(name: str) -> None:
    """Every entry is found, and none of them with a letter more or less unless that is one too."""
    words, known = word_list(name), SortedWords(name)
    entries = frozenset(words)
    for word in words[::7]:
        assert word in known
        assert (word + "q" in entries) == (word + "q" in known)
        assert (word[:-1] in entries) == (word[:-1] in known)


@pytest.mark.parametrize("word", ["", "#", "\n", "aaron\nabad", "~", "\U0010ffff", "\ud800"])
def test_holds_nothing_else(word: str) -> None:
    """What is no entry is not found: nothing, comments, line ends, what no file holds."""
    assert word not in SortedWords("names/surnames.txt")


@given(st.text())
def test_answers_as_a_set(word: str) -> None:
    """Any text is in the list exactly where it is one of its entries."""
    assert (word in word_list("names/surnames.txt")) == (word in SortedWords("names/surnames.txt"))


def test_a_mapped_file_is_the_file() -> None:
    """A file of weights is as long and the same as it is when it is read; nothing can be written into it."""
    lying = mapped("weights/judge.bin")
    assert lying == read_bytes("weights/judge.bin")
    assert lying.readonly
