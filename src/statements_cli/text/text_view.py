"""Map offsets of a cleaned text back to the document."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from statements_cli.model import Span, Spans

PARTS = 4096
"""Parts of a text that are held before they are joined; each takes fifty bytes and more, whatever its length."""


class Edit(NamedTuple):
    """A stretch of a text, not empty, and what stands there instead.

    One character, or none.
    """

    start: int
    end: int
    character: str = ""


class TextView:
    """A text as read, with the way back from its offsets to the document's.

    ``TextView(text)`` is a document's own text. Each ``edited`` view is made from the one before it. The way back
    keeps order: a later offset never stands before an earlier one, and a stretch that isn't empty leads back to one
    that isn't.
    """

    __slots__ = ("_at", "_origin", "_shift", "_wide", "_wide_at", "is_whole", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.is_whole = True  # every offset is the document's own
        self._origin: TextView | None = None
        self._at, self._shift = array("q"), array("q")
        # where characters stand that were made of several, and of how many; arrays, as there may be one in each word
        self._wide_at, self._wide = array("q"), array("i")

    def edited(self, edits: Iterable[Edit]) -> TextView:
        """Return the view with edits made, which are in text order.

        Of two that overlap the first counts.
        """
        text, joined, parts = self.text, list[str](), list[str]()
        made = TextView("")
        done = length = shift = 0
        for start, end, character in edits:
            if start < done:
                continue
            parts += (text[done:start], character)
            length += start - done
            if end - start > 1 and character:
                made._wide_at.append(length)
                made._wide.append(end - start)
            length += len(character)
            if end - start != len(character):
                shift += end - start - len(character)
                made._at.append(length)
                made._shift.append(shift)
            done = end
            if len(parts) > PARTS:
                joined.append("".join(parts))
                parts.clear()
        if not done:
            return self
        made.text = "".join([*joined, *parts, text[done:]])
        made._origin, made.is_whole = self, False
        return made

    def respelt(self, text: str) -> TextView:
        """Return the view with another text of the same length, so that no offset shifts."""
        if text == self.text:
            return self
        made = TextView(text)
        made._origin, made.is_whole = self, self.is_whole
        return made

    def place(self, at: int) -> int:
        """Return the offset in the document of the character at an offset of the text."""
        return self.span((at, at))[0]

    def span(self, span: Span) -> Span:
        """Return the stretch of the document that a stretch of the text stands for."""
        start, end = span
        if start >= end:
            start = end = self._before(start)
        else:
            start, end = self._before(start), self._before(end - 1) + self._width(end - 1)
        return (start, end) if self._origin is None else self._origin.span((start, end))

    def spans(self, spans: Spans) -> Spans:
        """Return the stretches of the document that several stretches stand for."""
        return spans if self.is_whole else tuple(map(self.span, spans))

    def _width(self, at: int) -> int:
        """Return how many characters the one at an offset was made of."""
        place = bisect_left(self._wide_at, at)
        return self._wide[place] if place < len(self._wide_at) and self._wide_at[place] == at else 1

    def _before(self, at: int) -> int:
        """Return where an offset's character stands in the text this was made from."""
        before = bisect_right(self._at, at) - 1
        return at + (self._shift[before] if before >= 0 else 0)
