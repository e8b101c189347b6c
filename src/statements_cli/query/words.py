"""A text comes in; its words, folded for comparing, go out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache


@cache
def word_pattern() -> re.Pattern[str]:
    """The pattern of a word: letters and digits, with apostrophes inside it."""
    return re.compile(r"\w+(?:['’]\w+)*")


def fold(text: str) -> str:
    """Return ``text`` in lower case, accents off, typographic apostrophes made straight."""
    if text.isascii():
        return text.lower()
    import unicodedata

    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).replace("’", "'")


def bare(word: str) -> str:
    """Return a folded word without the possessive ending: ``china's`` is looked up as ``china``."""
    return word[:-2] if word.endswith("'s") else word.rstrip("'")


def words(text: str) -> list[str]:
    """Return the folded words of ``text`` in their order."""
    return [bare(fold(word)) for word in word_pattern().findall(text)]


def located_words(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each word of ``text``, folded, with its start and end in ``text`` itself."""
    for match in word_pattern().finditer(text):
        yield bare(fold(match[0])), match.start(), match.end()
