"""Detect the readout of a meeting or call that an office publishes."""

from __future__ import annotations

import re
from functools import cache

from statements_cli.model import Article, Span

LONGEST = 8000
"""Characters of a readout."""
LEAD = 600
"""Characters of a paragraph in which both parties are named."""
LEADS = 3
"""Paragraphs among which that one is."""


@cache
def _title() -> re.Pattern[str]:
    occasion = r"(?:(?:[Pp]hone|[Tt]elephone|[Vv]ideo) )?(?:[Cc]all|[Cc]onversation|[Mm]eeting)"
    names = r"(?:[A-Z][\w.’'-]* ){0,9}"
    return re.compile(rf"[Rr]ead-?\s?out\b|{names}{occasion} (?:[Ww]ith|[Bb]etween) [A-Z]\S*[^?!“”\"]*")


@cache
def _met() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:spoke|met|talked|(?:held|had|hosted|participated in) (?:an? |his |her )?(?:\w+ ){0,3}?"
        r"(?:call|meeting|conversation|talks|discussion))\b"
    )


def is_readout(article: Article, text: str) -> bool:
    """Return whether an article reports one meeting or call, by its title and opening.

    Newspapers tell of meetings too: a title that begins otherwise than "Readout" must be names and the
    occasion alone ("PM call with President Zelenskyy: 4 May 2023"), and there is no byline.
    """
    title = article.headline or ""
    if "with" not in title.lower() and "readout" not in title.lower().replace("-", "").replace(" ", ""):
        return False
    if article.span[1] - article.span[0] > LONGEST or not _title().match(title):
        return False
    if title.lower().startswith("read"):
        return True
    words = re.sub(r"[,:].*", "", title).split()
    if article.byline or not all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words):
        return False
    return lead_of(article, text) is not None


def lead_of(article: Article, text: str) -> Span | None:
    """Return the paragraph, of the first few, that tells who met or spoke with whom."""
    paragraphs = [block.span for block in article.blocks if block.role in ("paragraph", "standfirst")][:LEADS]
    return next((span for span in paragraphs if _met().search(text, span[0], min(span[1], span[0] + LEAD))), None)


_SMALL = frozenset(
    ("of", "the", "and", "with", "between", "call", "meeting", "conversation", "phone", "telephone", "for", "to", "on")
)
