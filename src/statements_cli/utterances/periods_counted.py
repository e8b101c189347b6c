"""Count statements by day, week, month or year, empty periods included.

A statement whose day is known less exactly than the period asks for ("2025-04" on a timeline of weeks) belongs to
none of the periods: it is counted by itself, under the month or year that is known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple, TypeAlias, get_args

Unit: TypeAlias = Literal["day", "week", "month", "year"]
UNITS: tuple[Unit, ...] = get_args(Unit)

_LONGEST_BY: dict[Unit, int] = {"day": 31, "week": 200, "month": 366 * 8}  # days of the longest span shown so
_YEAR, _MONTH, _DAY = 4, 7, 10  # characters of a year, a month and a day in ISO 8601


class DayCount(NamedTuple):
    """How many statements of a row were said on a day, month or year.

    ``date`` is None where that is unknown.
    """

    row: str | None
    date: str | None
    statements: int = 1


class Period(NamedTuple):
    """A day, week, month or year.

    Its name in ISO 8601 ("2025-W07"), its first and its last day.
    """

    name: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """The counts of one speaker, country or topic.

    ``counts`` are the numbers of statements in each period of the timeline; ``inexact`` those known only by a longer
    period, in the order of time; ``undated`` those without a day. ``name`` is None for what has no name.
    """

    name: str | None
    counts: tuple[int, ...]
    inexact: tuple[tuple[Period, int], ...] = ()
    undated: int = 0

    @property
    def total(self) -> int:
        """Return how many statements have a day, exactly known or not."""
        return sum(self.counts) + sum(count for _, count in self.inexact)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Counts by period, without gaps, a row for each thing compared."""

    unit: Unit
    periods: tuple[Period, ...]
    rows: tuple[TimelineRow, ...]

    @property
    def greatest(self) -> int:
        """Return the greatest number of statements in one period of one row."""
        return max((count for row in self.rows for count in row.counts), default=0)

    def to_dicts(self, field: str | None = None) -> list[dict[str, Any]]:
        """Return a row for each period: name, first and last day, and count.

        ``field`` is what the rows of the timeline are, and then a key of each; without it the timeline has one row.
        ``exact`` is false for a longer period under which stand those statements that are known no more exactly.
        """
        keys = timeline_keys(field)
        found = []
        for row in self.rows:
            exact = ((period, count, True) for period, count in zip(self.periods, row.counts, strict=True))
            inexact = ((period, count, False) for period, count in row.inexact)
            for period, count, exactly in (*exact, *inexact):
                of_row = (row.name,) if field else ()
                found.append(dict(zip(keys, (*of_row, *period, count, exactly), strict=True)))
        return found


def timeline_keys(field: str | None = None) -> tuple[str, ...]:
    """Return the keys of a timeline's rows.

    ``field`` is what the rows of the timeline are.
    """
    return (*((field,) if field else ()), "period", "first", "last", "statements", "exact")


def timeline_of(
    counted: Iterable[DayCount],
    unit: Unit | None = None,
    since: str | None = None,
    until: str | None = None,
    names: Sequence[str] = (),
) -> Timeline:
    """Return the timeline of counted days, its rows with the greatest number first.

    Without a ``unit`` the span decides. The periods reach from the first to the last day told, or from ``since`` to
    ``until`` (ISO days) where these are given and lie farther out. ``names`` are rows wanted even where they are empty.

    >>> timeline = timeline_of([DayCount(None, "2025-01-30"), DayCount(None, "2025-03-02"), DayCount(None, "2024")])
    >>> timeline.unit, [period.name for period in timeline.periods], timeline.rows[0].counts
    ('week', ['2025-W05', '2025-W06', '2025-W07', '2025-W08', '2025-W09'], (1, 0, 0, 0, 1))
    """
    held: dict[str | None, Counter[str | None]] = {name: Counter() for name in names}
    for row, day, statements in counted:
        held.setdefault(row, Counter())[day if day is None else day[:_DAY]] += statements
    days: Counter[str] = Counter()
    for one in held.values():
        days.update({day: count for day, count in one.items() if day is not None})
    unit = unit or unit_for(days, since, until)
    exact = [day for day in days if period_of(day, unit) is not None]
    ends = [period for period in (period_of(day, unit) for day in exact) if period is not None]
    periods: tuple[Period, ...] = ()
    if ends:
        first = min([min(one.first for one in ends), *filter(None, [since])])
        last = max([max(one.last for one in ends), *filter(None, [until])])
        periods = tuple(periods_between(first, last, unit))
    rows = [_row(name, one, unit, periods) for name, one in held.items()]
    rows.sort(key=lambda row: (row.name is None, -row.total, row.name or ""))
    return Timeline(unit, periods, tuple(rows))


