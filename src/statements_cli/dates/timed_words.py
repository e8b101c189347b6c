"""Find where an article may speak of time, and days at the beginning of contents."""

from __future__ import annotations

from bisect import bisect_left

from statements_cli.articles.article_text import ArticleText
from statements_cli.data import word_set
from statements_cli.dates.expressions import Expression, find, triggers_of
from statements_cli.model import Attribution, Span
from statements_cli.provenance.frame import Frame

_CAME_OUT = frozenset(("delivered", "disclosed", "presented", "unveiled"))
"""Participles of documents, besides those in ``channels/issued_words.txt``."""

CLAUSE = 120
"""Characters of a content within which the clause ends that says when its document came out."""

OPENING = 40
"""Characters of a content within which the day stands that it begins with."""

_LEADING = frozenset(
    (
        "at",
        "back",
        "beginning",
        "early",
        "earlier",
        "end",
        "in",
        "late",
        "later",
        "of",
        "on",
        "recently",
        "start",
        "the",
    )
)
"""Words that may stand between the cue and the day."""

_FOLLOWING = frozenset(
    (
        *("a", "all", "an", "both", "he", "her", "his", "i", "it", "its", "no", "she", "some", "that", "the", "their"),
        *("there", "they", "this", "to", "we"),
    )
)
"""Words with which what was said goes on behind the day; a verb would make the day its subject."""

_QUANTITIES = frozenset(("about", "almost", "around", "at", "fewer", "more", "most", "nearly", "over", "several", "up"))
"""More of them, behind a day with a preposition: ``said on Tuesday almost 13,000 had fled``."""

_FINITE = frozenset(
    (
        *("are", "can", "could", "had", "has", "have", "is", "may", "might", "must", "should", "was", "were", "will"),
        "would",
    )
)
"""Verbs of a clause without a subject, after a time that is no subject: ``which he said earlier this year will``."""

_TOWARDS = {
    **dict.fromkeys(("accused", "accusing"), "of"),
    **dict.fromkeys(("asked", "asking", "urged", "urging"), "to"),
    **dict.fromkeys(("condemned", "denounced", "derided", "described", "dismissed", "hailed", "praised"), "as"),
    **dict.fromkeys(("describing", "dismissing", "hailing", "praising"), "as"),
}
"""Cues with an object between them and the day, and the word with which what was said goes on behind it."""

OBJECT = 7
"""Words between a cue and the day behind its object: ``accused a lawmaker of the Left on Monday of lying``."""


QUOTATION_MARKS = frozenset("“\"‘'„«»")


class Timed:
    """The places where an article may speak of time.

    No expression is looked for elsewhere.
    """

    __slots__ = ("_high", "_low", "_starts")

    def __init__(self, article_text: ArticleText) -> None:
        blocks = article_text.running_blocks
        self._low, self._high = (blocks[0][0], blocks[-1][1]) if blocks else (0, 0)
        self._starts = [start for start, _ in triggers_of(article_text)]

    def touches(self, frame: Frame) -> bool:
        return any(self.within(*piece) for piece in frame.pieces)

    def within(self, start: int, end: int) -> bool:
        """Return whether a stretch of the document may speak of time."""
        place = bisect_left(self._starts, start)
        return start < self._low or end > self._high or (place < len(self._starts) and self._starts[place] < end)


def opening_day(text: str, attribution: Attribution, frame: Frame) -> Expression | None:
    """Return the day of saying that a content begins with, right behind the cue.

    For example: ``announced on March 5 the end of``, ``said last month he``. Its span is the end of the cue in the
    frame's words.
    """
    if frame.cue is None or not attribution.cue or not attribution.content:
        return None
    start, end = attribution.content[0]
    cue_end = attribution.cue[-1][1]
    if cue_end > start or text[cue_end:start].strip():
        return None
    words = text[start : min(end, start + OPENING)]
    expression = next(iter(find(words)), None)
    if expression is None or expression.possessive or expression.kind == "same":
        return None
    if expression.kind == "shift" and not _told_back(expression, words):
        return None
    if expression.kind == "year" and not _is_earlier(expression):
        return None
    before, after = words[: expression.span[0]].lower().split(), words[expression.span[1] :].split()
    if not after or words[expression.span[1] : expression.span[1] + 1] != " ":
        return None
    led = {*before} <= _LEADING and _goes_on(expression, before, after[0])
    cue = text[slice(*attribution.cue[-1])].lower().split()[-1:]
    if not led and not (cue and _behind_object(cue[0], text[start : start + expression.span[0]], after[0])):
        return None
    return expression._replace(span=(frame.cue[1], frame.cue[1]))


