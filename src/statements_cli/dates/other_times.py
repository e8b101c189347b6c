"""Detect words that say a statement was made at another, unknown time."""

from __future__ import annotations

from functools import cache
from re import Pattern

from statements_cli.dates.expressions import WEEKDAYS
from statements_cli.model import DayEvidence, SaidOn
from statements_cli.provenance.frame import GAP, Frame

_EARLIER = frozenset(
    (
        *("previously", "formerly", "past", "ago", "earlier", "time", "back", "those"),
        *("recent", "recently", "long", "often", "repeatedly", "always"),
    )
)


@cache
def _earlier() -> Pattern[str]:
    import re

    return re.compile(
        r"(?i)\b(?:previously|formerly|in the past|(?:weeks|months|years|decades|generations|centuries) ago"
        r"|(?:over|than|nearly|almost) an? (?:week|month|year|decade) ago|long ago"
        r"|in the (?:early |mid-? ?|late )?(?:(?:19|20)?\d0s|nineties|eighties|seventies|sixties)"
        r"|in earlier|at th(?:e|at) time|back then"
        r"|in those days|(?<!as )recently|in recent (?:days|weeks|months|years)"
        r"|(?<!hour )(?<!hours )(?<!minutes )earlier"
        r"|(?:has|have|had) (?:long|often|repeatedly|always|recently))\b"
    )


def elsewhen(frame: Frame) -> SaidOn | None:
    """Return an unknown day where the words say that it was another time."""
    if frame.plain.isdisjoint(_EARLIER) and "0s" not in frame.words:
        return None
    if leads_back(frame):
        return None
    cue, source = frame.cue, frame.source
    edges = [span for span in (cue, source) if span]
    if not edges:
        return None
    low, high = min(a for a, _ in edges), max(b for _, b in edges)
    begin = max(0, low - 40)
    near = frame.words[begin : max(high + 25, frame.words.find(GAP, high, high + 60))]
    match = _earlier().search(near)
    if match is None or _of_another_clause(match.group(), near[match.end() : max(match.end(), low - begin)]):
        return None
    if match.group().lower() == "earlier":
        within = cue is not None and cue[0] <= begin + match.start() and begin + match.end() < cue[1]
        if within or not _adverb(near, match.end()):
            return None  # "confirmed earlier reports"
    return SaidOn(evidence=DayEvidence(another_time=match.group()))


def _of_another_clause(words: str, between: str) -> bool:
    """Return whether words for another time belong to a clause before the saying's.

    ``between`` stands between them and who speaks: ``who has quarrelled with her in recent months - she said``.
    """
    perfect = words.split()[0].lower() in ("has", "have", "had")
    return between.lstrip().startswith(("- ", "– ", "—")) or (perfect and GAP in between)


def points_to_day(said: SaidOn) -> bool:
    """Return whether the words for another time go back to a day told of before.

    For example: ``he said at the time``.
    """
    words = said.evidence.another_time if said.evidence else None
    return words is not None and words.lower() in ("at the time", "at that time", "back then", "in those days")


def leads_back(frame: Frame) -> bool:
    """Return whether "Earlier" opens the sentence.

    It goes back within the occasion told of, not to another.
    """
    return frame.words.lstrip().lower().startswith("earlier,")


def _adverb(words: str, at: int) -> bool:
    """Return whether "earlier" stands alone, not as in "earlier this week"."""
    following = [word.strip(",.").lower() for word in words[at:].split()[:2]]
    if following[:1] == ["that"]:
        return following[1:] != ["day"]
    return not following or following[0] not in {"this", "on", "in", "today", "than", *WEEKDAYS}
