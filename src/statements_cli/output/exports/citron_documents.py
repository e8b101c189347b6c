"""Write statements as Citron, the quotation extractor of the BBC, reads and writes them.

https://github.com/bbc/citron/blob/main/docs/data_format.md: an object for each document with its text and its quotes,
here on a line of its own. Contents reach over the quotation marks around them, as there. Every quote has a cue, so
that statements without one are left out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TextIO

from statements_cli.model import Span, Statement
from statements_cli.output.exports.exported import DocumentStatements, Exported, in_text

_OPENING, _CLOSING = "\"“„«‘'‹「『", "\"”“»’'›」』"
_IN_QUOTATION = ",.?!;"  # marks that print puts before the closing quotation mark


def write_citron(exported: Exported, out: TextIO, encode: Callable[[Any], str]) -> None:
    """Write a line of JSON for each document."""
    for document in exported.by_document():
        quotes = []
        for statement in document.statements:
            if (made := quote(statement, document.text)) is None:
                exported.leave_out("without a cue")
            else:
                quotes.append(made)
        out.write(encode(_document(document, quotes)) + "\n")


def _document(document: DocumentStatements, quotes: list[dict[str, Any]]) -> dict[str, Any]:
    return {"text": document.text, "quotes": quotes, "path": document.path}


def quote(statement: Statement, text: str) -> dict[str, Any] | None:
    """Return a statement as a quote of its document's ``text``.

    None for one without cue or content.
    """
    cues, contents = in_text(statement.spans.cue, text), in_text(statement.spans.content, text)
    if not cues or not contents:
        return None
    return {
        "cue": _span((cues[0][0], cues[-1][1]), text),
        "sources": [_span(span, text) for span in in_text(statement.spans.source, text)],
        "contents": [_span(_with_marks(span, text), text) for span in contents],
        "confidence": f"{statement.confidence:.4f}",
        "id": statement.id,
    }


def _span(span: Span, text: str) -> dict[str, Any]:
    start, end = span
    return {"start": start, "end": end, "text": text[start:end]}


def _with_marks(span: Span, text: str) -> Span:
    """Return a span with the quotation marks right around it, where both are there."""
    start, end = span
    after = end + (text[end : end + 1] in _IN_QUOTATION and end < len(text))
    if start and text[start - 1] in _OPENING and after < len(text) and text[after] in _CLOSING:
        return start - 1, after + 1
    if start and text[start - 1] in _OPENING and end < len(text) and text[end] in _CLOSING:
        return start - 1, end + 1
    return span
