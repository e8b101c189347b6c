"""Parse written dates: year, month, day, time and zone as stated.

What a form leaves open stays open: "May 20" has no year, "May 2024" no day. The common forms are read
with plain code; python-dateutil, which fills gaps from today, reads only what is left, twice with
different fillings, and only what both readings share counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from statements_cli.data import table
from statements_cli.model import Span
from statements_cli.text.beginnings import matches
from statements_cli.text.calendar_days import Day, make_day, month_number, numeric_day

LONGEST_FORM = 80
"""Characters; no written date is longer, so longer text is not tried."""

_SHORT_MONTH = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC"
_MONTH = rf"(?:{_SHORT_MONTH})[A-Za-z]{{0,6}}\b\.?"
_CLOCK = r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?\s?([AaPp]\.?[Mm]\b\.?)?"
_ZONE = r"(Z\b|[+-]\d{2}:?\d{2}\b|(?:UTC|GMT)(?:[+-]\d{1,2}(?::?\d{2})?)?\b|[A-Z]{3,4}\b)?"
_LONG_WORDS = frozenset((
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "august",
    "september", "october", "november", "december", "minute", "minutes", "second", "seconds",
))  # fmt: skip
"""The words of six letters or more that python-dateutil knows; it refuses a text with any other."""


class Moment(NamedTuple):
    """A day with time (``14:30`` or ``14:30:05``) and zone (``+05:30``, ``Z``)."""

    day: Day
    time: str | None = None
    zone: str | None = None

    @property
    def iso(self) -> str | None:
        """Return ``2025-05-20T14:30+05:30``, without what is not known; None without a year."""
        if self.time is None or not self.day.complete:
            return self.day.iso
        return f"{self.day.iso}T{self.time}{self.zone or ''}"


class FoundDay(NamedTuple):
    """A date in running text: its place in characters, and what it states."""

    span: Span
    moment: Moment

    @property
    def day(self) -> Day:
        """Return the day without the time."""
        return self.moment.day


@cache
def _beginning() -> re.Pattern[str]:
    """Match the first character of what may be a date: a digit or a month's."""
    return re.compile(rf"[\dADFJMNOS](?<![\w/.-].)(?<=(?=\d|{_SHORT_MONTH}).)")


@cache
def _running() -> re.Pattern[str]:
    clock = rf"(?:(?:T|,?\s+(?:at\s+)?){_CLOCK}\s?{_ZONE})?"
    before = rf"(?:(?<![\d:.]){_CLOCK}\s?{_ZONE}(?:,\s*+|\s++)(?:on\s++)?)?"
    return re.compile(
        rf"(?<![\w/.-])(?:{before}(?:(?P<iso>\d{{4}})(?P<mark>[-/.])(?P<im>\d{{1,2}})(?P=mark)(?P<id>\d{{1,2}})"
        rf"|(?P<md>{_MONTH})\s{{0,2}}(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:\d)(?:,?\s{{1,2}}(?P<y1>\d{{4}})\b(?!-\d))?"
        rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th|\.)?(?:\s(?:of\s)?|-)(?P<dm>{_MONTH})(?:(?:,?\s{{1,2}}|-)(?P<y2>\d{{4}})\b)?"
        rf"|(?P<n1>\d{{1,2}})(?P<sep>[/.-])(?P<n2>\d{{1,2}})(?P=sep)(?P<ny>\d{{4}})\b"
        rf"|(?P<cy>\d{{4}})年(?P<cm>\d{{1,2}})月(?P<cd>\d{{1,2}})日"
        rf"|(?P<my>{_MONTH}),?\s(?P<y3>\d{{4}})\b){clock})(?![\w/])"
    )


def find_days(
    text: str, start: int = 0, end: int | None = None, *, day_first: bool | None = None
) -> Iterator[FoundDay]:
    """Yield dates in running English text (and in digits of any), in text order.

    A weekday or "last week" is no date here; a number alone is no year. ``day_first`` says how to read
    ``05/06/2025``, which is passed over without it.
    """
    for match in matches(_running(), _beginning(), text, start, len(text) if end is None else end):
        day = _day_of(match, day_first)
        if day is not None:
            yield FoundDay(match.span(), Moment(day, *_time_of(match)))


def _day_of(match: re.Match[str], day_first: bool | None) -> Day | None:
    got = match.groupdict()
    if got["iso"]:
        return make_day(int(got["iso"]), int(got["im"]), int(got["id"]))
    if got["cy"]:
        return make_day(int(got["cy"]), int(got["cm"]), int(got["cd"]))
    if got["n1"]:
        return numeric_day(
            got["n1"], got["n2"], got["ny"], True if got["sep"] == "." and day_first is None else day_first
        )  # where days are written with full stops, they come first
    if got["my"]:
        month = month_number(got["my"])
        return make_day(int(got["y3"]), month) if month else None
    name, number, year = (got["md"], got["d1"], got["y1"]) if got["md"] else (got["dm"], got["d2"], got["y2"])
    return make_day(int(year) if year else None, month_number(name), int(number))


def _time_of(match: re.Match[str]) -> tuple[str | None, str | None]:
    groups = match.groups()
    for at in (0, len(groups) - 5):
        hour, minute, second, half, zone = groups[at : at + 5]
        time = clock_time(hour, minute, second, half) if hour else None
        if time:
            return time, zone_offset(zone)
    return None, None


