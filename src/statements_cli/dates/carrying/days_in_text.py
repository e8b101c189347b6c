"""Look up the days that an article tells of, by place and age."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta

from statements_cli.articles.article_text import ArticleText
from statements_cli.data import word_set
from statements_cli.dates.carrying.counted_events import CountedDay
from statements_cli.dates.carrying.days_of_speakers import Remembered
from statements_cli.dates.carrying.told_days import AHEAD, ToldDay, age_of, is_recent
from statements_cli.dates.normalise import published_day
from statements_cli.dates.statement_frames import Entry
from statements_cli.model import DayEvidence, SaidOn

_EXACT = {"day": 10, "month": 7, "year": 4}  # characters of a date in ISO 8601 that is told to the unit
_SPANS = frozenset(("days", "weeks", "months", "years"))  # "days after the storm on May 3" is another day
_MARKED = 3  # characters of a mark before the date that heads a paragraph
LOOK = 8
"""How many days before a statement are looked at."""


def surname(name: str) -> str:
    """Return the last word of a name, by which articles name a person again."""
    return name.split()[-1].removesuffix("'s")


def later_date(told: str, count: int, unit: str) -> str | None:
    """Return the date so many days, months or years after another one.

    None where that one isn't told to the unit.
    """
    exact = _EXACT[unit]
    if len(told) < exact:
        return None
    if unit == "day":
        return (date.fromisoformat(told) + timedelta(days=count)).isoformat()
    months = 12 * int(told[:4]) + (int(told[5:7]) - 1 + count if unit == "month" else 12 * count)
    return f"{months // 12:04}-{months % 12 + 1:02}"[:exact]


class DaysInText:
    """The days told of in the reporter's words, in text order.

    ``starts`` are where they begin (characters).
    """

    __slots__ = ("_only", "_paragraphs", "_published", "_text", "days", "starts")

    def __init__(self, article_text: ArticleText, days: Sequence[ToldDay]) -> None:
        self._text = article_text.text
        self._published = article_text.article.published
        self._paragraphs = [start for start, _ in article_text.running_blocks]
        self.days = days
        self.starts = [day.span[0] for day in days]
        recent = {day.said.date for day in days if self.recent(day.said.date)}
        self._only = recent.pop() if len(recent) == 1 else None

    def recent(self, day: str | None) -> bool:
        """Return whether a day is taken for the article's own occasion."""
        return is_recent(day, self._published)

    def is_only(self, day: str | None) -> bool:
        """Return whether an article tells of no other recent day."""
        return day is not None and day == self._only

    def aged(self, day: str | None, *features: str) -> list[str]:
        """Return features again with how far the day lies back, none for a recent one."""
        age = age_of(day, self._published)
        return [] if age == "recent" else [f"{feature}, {age}" for feature in features]

    def distance(self, at: int, entry: Entry) -> str:
        """Return how many paragraphs lie between an offset and a statement."""
        if at >= entry.sentence and at <= entry.position:
            return "same sentence"
        here = bisect_right(self._paragraphs, entry.position)
        there = bisect_right(self._paragraphs, at)
        if here == there:
            return "same paragraph"
        if here - there == 1:
            return "next paragraph"
        return "near" if 0 < here - there <= 4 else "far"

    def overtaken(self, told: Remembered, entry: Entry) -> bool:
        """Return whether the article speaks of another day between two statements.

        Its indirect quotations do not count.
        """
        low = bisect_right(self.starts, told.end)
        high = bisect_right(self.starts, entry.position)
        between = self.days[max(low, high - LOOK) : high]
        return any(day.said.date != told.said.date and not day.reported and not day.coming for day in between)

    def heading(self, entry: Entry) -> ToldDay | None:
        """Return the date that heads a statement's paragraph, as in a timeline.

        For example: ``May 31, 1964: King spoke``.
        """
        at = bisect_left(self.starts, entry.paragraph)
        day = self.days[at] if at < len(self.days) else None
        if day is None or day.span[0] - entry.paragraph > _MARKED or day.expression.kind != "day":
            return None
        return day if self._text[day.span[1] :].lstrip(" ")[:1] in (":", "–", "—") else None

    def then(self, entry: Entry) -> ToldDay | None:
        """Return the day long past that a statement made "at the time" goes back to.

        It is the last one told of before in its paragraph or the one before, or with its speaker's name shortly before.
        """
        at = bisect_left(self.starts, entry.position)
        before = (day for day in reversed(self.days[max(0, at - LOOK) : at]) if not entry.contains(day.span[0]))
        then = next((day for day in before if not (day.coming or self.recent(day.said.date))), None)
        distance = self.distance(then.span[0], entry) if then is not None else "far"
        if then is None or distance == "far":
            return None
        words = self._text[slice(*then.sentence)].casefold()
        named = distance != "near" or any(surname(key) in words for key in entry.keys if key)
        return then if named else None

    def counted(self, counted: CountedDay, entry: Entry) -> SaidOn | None:
        """Return the day that is counted from an event whose day the article tells of.

        The event's day is the last one told of before beside its noun, else the first behind. None where there is none
        or where the day would lie behind the one published.
        """
        printed = published_day(self._published)
        if counted.later is not None and printed is not None:
            return self._later(*counted.later, counted.words, entry, printed)
        if counted.number is None or not counted.event or printed is None:
            return None
        here = bisect_left(self.starts, entry.sentence)
        days = (*reversed(self.days[:here]), *self.days[here:])
        for day in sorted(days, key=lambda day: not self.recent(day.said.date)):  # news counts from the news
            told = day.said.date or ""
            if len(told) != 10 or day.coming or day.expression.possessive or entry.sentence == day.sentence[0]:
                continue
            if counted.event in (word.strip(",.;:") for word in self._text[slice(*day.sentence)].lower().split()):
                found = date.fromisoformat(told) + timedelta(days=counted.number)
                said = SaidOn(found.isoformat(), "relative", DayEvidence(counted.words))
                return said if found <= printed else None
        return None

    def _later(self, count: int, unit: str, words: str, entry: Entry, printed: date) -> SaidOn | None:
        """Return the day, month or year so many of them after the last one before.

        That one stands in the paragraph of the statement or in the one before, as exact as is counted.
        """
        at, now = bisect_left(self.starts, entry.sentence), printed.isoformat()
        before = (day for day in reversed(self.days[max(0, at - LOOK) : at]) if not day.reported)
        day = next((day for day in before if (day.said.date or now) < now), None)  # "until last May" is past, too
        if day is None or self.distance(day.span[0], entry) not in ("same paragraph", "next paragraph"):
            return None
        found = later_date(day.said.date or "", count, unit)
        if found is None or found > now[: len(found)]:
            return None
        return SaidOn(found, "relative", DayEvidence(words))

    def link(self, day: ToldDay) -> str | None:
        """Return the last word before a day that makes it that of something else.

        It stands in the day's sentence.
        """
        words = [word.strip(',."“”').lower() for word in self._text[day.sentence[0] : day.span[0]].split()]
        linking = word_set("cues/clause_words.txt") - {"he", "she", "it", "they", "we"}
        near = words[-AHEAD:]
        at = max((at for at, word in enumerate(near) if word in linking), default=None)
        if at is None:
            return None
        return " ".join(near[at - 1 : at + 1]) if at and near[at - 1] in _SPANS else near[at]
