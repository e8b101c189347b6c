"""Parse time stamps: the day and time published or updated."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from statements_cli.articles.metadata.outlets import known_outlet
from statements_cli.data import table
from statements_cli.text.calendar_days import Day, make_day, month_number
from statements_cli.text.written_dates import Moment, find_days, parse_moment

LONGEST_STAMP = 200
LONGEST_PLACE = 60
"""Characters of a line that is a place and a day."""
NULL_DAYS = frozenset({"1970-01-01", "1900-01-01", "1899-12-30", "1601-01-01"})
"""Days that programs write where they know none (0001-01-01 is no day of ours at all)."""


class Stamp(NamedTuple):
    """A time stamp: its moment, whether it is an update, and the words left.

    The moment is None for a null or ambiguous date.
    """

    moment: Moment | None
    updated: bool
    rest: str
    ambiguous: bool = False


@cache
def labels() -> dict[str, str]:
    """Return labels of metadata lines, lower case, and what follows them."""
    return {row[0]: row[1] for row in table("articles/labels.tsv")}


def field_of(label: str) -> str | None:
    """Return what follows a label of metadata, whatever parts its words: ``publishedAt``, ``date_published``."""
    return labels().get(_humps().sub(" ", label).replace("_", " ").lower())


@cache
def _humps() -> re.Pattern[str]:
    return re.compile(r"(?<=[a-z])(?=[A-Z])")


def _listed(*kinds: str) -> str:
    """Return the labels of some kinds as alternatives of a pattern, longest first."""
    names = sorted((name for name, kind in labels().items() if kind in kinds), key=len, reverse=True)
    return "|".join(re.escape(name).replace("\\ ", "[ _]?") for name in names)


@cache
def _year() -> re.Pattern[str]:
    """Match what every time stamp has.

    Most lines have none, and cost no more than looking for it.
    """
    return re.compile(r"\d{4}")


@cache
def _run_together() -> re.Pattern[str]:
    """Match where pages lost the space between year and time, or before the next label."""
    return re.compile(r"(?<=[a-zA-Z,] \d{4})(?=\d{1,2}:\d\d)|(?<=[\da-zM])(?=(?:Updated|Published|Modified)\b)")


@cache
def label_words() -> re.Pattern[str]:
    """Match the label of a day of publication or change."""
    return re.compile(r"(?i)\b(?:" + _listed("published", "updated") + r")\b\s?[:|-]?")


@cache
def _noise() -> re.Pattern[str]:
    """Match what may stand beside the day in a time stamp and says nothing."""
    return re.compile(
        r"(?i)\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
        r"|\b(?:at|on|am|pm|a\.m|p\.m"
        r"|hrs?|local time|beijing time|uhr|um|à|às|las|ore|kl"
        r"|ist|gmt|utc|est|edt|et|bst|cet|hkt|sgt|min(?:ute)?s? read|min(?:ute)?s? ago"
        r"|hours? ago|first|last|\d{1,2}[:.]\d{2}|\d+)\b|[^\w]+"
    )


@cache
def _null_date() -> re.Pattern[str]:
    return re.compile(r"(?<!\d)(?:0000|0001)-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?")


def read_stamp(line: str, day_first: bool | None = None) -> Stamp | None:
    """Return the time stamp that a line is.

    None for a line that is something else.

    A line is a stamp when a full date, its label and a few words that mean nothing (weekday, zone,
    "3 min read") are all it has, but for what stands in ``rest``: a byline before the label, say. Of
    several dates the one labelled as published counts, then the one without a label.
    """
    if len(line) > LONGEST_STAMP or not _year().search(line):
        return None
    if ":" in line or "Updated" in line or "Published" in line:  # "12:34Modified" has a colon
        line = _run_together().sub(r" ", line)
    if "000" in line and _is_null(line):
        return Stamp(None, False, "")
    found: list[tuple[int, Moment, bool]] = []
    rest, at = "", 0
    for date in find_days(line, day_first=day_first):
        if not date.day.complete:
            continue
        before = line[at : date.span[0]]
        marks = list(label_words().finditer(before))
        rest += label_words().sub(" ", before)
        updated = is_update(marks[-1] if marks else None)
        found.append((0 if marks and not updated else 2 if updated else 1, date.moment, updated))
        at = date.span[1]
    if not found:
        return _read_other(line, day_first)
    rest += label_words().sub(" ", line[at:])
    _, moment, updated = min(found, key=lambda item: item[0])
    if moment.day.iso in NULL_DAYS:
        return Stamp(None, False, "")
    return Stamp(moment, updated, rest.strip()) if is_bare(rest) or _has_credit(rest) or _is_place(line, rest) else None


def _is_null(line: str) -> bool:
    """Return whether a line is a time stamp of a program that knew no time."""
    bare, nulls = _null_date().subn("", line)
    return nulls > 0 and not _noise().sub("", label_words().sub("", bare))


def is_update(label: re.Match[str] | None) -> bool:
    """Return whether a label is that of a change."""
    return label is not None and field_of(label[0].rstrip(" :|-")) == "updated"


def is_bare(rest: str) -> bool:
    """Return whether nothing that says anything stands beside a day."""
    return len(_noise().sub("", rest)) <= 3


def says_nothing(words: str) -> bool:
    """Return whether words are weekdays, time zones and counts alone."""
    return not _noise().sub("", words)


def _is_place(line: str, rest: str) -> bool:
    """Return whether a place is all beside the day and time.

    For example: "May 19, 2025, 20:00, Sochi", "Oslo, 3 June 2025".
    """
    place = re.fullmatch(r"[\W\d]*([A-Z][a-z]+(?: [A-Z][a-z]+)?)\W*", rest)
    if place is not None and line.rstrip(" .").endswith(place[1]):
        return True
    before = _noise().sub(" ", _place_ahead(line)).split()
    return bool(before) and before == _noise().sub(" ", rest).split()


def _place_ahead(line: str) -> str:
    """Return a place's words before a comma and a day in a short line.

    None where other words stand there.
    """
    match = (
        re.match(r"[A-ZÀ-Þ][\w.’'-]*+(?>(?:[ /][A-ZÀ-Þ][\w.’'-]*+){0,3})(?=, )", line)
        if len(line) <= LONGEST_PLACE
        else None
    )
    return match[0] if match is not None else ""


def _has_credit(rest: str) -> bool:
    """Return whether the rest of a line is a byline, or an outlet's parted name."""
    named = re.fullmatch(r"(.{2,40}?)\s+[|•·/–—-]\s*", rest) or re.fullmatch(r"\s*[|•·/–—-]\s+(.{2,40}?)", rest)
    if named and known_outlet(named[1]):
        return True
    if re.fullmatch(r"\W{0,3}by [\w.-]++(?: [\w.-]++)?", rest):
        return True  # "Posted on May 20, 2025 by admin"
    return bool(re.match(r"\W{0,3}(?:By|BY|Author)\b|\W{0,3}By[A-Z]", rest)) and len(rest) < 120


