"""Decide whether names are one person's, and what gender they indicate."""

from __future__ import annotations

from collections.abc import Sequence

from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.name_parts import Named

_IN_FULL = 2  # words of a name that has a first name
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


def family_first(name: str) -> bool:
    """Return whether the family name stands first: a Chinese, Korean or Vietnamese name."""
    words = name.split()
    if not 2 <= len(words) <= 4 or words[0] not in name_lexicon.family_names():
        return False
    if len(words) == _IN_FULL and words[1].rpartition("-")[2].islower() and "-" in words[1]:
        return True  # "Kim Soo-jin", though "Kim" is a first name, too
    return not name_lexicon.gender_of(words[0]) or not name_lexicon.gender_of(words[1])


def distance(one: str, other: str) -> int:
    """Return how many letters part two words (Levenshtein)."""
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        before, row[0] = row[0], place
        for at, against in enumerate(other, 1):
            before, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, before + (letter != against))
    return row[-1]


def same_person(known: Sequence[str], name: str, words: tuple[str, ...]) -> bool:
    """Return whether a full name, folded, is another form of a known one.

    Surname and first names agree.
    """
    mine = tuple(word for word in known if word not in SUFFIXES)
    other = tuple(word for word in words if word not in SUFFIXES)
    if mine == other:
        return not (set(known) ^ set(words)) & SUFFIXES  # "Donald Trump Jr." is the son
    if len(mine) < 2 or len(other) < 2:
        return False
    shorter, longer = sorted((mine, other), key=len)
    if len(longer) > 2 and longer[-len(shorter) :] == shorter:
        return True  # "Mr. Peña Nieto"
    if mine[-1] == other[-1]:
        return _agree(mine[0], other[0]) and not (set(known) ^ set(words)) & SUFFIXES
    return len(mine) == len(other) == 2 and mine == other[::-1] and family_first(name)


def _agree(one: str, other: str) -> bool:
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1 or len(one) == 2 == len(other):
        return one[0] == other[0]
    short = name_lexicon.nicknames()
    return short.get(one, one) == short.get(other, other)


def title_tells(mentions: Sequence[Named]) -> str:
    """Return the gender that the titles before a name tell, ``m`` or ``f``.

    Empty where they tell none.
    """
    for named in mentions:
        for word in named.before.split():
            plain = word.rstrip(".")
            if plain in name_lexicon.words("names/titles_male.txt"):
                return "m"
            if plain in name_lexicon.words("names/titles_female.txt"):
                return "f"
    return ""


def gender_of_name(name: str) -> str:
    """Return the gender that a full name's first name tells, ``m`` or ``f``.

    Empty where it tells none, as "Lindsey" does.
    """
    words = name.split()
    if len(words) < _IN_FULL or words[0].lower() in name_lexicon.words("names/first_names_either.txt"):
        return ""
    return name_lexicon.gender_of(words[0]) if not family_first(name) else ""
