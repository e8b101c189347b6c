"""Read the dateline that a paragraph opens with: place, day, agency."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from statements_cli.articles.metadata.outlets import known_outlet
from statements_cli.text.calendar_days import Day
from statements_cli.text.written_dates import find_days

LONGEST_DATELINE = 120
_MARKS = ("(", "[", "/", " -", "\n-", "\t-", "--", "–", "—", "―")
"""What stands around a dateline's agency or behind its place: every dateline has one."""


class Dateline(NamedTuple):
    """Where a dateline ends, in characters of the document, and what it states."""

    end: int
    place: str | None
    day: Day | None
    agency: str | None


@cache
def _form() -> re.Pattern[str]:
    capitals = r"[A-ZÀ-Þ][A-ZÀ-Þ.’'/&-]*"
    place = rf"{capitals}(?:[ ,]+{capitals}){{0,5}}(?:,\s[A-Z][\w.]{{1,14}}(?:\s[A-Z][\w.]{{1,14}})?)?"
    loose = r"[A-ZÀ-Þ][\w.’'-]*(?:[ ,/]+[A-ZÀ-Þ][\w.’'-]*){0,4}"
    written = r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8})(?:,?\s\d{4})?"
    agency = r"(?:[(\[](?P<agency0>[^()\[\]]{2,40})[)\]]|/(?P<slash>[A-Z][\w -]{1,20})/)"
    dash = r"(?:--+|[-–—―])"
    parting = r"(?:\s-\s?|\s?(?:--+|[–—―])\s?)"  # a hyphen alone may stand within a name
    return re.compile(
        rf"(?:(?P<day2>{written})|(?P<place0>{loose})?(?:[,\s]+(?P<day0>{written})[.,]?)?)\s*{agency}\.?\s*(?:{dash}|:)?\s*"
        rf"|(?P<place1>{place})(?:[,\s]+(?P<day1>{written})[.,]?)?{parting}"
    )


def _may_open(head: str) -> bool:
    """Return whether one of the marks stands behind capitalised words and numbers alone."""
    found = [at for at in map(head.find, _MARKS) if at >= 0]
    return bool(found) and not any(word[0].islower() for word in head[: min(found)].split())


@cache
def _full_form() -> re.Pattern[str]:
    """Match a place in ordinary spelling beside a day with its year.

    For example: "Brussels, 3 June 2025 -", "GENEVA (3 June 2025) –"; or a day alone: "June 3, 2025 -- Ministers".
    """
    months = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
    weekdays = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    word = rf"(?!{weekdays}\b|(?:{months})[a-z]{{0,6}}\.? \d)[A-ZÀ-Þ][\w.’'-]*+"
    place = rf"{word}(?>(?:(?:,? |/)(?:(?:de|la|le|el|of|del|am|an der|upon) )?{word}){{0,4}})"
    weekday = rf"(?:{weekdays},? )?"
    month = r"[A-Z][a-z]{2,8}\.?"
    day = rf"(?:{month} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th|\.)? {month},? \d{{4}})"
    dash = r"\s?(?:--+|[–—―])\s?|\s-\s"
    return re.compile(
        rf"(?P<place0>{place}) ?[(\[]{weekday}(?P<day0>{day})[)\]](?:{dash}|\s?:)\s?"
        rf"|(?P<place1>{place})(?:,? | ?[–—-]+ )\(?{weekday}(?P<day1>{day})\)?(?:{dash})"
        rf"|[(\[](?P<place2>{place}),? {weekday}(?P<day2>{day})[)\]](?:{dash}|:)?\s*"
        rf"|(?P<day3>{day})(?:, | ?[–—|-] )(?P<place3>{place})(?:{dash})"
        rf"|(?P<place4>)(?P<day4>{day})(?:\s?(?:--+|[–—―])\s?|\s-\s)(?=[\"“A-ZÀ-Þ])"
    )


def _read_full(start: int, head: str) -> Dateline | None:
    match = _full_form().match(head) if any(map(str.isdigit, head)) else None
    if match is None:
        return None
    [number] = [n for n in "01234" if match[f"day{n}"]]
    day = next((found.day for found in find_days(match[f"day{number}"])), None)
    return Dateline(start + match.end(), match[f"place{number}"] or None, day, None) if day is not None else None


def read_dateline(text: str, start: int, end: int) -> Dateline | None:
    """Return the dateline at the beginning of a paragraph, or None.

    ``BEIJING, May 20 (Reuters) -``, ``HAYWARD, Calif. (AP) —``, ``(CNN)``, ``MOSCOW, May 20. /TASS/.``,
    ``BOSTON —``, ``Brussels, 3 June 2025 -``. A day in it has no year unless one stands there.
    """
    head = text[start : min(end, start + LONGEST_DATELINE)]
    if not _may_open(head):
        return None
    if (full := _read_full(start, head)) is not None:
        return full
    match = _form().match(head)
    if not match:
        return None
    agency = match["agency0"] or match["slash"]
    place = match["place0"] or match["place1"]
    if agency:
        agency = known_outlet(agency) or next((known_outlet(part) for part in re.split(r"[/,]\s*", agency)), None)
        if not agency:
            return None
    elif not place or sum(c.isupper() for c in place) < 3 or place in ("EDITOR", "UPDATE", "BREAKING", "LIVE"):
        return None
    written = match["day0"] or match["day1"] or match["day2"]
    day = next((found.day for found in find_days(written)), None) if written else None
    return Dateline(start + match.end(), place, day, agency)