@cache
def _clock_behind() -> re.Pattern[str]:
    """Match the time behind a day whose month is named in another language."""
    return re.compile(r"(?<=\d{4})[,.]? ?(?:[|–—-] ?)?(?:[^\W\d_]{1,3} ){0,2}\d{1,2}[:.h]\d\d(?: ?[^\W\d_]{1,5}\.?)?$")


def _read_other(line: str, day_first: bool | None) -> Stamp | None:
    """Return stamps in other languages and forms, and numeric ones of two readings."""
    mark = label_words().match(line)
    bare = line[mark.end() :] if mark else line
    bare = bare.strip(" :|-–—•·,")
    if len(bare) > 60 or len(bare.split()) > 8 or not _year().search(bare):
        return None
    moment = parse_moment(bare, day_first=day_first)
    if moment is None and (clock := _clock_behind().search(bare)) is not None:
        moment = parse_moment(bare[: clock.start()], day_first=day_first)  # "16 Oktober 2011, 10:55"
    if moment is not None and moment.day.complete:
        if moment.day.iso in NULL_DAYS:
            return Stamp(None, False, "")
        return Stamp(moment, is_update(mark), "")
    if re.fullmatch(r"\d{1,2}/\d{1,2}/\d{4}(?:,?\s[\d:.\s]+(?:[AaPp][Mm])?(?:\s[A-Z]{3,4})?)?", bare):
        return Stamp(None, False, "", ambiguous=True)
    if mark and "/" in line:
        left, dates = re.subn(r"(?<!\d)\d{1,2}/\d{1,2}/\d{4}(?!\d)", " ", label_words().sub(" ", line))
        if dates > 1 and is_bare(left):
            return Stamp(None, False, "", ambiguous=True)
    return None


