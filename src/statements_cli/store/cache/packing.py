"""Pack what extraction found in a document into bytes, and unpack it."""

from __future__ import annotations

from typing import Any

from statements_cli.model import Article, Document, Statement
from statements_cli.model.codec import decoded, encoded, fits
from statements_cli.pipeline import Parsed

_PATH = Statement.__match_args__.index("path")
_ARTICLE_PATH = Article.__match_args__.index("path")


def packed(parsed: Parsed) -> bytes:
    """Return the articles and statements of a document as bytes."""
    from marshal import dumps

    return dumps((encoded(parsed.articles), encoded(parsed.statements)))


def unpacked(kept: bytes, document: Document) -> Parsed | None:
    """Return what was packed, as of ``document``; None where it isn't what ``packed`` makes of any document."""
    from marshal import loads

    try:
        articles, statements = loads(kept)
        if not (fits(articles, tuple[Article, ...]) and fits(statements, tuple[Statement, ...])):
            return None
    except (ValueError, EOFError, TypeError, MemoryError, RecursionError):
        return None
    return Parsed(
        document,
        tuple([decoded(_moved(row, _ARTICLE_PATH, document.path), Article) for row in articles]),
        tuple([decoded(_moved(row, _PATH, document.path), Statement) for row in statements]),
    )


def _moved(row: tuple[Any, ...], place: int, path: str) -> tuple[Any, ...]:
    """Return a row with the path of the document that was read now."""
    return (*row[:place], path, *row[place + 1 :])
