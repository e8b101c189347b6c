"""A text and edits of it in; the edited text, with the way back from its offsets to the text's, out."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from statements_cli.model import Span
from statements_cli.text.offsets import Offsets


class Edit(NamedTuple):
    """A stretch of a text, not empty, and what stands there instead: one character, or none."""

    start: int
    end: int
    character: str = ""


class Edited(Offsets):
    """A text with edits made, and where each of its characters stood.

    The way back keeps order: a later offset never stands before an earlier one, and a stretch that isn't
    empty leads back to one that isn't.
    """

    def __init__(self, text: str, edits: Iterable[Edit]) -> None:
        parts: list[str] = []
        self._at, self._shift = array("q"), array("q")
        self._wide: dict[int, int] = {}
        done = length = shift = 0
        for start, end, character in edits:
            if start < done:
                continue  # two edits of the same characters: the first counts
            parts += (text[done:start], character)
            length += start - done
            if end - start > 1 and character:
                self._wide[length] = end - start
            length += len(character)
            if end - start != len(character):
                shift += end - start - len(character)
                self._at.append(length)
                self._shift.append(shift)
            done = end
        parts.append(text[done:])
        self.text = "".join(parts)

    def place(self, at: int) -> int:
        """Where the character at an offset of the edited text begins in the text as it was."""
        before = bisect_right(self._at, at) - 1
        return at + (self._shift[before] if before >= 0 else 0)

    def span(self, span: Span) -> Span:
        """The stretch of the text as it was that a stretch of the edited text stands for."""
        start, end = span
        if start >= end:
            return (self.place(start),) * 2
        return self.place(start), self.place(end - 1) + self._wide.get(end - 1, 1)
