"""Find expressions of time, and what each says of the day, still unresolved."""

from __future__ import annotations

from collections.abc import Callable
from re import Match
from typing import TYPE_CHECKING, NamedTuple

from statements_cli.data import word_list, word_set
from statements_cli.dates.expression_patterns import NUMBERS, beginning, time_expression
from statements_cli.dates.holidays import day_of, holidays, names_holiday
from statements_cli.model import Span
from statements_cli.text.beginnings import matches
from statements_cli.text.calendar_days import Day, make_day, month_number

if TYPE_CHECKING:
    from statements_cli.articles.article_text import ArticleText

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = ("winter", "spring", "summer", "autumn")
"""By the month in which they end: February, May, August, November."""

WHOLE_DAYS = frozenset(("day", "days", "holiday", "weekday", "weekday of week"))
"""Kinds of expressions that tell a day; a written date may be a month or a year."""

_DASHES = ("-", "–")

YEAR_REACH = 3
"""Words after a year within which the document or occasion stands that it dates: ``a 2014 Senate hearing``."""

WINDOW = 48
"""Characters to each side of a trigger; no expression reaches further."""


class Expression(NamedTuple):
    """An expression of time and what it says.

    ``kind`` tells what the other fields mean: ``day`` (a written date, ``day`` as far as stated; ``number`` of years
    from the current one where that is told), ``weekday`` (``number`` 0 for Monday; ``last`` for "last Friday"),
    ``weekday of week`` (``number`` of days from the Monday of this week: "Tuesday last week"), ``days`` (``number`` of
    days from the day published, negative before it), ``week``, ``month`` or ``year`` (``number`` of them from the
    current one), ``season`` (its place in ``SEASONS``, the last one), ``weekend``, ``nth`` (``number`` a day of a month
    not stated: "on the 8th"), ``shift`` (``number`` of days from the day told of before), ``same``, ``holiday``
    (``words`` its name).
    ``possessive`` marks "Tuesday's", which dates another thing.
    """

    span: Span
    words: str
    kind: str
    number: int = 0
    day: Day | None = None
    last: bool = False
    possessive: bool = False


def find(text: str, start: int = 0, end: int | None = None) -> list[Expression]:
    """Return the expressions of time in text order.

    >>> [e.words for e in find("On Tuesday he repeated what he said last month, on Feb. 19.")]
    ['Tuesday', 'last month', 'Feb. 19']
    """
    end = len(text) if end is None else end
    windows = _windows(text, [at for at, _ in _triggers(text, start, end)], start, end)
    return _found(text, windows, names_holiday(text, start, end)) if windows else []


def expressions_of(article_text: ArticleText) -> tuple[tuple[Expression, ...], ...]:
    """Return the expressions of time in each of an article's running blocks."""
    return article_text.once(_in_running_blocks)


def triggers_of(article_text: ArticleText) -> list[Span]:
    """Return where letters of expressions of time stand in the running blocks' hull."""
    return article_text.once(_triggers_in_hull)


def _triggers_in_hull(article_text: ArticleText) -> list[Span]:
    blocks = article_text.running_blocks
    return _triggers(article_text.text, blocks[0][0], blocks[-1][1]) if blocks else []


def _in_running_blocks(article_text: ArticleText) -> tuple[tuple[Expression, ...], ...]:
    text, spans, triggers = article_text.text, article_text.running_blocks, triggers_of(article_text)
    found, at = [], 0
    # of the article alone: a document of many would be read through for each of them
    holidays_named = bool(spans) and names_holiday(text, spans[0][0], spans[-1][1])
    for start, end in spans:
        while at < len(triggers) and triggers[at][0] < start:
            at += 1
        hits = []
        while at < len(triggers) and triggers[at][0] < end:
            if triggers[at][1] <= end:
                hits.append(triggers[at][0])
            at += 1
        found.append(tuple(_found(text, _windows(text, hits, start, end), holidays_named)))
    return tuple(found)


def _found(text: str, windows: list[Span], holidays_named: bool) -> list[Expression]:
    found = []
    pattern, first = time_expression(holidays_named), beginning(holidays_named)
    for low, high in windows:
        for match in matches(pattern, first, text, low, high):
            expression = _read(match)
            if expression is not None:
                found.append(expression)
    return found


def _triggers(text: str, start: int, end: int) -> list[Span]:
    """Return where letters stand of which every expression has some.

    Plain searching for these is many times faster than trying the pattern everywhere.
    """
    hits = []
    for trigger in word_list("dates/time_triggers.txt"):
        at = text.find(trigger, start, end)
        while at >= 0:
            hits.append((at, at + len(trigger)))
            at = text.find(trigger, at + len(trigger), end)
    return sorted(hits)


def _windows(text: str, hits: list[int], start: int, end: int) -> list[Span]:
    """Return the stretches around triggers in which an expression may stand."""
    windows: list[Span] = []
    for at in hits:
        low, high = max(start, at - WINDOW), min(end, at + WINDOW)
        while high < end and text[high].isalnum() and high - at < 2 * WINDOW:
            high += 1
        if windows and low <= windows[-1][1]:
            windows[-1] = (windows[-1][0], high)
        else:
            windows.append((low, high))
    return windows


