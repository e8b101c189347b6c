"""Cut a very long article into pieces, so that memory stays bounded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from statements_cli.articles.article_text import ArticleText
from statements_cli.model import Block, Span
from statements_cli.text.text_view import Edit

LONGEST_WHOLE = 100_000
"""Characters of the longest article that is read as a whole, and of the longest text that several are read in."""
PIECE = 60_000
"""Characters of a piece of a longer one, at most."""
_LOOKED_BACK = 5_000  # characters before a piece's end in which a sentence's end, or else a space, is looked for


def pieces_of(article_text: ArticleText) -> Iterator[ArticleText]:
    """Yield an article's text whole or, if too long, in pieces of whole paragraphs.

    A paragraph longer than a piece is cut behind a sentence. A piece is an article of its own to the one who reads it,
    under the same headline and id: who is meant and what day it was is recognised from what stands in it. A
    transcript stays whole, since its labels are recognised by all turns together; its genre reads it turn by turn.
    An article among others in a long document has a text of its own.
    """
    article = article_text.article
    length = article.span[1] - article.span[0]
    if length > LONGEST_WHOLE and not article_text.is_spoken:
        yield from _cut_up(article_text)
    elif length < len(article_text.text) > LONGEST_WHOLE:
        yield _piece(article_text, article.span, article.blocks)
    else:
        yield article_text


def prose_of_transcript(article_text: ArticleText, longest: int) -> Iterator[ArticleText]:
    """Yield the pieces of a transcript in which prose stands.

    The piece is the whole where it has no more than ``longest`` characters, and its prose no more than an article. The
    head of a longer one is no prose, as in one that is read whole.
    """
    article = article_text.article
    prose = sum(end - start for start, end in article_text.paragraphs)
    if article.span[1] - article.span[0] <= longest and prose <= LONGEST_WHOLE:
        yield article_text
        return
    head = [Block(b.span, "crosshead") if b.role in ("headline", "standfirst") else b for b in article.blocks]
    for piece in _cut_up(article_text.of(replace(article, blocks=tuple(head)))):
        if piece.paragraphs:
            yield piece


def _cut_up(article_text: ArticleText) -> Iterator[ArticleText]:
    held: list[Block] = []
    for block in article_text.article.blocks:
        for span in _cut(article_text.text, block.span):
            if held and span[1] - held[0].span[0] > PIECE:
                yield _piece_of(article_text, held)
                held = []
            held.append(Block(span, block.role))
    if held:
        yield _piece_of(article_text, held)


def _piece_of(article_text: ArticleText, blocks: Sequence[Block]) -> ArticleText:
    return _piece(article_text, (blocks[0].span[0], blocks[-1].span[1]), blocks)


def _piece(article_text: ArticleText, span: Span, blocks: Sequence[Block]) -> ArticleText:
    """Return a piece with a text of its own.

    Each search through the text of the whole document would be made for each piece.
    """
    start, end = span
    own = tuple([block._replace(span=(block.span[0] - start, block.span[1] - start)) for block in blocks])
    article = replace(article_text.article, span=(0, end - start), blocks=own)
    around = [Edit(*span) for span in ((0, start), (end, len(article_text.text))) if span[0] < span[1]]
    return ArticleText(article, article_text.document, article_text.view.edited(around))


def _cut(text: str, span: Span) -> Iterator[Span]:
    start, end = span
    while end - start > PIECE:
        low, high = start + PIECE - _LOOKED_BACK, start + PIECE
        stop = max(text.rfind(mark, low, high) + 1 for mark in (". ", "! ", "? ", "。"))
        stop = stop or text.rfind(" ", low, high) or high
        stop = stop if stop > low else high
        yield start, stop
        start = stop
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end
