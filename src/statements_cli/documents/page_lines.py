"""A parsed page and its headline in; the lines that stand right below the headline out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

_NEAR = 40
"""Lines, counted from the headline, among which its byline and standfirst stand."""

_HEADINGS = ("h1", "h2", "h3")
_LINES = ("p", "h2", "h3", "h4", "div", "li")
_INLINE = ("span", "time", "address")


def lines_below(tree: Any, headline: str | None) -> Iterator[tuple[Any, str]]:
    """The elements below the headline that hold one line, in order, each with its words, white space folded.

    Where the headline doesn't stand in the page, the lines are counted from its top.
    """
    title = letters(headline or "")
    top = next((e for e in tree.iter(*_HEADINGS) if title and letters("".join(e.itertext())) == title), None)
    below = top is None
    count = 0
    for element in tree.iter(*_HEADINGS, *_LINES, *_INLINE):
        if not below or element is top:
            below = below or element is top
            continue
        if next(element.iterdescendants(*_LINES), None) is not None:
            continue
        words = " ".join(" ".join(element.itertext()).split())
        if words:
            yield element, words
            count += element.tag not in _INLINE
            if count == _NEAR:
                return


def letters(words: str) -> str:
    """The letters and digits of a text, case folded: what two forms of one line have in common."""
    return _beside_letters().sub("", words).casefold()


@cache
def _beside_letters() -> re.Pattern[str]:
    return re.compile(r"[\W_]+")
