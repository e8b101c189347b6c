"""Compare names across scripts by what of their sound all scripts keep."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from statements_cli.data import table
from statements_cli.text.transliteration import in_latin

_KANA = re.compile(r"[\u3040-\u30ff]")
_LONG = str.maketrans({"ー": "", "・": " ", "＝": " ", "·": " "})
_KANA_SOUNDS = (("chi", "ti"), ("tsu", "tu"), ("ji", "di"), ("zu", "du"))
"""Syllables in which Japanese writes others' "ti", "tu", "di" and "du"."""
_PUT_IN = re.compile(r"(?<=[td])o|(?<=[^aeiou\W])u")
"""Vowels that Japanese puts between others' consonants, and behind them."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff\s-]+")
_LONGEST_SYLLABLE = 6  # letters, in Cyrillic: чжуань
_LEAST_CONSONANTS = 3  # of one word: two are common to too many
_LEAST_OF_NAME = 4  # of a whole name


def pinyin_of(name: str) -> str | None:
    """Return a Chinese name that is written in Cyrillic, in pinyin.

    None for any other.

    >>> pinyin_of("Си Цзиньпин")
    'xi jinping'
    """
    if not _CYRILLIC.fullmatch(name):
        return None
    words = [_syllables(word) for word in re.split(r"[\s-]+", name.casefold().strip())]
    return " ".join("".join(word) for word in words if word) if all(words) else None


def sounds_of(name: str) -> tuple[str, ...]:
    """Return what a name in another script may sound like.

    Each of its words has a sound. Chinese characters, which each language reads as it likes, have none.
    """
    if _HAN.search(name):
        return ()
    latin = in_latin(name.translate(_LONG)).lower()
    ways = [latin]
    if _KANA.search(name):
        for written, meant in _KANA_SOUNDS:
            ways += [way.replace(written, meant) for way in ways if written in way]
        ways += [_PUT_IN.sub("", way) for way in ways]
    return tuple(dict.fromkeys(" ".join(map(sound_of, re.findall("[a-z]+", way))) for way in ways))


@lru_cache(maxsize=4096)
def sound_of(word: str) -> str:
    """Return the sound of a folded word in Latin letters.

    Kinds of consonants are capitals, vowels small letters.

    >>> sound_of("jinping"), sound_of("putin")
    ('SiNBiN', 'BuTiN')
    """
    found: list[str] = []
    at = 0
    letters = _letters()
    while at < len(word):
        for length in (3, 2, 1):
            sound = letters.get(word[at : at + length])
            if sound is not None:
                found += [one for one in sound if not found or one != found[-1]]
                at += length
                break
        else:
            at += 1
    return "".join(found)


def consonants(sound: str) -> str:
    """Return the kinds of consonants of a sound, the same in a row as one."""
    found = [letter for letter in sound if letter.isupper()]
    return "".join(letter for at, letter in enumerate(found) if letter != "".join(found[at - 1 : at]))


def comparable(sound: str, *, whole: bool) -> bool:
    """Return whether a sound has enough consonants to be known by.

    ``whole`` says that it is that of a whole name, not of a word of one.
    """
    return len(consonants(sound)) >= (_LEAST_OF_NAME if whole else _LEAST_CONSONANTS)


def _syllables(word: str) -> tuple[str, ...]:
    """Return the pinyin syllables of a Cyrillic word, as long as can be.

    None where some of its letters are no syllable.
    """
    ways: list[tuple[str, ...] | None] = [()] + [None] * len(word)
    for end in range(1, len(word) + 1):
        for length in range(min(_LONGEST_SYLLABLE, end), 0, -1):
            before, syllable = ways[end - length], _pinyin().get(word[end - length : end])
            if before is not None and syllable is not None:
                ways[end] = (*before, syllable)
                break
    return ways[-1] or ()


@cache
def _letters() -> dict[str, str]:
    return {row[0]: row[1] for row in table("names/sounds.tsv")}


@cache
def _pinyin() -> dict[str, str]:
    return {row[0]: row[1] for row in table("names/cyrillic_syllables.tsv")}
