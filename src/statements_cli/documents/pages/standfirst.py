"""Find the standfirst below the headline of a page."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from statements_cli.data import word_list
from statements_cli.documents.pages.html_lines import letters, lines_below

SHORTEST = 40
LONGEST = 600


def read_standfirst(tree: Any, headline: str | None, description: str | None) -> str | None:
    """Return the text near a headline that repeats its description.

    Or that has a description's class; else None.

    A description that the page doesn't show is for search engines, and no part of the article.
    """
    known = letters(description or "")[:LONGEST]
    for element, words in lines_below(tree, headline):
        if SHORTEST <= len(words) <= LONGEST:
            shown = letters(words)
            if len(known) >= SHORTEST // 2 and (shown.startswith(known) or known.startswith(shown)):
                return words
            if _is_called_so(element):
                return words
    return None


@cache
def _names() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\W_])(?:{'|'.join(word_list('documents/standfirst_classes.txt'))})(?:$|[\W_])")


def _is_called_so(element: Any) -> bool:
    above = element.getparent()
    named = [
        e.get(key) or "" for e in (element, above) if e is not None for key in ("class", "itemprop", "data-testid")
    ]
    return _names().search(re.sub(r"(?<=[a-z])(?=[A-Z])", "-", " ".join(named)[:400]).lower()) is not None
