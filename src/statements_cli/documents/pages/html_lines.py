"""Find the elements and lines below the headline of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

_NEAR = 40
"""Lines, counted from the headline, among which its byline and standfirst stand."""

_HEADINGS = ("h1", "h2", "h3")
_LINES = frozenset(("p", "h2", "h3", "h4", "div", "li"))
_INLINE = frozenset(("span", "time", "address"))


def elements_below(tree: Any, headline: str | None) -> Iterator[Any]:
    """Yield the elements that follow the headline, in order.

    All of the page where it doesn't stand in it.
    """
    title = letters(headline or "")
    top = next((e for e in tree.iter(*_HEADINGS) if title and letters("".join(e.itertext())) == title), None)
    below = top is None
    for element in tree.iter("*"):
        if below:
            yield element
        below = below or element is top


def lines_below(tree: Any, headline: str | None) -> Iterator[tuple[Any, str]]:
    """Yield the one-line elements below the headline with their words, in order.

    White space is folded.
    """
    count = 0
    for element in elements_below(tree, headline):
        if element.tag not in _LINES and element.tag not in _INLINE:
            continue
        if next(element.iterdescendants(*_LINES), None) is not None:
            continue
        words = " ".join(" ".join(element.itertext()).split())
        if words:
            yield element, words
            count += element.tag in _LINES
            if count == _NEAR:
                return


def letters(words: str) -> str:
    """Return the letters and digits of a text, case folded.

    What two forms of one line have in common.
    """
    return _beside_letters().sub("", words).casefold()


@cache
def _beside_letters() -> re.Pattern[str]:
    return re.compile(r"[\W_]+")
