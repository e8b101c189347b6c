"""What is said on a weekly programme was said on its day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.dates.carrying.occasions import on_programme
from statements_cli.model import Article, Attribution
from statements_cli.provenance.frame import Framer

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]

TUESDAY = "2025-05-20"

ROWS = [
    ('{Berg} <said> on NBC\'s "Meet the Press" that [it works].', TUESDAY, "2025-05-18"),
    ("{Berg} <said> on CBS' “Face the Nation” that [it works].", TUESDAY, "2025-05-18"),
    ("{Berg} <said> on Fox News Sunday that [it works].", TUESDAY, "2025-05-18"),
    ("{Berg} <said> on ABC’s ‘This Week’ that [it works].", "2025-05-18", "2025-05-18"),
    # the words mean something else, or nothing tells the day
    ("{Berg} <said> in the State of the Union that [it works].", TUESDAY, None),
    ("{Berg} <said> he would meet the press as [it works].", TUESDAY, None),
    ('{Berg} <said> on NBC\'s "Meet the Press" that [it works].', None, None),
]


@pytest.mark.parametrize(("text", "published", "expected"), ROWS)
def test_on_programme(text: str, published: str | None, expected: str | None, marked: Marked) -> None:
    """Its name stands behind "on" or whose it is; the day is inferred from that."""
    plain, article, attributions = marked(text)
    (frame, *_) = Framer(ArticleText.plain(article, plain)).frames(attributions)
    found = on_programme(frame, published)
    assert expected == (found.date if found else None)
    assert found is None or found.basis == "inferred"
