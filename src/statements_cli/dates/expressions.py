"""Find expressions of time, and what each says of the day, still unresolved."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from re import Match, Pattern
from typing import TYPE_CHECKING, NamedTuple

from statements_cli.data import word_list, word_set
from statements_cli.dates.holidays import day_of, feasts, holidays, names_holiday
from statements_cli.model import Span
from statements_cli.text.beginnings import matches
from statements_cli.text.written_dates import Day, make_day, month_number

if TYPE_CHECKING:
    from statements_cli.articles.article_text import ArticleText

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "couple": 2,
}  # fmt: skip


YEAR_REACH = 3
"""Words after a year within which the document or occasion stands that it dates: ``a 2014 Senate hearing``."""

WINDOW = 48
"""Characters to each side of a trigger; no expression reaches further."""


class Expression(NamedTuple):
    """An expression of time and what it says.

    ``kind`` tells what the other fields mean: ``day`` (a written date, ``day`` as far as stated),
    ``weekday`` (``number`` 0 for Monday; ``last`` for "last Friday"), ``days`` (``number`` of days from
    the day published, negative before it), ``week``, ``month`` or ``year`` (``number`` of them from the
    current one), ``weekend``, ``nth`` (``number`` a day of a month not stated: "on the 8th"), ``shift`` (``number`` of
    days from the day told of before), ``same``, ``holiday`` (``words``
    its name).
    ``possessive`` marks "Tuesday's", which dates another thing.
    """

    span: Span
    words: str
    kind: str
    number: int = 0
    day: Day | None = None
    last: bool = False
    possessive: bool = False


@cache
def _beginning(holidays_named: bool) -> Pattern[str]:
    """Match the first character of words that may begin an expression of time."""
    import re

    unit = r"\s+(?:of\s+)?(?:day|week|fortnight|month|year)"
    part = "(?:day|morning|afternoon|evening|night)"
    words = (
        r"\d|J(?:an|u[nl])|F(?:eb|ri)|M(?:a[ry]|on)|A(?:pr|ug)|S(?:ep|at|un)|Oct|Nov|Dec|T(?:ue|hu)|Wed"
        r"|[Ll]a(?:st|te)|[Ee]arl|[Tt]his\s|[Nn]ext\s|coming\s|[Mm]id|[Tt]o(?:day|night)|[Yy]esterday|day\s+before"
        rf"|[Tt]he\s+(?:day|same|previous|following|next)|[Tt]hat\s+(?:same|{part})"
        rf"|(?:[Oo]ver|[Aa]t|[Oo]n|[Dd]uring)\s+(?:the|this|last|that)\s+(?:past|weekend|same|\d|{part})"
        r"|(?:[Ii]n|[Ss]ince|of)\s+(?:19|20)\d"
        rf"|(?:just|only|about|some|a)\s+[^\W_]{{1,6}}{unit}|[AaCcEeFfNnOoSsTtſ][^\W_]{{0,5}}{unit}"
        rf"{'|' + feasts() if holidays_named else ''}"
    )
    return re.compile(rf"[\dABCDEFGHIJLMNOPRSTVWYacdefijlmnostyſ](?<![^\W_].)(?<=(?={words}).)")


@cache
def _pattern(holidays_named: bool) -> Pattern[str]:
    """Match an expression of time.

    Holidays are tried only where one is named.
    """
    import re

    weekday = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    short = r"(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\."
    month = (
        r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
        r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
    )
    number = "(?:" + "|".join(_NUMBERS) + r"|\d{1,3})"
    ordinal = r"(?:st|nd|rd|th)?"
    part = "(?:day|morning|afternoon|evening|night)"
    ends = r"(?=[.,;:)\"]|”|$|\s+(?:that|and|but|he|she|they|the|it)\b)"
    holiday = (
        rf"|(?P<holiday>(?P<feast>{feasts()})\b(?!,?\s+(?:\d{{1,2}}\b|{month}\s+\d|{weekday}))"
        r"(?:,?\s+(?P<y5>(?:19|20)\d\d)\b)?)"
    )
    return re.compile(
        r"(?<![^\W_])(?:"
        rf"(?P<date>(?:{weekday},?\s+)?(?:(?P<iso>\d{{4}}-\d\d-\d\d)\b"
        rf"|(?P<d1>\d{{1,2}}){ordinal}\s+(?:of\s+)?(?P<m1>{month})(?:,?\s+(?P<y1>\d{{4}})\b)?"
        rf"|(?P<m2>{month})\s+(?P<d2>\d{{1,2}}){ordinal}\b"
        r"(?:,\s*(?P<y2>\d{4})\b|\s+(?P<y2b>(?:19|20)\d\d)\b)?))"
        rf"|(?P<weekday>(?:(?P<last>[Ll]ast|[Tt]his\s+past|[Nn]ext|[Tt]his\s+coming|coming)\s+)?(?P<wd>{weekday}|{short})"
        r"(?:\s+(?:morning|afternoon|evening|night)\b)?)"
        r"|(?P<monthof>(?:(?P<lastm>[Ll]ast|[Tt]his|[Nn]ext)\s+)?(?P<part>(?:[Ee]arly|[Ll]ate|[Mm]id|[Mm]id-)[\s-]*)?"
        rf"(?P<m3>{month})(?:\s+(?:of\s+)?(?P<y3>(?:19|20)\d\d)\b)?)"
        rf"{holiday if holidays_named else ''}"
        rf"|(?P<nth>[Oo]n\s+the\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)(?:{ends}|(?=\s+of\s+(?:the|this)\s+month\b)))"
        r"|(?P<today>\b(?:[Ee]arlier\s+today|[Tt]oday|[Tt]his\s+(?:morning|afternoon|evening)|[Tt]onight)\b)"
        r"|(?P<before>\b(?:the\s+)?day\s+before\s+yesterday\b)|(?P<yesterday>\b(?:[Yy]esterday|[Ll]ast\s+night)\b)"
        r"|(?P<span>\b(?:(?P<which>[Ll]ast|[Tt]his|(?:[Ee]arlier|[Ll]ater)\s+this|(?:[Ee]arlier|[Ee]arly|[Ll]ate)\s+last"
        r"|[Nn]ext|[Tt]he\s+(?:previous|following)|[Tt]hat\s+same)\s+(?P<unit>week|month|year)\b))"
        r"|(?P<weekend>\b(?:[Oo]ver|[Aa]t|[Oo]n|[Dd]uring|[Ee]arlier)\s+(?:the|this|last)\s+(?:past\s+)?weekend\b"
        r"|\b(?:[Ll]ast|[Tt]his)\s+(?:past\s+)?weekend\b)"
        rf"|(?P<ago>\b(?:(?:just|only|about|some|a)\s+)?(?P<n>(?i:{number}))\s+(?:of\s+)?"
        r"(?P<nunit>day|week|fortnight|month|year)s?\s+(?P<rel>ago|earlier|before|later|after|prior)\b)"
        r"|(?P<same>\b(?:[Ee]arlier|[Ll]ater)\s+in\s+the\s+day\b"
        rf"|\b(?:(?:[Oo]n|[Ee]arlier|[Ll]ater)\s+)?[Tt]he\s+same\s+{part}\b"
        rf"|\b(?:(?:[Oo]n|[Ee]arlier|[Ll]ater)\s+)?[Tt]hat\s+(?:same\s+)?{part}{ends})"
        r"|(?P<previous>\b[Tt]he\s+(?:previous\s+day|day\s+before)\b)"
        r"|(?P<next>\b[Tt]he\s+(?:(?:next|following)\s+day|day\s+after)\b(?!\s+tomorrow))"
        r"|(?P<year>\b(?:[Ii]n|[Ss]ince|[Ee]arly|[Ll]ate|of)\s+(?P<y4>(?:19|20)\d\d)\b)"
        r"|(?P<yearly>(?:19|20)\d\d(?=\s+[A-Za-z])))"
    )


def find(text: str, start: int = 0, end: int | None = None) -> list[Expression]:
    """Return the expressions of time in text order.

    >>> [e.words for e in find("On Tuesday he repeated what he said last month, on Feb. 19.")]
    ['Tuesday', 'last month', 'Feb. 19']
    """
    end = len(text) if end is None else end
    windows = _windows(text, [at for at, _ in _triggers(text, start, end)], start, end)
    return _found(text, windows, names_holiday(text)) if windows else []


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
    holidays_named = names_holiday(text)
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
    pattern, beginning = _pattern(holidays_named), _beginning(holidays_named)
    for low, high in windows:
        for match in matches(pattern, beginning, text, low, high):
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
        return made("day", day=day) if day else None
    if sort == "holiday":
        name = " ".join(match.group("feast").split()).replace("’", "'")
        if match.group("y5"):
            fallen = day_of(holidays()[name], int(match.group("y5")))
            return made("day", day=make_day(fallen.year, fallen.month, fallen.day))
        return Expression(match.span(), name, "holiday", possessive=possessive)
    if sort == "nth":
        return made("nth", int(match.group("d3")))
    if sort == "weekday":
        last = match.group("last")
        if last and last.lower() in ("next", "this coming", "coming"):
            return None
        name = match.group("wd").lower().rstrip(".")
        return made("weekday", [full[: len(name)] for full in WEEKDAYS].index(name), last=bool(last))
    if sort == "monthof":
        return _month(match, made("day", day=_month_day(match), last=_led_by(match) == "last"))
    if sort == "span":
        which = match.group("which").lower()
        if which.startswith(("next", "later", "the following", "that")):
            return None
        return made(match.group("unit"), -1 if "last" in which or "previous" in which else 0)
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
    return make_day(int(year_of) if year_of else None, number_of, int(number or 0)) if number_of else None


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
    count = _NUMBERS.get(spelt) or (int(spelt) if spelt.isdigit() else 0)
    unit, relation = match.group("nunit"), match.group("rel")
    if not count:
        return None
    if relation == "ago":
        if unit == "fortnight":
            return made("week", -2 * count)
        return made("days" if unit == "day" else unit, -count)
    if unit != "day":
        return None
    return made("shift", count if relation in ("later", "after") else -count)
