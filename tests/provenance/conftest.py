"""What several tests of provenance need."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.articles.article_text import ArticleText
from statements_cli.model import Article, Attribution
from statements_cli.provenance.frame import Frame, Framer

Marked = Callable[..., tuple[str, Article, tuple[Attribution, ...]]]


@pytest.fixture
def framed(marked: Marked) -> Callable[[str], Frame]:
    """Frame the first attribution of a marked text."""

    def frame(text: str) -> Frame:
        plain, article, attributions = marked(text)
        return Framer(ArticleText.plain(article, plain)).frames(attributions)[0]

    return frame
