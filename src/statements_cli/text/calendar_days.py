"""Make days of the calendar, as far as they are known, and read month names.

What is not stated stays open: "May 20" has no year, "May 2024" no day.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from statements_cli.data import table

MONTH_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Day(NamedTuple):
    """A day as far as a text states it; ``None`` for what it leaves open."""

    year: int | None
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str | None:
        """Return ``2025-05-20``, ``2025-05`` or ``2025``; None where the year is not known."""
        if self.year is None:
            return None
        parts = (f"{self.year:04d}", self.month and f"{self.month:02d}", self.day and f"{self.day:02d}")
        return "-".join(part for part in parts if part)

    @property
    def complete(self) -> bool:
        """Return whether year, month and day are all known."""
        return None not in (self.year, self.month, self.day)

    def in_year(self, year: int) -> Day:
        """Return the same day and month in a year known from elsewhere."""
        return Day(year, self.month, self.day)


@cache
def month_numbers() -> dict[str, int]:
    """Return month names and abbreviations, lower case, to 1 to 12."""
    return {name: int(number) for number, _, names in table("dates/months.tsv") for name in names.split(" ")}


def month_number(name: str) -> int | None:
    """Return the number of a month by its name or abbreviation, or None."""
    return month_numbers().get(name.lower().rstrip("."))


def days_in(year: int | None, month: int) -> int:
    """Return a month's number of days, 29 for February of no known year."""
    leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return 28 if month == 2 and not leap else MONTH_LENGTHS[month - 1]


def make_day(year: int | None, month: int | None = None, day: int | None = None) -> Day | None:
    """Return a day of the calendar from 1600 to 2199, None for any other."""
    if year is not None and not 1600 <= year <= 2199:
        return None
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and (month is None or not 1 <= day <= days_in(year, month)):
        return None
    return Day(year, month, day)


def numeric_day(first: str, second: str, year: str, day_first: bool | None) -> Day | None:
    """Read ``dd/mm/yyyy`` or ``mm/dd/yyyy``; None where both are possible and nothing decides."""
    whole = int(year) if len(year) == 4 else 2000 + int(year) if int(year) < 70 else 1900 + int(year)
    one, two = int(first), int(second)
    if one > 12 or two > 12:
        day_first = one > 12
    elif one == two:
        day_first = True
    if day_first is None:
        return None
    return make_day(whole, two, one) if day_first else make_day(whole, one, two)
