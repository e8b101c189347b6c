"""Make parsed documents of records, without reading articles again.

Where the document is still there, which the ids of its statements tell, its text is taken for passages. Otherwise a
text is made of what the records hold, each word at its place and blanks between, so that all offsets are right.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from statements_cli.documents.reading import read_file, read_plain
from statements_cli.model import JOINT, Article, Clue, Document, Span
from statements_cli.pipeline.statement_making import statement_id
from statements_cli.store.shards.record_reading import KEYS
from statements_cli.store.tables.packed_records import RecordedArticle, RecordedDocument
from statements_cli.store.tables.rows import Row, is_writable

if TYPE_CHECKING:
    from statements_cli.store.shards.record_reading import DocumentRecords

_PARAGRAPH = re.compile(r"\S(?:.*\S)?(?:[^\S\n]*\n[^\S\n]*\S(?:.*\S)?)*")
_LINE = re.compile(r"\S(?:.*\S)?")
_FOUND, _ALONE = Clue("from record"), Clue("record alone")
_ID, _TEXT, _CUE, _SOURCE, _SPANS = (KEYS[key] for key in ("id", "text", "cue", "source", "spans"))
_ARTICLE, _URL = KEYS["article"], KEYS["url"]
_file = attrgetter("file")
_described = itemgetter(
    *map(KEYS.__getitem__, ("headline", "byline", "outlet", "published", "published_basis", "language", "url"))
)
"""What a record says of its article, as the fields of one stand."""


def recorded_documents(
    documents: Iterable[DocumentRecords], *, writable: bool
) -> Iterator[tuple[DocumentRecords, RecordedDocument]]:
    """Yield documents made of their records, those of a file read together, in their order.

    ``writable`` says that there are no half characters in the records.
    """
    for file, several in groupby(documents, key=_file):
        there = _documents_in(file)
        for one in several:
            yield one, _recorded(one, _matching(one, there), writable)


def _documents_in(file: str) -> Iterator[Document]:
    document = read_plain(file)
    if document is not None:
        return iter((document,))
    return read_file(file, report=lambda _: None) if os.path.isfile(file) else iter(())  # noqa: PTH113


def _matching(records: DocumentRecords, there: Iterator[Document]) -> Document | None:
    """Return the document that the records are of, from those left of its file.

    None where it is other, or gone.
    """
    first = records.rows[0]
    for document in there:
        if document.path == records.path:
            return document if statement_id(document.digest, first[_SPANS][0]) == first[_ID] else None
    return None


def _recorded(records: DocumentRecords, document: Document | None, writable: bool) -> RecordedDocument:
    rows = records.rows
    if document is None:
        document = Document(records.path, text_of_records(rows), "", rows[0][_URL])
        blocks = _hulls(rows)
        clue = _ALONE
    else:
        pattern = _PARAGRAPH if "\n\n" in document.text else _LINE
        blocks = [found.span() for found in pattern.finditer(document.text)]
        clue = _FOUND
    by_article: dict[str, list[Row]] = {}
    for row in rows:
        by_article.setdefault(row[_ARTICLE], []).append(row)
    starts = [0]
    for said in list(by_article.values())[1:]:
        begins = min(map(_first, said))
        starts.append(max(starts[-1], max((start for start, _ in blocks if start <= begins), default=0)))
    articles = []
    for (id_, said), start, end in zip(by_article.items(), starts, [*starts[1:], len(document.text)], strict=True):
        headline, byline, outlet, published, basis, language, url = _described(said[0])
        span = (start, max(start, end))
        article = Article(
            id_, records.path, span, (), headline, byline, outlet, published, basis, language, url, (clue,)
        )
        own = blocks if len(starts) == 1 else [block for block in blocks if start <= block[0] < end]
        articles.append(RecordedArticle(article, own, said))
    return RecordedDocument(
        document, articles, writable and is_writable(f"{document.text}{document.path}{document.url}{document.metadata}")
    )


def text_of_records(rows: Sequence[Row]) -> str:
    """Return a text of statements, cues and sources at their spans, blank elsewhere."""
    parts: list[tuple[int, int, str]] = []
    for row in rows:
        for words, spans in zip((row[_TEXT], row[_CUE], row[_SOURCE]), row[_SPANS], strict=True):
            parts += _placed(words or "", spans)
    pieces: list[str] = []
    at = 0
    for start, end, words in sorted(parts):
        if end > at:  # what stands in another statement's words is there already
            pieces.append(" " * (start - at))
            pieces.append(words.ljust(end - start)[max(0, at - start) :])
            at = end
    return "".join(pieces)


def _placed(words: str, spans: Sequence[Span]) -> Iterator[tuple[int, int, str]]:
    """Yield the spans with the words in each.

    The pieces that the cue parts, else as many words as fit.
    """
    pieces = words.split(JOINT)
    if len(pieces) != len(spans):
        pieces = []
        left = words.replace(JOINT, " ").split(" ")
        for start, end in spans:
            piece = ""
            while left and len(piece) + bool(piece) + len(left[0]) <= end - start:
                piece = f"{piece} {left.pop(0)}".lstrip()
            pieces.append(piece)
    for (start, end), piece in zip(spans, pieces, strict=True):
        yield start, end, piece[: end - start]


def _hulls(rows: Sequence[Row]) -> list[Span]:
    """Return where each statement stands, or overlapping ones, in the text's order."""
    hulls: list[Span] = []
    for start, end in sorted((_first(row), _last(row)) for row in rows):
        if hulls and start < hulls[-1][1]:
            hulls[-1] = (hulls[-1][0], max(end, hulls[-1][1]))
        else:
            hulls.append((start, end))
    return hulls


def _first(row: Row) -> int:
    return min((start for part in row[_SPANS] for start, _ in part), default=0)


def _last(row: Row) -> int:
    return max((end for part in row[_SPANS] for _, end in part), default=0)
