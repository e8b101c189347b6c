"""Decide whether days in figures are written with the day or the month first."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from statements_cli.data import table
from statements_cli.text.calendar_days import Day
from statements_cli.text.written_dates import find_days

READ_FOR_DATES = 20_000
"""Characters of an article's text that are read for dates which contradict the day published."""

MONTH_FIRST = frozenset(("US", "PH", "PW", "FM", "MH"))
"""Countries that write the month before the day."""
_ZONES_MONTH_FIRST = frozenset(
    ("ET", "EST", "EDT", "CT", "CDT", "MT", "MST", "MDT", "PT", "PST", "PDT", "AKST", "AKDT", "HST")
)
"""Time zones of a country that writes the month first."""
_ZONES_OF_ALL = frozenset(("UTC", "GMT", "Z"))
NEAR = 10
"""Days from one that the text names with its month within which the right reading lies."""


@cache
def _figures() -> re.Pattern[str]:
    return re.compile(r"(?<![\w/.:-])(\d\d?)([/-])(\d\d?)\2(\d{4}|\d\d)(?![\w/:-]|\.\d)")


def decide_day_first(text: str, country: str | None, lines: str = "") -> bool | None:
    """Return whether ``05/06/2025`` is the fifth of June in a text.

    By a weekday on the line, by its other dates, then by the country, the time zone on the line, and the days that the
    text names with their months. None where nothing decides.

    ``lines`` are the lines of the head that state the day.
    """
    window = text[:READ_FOR_DATES]
    readings = _readings(lines)
    named_weekdays = weekdays_named(lines)
    by_weekday = {first for first, day in readings if weekday_of(day) in named_weekdays}
    if len(by_weekday) == 1:
        return by_weekday.pop()
    others = {(int(m[1]) > 12, int(m[3]) > 12) for m in _figures().finditer(lines)}
    others |= {(int(m[1]) > 12, int(m[2]) > 12) for m in re.finditer(r"(?<!\d)(\d\d?)/(\d\d?)/\d{4}\b", window)}
    if (True, False) in others or (False, True) in others:
        return (True, False) in others
    if country:
        return country not in MONTH_FIRST
    zones = set(re.findall(r"\b[A-Z]{1,4}\b", lines)) & (_zones() | _ZONES_MONTH_FIRST) - _ZONES_OF_ALL
    if zones:
        return zones.isdisjoint(_ZONES_MONTH_FIRST)
    named = [found.day for found in find_days(window) if found.day.month and found.day.day]
    near = {first for first, day in readings if any(_apart(day, other) <= NEAR for other in named)}
    return near.pop() if len(near) == 1 else None


@cache
def _zones() -> frozenset[str]:
    return frozenset(name for name, _ in table("dates/zones.tsv"))


def _readings(lines: str) -> list[tuple[bool, date]]:
    """Return both readings of the days in figures, each with whether the day stands first."""
    found: list[tuple[bool, date]] = []
    for match in _figures().finditer(lines):
        one, two, year = int(match[1]), int(match[3]), int(match[4])
        year += 0 if year > 99 else 1900 if year >= 70 else 2000
        for first, day, month in ((True, one, two), (False, two, one)):
            try:
                found.append((first, date(year, month, day)))
            except ValueError:
                continue
    return found


def weekdays_named(line: str) -> set[str]:
    """Return the weekdays that a line names, by their first three letters."""
    return set(re.findall(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?=day|s?day|nesday|rs?day|urday|\b)", line))


def weekday_of(day: date) -> str:
    """Return the first three letters of a day's weekday."""
    return ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[day.weekday()]


def _apart(day: date, other: Day) -> int:
    """Return the days between two, a missing year taken as the same."""
    try:
        return abs((day - date(other.year or day.year, other.month or 1, other.day or 1)).days)
    except ValueError:
        return 366
