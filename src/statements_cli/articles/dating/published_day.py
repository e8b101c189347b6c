"""Find the day published.

What the head states, else the dateline, the address, the foot of the article.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from statements_cli.articles.dating.closing_days import closing_stamp, year_of
from statements_cli.articles.head import Head
from statements_cli.articles.metadata.datelines import read_dateline
from statements_cli.articles.metadata.day_order import READ_FOR_DATES
from statements_cli.articles.metadata.published import Published, decide_published
from statements_cli.articles.metadata.stamps import Stamp, address_day
from statements_cli.articles.paragraphs import BODY_KINDS, Paragraph
from statements_cli.model import Clue
from statements_cli.text.calendar_days import Day

OPENING = 4
"""Paragraphs within which the running text begins, behind captions and adverts."""


def day_published(
    text: str, paragraphs: list[Paragraph], head: Head, dateline: Day | None, url: str | None
) -> Published:
    """Return the day published.

    What the head states, else the dateline, the address, the foot of the article.
    """
    body = paragraphs[head.length :]
    running = text[body[0].start : min(body[-1].end, body[0].start + READ_FOR_DATES)] if body else ""
    stamps = head.stamps or _line_above_dateline(text, body)
    lines = " ".join(p.words for p in paragraphs[: head.length] if p.kind == "stamp")
    address = address_day(url) if url else None
    stamps, dateline, clues = _with_years(
        stamps, dateline, address, lambda day: year_of(day, lines, body, text, running)
    )
    if not stamps and address is None and not (dateline and dateline.complete):
        closing = closing_stamp(paragraphs)
        stamps = [(closing, False)] if closing is not None else []
    found = decide_published(stamps, dateline, url, running)
    return found._replace(clues=(*clues, *found.clues)) if clues else found


def _line_above_dateline(text: str, body: list[Paragraph]) -> list[tuple[Stamp, bool]]:
    """Return the day that stands alone above the dateline with which the running text begins.

    Lines like running text may stand above it: a headline with damaged marks, a sentence below it.
    """
    for place, paragraph in enumerate(body[:OPENING]):
        if paragraph.kind == "stamp" and paragraph.stamp and place + 1 < len(body):
            below = body[place + 1]
            if below.kind in BODY_KINDS and read_dateline(text, below.start, below.end):
                return [(paragraph.stamp, False)]
    return []


def _with_years(
    stamps: Sequence[tuple[Stamp, bool]], dateline: Day | None, address: Day | None, year: Callable[[Day], int | None]
) -> tuple[list[tuple[Stamp, bool]], Day | None, tuple[Clue, ...]]:
    """Return the time stamps and the dateline's day with their years, and what tells them.

    The address comes before ``year``, which finds one for a day. A time stamp whose year nothing tells is left out; a
    dateline's year is asked for only where nothing else states the day.
    """
    whole: list[tuple[Stamp, bool]] = []
    clues: list[Clue] = []
    for stamp, metadata in stamps:
        day = stamp.moment.day if stamp.moment else None
        if stamp.moment is None or day is None or day.year is not None:
            whole.append((stamp, metadata))
            continue
        known = _beside_address(day, address) if address else year(day)
        if known is None:
            continue
        whole.append((stamp._replace(moment=stamp.moment._replace(day=day.in_year(known))), metadata))
        if address is None:
            clues.append(Clue("year of copyright", (str(known),)))
    if not whole and dateline is not None and dateline.year is None and address is None:
        known = year(dateline)
        if known is not None:
            return whole, dateline.in_year(known), (Clue("year of copyright", (str(known),)),)
    return whole, dateline, tuple(clues)


def _beside_address(day: Day, address: Day) -> int:
    """Return the year that brings a day nearest to the address's."""
    around = address.year or 0
    place = around * 372 + (address.month or 0) * 31 + (address.day or 0)
    return min(
        (around, around - 1, around + 1),
        key=lambda one: abs(one * 372 + (day.month or 0) * 31 + (day.day or 0) - place),
    )
