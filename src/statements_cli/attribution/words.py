"""The name of a word list in; its words out, as a set."""

from __future__ import annotations

from functools import cache

from statements_cli.data import word_list


@cache
def word_set(name: str) -> frozenset[str]:
    """The entries of a list as a set, read once."""
    return frozenset(word_list(name))
