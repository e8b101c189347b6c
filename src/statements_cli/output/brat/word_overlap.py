"""Compare spans of a text by their words, and pair those that are alike."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from statements_cli.model import Spans

LEAST_OVERLAP = 0.5
"""The share of common words from which on two contents are of one statement (Jaccard)."""
_WORD = re.compile(r"\w+")


class Words:
    """The words of a text, found by spans of characters; punctuation doesn't count."""

    def __init__(self, text: str) -> None:
        found = list(_WORD.finditer(text))
        self._starts = [word.start() for word in found]
        self._text = text
        self._ends = [word.end() for word in found]

    def within(self, spans: Spans) -> frozenset[int]:
        """Return the numbers of the words that begin inside spans, an introducing "that" left out."""
        numbers = {
            number
            for start, end in spans
            for number in range(bisect_left(self._starts, start), bisect_left(self._starts, end))
        }
        first = min(numbers, default=None)
        if first is not None and len(numbers) > 1 and self._word(first) == "that":
            numbers.discard(first)
        return frozenset(numbers)

    def _word(self, number: int) -> str:
        return self._text[self._starts[number] : self._ends[number]].lower()


def best_pairs(
    found: Sequence[frozenset[int]], wanted: Sequence[frozenset[int]], least: float = LEAST_OVERLAP
) -> dict[int, int]:
    """Return the most alike place found for each place of ``wanted``, each once.

    Only those that have a word in common are compared, so that time grows with the length of the text.
    """
    by_word: dict[int, list[int]] = {}
    for place, words in enumerate(found):
        for word in words:
            by_word.setdefault(word, []).append(place)
    alike: list[tuple[float, int, int]] = []
    for at, words in enumerate(wanted):
        for place in {place for word in words for place in by_word.get(word, ())}:
            overlap = len(words & found[place]) / len(words | found[place])
            if overlap >= least:
                alike.append((-overlap, at, place))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, at, place in sorted(alike):
        if at not in pairs and place not in taken:
            pairs[at] = place
            taken.add(place)
    return pairs
