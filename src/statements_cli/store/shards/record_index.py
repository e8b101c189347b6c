"""Make an index of records, or bring it up to date with other ones."""

from __future__ import annotations

import os
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, NamedTuple

from statements_cli.documents.notices import Notice
from statements_cli.documents.reading import STANDARD_INPUT
from statements_cli.store.index.beside import check_beside
from statements_cli.store.index.build import Outcome
from statements_cli.store.index.checksums import RowChecksums, Watch, keep_all
from statements_cli.store.index.files import index_version
from statements_cli.store.index.index_fault import IndexFault, damaged, tells_of_damage, unwritten
from statements_cli.store.index.known import about_folders, about_names, known_to, marks_of, opened
from statements_cli.store.index.lock import take_place, writing
from statements_cli.store.index.seal import commit_sealed, next_change
from statements_cli.store.shards.record_columns import record_batches
from statements_cli.store.shards.record_documents import recorded_documents
from statements_cli.store.shards.record_reading import (
    DisorderError,
    RecordTable,
    digest_of,
    is_parquet,
    ordered_documents,
    record_files,
    shown_digest,
)
from statements_cli.store.shards.settled_export import is_settled_export
from statements_cli.store.shards.settled_parts import settled_parts
from statements_cli.store.shards.sorted_records import sorted_batches
from statements_cli.store.tables.file_rows import FileState
from statements_cli.store.tables.index_creation import create
from statements_cli.store.tables.table_definitions import VERSION
from statements_cli.store.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from sqlite3 import Connection
    from typing import BinaryIO

    from statements_cli.speakers.user_names import Names
    from statements_cli.store.shards.record_reading import DocumentRecords
    from statements_cli.store.tables.packed_records import RecordedDocument

EXTRACTOR = "records"
"""What an index of records names as what found its statements."""


def index_records(
    path: str,
    sources: Sequence[str],
    stdin: BinaryIO | None,
    names: Names | None,
    report: Callable[[Notice], None],
    *,
    prune: bool = False,
    called: str | None = None,
) -> Outcome:
    """Make or update the index at ``path`` from the records in files and folders.

    Documents of the same records stay; those with others are put in again; those without any go with ``prune``.
    ``called`` is the name that faults have for a new index, where it isn't its path. Raises ``IndexFault`` where the
    index can't be written, or was made of articles; it is then as it was.
    """
    from sqlite3 import Error

    path = os.path.realpath(path)
    with writing(path, called) as part:
        version = index_version(path)
        check_beside(path)
        marks = marks_of(names, None, EXTRACTOR)
        sources = [source for source in sources if os.path.realpath(source) != path]
        try:
            ordered = _ordered(sources, names) if version is None else None
            outcome = None if ordered is None else _made_in_order(part, ordered, names, marks)
            if outcome is None:
                known = {} if version is None else _known_files(path, version, marks)
                given = _RecordInputs(sources, stdin, names, marks, prune)
                outcome = _made(path if version is not None else None, part, known, given, report)
            take_place(part, path)
        except (Error, OSError) as error:
            if isinstance(error, OSError) and error.filename not in (path, part, None):
                raise
            fault = damaged if tells_of_damage(error) else unwritten
            raise fault(called or path, error) from error
    return outcome


class _RecordInputs(NamedTuple):
    """Where records come from, the user's own names, and the index's marks."""

    sources: Sequence[str]
    stdin: BinaryIO | None
    names: Names | None
    marks: Mapping[str, str]
    prune: bool


class _Ordered(NamedTuple):
    """Documents in their order, and whether all that depends on several is settled."""

    documents: Iterator[DocumentRecords]
    is_settled: bool


class _Changes(NamedTuple):
    """Files of documents put in, with digests, those taken out, and how many remain."""

    new: dict[str, str]
    gone: tuple[str, ...]
    unchanged: int
    missing: int

    @classmethod
    def between(cls, known: Mapping[str, str | None], found: Mapping[str, str], *, prune: bool) -> _Changes:
        new = {file: digest for file, digest in found.items() if known.get(file) != digest}
        lost = tuple(file for file in known if file not in found)
        return cls(new, lost if prune else (), len(found) - len(new), 0 if prune else len(lost))


def _known_files(path: str, version: int, marks: Mapping[str, str]) -> dict[str, str | None]:
    """Return the files of an index of records. Raises ``IndexFault`` for any other index."""
    known = known_to(path) if version == VERSION else None
    if known is None or not known.same(marks):
        raise IndexFault(
            f"{path} was made of articles, or by another version or with other names, and can't take records",
            "Name another file with -o, or remove it first",
        )
    return {name: state.hash for name, state in known.files.items()}


