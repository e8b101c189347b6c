"""Match long patterns only where a short one says that they may begin.

A pattern of many alternatives is tried at every character, and most of the time goes into failing. The short one begins
with a plain character class, which the regular-expression engine searches for many times faster.
"""

from __future__ import annotations

from re import Match, Pattern


def matches(pattern: Pattern[str], beginnings: Pattern[str], text: str, low: int, high: int) -> list[Match[str]]:
    """Return the matches of ``pattern`` between two offsets, as its ``finditer`` does.

    ``beginnings`` matches the first character of each of them, and of as few others as possible.
    """
    found: list[Match[str]] = []
    at = low
    for beginning in beginnings.finditer(text, low, high):
        start = beginning.start()
        if start >= at:
            match = pattern.match(text, start, high)
            if match is not None:
                found.append(match)
                at = match.end()
    return found
