"""Find an article's dated occasion, such as a debate, a hearing or a conference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from operator import itemgetter
from re import Pattern
from typing import NamedTuple

from statements_cli.articles.article_text import ArticleText
from statements_cli.data import word_list, word_set
from statements_cli.dates.carrying.told_days import ToldDay, inside, is_recent
from statements_cli.dates.expressions import WHOLE_DAYS
from statements_cli.model import DateBasis, Span
from statements_cli.provenance.frame import Frame

MENTIONS = 3
"""How often an article must speak of its occasion, the dated mention among them."""

LEAD = 3
"""Paragraphs at the beginning in which a dated occasion needs no further mention: what an article is about leads it."""

_TESTIFYING = ("testify", "testifies", "testified", "testifying")
NEAR = 12
"""How many words may lie between the occasion and its day."""


class MainOccasion(NamedTuple):
    """A mention of an article's occasion: its day, its words and where they begin."""

    span: Span
    day: str
    basis: DateBasis
    words: str
    noun: str
    at: int
    leading: bool


@cache
def _word() -> Pattern[str]:
    import re

    return re.compile(r"\w+")


@cache
def _nouns() -> dict[str, list[str]]:
    """Return nouns of occasions by the words that can begin them, longest first.

    Looking words up is faster than a pattern of all nouns.
    """
    found: dict[str, list[str]] = {}
    for noun in sorted((*word_list("dates/occasion_nouns.txt"), *_TESTIFYING), key=len, reverse=True):
        first, *more = noun.split(" ")
        for form in (first,) if more else (noun, f"{noun}s", f"{noun}es"):
            found.setdefault(form, []).append(noun)
    return found


def _named(text: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
    """Yield where occasions are named in a stretch of text, and by which noun.

    They may be in the singular or the plural.
    """
    nouns, done = _nouns(), start
    for word in _word().finditer(text, start, end):
        at = word.start()
        for noun in nouns.get(word.group().lower(), ()) if at >= done else ():
            close = at + len(noun)
            if close > end or text[at:close].lower() != noun:
                continue
            ending = _word().match(text, close, end)
            if ending is None or ending.group().lower() in ("s", "es"):
                done = close if ending is None else ending.end()
                yield (at, done), noun
                break


def at_the_same(frame: Frame) -> bool:
    """Return whether a statement was made on the occasion of one before it.

    For example: ``said during the same interview``.
    """
    after = frame.words.partition("the same ")[2]
    return next((span[0] == 0 for span, _ in _named(after, 0, len(after))), False)


def main_occasions(article_text: ArticleText, days: Sequence[ToldDay], quoted: Sequence[Span]) -> list[MainOccasion]:
    """Return the dated mentions of occasions that lead the article or recur, in order.

    ``quoted`` are the spans in marks of quotation (characters, half-open), which tell of no occasion.
    """
    text, published = article_text.text, article_text.article.published
    dated: list[tuple[ToldDay, str]] = []
    for place, day in enumerate(days):
        if day.expression.kind not in WHOLE_DAYS or not is_recent(day.said.date, published):
            continue
        if day.coming:
            continue
        named = [found for found in _named(text, *day.sentence) if not inside(quoted, found[0][0])]
        near = [(_words_between(text, span, day.span), (span, noun)) for span, noun in named]
        distance, nearest = min(near, key=itemgetter(0), default=(NEAR + 1, None))
        beside = (other for other in days[max(0, place - 2) : place + 3] if other.sentence == day.sentence)
        if nearest is None or distance > NEAR:
            continue
        if all(distance <= _words_between(text, nearest[0], other.span) for other in beside):
            dated.append((day, _kind(nearest[1])))
    leading = [block.span for block in article_text.article.blocks if block.role == "paragraph"][:LEAD]
    lead = leading[-1][1] if leading else 0
    later = {noun for day, noun in dated if day.span[0] >= lead}
    mentions = _mentions(article_text, quoted) if later else Counter()
    return [
        _occasion(day, noun, day.span[0] < lead)
        for day, noun in dated
        if day.span[0] < lead or mentions[noun] >= MENTIONS
    ]


def _occasion(day: ToldDay, noun: str, leading: bool) -> MainOccasion:
    said, at = day.said, day.span[0]
    return MainOccasion(
        day.sentence, said.date or "", said.basis or "relative", day.expression.words, noun, at, leading
    )


def spoken_of(noun: str) -> bool:
    """Return whether an occasion consists of what is said at it.

    A debate or a hearing, not a march.
    """
    return noun in word_set("dates/spoken_occasions.txt")


def _mentions(article_text: ArticleText, quoted: Sequence[Span]) -> Counter[str]:
    """Return how often the article speaks of each kind of occasion outside quotations."""
    text = article_text.text
    found = (named for block in article_text.running_blocks for named in _named(text, *block))
    return Counter(_kind(noun) for span, noun in found if not inside(quoted, span[0]))


def _kind(noun: str) -> str:
    return "hearing" if noun == "testimony" or noun in _TESTIFYING else noun


def _words_between(text: str, one: Span, other: Span) -> int:
    return len((text[one[1] : other[0]] if one[1] <= other[0] else text[other[1] : one[0]]).split())
