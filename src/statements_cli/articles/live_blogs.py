"""Mark the entries of a live blog with their times and days.

Entries carry a time, seldom a day: they go down or up through the day that the blog's head states, and
where the order breaks midnight lies between.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from statements_cli.articles.metadata.stamps import Stamp
from statements_cli.articles.paragraphs import BODY_KINDS, Paragraph
from statements_cli.text.calendar_days import Day
from statements_cli.text.written_dates import Moment, clock_time, parse_day, parse_moment, zone_offset

LONGEST = 48
"""Characters of a line that is an entry's time."""
FEWEST = 3
"""Entries that make a live blog."""
DAY = 24 * 60
MIDNIGHT = 6 * 60
"""Minutes against the order of the entries that tell that midnight lies between, rather than a late addition."""


class BlogEntry(NamedTuple):
    """An entry's time: its paragraph's index, where the time ends, and what it states."""

    at: int
    end: int
    minutes: int
    time: str
    zone: str | None
    day: Day | None


def mark_entries(text: str, paragraphs: list[Paragraph], published: str | None = None) -> list[Paragraph] | None:
    """Return the paragraphs with the entries' times as stamps, each with its day.

    None where it is no live blog.

    ``published`` is the day on which the blog was, where its document says so beside the text.
    """
    alone = [entry for index in range(len(paragraphs)) if (entry := _time_alone(text, index, paragraphs[index]))]
    entries = alone
    if _is_live(text, paragraphs):
        before = [entry for index in range(len(paragraphs)) if (entry := _time_before(text, index, paragraphs[index]))]
        entries = sorted((*alone, *before), key=lambda entry: entry.at)
    if len(entries) < FEWEST or not _in_order(entries) or _with_text(paragraphs, entries) < FEWEST:
        return None
    days = _days(paragraphs, entries, published)
    if days is None:
        return None
    told = {entry.at: (entry, day) for entry, day in zip(entries, days, strict=True)}
    marked: list[Paragraph] = []
    for index, paragraph in enumerate(paragraphs):
        if index in told:
            marked += _stamped(text, paragraph, *told[index])
        else:
            marked.append(paragraph)
    return marked


def _with_text(paragraphs: list[Paragraph], entries: list[BlogEntry]) -> int:
    """Return how many entries have text of their own.

    The lengths of a page's videos have none.
    """
    stops = [*[entry.at for entry in entries[1:]], len(paragraphs)]
    return sum(
        any(paragraph.kind in BODY_KINDS for paragraph in paragraphs[entry.at : stop])
        for entry, stop in zip(entries, stops, strict=True)
    )


@cache
def _clock() -> re.Pattern[str]:
    clock = r"(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?(?:\s?([AaPp]\.?[Mm]\b\.?))?"
    zone = r"(?:\s\(?([A-Z]{2,5}|Z|(?:GMT|UTC)[+-]\d{1,2}(?::?\d\d)?)\)?)?"
    return re.compile(rf"(?:(?:[Pp]osted|[Uu]pdated|[Pp]ublished|[Ll]ast updated)(?: at)?:?\s)?{clock}{zone}")


@cache
def _live() -> re.Pattern[str]:
    return re.compile(r"(?i)\blive\b|\bas it happened\b|\bminute by minute\b|\bupdates\b|\blatest\b|\bblog\b")


def _is_live(text: str, paragraphs: list[Paragraph]) -> bool:
    """Return whether one of the first lines calls the article live."""
    return any(_live().search(text, p.start, min(p.end, p.start + 200)) for p in paragraphs[:6])


def _time_alone(text: str, index: int, paragraph: Paragraph) -> BlogEntry | None:
    """Return the entry whose time, and perhaps day, is all that stands in a line."""
    if paragraph.end - paragraph.start > LONGEST or paragraph.kind in ("turn", "speech", "label"):
        return None
    words = paragraph.words or " ".join(text[paragraph.start : paragraph.end].split())
    if not any(map(str.isdigit, words)) or re.match(r".*\d{4}-\d\d-\d\d", words):
        return None  # an ISO date is a program's, for the whole text
    match = _clock().match(words)
    rest = words[match.end() :].strip(" ,|•·–—-") if match else words
    time = _time(match) if match and (match[2] or match[3]) else None
    if match and time and (not rest or re.fullmatch(r"\(?\d{1,2}\s?(?:h|m|hours?|mins?|minutes?) ago\)?", rest)):
        return BlogEntry(index, paragraph.end, *time, None)
    moment = paragraph.stamp.moment if paragraph.stamp else parse_moment(words)
    if moment is None or moment.time is None or moment.day.day is None:
        return None
    minutes = int(moment.time[:2]) * 60 + int(moment.time[3:5])
    return BlogEntry(index, paragraph.end, minutes, moment.time, moment.zone, moment.day)


