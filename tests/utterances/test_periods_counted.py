"""Statements are counted by period, empty ones included; what is known less exactly is counted by itself."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from statements_cli.utterances.periods_counted import (
    UNITS,
    DayCount,
    Period,
    Timeline,
    Unit,
    period_of,
    periods_between,
    span_of,
    timeline_of,
)


def of_days(*days: str | None, unit: Unit | None = None, **more: str) -> Timeline:
    """Return the timeline of one statement on each of these days."""
    return timeline_of([DayCount(None, day) for day in days], unit, **more)


@pytest.mark.parametrize(
    ("days", "unit"),
    [
        (["2025-01-01", "2025-01-31"], "day"),
        (["2025-01-01", "2025-02-01"], "week"),
        (["2025-01-01", "2025-07-19"], "week"),
        (["2025-01-01", "2025-07-20"], "month"),
        (["2017-01-01", "2025-01-06"], "month"),
        (["2017-01-01", "2025-01-07"], "year"),
        (["2025-01-01", "2025-01"], "day"),  # half of them have a day
        (["2025-01-01", "2025-01", "2025-01"], "month"),
        (["2025-01", "2025"], "month"),
        (["2025-01-01", "2025", "2025"], "year"),
        (["2025-01-01"], "day"),
        ([], "month"),
        ([None], "month"),
    ],
)
def test_the_span_chooses_the_unit(days: list[str], unit: Unit) -> None:
    """Without a unit the span decides, and how exactly the days are known."""
    assert unit == of_days(*days).unit


@pytest.mark.parametrize(
    ("day", "unit", "period"),
    [
        ("2025-05-20", "day", ("2025-05-20", "2025-05-20", "2025-05-20")),
        ("2025-05-20T10:00", "day", ("2025-05-20", "2025-05-20", "2025-05-20")),
        ("2025-05-20", "week", ("2025-W21", "2025-05-19", "2025-05-25")),
        ("2024-12-30", "week", ("2025-W01", "2024-12-30", "2025-01-05")),
        ("2027-01-01", "week", ("2026-W53", "2026-12-28", "2027-01-03")),
        ("2024-02-29", "month", ("2024-02", "2024-02-01", "2024-02-29")),
        ("2025-12-01", "month", ("2025-12", "2025-12-01", "2025-12-31")),
        ("9999-12-31", "month", ("9999-12", "9999-12-01", "9999-12-31")),
        ("9999-12-31", "week", ("9999-W52", "9999-12-27", "9999-12-31")),
        ("0001-01-01", "week", ("0001-W01", "0001-01-01", "0001-01-07")),
        ("2025-05-20", "year", ("2025", "2025-01-01", "2025-12-31")),
        ("2025-05", "month", ("2025-05", "2025-05-01", "2025-05-31")),
        ("2025-05", "week", None),
        ("2025-05", "day", None),
        ("2025", "month", None),
        ("2025", "year", ("2025", "2025-01-01", "2025-12-31")),
    ],
)
def test_periods(day: str, unit: Unit, period: tuple[str, str, str] | None) -> None:
    """A day lies in one period of each kind, a month or year in none that is shorter."""
    assert period == period_of(day, unit)


def test_empty_periods_are_kept() -> None:
    """Between the first and the last period none is left out; asked-for days widen the span."""
    assert (1, 0, 0, 2) == of_days("2025-01-05", "2025-04-01", "2025-04-30", unit="month").rows[0].counts
    wide = of_days("2025-02-05", unit="month", since="2025-01-01", until="2025-03-31")
    assert ["2025-01", "2025-02", "2025-03"] == [period.name for period in wide.periods]
    narrow = of_days("2025-02-05", "2025-05-05", unit="month", since="2025-02-05", until="2025-03-31")
    assert ("2025-02", "2025-05") == (narrow.periods[0].name, narrow.periods[-1].name)


def test_what_is_known_less_exactly_is_counted_by_itself() -> None:
    """Months, years and unknown days are in no week, and none is lost."""
    [row] = of_days("2025-01-05", "2025-01", "2025-01", "2024", None, unit="week").rows

    assert ((1,), 1, 4) == (row.counts, row.undated, row.total)
    assert ((span_of("2024"), 1), (span_of("2025-01"), 2)) == row.inexact


def test_rows() -> None:
    """Rows stand with the greatest number first, the nameless last; those asked for are there though empty."""
    counted = [DayCount("RU", "2025-01-05"), DayCount("CN", "2025-01-05", 3), DayCount(None, "2025-01-05", 9)]
    rows = timeline_of(counted, names=("FR", "CN")).rows

    assert [("CN", 3), ("RU", 1), ("FR", 0), (None, 9)] == [(row.name, row.total) for row in rows]
    assert 9 == timeline_of(counted).greatest


_DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31)).map(str)  # the weeks of millennia are many to count
_DATES = st.one_of(_DAYS, _DAYS.map(lambda day: day[:7]), _DAYS.map(lambda day: day[:4]), st.none())


@example(["0001-01-01", "9999-12-31", "9999", None], "year")
@given(st.lists(_DATES, max_size=20), st.sampled_from(["week", "month", "year"]))
def test_no_statement_is_lost(days: list[str | None], unit: Unit) -> None:
    """Whatever the days, each statement is counted once."""
    timeline = of_days(*days, unit=unit)
    row = timeline.rows[0] if timeline.rows else None

    assert len(days) == (row.total + row.undated if row else 0)
    assert all(len(one.counts) == len(timeline.periods) for one in timeline.rows)


@given(st.dates(), st.integers(0, 800), st.sampled_from(UNITS))
def test_periods_follow_each_other(first: object, days: int, unit: Unit) -> None:
    """Periods leave no day out and have none in common."""
    assert isinstance(first, date)
    last = first + timedelta(min(days, (date.max - first).days))
    found: list[Period] = list(periods_between(str(first), str(last), unit))

    assert found[0].first <= str(first) and found[-1].last >= str(last)
    joints = pairwise(found)
    assert all(date.fromisoformat(one.last) + timedelta(1) == date.fromisoformat(two.first) for one, two in joints)
