"""A line in; the authors it names, if it is a byline or a line of names, out."""

from __future__ import annotations

import re
from functools import cache

LONGEST_BYLINE = 160
_SMALL = frozenset(
    "and in of for the with at staff reporter reporters correspondent correspondents writer writers news desk editor "
    "editors agencies agency contributor special to from analysis de la van von der den bin al el di da du political "
    "diplomatic bureau chief senior foreign world affairs team our online web & | - – — at-large".split()
)
_NOT_NAMES = frozenset(
    "the a an why how what who when where is are was will has have news menu to for in on us after before over with "
    "key live latest exclusive breaking watch read analysis opinion".split()
)


@cache
def _by() -> re.Pattern[str]:
    return re.compile(
        r"\W{0,3}(?:(?:By|BY|Written by|Story by|Reported by|Words by|Reporter|Authors?)\b\s*:?\s*|By(?=[A-Z]))"
        r"(?=[A-Z“\"À-ÞЀ-Я一-鿿])"
    )


def read_byline(line: str) -> str | None:
    """The authors that a line introduced by "By" names, or None for any other line."""
    if len(line) > LONGEST_BYLINE:
        return None
    match = _by().match(line)
    if not match:
        return None
    names = re.split(
        r"\s+(?:\||•|·|Published|Updated|Posted|Last updated|PUBLISHED|UPDATED)(?:\s|:|$)",
        line[match.end() :],
    )[0]
    names = names.strip(" |•·,;:-–—")
    words = re.findall(r"[^\s,|/]+", names)
    if not words or len(words) > 16 or (names.endswith((".", "!", "?")) and len(words) > 4):
        return None
    # "By Tuesday, China had agreed" is a sentence: its words are small
    named = [w for w in words if w[0].isupper() or not w[0].isascii() or w.lower() in _SMALL or w[0] in "&@("]
    return names if len(named) >= 0.8 * len(words) and not _is_time(words[0]) else None


def _is_time(word: str) -> bool:
    return word.lower().rstrip(",") in (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
        "august september october november december".split()
    ) and not word.isupper()  # fmt: skip


def read_names(line: str) -> str | None:
    """The line itself where it is nothing but names of persons parted by commas or "and", else None."""
    if len(line) > LONGEST_BYLINE or line[-1:] in ".?!:;" or not line:
        return None
    people = re.split(r",\s+(?:and\s+)?|\s+(?:and|&|with)\s+|\s*[|/;]\s*", line)
    return line if all(_is_name(person) for person in people) and len(people) <= 8 else None


def _is_name(person: str) -> bool:
    words = person.split()
    if not 2 <= len(words) <= 5:
        return False
    for word in words:
        if word.lower() in _NOT_NAMES or not re.fullmatch(r"[^\W\d_][\w’'.-]*", word):
            return False
        if not word[0].isupper() and word not in (
            "de",
            "la",
            "van",
            "von",
            "der",
            "den",
            "bin",
            "al",
            "el",
            "di",
            "da",
            "du",
            "ter",
        ):
            return False
    return True
