"""Make rows of documents that are made of records, many statements at a time.

Column by column this takes less than half of the time that it takes record by record.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from statements_cli.model import Statement
from statements_cli.store.tables.packed_documents import (
    MORE,
    MOST_STATEMENTS,
    NUMBERED,
    article_columns,
    document_columns,
    more_text,
    spans_text,
)
from statements_cli.store.tables.rows import Row, json_text, writable

if TYPE_CHECKING:
    from statements_cli.model import Article, Clue, Document, Span
    from statements_cli.store.tables.packed_documents import Pack

_KEYS = Statement.__match_args__
_UTTERANCE = _KEYS.index("utterance")
_TOLD = ("speaker", "type", "role", "country")
_AS_THEY_ARE = (*("id", "date", "text", "cue", "source", "audience", "channel", "question", "asked_by"),)


class RecordedArticle(NamedTuple):
    """An article made of records, without its blocks.

    ``paragraphs`` are the spans of these, ``rows`` the values of its statements' records.
    """

    article: Article
    paragraphs: Sequence[Span]
    rows: Sequence[Row]

    @property
    def is_settled(self) -> bool:
        """Return whether its records were settled across articles.

        They then tell the groups of versions.
        """
        return self.rows[0][_UTTERANCE] is not None


class RecordedDocument(NamedTuple):
    """A document made of records.

    ``is_writable`` says that there are no half characters in any of it.
    """

    document: Document
    articles: Sequence[RecordedArticle]
    is_writable: bool


class RecordedStatements(NamedTuple):
    """Statements made of records, without their numbers.

    ``told`` is what each says of its speaker.
    """

    told: Sequence[Row]
    columns: dict[str, Sequence[Any]]


def recorded_document_columns(found: RecordedDocument, pack: Pack) -> Row:
    """Return a document's columns behind its numbers and its place."""
    columns = document_columns(found.document, pack)
    return columns if found.is_writable else writable(columns)


def recorded_article_columns(one: RecordedArticle, pack: Pack, *, is_writable: bool) -> Row:
    """Return an article's columns behind its numbers."""
    compared = len(one.rows) <= MOST_STATEMENTS
    columns = article_columns(one.article, pack(recorded_article_text(one)), compared=compared)
    return columns if is_writable else writable(columns)


def recorded_statements(rows: Sequence[Row], *, grouped: bool, is_writable: bool) -> RecordedStatements:
    """Return statements as an index holds them, from the values of their records.

    There is one at least. Each has what ``packed_documents.statement_columns`` makes of it. ``grouped`` says that
    groups of versions are known: each statement then has its group's id, unless that is its own. ``is_writable`` says
    that there are no half characters.
    """
    values = dict(zip(_KEYS, zip(*rows, strict=True), strict=True))
    quoted = zip(values["quotes"], values["text"], strict=True)
    columns: dict[str, Sequence[Any]] = {key: values[key] for key in _AS_THEY_ARE}
    columns |= {key: [*map(numbers.__getitem__, values[key])] for key, numbers in NUMBERED.items()}
    columns["confidence"] = [*map(float, values["confidence"])]
    columns["quotes"] = [None if quotes == (text,) else json_text(quotes) for quotes, text in quoted]
    columns["via"] = [json_text(via) if via else None for via in values["via"]]
    columns["spans"] = [*map(spans_text, values["spans"])]
    columns["non_answer"] = [*map(int, values["non_answer"])]
    columns["utterance"] = (None,) * len(rows)
    if grouped:
        named = zip(values["utterance"], values["id"], strict=True)
        columns["utterance"] = [None if utterance == id_ else utterance for utterance, id_ in named]
    columns["more"] = [*map(more_text, rows)] if MORE else (None,) * len(rows)
    if not is_writable:
        columns = {name: writable(tuple(column)) for name, column in columns.items()}
    return RecordedStatements([*zip(*(values[key] for key in _TOLD), strict=True)], columns)


def recorded_article_text(found: RecordedArticle) -> str:
    """Return the ``article_text`` of an article made of records.

    These say nothing of how statements were found.
    """
    blocks = ",".join([f'[[{start},{end}],"paragraph"]' for start, end in found.paragraphs])
    return f"[{_evidence_text(found.article.evidence)},[{blocks}],[]]"


@lru_cache(maxsize=8)
def _evidence_text(evidence: tuple[Clue, ...]) -> str:
    return json_text(evidence)
