"""Read records of statements, and bring those of a document together."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import chain, groupby, repeat
from marshal import dumps, loads
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from statements_cli.documents.notices import Notice, RecordFaults
from statements_cli.documents.plain import MAX_SIZE
from statements_cli.documents.reading import STANDARD_INPUT
from statements_cli.documents.streams import UnreadableError
from statements_cli.documents.walking import printable, reason, walk
from statements_cli.model import Statement
from statements_cli.model.codec import row_of_record
from statements_cli.store.shards.record_columns import RecordBatch, is_day, record_batches
from statements_cli.store.shards.settled_parts import MARKS
from statements_cli.store.tables.rows import Row, is_writable, place_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from sqlite3 import Connection
    from typing import BinaryIO

_PARQUET = b"PAR1"
_LONGEST_LINE = 64_000_000  # bytes
_LONGEST_NUMBER = 12  # digits of a document's number in its file
_MODULUS = 1 << 256
_FORMAT = 2  # marshal's without references, so that equal records are equal bytes
_UNREADABLE = object()  # in the place of a record that can't be read
KEYS = {key: at for at, key in enumerate(Statement.__match_args__)}
"""Where each value of a record stands among those of ``codec.row_of_record``."""

_ID, _PATH, _SPANS = KEYS["id"], KEYS["path"], KEYS["spans"]
_spans = itemgetter(_SPANS)
_TABLE = """
create table record (
    file text not null, place text not null, path text not null, start integer not null, number integer not null,
    id text not null, row blob not null, unique (path, id)
);
"""


class DocumentRecords(NamedTuple):
    """The records of one document, the values of each in order.

    ``number`` is the document's in its file.
    """

    file: str
    number: int
    path: str
    rows: Sequence[Row]


class DisorderError(Exception):
    """Records that don't stand as ``export`` writes them, or are none."""


class RecordTable:
    """Records of statements in a temporary database, by document: their number doesn't bear on memory."""

    def __init__(self) -> None:
        from sqlite3 import connect

        self.is_writable = True
        """Whether there are no half characters in any record."""
        self._connection: Connection = connect("", isolation_level=None)
        self._connection.executescript(f"pragma journal_mode = off; pragma synchronous = off; {_TABLE}")

    def fill(self, paths: Iterable[str], stdin: BinaryIO | None, report: Callable[[Notice], None]) -> int:
        """Read files, folders and ``-`` for standard input; return how many records were read.

        JSON Lines and Parquet are recognised by content. What can't be read is reported, and what is no record once for
        each thing that is wrong with some in a file.
        """
        kept = 0
        self._connection.execute("begin")
        for file in record_files(paths, report):
            number = 1
            faults = RecordFaults()
            for rows, records in _batches_in(file, stdin, report):
                if rows is None:
                    rows = list(self._rows_of(records, file, number, faults))
                self._keep(rows, kept)
                kept += len(rows)
                number += len(records) or len(rows)
            for notice in faults.notices():
                report(notice)
        self._connection.execute("commit")
        return kept

    def digests(self) -> dict[str, str]:
        """Return a digest of each file's records, whatever their order."""
        # which makes it worth while to sort the records' places once
        self._connection.execute("create index if not exists record_order on record(place, path, start, number)")
        rows = self._connection.execute("select file, path, row from record order by place, path")
        found: dict[str, int] = {}
        for (file, _), held in groupby(rows, key=itemgetter(0, 1)):
            found[file] = found.get(file, 0) + _digest_of(row for _, _, row in held)
        return {file: shown_digest(digest) for file, digest in found.items()}

    def documents(self, files: frozenset[str] | None = None) -> Iterator[DocumentRecords]:
        """Yield the records of files' documents, in the order that folders are walked.

        None stands for all files. Asked for once, they are sorted as a whole, which reads no page of the table for
        each: what a record takes doesn't grow with how many there are.
        """
        rows = self._connection.execute("select file, path, row from record order by place, path, start, number")
        for (file, path), held in groupby(rows, key=itemgetter(0, 1)):
            if files is None or file in files:
                said = sorted([loads(row) for _, _, row in held], key=_spans)
                yield DocumentRecords(file, file_of(path)[1], path, said)

    def close(self) -> None:
        """Forget the records."""
        self._connection.close()

    def _rows_of(self, records: Sequence[Any], file: str, first: int, faults: RecordFaults) -> Iterator[Row]:
        """Yield the values of records; add what is wrong with one that is none."""
        for number, record in enumerate(records, first):
            row = _row_of(record)
            if isinstance(row, str):
                faults.add(Notice(f"{printable(file)}: record {number}", row, failed=True), number)
                continue
            self.is_writable = self.is_writable and is_writable("".join(_texts_in(row)))
            yield row

    def _keep(self, rows: Sequence[Row], number: int) -> None:
        self._connection.executemany(
            "insert or ignore into record values (?, ?, ?, ?, ?, ?, ?)", _numbered(rows, number)
        )


def record_files(paths: Iterable[str], report: Callable[[Notice], None]) -> Iterator[str]:
    """Yield the files of records under paths, and ``-`` for standard input.

    What only marks a folder of records as finished is passed over.
    """
    for path in paths:
        for file in (path,) if path == STANDARD_INPUT else walk(path, report):
            if os.path.basename(file) not in MARKS:  # noqa: PTH119
                yield file


