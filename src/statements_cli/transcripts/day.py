"""Find the day on which the turns of a transcript were spoken."""

from __future__ import annotations

from statements_cli.articles.article_text import ArticleText
from statements_cli.articles.metadata.stamps import read_stamp
from statements_cli.model import DayEvidence, SaidOn
from statements_cli.text.written_dates import find_days

LONGEST = 200
"""Characters of a line above the turns that may state the day."""


def spoken_on(article_text: ArticleText) -> SaidOn:
    """Return the day of a transcript.

    That of its title, of a line above its turns, or the day published.

    What the speakers call today or yesterday dates what they tell of, not what they say.
    """
    article = article_text.article
    for words in (article.headline or "", *_lines_above(article_text)):
        day = next((found.day for found in find_days(words) if found.day.complete), None)
        if day is not None and day.iso:
            return SaidOn(day.iso, "stated", DayEvidence(" ".join(words.split())[:LONGEST]))
    if article.published is None:
        return SaidOn()
    return SaidOn(article.published[:10], "inferred" if article.published_basis == "inferred" else "article")


def _lines_above(article_text: ArticleText) -> list[str]:
    """Return short lines between headline and first turn, of furniture time stamps only."""
    lines = []
    for block in article_text.article.blocks:
        if block.role == "label":
            break
        words = article_text.text[slice(*block.span)] if block.span[1] - block.span[0] < LONGEST else ""
        if block.role != "headline" and words and (block.role != "furniture" or read_stamp(words) is not None):
            lines.append(words)
    return lines
