"""Find the day on which something was said, by the words of the article's language.

The words stand in the clause that reports it, outside what is said: a weekday is the last one before the day
published, a date without a year takes that which brings it nearest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from statements_cli.articles.article_text import ArticleText
from statements_cli.languages.clauses.sentence_bounds import sentence_end, sentence_start
from statements_cli.languages.titles import UNSPACED
from statements_cli.languages.words.lexicon import lines, words_of
from statements_cli.model import Attribution, DateBasis, DayEvidence, SaidOn, Span
from statements_cli.text.calendar_days import month_number

CHINESE_REACH = 80  # characters of a Chinese sentence before its verb
_WEEK = 7
_HALF_YEAR = 183
_BETWEEN = ' \u00a0\u202f«„“”"–—'
_MARKS = '«»„“”"'
_ATTRIBUTE_REACH = 6  # characters
_ATTRIBUTES = frozenset(("du", "del", "vom", "dal", "do"))
"""Words by which a date belongs to the noun before it: "l'attaque du 7 octobre"."""


@cache
def _days(code: str) -> dict[str, tuple[str, int]]:
    """Return the words for days of a language: ``weekday``, ``offset`` or ``before``, and which."""
    rows = (line.split("\t") for line in lines(code, "days.tsv"))
    return {word: (kind, int(number)) for kind, number, words in rows for word in words.split() if kind != "month"}


@cache
def _before_months(code: str) -> frozenset[str]:
    """Return the words before a month in which something was said."""
    rows = (line.split("\t") for line in lines(code, "days.tsv"))
    return frozenset(word for kind, _, words in rows if kind == "month" for word in words.split())


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@cache
def _dated() -> re.Pattern[str]:
    day = r"(?<![\d.,])(\d{1,2})(?:er|\.|º)?\s+(?:de\s+)?"
    return re.compile(day + r"([^\W\d_]{3,12})\.?(?:,?\s+(?:del?\s+)?(\d{4}))?(?!\d)")


@cache
def _month_named() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)([^\W\d_]{1,3})\s+([^\W\d_]{3,12})(?:,?\s+(?:del?\s+)?(\d{4}))?(?!\w)")


@cache
def _chinese() -> re.Pattern[str]:
    return re.compile(r"(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日")


def days_said(article_text: ArticleText, attributions: Sequence[Attribution]) -> list[SaidOn]:
    """Return the day of each attribution.

    Stated in its clause, else that of the one before in its paragraph.

    Where no words say it, it is the day published.
    """
    published = article_text.article.published
    day = _parsed(published)
    basis = SaidOn(published[:10], "article") if published else SaidOn()
    text, language = article_text.text, article_text.article.language or ""
    found: list[SaidOn] = []
    last: tuple[Span, SaidOn] | None = None
    before: Attribution | None = None
    for one in attributions:
        anchor = _parsed(last[1].date) if last is not None and last[1].date else None
        said = _stated(text, one, language, day, anchor) or _announced(text, one, before, language, day)
        before = one
        paragraph = _paragraph(text, one)
        if said is not None:
            last = one.source[0] if one.source else (0, 0), said
            found.append(said)
        elif last is not None and paragraph[0] <= last[0][0] and "\n" not in text[last[0][0] : one.content[0][0]]:
            carried = DayEvidence(last[1].evidence.words if last[1].evidence else None, carried=True)
            found.append(SaidOn(last[1].date, last[1].basis, carried))
        else:
            found.append(basis)
    return found


def _parsed(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _paragraph(text: str, one: Attribution) -> Span:
    at = min(one.content[0][0], one.cue[0][0] if one.cue else one.content[0][0])
    return text.rfind("\n", 0, at) + 1, one.content[-1][1]


def _clause(text: str, one: Attribution, language: str) -> list[Span]:
    """Return the sentence around a cue, without what is said."""
    if not one.cue:
        return []
    at, end = one.cue[0]
    if language == "zh":
        start = max(text.rfind(mark, 0, at) for mark in "。！？\n") + 1
        return [(max(start, at - CHINESE_REACH), at)]
    start, stop = sentence_start(text, max(0, text.rfind("\n", 0, at) + 1), at), sentence_end(text, end, len(text))
    left: list[Span] = []
    for first, last in one.content:
        if first < stop and start < last:
            left.append((start, max(start, first)))
            start = max(start, last)
    left.append((start, stop))
    return [span for span in left if span[0] < span[1]]


def _stated(text: str, one: Attribution, language: str, published: date | None, anchor: date | None) -> SaidOn | None:
    for span in _clause(text, one, language):
        said = _chinese_day(text, span, published) if language == "zh" else _written(text, span, published)
        said = said or _named(text, span, language, published, anchor) or _in_month(text, span, language, published)
        if said is not None:
            return said
    return None


def _announced(
    text: str, one: Attribution, before: Attribution | None, language: str, published: date | None
) -> SaidOn | None:
    """Return the day that the sentence before states, in the paragraph.

    Where that one only says that somebody spoke.

    For example: ``L’association a réagi lundi. Elle demande …``.
    """
    known = words_of(language)
    if known is None or language in UNSPACED or not one.cue:
        return None
    first = min(one.content[0][0], one.cue[0][0], one.source[0][0] if one.source else one.cue[0][0])
    begin = max(0, text.rfind("\n", 0, first) + 1)
    stop = first
    while stop > begin and text[stop - 1] in _BETWEEN:
        stop -= 1
    if stop <= begin or text[stop - 1] not in ".!?…":
        return None
    start = sentence_start(text, begin, stop - 1)
    if before is not None and before.cue and before.cue[0][0] >= start:
        return None
    if any(mark in text[start:stop] for mark in _MARKS):
        return None
    span = start, stop - 1
    said = _written(text, span, published) or _named(text, span, language, published, None)
    if said is None or not any(match[0].lower() in known.verbs for match in _word().finditer(text, *span)):
        return None
    return said


def _in_month(text: str, span: Span, language: str, published: date | None) -> SaidOn | None:
    """Return the month that a clause names without a day.

    For example: ``en juillet``, ``im Mai 2024``, ``в июне``.
    """
    before = _before_months(language)
    if not before or published is None:
        return None
    for match in _month_named().finditer(text, *span):
        month = month_number(match[2].lower()) if match[1].lower() in before else None
        if month is None:
            continue
        year = int(match[3]) if match[3] else published.year - (month > published.month)
        if (year, month) < (published.year, published.month):
            basis: DateBasis = "stated" if match[3] else "relative"
            return SaidOn(f"{year:04}-{month:02}", basis, DayEvidence(" ".join(match[0].split())))
    return None


def _written(text: str, span: Span, published: date | None) -> SaidOn | None:
    for match in _dated().finditer(text, *span):
        month = month_number(match[2].lower())
        before = text[max(span[0], match.start() - _ATTRIBUTE_REACH) : match.start()].split()
        if month is not None and not (before and before[-1].lower() in _ATTRIBUTES):
            return _dated_as(match[0], match[3], month, int(match[1]), published)
    return None


def _chinese_day(text: str, span: Span, published: date | None) -> SaidOn | None:
    match = _chinese().search(text, *span)
    if match is None:
        return None
    if match[2] is None and published is not None:
        month = published.month if int(match[3]) <= published.day else (published.month - 2) % 12 + 1
        return _dated_as(match[0], None, month, int(match[3]), published, "relative")
    return _dated_as(match[0], match[1], int(match[2]), int(match[3]), published) if match[2] else None


def _dated_as(
    words: str, year: str | None, month: int, day: int, published: date | None, basis: DateBasis = "stated"
) -> SaidOn | None:
    if year is None and published is None:
        return None
    try:
        found = date(int(year) if year else published.year if published else 1, month, day)
    except ValueError:
        return None
    if year is None and published is not None and (found - published).days > _HALF_YEAR:
        found = found.replace(year=found.year - 1)
    if published is not None and found > published:
        return None  # announced for a day to come, not said on it
    return SaidOn(found.isoformat(), basis, DayEvidence(" ".join(words.split())))


def _named(text: str, span: Span, language: str, published: date | None, anchor: date | None) -> SaidOn | None:
    """Return a weekday or "yesterday", counted from the day published."""
    if published is None:
        return None
    days = _days(language)
    words = [text[slice(*span)]] if language == "zh" else [match[0] for match in _word().finditer(text, *span)]
    if language == "zh":
        words = [word for word in days if word in words[0]]
    for word in words:
        kind, number = days.get(word.lower(), ("", 0))
        if kind == "other":
            return None
        if kind == "offset":
            day = published + timedelta(days=number)
        elif kind == "before":  # "la veille": before the day spoken of
            day = (anchor or published) + timedelta(days=number)
        elif kind == "weekday":
            day = published - timedelta(days=(published.weekday() - number) % _WEEK)
        else:
            continue
        return SaidOn(day.isoformat(), "relative", DayEvidence(word))
    return None
