"""Read records of statements, and bring those of a document together."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from statements_cli.documents.notices import Notice
from statements_cli.documents.plain import MAX_SIZE
from statements_cli.documents.reading import STANDARD_INPUT
from statements_cli.documents.streams import UnreadableError
from statements_cli.documents.walking import printable, reason, walk
from statements_cli.model import Statement, StatementSpans
from statements_cli.model.codec import row_of_record
from statements_cli.model.values import NOTHING_KNOWN
from statements_cli.store.shards.whole_export import is_whole_export
from statements_cli.store.tables.rows import place_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from sqlite3 import Connection
    from typing import BinaryIO

_PARQUET = b"PAR1"
_LONGEST_LINE = 64_000_000  # bytes
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_LONGEST_NUMBER = 12  # digits of a document's number in its file
_KEYS = {key: at for at, key in enumerate(Statement.__match_args__)}
_SPANS = _KEYS["spans"]
_TABLE = """
create table record (
    file text not null, place text not null, path text not null, start integer not null, number integer not null,
    id text not null, digest blob not null, row blob not null, unique (path, id)
);
create table file_digest (file text primary key, digest text not null) without rowid;
"""


class DocumentRecords(NamedTuple):
    """The records of one document.

    The file it stands in, its number there, its path, its statements in order.
    """

    file: str
    number: int
    path: str
    statements: tuple[Statement, ...]


class RecordTable:
    """Records of statements in a temporary database, by document: their number doesn't bear on memory."""

    def __init__(self) -> None:
        from sqlite3 import connect

        self.settled = False
        """Whether the records are all of one corpus, across which days and versions are settled."""
        self._connection: Connection = connect("", isolation_level=None)
        self._connection.executescript(f"pragma journal_mode = off; pragma synchronous = off; {_TABLE}")

    def fill(self, paths: Iterable[str], stdin: BinaryIO | None, report: Callable[[Notice], None]) -> int:
        """Read files, folders and ``-`` for standard input; return how many records were kept.

        JSON Lines and Parquet are recognised by content. What is no record, and what can't be read, is reported, a line
        each.
        """
        kept = faults = 0
        read: list[str] = []
        self._connection.execute("begin")
        for path in paths:
            for file in [path] if path == STANDARD_INPUT else walk(path, report):
                read.append(file)
                for number, record in enumerate(_records_in(file, stdin, report), 1):
                    fault = record if isinstance(record, str) else self._add(record, kept)
                    if fault:
                        faults += 1
                        report(Notice(f"{printable(file)}: record {number}", fault, failed=True))
                    else:
                        kept += 1
        self._connection.execute("create index record_order on record(place, path, start, number)")
        self._connection.execute("commit")
        self.settled = not faults and read != [STANDARD_INPUT] and len(read) == 1 and is_whole_export(read[0], kept)
        return kept

    def digests(self) -> dict[str, str]:
        """Return a SHA-256 of each file's records, whatever their order."""
        from hashlib import sha256
        from itertools import groupby

        rows = self._connection.execute("select file, digest from record order by file, digest")
        return {
            file: sha256(b"".join(digest for _, digest in held)).hexdigest()
            for file, held in groupby(rows, key=lambda row: row[0])
        }

    def documents(self, files: frozenset[str]) -> Iterator[DocumentRecords]:
        """Yield the records of files' documents, in the order that folders are walked."""
        from itertools import groupby
        from marshal import loads

        rows = self._connection.execute("select file, path, row from record order by place, path, start, number")
        for (file, path), held in groupby(rows, key=lambda row: row[:2]):
            if file in files:
                statements = tuple(_statement(loads(row)) for _, _, row in held)
                yield DocumentRecords(file, file_of(path)[1], path, statements)

    def close(self) -> None:
        """Forget the records."""
        self._connection.close()

    def _add(self, record: Any, number: int) -> str | None:
        """Keep a record; return what is wrong with one that isn't kept."""
        from hashlib import sha256
        from marshal import dumps

        if not isinstance(record, dict):
            return "is no record"
        try:
            row = row_of_record(record)
        except ValueError as error:
            return str(error)
        if fault := _fault_in(row):
            return fault
        path = row[_KEYS["path"]]
        file, at = file_of(path)
        starts = [start for start, _ in row[_KEYS["spans"]][0]]
        packed = dumps(row, 2)  # without references, so that equal records are equal bytes
        values = (file, place_of(file, at), path, min(starts, default=0), number, row[0])
        try:
            self._connection.execute(
                "insert or ignore into record values (?, ?, ?, ?, ?, ?, ?, ?)",
                (*values, sha256(packed).digest(), packed),
            )
        except UnicodeEncodeError:
            return "holds half characters in its path"
        return None


def _statement(row: Sequence[Any]) -> Statement:
    """Return the statement of a record's row, which has no evidence."""
    values = list(row)
    values[_SPANS] = StatementSpans(*values[_SPANS])
    values[-1] = NOTHING_KNOWN
    return Statement(*values)


def file_of(path: str) -> tuple[str, int]:
    """Return the file that a document stands in, and its number there.

    For example: ``news.jsonl#3`` is the third, numbered 2.
    """
    file, _, number = path.rpartition("#")
    numbered = file and number.isascii() and number.isdecimal() and len(number) <= _LONGEST_NUMBER
    return (file, int(number) - 1) if numbered else (path, 0)


def _fault_in(row: tuple[Any, ...]) -> str | None:
    """Return what is wrong with values of the right types."""
    date, spans = row[_KEYS["date"]], row[_KEYS["spans"]]
    if date is not None and not _DAY.fullmatch(date):
        return "has no date such as a record has"
    if not row[_KEYS["path"]] or not row[_KEYS["id"]]:
        return "has an empty id or path"
    if not 0 <= row[_KEYS["confidence"]] <= 1:
        return "has a confidence that is no probability"
    if any(not 0 <= start <= end <= MAX_SIZE for part in spans for start, end in part):
        return "has spans that no document has"
    return None


def _records_in(file: str, stdin: BinaryIO | None, report: Callable[[Notice], None]) -> Iterator[Any]:
    """Yield the records of a file.

    In the place of one that can't be read, what is wrong with it.
    """
    path = printable(file)
    try:
        if file == STANDARD_INPUT:
            if stdin is None:
                report(Notice(path, "there is no standard input", failed=True))
            else:
                yield from _lines(stdin)
            return
        with open(file, "rb") as stream:  # noqa: PTH123
            if stream.read(len(_PARQUET)) != _PARQUET:
                stream.seek(0)
                yield from _lines(stream)
                return
        from statements_cli.documents.records.parquet import parquet_records

        yield from parquet_records(os.fspath(file))
    except OSError as error:
        report(Notice(path, f"cannot be read ({reason(error)})", failed=True))
    except UnreadableError as error:
        report(Notice(path, str(error), failed=True))


def _lines(stream: BinaryIO) -> Iterator[Any]:
    from json import loads

    while line := stream.readline(_LONGEST_LINE):
        if not line.strip():
            continue
        try:
            yield loads(line)
        except (ValueError, RecursionError):
            yield "is not JSON"
