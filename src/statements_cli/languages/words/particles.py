"""Look up the small words that stand within family names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from statements_cli.data import word_list
from statements_cli.languages.words.split_words import Word


@cache
def name_particles() -> dict[str, str]:
    """Return small words within family names, and the mark that says how they stand there.

    See the head of the list.
    """
    lines = word_list("languages/name_particles.txt")
    return {line.lstrip("+~"): line[0] if line[0] in "+~" else "" for line in lines}


def is_particle(words: Sequence[Word], at: int) -> bool:
    """Return whether a word can be a family name's particle, by the one before."""
    mark = name_particles().get(words[at].low)
    return mark is not None and (mark != "~" or (at > 0 and name_particles().get(words[at - 1].low) == "+"))