def ordered_documents(batches: Iterable[RecordBatch]) -> Iterator[DocumentRecords]:
    """Yield the documents of records that stand in the order of documents.

    So ``export`` writes them. Those of one are put in the order of their contents. Raises ``DisorderError`` where
    documents don't stand so, and where one is no record.
    """
    before = ("", "")
    for name, held in groupby(chain.from_iterable(_rows_in(batches)), key=itemgetter(_PATH)):
        rows = list(held)
        if len(rows) > 1:
            rows.sort(key=_spans)
        file, number = file_of(name)
        place = (place_of(file, number), name)
        if place <= before or len({row[_ID] for row in rows}) < len(rows):
            raise DisorderError
        before = place
        yield DocumentRecords(file, number, name, rows)


def _rows_in(batches: Iterable[RecordBatch]) -> Iterator[list[Row]]:
    try:
        for rows, _ in batches:
            if rows is None:
                raise DisorderError
            yield rows
    except UnreadableError as error:
        raise DisorderError from error


def digest_of(rows: Iterable[Row]) -> int:
    """Return a digest of a document's records, whatever their order."""
    return _digest_of(map(dumps, rows, repeat(_FORMAT)))


def _digest_of(packed: Iterable[bytes]) -> int:
    return int.from_bytes(sha256(b"".join(sorted(packed))).digest(), "big")


def shown_digest(digest: int) -> str:
    """Return the sum of the digests of a file's documents as an index keeps it."""
    return f"{digest % _MODULUS:064x}"


def _numbered(rows: Iterable[Row], number: int) -> Iterator[Row]:
    path = None
    for at, row in enumerate(rows, number):
        if row[_PATH] != path:
            path = row[_PATH]
            file, document = file_of(path)
            place = place_of(file, document)
        yield file, place, path, _start(row), at, row[_ID], _packed(row)


def _packed(row: Row) -> bytes:
    return dumps(row, _FORMAT)


def _start(row: Row) -> int:
    content = row[_SPANS][0]
    start: int = min(content)[0] if content else 0
    return start


def _texts_in(row: Row) -> Iterator[str]:
    for value in row:
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from (one for one in value if isinstance(one, str))


def is_parquet(file: str) -> bool:
    """Return whether an ordinary file, which can be read, is of Parquet."""
    if not os.path.isfile(file):  # noqa: PTH113  (a pipe can't be read again)
        return False
    try:
        with open(file, "rb") as stream:  # noqa: PTH123
            return stream.read(len(_PARQUET)) == _PARQUET
    except OSError:
        return False


def file_of(path: str) -> tuple[str, int]:
    """Return the file that a document stands in, and its number there.

    For example: ``news.jsonl#3`` is the third, numbered 2.
    """
    file, _, number = path.rpartition("#")
    numbered = file and number.isascii() and number.isdecimal() and len(number) <= _LONGEST_NUMBER
    return (file, int(number) - 1) if numbered else (path, 0)


def _row_of(record: Any) -> Row | str:
    """Return a record's values, or what is wrong with one that is none."""
    if not isinstance(record, dict):
        return "is not JSON" if record is _UNREADABLE else "is no record"
    try:
        row = row_of_record(record)
    except ValueError as error:
        return str(error)
    return _fault_in(row) or row


def _fault_in(row: Row) -> str | None:
    """Return what is wrong with values of the right types."""
    date, spans = row[KEYS["date"]], row[_SPANS]
    if not is_day(date):
        return "has no date such as a record has"
    if not row[_PATH] or not row[_ID]:
        return "has an empty id or path"
    if not is_writable(row[_PATH]):
        return "holds half characters in its path"
    if not 0 <= row[KEYS["confidence"]] <= 1:
        return "has a confidence that is no probability"
    if any(not 0 <= start <= end <= MAX_SIZE for part in spans for start, end in part):
        return "has spans that no document has"
    return None


def _batches_in(file: str, stdin: BinaryIO | None, report: Callable[[Notice], None]) -> Iterator[RecordBatch]:
    """Yield the records of a file, of JSON Lines one by one."""
    path = printable(file)
    try:
        if file == STANDARD_INPUT:
            if stdin is None:
                report(Notice(path, "there is no standard input", failed=True))
            else:
                yield from _lines(stdin)
            return
        with open(file, "rb") as stream:  # noqa: PTH123
            if stream.peek(len(_PARQUET))[: len(_PARQUET)] != _PARQUET:  # a pipe can't be read again
                yield from _lines(stream)
                return
        yield from record_batches(file)
    except OSError as error:
        report(Notice(path, f"cannot be read ({reason(error)})", failed=True))
    except UnreadableError as error:
        report(Notice(path, str(error), failed=True))


def _lines(stream: BinaryIO) -> Iterator[RecordBatch]:
    from json import loads as read_json

    while line := stream.readline(_LONGEST_LINE):
        if not line.strip():
            continue
        try:
            yield RecordBatch(None, (read_json(line),))
        except (ValueError, RecursionError):
            yield RecordBatch(None, (_UNREADABLE,))
