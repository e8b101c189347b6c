"""Parse a period as typed into its first and last day."""

from __future__ import annotations

import re
from datetime import date, timedelta

from statements_cli.data import table
from statements_cli.text.calendar_days import Day, days_in, numeric_day
from statements_cli.text.written_dates import parse_day

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
HOW_TO = "Write it as 2025-05-20, 2025-05, 2025-W21, 2025, '20 May 2025', 'last week' or 'yesterday'"


def period(text: str, today: str) -> tuple[str, str]:
    """Return first and last ISO day of a period; both the same for a day.

    Raises ValueError for any other text.
    """
    now = date.fromisoformat(today[:10])
    words = " ".join(text.lower().split()).removeprefix("the ")
    try:
        found = _relative(words, now) or _stated(text.strip(), now)
    except (OverflowError, ValueError):
        found = None
    if found is None:
        if numbers := re.fullmatch(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})\s*", text):
            if not any(numeric_day(numbers[1], numbers[2], numbers[3], first) for first in (True, False)):
                raise ValueError(f"there is no day '{text.strip()}'. {HOW_TO}")
            raise ValueError(f"'{text.strip()}' can be read as two different days. {HOW_TO}")
        raise ValueError(f"'{text.strip()}' is not a date. {HOW_TO}")
    return found[0].isoformat(), found[1].isoformat()


def bounds(day: Day) -> tuple[date, date]:
    """Return first and last day of a day, month or year whose year is known."""
    if day.year is None:
        raise ValueError("no year")
    month = day.month or 1
    last_month = day.month or 12
    return (
        date(day.year, month, day.day or 1),
        date(day.year, last_month, day.day or days_in(day.year, last_month)),
    )


def _stated(text: str, now: date) -> tuple[date, date] | None:
    if match := re.fullmatch(r"(?i)(?:q([1-4])[\s-]?(\d{4})|(\d{4})[\s-]?q([1-4]))", text):
        quarter, year = int(match[1] or match[4]), int(match[2] or match[3])
        return date(year, quarter * 3 - 2, 1), bounds(Day(year, quarter * 3))[1]
    if match := re.fullmatch(r"(?i)(\d{4})-?w(\d{1,2})", text):  # as counts by week name it
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday, monday + timedelta(6)
    # users type lower case and shorthand: 20 may 2025, 2025/5/20
    day = parse_day(text) or parse_day(text.title()) or parse_day(_padded(text))
    if day is None:
        return None
    return bounds(day if day.year is not None else _latest(day, now))


def _padded(text: str) -> str:
    return re.sub(r"\b(\d)\b", r"0\1", text)


def _latest(day: Day, now: date) -> Day:
    """Return the latest year in which a day or month without one has begun."""
    year = now.year
    while bounds_fail(day, year) or bounds(day.in_year(year))[0] > now:
        year -= 1
    return day.in_year(year)


def bounds_fail(day: Day, year: int) -> bool:
    """Return whether a year lacks the day (29 February)."""
    return day.month is not None and day.day is not None and day.day > days_in(year, day.month)


def _relative(words: str, now: date) -> tuple[date, date] | None:
    back = {"today": 0, "now": 0, "yesterday": 1, "day before yesterday": 2}.get(words)
    if back is not None:
        return now - timedelta(back), now - timedelta(back)
    weekday = words.removeprefix("last ").removeprefix("on ").removeprefix("this ")
    if weekday in WEEKDAYS:
        behind = (now.weekday() - WEEKDAYS.index(weekday)) % 7
        day = now - timedelta(behind or (7 if words.startswith("last ") else 0))
        return day, day
    if match := re.fullmatch(r"(this|last|past|previous) (week|month|year)", words):
        return _calendar_unit(match[1], match[2], now)
    if match := re.fullmatch(r"(\w+) (day|week|month|year)s? ago", words):
        count = _number(match[1])
        if count is None:
            return None
        day = _back(now, count, match[2])
        return day, day
    if match := re.fullmatch(r"(?:last|past|previous) (\w+) (day|week|month|year)s?", words):
        count = _number(match[1])
        return None if count is None else (_back(now, count, match[2]) + timedelta(1), now)
    return _named_month(words, now)


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() and len(word) < 5 else NUMBERS.get(word)


def _named_month(words: str, now: date) -> tuple[date, date] | None:
    if not words.startswith(("last ", "this ", "in ")):
        return None
    name = words.split(" ", 1)[1]
    names = {n: int(row[0]) for row in table("dates/months.tsv") if row[1] == "en" for n in row[2].split(" ")}
    if name not in names:
        return None
    return bounds(_latest(Day(None, names[name]), now))


def _calendar_unit(which: str, unit: str, now: date) -> tuple[date, date]:
    if which == "past":
        return _back(now, 1, unit), now
    if unit == "week":
        monday = now - timedelta(now.weekday() + (0 if which == "this" else 7))
        return monday, monday + timedelta(6)
    if unit == "year":
        return bounds(Day(now.year if which == "this" else now.year - 1))
    months = now.year * 12 + now.month - 1 - (0 if which == "this" else 1)
    return bounds(Day(months // 12, months % 12 + 1))


def _back(now: date, count: int, unit: str) -> date:
    if unit in ("day", "week"):
        return now - timedelta(count * (7 if unit == "week" else 1))
    months = now.year * 12 + now.month - 1 - count * (12 if unit == "year" else 1)
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(now.day, days_in(year, month)))
