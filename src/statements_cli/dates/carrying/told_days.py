"""Find the days that the article itself tells of, outside what is quoted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from statements_cli.articles.article_text import ArticleText
from statements_cli.data import word_set
from statements_cli.dates.carrying.compared_days import is_compared
from statements_cli.dates.expressions import Expression, expressions_of
from statements_cli.dates.normalise import published_day, reckon, stretch
from statements_cli.model import DayEvidence, SaidOn, Span
from statements_cli.provenance.frame import REACH

RECENT = 10
"""Days before publication within which a day is taken to be the article's own occasion."""

BY = 2  # words before a day among which "by" says that it is still to come
AHEAD = 12
"""Words before a day that may say that it is still to come."""


class ToldDay(NamedTuple):
    """A day in the reporter's words: where, in which sentence, what it means.

    ``reported`` says that it stands in an indirect quotation, ``coming`` that the words before it speak of the future.
    """

    span: Span
    sentence: Span
    paragraph: int
    expression: Expression
    said: SaidOn
    reported: bool
    coming: bool


def told_days(article_text: ArticleText, contents: Sequence[Span], quoted: Sequence[Span]) -> list[ToldDay]:
    """Return the days, months and years outside ``quoted``, in text order.

    Those of comparisons are left out.
    ``contents`` are all that was said, ``quoted`` those in marks of quotation; sorted spans of characters, half-open.
    ``paragraph`` is where the paragraph of a day begins.
    """
    text, published = article_text.text, article_text.article.published
    found = []
    for block, expressions in zip(article_text.running_blocks, expressions_of(article_text), strict=True):
        for expression in expressions:
            if expression.kind in ("shift", "same") or inside(quoted, expression.span[0]):
                continue
            resolved = reckon(expression, published)
            if resolved is None:
                continue
            at = expression.span[0]
            if text[block[0] : at].isupper():
                continue  # a dateline's: "OSLO, May 4 (Reuters) - "
            start, end = article_text.sentences.of(block).around(at)
            sentence = max(start, at - REACH), min(end, at + REACH)
            if is_compared(text[sentence[0] : at]):
                continue
            said = SaidOn(*resolved, DayEvidence(expression.words, carried=True, period=stretch(expression, published)))
            reported = inside(contents, at)
            coming = is_coming(text, sentence, expression)
            found.append(ToldDay(expression.span, sentence, block[0], expression, said, reported, coming))
    return found


def is_recent(day: str | None, published: str | None) -> bool:
    """Return whether a day lies within ``RECENT`` days before the one published.

    A month or year never does.
    """
    printed = published_day(published)
    if printed is None or not day or len(day) != 10:
        return False
    return 0 <= (printed - date.fromisoformat(day)).days <= RECENT


def age_of(day: str | None, published: str | None) -> str:
    """Return how far a day lies back.

    For example: ``recent``, ``lately`` for this month or the last, ``a year``, ``old``, ``coming``.
    """
    if is_recent(day, published):
        return "recent"
    if not day or not published:
        return "old"
    if len(day) == 4:
        return "a year"
    if len(day) == 7 and len(published) >= 7:
        months = 12 * (int(published[:4]) - int(day[:4])) + int(published[5:7]) - int(day[5:7])
        return "lately" if 0 <= months <= 1 else "old"
    return "coming" if len(day) == 10 and day > published[:10] else "old"


def inside(spans: Sequence[Span], at: int) -> bool:
    """Return whether an offset stands in one of the sorted spans."""
    index = bisect_left(spans, (at + 1, 0)) - 1
    return any(start <= at < end for start, end in spans[max(0, index - 2) : index + 1])


def is_coming(text: str, sentence: Span, expression: Expression) -> bool:
    """Return whether the words before the day say that it is still to come.

    "By" says so right before it alone: ``by late Monday``, but ``released by the council on Monday``.
    """
    lead = text[sentence[0] : expression.span[0]].lower().split()
    far = [word for word in lead[-AHEAD:-BY] if word != "by"]
    return not word_set("dates/other_times.txt").isdisjoint((*far, *lead[-BY:]))
