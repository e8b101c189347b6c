"""Runs of capitalised words are names, and in headlines verbs part them."""

from __future__ import annotations

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.articles.splitting import split
from statements_cli.model import Document
from statements_cli.speakers.names.capitalised_runs import MentionScan

BODY = "Nothing else was told of it on Monday, neither here nor there nor anywhere else in the town by the sea."


@pytest.mark.parametrize(
    ("headline", "runs"),
    [
        ("Anna Lee Warns Peter Berg", ["Anna Lee", "Peter Berg"]),
        ("Anna Lee Warns Peter Berg in Oslo", ["Anna Lee", "Peter Berg", "Oslo"]),
        # no verb stands there, or it isn't known that two are named
        ("Anna Maria Davis Peter Berg", ["Anna Maria Davis Peter Berg"]),
        ("Anna Lee Berg Peter Berg", ["Anna Lee Berg Peter Berg"]),
        ("Anna Lee Warns Oslo Berg", ["Anna Lee Warns Oslo Berg"]),
    ],
)
def test_names_in_headlines(headline: str, runs: list[str]) -> None:
    """In title case two full names stand beside a verb; each is cut out as it stands."""
    text = f"{headline}\n\nReuters\n\n2025-05-20\n\n{BODY}\n"
    (article,) = split(Document("-", text, "0" * 64))
    scan = ArticleText.plain(article, text).once(MentionScan)
    found = [(start, end, words) for start, end, words in scan.runs if end <= len(headline)]

    assert runs == [words for _, _, words in found]
    assert all(text[start:end] == words for start, end, words in found)
