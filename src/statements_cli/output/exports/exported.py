"""Give what an export writes.

Statements in the order of their documents, with the documents' texts.

Statements are read as they are written, so that memory doesn't grow with their number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from statements_cli.model import Span, Statement

URN = "urn:x-statements:"
"""What stands before an id where a format wants an IRI."""


class DocumentStatements(NamedTuple):
    """A document's text, which all spans index, and its statements in order."""

    path: str
    text: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Exported:
    """The ``total`` statements to write.

    ``read`` reads them in the order of their documents, each time from the first.

    ``text_of`` returns the text of the document at a path. What a format has no place for is added to ``left_out``: in
    words, with the number.
    """

    read: Callable[[], Iterator[Statement]]
    total: int
    text_of: Callable[[str], str]
    left_out: dict[str, int] = field(default_factory=dict)

    def by_document(self) -> Iterator[DocumentStatements]:
        """Yield the documents that hold statements."""
        for path, statements in groupby(self.read(), lambda one: one.path):
            yield DocumentStatements(path, self.text_of(path), tuple(statements))

    def leave_out(self, why: str) -> None:
        """Count a statement that can't be written."""
        self.left_out[why] = self.left_out.get(why, 0) + 1


def iri_of(statement: Statement) -> str:
    """Return the address of a statement's article, or of its document.

    A relative path is a relative IRI.
    """
    from urllib.parse import quote

    url = statement.url or ""
    if url.startswith(("http://", "https://")):
        return quote(url, safe=":/?#[]@!$&'()*+,;=%~-._")
    path = quote(statement.path, safe="/", errors="replace")
    return f"file://{path}" if path.startswith("/") else path


def in_text(spans: tuple[Span, ...], text: str) -> tuple[Span, ...]:
    """Return the spans that lie within a text and hold anything."""
    return tuple((start, end) for start, end in spans if 0 <= start < end <= len(text))
