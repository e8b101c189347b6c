"""Join articles of another language that English forms had parted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from statements_cli.model import Article, Block, BlockRole

POST = 600
"""Characters of the longest part in another language that is a post quoted within an article."""
_ROLES: dict[BlockRole, BlockRole] = {"headline": "crosshead", "standfirst": "paragraph"}
"""What a heading and the line under it are within an article."""


def rejoined(articles: Iterable[Article]) -> list[Article]:
    """Return a document's articles, headless ones joined to the dated one before.

    A heading within an article looks like the headline of another one; where neither date, outlet, author nor address
    stands with it, and the article that it follows has a date and isn't in English, it is a heading.
    """
    found: list[Article] = []
    for article in articles:
        if found and _goes_on(found[-1], article):
            last = found[-1]
            blocks = (*last.blocks, *(Block(b.span, _ROLES.get(b.role, b.role)) for b in article.blocks))
            found[-1] = replace(last, span=(last.span[0], article.span[1]), blocks=blocks)
        else:
            found.append(article)
    return found


def _goes_on(last: Article, article: Article) -> bool:
    if last.language in ("en", None) or last.published is None:
        return False
    if article.published or article.outlet or article.byline or article.url:
        return False
    same = article.language == last.language
    return same or article.span[1] - article.span[0] <= POST