def _told_back(expression: Expression, words: str) -> bool:
    """Return whether a count goes back from a day told before: ``a day earlier that``."""
    back = expression.words.lower().endswith(("earlier", "before", "previous day", "prior"))
    return back and words[expression.span[1] :].split()[:1] == ["that"]


def event_day(text: str, attribution: Attribution, frame: Frame, own: Expression) -> Span | None:
    """Return where a day stands that leads in what was said, not the saying.

    What was said follows it in the reporter's words, and who said so ends the sentence: ``In January, a bomb had gone
    off there, according to officials``.
    """
    anchors = (*attribution.cue, *attribution.source)
    if not (attribution.content and anchors):
        return None
    start, day = attribution.content[0][0], frame.place(own.span)
    before = day[1] <= start < min(span[0] for span in anchors)
    return day if before and QUOTATION_MARKS.isdisjoint(text[start - 1 : start + 1]) else None


def today_by_date(text: str, attribution: Attribution, frame: Frame) -> Expression | None:
    """Return the date that a quotation calls today: ``said, "He died today, May 5, 2025."``.

    Its span is the end of the cue in the frame's words.
    """
    if frame.cue is None:
        return None
    for start, end in attribution.content:
        at = text.find("oday, ", start, end)
        expression = next(iter(find(text, at + 6, end)), None) if at >= 0 else None
        if expression is not None and expression.span[0] == at + 6 and expression.kind == "day":
            return expression._replace(span=(frame.cue[1], frame.cue[1]))
    return None


def issue_day(text: str, attribution: Attribution, frame: Frame) -> Expression | None:
    """Return the day of a document, from the clause with which a content begins.

    The clause says when it came out: ``according to a report, delivered in May by the bank, the plan``. The span of
    the expression is the end of the source in the frame's words.
    """
    if frame.source is None or not attribution.source or not attribution.content:
        return None
    start, end = attribution.content[0]
    between = text[attribution.source[-1][1] : start]
    if frame.cue is None or frame.cue[0] > frame.source[0] or between.strip(", "):
        return None
    clause, comma, _ = text[start : min(end, start + CLAUSE)].partition(",")
    if not comma or clause.split()[0].lower() not in word_set("channels/issued_words.txt") | _CAME_OUT:
        return None
    expression = next(iter(find(clause)), None)
    if expression is None or expression.possessive or expression.kind in ("shift", "same"):
        return None
    return expression._replace(span=(frame.source[1], frame.source[1]))


def _goes_on(expression: Expression, before: list[str], following: str) -> bool:
    """Return whether what was said goes on behind a day, which is not its subject.

    ``before`` are the words between the cue and the day.
    """
    lower = following.lower()
    if lower in _FOLLOWING or (_is_earlier(expression) and lower in _FINITE):
        return True
    return bool(before) and (following[:1].isupper() or following[:1].isdigit() or lower in _QUANTITIES)


def _is_earlier(expression: Expression) -> bool:
    """Return whether an expression can be no subject: ``earlier this year``."""
    return expression.words[:7].lower() == "earlier"


def _behind_object(cue: str, before: str, following: str) -> bool:
    """Return whether a day stands right behind the object of a cue.

    What was said of the object, or asked of it, follows: ``accused the firm in May of lying``, ``urged the firm last
    week to pay``.
    """
    words = before.lower().split()
    if not words or len(words) > OBJECT or "," in before or "to" in words:
        return False
    if not word_set("cues/clause_words.txt").isdisjoint(words):
        return False
    return following == _TOWARDS.get(cue)
