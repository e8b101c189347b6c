"""Read the authors that a byline or a line of names gives."""

from __future__ import annotations

import re
from functools import cache

from statements_cli.data import word_list
from statements_cli.text.calendar_days import month_number

LONGEST_BYLINE = 160
WEEKDAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
_PARTICLES = frozenset(("de", "la", "van", "von", "der", "den", "bin", "al", "el", "di", "da", "du", "ter", "dos"))


@cache
def _small() -> frozenset[str]:
    return frozenset(word_list("articles/byline_words.txt")) | _PARTICLES


@cache
def _not_names() -> frozenset[str]:
    return frozenset(word_list("articles/headline_words.txt"))


@cache
def _by() -> re.Pattern[str]:
    return re.compile(
        r"\W{0,3}(?:(?:By|BY|Written by|Story by|Reported by|Words by|Reporter|Authors?)\b\s*:?\s*"
        r"|By(?=[A-Z]))"
    )


def _opens_name(character: str) -> bool:
    """Return whether a character opens a name.

    A capital or ideograph (a pattern for these is slow to make).
    """
    return (
        "A" <= character <= "Z"
        or "À" <= character <= "Þ"
        or "Ѐ" <= character <= "Я"
        or "一" <= character <= "鿿"
        or character in ("“", '"')
    )


@cache
def _stamp_after() -> re.Pattern[str]:
    return re.compile(r"(?<!\s)\s++(?:\||•|·|(?i:first published|published|last updated|updated|posted)(?=\s|:|$))")


def read_byline(line: str) -> str | None:
    """Return the authors that a line introduced by "By" names.

    None for any other line.
    """
    if len(line) > LONGEST_BYLINE:
        return None
    if line.startswith("by "):  # written small, it opens names alone, for sentences break off before it
        return read_names(line.removeprefix("by "))
    match = _by().match(line)
    if not match or not _opens_name(line[match.end() : match.end() + 1]):
        return None
    names = _stamp_after().split(line[match.end() :])[0]
    names = names.strip(" |•·,;:-–—")
    words = re.findall(r"[^\s,|/]+", names)
    if not words or len(words) > 16 or (names.endswith((".", "!", "?")) and len(words) > 4):
        return None
    # "By Tuesday, China had agreed" is a sentence: its words are small
    named = [w for w in words if w[0].isupper() or not w[0].isascii() or w.lower() in _small() or w[0] in "&@("]
    return names if len(named) >= 0.8 * len(words) and not _is_time(words[0]) else None


def _is_time(word: str) -> bool:
    plain = word.lower().rstrip(",")
    return not word.isupper() and (plain in WEEKDAYS or month_number(plain) is not None)


def read_names(line: str) -> str | None:
    """Return the line if it holds only names parted by commas or "and", else None."""
    if len(line) > LONGEST_BYLINE or line[-1:] in ".?!:;" or not line:
        return None
    words = line.split()
    if 3 <= len(words) <= 8 and is_job(words[-1]):
        named = (" ".join(words[:length]).rstrip(",") for length in (3, 2))
        return line if any(_is_name(name) for name in named) else None
    people = re.split(r",\s++(?:and\s++)?|(?<!\s)\s++(?:(?:and|&|with)\s++|[|/;]\s*+)|[|/;]\s*+", line)
    return line if all(_is_name(person) for person in people) and len(people) <= 8 else None


def is_job(line: str) -> bool:
    """Return whether a line is nothing but what somebody does for a paper ("Deputy Editor")."""
    return bool(_job().search(line)) and len(line.split()) <= 5


@cache
def _job() -> re.Pattern[str]:
    return re.compile(r"(?i)\b(?:editor|correspondent|reporter|writer|contributor|columnist|bureau chief)s?$")


def _is_name(person: str) -> bool:
    words = person.split()
    if not 2 <= len(words) <= 5:
        return False
    for word in words:
        if word.lower() in _not_names() or not re.fullmatch(r"[^\W\d_][\w’'.-]*", word):
            return False
        if not word[0].isupper() and word not in _PARTICLES:
            return False
    return True
