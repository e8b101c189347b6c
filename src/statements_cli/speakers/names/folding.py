"""Fold names for comparison: no case, accents, points or hyphens."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

# Letters that Unicode does not decompose, and the plain letters people type for them.
_UNDECOMPOSED = {
    **{"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"},
    **{"æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "ħ": "h"},
}


@cache
def _translation() -> dict[int, str | None]:
    table: dict[int, str | None] = {ord(letter): plain for letter, plain in _UNDECOMPOSED.items()}
    table |= dict.fromkeys(map(ord, "'’‘`´ʼʻ."), None)
    return table


@cache
def _not_word() -> re.Pattern[str]:
    return re.compile(r"[\W_]+")


@cache
def _slavic_ending() -> re.Pattern[str]:
    return re.compile(r"(?<=\w\w)(?:skyy|skyi|skyj|skiy|skij|skii|ski|sky)\b")


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """Return ``name`` folded for comparing: lower case, plain letters, single spaces.

    Points and apostrophes vanish ("J.D." is "jd", "O’Neill" is "oneill"), hyphens part words, and
    the endings that transliterations of one Slavic name differ in (-skyy, -skiy, -ski) become one.
    """
    if name.isascii():
        plain = name.lower()
        if plain.isalpha():
            return _slavic_ending().sub("sky", plain) if "sk" in plain else plain
    else:
        decomposed = unicodedata.normalize("NFKD", name.casefold())
        plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    plain = _not_word().sub(" ", plain.translate(_translation())).strip()
    return _slavic_ending().sub("sky", plain) if "sk" in plain else plain
