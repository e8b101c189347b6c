"""The text of an article that walks through the pipeline, and what has been read of it."""

from __future__ import annotations

import gc
from weakref import ref

from statements_cli.articles.article_text import ArticleText, text_of_paragraphs
from statements_cli.dates.expressions import expressions_of
from statements_cli.model import Article, Block, Document
from statements_cli.provenance.frame import Framer
from statements_cli.speakers.names.capitalised_runs import MentionScan
from statements_cli.text.text_view import Edit, TextView

TEXT = "A headline\n\nFirst one. And two.\n\nAdvert"
BLOCKS = (Block((0, 10), "headline"), Block((12, 31), "paragraph"), Block((33, 39), "furniture"))
ARTICLE = Article("a", "a.txt", (0, 39), BLOCKS)


def test_blocks_by_what_they_yield() -> None:
    """Attributions are looked for in headlines and paragraphs, days in all but furniture."""
    article_text = ArticleText.plain(ARTICLE, TEXT)
    assert ((0, 10), (12, 31)) == article_text.paragraphs
    assert ((0, 10), (12, 31)) == article_text.running_blocks
    assert not article_text.is_spoken


def test_a_transcript_yields_its_prose() -> None:
    """Where turns have labels, their words and the headline are no prose."""
    blocks = (Block((0, 10), "headline"), Block((12, 22), "label"), Block((23, 31), "speech"))
    article_text = ArticleText.plain(Article("a", "a.txt", (0, 39), blocks), TEXT)
    assert article_text.is_spoken
    assert () == article_text.paragraphs


def test_each_reading_is_made_once() -> None:
    """What one room reads, another gets from the article's text, under whatever is known of the article later."""
    made = []

    def read(article_text: ArticleText) -> list[str]:
        made.append(article_text)
        return article_text.text.split()

    article_text = ArticleText.plain(ARTICLE, TEXT)
    words = article_text.once(read)
    assert words is article_text.of(Article("a", "a.txt", (0, 39), BLOCKS, published="2025-05-20")).once(read)
    assert 1 == len(made)
    assert article_text.tokens is article_text.tokens
    assert article_text.sentences.of((12, 31)) is article_text.sentences.of((12, 31))
    assert [22, 31] == article_text.sentences.of((12, 31)).ends


def test_offsets_of_the_document() -> None:
    """An article is handed out with the document's own offsets, and as it is where these are the same."""
    view = TextView("# One\n\n# Two").edited([Edit(0, 2), Edit(7, 9)])
    article = Article("a", "a.md", (0, 8), (Block((0, 3), "headline"), Block((5, 8), "paragraph")))
    found = ArticleText(article, Document("a.md", "# One\n\n# Two", "0", form="markdown"), view).article_of_document
    assert (2, 12) == found.span
    assert [(2, 5), (9, 12)] == [block.span for block in found.blocks]
    assert article is ArticleText.plain(article, view.text).article_of_document


def test_tokens_are_tagged() -> None:
    """The tokens are those of the paragraphs, with their tags."""
    tokens = text_of_paragraphs("Skip. He left.", ((6, 14),)).tokens
    assert ["He", "left", "."] == [tokens.word(at) for at in range(len(tokens))]
    assert len(tokens) == len(tokens.tags)


def test_nothing_holds_itself() -> None:
    """An article's text is let go as soon as nobody needs it, without a search for circles of references."""

    class Reading:
        """What can be watched."""

    article_text = ArticleText.plain(ARTICLE, TEXT)
    gone = ref(article_text.once(lambda _: Reading()))
    article_text.once(Framer)
    article_text.once(MentionScan)
    expressions_of(article_text)
    assert gone() is not None
    gc.disable()
    try:
        del article_text
        assert gone() is None
    finally:
        gc.enable()
