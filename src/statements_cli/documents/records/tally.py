"""Count the records of a file that yield a document, and those without."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from statements_cli.documents.notices import Notice, RecordFaults, fault
from statements_cli.documents.records.column_mapping import day_first_among, is_own, make_record
from statements_cli.documents.streams import Reading
from statements_cli.model import Document

LOOKED_AT = 200
"""Rows of a table that are read ahead for what their dates tell."""
LOOKED_THROUGH = 1 << 18
"""Characters of such rows, and no more rows once one has gone beyond."""
OWN = "holds statements as this program writes them, not articles, passed over"


class Tally:
    """Count a file's records, and report once what was wrong with some."""

    def __init__(self, path: str, kind: str, reading: Reading) -> None:
        self.path = path
        self.kind = kind
        self.reading = reading
        self.records = 0
        self.documents = 0
        self._own = False
        self._first = True
        self._day_first: bool | None = None
        self._wrong: dict[str, list[int]] = {}
        self._faults = RecordFaults()

    def document(
        self, record: Mapping[str, Any], alone: bool = False, day_first: bool | None = None
    ) -> Document | None:
        """Return the document of the next record.

        Its path has the record's number unless it is the file's only one.
        """
        self.records += 1
        if is_own(record):
            self._own = True
            return None
        path = self.path if alone else f"{self.path}#{self.records}"
        try:
            document = make_record(path, record, self.reading.columns, day_first)
        except Exception as error:  # whatever a record does to its reader, the next ones are read
            self._faults.add(fault(path, error, "read"), self.records)
            return None
        if document is None:
            self._count("without text")
        else:
            self.documents += 1
        return document

    def documents_of(self, records: Iterable[Mapping[str, Any]]) -> Iterator[Document]:
        """Yield the documents of the rows of a table, in order.

        The first of them tell whether days stand before months.
        """
        for record in self._looked_at(records) if self._first else records:
            document = self.document(record, day_first=self._day_first)
            if document is not None:
                yield document

    def _looked_at(self, records: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
        """Yield the records, the first of them read ahead.

        What fails there fails once those before are delivered.
        """
        self._first = False
        rest = iter(records)
        ahead: deque[Mapping[str, Any]] = deque()
        failure: Exception | None = None
        characters = 0
        try:
            for record in rest:
                characters += sum(len(value) for value in record.values() if isinstance(value, str))
                ahead.append(record)
                if len(ahead) >= LOOKED_AT or characters >= LOOKED_THROUGH:
                    break
        except Exception as error:
            failure = error
        self._day_first = day_first_among(ahead, self.reading.columns)
        while ahead:
            yield ahead.popleft()
        if failure is not None:
            raise failure
        yield from rest

    def damaged(self) -> None:
        """Count the next record as one that cannot be read."""
        self.records += 1
        self._count("damaged")

    def _count(self, what: str) -> None:
        first = self._wrong.setdefault(what, [0, self.records])
        first[0] += 1

    def close(self) -> None:
        """Report what was read, and what was passed over."""
        if self._own:
            self.reading.report(Notice(self.path, OWN))
        for what, (count, first) in self._wrong.items():
            message = f"{count} of {self.records} records {what}, passed over (the first is #{first})"
            self.reading.report(Notice(self.path, message, failed=what == "damaged", times=count))
        for notice in self._faults.notices():
            self.reading.report(notice)
        if self.documents:
            message = f"read as {self.kind}: {self.documents} of {self.records} records"
            self.reading.report(Notice(self.path, message, detail=True))
