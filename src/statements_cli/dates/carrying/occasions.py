"""Find the dated occasions of speaking that an article reports outside its statements."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from re import Pattern
from typing import NamedTuple

from statements_cli.articles.article_text import ArticleText
from statements_cli.data import table, word_list, word_set
from statements_cli.dates.carrying.told_days import ToldDay
from statements_cli.dates.expressions import WHOLE_DAYS, Expression
from statements_cli.dates.normalise import reckon
from statements_cli.dates.timed_words import QUOTATION_MARKS
from statements_cli.model import DateBasis, DayEvidence, SaidOn, Span
from statements_cli.provenance.frame import Frame

NEAR = 6
"""How many words may lie between a word of speaking and its day."""

LED = 120
"""Characters after a day in which a speaker is named: "Speaking on Monday, Mayor Ida Berg said"."""

_ASKING = ("asked", "pressed", "pushed", "questioned", "grilled", "interviewed", "challenged", "quizzed")
_BETWEEN = 6  # more of them, where the place is told between


class Occasion(NamedTuple):
    """An occasion of speaking.

    Where the article tells of it, its day, and the names beside it.

    ``spoken`` is False for a mere scene ("Netanyahu visited the settlement on Tuesday."), which dates
    only what is said right after it. ``at`` is where its day begins.
    """

    span: Span
    day: str
    basis: DateBasis
    words: str
    names: frozenset[str]
    spoken: bool
    lasting: bool
    at: int


@cache
def _event() -> Pattern[str]:
    import re

    nouns = {*word_list("dates/spoken_occasions.txt")} - {"court", "in court"}
    lasting = "|".join(sorted(nouns, key=lambda noun: (-len(noun), noun)))
    return re.compile(
        rf"\b(?P<lasting>{lasting}|testif\w+)\b"
        r"|\b(?:statement|letter|announced|address|remarks|spoke|[Ss]peaking|announcement|told|said)\b"
    )


@cache
def _asking() -> Pattern[str]:
    """Match a verb of asking right after the day.

    Who is asked answers on that day.
    """
    import re

    return re.compile(rf"\s(?:\w+ly\s)?(?:{'|'.join(_ASKING)})\b")


@cache
def _name() -> Pattern[str]:
    import re

    return re.compile(r"\b[A-ZÀ-Þ][\w’'-]+")


def occasions(article_text: ArticleText, days: Sequence[ToldDay]) -> list[Occasion]:
    """Return occasions of speaking, and scenes, with days of their own, in order."""
    found = []
    for day in days:
        resolved = day.said.date, day.said.basis
        if day.expression.possessive or resolved[0] is None or resolved[1] is None:
            continue
        occasion = _occasion(article_text.text, day.sentence, day.expression, (resolved[0], resolved[1]))
        if occasion is not None and (occasion.spoken or day.expression.kind in WHOLE_DAYS):
            found.append(occasion)
    return _extended(article_text.text, found)


@cache
def _programmes() -> dict[str, list[tuple[str, int]]]:
    """Return weekly programmes and their weekdays, by their names' last words in lower case."""
    found: dict[str, list[tuple[str, int]]] = {}
    for name, weekday in table("dates/weekly_programmes.tsv"):
        found.setdefault(name.split()[-1].lower(), []).append((name, int(weekday)))
    return found


def on_programme(frame: Frame, published: str | None) -> SaidOn | None:
    """Return the day of the weekly programme that a statement was made on.

    For example: ``said on NBC's "Meet the Press"``.
    """
    if frame.plain.isdisjoint(_programmes()):
        return None
    for last in frame.plain.intersection(_programmes()):
        for name, weekday in _programmes()[last]:
            before, named, _ = frame.words.partition(name)
            if named and before.rstrip("\"“‘'").endswith((" on ", "s ", "’ ", "' ")):
                resolved = reckon(Expression((0, 0), name, "weekday", weekday), published)
                return SaidOn(resolved[0], "inferred", DayEvidence(name)) if resolved else None
    return None


def quoted_of(text: str, contents: Sequence[Span]) -> list[Span]:
    """Return the contents that stand in marks of quotation.

    The words of the rest are the reporter's.
    """
    return [span for span in contents if text[max(0, span[0] - 1) : span[0]] in QUOTATION_MARKS]


def _occasion(text: str, sentence: Span, expression: Expression, resolved: tuple[str, DateBasis]) -> Occasion | None:
    start, end = sentence
    at = expression.span[0]
    before = text[start:at]
    events = list(_event().finditer(before))
    event = events[-1] if events else None
    lead = before.lower().split()
    if event is not None:
        lead = before[: event.start()].lower().split()[-4:] + before[event.start() :].lower().split()
    blocked = word_set("dates/occasion_blockers.txt") & set(lead)
    if event is not None and event.group("lasting"):
        blocked -= {"before"}  # testified before a committee
    if blocked:
        return None
    if event is not None and len(before[event.end() :].split()) <= NEAR + _BETWEEN:
        after = text[expression.span[1] : end].strip()
        led = after.startswith(("by ", "of ")) or (after.startswith(",") and not before[: event.start()].strip())
        names = _names(after[:LED]) if led else _names(before[: event.start()])
        return Occasion((start, end), *resolved, expression.words, names, True, event.group("lasting") is not None, at)
    behind = text[expression.span[1] : end]
    asked = _asking().match(text, expression.span[1], end) if any(verb in behind for verb in _ASKING) else None
    if asked is not None and before.split():
        names = _names(before[:80]) | _names(text[asked.end() : min(end, asked.end() + 80)])
        return Occasion((start, end), *resolved, expression.words, names, True, True, at)
    names = _names(before[:80])
    return Occasion((start, end), *resolved, expression.words, names, False, False, at)


def _names(words: str) -> frozenset[str]:
    return frozenset(
        match.group().removesuffix("’s").removesuffix("'s").casefold()
        for match in _name().finditer(words)
        if match.group() not in word_set("names/not_names.txt")
    )


def _extended(text: str, found: list[Occasion]) -> list[Occasion]:
    """Return occasions with those named where they are mentioned again.

    For example: ``Alongside him during the interview``.
    """
    return [
        occasion._replace(names=occasion.names | _beside(text, occasion)) if occasion.lasting else occasion
        for occasion in found
    ]


def _beside(text: str, occasion: Occasion) -> frozenset[str]:
    after = text[occasion.span[1] : occasion.span[1] + 300]
    for word in ("interview", "news conference", "briefing", "hearing"):
        at = after.find(word)
        if at >= 0 and word in text[slice(*occasion.span)] and "the " in after[:at].lower():
            return _names(after[:at] + after[at:].partition("\n")[0])
    return frozenset()
