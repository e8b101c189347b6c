"""Find the day published, or its year, at the foot of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from statements_cli.articles.metadata.day_order import weekday_of, weekdays_named
from statements_cli.articles.metadata.loose_stamps import mend
from statements_cli.articles.metadata.stamps import Stamp, read_stamp
from statements_cli.articles.paragraphs import BODY_KINDS, Paragraph
from statements_cli.text.calendar_days import Day, make_day

FOOT = 8
"""Paragraphs at the end of an article among which its foot is."""
NEAR = 1
"""Years by which the latest year that a text mentions may differ from that of its copyright."""
OLDEST, NEWEST = 1990, 2100


def closing_stamp(paragraphs: Sequence[Paragraph]) -> Stamp | None:
    """Return the time stamp at the foot of an article.

    It is the only one there, below the text itself. One without a label follows running text directly, for below a
    headline it is that of another article.
    """
    foot = range(max(1, len(paragraphs) - FOOT), len(paragraphs))
    lines = [(index, stamp) for index in foot if (stamp := _stamp_of(paragraphs[index])) is not None]
    if len({stamp.moment.day for _, stamp in lines if stamp.moment}) != 1:
        return None
    index, stamp = lines[0]
    above, below = paragraphs[index - 1], paragraphs[index + 1 :]
    if any(paragraph.kind in BODY_KINDS and not _is_legal(paragraph.words) for paragraph in below):
        return None
    if any(paragraph.kind == "heading" for paragraph in below):
        return None
    return stamp if paragraphs[index].field or _is_labelled(paragraphs[index]) or above.kind in BODY_KINDS else None


def _stamp_of(paragraph: Paragraph) -> Stamp | None:
    """Return a paragraph's time stamp with its day, as it stands or in brackets."""
    if paragraph.stamp is not None:
        return paragraph.stamp if paragraph.stamp.moment else None
    if paragraph.kind in ("body", "caption") or not paragraph.words:
        return None
    stamp = read_stamp(mend(paragraph.words.strip("()[]*_ ")))
    return stamp if stamp is not None and stamp.moment else None


@cache
def _label() -> re.Pattern[str]:
    return re.compile(r"(?i)\W{0,3}(?:first |originally |last )?(?:published|posted|updated|modified|date)\b")


def _is_labelled(paragraph: Paragraph) -> bool:
    return _label().match(paragraph.words) is not None


@cache
def _legal() -> re.Pattern[str]:
    return re.compile(r"(?i)©|\(c\)|\bcopyright\b|\ball rights reserved\b")


def _is_legal(words: str) -> bool:
    return _legal().search(words) is not None


@cache
def _copyright_year() -> re.Pattern[str]:
    """Match the year of a copyright that is no span of years."""
    mark = r"(?:©|\(c\)|\bcopyright)"
    return re.compile(rf"(?i){mark}\W{{0,3}}{mark}?\W{{0,3}}((?:19|20)\d\d)\b(?!\s?[-–—]\s?\d)")


def year_of(day: Day, line: str, paragraphs: Sequence[Paragraph], text: str, running: str) -> int | None:
    """Return the year of a day without one.

    By the copyright at the foot of the article, where the line's weekday and the text don't contradict it.

    ``line`` is the line that states the day, ``running`` the article's running text.
    """
    if day.month is None or day.day is None:
        return None
    years = {*_closing_years(paragraphs, text)}
    if len(years) != 1:
        return None
    year = years.pop()
    if not OLDEST <= year <= NEWEST or make_day(year, day.month, day.day) is None or not _on_weekday(day, year, line):
        return None
    mentions = _copyright_year().sub(" ", running)
    named = [int(match[0]) for match in re.finditer(r"(?<![\d.,$€£])(?:19|20)\d\d(?![\d,]|\.\d)", mentions)]
    past = [one for one in named if one <= year]
    return year if len(past) < 2 or year - max(past) <= NEAR else None


def _closing_years(paragraphs: Sequence[Paragraph], text: str) -> Iterator[int]:
    for paragraph in paragraphs[-FOOT:]:
        if paragraph.end - paragraph.start < 600:
            for match in _copyright_year().finditer(text, paragraph.start, paragraph.end):
                yield int(match[1])


def _on_weekday(day: Day, year: int, line: str) -> bool:
    """Return whether a day falls on the weekday that a line names, if any."""
    named = weekdays_named(line)
    return not named or weekday_of(date(year, day.month or 1, day.day or 1)) in named
