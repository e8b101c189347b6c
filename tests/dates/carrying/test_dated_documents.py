"""The days on which documents came out and polls were taken."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.dates.carrying.dated_documents import dated_documents
from statements_cli.dates.carrying.told_days import told_days
from statements_cli.model import Article, Attribution

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

NINE = "one two three four five six seven eight nine"

ROWS = [
    # its noun right behind the day, with two words between
    ("Monday's report came late.", [("report", "2025-05-19")]),
    ("Monday’s long joint report came late.", [("report", "2025-05-19")]),
    ("Monday's long, dull joint report came late.", []),
    ("Monday's storm came late.", []),
    # before the day, right before it
    ("They spoke in a joint report on Monday.", [("report", "2025-05-19")]),
    ("They spoke in its report in March.", [("report", "2025-03")]),
    ("They spoke of the report on Monday.", []),
    ("They spoke in a storm on Monday.", []),
    # by when it was issued: the document on either side of the participle, up to six words away
    ("A white paper released by the council on Monday came late.", [("white paper", "2025-05-19")]),
    ("The council published a long white paper on Monday.", [("white paper", "2025-05-19")]),
    ("The report, delivered in early May, came late.", [("report", "2025-05")]),
    ("A report by one two three four published on Monday.", [("report", "2025-05-19")]),
    ("A report by one two three four five published on Monday.", []),
    # at most nine words lie between the participle and the day
    (f"The report, published {NINE} on Monday.", [("report", "2025-05-19")]),
    (f"The report, published {NINE} ten on Monday.", []),
    ("The storm was released on Monday.", []),
    # a poll by when its respondents were asked
    ("The survey was conducted on Monday.", [(None, "2025-05-19")]),
    ("The survey was conducted online in March.", [(None, "2025-03")]),
    ("The survey was conducted between May 5 and May 7.", [(None, "2025-05-05")]),
    ("The survey ran online on Monday.", []),
    ("A Gazette poll from March showed why.", [(None, "2025-03")]),
    ("A Gazette team from March showed why.", []),
    # what is still to come
    ("The report will be published on Monday.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_dated_documents(text: str, expected: list[tuple[str | None, str]], marked: Marked) -> None:
    """A document has the day that stands beside it, or beside the verb by which it was issued."""
    plain, article, _ = marked(text, published="2025-05-20")
    article_text = ArticleText.plain(article, plain)
    found = dated_documents(plain, told_days(article_text, [], []))
    assert expected == [(document.noun, document.day.said.date) for document in found]
