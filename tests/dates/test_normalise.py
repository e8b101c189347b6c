"""What an expression of time means, for a day published, a month inferred, and nothing known."""

from __future__ import annotations

from datetime import date

import pytest

from statements_cli.dates.expressions import Expression, find
from statements_cli.dates.normalise import published_day, reckon, resolve, stretch

TUESDAY = date(2025, 5, 20)

RESOLVED = [
    # weekdays: the last one, today's included, unless it is "last"
    ("on Tuesday", TUESDAY, ("2025-05-20", "relative")),
    ("last Tuesday", TUESDAY, ("2025-05-13", "relative")),
    ("on Monday", TUESDAY, ("2025-05-19", "relative")),
    ("last Monday", TUESDAY, ("2025-05-19", "relative")),
    ("on Thursday", TUESDAY, ("2025-05-15", "relative")),
    # the day after: the stamp is a day behind, for one six days ago would be the last
    ("on Wednesday", TUESDAY, ("2025-05-21", "relative")),
    ("last Wednesday", TUESDAY, ("2025-05-14", "relative")),
    ("on Tues. that", TUESDAY, ("2025-05-20", "relative")),
    # a day of a month not stated: the last such
    ("on the 8th.", TUESDAY, ("2025-05-08", "relative")),
    ("on the 21st he", TUESDAY, ("2025-05-21", "relative")),
    ("on the 22nd that", TUESDAY, ("2025-04-22", "relative")),
    # holidays of a fixed day: the last such
    ("on New Year’s Eve", TUESDAY, ("2024-12-31", "stated")),
    ("on Boxing Day", TUESDAY, ("2024-12-26", "stated")),
    # seasons: the year of the last one that is over
    ("last spring", TUESDAY, ("2024", "relative")),
    ("last spring", date(2025, 6, 1), ("2025", "relative")),
    ("last winter", TUESDAY, ("2025", "relative")),
    ("last winter", date(2025, 2, 28), ("2024", "relative")),
    ("last fall", TUESDAY, ("2024", "relative")),
    ("last autumn", date(2025, 12, 1), ("2025", "relative")),
    # a month or day of last year
    ("in January last year", TUESDAY, ("2024-01", "relative")),
    ("on 3 January last year", TUESDAY, ("2024-01-03", "relative")),
    ("in January this year", TUESDAY, ("2025-01", "stated")),
    # several days are known by their month
    ("from Feb. 18-22", TUESDAY, ("2025-02", "stated")),
    ("from 18–22 February", TUESDAY, ("2025-02", "stated")),
    ("on Feb. 18 - in rain", TUESDAY, ("2025-02-18", "stated")),
    # days counted from the day published
    ("today", TUESDAY, ("2025-05-20", "relative")),
    ("yesterday", TUESDAY, ("2025-05-19", "relative")),
    ("the day before yesterday", TUESDAY, ("2025-05-18", "relative")),
    ("Wednesday last week", TUESDAY, ("2025-05-14", "relative")),
    ("Tuesday morning of last week", TUESDAY, ("2025-05-13", "relative")),
    ("last week on Tuesday", TUESDAY, ("2025-05-13", "relative")),
    ("Monday this week", TUESDAY, ("2025-05-19", "relative")),
    ("a decade ago", TUESDAY, ("2015", "relative")),
    ("two decades ago", TUESDAY, ("2005", "relative")),
    ("this spring", TUESDAY, ("2025", "relative")),
    ("in the last week of April", TUESDAY, ("2025-04", "stated")),
    ("last week of lying", TUESDAY, ("2025-05", "relative")),
    ("at the beginning of the month", TUESDAY, ("2025-05", "relative")),
    ("At the start of this year", TUESDAY, ("2025", "relative")),
    ("at the start of last year", TUESDAY, ("2024", "relative")),
    ("two days ago", TUESDAY, ("2025-05-18", "relative")),
    ("2 days ago", TUESDAY, ("2025-05-18", "relative")),
    ("ten days ago", TUESDAY, ("2025-05-10", "relative")),
    ("nineteen days ago", TUESDAY, ("2025-05-01", "relative")),
    ("about thirty years ago", TUESDAY, ("1995", "relative")),
    ("twenty-two years ago", TUESDAY, ("2003", "relative")),
    ("just Ninety-nine years ago", TUESDAY, ("1926", "relative")),
    # weeks: the month of most of their days; what is left of one, and weekends: the month or year of all of them
    ("this week", TUESDAY, ("2025-05", "relative")),
    ("last week", TUESDAY, ("2025-05", "relative")),
    ("this week", date(2025, 5, 1), ("2025", "relative")),
    ("this week", date(2025, 5, 19), ("2025-05-19", "relative")),
    ("a fortnight ago", TUESDAY, ("2025-05", "relative")),
    ("a fortnight ago", date(2025, 5, 12), ("2025-05", "relative")),  # 28 April to 4 May
    ("last week", date(2025, 7, 8), ("2025-07", "relative")),  # 30 June to 6 July
    ("last week", date(2025, 10, 6), ("2025-10", "relative")),  # 29 September to 5 October
    ("last week", date(2025, 3, 5), ("2025-02", "relative")),  # 24 February to 2 March
    ("last week", date(2026, 1, 7), ("2026-01", "relative")),  # 29 December to 4 January
    ("over the weekend", TUESDAY, ("2025-05", "relative")),
    ("over the weekend", date(2025, 6, 3), ("2025", "relative")),
    ("over the weekend", date(2025, 5, 17), ("2025-05-17", "relative")),
    ("over the weekend", date(2025, 5, 18), ("2025-05", "relative")),
    # months and years
    ("this month", TUESDAY, ("2025-05", "relative")),
    ("last month", TUESDAY, ("2025-04", "relative")),
    ("last month", date(2025, 1, 31), ("2024-12", "relative")),
    ("six months ago", TUESDAY, ("2024-11", "relative")),
    ("this year", TUESDAY, ("2025", "relative")),
    ("last year", TUESDAY, ("2024", "relative")),
    # dates: the year stated, or the last such day, tomorrow still allowed
    ("on 14 April 2024", TUESDAY, ("2024-04-14", "stated")),
    ("on April 14", TUESDAY, ("2025-04-14", "stated")),
    ("on May 21", TUESDAY, ("2025-05-21", "stated")),
    ("on May 22", TUESDAY, None),  # to come: papers give the year of what was nearly a year ago
    ("on July 19", TUESDAY, None),
    ("on July 20", TUESDAY, ("2024-07-20", "stated")),
    ("on December 31", date(2025, 12, 31), ("2025-12-31", "stated")),
    ("on January 1", date(2025, 12, 31), ("2025-01-01", "stated")),
    ("in May", TUESDAY, ("2025-05", "stated")),
    ("in June", TUESDAY, ("2024-06", "stated")),
    ("last May", TUESDAY, ("2024-05", "relative")),
    ("last April", TUESDAY, ("2025-04", "relative")),
    ("on February 29", date(2025, 5, 20), None),
    ("on February 29", date(2024, 5, 20), ("2024-02-29", "stated")),
    # without a day published only what names its year has a meaning
    ("on 14 April 2024", None, ("2024-04-14", "stated")),
    ("on April 14", None, None),
    ("on Tuesday", None, None),
    ("last year", None, None),
]


