"""Write a person's name in another script in Latin letters, to compare its spellings."""

from __future__ import annotations

from functools import cache, lru_cache

from statements_cli.data import table

_LATIN_END = "\u0370"  # Latin letters and their marks lie below
_HAN = "\u3400", "\u9fff"
_LONGEST = 4  # characters of the longest Chinese name of a person


@lru_cache(4096)
def latin_name(name: str) -> str:
    """Return a name in Latin letters.

    One that is written in them comes back as it is.

    Chinese names get their syllables' usual order and division ("习近平": "Xi Jinping"); names of others, which
    Chinese writes by their sound, are looked up in a list. Other scripts go letter by letter.
    """
    if all(character < _LATIN_END or character in "’‘–" for character in name):
        return name
    if _HAN[0] <= name[0] <= _HAN[1]:
        return _han_names().get(name) or _chinese(name)
    from statements_cli.text.transliteration import in_latin

    return in_latin(name)


@cache
def _han_names() -> dict[str, str]:
    return {row[0]: row[1] for row in table("names/han_names.tsv")}


def _chinese(name: str) -> str:
    if not 1 < len(name) <= _LONGEST:
        return name
    from statements_cli.text.transliteration import in_latin

    family, *given = (in_latin(character) for character in name)
    return f"{family} {''.join(given).capitalize()}"