def _read(match: Match[str]) -> Expression | None:
    words = " ".join(match.group().split())
    possessive = match.string[match.end() : match.end() + 2] in ("'s", "’s")

    def made(kind: str, number: int = 0, day: Day | None = None, last: bool = False) -> Expression:
        return Expression(match.span(), words, kind, number, day, last, possessive)

    sort = match.lastgroup  # the alternative that matched: it closes after the groups within it
    if sort == "date":
        day = _day(match)
        return made("day", _years_back(match), day=day) if day else None
    if sort == "holiday":
        name = " ".join(match.group("feast").split()).replace("’", "'")
        if match.group("y5"):
            fallen = day_of(holidays()[name], int(match.group("y5")))
            return made("day", day=make_day(fallen.year, fallen.month, fallen.day))
        return Expression(match.span(), name, "holiday", possessive=possessive)
    if sort == "nth":
        return made("nth", int(match.group("d3")))
    if sort == "ofweek":
        week = (match.group("wk1") or match.group("wk2")).lower()
        weekday = WEEKDAYS.index((match.group("wd1") or match.group("wd2")).lower())
        return made("weekday of week", weekday - 7 * (week == "last"))
    if sort == "weekday":
        last = match.group("last")
        if last and last.lower() in ("next", "this coming", "coming"):
            return None
        name = match.group("wd").lower().rstrip(".")
        return made("weekday", [full[: len(name)] for full in WEEKDAYS].index(name), last=bool(last))
    if sort == "monthof":
        return _month(match, made("day", _years_back(match), day=_month_day(match), last=_led_by(match) == "last"))
    if sort == "span":
        which = match.group("which").lower()
        if which.startswith(("next", "later", "the following", "that")):
            return None
        return made(match.group("unit"), -1 if "last" in which or "previous" in which else 0)
    if sort == "start":
        return made(match.group("sunit"), -1 if match.group("of") else 0)
    if sort == "season" and match.group("now").lower() == "this":
        return made("year")
    if sort == "season":
        return made("season", SEASONS.index(match.group("time").lower().replace("fall", "autumn")))
    if sort == "ago":
        return _ago(match, made)
    if sort == "year":
        return made("day", day=make_day(int(match.group("y4"))))
    if sort == "yearly":
        return made("day", day=make_day(int(words))) if _attributive(match) else None
    return made(*_PLAIN[sort or ""])


_PLAIN = {
    "today": ("days", 0),
    "yesterday": ("days", -1),
    "before": ("days", -2),
    "weekend": ("weekend", 0),
    "same": ("same", 0),
    "previous": ("shift", -1),
    "next": ("shift", 1),
}


def _day(match: Match[str]) -> Day | None:
    iso = match.group("iso")
    if iso:
        year, month, day = map(int, iso.split("-"))
        return make_day(year, month, day)
    name, number = match.group("m1") or match.group("m2"), match.group("d1") or match.group("d2")
    year_of = match.group("y1") or match.group("y2") or match.group("y2b")
    number_of = month_number(name or "")
    found = make_day(int(year_of) if year_of else None, number_of, int(number or 0)) if number_of else None
    return found._replace(day=None) if found and _ranging(match) else found


def _ranging(match: Match[str]) -> bool:
    """Return whether a date is that of several days, as in ``Feb. 18-22``."""
    before, after = match.string[max(0, match.start() - 3) : match.start()].strip(), match.string[match.end() :][:4]
    return (before[-1:] in _DASHES and before[-2:-1].isdigit()) or (after[:1] in _DASHES and after[1:2].isdigit())


def _years_back(match: Match[str]) -> int:
    """Return -1 where "last year" stands behind a month: ``in January last year``."""
    return -(match.string[match.end() : match.end() + WINDOW].split()[:2] == ["last", "year"])


def _month_day(match: Match[str]) -> Day | None:
    number = month_number(match.group("m3") or "")
    return make_day(int(match.group("y3")) if match.group("y3") else None, number) if number else None


def _month(match: Match[str], expression: Expression) -> Expression | None:
    """Return a month by itself.

    As "may" means other things too, a preposition or a year must stand by.
    """
    before = match.string[max(0, match.start() - 14) : match.start()].lower().split()
    led = bool(before) and before[-1] in word_set("dates/month_leads.txt")
    if expression.day is None or _led_by(match) == "next":
        return None
    return expression if led or match.group("y3") or match.group("lastm") or match.group("part") else None


def _led_by(match: Match[str]) -> str:
    return (match.group("lastm") or "").lower()


def _attributive(match: Match[str]) -> bool:
    """Return whether a year stands before the document or the occasion that it dates.

    For example: ``a 2013 memo``.
    """
    before = match.string[max(0, match.start() - 12) : match.start()].lower().split()
    after = match.string[match.end() : match.end() + WINDOW].split()[:YEAR_REACH]
    if not before or before[-1] not in word_set("dates/year_leads.txt"):
        return False
    nouns = word_set("channels/document_nouns.txt") | word_set("dates/occasion_nouns.txt")
    return any(word.strip(',.;:”"').removesuffix("'s").removesuffix("’s").lower() in nouns for word in after)


def _ago(match: Match[str], made: Callable[[str, int], Expression]) -> Expression | None:
    spelt = match.group("n").lower()
    count = NUMBERS.get(spelt) or (int(spelt) if spelt.isdigit() else 0)
    unit, relation = match.group("nunit"), match.group("rel")
    if not count:
        return None
    if relation == "ago":
        if unit == "fortnight":
            return made("week", -2 * count)
        if unit == "decade":
            return made("year", -10 * count)
        return made("days" if unit == "day" else unit, -count)
    if unit != "day":
        return None
    return made("shift", count if relation in ("later", "after") else -count)
