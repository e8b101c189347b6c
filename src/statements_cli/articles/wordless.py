"""Part a text where it shows no word for longer than any article does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from statements_cli.model import Span

LONGEST = 1000
"""Characters without a letter or digit from which on a stretch is no part of an article.

Rows of marks, rules and blank lines are shorter; longer ones are made to be slow to read.
"""
MARGIN = 8
"""Characters at either end that stay, for marks there may close what is said before it, or open what follows."""
_STEP = LONGEST // 2  # characters: a stretch so long that matters covers one of these steps whole


@cache
def _wordless_step() -> re.Pattern[str]:
    return re.compile(rf"[\W_]{{{_STEP}}}")


@cache
def _wordless() -> re.Pattern[str]:
    return re.compile(r"[\W_]*+")


def worded(text: str, start: int = 0) -> Iterator[Span]:
    """Yield where a text shows words, without the stretches between that show none for long."""
    at = step = start
    while step < len(text):
        if _wordless_step().match(text, step) is None:
            step += _STEP
            continue
        first = step
        while first > at and not text[first - 1].isalnum():
            first -= 1
        match = _wordless().match(text, step)
        end = match.end() if match else step
        if end - first >= LONGEST:
            if first > at:
                yield at, first + MARGIN
            at = end - MARGIN if end < len(text) else end
        step = end + (start - end) % _STEP
    if at < len(text):
        yield at, len(text)
