"""Read files and rows as documents, inside a task.

The first step of extraction on Spark.

A document travels to the task that parses it as one binary value; its number puts it in the order in which one
machine reads.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from statements_cli.spark.arrow_rows import batches_of, columns, rows_of

if TYPE_CHECKING:
    from statements_cli.documents import Notice
    from statements_cli.model import Document

_DOCUMENT_BITS = 24  # documents in a file
_STATEMENT_BITS = 18  # statements in a document
PLACES = 1 << (63 - _DOCUMENT_BITS - _STATEMENT_BITS)
"""Files, or partitions of a table, whose statements can be numbered: two million."""


def number_of(place: int, document: int, statement: int = 0) -> int:
    """Return a statement's number, by its file's, document's and own place.

    Raises ``ValueError`` where there are more of one of them than numbers.
    """
    if place >= PLACES or document >> _DOCUMENT_BITS or statement >> _STATEMENT_BITS:
        raise ValueError(
            f"there are more than {PLACES} files, {1 << _DOCUMENT_BITS} documents in a file"
            f" or {1 << _STATEMENT_BITS} statements in a document: share them among several calls"
        )
    return (place << _DOCUMENT_BITS | document) << _STATEMENT_BITS | statement


def document_of(number: int) -> int:
    """Return the number of the document that a statement of this number stands in."""
    return number >> _STATEMENT_BITS


def document_columns() -> Any:
    """Return the schema of documents to be parsed, and of files not read."""
    return columns(number="int64", path="string", document="binary", fault="string")


class FileReader(NamedTuple):
    """Reads the files that a task names.

    ``columns`` says which column of a record holds which field.
    """

    columns: Mapping[str, str] | None
    max_size: int

    def read(self, batches: Iterable[Any]) -> Iterator[Any]:
        """Yield batches of documents for batches of tasks (``places`` and ``paths`` of files)."""
        tasks = (file for row in rows_of(batches) for file in zip(row["places"], row["paths"], strict=True))
        rows = (row for place, path in tasks for row in self._rows(place, os.fsdecode(path)))
        return batches_of(rows, document_columns())

    def _rows(self, place: int, path: str) -> Iterator[dict[str, Any]]:
        from statements_cli.documents import read

        notices: list[Notice] = []
        held = read([path], report=notices.append, columns=self.columns, max_size=self.max_size)
        for count, document in enumerate(held):
            yield _row(number_of(place, count), document)
        for notice in notices:
            if notice.failed:
                yield fault_row(notice, number_of(place, 0))


class RecordReader(NamedTuple):
    """Reads the rows of a table as the records of a file are read.

    ``day_first`` says how days in digits are to be read that could be read two ways.
    """

    columns: Mapping[str, str] | None
    day_first: bool | None

    def read(self, batches: Iterable[Any]) -> Iterator[Any]:
        """Yield batches of documents for batches of rows."""
        from pyspark import TaskContext

        task = TaskContext.get()
        return batches_of(self.documents(rows_of(batches), task.partitionId() if task else 0), document_columns())

    def documents(self, records: Iterable[Mapping[str, Any]], place: int) -> Iterator[dict[str, Any]]:
        """Yield the rows of documents for records of the partition at ``place``.

        Records without text are left out.
        """
        from statements_cli.documents.notices import fault
        from statements_cli.documents.records.column_mapping import make_record

        for count, record in enumerate(records):
            number = number_of(place, count)
            try:
                document = make_record("", record, self.columns, self.day_first)
            except Exception as error:  # whatever a record does to its reader, the next ones are read
                yield fault_row(fault(str(record.get("path") or f"row {number}"), error, "read"), number)
                continue
            if document is not None:
                yield _row(number, _named(document, record))


def _named(document: Document, record: Mapping[str, Any]) -> Document:
    """Return a row's document under its ``path``, address, or digest's beginning."""
    from dataclasses import replace

    path = record.get("path")
    return replace(document, path=str(path) if path else document.url or f"row-{document.digest[:16]}")


def _row(number: int, document: Document) -> dict[str, Any]:
    return {"number": number, "path": document.path, "document": pickle.dumps(document), "fault": None}


def fault_row(notice: Notice, number: int) -> dict[str, Any]:
    """Return the row of what could not be read."""
    return {"number": number, "path": notice.path, "document": None, "fault": notice.message}
