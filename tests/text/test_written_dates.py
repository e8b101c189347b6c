"""What written dates are read as, and that nothing is filled in from today."""

import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.query.periods import period
from statements_cli.text.calendar_days import Day
from statements_cli.text.written_dates import find_days, parse_day, parse_moment, zone_offset

MOMENTS = [
    ("2025-05-20", "2025-05-20"),
    ("2025-05", "2025-05"),
    ("2025", "2025"),
    ("2025-8-8", "2025-08-08"),
    ("2025/05/20", "2025-05-20"),
    ("20 May 2025", "2025-05-20"),
    ("20-May-2025", "2025-05-20"),
    ("20th of May, 2025", "2025-05-20"),
    ("May 20, 2025", "2025-05-20"),
    ("May 20th, 2025", "2025-05-20"),
    ("Sept. 3, 2024", "2024-09-03"),
    ("MAY 20, 2025", "2025-05-20"),
    ("Tuesday, May 20, 2025", "2025-05-20"),
    ("May 2025", "2025-05"),  # dateutil would add today's day
    ("Aug 08, 2025 10:52 PM", "2025-08-08T22:52"),
    ("May 20, 2025 02:30 PM IST", "2025-05-20T14:30+05:30"),
    ("01:38:07 PM IST Nov 20, 2019", "2019-11-20T13:38:07+05:30"),
    ("9:15 a.m. EDT, June 5, 2026", "2026-06-05T09:15-04:00"),
    ("Tuesday 20 May 2025 14.30 BST", "2025-05-20T14:30+01:00"),
    ("Tue, 20 May 2025 14:30:00 GMT", "2025-05-20T14:30:00Z"),
    ("8 August 2025, 22:52 UTC+8", "2025-08-08T22:52+08:00"),
    ("2019-11-20T11:06:01+05:30", "2019-11-20T11:06:01+05:30"),
    ("2019-11-19T21:57:01+0000", "2019-11-19T21:57:01+00:00"),
    ("2019-11-18T16:18:00Z", "2019-11-18T16:18:00Z"),
    ("2019-11-19T08:41:00.000Z", "2019-11-19T08:41:00Z"),
    ("2019-11-19T18:18:25.828095", "2019-11-19T18:18:25"),
    ("2023-04-26 14:20:55-04:00", "2023-04-26T14:20:55-04:00"),
    ("20/05/2025", "2025-05-20"),
    ("5/20/2025", "2025-05-20"),
    ("12.03.2024", "2024-03-12"),  # with full stops the day comes first
    ("20. Mai 2025", "2025-05-20"),
    ("le 20 mai 2025", "2025-05-20"),
    ("20 de mayo de 2025", "2025-05-20"),
    ("20 мая 2025", "2025-05-20"),
    ("20 мая 2025 г.", "2025-05-20"),
    ("20 травня 2025", "2025-05-20"),
    ("2025年5月20日", "2025-05-20"),
]

NOTHING = [
    "",
    "Monday",
    "next Monday",
    "today",
    "14:30",
    "10 p.m.",
    "05/06/2025",  # the fifth of June or the sixth of May
    "0001-01-01T00:00:00Z",
    "31 April 2025",
    "29 February 2023",
    "Published",
    "20",
    "Boeing 747",
    "x" * 200 + " 2025",
]


@pytest.mark.parametrize(("text", "iso"), MOMENTS)
def test_moments(text: str, iso: str) -> None:
    """A written date is read as far as it states a year, month, day, time and zone."""
    moment = parse_moment(text)
    assert moment is not None
    assert iso == moment.iso


@pytest.mark.parametrize("text", NOTHING)
def test_nothing(text: str) -> None:
    """What states no date, or two, is none: no part is taken from today."""
    moment = parse_moment(text)
    assert moment is None or moment.iso is None


def test_open_parts_stay_open() -> None:
    """A month and day without a year, and a month alone, stay without."""
    assert Day(None, 5, 20) == parse_day("May 20")
    assert Day(None, 5, 20) == parse_day("20 May")
    assert Day(None, 5) == parse_day("May")


def test_order_of_day_and_month() -> None:
    """Figures that can be read two ways are read as the caller says."""
    assert Day(2025, 6, 5) == parse_day("05/06/2025", day_first=True)
    assert Day(2025, 5, 6) == parse_day("05/06/2025", day_first=False)
    assert Day(2025, 5, 20) == parse_day("20/05/2025", day_first=False)


