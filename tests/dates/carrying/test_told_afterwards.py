"""The day of what was said, told only by a sentence behind it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.dates.carrying.told_afterwards import BEHIND
from statements_cli.dates.said import said_on
from statements_cli.model import Article, Attribution

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

TUESDAY = "2025-05-20"
SAID = "“[It leaks],” {Anna Berg} <said>."
OTHER = "{Carl Holt}2 <said>2 [no]2."

PASSAGES = [
    (f"{SAID} Berg made the comments in an interview with Le Monde on Friday.", "2025-05-16"),
    (f"{SAID}\nShe was speaking at a conference in Oslo on Friday.", "2025-05-16"),
    (f"{SAID} Her remarks came on Friday.", "2025-05-16"),
    (f"{SAID} The statement was made late on Friday.", "2025-05-16"),
    (f"{SAID} The remarks, made on Friday in Bern, caused an uproar.", "2025-05-16"),
    # another event's day
    (f"{SAID} Her remarks came after a vote on Friday.", TUESDAY),
    (f"{SAID} She made the comments after the vote on Friday.", TUESDAY),
    (f"{SAID} She made the bed on Friday.", TUESDAY),
    (f"{SAID} Berg will make the announcement on Friday.", TUESDAY),
    (f"{SAID} Berg made the announcement ahead of Friday's vote.", TUESDAY),
    # another speaker is named, or stands between; the speaker is named
    (f"{SAID} {OTHER} Holt made the comments on Friday.", TUESDAY),
    (f"{SAID} {OTHER} He made the comments on Friday.", TUESDAY),
    (f"{SAID} {OTHER} Berg made the comments on Friday.", "2025-05-16"),
    # how far behind it may stand
    (f"{SAID} {'x' * (BEHIND - 3)}. Berg made the comments on Friday.", "2025-05-16"),
    (f"{SAID} {'x' * (BEHIND - 2)}. Berg made the comments on Friday.", TUESDAY),
    # what dates it before
    (f"On Sunday, {{Anna Berg}}3 <said>3 [so]3. {SAID} Berg made the comments on Friday.", "2025-05-18"),
]


@pytest.mark.parametrize(("passage", "day"), PASSAGES)
def test_told_afterwards(passage: str, day: str, marked: Marked) -> None:
    """A sentence that goes back to what was said tells its day, unless it is that of another event or speaker."""
    text, article, attributions = marked(passage, published=TUESDAY)
    days = dict(zip((text[slice(*one.content[0])] for one in attributions), range(len(attributions)), strict=True))
    assert day == said_on(ArticleText.plain(article, text), attributions)[days["It leaks"]].date
