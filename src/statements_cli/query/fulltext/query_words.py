"""Split a text into words folded for comparison."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache


@cache
def word_pattern() -> re.Pattern[str]:
    """Match the pattern of a word, the same as the full-text index has it.

    Letters and digits, no apostrophes.
    """
    return re.compile("[^\\W_][^\\W_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\\W_\u0300-\u036f]*)*")


@cache
def _possessive() -> re.Pattern[str]:
    return re.compile(r"(?<=\w)['’]s?(?!\w)")


@cache
def _unspaced() -> re.Pattern[str]:
    """Match a letter of a script that sets no space between words.

    Thai to Khmer, kana, Han, their wide forms.
    """
    near = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
    return re.compile(f"[{near}\uf900-\ufaff\U00020000-\U0003ffff]")


def fold(text: str) -> str:
    """Return ``text`` in lower case, accents off, typographic apostrophes made straight."""
    if text.isascii():
        return text.lower()
    import unicodedata

    folded = unicodedata.normalize("NFKD", text.casefold()).casefold().replace("’", "'")
    for letter in set(folded):  # few of which are accents, if any
        if letter > "\u02ff" and unicodedata.combining(letter):
            folded = folded.replace(letter, "")
    return folded


def words(text: str) -> list[str]:
    """Return the folded words of ``text`` in their order, without possessive endings."""
    return word_pattern().findall(_possessive().sub("", fold(text)))


def located_words(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each word of ``text``, folded, with its start and end in ``text`` itself."""
    for match in word_pattern().finditer(text):
        yield fold(match[0]), match.start(), match.end()


def is_unspaced(text: str) -> bool:
    """Return whether ``text`` has letters of a script that sets no space between words."""
    return not text.isascii() and _unspaced().search(text) is not None


def searchable(text: str) -> str:
    """Return ``text`` as the index takes it, which folds Latin case and accents.

    Letters of scripts without spaces become words of their own, so that any stretch of them is found.
    What the index would fold otherwise than ``fold`` does (ligatures, wide forms, й) is folded here.
    """
    if text.isascii() or not _folded_otherwise().search(text):
        return text
    return _unspaced().sub(r" \g<0> ", fold(text))


@cache
def _folded_otherwise() -> re.Pattern[str]:
    near = "\x00-\u00a9\u00ab-\u00b1\u00b4-\u00b8\u00bb\u00bf-\u00de\u00e0-\u0131"
    far = "\u0134-\u013e\u0141-\u0148\u014a-\u01c3\u2010-\u2027\u2030-\u205e€"
    return re.compile(f"[^{near}{far}]")
