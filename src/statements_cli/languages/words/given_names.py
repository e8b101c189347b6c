"""Look up given names, which show where a person's name begins."""

from __future__ import annotations

from functools import cache

from statements_cli.data import SortedWords


def is_given_name(name: str) -> bool:
    """Return whether a word in lower case is a given name."""
    return name in first_names("names/first_names_male.txt") or name in first_names("names/first_names_female.txt")


@cache
def first_names(name: str) -> SortedWords:
    """Return a list of first names, looked up where it lies."""
    return SortedWords(name)
