"""Carry one article's text through the pipeline, with what has been read of it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from statements_cli.model import Article, Block, Document, Spans
from statements_cli.text.sentences import SentencesByParagraph
from statements_cli.text.text_view import TextView

if TYPE_CHECKING:
    from statements_cli.text.tokens import Tokens

T = TypeVar("T")

PROSE_ROLES = frozenset(("paragraph",))
CONTENT_ROLES = PROSE_ROLES | {"headline", "standfirst"}


class ArticleText:
    """The text of one article, with each reading of it made once and kept.

    ``text`` is that of the whole ``document`` as read, into which all spans of ``article`` and of what is found are
    offsets; ``view`` leads from it back to the document's own offsets.
    """

    __slots__ = ("_readings", "article", "document", "sentences", "text", "view")

    def __init__(self, article: Article, document: Document, view: TextView | None = None) -> None:
        self.article = article
        self.document = document
        self.view = TextView(document.text) if view is None else view
        self.text = self.view.text
        self.sentences = SentencesByParagraph(self.text)
        self._readings: dict[Hashable, Any] = {}

    @classmethod
    def plain(cls, article: Article, text: str) -> ArticleText:
        """Return an article in a text that stands in no file."""
        return cls(article, Document(article.path, text, ""))

    def of(self, article: Article) -> ArticleText:
        """Return the same text under an article of which more is known.

        Its blocks are the same.
        """
        other = ArticleText(article, self.document, self.view)
        other._readings, other.sentences = self._readings, self.sentences
        return other

    def once(self, read: Callable[[ArticleText], T]) -> T:
        """Return what a room reads of the text, read when it is first asked for.

        ``read`` must depend on the text and the article's blocks alone, and what it returns must not hold the
        article's text itself: a circle of references would keep both in memory.
        """
        known = self._readings.get(read)
        if known is None:
            known = self._readings[read] = read(self)
        found: T = known
        return found

    @property
    def article_of_document(self) -> Article:
        """Return the article with the document's own offsets."""
        article, view = self.article, self.view
        if view.is_whole:
            return article
        blocks = tuple([Block(view.span(block.span), block.role) for block in article.blocks])
        return replace(article, span=view.span(article.span), blocks=blocks)

    @property
    def is_spoken(self) -> bool:
        """Return whether the article has turns of a transcript."""
        return "label" in [block.role for block in self.article.blocks]

    @property
    def running_blocks(self) -> Spans:
        """Return where the text stands that may yield statements or days.

        All but furniture, in text order.
        """
        return tuple([block.span for block in self.article.blocks if block.role != "furniture"])

    @property
    def paragraphs(self) -> Spans:
        """Return where the text stands in which attributions are looked for, in text order."""
        roles = PROSE_ROLES if self.is_spoken else CONTENT_ROLES
        return tuple([block.span for block in self.article.blocks if block.role in roles])

    @property
    def tokens(self) -> Tokens:
        """Return the tagged tokens of ``paragraphs``, and their sentences."""
        return self.once(_tokens)


def _tokens(article_text: ArticleText) -> Tokens:
    from statements_cli.text.tagging.tagger import tag
    from statements_cli.text.tokens import tokenize

    tokens = tokenize(article_text.text, article_text.paragraphs)
    tag(tokens)
    return tokens


def text_of_paragraphs(text: str, paragraphs: Spans) -> ArticleText:
    """Return a text of given paragraphs, an article of which nothing else is known."""
    blocks = tuple([Block(span, "paragraph") for span in paragraphs])
    return ArticleText.plain(Article("", "", (0, len(text)), blocks), text)
