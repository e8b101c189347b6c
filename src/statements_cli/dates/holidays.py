"""Give the day of a holiday.

The same each year, so many days from Easter, or the nth weekday of a month.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from statements_cli.data import table

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEK = 7  # days
AHEAD = 60
"""Days within which a day whose year isn't told is taken to be one that is to come."""


@cache
def holidays() -> dict[str, str]:
    """Return the rule of each holiday by its name.

    For example: "12-25", "easter -2", "4 thu 11", "last mon 5", "4 thu 11 +1".
    """
    return {row[0]: row[1] for row in table("dates/holidays.tsv")}


@cache
def feasts() -> str:
    """Return the pattern of the names, with both signs of an apostrophe."""
    return "|".join(re.escape(name).replace("'", "['’]") for name in holidays())


@cache
def _beginnings() -> dict[str, list[str]]:
    """Return what names of holidays begin with, by the last word of many of them.

    Up to an apostrophe, of which there are two signs. What has none of those words stands under nothing.
    """
    found: dict[str, list[str]] = {"": [], "Day": [], "Eve": [], "Night": []}
    for name in holidays():
        last = name.rpartition(" ")[2]
        found[last if last in found else ""].append(name.partition("'")[0])
    return found


def names_holiday(text: str, start: int = 0, end: int | None = None) -> bool:
    """Return whether a stretch of a text may have a holiday's name."""
    end = len(text) if end is None else end
    for last, names in _beginnings().items():
        if text.find(last, start, end) < 0:
            continue
        for name in names:  # to look for each takes less than to match a pattern of all
            at = text.find(name, start, end)
            while at >= 0:
                at += len(name)
                if not text[at : at + 1].isalpha():  # as in "Eastern"
                    return True
                at = text.find(name, at, end)
    return False


def last_holiday(name: str, published: date) -> date | None:
    """Return a holiday's day nearest before publication, on it or next.

    None for no holiday, and for one that is to come soon.

    >>> last_holiday("Good Friday", date(2024, 4, 5)).isoformat()
    '2024-03-29'
    """
    rule = holidays().get(name)
    if rule is None:
        return None
    coming = (day_of(rule, published.year + ahead) for ahead in (0, 1))
    if any(1 < (day - published).days <= AHEAD for day in coming):
        return None
    days = (day_of(rule, year) for year in (published.year, published.year - 1))
    return next((day for day in days if day <= published + timedelta(days=1)), None)


def day_of(rule: str, year: int) -> date:
    """Return the day that a rule gives in a year."""
    words = rule.split()
    if words[0] == "easter":
        return easter(year) + timedelta(days=int(words[1]))
    if len(words) == 1:
        month, day = map(int, rule.split("-"))
        return date(year, month, day)
    which, weekday, month, more = words[0], _WEEKDAYS.index(words[1]), int(words[2]), words[3:]
    if which == "last":
        end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        found = end - timedelta(days=(end.weekday() - weekday) % _WEEK)
    else:
        first = date(year, month, 1)
        found = first + timedelta(days=(weekday - first.weekday()) % _WEEK + _WEEK * (int(which) - 1))
    return found + timedelta(days=int(more[0])) if more else found


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar.

    By the method of Meeus, Jones and Butcher (Nature, 1876).
    """
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)
