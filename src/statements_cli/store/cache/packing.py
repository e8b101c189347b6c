"""Pack what extraction found in a document into bytes, and unpack it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from statements_cli.model import Article, Document, Statement
from statements_cli.model.codec import decoded, encoded, fits
from statements_cli.pipeline import Parsed

if TYPE_CHECKING:
    from statements_cli.pipeline.packed_statements import PackedStatements

_PATH = Statement.__match_args__.index("path")
_ARTICLE_PATH = Article.__match_args__.index("path")


def packed(parsed: Parsed) -> bytes:
    """Return the articles and statements of a document as bytes."""
    from marshal import dumps

    pieces = getattr(parsed.statements, "pieces", None)  # those of a very long document are packed already
    rows = encoded(tuple(parsed.statements)) if pieces is None else list(pieces)
    return dumps((encoded(parsed.articles), rows))


def unpacked(kept: bytes, document: Document) -> Parsed | None:
    """Return what was packed, as of ``document``.

    None where it isn't what ``packed`` makes of any document.
    """
    from marshal import loads

    try:
        articles, statements = loads(kept)
        if not fits(articles, tuple[Article, ...]):
            return None
        found = _of_pieces(statements, document) if type(statements) is list else _of_rows(statements, document)
    except (ValueError, EOFError, TypeError, MemoryError, RecursionError):
        return None
    here = tuple([decoded(_moved(row, _ARTICLE_PATH, document.path), Article) for row in articles])
    return None if found is None else Parsed(document, here, found)


def _of_rows(rows: Any, document: Document) -> tuple[Statement, ...] | None:
    if not fits(rows, tuple[Statement, ...]):
        return None
    return tuple([decoded(_moved(row, _PATH, document.path), Statement) for row in rows])


def _of_pieces(pieces: list[Any], document: Document) -> PackedStatements | None:
    """Return a very long document's statements, unpacked one piece at a time."""
    from statements_cli.pipeline.packed_statements import PackedStatements, unpacked_rows

    held = PackedStatements()
    for piece in pieces:
        rows = unpacked_rows(piece)
        if not fits(rows, tuple[Statement, ...]):
            return None
        held.extend_rows(tuple([_moved(row, _PATH, document.path) for row in rows]))
    return held


def _moved(row: tuple[Any, ...], place: int, path: str) -> tuple[Any, ...]:
    """Return a row with the path of the document that was read now."""
    return (*row[:place], path, *row[place + 1 :])
