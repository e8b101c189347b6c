"""Find where an article may speak of time, and days at the beginning of contents."""

from __future__ import annotations

from bisect import bisect_left

from statements_cli.articles.article_text import ArticleText
from statements_cli.dates.expressions import Expression, find, triggers_of
from statements_cli.model import Attribution
from statements_cli.provenance.frame import Frame

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
    if expression is None or expression.possessive or expression.kind in ("year", "shift", "same"):
        return None
    before, after = words[: expression.span[0]].lower().split(), words[expression.span[1] :].split()
    if not after or not {*before} <= _LEADING or words[expression.span[1] : expression.span[1] + 1] != " ":
        return None
    if after[0].lower() not in _FOLLOWING and not (before and after[0][:1].isupper()):
        return None
    return expression._replace(span=(frame.cue[1], frame.cue[1]))
