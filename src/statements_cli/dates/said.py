"""Date statements: the day on which each was said, and the words that indicate it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from statements_cli.articles.article_text import ArticleText
from statements_cli.dates.carrying.day_candidates import Candidates
from statements_cli.dates.carrying.day_ranking import DayCandidate, likeliest
from statements_cli.dates.carrying.days_of_speakers import DaysOfSpeakers
from statements_cli.dates.carrying.told_days import age_of
from statements_cli.dates.expressions import WEEKDAYS, Expression, expressions_of
from statements_cli.dates.normalise import published_day, reckon, stretch
from statements_cli.dates.statement_frames import Entry, entries_of
from statements_cli.model import Article, Attribution, DayEvidence, SaidOn

BARELY = 0.03
"""Confidence below which no day is carried on from a statement.

Up to here as many days are right on annotated news, and fewer undated statements are given one.
"""
_TODAY = frozenset(("today", "this morning", "this afternoon", "this evening", "tonight"))


def said_on(
    article_text: ArticleText,
    attributions: Sequence[Attribution],
    speakers: Sequence[str | None] | None = None,
    choose: Callable[[Entry, Sequence[DayCandidate]], DayCandidate] | None = None,
) -> tuple[SaidOn, ...]:
    """Return the day each attribution was said, in their order.

    ``speakers`` are the resolved names, one an attribution, by which "the same speaker goes on" is
    told; without them the words of the sources must do. An expression of time counts where it dates the
    saying itself; a statement without one has the likeliest of the days that the article tells of around it, which
    ``choose`` may choose in place of the ranking. Method: attachment by position in the frame, after the
    way PARC annotates cues; resolution as TimeML's deictic expressions.
    """
    if not attributions:
        return ()
    came_out = came_out_by_weekday(article_text)
    if came_out is not None:  # all is reckoned from the day on which the text was written
        article = replace(article_text.article, published=came_out)
        article_text = ArticleText(article, article_text.document, article_text.view)
    article = article_text.article
    entries = entries_of(article_text, attributions, speakers)
    candidates = Candidates(article_text, attributions, entries)
    memory = DaysOfSpeakers(article.published)
    days: list[SaidOn] = [SaidOn()] * len(attributions)
    for entry in entries:
        said = _own(entry, article, memory, candidates)
        if said is None:
            known = candidates.of(entry, memory)
            said = (choose(entry, known) if choose else likeliest(known)).said
        if entry.attribution.confidence >= BARELY:
            memory.remember(entry, said)
        days[entry.place] = said
    if article.published_basis == "inferred" or came_out is not None:
        days = [_inferred(day) for day in days]
    return tuple(days)


def dated_by_text_alone(article: Article, days: Sequence[SaidOn]) -> Sequence[SaidOn]:
    """Return the days said.

    None is by the day published where the text was changed years later.
    """
    if not any(clue.kind == "rewritten" for clue in article.evidence):
        return days
    return [day if _is_told_whole(day) else SaidOn(evidence=_of_day_unknown(day.evidence)) for day in days]


def _is_told_whole(day: SaidOn) -> bool:
    """Return whether a day is told with its year."""
    told = day.evidence.words if day.evidence else None
    return day.basis == "stated" and bool(told and day.date and day.date[:4] in told)


def _of_day_unknown(evidence: DayEvidence | None) -> DayEvidence:
    return (evidence or DayEvidence())._replace(published_unknown=True, period=None)


def _inferred(day: SaidOn) -> SaidOn:
    """Return a day reckoned from a publication day that is itself inferred."""
    return SaidOn(day.date, "inferred", day.evidence) if day.basis in ("relative", "article") else day


def came_out_by_weekday(article_text: ArticleText) -> str | None:
    """Return the day after the stamp where the text calls it today by weekday.

    For example: ``today (Monday)`` in an article stamped on Sunday, by a server whose clock is behind.
    """
    printed = published_day(article_text.article.published)
    if printed is None or printed == date.max:
        return None
    after = printed + timedelta(days=1)
    weekday = WEEKDAYS[after.weekday()].capitalize()
    text = article_text.text
    if f" ({weekday})" not in text and f", {weekday}," not in text:
        return None  # nearly always, before all expressions are looked for
    todays = (one for found in expressions_of(article_text) for one in found if one.words.lower() in _TODAY)
    for today in todays:
        following = text[today.span[1] : today.span[1] + len(weekday) + 3]
        if following.startswith((f" ({weekday})", f", {weekday},")):
            return after.isoformat()
    return None


def _own(entry: Entry, article: Article, memory: DaysOfSpeakers, candidates: Candidates) -> SaidOn | None:
    """Return the day that an expression of the statement's own frame tells."""
    expression = entry.own
    if expression is None:
        return None
    year_told = _year_told(expression, article.published, memory)
    published = year_told.isoformat() if year_told else article.published
    before = candidates.day_before(entry, memory) if expression.kind in ("shift", "same") else None
    if before is None and expression.words.endswith("after") and expression.kind == "shift" and expression.number < -1:
        before = published_day(published)  # "The vote came two days after he warned": today's
    resolved = reckon(expression, published, before)
    if resolved is None:
        return SaidOn(evidence=DayEvidence(expression.words, published_unknown=True))
    return SaidOn(*resolved, DayEvidence(expression.words, period=stretch(expression, published)))


def _is_counted(said: SaidOn) -> bool:
    """Return whether a day was counted from a date told before: ``the following month``."""
    words = said.evidence.words.lower() if said.evidence and said.evidence.words else ""
    return words.endswith((" later", "following month", "following year", "that month", "that year"))


def _year_told(expression: Expression, published: str | None, memory: DaysOfSpeakers) -> date | None:
    """Return the end of the year mentioned before a date without one.

    For example: ``In 2020 ... In May``.
    """
    last, printed = memory.last.said if memory.last else None, published_day(published)
    if expression.kind != "day" or expression.day is None or expression.day.year is not None or last is None:
        return None
    if expression.last or expression.number:
        return None  # "last December" counts from the day published, whatever year has been told
    if not (last.basis == "stated" or _is_counted(last)) or not last.date:
        return None
    if printed is None or int(last.date[:4]) >= printed.year:
        return None
    if age_of((reckon(expression, published) or ("",))[0], published) in ("recent", "lately"):
        return None
    month = int(last.date[5:7] or 1)
    return date(int(last.date[:4]), 12, 31) if (expression.day.month or 0) >= month else None