def _row(name: str | None, days: Counter[str | None], unit: Unit, periods: Sequence[Period]) -> TimelineRow:
    counts: Counter[Period] = Counter()
    inexact: Counter[Period] = Counter()
    for day, statements in days.items():
        if day is None:
            continue
        period = period_of(day, unit)
        if period is not None:
            counts[period] += statements
        else:
            inexact[span_of(day)] += statements
    known = tuple(sorted(inexact.items(), key=lambda item: (item[0].first, item[0].name)))
    return TimelineRow(name, tuple(counts[period] for period in periods), known, days[None])


def unit_for(days: Counter[str], since: str | None = None, until: str | None = None) -> Unit:
    """Return the period that suits a span.

    Days up to a month, weeks up to some half year, months up to eight years.

    It is longer where most of the days are known only by month or year.
    """
    if not days:
        return "month"
    exact = Counter({day: count for day, count in days.items() if len(day) == _DAY})
    months = Counter({day: count for day, count in days.items() if len(day) >= _MONTH})
    least: Unit = "day" if exact.total() * 2 >= days.total() else "month"
    if months.total() * 2 < days.total():
        least = "year"
    told = {"day": exact, "month": months}.get(least, days)
    first = date.fromisoformat(min([*(span_of(day).first for day in told), *filter(None, [since])]))
    last = date.fromisoformat(max([*(span_of(day).last for day in told), *filter(None, [until])]))
    span = (last - first).days + 1
    suited: Unit = next((unit for unit, longest in _LONGEST_BY.items() if span <= longest), "year")
    return UNITS[max(UNITS.index(least), UNITS.index(suited))]


def period_of(day: str, unit: Unit) -> Period | None:
    """Return the period that a date in ISO 8601 lies in.

    None where it is known less exactly than that.
    """
    if unit == "day":
        return Period(day[:_DAY], day[:_DAY], day[:_DAY]) if len(day) >= _DAY else None
    if unit == "week":
        return _week(date.fromisoformat(day[:_DAY])) if len(day) >= _DAY else None
    length = _YEAR if unit == "year" else _MONTH
    return span_of(day[:length]) if len(day) >= length else None


def span_of(day: str) -> Period:
    """Return a day, month or year in ISO 8601 with its first and last day."""
    if len(day) == _YEAR:
        return Period(day, f"{day}-01-01", f"{day}-12-31")
    if len(day) == _MONTH:
        year, month = int(day[:_YEAR]), int(day[_YEAR + 1 :])
        following = date(year + month // 12, month % 12 + 1, 1) if (year, month) < (9999, 12) else None
        return Period(day, f"{day}-01", str(following - timedelta(1)) if following else str(date.max))
    return Period(day, day, day)


def periods_between(first: str, last: str, unit: Unit) -> Iterator[Period]:
    """Yield the periods from ``first``'s to ``last``'s, ISO days, in order."""
    at = first
    while at <= last:
        period = period_of(at, unit)
        if period is None:
            raise ValueError(f"{at} is no day")
        yield period
        if period.last >= str(date.max):
            return
        at = str(date.fromisoformat(period.last) + timedelta(1))


def _week(day: date) -> Period:
    year, week, weekday = day.isocalendar()
    ordinal = day.toordinal()
    first = date.fromordinal(max(1, ordinal - weekday + 1))
    last = date.fromordinal(min(date.max.toordinal(), ordinal - weekday + 7))
    return Period(f"{year:04}-W{week:02}", str(first), str(last))