def clock_time(hour: str, minute: str, second: str | None = None, half: str | None = None) -> str | None:
    """Return ``HH:MM`` or ``HH:MM:SS`` by the 24-hour clock; None where there is no such time."""
    h = int(hour)
    if half:
        if not 1 <= h <= 12:
            return None
        h = h % 12 + (12 if half[0] in "pP" else 0)
    if h > 23 or int(minute) > 59 or int(second or 0) > 59:
        return None
    return f"{h:02d}:{minute}" + (f":{second}" if second else "")


def zone_offset(zone: str | None) -> str | None:
    """Return ``+05:30`` for ``IST`` or ``+0530``, ``Z`` for ``GMT``; None if unknown."""
    if not zone:
        return None
    if zone[:3] in ("UTC", "GMT") and len(zone) > 3:
        sign, digits = zone[3], zone[4:].replace(":", "")
        hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
        zone = f"{sign}{hours.zfill(2)}{minutes}"
    if zone[0] in "+-":
        digits = zone[1:].replace(":", "")
        return f"{zone[0]}{digits[:2]}:{digits[2:]}" if digits[:2] <= "15" and digits[2:] < "60" else None
    return dict(_zones()).get(zone)


@cache
def _zones() -> tuple[tuple[str, str], ...]:
    return tuple((name, offset) for name, offset in table("dates/zones.tsv"))


@cache
def _year_or_month() -> re.Pattern[str]:
    return re.compile(r"(\d{4})(?:-(\d{2}))?$")


@cache
def _worded_forms() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Match a day whose month is a word, before or behind it."""
    weekday = r"(?:[^\W\d_]{2,12}\.?,?\s+)?"
    word = r"([^\W\d_]{3,10})\.?"
    return (
        re.compile(
            rf"{weekday}(\d{{1,2}})(?:st|nd|rd|th|\.)?[\s-]{{1,2}}(?:of |de )?{word}"
            r"(?:,?[\s-](?:de )?(\d{4}))?(?:\s?(?:г|р)\.?)?$"
        ),
        re.compile(rf"{weekday}{word}(?:\s(\d{{1,2}})(?:st|nd|rd|th)?)?(?:,?\s(\d{{4}}))?$"),
    )


def parse_day(text: str, *, day_first: bool | None = None) -> Day | None:
    """Return the day, month or year that the whole text states, or None.

    Reads ISO days, months and years, ``20 May 2025``, ``May 20, 2025``, ``Tuesday, May 20``,
    ``May 2025``, ``May``, ``20/05/2025`` (an ambiguous one only with ``day_first``), month names of the
    languages in ``dates/months.tsv``, and what python-dateutil can read beyond that.
    """
    moment = parse_moment(text, day_first=day_first)
    return moment.day if moment else None


def parse_moment(text: str, *, day_first: bool | None = None) -> Moment | None:
    """Return the day with time and zone that the whole text states, or None."""
    text = " ".join(text.split())
    if not text or len(text) > LONGEST_FORM:
        return None
    plain = _plain_day(text)
    if plain is not None:
        return Moment(plain)
    match = _running().fullmatch(text) or _running().fullmatch(_without_weekday(text))
    if match:
        day = _day_of(match, day_first)
        return Moment(day, *_time_of(match)) if day else None
    return _by_dateutil(text)


def _without_weekday(text: str) -> str:
    head, _, rest = text.partition(" ")
    return rest if head.rstrip(",.").isalpha() and month_number(head.rstrip(",")) is None else text


def _plain_day(text: str) -> Day | None:
    if match := _year_or_month().match(text):
        return make_day(int(match[1]), int(match[2]) if match[2] else None)
    if not any(map(str.isalpha, text)):
        return None
    day_month, month_day = _worded_forms()
    if (match := day_month.match(text)) and (month := month_number(match[2])):
        return make_day(int(match[3]) if match[3] else None, month, int(match[1]))
    if (match := month_day.match(text)) and (month := month_number(match[1])):
        return make_day(int(match[3]) if match[3] else None, month, int(match[2]) if match[2] else None)
    return None


def _by_dateutil(text: str) -> Moment | None:
    """Return what two readings with different fillings share, if the year has four digits."""
    if not re.search(r"(?<!\d)(?:1[6-9]|2[01])\d\d(?!\d)", text):
        return None
    if re.search(r"\d{1,2}[/.-]\d{1,2}[/.-]\d", text):
        return None
    low = text.lower()
    if " of " not in low and not _LONG_WORDS.issuperset(re.findall(r"[^\W\d_]{6,}", low)):
        return None  # it reads no sentence, and to load it takes longer than the rest of the reading
    from datetime import datetime

    from dateutil.parser import parse

    try:
        one, two = (
            parse(text, default=filling, ignoretz=True) for filling in (datetime(2003, 3, 3), datetime(2010, 10, 20))
        )
    except (ValueError, OverflowError, TypeError, AttributeError):
        return None
    if one.year != two.year or one.month != two.month:
        return Moment(Day(one.year)) if one.year == two.year and re.fullmatch(r"\d{4}", text) else None
    day = make_day(one.year, one.month, one.day if one.day == two.day else None)
    if day is None:
        return None
    stated = re.search(_CLOCK + r"\s?" + _ZONE, text)
    time = clock_time(*stated.group(1, 2, 3, 4)) if stated else None
    return Moment(day, time, zone_offset(stated[5]) if stated and time else None)