@cache
def _iso_moment() -> re.Pattern[str]:
    return re.compile(r"\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:[Zz]|[+-]\d{2}:?\d{2})?)?(?=\s+\S)")


@cache
def _of_days() -> frozenset[str]:
    """Return the labels of days of publication and change without what parts their words."""
    return frozenset(name.replace(" ", "") for name, kind in labels().items() if kind in ("published", "updated"))


@cache
def _label() -> re.Pattern[str]:
    return re.compile(r"\W{0,3}(?P<words>\w.*?)\s?[:=]?\s?")


def date_prefix(text: str, start: int, end: int) -> tuple[int, Moment] | None:
    """Return where a labelled ISO date before other text ends, and the moment it states."""
    near = min(end, start + 80)
    found = _iso_moment().search(text, start, near) if text.find("-", start, near) >= 0 else None
    label = _label().fullmatch(text, start, found.start()) if found else None
    if found is None or label is None or label["words"].lower().replace("_", "").replace(" ", "") not in _of_days():
        return None
    moment = parse_moment(found[0])
    return (found.end(), moment) if moment else None


@cache
def _address() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\d)(?:(20\d\d|19\d\d)(?P<mark>[/_-])(\d{1,2})(?P=mark)(\d{1,2})(?!\d)"
        r"|(?:(?<=[/_.-])|(?<=/t))(20\d\d)(\d\d)(\d\d)(?=[/_.-]|$)"
        r"|(20\d\d)/?(0[1-9]|1[0-2])/?t?(0[1-9]|[12]\d|3[01])(?=[/_]))"
    )


@cache
def _address_with_month_name() -> re.Pattern[str]:
    """Match days such as ``/2025/mar/10/``, ``/2025/march/10`` and ``-march-10-2025``."""
    return re.compile(
        r"(?<=[/_-])(?:(?P<year>20\d\d|19\d\d)[/_-](?P<month>[a-z]{3,9})[/_-](?P<day>\d{1,2})(?=[/_.-]|$)"
        r"|(?P<named>[a-z]{3,9})-(?P<ordinal>\d{1,2})(?:st|nd|rd|th)?-(?P<last>20\d\d)(?=[/_.-]|$))"
    )


def address_day(url: str) -> Day | None:
    """Return the day that a web address carries (``/2025/05/20/``, ``t20250520_``, ``/2025/may/20/``), or None."""
    for match in _address().finditer(url):
        groups = match.group(1, 3, 4) if match[1] else match.group(5, 6, 7) if match[5] else match.group(8, 9, 10)
        year, month, day = map(int, groups)
        found = make_day(year, month, day)
        if found and year >= 1990:
            return found
    for match in _address_with_month_name().finditer(url.lower()):
        number = month_number(match["month"] or match["named"])
        found = (
            make_day(int(match["year"] or match["last"]), number, int(match["day"] or match["ordinal"]))
            if number
            else None
        )
        if found:
            return found
    return None
