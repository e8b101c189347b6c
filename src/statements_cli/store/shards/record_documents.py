"""Make parsed documents of records, without reading articles again.

Where the document is still there, which the ids of its statements tell, its text is taken for passages. Otherwise a
text is made of what the records hold, each word at its place and blanks between, so that all offsets are right.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from statements_cli.documents import read
from statements_cli.model import JOINT, Article, Block, Clue, Document, Span, Statement
from statements_cli.pipeline import Parsed
from statements_cli.pipeline.statement_making import statement_id

if TYPE_CHECKING:
    from statements_cli.store.shards.record_reading import DocumentRecords

_PARAGRAPH = re.compile(r"\S(?:.*\S)?(?:[^\S\n]*\n[^\S\n]*\S(?:.*\S)?)*")
_LINE = re.compile(r"\S(?:.*\S)?")
_file = attrgetter("file")


def parsed_documents(documents: Iterator[DocumentRecords]) -> Iterator[tuple[DocumentRecords, Parsed]]:
    """Yield documents made of their records, those of a file read together, in their order."""
    for file, several in groupby(documents, key=_file):
        there = _documents_in(file)
        for one in several:
            yield one, _parsed(one, _matching(one, there))


def _documents_in(file: str) -> Iterator[Document]:
    return read([file], report=lambda _: None) if os.path.isfile(file) else iter(())  # noqa: PTH113


def _matching(records: DocumentRecords, there: Iterator[Document]) -> Document | None:
    """Return the document that the records are of, from those left of its file.

    None where it is other, or gone.
    """
    first = records.statements[0]
    for document in there:
        if document.path == records.path:
            whole = statement_id(document.digest, first.spans.content) == first.id
            return document if whole else None
    return None


def _parsed(records: DocumentRecords, document: Document | None) -> Parsed:
    statements = records.statements
    if document is None:
        text = text_of_records(statements)
        document = Document(records.path, text, "", statements[0].url)
        blocks = _hulls(statements)
        clue = Clue("record alone")
    else:
        pattern = _PARAGRAPH if "\n\n" in document.text else _LINE
        blocks = tuple(Block(found.span(), "paragraph") for found in pattern.finditer(document.text))
        clue = Clue("from record")
    by_article: dict[str, list[Statement]] = {}
    for statement in statements:
        by_article.setdefault(statement.article, []).append(statement)
    articles = []
    start = 0
    for number, (id_, said) in enumerate(by_article.items()):
        begins = min(_first(one) for one in said)
        start = max(start, max((b.span[0] for b in blocks if b.span[0] <= begins), default=0)) if number else 0
        articles.append((id_, start, said[0]))
    ends = [start for _, start, _ in articles[1:]] + [len(document.text)]
    made = tuple(
        Article(
            id=id_,
            path=records.path,
            span=(start, max(start, end)),
            blocks=tuple(block for block in blocks if start <= block.span[0] < end),
            headline=one.headline,
            byline=one.byline,
            outlet=one.outlet,
            published=one.published,
            published_basis=one.published_basis,
            language=one.language,
            url=one.url,
            evidence=(clue,),
        )
        for (id_, start, one), end in zip(articles, ends, strict=True)
    )
    return Parsed(document, made, statements)


def text_of_records(statements: Sequence[Statement]) -> str:
    """Return a text of statements, cues and sources at their spans, blank elsewhere."""
    parts: list[tuple[int, int, str]] = []
    for one in statements:
        parts += _placed(one.text, one.spans.content)
        parts += _placed(one.cue or "", one.spans.cue)
        parts += _placed(one.source or "", one.spans.source)
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


def _hulls(statements: Sequence[Statement]) -> tuple[Block, ...]:
    """Return a block for each statement, or overlapping ones, in the text's order."""
    hulls: list[Span] = []
    for start, end in sorted((_first(one), _last(one)) for one in statements):
        if hulls and start < hulls[-1][1]:
            hulls[-1] = (hulls[-1][0], max(end, hulls[-1][1]))
        else:
            hulls.append((start, end))
    return tuple(Block(hull, "paragraph") for hull in hulls)


def _first(statement: Statement) -> int:
    return min((start for start, _ in _spans(statement)), default=0)


def _last(statement: Statement) -> int:
    return max((end for _, end in _spans(statement)), default=0)


def _spans(statement: Statement) -> tuple[Span, ...]:
    return (*statement.spans.content, *statement.spans.cue, *statement.spans.source)