FOUND = [
    ("In a joint statement published Oct. 25, the ministries accused", ["10-25"]),
    ("a unilateral ceasefire from May 8 to 11 to mark Victory Day", ["5-8"]),
    ("It noted that on August 7, Kremlin aide Yury Ushakov said", ["8-7"]),
    ("the crisis, which broke out in 2022, may 5 times", []),
    ("published in People's Daily on April 14, 2025, stating", ["2025-04-14"]),
    ("in May 2024; (March 3, 2021)", ["2024-05", "2021-03-03"]),
    ("about $260 billion in 2024, 1/2 of 3-4 parts, 10.12 points, flight 2025-05", []),
    ("at 11:30 p.m. Jan. 3, 2020.", ["2020-01-03"]),
    ("Room 12-05-2025-7", []),
]


@pytest.mark.parametrize(("text", "days"), FOUND)
def test_find_days(text: str, days: list[str]) -> None:
    """Dates are found in running text, and numbers that are none are not."""
    found = [f.day.iso or f"{f.day.month}-{f.day.day}" for f in find_days(text)]
    assert days == found


PERIODS = [
    ("2025-05-20", "2025-05-20", "2025-05-20"),
    ("2025-05", "2025-05-01", "2025-05-31"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2025", "2025-01-01", "2025-12-31"),
    ("20 May 2025", "2025-05-20", "2025-05-20"),
    ("20 may 2025", "2025-05-20", "2025-05-20"),
    ("may 2025", "2025-05-01", "2025-05-31"),
    ("2025/5/20", "2025-05-20", "2025-05-20"),
    ("today", "2026-11-22", "2026-11-22"),
    ("Yesterday", "2026-11-21", "2026-11-21"),
    ("the day before yesterday", "2026-11-20", "2026-11-20"),
    ("last week", "2026-11-09", "2026-11-15"),
    ("this week", "2026-11-16", "2026-11-22"),
    ("last month", "2026-10-01", "2026-10-31"),
    ("last year", "2025-01-01", "2025-12-31"),
    ("past month", "2026-10-22", "2026-11-22"),
    ("last 7 days", "2026-11-16", "2026-11-22"),
    ("3 weeks ago", "2026-11-01", "2026-11-01"),
    ("two months ago", "2026-09-22", "2026-09-22"),
    ("tuesday", "2026-11-17", "2026-11-17"),
    ("last Sunday", "2026-11-15", "2026-11-15"),  # today is one
    ("May", "2026-05-01", "2026-05-31"),
    ("December", "2025-12-01", "2025-12-31"),  # this year's has not begun
    ("24 December", "2025-12-24", "2025-12-24"),
    ("29 Feb", "2024-02-29", "2024-02-29"),
    ("Q1 2025", "2025-01-01", "2025-03-31"),
]


@pytest.mark.parametrize(("text", "first", "last"), PERIODS)
def test_periods(text: str, first: str, last: str) -> None:
    """What users type for a period is read as its first and last day, seen from a Sunday."""
    assert (first, last) == period(text, "2026-11-22")


@pytest.mark.parametrize("text", ["", "banana", "05/06/2025", "31 April 2025", "99999 years ago", "last banana"])
def test_no_period(text: str) -> None:
    """What is no period is an error that says how to write one."""
    with pytest.raises(ValueError, match="Write it as 2025-05-20"):
        period(text, "2026-11-22")


def test_common_forms_need_no_dateutil() -> None:
    """ISO and common English forms are read without loading dateutil."""
    loaded = {name for name in sys.modules if name.startswith("dateutil")}
    for name in loaded:
        del sys.modules[name]
    for text in ("2025-05-20", "May 20, 2025 02:30 PM IST", "20 May 2025", "Aug 08, 2025 10:52 PM"):
        assert parse_moment(text) is not None
    assert not any(name.startswith("dateutil") for name in sys.modules)


def test_zones() -> None:
    """The zones of time stamps are known."""
    zones = [zone_offset(zone) for zone in ("IST", "UTC", "-0400", "CST", "")]
    assert ["+05:30", "Z", "-04:00", None, None] == zones


@given(st.text(max_size=90))
def test_any_text(text: str) -> None:
    """No text whatever makes reading raise; what is found lies within the text."""
    parse_moment(text)
    for found in find_days(text):
        assert 0 <= found.span[0] < found.span[1] <= len(text)


@given(st.dates(min_value=date(1900, 1, 1)))
def test_round_trip(day: date) -> None:
    """An ISO day comes out as it went in, up to the last year read."""
    moment = parse_moment(str(day))
    assert (str(day) if str(day) < "2200" else None) == (moment.iso if moment else None)
