"""Remove notes such as "(Laughter.)" from what is said."""

from __future__ import annotations

import re
from functools import cache

from statements_cli.data import word_list
from statements_cli.model import Span, Spans

LONGEST = 80
"""Characters of a note."""
MOST_WORDS = 8
_SPACE = " \t\r\n\u00a0\u200b\u2028\u2029\x0b\x0c\x85"
_DASHES = "—–-"


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(rf"[*_]{{0,2}}(?<!\w)[(\[]([^()\[\]]{{1,{LONGEST}}})[)\]](?!\w)[*_]{{0,2}}\.?")


@cache
def _notes() -> tuple[str, ...]:
    return word_list("transcripts/stage_notes.txt")


def is_note(words: str) -> bool:
    """Return whether words in brackets tell what happens: "(Laughter.)", "(Speaks in French.)", "(as interpreted)"."""
    words = " ".join(words.strip("*_ ").split())
    if words.lower().startswith(_notes()):
        return True
    sentence = words[:1].isupper() and words.endswith((".", "."))
    return sentence and len(words.split()) <= MOST_WORDS and not words.lower().startswith(("inaudible", "sic", "ph"))


def said_in(text: str, start: int, end: int) -> Spans:
    """Return the pieces of a paragraph that are said, in order.

    None where no word is.
    """
    pieces: list[Span] = []
    at = start
    for match in _bracketed().finditer(text, start, end):
        if is_note(match[1]):
            pieces.append((at, match.start()))
            at = match.end()
    pieces.append((at, end))
    kept = (_trimmed(text, *piece, start) for piece in pieces)
    return tuple(piece for piece in kept if any(map(str.isalnum, text[slice(*piece)])))


def _trimmed(text: str, low: int, high: int, start: int) -> Span:
    """Return a stripped piece without the dash of a note before it."""
    while low < high and text[low] in _SPACE:
        low += 1
    while low < high and text[high - 1] in _SPACE:
        high -= 1
    if low > start and text[low : low + 1] in tuple(_DASHES) and high - low > 1:
        while low < high and text[low] in _SPACE + _DASHES:
            low += 1
    return low, high


def interpreted(text: str, label: Span) -> bool:
    """Return whether a label, or a note right behind it, says that an interpreter speaks."""
    near = text[label[0] : label[1] + 60].split("\n\n", 1)[0].lower()
    return "(as interpreted" in near or "(via interpreter" in near or "through interpreter" in near