def _time_before(text: str, index: int, paragraph: Paragraph) -> BlogEntry | None:
    """Return the entry whose time opens its first line: "14:32 - The talks are over"."""
    match = _clock().match(text, paragraph.start, min(paragraph.end, paragraph.start + LONGEST))
    if match is None or paragraph.stamp or not (match[2] or match[3]):
        return None
    after = re.compile(r"(?:\s*+[-–—|:•])?\s++(?=[^\W\d_]|[“\"'‘])").match(text, match.end(), paragraph.end)
    time = _time(match) if after and after.end() < paragraph.end else None
    return BlogEntry(index, match.end(), *time, None) if time else None


def _time(match: re.Match[str]) -> tuple[int, str, str | None] | None:
    time = clock_time(match[1], match[2] or "00", None, match[3])
    return (int(time[:2]) * 60 + int(time[3:5]), time, zone_offset(match[4])) if time else None


def _against(entries: list[BlogEntry], falls: bool) -> tuple[int, int]:
    """Return how many undated entries stand against the order, and the midnights so far."""
    late = [(b.minutes - a.minutes) * (1 if falls else -1) for a, b in pairwise(entries) if b.day is None]
    return sum(0 < minutes <= MIDNIGHT for minutes in late), sum(minutes > MIDNIGHT for minutes in late)


def _falls(entries: list[BlogEntry]) -> bool:
    """Return whether the newest entry stands first.

    Whether the hours from entry to entry are fewer backwards.
    """
    steps = [b.minutes - a.minutes for a, b in pairwise(entries)]
    return sum(-step % DAY for step in steps) <= sum(step % DAY for step in steps)


def _in_order(entries: list[BlogEntry]) -> bool:
    """Return whether nearly all entries follow one another in time, but for midnights.

    They may go down or up.
    """
    late, nights = _against(entries, _falls(entries))
    return late <= 0.2 * len(entries) and nights <= 1 + len(entries) // FEWEST


def _days(paragraphs: list[Paragraph], entries: list[BlogEntry], published: str | None) -> list[date] | None:
    """Return the day of each entry, from its own date or counted from the head's.

    None where no day is known.
    """
    heads = [p.stamp.moment.day for p in paragraphs[: entries[0].at] if p.stamp and p.stamp.moment]
    stated = [entry.day for entry in entries if entry.day is not None and entry.day.complete]
    beside = parse_day(published[:10]) if published else None
    known = next((day for day in (*heads, *([beside] if beside else []), *stated) if day.complete), None)
    if known is None:
        return None
    day = date.fromisoformat(known.iso or "")
    falls = _falls(entries)
    days: list[date] = []
    last: BlogEntry | None = None
    for entry in entries:
        if last is not None:
            late = entry.minutes - last.minutes
            try:
                if falls and late > MIDNIGHT:
                    day -= timedelta(days=1)
                elif not falls and late < -MIDNIGHT:
                    day += timedelta(days=1)
            except OverflowError:
                return None
        if entry.day is not None:
            own = entry.day if entry.day.complete else entry.day.in_year(day.year)
            try:
                day = date(own.year or day.year, own.month or day.month, own.day or day.day)
            except ValueError:  # 29 February of another year
                return None
        days.append(day)
        last = entry
    return days


def _stamped(text: str, paragraph: Paragraph, entry: BlogEntry, day: date) -> list[Paragraph]:
    """Return an entry's time as a stamp, and what stands behind it in its line."""
    stamp = Stamp(Moment(Day(day.year, day.month, day.day), entry.time, entry.zone), False, "")
    words = " ".join(text[paragraph.start : entry.end].split())
    stamped = [Paragraph(paragraph.start, entry.end, paragraph.blank, "stamp", words, stamp, field="published")]
    at = entry.end
    while at < paragraph.end and not (text[at].isalpha() or text[at] in "“\"'‘"):
        at += 1
    if at < paragraph.end:
        rest = " ".join(text[at : paragraph.end].split()) if paragraph.words else ""
        stamped.append(paragraph._replace(start=at, blank=0, words=rest))
    return stamped
