"""Find where the sentences of a paragraph end."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from re import Pattern

from statements_cli.data import word_list
from statements_cli.model import Span

_LONGEST_SHORT = 6  # letters of the longest abbreviation
_OPENING = " \t\r\n\"'“”‘’(["


@cache
def _sentence_end() -> Pattern[str]:
    import re

    return re.compile(r"[.!?…\n\ue000](?:(?<![\n\ue000])[\"'”’»)\]]*(?=\s|$)|(?<=\n)\s*\n|(?<=\ue000))")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word_list("grammar/abbreviations.txt"))


def _ends_sentence(text: str, at: int) -> bool:
    """Return whether the stop at ``at`` ends a sentence, not an abbreviation."""
    if text[at] != ".":
        return True
    begin, low = at, max(0, at - 20)
    while begin > low and (text[begin - 1].isalnum() or text[begin - 1] == "."):
        begin -= 1
    word = text[begin:at]
    if len(word) > _LONGEST_SHORT:
        return "." not in word
    return not ((len(word) == 1 and word.isalpha()) or "." in word or word.lower() in _abbreviations())


class Sentences:
    """Where the sentences of a paragraph end.

    For example: ``stops`` are the places of the marks, ``ends`` behind them.
    """

    __slots__ = ("_closing", "_text", "block", "ends", "stops")

    def __init__(self, text: str, block: Span) -> None:
        self._text = text
        self.block = block
        self.stops: list[int] = []
        self.ends: list[int] = []
        for match in _sentence_end().finditer(text, *block):
            stop, end = match.span()
            if not text[end : end + 12].lstrip(_OPENING)[:1].islower() and _ends_sentence(text, stop):
                self.stops.append(stop)
                self.ends.append(end)

    def start(self, low: int, high: int) -> int | None:
        """Return where the sentence that reaches ``high`` begins.

        None if no earlier sentence ends after ``low``.
        """
        text = self._text
        for index in range(bisect_right(self.ends, high) - 1, -1, -1):
            if self.stops[index] < low:
                return None
            found = self.ends[index]
            if text[found : found + 12].lstrip(_OPENING):
                while found < high and text[found].isspace():
                    found += 1
                return found
        return None

    def stop(self, low: int, high: int) -> int | None:
        """Return where the sentence that begins before ``low`` ends, None if it reaches ``high``."""
        index = bisect_left(self.stops, low)
        return self.ends[index] if index < len(self.ends) and self.ends[index] <= high else None

    def around(self, at: int) -> Span:
        """Return where the sentence around an offset begins and ends.

        The paragraph's own end closes the last.
        """
        index = bisect_right(self.ends, at)
        end = self.ends[index] if index < len(self.ends) else self.block[1]
        return self.ends[index - 1] if index else self.block[0], end


class SentencesByParagraph:
    """The sentences of a text's paragraphs, found when first asked for."""

    __slots__ = ("_known", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[Span, Sentences] = {}

    def of(self, block: Span) -> Sentences:
        """Return where the sentences of a paragraph end."""
        found = self._known.get(block)
        if found is None:
            found = self._known[block] = Sentences(self._text, block)
        return found
