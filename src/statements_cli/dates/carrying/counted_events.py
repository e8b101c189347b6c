"""Detect statements whose day is counted from an event: "a day before the talks began"."""

from __future__ import annotations

from functools import cache
from re import Match, Pattern
from typing import NamedTuple

from statements_cli.data import word_set
from statements_cli.dates.expression_patterns import NUMBERS
from statements_cli.provenance.frame import GAP, Frame

OPENING = 4
"""Words of a sentence that may stand before the count: ``In a letter the day after the vote``."""

TOLD = 2
"""Words that may stand between a cue and the count: ``told state media a day before``; or a comma and a source."""

_UNITS = frozenset(("day", "days", "eve", "month", "months", "week", "weeks", "year", "years"))
_LATER = frozenset(("day", "month", "year"))  # whose counts tell a day, month or year; two weeks are often twelve days
_ABOUT = frozenset(("about", "barely", "less", "nearly", "than"))
_COMING = frozenset(("due", "expected", "is", "are", "scheduled", "set", "will"))
_PAST = frozenset(
    (
        *("became", "began", "broke", "came", "died", "fell", "had", "held"),
        *("left", "lost", "met", "took", "was", "went", "were", "won"),
    )
)
_HEAD_ENDS = frozenset(("at", "between", "for", "in", "of", "on", "over", "that", "to", "when", "where", "with"))
_DETERMINERS = frozenset(("a", "an", "her", "his", "its", "that", "the", "their", "this"))


class CountedDay(NamedTuple):
    """A day counted from an event.

    ``number`` is how many days after it, negative before it, None where only weeks or about how many are told;
    ``event`` its noun in lower case, empty where it is no noun; ``retold`` says that the statement belongs to what has
    been before, not to the news, so that its day is unknown where the event's is. ``later`` is how many days, months
    or years after what is told before, and which of these: ``(3, "month")``.
    """

    words: str
    number: int | None
    event: str
    retold: bool
    later: tuple[int, str] | None = None


@cache
def _counted() -> Pattern[str]:
    import re

    number = r"(?P<the>the\s+(?:very\s+)?)|(?P<n>\w+(?:-\w+)?)\s+"
    return re.compile(
        rf"(?i)\b(?:(?:{number})?(?P<unit>day|week|month|year)s?\s+(?P<rel>after|before|later)\b|on\s+the\s+(?P<eve>eve)\s+of\b)"
        rf"(?P<event>[^,;:.{GAP}]{{0,80}})"
    )


@cache
def _same() -> Pattern[str]:
    """Match the month or year told before, or the next, at a sentence's head."""
    import re

    return re.compile(
        r"(?i)\W*(?P<words>(?:in\s+)?(?:(?P<same>that(?:\s+same)?|the\s+same)|the\s+(?:following|next))\s+"
        r"(?P<unit>month|year))\b(?![’'])"
    )


def _in_the_same(frame: Frame) -> CountedDay | None:
    """Return the month or year told before, or the next, that leads a sentence in."""
    match = _same().match(frame.words)
    anchor = min(span[0] for span in (frame.source, frame.cue) if span)
    if match is None or match.end() > anchor:
        return None
    if frame.words[match.end() : anchor].strip(" ,").lower() not in ("", "the"):
        return None
    return CountedDay(match["words"], None, "", True, (0 if match["same"] else 1, match["unit"].lower()))


def counted_day(frame: Frame) -> CountedDay | None:
    """Return the day of a statement as its frame counts it from an event.

    None where none is counted.

    The count must open the sentence, before a comma and the source, or stand in the cue or right behind it. "A day
    after the vote" is how news tell of today; "the day after the vote", "a day before the talks began" and "three
    weeks later" tell of what has been before.
    """
    if frame.cue is None or frame.plain.isdisjoint(_UNITS):
        return None
    same = _in_the_same(frame) if frame.words.lstrip()[:1] in "IiTt" else None
    if same is not None:
        return same
    for match in _counted().finditer(frame.words):
        later = (match["rel"] or "").lower() == "later"
        if _opens(frame, match, later) or (not later and _behind_cue(frame, match)):
            about = frame.words[: match.start()].lower().split()[-1:]
            return _made(match, later, about=not _ABOUT.isdisjoint(about))
    return None


def _opens(frame: Frame, match: Match[str], later: bool) -> bool:
    anchor = min(span[0] for span in (frame.source, frame.cue) if span)
    before, between = frame.words[: match.start()], frame.words[match.end("event") : anchor]
    lead = [word.strip(",").lower() for word in before.split()]
    if GAP in before or len(lead) > OPENING or "." in before:
        return False
    bridging = all(word in word_set("dates/day_bridges.txt") or word in _ABOUT for word in lead)
    if not bridging and not (lead[0] == "in" and not later):
        return False
    if match["event"].strip() and later:
        return False
    return match.end("event") <= anchor and between.lstrip().startswith(",") and len(between.split()) <= TOLD


def _behind_cue(frame: Frame, match: Match[str]) -> bool:
    """Return whether a count stands in the cue, or behind it and who was told."""
    if frame.cue is None or match.start() <= frame.cue[0]:
        return False
    told = frame.words[frame.cue[1] : match.start()]
    return GAP not in told and "," not in told and len(told.split()) <= TOLD


def _made(match: Match[str], later: bool, about: bool) -> CountedDay | None:
    words = match["event"].lower().split()
    spelt = (match["n"] or "").lower()
    exact = match["eve"] or (match["unit"].lower() == "day" and (match["the"] or spelt in NUMBERS or spelt.isdigit()))
    count = int(spelt) if spelt.isdigit() else NUMBERS.get(spelt, 1)
    before = bool(match["eve"]) or match["rel"].lower() == "before"
    if not later and (not words or not _COMING.isdisjoint(words)):
        return None
    was = any(word in _PAST or word.endswith("ed") for word in words)
    retold = later or bool(match["the"]) or (before and was)
    told = not about and (spelt in NUMBERS or spelt.isdigit()) and (match["unit"] or "").lower() in _LATER
    return CountedDay(
        match.group().removesuffix(match["event"]),
        (-count if before else count) if exact and not (later or about) else None,
        _noun(words),
        retold,
        (count, match["unit"].lower()) if later and told else None,
    )


def _noun(words: list[str]) -> str:
    """Return the noun of an event: ``talks`` of "the Geneva talks began"."""
    if words[:1] and words[0] not in _DETERMINERS:
        return ""
    end = next(
        (
            at
            for at, word in enumerate(words)
            if word in _HEAD_ENDS or word in _PAST or (at > 1 and word.endswith("ed"))
        ),
        len(words),
    )
    return words[end - 1] if 1 < end <= OPENING else ""