def _ordered(sources: Sequence[str], names: Names | None) -> _Ordered | None:
    """Return records that can be read in the order of their documents.

    Those of one Parquet file, or of a settled job.
    """
    if STANDARD_INPUT in sources:
        return None
    files = list(record_files(sources, lambda _: None))
    if not all(map(is_parquet, files)):
        return None
    if names is None and settled_parts(files) is not None:
        return _Ordered(ordered_documents(sorted_batches(files)), is_settled=True)
    if len(files) == 1:
        documents = ordered_documents(record_batches(files[0]))
        return _Ordered(documents, is_settled=names is None and is_settled_export(files[0]))
    return None


def _made_in_order(part: str, given: _Ordered, names: Names | None, marks: Mapping[str, str]) -> Outcome | None:
    """Make an index of records that stand in the order of documents.

    What is settled stays. None where they are in another order, or no records.
    """
    try:
        with _writing(part) as connection:
            connection.execute("pragma secure_delete = off")  # nothing that was there before is deleted
            create(connection, indexes=False)
            connection.execute("begin")
            tally = RowChecksums() if given.is_settled else None
            writer = Writer(connection, names, settled=None if tally is None else tally.add, recorded=True)
            _write_all(writer, recorded_documents(given.documents, writable=True))
            counts = _finished(connection, part, writer, names, dict(marks), tally)
            files = _files_in(connection)
    except DisorderError:
        os.truncate(part, 0)
        return None
    return Outcome(files, 0, 0, *counts)


def _made(
    path: str | None, part: str, known: Mapping[str, str | None], given: _RecordInputs, report: Callable[[Notice], None]
) -> Outcome:
    """Make an index of records in any order.

    It is made from the one at ``path`` if there is one.
    """
    with closing(RecordTable()) as table:
        table.fill(given.sources, given.stdin, report)
        if path is None:
            return _made_of_table(part, table, given)
        changes = _Changes.between(known, table.digests(), prune=given.prune)
        if changes.missing:
            report(Notice(path, f"{changes.missing} files of it have no records here; --prune drops them"))
        with _writing(part) as connection:
            with opened(path) as before:
                before.backup(connection)
            connection.execute("begin")
            watch = Watch(connection)
            writer = Writer(connection, given.names, recorded=True)
            for file in (*changes.gone, *changes.new):
                writer.remove_file(file)
            documents = table.documents(frozenset(changes.new))
            for records, found in recorded_documents(documents, writable=table.is_writable):
                writer.add_records(found, FileState(records.file, hash=changes.new[records.file]), records.number)
            counts = _finished(connection, part, writer, given.names, dict(given.marks), watch)
    return Outcome(len(changes.new), changes.unchanged, len(changes.gone), *counts)


def _made_of_table(part: str, table: RecordTable, given: _RecordInputs) -> Outcome:
    """Make an index of all records of a table."""
    with _writing(part) as connection:
        create(connection, indexes=False)
        connection.execute("begin")
        writer = Writer(connection, given.names, recorded=True)
        _write_all(writer, recorded_documents(table.documents(), writable=table.is_writable))
        counts = _finished(connection, part, writer, given.names, dict(given.marks), None)
        return Outcome(_files_in(connection), 0, 0, *counts)


def _write_all(writer: Writer, documents: Iterable[tuple[DocumentRecords, RecordedDocument]]) -> None:
    """Write documents, those of a file together, with a digest of each file's records."""
    state, digest, several = FileState(""), 0, False
    for records, found in documents:
        if records.file == state.path:
            digest += digest_of(records.rows)
            several = True
        else:
            if several:
                writer.keep_file(state._replace(hash=shown_digest(digest)))
            digest = digest_of(records.rows)
            state, several = FileState(records.file, hash=shown_digest(digest)), False
        writer.add_records(found, state, records.number)
    if several:
        writer.keep_file(state._replace(hash=shown_digest(digest)))


def _files_in(connection: Connection) -> int:
    (files,) = connection.execute("select count(*) from file").fetchone()
    return int(files)


@contextmanager
def _writing(part: str) -> Iterator[Connection]:
    with opened(part) as connection:
        connection.execute("pragma journal_mode = off")
        connection.execute("pragma synchronous = off")
        connection.execute("pragma cache_size = -64000")
        yield connection
        commit_sealed(connection, part)


def _finished(
    connection: Connection,
    part: str,
    writer: Writer,
    names: Names | None,
    marks: dict[str, str],
    kept: Watch | RowChecksums | None,
) -> tuple[int, int]:
    """Settle what was written, and keep its checksums; return the numbers of documents and statements.

    ``kept`` knows of those that were written, or changed.
    """
    writer.finish()
    about = marks | about_folders((), ()) | about_names(names) | next_change(connection, part)
    connection.executemany("insert or replace into about values (?, ?)", about.items())
    if isinstance(kept, Watch):
        kept.keep()
    else:
        keep_all(connection, kept)
    documents, statements = (
        connection.execute(f"select count(*) from {one}").fetchone()[0] for one in ("document", "statement")
    )
    return documents, statements
