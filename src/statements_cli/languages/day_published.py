"""Find the day published in the head or dateline of a foreign article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from statements_cli.model import Article, Clue, PublishedBasis, Span
from statements_cli.text.calendar_days import Day, make_day, month_number
from statements_cli.text.written_dates import find_days

LONGEST_LINE = 120
"""Characters of a line that may state the day of publication."""
OPENING = 60
"""Characters of the first paragraph in which a dateline stands."""

HEAD, HEAD_LINES, SHORT_LINE = 800, 9, 40
"""Characters and lines of an article's head, and characters of a line in it that holds little but a date."""


@cache
def _written() -> re.Pattern[str]:
    """Match 20 mai 2025, 20.

    Mai 2025, 20 de mayo de 2025, 20 мая 2025, 20 may. 2025.
    """
    return re.compile(r"(?<!\d)(\d{1,2})(?:er|\.|º)?\s+(?:de\s+)?([^\W\d_]{3,12})\.?,?\s+(?:del?\s+)?(\d{4})(?!\d)")


@cache
def _chinese() -> re.Pattern[str]:
    """Match 2025年5月20日, with characters right beside it: ``新华社北京2025年5月20日电``."""
    return re.compile(r"(?<!\d)(\d{4})年(\d{1,2})月(\d{1,2})日")


def published_in(article: Article, text: str) -> tuple[str, PublishedBasis, Clue] | None:
    """Return the day an article says it was published on, its basis and clue.

    The day is ISO 8601; None where the article doesn't say.
    """
    for span, basis in (*_lines_of_head(article, text), *_places(article)):
        found = sorted(_days(text, span), key=lambda one: one[0])
        if found:
            (start, end), day = found[0]
            words = " ".join(text[start:end].split())
            place = "head" if basis == "byline" else "dateline"
            return day, basis, Clue("place of date", (day, words, place))
    return None


def _lines_of_head(article: Article, text: str) -> Iterator[tuple[Span, PublishedBasis]]:
    """Yield the short lines by which an article begins.

    Outlet, author, date, each on a line of its own.
    """
    start = article.span[0]
    limit = min(article.span[1], start + HEAD)
    for number in range(HEAD_LINES):
        end = text.find("\n", start, limit)
        if end < 0:
            return
        if number and 0 < end - start <= SHORT_LINE:
            yield (start, end), "byline"
        start = end + 1


def _places(article: Article) -> Iterator[tuple[Span, PublishedBasis]]:
    for block in article.blocks:
        start, end = block.span
        if block.role in ("furniture", "standfirst", "headline", "crosshead") and end - start <= LONGEST_LINE:
            yield block.span, "byline"
        elif block.role == "paragraph":
            if end - start <= LONGEST_LINE // 2:
                yield block.span, "byline"
                continue
            yield (start, min(end, start + OPENING)), "dateline"
            return


def _days(text: str, span: Span) -> Iterator[tuple[Span, str]]:
    for found in find_days(text, *span, day_first=True):
        if found.moment.day.complete and found.moment.day.iso:
            yield found.span, found.moment.day.iso
    for match in _written().finditer(text, *span):
        day: Day | None = make_day(int(match[3]), month_number(match[2]), int(match[1]))
        if day is not None and day.complete and day.iso:
            yield match.span(), day.iso
    for match in _chinese().finditer(text, *span):
        day = make_day(int(match[1]), int(match[2]), int(match[3]))
        if day is not None and day.complete and day.iso:
            yield match.span(), day.iso
