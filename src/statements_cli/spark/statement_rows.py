"""Parse documents into statements, inside a task: the second step of extraction on Spark."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from functools import cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from statements_cli.spark.arrow_rows import batches_of, empty_row, rows_of, statement_columns

if TYPE_CHECKING:
    from statements_cli.model import DayEvidence, ModelName, Statement
    from statements_cli.pipeline import Parsed
    from statements_cli.speakers.user_names import Names


class Parser(NamedTuple):
    """Parses documents; ``names`` are the user's own, ``model`` finds what is said in English.

    A document that can't be parsed becomes a row with a ``fault``, and the next one is parsed.
    """

    names: Names | None
    model: ModelName

    def parsed(self, batches: Iterable[Any]) -> Iterator[Any]:
        """Yield batches of statements for batches of documents."""
        from statements_cli.pipeline import attempt, parse

        def rows() -> Iterator[dict[str, Any]]:
            for row in rows_of(batches):
                if row["fault"] is not None:
                    yield _fault(row["path"], row["fault"])
                    continue
                document = pickle.loads(row["document"])
                parsed, fault = attempt(document, self.names, partial(parse, model=self.model))
                if fault is not None:
                    yield _fault(fault.path, fault.message)
                else:
                    yield from _statements(parsed, row["number"])

        return batches_of(rows(), statement_columns())


def _statements(parsed: Parsed, number: int) -> Iterator[dict[str, Any]]:
    """Yield the rows of a document's statements, numbered from ``number`` on."""
    from statements_cli.dates.from_other_articles import is_dated
    from statements_cli.output.exports.parquet_rows import arrow_row
    from statements_cli.pipeline.packed_statements import by_article
    from statements_cli.spark.document_rows import number_of
    from statements_cli.store.tables.packed_documents import MOST_STATEMENTS

    said = by_article(parsed.statements)
    count = 0
    for article in parsed.articles:
        statements = said.pop(article.id, ())
        dated, compared = is_dated(article), len(statements) <= MOST_STATEMENTS
        for statement in statements:
            row = arrow_row(statement)
            row.update(number=number + number_of(0, 0, count), dated=dated, compared=compared)
            row.update(day_evidence=None if dated else _packed(statement), fault_path=None, fault=None)
            yield row
            count += 1


def _packed(statement: Statement) -> bytes:
    return pickle.dumps(statement.evidence.day)


def unpacked_evidence(packed: bytes | None) -> DayEvidence | None:
    """Return the basis of a statement's day, from an undated article's row."""
    evidence: DayEvidence | None = None if packed is None else pickle.loads(packed)
    return evidence


def _fault(path: str, message: str) -> dict[str, Any]:
    return _nothing() | {"fault_path": path, "fault": message}


@cache
def _nothing() -> dict[str, Any]:
    return empty_row(statement_columns())
