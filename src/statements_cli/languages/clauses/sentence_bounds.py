"""Find where the sentence around a quotation begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from statements_cli.languages.words.split_words import is_abbreviation

REACH = 400
"""Characters of a sentence that are read on either side of a quotation."""


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(r"[.!?…]++|[\n\r]")


def _stops(text: str, start: int, limit: int) -> Iterator[re.Match[str]]:
    """Match marks at which a sentence may end, before a space or closing mark."""
    for match in _stop().finditer(text, start, limit):
        behind = text[match.end() : min(match.end() + 1, limit)]
        if match[0] in "\n\r" or not behind or behind.isspace() or behind in '»”"’)]—–':
            yield match


def sentence_end(text: str, start: int, limit: int) -> int:
    """Return where the sentence at ``start`` ends, before its stop, ``limit`` at most."""
    limit = min(limit, start + REACH)
    for match in _stops(text, start, limit):
        if match[0] == "." and ends_in_abbreviation(text, start, match.start()):
            continue
        return match.start()
    return limit


def sentence_start(text: str, limit: int, end: int) -> int:
    """Return where the sentence that ends at ``end`` begins; ``limit`` at the earliest."""
    begin = limit = max(limit, end - REACH)
    for match in _stops(text, limit, end):
        if not (match[0] == "." and ends_in_abbreviation(text, limit, match.start())):
            begin = match.end()
    return begin


def ends_in_abbreviation(text: str, start: int, stop: int) -> bool:
    """Return whether the word before a full stop is an abbreviation."""
    begin = stop
    while begin > start and stop - begin < 6 and text[begin - 1].isalpha():
        begin -= 1
    return is_abbreviation(text[begin:stop])