def first(words: str) -> Expression:
    """Return the first expression of time in some words."""
    return next(iter(find(words)))


@pytest.mark.parametrize(("words", "published", "expected"), RESOLVED)
def test_resolved(words: str, published: date | None, expected: tuple[str, str] | None) -> None:
    """An expression is a day, month or year with its basis, or nothing where nothing tells it."""
    assert expected == resolve(first(words), published)


@pytest.mark.parametrize("words", ["the night before last", "half a year ago", "next Tuesday", "later this week"])
def test_no_expression(words: str) -> None:
    """What is half a unit, counted from a night unknown or still to come is no expression of time."""
    assert [] == find(words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("two days later", "2025-05-03"),
        ("three days after", "2025-05-04"),
        ("two days earlier", "2025-04-29"),
        ("two days before", "2025-04-29"),
        ("the next day", "2025-05-02"),
        ("the previous day", "2025-04-30"),
        ("the previous evening", "2025-04-30"),
        ("the night before", "2025-04-30"),
        ("the following morning", "2025-05-02"),
        ("the same day", "2025-05-01"),
    ],
)
def test_counted_from_the_day_before(words: str, expected: str) -> None:
    """What counts from another day counts from the one told of just before; without it only the same day is known."""
    assert (expected, "relative") == resolve(first(words), TUESDAY, date(2025, 5, 1))
    unknown = (TUESDAY.isoformat(), "relative") if words == "the same day" else None
    assert unknown == resolve(first(words), TUESDAY)


