"""Resolve an expression of time against the day published, with its basis."""

from __future__ import annotations

from datetime import date, timedelta

from statements_cli.dates.expressions import Expression
from statements_cli.dates.holidays import AHEAD, last_holiday
from statements_cli.model import DateBasis
from statements_cli.text.calendar_days import Day, make_day

FULL_WEEK = 6
"""Days back from which a bare weekday is the day after publication.

News tells of a day six days ago as "last Wednesday", while the stamp of an article may be a day behind its text, by
another time zone or by the clock of who printed it first.
"""


def published_day(published: str | None) -> date | None:
    """Return the day of a publication time.

    None where it is unknown or known only by month.
    """
    if not published or len(published) < 10:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def reckon(expression: Expression, published: str | None, before: date | None = None) -> tuple[str, DateBasis] | None:
    """Return ``resolve`` for an article's publication time.

    It is a day or, where inferred, only a month.

    In a month "Tuesday" is no more than that month, while a date without a year gets its year.
    """
    day = published_day(published)
    if day is not None or not published or len(published) != 7:
        return resolve(expression, day, before)
    try:
        end = date.fromisoformat(f"{published}-28")
    except ValueError:
        return None
    if expression.kind in ("day", "holiday", "month", "year"):
        return resolve(expression, end + timedelta(days=2), before)
    return resolve(expression, None, before) or (published, "relative")


def resolve(expression: Expression, published: date | None, before: date | None = None) -> tuple[str, DateBasis] | None:
    """Return the ISO day, month or year that an expression means, with its basis.

    None where nothing tells it.

    ``published`` is the day the article was printed; ``before`` the day told of just before, from
    which "two days later" counts. Nothing said lies after the day published (but for one day, since
    the world has many time zones): a weekday is the last one, a date without a year the last such.
    """
    try:
        return _resolve(expression, published, before)
    except (OverflowError, ValueError):
        return None


def _resolve(expression: Expression, published: date | None, before: date | None) -> tuple[str, DateBasis] | None:
    kind, number = expression.kind, expression.number
    if kind == "day":
        return _stated(expression, published)
    if kind in ("shift", "same"):
        counted_from = before or (published if kind == "same" else None)
        return ((counted_from + timedelta(days=number)).isoformat(), "relative") if counted_from else None
    if published is None:
        return None
    if kind == "weekday":
        back = (published.weekday() - number) % 7
        if expression.last and back == 0:
            back = 7
        elif back == FULL_WEEK and not expression.last:
            back = -1
        return (published - timedelta(days=back)).isoformat(), "relative"
    if kind == "weekday of week":
        return (published + timedelta(days=number - published.weekday())).isoformat(), "relative"
    if kind == "days":
        return (published + timedelta(days=number)).isoformat(), "relative"
    if kind == "holiday":
        day = last_holiday(expression.words, published)
        return (day.isoformat(), "stated") if day is not None else None
    if kind == "nth":
        return _nth(number, published)
    if kind == "week":
        return _common(*_week(number, published)), "relative"
    if kind == "season":
        return f"{published.year - (published.month <= 3 * number + 2):04d}", "relative"
    if kind == "weekend":
        return _common(*_weekend(published)), "relative"
    if kind == "month":
        months = published.year * 12 + published.month - 1 + number
        return f"{months // 12:04d}-{months % 12 + 1:02d}", "relative"
    return (f"{published.year + number:04d}", "relative") if kind == "year" else None


def _nth(number: int, published: date) -> tuple[str, DateBasis] | None:
    """Return a month's last day of that number, up to the day after publication."""
    month = published.year * 12 + published.month - 1 - (number > published.day + 1)
    found = make_day(month // 12, month % 12 + 1, number)
    return (found.iso, "relative") if found and found.iso else None


def _stated(expression: Expression, published: date | None) -> tuple[str, DateBasis] | None:
    day = expression.day
    if day is None:
        return None
    if day.year is not None:
        return (day.iso, "stated") if day.iso else None
    if published is None or day.month is None:
        return None
    if _lies_ahead(expression, day, published):
        return None
    found = make_day(published.year - _years_back(expression, day, published), day.month, day.day)
    relative = expression.last or expression.number
    return (found.iso, "relative" if relative else "stated") if found and found.iso else None


def _lies_ahead(expression: Expression, day: Day, published: date) -> bool:
    """Return whether a day without a year is to come.

    Papers give the year of a day that is nearly a year ago.
    """
    if expression.last or expression.number or day.month is None or day.day is None:
        return False
    for year in (published.year, published.year + 1):
        found = make_day(year, day.month, day.day)
        coming = date.fromisoformat(found.iso) if found is not None and found.iso else None
        if coming is not None and 1 < (coming - published).days <= AHEAD:
            return True
    return False


def _years_back(expression: Expression, day: Day, published: date) -> int:
    """Return how many years before the one published a date without a year lies."""
    if expression.number or day.month is None:
        return -expression.number
    if expression.last:
        return int(day.month >= published.month)
    if day.day is None:
        return int(day.month > published.month)
    return int((day.month, day.day) > _tomorrow(published))


def _tomorrow(published: date) -> tuple[int, int]:
    later = published + timedelta(days=1)
    return (later.month, later.day) if later.year == published.year else (12, 31)


def stretch(expression: Expression, published: str | None) -> tuple[str, str] | None:
    """Return the first and last day of a week or weekend.

    These have no form of their own in ISO 8601's days and months.
    """
    day = published_day(published)
    if day is None or expression.kind not in ("week", "weekend"):
        return None
    try:
        first, last = _week(expression.number, day) if expression.kind == "week" else _weekend(day)
    except OverflowError:
        return None
    return (first.isoformat(), last.isoformat()) if first < last else None


def _week(number: int, published: date) -> tuple[date, date]:
    monday = published - timedelta(days=published.weekday() - 7 * number)
    return monday, monday + timedelta(days=6) if number else published


def _weekend(published: date) -> tuple[date, date]:
    sunday = published - timedelta(days=(published.weekday() - 6) % 7)
    saturday = sunday - timedelta(days=1) if published.weekday() != 5 else published
    return saturday, max(saturday, sunday)


def _common(first: date, last: date) -> str:
    """Return the day, month or year that the days of a week or weekend share.

    A full week across two months counts to that of its Thursday, as its year does in ISO 8601.
    """
    if first == last:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[:7]
    if (last - first).days == FULL_WEEK:
        return (first + timedelta(days=3)).isoformat()[:7]
    return f"{first.isocalendar().year:04d}" if first.year < last.year else f"{first.year:04d}"
