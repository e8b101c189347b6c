"""Days are those of the calendar, and stay open where they are not stated."""

from __future__ import annotations

import pytest

from statements_cli.text.calendar_days import Day, days_in, make_day, month_number, numeric_day

# a month's name, its number
MONTHS = [("Sept.", 9), ("mayo", 5), ("травня", 5), ("MAY", 5), ("Moon", None), ("", None)]


@pytest.mark.parametrize(("name", "number"), MONTHS)
def test_months(name: str, number: int | None) -> None:
    """Month names of several languages are known, in full and short."""
    assert number == month_number(name)


# a year, a month, the days it has
LENGTHS = [(2023, 2, 28), (2024, 2, 29), (1900, 2, 28), (2000, 2, 29), (None, 2, 29), (2025, 12, 31), (2025, 4, 30)]


@pytest.mark.parametrize(("year", "month", "days"), LENGTHS)
def test_lengths_of_months(year: int | None, month: int, days: int) -> None:
    """February has 29 days in leap years, and where the year is not known."""
    assert days == days_in(year, month)


# year, month and day; as ISO 8601 has them, None for a day with no year, "" for no day of the calendar
DAYS = [
    (2025, 5, 20, "2025-05-20"),
    (2025, 5, None, "2025-05"),
    (2025, None, None, "2025"),
    (None, 5, 20, None),
    (1600, 1, 1, "1600-01-01"),
    (1599, 1, 1, ""),
    (2199, 12, 31, "2199-12-31"),
    (2200, 1, 1, ""),
    (2024, 2, 29, "2024-02-29"),
    (2023, 2, 29, ""),
    (2025, 0, None, ""),
    (2025, 13, None, ""),
    (2025, 5, 0, ""),
    (2025, None, 20, ""),
]


@pytest.mark.parametrize(("year", "month", "day", "iso"), DAYS)
def test_days(year: int | None, month: int | None, day: int | None, iso: str | None) -> None:
    """A day is made only where the calendar has it."""
    made = make_day(year, month, day)
    assert iso == (made.iso if made else "")
    assert made is None or made.complete == (None not in (year, month, day))
    assert made is None or made.in_year(2024) == Day(2024, month, day)


# the first and second number, the year, whether the day comes first; the day as ISO 8601, None for none
NUMERIC = [
    ("05", "06", "2025", True, "2025-06-05"),
    ("05", "06", "2025", False, "2025-05-06"),
    ("05", "06", "2025", None, None),
    ("05", "05", "2025", None, "2025-05-05"),
    ("12", "13", "2025", True, "2025-12-13"),
    ("13", "12", "2025", False, "2025-12-13"),
    ("13", "13", "2025", None, None),
    ("13", "12", "69", None, "2069-12-13"),
    ("13", "12", "70", None, "1970-12-13"),
]


@pytest.mark.parametrize(("first", "second", "year", "day_first", "iso"), NUMERIC)
def test_numeric_days(first: str, second: str, year: str, day_first: bool | None, iso: str | None) -> None:
    """What can be read two ways is read as the caller says; a number over twelve is the day."""
    made = numeric_day(first, second, year, day_first)
    assert iso == (made.iso if made else None)