@pytest.mark.parametrize(
    ("words", "published", "expected"),
    [
        ("on Monday", "2025-05-20", ("2025-05-19", "relative")),
        ("on Monday", "2025-05-20T23:30+05:30", ("2025-05-19", "relative")),
        # in a month that was only inferred
        ("on Monday", "2025-05", ("2025-05", "relative")),
        ("last year", "2025-05", ("2024", "relative")),
        ("last month", "2025-05", ("2025-04", "relative")),
        ("on May 30", "2025-05", ("2025-05-30", "stated")),
        ("on June 2", "2025-05", None),
        ("on May 3, 2024", "2025-05", ("2024-05-03", "stated")),
        ("on Good Friday", "2025-05", ("2025-04-18", "stated")),
        ("on Good Friday", "2025-03", None),
        ("in March", "2025-05", ("2025-03", "stated")),
        ("in 2023", "2025-05", ("2023", "stated")),
        # what is no day and no month
        ("on Monday", "2025", None),
        ("on Monday", "2025-13", None),
        ("on Monday", "unknown-day", None),
        ("on Monday", None, None),
    ],
)
def test_reckoned(words: str, published: str | None, expected: tuple[str, str] | None) -> None:
    """A weekday in a month that was inferred is no more than that month; a date gets its year."""
    assert expected == reckon(first(words), published)


def test_counted_in_a_month() -> None:
    """In a month that was inferred, what counts from another day counts from the one told of before."""
    words = first("two days later")

    assert ("2025-05-03", "relative") == reckon(words, "2025-05", date(2025, 5, 1))
    assert ("2025-05", "relative") == reckon(words, "2025-05")


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2025-05-20", TUESDAY),
        ("2025-05-20T08:00", TUESDAY),
        ("2025-05", None),
        ("2025-02-30", None),
        ("", None),
        (None, None),
    ],
)
def test_published_day(published: str | None, expected: date | None) -> None:
    """The day of a publication time; none for a month, a day that doesn't exist, or nothing."""
    assert expected == published_day(published)


@pytest.mark.parametrize(
    ("words", "published", "expected"),
    [
        ("this week", "2025-05-20", ("2025-05-19", "2025-05-20")),
        ("last week", "2025-05-20", ("2025-05-12", "2025-05-18")),
        ("this week", "2025-05-19", None),  # one day has a form of its own
        ("over the weekend", "2025-05-20", ("2025-05-17", "2025-05-18")),
        ("over the weekend", "2025-05-18", ("2025-05-17", "2025-05-18")),
        ("over the weekend", "2025-05-17", None),
        ("last month", "2025-05-20", None),
        ("last week", "2025-05", None),
        ("last week", "0001-01-01", None),
    ],
)
def test_stretch(words: str, published: str, expected: tuple[str, str] | None) -> None:
    """A week or weekend is its first and last day; other expressions are none."""
    assert expected == stretch(first(words), published)
