"""Find an article's dated occasion, such as a debate, a hearing or a conference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from operator import itemgetter
from re import Pattern
from typing import NamedTuple

from statements_cli.articles.article_text import ArticleText
from statements_cli.data import word_list, word_set
from statements_cli.dates.carrying.told_days import ToldDay, inside, is_recent
from statements_cli.model import DateBasis, Span
from statements_cli.provenance.frame import Frame
from statements_cli.text.matching import beginning, matches

MENTIONS = 3
"""How often an article must speak of its occasion, the dated mention among them."""

LEAD = 3
"""Paragraphs at the beginning in which a dated occasion needs no further mention: what an article is about leads it."""

NEAR = 12
"""How many words may lie between the occasion and its day."""

HEAD = 4
"""Letters by which a noun is looked for before it is read whole."""

ALIKE = {"i": "İı", "k": "\u212a", "s": "ſ"}
"""Letters that count as the same where case doesn't."""


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
def _noun() -> Pattern[str]:
    import re

    nouns = "|".join(sorted(word_list("dates/occasion_nouns.txt"), key=len, reverse=True))
    return re.compile(rf"(?i)\b(?P<noun>{nouns}|testif(?=ie[sd]|y))(?:e?s\b|ies\b|ied|y\b|\b)")


@cache
def _beginning() -> Pattern[str]:
    """Match the first character of words that begin as a noun of an occasion does."""
    import re

    heads = {noun[:HEAD] for noun in (*word_list("dates/occasion_nouns.txt"), "testif")}
    letters = {head[0]: "".join(sorted({head[0], head[0].upper(), *ALIKE.get(head[0], "")})) for head in heads}
    words = "|".join(rf"[{letters[head[0]]}](?i:{head[1:]})" for head in sorted(heads))
    return re.compile(beginning(f"[{''.join(sorted(letters.values()))}]", words))


def at_the_same(frame: Frame) -> bool:
    """Return whether a statement was made on the occasion of one before it.

    For example: ``said during the same interview``.
    """
    at = frame.words.find("the same ")
    return at >= 0 and _noun().match(frame.words, at + len("the same ")) is not None


def main_occasions(article_text: ArticleText, days: Sequence[ToldDay], quoted: Sequence[Span]) -> list[MainOccasion]:
    """Return the dated mentions of occasions that lead the article or recur, in order.

    ``quoted`` are the spans in marks of quotation (characters, half-open), which tell of no occasion.
    """
    text, published = article_text.text, article_text.article.published
    dated: list[tuple[ToldDay, str]] = []
    for place, day in enumerate(days):
        if day.expression.kind not in ("day", "holiday", "weekday", "days") or not is_recent(day.said.date, published):
            continue
        if day.coming:
            continue
        found = (m for m in matches(_noun(), _beginning(), text, *day.sentence) if not inside(quoted, m.start()))
        near = [(_words_between(text, m.span(), day.span), m) for m in found]
        distance, nearest = min(near, key=itemgetter(0), default=(NEAR + 1, None))
        beside = (other for other in days[max(0, place - 2) : place + 3] if other.sentence == day.sentence)
        if nearest is None or distance > NEAR:
            continue
        if all(distance <= _words_between(text, nearest.span(), other.span) for other in beside):
            dated.append((day, _kind(nearest.group("noun"))))
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
    found = (m for block in article_text.running_blocks for m in matches(_noun(), _beginning(), text, *block))
    return Counter(_kind(m.group("noun")) for m in found if not inside(quoted, m.start()))


def _kind(noun: str) -> str:
    noun = noun.lower()
    return "hearing" if noun in ("testimony", "testif") else noun


def _words_between(text: str, one: Span, other: Span) -> int:
    return len((text[one[1] : other[0]] if one[1] <= other[0] else text[other[1] : one[0]]).split())
