"""Infer the day or month of publication of an undated article from its own text."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from re import Pattern

from statements_cli.articles.article_text import ArticleText
from statements_cli.data import word_set
from statements_cli.dates.expressions import WEEKDAYS, Expression, expressions_of
from statements_cli.model import Clue
from statements_cli.text.calendar_days import make_day
from statements_cli.text.straight_marks import straight

_CLAUSE = 80  # characters before a date that are read for what it is of
_WORDS = 8  # words of its clause, nearest to it


def infer_published(article_text: ArticleText) -> tuple[str, tuple[Clue, ...]] | None:
    """Return the ISO day or month in which an undated article was printed, and why.

    None where nothing tells it.

    Three things tell it: a weekday beside its date ("on Tuesday, May 20"), since weekdays are used of
    the last days only; a weekday and a dated event in the month that "this month" is; "this month" or
    "last month" beside the one month that the text names. The year must be named or follow from the
    weekday; nothing is taken from the clock. What is "due on Friday, Aug. 15" tells nothing.
    """
    text = article_text.text
    expressions = [expression for found in expressions_of(article_text) for expression in found]
    if all(expression.kind != "day" for expression in expressions):
        return None  # each of them needs a date
    years = _years(article_text)
    return _weekday_with_date(text, expressions, years) or _this_month(text, expressions, years)


@cache
def _year() -> Pattern[str]:
    import re

    return re.compile(r"[12][09]\d\d(?<=19..|20..)(?<![\d.,$£¥-]....)(?<!€....)(?![\d%]|[.,]\d)")


def _years(article_text: ArticleText) -> Counter[int]:
    """Count the years that the text names as present or past.

    What is done by or until a year is in the future.
    """
    text = article_text.text
    years: Counter[int] = Counter()
    for block in article_text.running_blocks:
        for match in _year().finditer(text, *block):
            before = text[max(0, match.start() - 12) : match.start()].lower().split()
            if not before or before[-1] not in {"by", "until", "till", "through", "beyond", "for"}:
                years[int(match.group())] += 1
    return years


@cache
def _clause_end() -> Pattern[str]:
    import re

    return re.compile(r"[.!?;:,\n\"](?:\s|$)")


def _another_time(text: str, dated: Expression) -> bool:
    """Return whether the words before a date set it in the future or distant past."""
    before = straight(text[max(0, dated.span[0] - _CLAUSE) : dated.span[0]]).replace("—", ";").replace("–", ";")
    clause = _clause_end().split(before)[-1]
    return not word_set("dates/other_times.txt").isdisjoint(clause.lower().split()[-_WORDS:])


def _weekday_with_date(
    text: str, expressions: list[Expression], years: Counter[int]
) -> tuple[str, tuple[Clue, ...]] | None:
    found: list[tuple[date, str]] = []
    for place, expression in enumerate(expressions):
        if expression.kind != "day" or expression.day is None or not expression.day.day:
            continue
        if _another_time(text, expression):
            continue
        weekday = next((i for i, name in enumerate(WEEKDAYS) if expression.words.lower().startswith(name)), None)
        if weekday is None:
            before = expressions[place - 1] if place else None
            if before is None or before.kind != "weekday" or not _beside(text, before, expression):
                continue
            weekday = before.number
        year = expression.day.year or max(years, default=None)
        stated = year and make_day(year, expression.day.month, expression.day.day)
        if stated and stated.iso and date.fromisoformat(stated.iso).weekday() == weekday:
            found.append((date.fromisoformat(stated.iso), expression.words))
    if not found:
        return None
    day, words = max(found)
    return day.isoformat(), (Clue("weekday with date", (words,)),)


def _beside(text: str, one: Expression, other: Expression) -> bool:
    """Return whether one expression explains the other: "last Tuesday, April 22", "Sunday (May 18)"."""
    return text[one.span[1] : other.span[0]].strip() in (",", "(", ", in", "in", "of") and other.span[0] > one.span[1]


def _this_month(text: str, expressions: list[Expression], years: Counter[int]) -> tuple[str, tuple[Clue, ...]] | None:
    relative = {e.number: e for e in expressions if e.kind == "month" and e.number in (0, -1)}
    if not relative or not years:
        return None
    months = Counter(
        e.day.month
        for e in expressions
        if e.kind == "day" and e.day and e.day.month and e.day.day and e.day.year in (None, max(years))
    ) or Counter(
        later.day.month
        for earlier, later in pairwise(expressions)
        if earlier.kind == "month" and later.kind == "day" and later.day and later.day.month
        if later.day.year == max(years) and _beside(text, earlier, later)
    )
    if len(months) != 1:
        return None
    [named] = months
    number, expression = max(relative.items())
    index = max(years) * 12 + named - 1 - number
    month = f"{index // 12:04d}-{index % 12 + 1:02d}"
    clues = (
        Clue("month with days", (expression.words, str(named))),
        Clue("latest year", (str(max(years)),)),
    )
    weekdays = [e for e in expressions if e.kind == "weekday" and not e.possessive]
    day = _settled(month, expressions, weekdays) if number == 0 and weekdays else None
    if day is not None:
        return day.isoformat(), (*clues, Clue("only day left", (weekdays[-1].words,)))
    return month, clues


def _settled(month: str, expressions: list[Expression], weekdays: list[Expression]) -> date | None:
    """Return a month's one day on that weekday, from the last dated event on.

    None if several fit.
    """
    year, number = map(int, month.split("-"))
    days = [e.day.day for e in expressions if e.kind == "day" and e.day and e.day.day and e.day.month == number]
    last = max(days, default=0)
    if not last or make_day(year, number, last) is None:
        return None
    day = date(year, number, last)
    fitting = []
    while day.month == number:
        if day.weekday() == weekdays[-1].number:
            fitting.append(day)
        day += timedelta(days=1)
    return fitting[0] if len(fitting) == 1 else None
