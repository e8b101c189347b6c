"""Find days told only behind what was said: "She made the remarks on Monday"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from re import Pattern

from statements_cli.data import word_set
from statements_cli.dates.carrying.days_in_text import DaysInText
from statements_cli.dates.carrying.told_days import ToldDay
from statements_cli.dates.expressions import WHOLE_DAYS
from statements_cli.dates.statement_frames import Entry

BEHIND = 600
"""Characters behind a statement within which the sentence stands that tells its day."""


@cache
def _retold() -> Pattern[str]:
    """Match a sentence that goes back to what has been said, up to its day.

    Nothing but words that lead to a day follows "came": ``The remarks came on Monday``, not ``came after the vote on``.
    """
    import re

    noun = r"(?:announcements?|claims?|comments?|remarks?|speech|statements?)"
    those = r"(?:the|his|her|its|their|these|this|those)"
    return re.compile(
        rf"(?i)(?P<made>\b(?:delivered|made)\s+{those}\s+(?:\w+\s+)?{noun}\b|\b(?:was|were)\s+speaking\b"
        rf"|{noun},?\s+(?:were\s+|was\s+)?made\b)|\b{noun}\s+(?P<came>came)\b"
    )


@cache
def _name() -> Pattern[str]:
    import re

    return re.compile(r"\b[A-ZÀ-Þ][\w-]+")


def told_afterwards(text: str, told: DaysInText, entry: Entry, following: Sequence[Entry]) -> ToldDay | None:
    """Return the day told behind a statement by a sentence that goes back to it.

    ``following`` are the statements behind it. None where another speaker comes between and nobody is named, or where
    another one is named.
    """
    at = bisect_left(told.starts, entry.end)
    for day in told.days[at : at + 2]:
        start = day.sentence[0]
        if start - entry.end > BEHIND:
            return None
        lead = text[start : day.span[0]]
        if start < entry.end or not _goes_back(lead, day, told):
            continue
        between = [other for other in following if other.position < start]
        named = {name.casefold() for name in _name().findall(lead) if name not in word_set("names/not_names.txt")}
        own = _names([entry])
        if named & own or not (named & _names(following) or _names(between) - own):
            return day
    return None


def _goes_back(lead: str, day: ToldDay, told: DaysInText) -> bool:
    """Return whether the words before a day go back to what has been said."""
    if day.coming or day.reported or day.expression.possessive or day.expression.kind not in WHOLE_DAYS:
        return False
    match = _retold().search(lead)
    if match is None:
        return False
    if match["came"]:
        return word_set("dates/day_bridges.txt").issuperset(lead[match.end() :].lower().split())
    return told.link(day) in (None, "was", "were")


def _names(entries: Iterable[Entry]) -> set[str]:
    return {word for entry in entries for key in entry.keys for word in key.split()}
