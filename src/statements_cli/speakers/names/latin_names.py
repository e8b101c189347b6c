"""Write a person's name in another script in Latin letters, to compare its spellings."""

from __future__ import annotations

from functools import cache, lru_cache

from statements_cli.data import table

_LATIN_END = "\u0370"  # Latin letters and their marks lie below
_HAN = "\u3400", "\u9fff"
_GERMAN_ENDS = ("owa", "ewa", "skij", "skyj", "skyi", "skaja", "tschenko", "tschuk")
"""Ends of Slavonic surnames that no other language but German spells so."""
_GERMAN_LETTERS = (
    ("Schtsch", "Sh\1"), ("schtsch", "sh\0"), ("Tsch", "\1"), ("tsch", "\0"), ("Sch", "Sh"), ("sch", "sh"),
    ("Ch", "Kh"), ("ch", "kh"), ("\0", "ch"), ("\1", "Ch"), ("skyj", "sky"), ("skij", "sky"),
    ("J", "Y"), ("j", "y"), ("W", "V"), ("w", "v"),
)  # fmt: skip
"""Letters of a surname in German, and in English."""
_LONGEST = 4  # characters of the longest Chinese name of a person


@lru_cache(4096)
def latin_name(name: str) -> str:
    """Return a name in Latin letters.

    One that is written in them comes back as it is.

    Chinese names get their syllables' usual order and division ("习近平": "Xi Jinping"); names of others, which
    Chinese writes by their sound, are looked up in a list. Other scripts go letter by letter.
    """
    if all(character < _LATIN_END or character in "’‘–" for character in name):
        return _from_german(name)
    if _HAN[0] <= name[0] <= _HAN[1]:
        return _han_names().get(name) or _of_surname(name) or _chinese(name)
    from statements_cli.text.transliteration import in_latin

    return in_latin(name)


def _from_german(name: str) -> str:
    """Return a Slavonic name that is spelt as in German, as English spells it.

    Any other comes back as it is.

    >>> _from_german("Sergej Lawrow"), _from_german("Maria Sacharowa"), _from_german("Egon Krenz")
    ('Sergey Lavrov', 'Maria Zakharova', 'Egon Krenz')
    """
    given, _, surname = name.rpartition(" ")
    first = _german_spellings().get(given.lower())
    if not given or not (first or surname.endswith(_GERMAN_ENDS)):
        return name
    for letters, sound in _GERMAN_LETTERS:
        surname = surname.replace(letters, sound)
    start = "Z" if surname[:1] == "S" and surname[1:2] in "aeiou" else surname[:1]
    return f"{first.title() if first else given} {start}{surname[1:]}"


def _of_surname(name: str) -> str | None:
    """Return the listed person of a surname whose given name Chinese writes before it: ``谢尔盖·拉夫罗夫``."""
    given, _, surname = name.replace("•", "·").rpartition("·")
    listed = _han_names().get(surname) if given else None
    if listed is None:
        return None
    from statements_cli.speakers.names.sounds import consonants, sound_of
    from statements_cli.text.transliteration import in_latin

    heard, known = (
        consonants(sound_of("".join(one.lower().split()))).replace("T", "D")
        for one in (in_latin(given), listed.split()[0])
    )
    return listed if heard[:1] == known[:1] and heard[1:2] in known[1:3] else None


@cache
def _german_spellings() -> dict[str, str]:
    return {row[0]: row[1] for row in table("names/german_spellings.tsv")}


@cache
def _han_names() -> dict[str, str]:
    return {row[0]: row[1] for row in table("names/han_names.tsv")}


def _chinese(name: str) -> str:
    if not 1 < len(name) <= _LONGEST:
        return name
    from statements_cli.text.transliteration import in_latin

    family, *given = (in_latin(character) for character in name)
    return f"{family} {''.join(given).capitalize()}"
