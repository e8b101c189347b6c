"""What an index holds of a document is packed where it was parsed, and written elsewhere."""

from __future__ import annotations

import pickle
from contextlib import closing
from dataclasses import replace
from sqlite3 import Connection, connect
from typing import Any

import pytest

from statements_cli.documents.notices import Notice
from statements_cli.model import RECORD_KEYS, Article, Clue, Document, Evidence, Statement, StatementSpans
from statements_cli.pipeline import Attempt, Parsed, attempt, parse
from statements_cli.pipeline.packed_statements import PackedStatements
from statements_cli.store.tables import packed_documents, rows
from statements_cli.store.tables.index_creation import create
from statements_cli.store.tables.packed_documents import PackedAttempt, packed_attempt
from statements_cli.store.writer import Writer

TEXT = "“We will talk,” President Vladimir Putin said{} on May 20, 2025. “We will,” Putin said again.\n"


@pytest.mark.parametrize(
    "text", [TEXT.format(""), TEXT.format(" \ud800"), TEXT.format("") + "\n\n" + "Nothing. " * 99, ""]
)
def test_sent_to_another_process(text: str) -> None:
    """What is packed and sent makes the index that the document itself makes, half characters and all."""
    found = attempt(Document("a.txt", text, "0" * 64))
    sent = pickle.loads(pickle.dumps(packed_attempt(found)))

    assert isinstance(sent, PackedAttempt)
    assert written(found.parsed) == written(sent.parsed)


def test_what_is_not_packed() -> None:
    """What can't be parsed, and what is found in a very long document, stay as they are."""
    document = Document("a.txt", TEXT, "0" * 64)
    failed = Attempt(Parsed(document, (), ()), Notice("a.txt", "cannot be parsed", failed=True))
    held = PackedStatements()
    held.extend(parse(document).statements)
    long = Attempt(parse(document)._replace(statements=held))

    assert packed_attempt(failed) is failed
    assert packed_attempt(long) is long
    assert written(long.parsed) == written(packed_attempt(attempt(document)).parsed)


@pytest.mark.parametrize(
    "spans", [((), (), ()), (((1, 2),), (), ((3, 4), (5, 6))), (((0, 120), (130, 131)), ((121, 129),), ())]
)
def test_spans_as_json(spans: Any) -> None:
    """Spans are written as JSON writes them, whether as values of the model or of a record."""
    as_values = packed_documents.spans_text(StatementSpans(*spans))

    assert rows.json_text(spans) == packed_documents.spans_text(spans) == as_values


def test_nothing_known_of_any_statement() -> None:
    """Of statements without evidence none is written; where one has any, all are."""
    article = Article("a", "a.txt", (0, 12), ())
    statement = Statement(**dict.fromkeys(RECORD_KEYS))  # type: ignore[arg-type]
    known = Evidence((Clue("named as", ("Mao",)),))
    with_evidence = replace(statement, evidence=known)

    assert [] == rows.evidence_rows(packed_documents.article_text(article, (statement, statement)))
    assert 2 == len(rows.evidence_rows(packed_documents.article_text(article, (statement, with_evidence))))


def written(found: Any) -> list[str]:
    """Return an index of one document, as SQL."""
    with closing(connect(":memory:", isolation_level=None)) as connection:
        create(connection)
        writer = Writer(connection)
        writer.add(found)
        writer.finish()
        return dumped(connection)


def dumped(connection: Connection) -> list[str]:
    """Return the rows of all documents, articles and statements, as text."""
    tables = ("document", "article", "statement", "mention", "naming", "outlet")
    return [repr(row) for table in tables for row in connection.execute(f"select * from {table} order by 1")]
