"""A holiday falls on the day that its rule gives, the last time before the day published."""

from __future__ import annotations

from datetime import date

import pytest

from statements_cli.dates.expressions import find
from statements_cli.dates.holidays import day_of, easter, holidays, last_holiday, names_holiday
from statements_cli.dates.normalise import resolve


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1818, "1818-03-22"),
        (1943, "1943-04-25"),
        (2000, "2000-04-23"),
        (2024, "2024-03-31"),
        (2025, "2025-04-20"),
        (1954, "1954-04-18"),
        (1981, "1981-04-19"),
        (2049, "2049-04-18"),
        (2076, "2076-04-19"),
    ],  # a week earlier than reckoned
)
def test_easter(year: int, day: str) -> None:
    """Easter is the Sunday that calendars have, the earliest and the latest there are among them."""
    assert day == easter(year).isoformat()


@pytest.mark.parametrize(
    ("name", "published", "day"),
    [
        ("Good Friday", "2024-04-05", "2024-03-29"),
        ("Easter Monday", "2024-04-01", "2024-04-01"),
        ("Easter Monday", "2024-03-31", "2024-04-01"),
        ("Easter Monday", "2024-03-30", None),  # to come
        ("Easter Monday", "2024-02-01", None),
        ("Easter Monday", "2024-01-31", "2023-04-10"),  # too far off: last year's
        ("New Year's Day", "2023-12-15", None),
        ("Thanksgiving", "2024-01-03", "2023-11-23"),
        ("Black Friday", "2023-12-01", "2023-11-24"),
        ("Memorial Day", "2024-07-09", "2024-05-27"),
        ("Labor Day", "2024-09-02", "2024-09-02"),
        ("Boxing Day", "2024-01-02", "2023-12-26"),
        ("Christmas Day", "2023-12-24", "2023-12-25"),  # the next day, for the world's zones
        ("Founders' Day", "2024-01-02", None),
    ],
)
def test_last_holiday(name: str, published: str, day: str | None) -> None:
    """Nothing is said after the day published: a holiday is the last one."""
    found = last_holiday(name, date.fromisoformat(published))

    assert day == (found and found.isoformat())


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("last mon 5", "2024-05-27"),
        ("last thu 2", "2024-02-29"),
        ("last tue 12", "2024-12-31"),
        ("1 sun 12", "2024-12-01"),
        ("4 thu 11", "2024-11-28"),
        ("4 thu 11 1", "2024-11-29"),
        ("easter -2", "2024-03-29"),
    ],
)
def test_rules(rule: str, day: str) -> None:
    """A rule names a weekday of a month or its last, or counts from Easter."""
    assert day == day_of(rule, 2024).isoformat()


def test_every_rule_gives_a_day() -> None:
    """Every rule of the list can be reckoned."""
    assert all(day_of(rule, 2025).year in (2025, 2026) for rule in holidays().values())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("said on Good Friday that", "2024-03-29"),
        ("said on St Patrick’s Day that", "2024-03-17"),
        ("said on Thanksgiving 2021 that", "2021-11-25"),
        ("died on Easter Monday, 21 April 2025.", "2025-04-21"),
        ("said on the Fourth of July that", "2023-07-04"),
        ("Eastern towns spoke on Easter Monday.", "2024-04-01"),
        ("said on the 3rd of the month that", "2024-04-03"),
        ("On the 3rd, Holt said", "2024-04-03"),
    ],
)
def test_in_text(text: str, day: str) -> None:
    """A holiday is an expression of time, and a written day beside it is surer."""
    found = [resolve(expression, date(2024, 4, 5)) for expression in find(text)]

    assert day in [one[0] for one in found if one]


@pytest.mark.parametrize(
    ("text", "start", "end", "named"),
    [
        ("On Easter it rained.", 0, 20, True),
        ("On Easter it rained.", 3, 9, True),
        ("On Easter it rained.", 4, 20, False),
        ("On Easter it rained.", 0, 8, False),
        ("Eastern towns, on Easter", 0, 14, False),
        ("Eastern towns, on Easter", 0, 24, True),
    ],
)
def test_names_holiday(text: str, start: int, end: int, named: bool) -> None:
    """Names are looked for between two places alone: a long text is not read through for each of its articles."""
    assert named == names_holiday(text, start, end)
