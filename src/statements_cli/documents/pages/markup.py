"""Remove markup that is no text and would only cost time."""

from __future__ import annotations

import re
from functools import cache

LARGE = 1 << 20
"""Characters from which it pays to take programs and images out of markup before it is parsed."""

LARGEST = 10_000_000
"""Characters of markup that are read; an article stands in the first few hundred thousand."""

_MOST_ATTRIBUTES = 300
_LONGEST_INLINE = 2000
_LONGEST_BUTTON = 4000


def trim_markup(markup: str) -> tuple[str, bool]:
    """Return the markup that is worth parsing, and whether all of it is there.

    Linear in the markup's length, which parsing isn't for a tag of many thousand attributes.
    """
    markup = _without_buttons(_crowded().sub(r"<\1", markup))
    if len(markup) > LARGE:
        markup = _inlined().sub("", _without_elements(_without_elements(markup, "script"), "style"))
    return markup[:LARGEST], len(markup) <= LARGEST


@cache
def _crowded() -> re.Pattern[str]:
    value = r"\"[^\"]*+\"|'[^']*+'|[^\s\"'>]++"
    attribute = rf"\s++[^\s=<>\"'/]++(?>(?:\s*+=\s*+(?:{value}))?)"
    return re.compile(rf"<([a-zA-Z][\w:-]*+)(?:{attribute}){{{_MOST_ATTRIBUTES},}}+")


@cache
def _inlined() -> re.Pattern[str]:
    """Match images and fonts written into the page, as saved in one file."""
    return re.compile(rf"\bdata:[\w/+.;=-]{{0,100}}+,[\w%+/=-]{{{_LONGEST_INLINE},}}+")


@cache
def _holding() -> re.Pattern[str]:
    return re.compile(r"<(?:p|h[1-6]|article|main)[\s>]", re.IGNORECASE)


def _without_buttons(markup: str) -> str:
    """Return the markup without what short buttons hold.

    A tag typed wrongly in one can swallow the article.
    """
    if "<button" not in markup:
        return markup
    kept: list[str] = []
    at = 0
    while (start := markup.find("<button", at)) >= 0:
        inside = markup.find(">", start, start + _LONGEST_INLINE) + 1
        end = markup.find("</button", inside, inside + _LONGEST_BUTTON) if inside else -1
        if end < 0 or _holding().search(markup, inside, end):
            kept.append(markup[at : start + 7])
            at = start + 7
            continue
        kept.append(markup[at:inside])
        at = end
    kept.append(markup[at:])
    return "".join(kept)


def _without_elements(markup: str, name: str) -> str:
    """Return the markup without elements of a name, but for JSON-LD.

    One that is never closed stays.
    """
    kept: list[str] = []
    at = 0
    lowered = markup.lower() if markup.isascii() else _lower(markup)
    while (start := lowered.find(f"<{name}", at)) >= 0:
        end = lowered.find(f"</{name}", start)
        if end < 0:
            break
        kept.append(markup[at:start] if "ld+json" not in lowered[start : start + 300] else markup[at:end])
        at = end
    kept.append(markup[at:])
    return "".join(kept)


def _lower(markup: str) -> str:
    """Return the markup with ASCII in lower case, every character in its place."""
    return markup.translate({code: code + 32 for code in range(65, 91)})
