"""Decide the day published from head, dateline and address, with basis and doubts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from statements_cli.articles.metadata.day_order import READ_FOR_DATES
from statements_cli.articles.metadata.stamps import Stamp, address_day
from statements_cli.model import Clue, PublishedBasis
from statements_cli.text.calendar_days import Day
from statements_cli.text.written_dates import Moment, find_days


class Published(NamedTuple):
    """The day (and time) published in ISO 8601, its basis, and what else was found."""

    date: str | None
    basis: PublishedBasis | None
    clues: tuple[Clue, ...] = ()


def decide_published(
    stamps: Sequence[tuple[Stamp, bool]], dateline: Day | None, url: str | None, text: str
) -> Published:
    """Decide the day published.

    The byline's or metadata's, else the dateline's, else the address's, else none.

    The day that the address carries beats a stamp that contradicts it, unless the dateline sides with the stamp
    alone; against a line that readers of the page see it needs the dateline on its side.

    ``stamps`` are the head's time stamps, each with whether it is metadata; ``text`` is the article's
    running text, read for what contradicts them.
    """
    clues: list[Clue] = []
    if any(stamp.ambiguous for stamp, _ in stamps):
        clues.append(Clue("ambiguous date"))
    if any(stamp.moment is None and not stamp.ambiguous for stamp, _ in stamps):
        clues.append(Clue("null date"))
    stated = [(stamp.moment, stamp.updated, metadata) for stamp, metadata in stamps if stamp.moment]
    chosen = _choose(stated)
    in_address = address_day(url) if url else None
    if chosen:
        moment, updated, metadata = chosen
        if in_address is not None and _is_overruled(moment.day, in_address, dateline, metadata or updated):
            told = (in_address.iso or "", moment.day.iso or "")
            return Published(in_address.iso, "address", (*clues, Clue("overruled day", told)))
        if updated:
            clues.append(Clue("day of update"))
        clues += _contradictions(moment.day, [m.day for m, u, _ in stated if u == updated], dateline, in_address, text)
        return Published(moment.iso, "metadata" if metadata else "byline", tuple(clues))
    if dateline is not None:
        if dateline.year is None and in_address is not None:
            dateline = dateline.in_year(in_address.year or 0)
        if dateline.complete:
            return Published(dateline.iso, "dateline", tuple(clues))
    if in_address is not None:
        return Published(in_address.iso, "address", tuple(clues))
    return Published(None, None, tuple(clues))


def _is_overruled(stamp: Day, address: Day, dateline: Day | None, hidden: bool) -> bool:
    """Return whether an address's day beats a stamp's.

    ``hidden``: no reader of the page sees the stamp, or it is an update.

    Fields are often filled with the day of the crawl, of a caption or of the site's own change.
    """
    if not _far(stamp, address):
        return False
    if dateline is None:
        return hidden
    with_stamp, with_address = not _far(stamp, dateline), not _far(address, dateline)
    return with_address and (hidden or not with_stamp)


def occasion_day(title: str, otherwise: Published) -> Published:
    """Return the day that a transcript's title states, as the day it was published.

    ``otherwise`` where it states none.
    """
    day = next((found.day for found in find_days(title) if found.day.complete), None)
    if day is None or day.iso is None:
        return otherwise
    return Published(day.iso, "inferred", (*otherwise.clues, Clue("day of title")))


def _choose(stated: list[tuple[Moment, bool, bool]]) -> tuple[Moment, bool, bool] | None:
    """Return what the page says before metadata, a time before none, and updates last."""
    if not stated:
        return None
    return min(stated, key=lambda item: (item[1], item[2] and item[0].time is None, item[0].time is None))


def _contradictions(day: Day, others: list[Day], dateline: Day | None, in_address: Day | None, text: str) -> list[Clue]:
    iso = day.iso or ""
    differing = [other for other in dict.fromkeys(others) if other != day]
    clues = [Clue("contradicting line", (iso, other.iso or "")) for other in differing]
    if in_address is not None and _far(day, in_address):
        clues.append(Clue("contradicting address", (iso, in_address.iso or "")))
    if dateline is not None and _far(day, dateline):
        clues.append(Clue("contradicting dateline", (iso,)))
    later = sorted(_later_years(day, text))
    if later:
        clues.append(Clue("contradicting text", (iso, str(later[-1]))))
    return clues


def _far(day: Day, other: Day) -> bool:
    """Return whether two days are more than three days apart.

    A missing year is taken as the same.
    """
    year = other.year if other.year is not None else day.year
    return abs(_count(day, day.year) - _count(other, year)) > 3


def _count(day: Day, year: int | None) -> int:
    return (year or 0) * 372 + (day.month or 0) * 31 + (day.day or 0)


@cache
def _told_before() -> re.Pattern[str]:
    """Match what stands before a year in which something happened: ``in``, ``since early``."""
    return re.compile(r"\b(?:[Ii]n|[Ss]ince|[Ll]ate|[Ee]arly)(?: \w+)?$")


def _later_years(day: Day, text: str) -> set[int]:
    """Return years after the day published in which, the text says, something happened."""
    year = day.year or 0
    window = text[:READ_FOR_DATES]
    past = {
        int(match[1])
        for match in re.finditer(r" (20\d\d)\b", window)
        if int(match[1]) > year + 1 and _told_before().search(window, max(0, match.start() - 40), match.start())
    }
    return past | {
        found.day.year for found in find_days(window)
        if found.day.complete and found.day.year is not None and found.day.year > year + 1
    }  # fmt: skip
