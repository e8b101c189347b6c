"""Make an index of documents in a file, or bring it up to date.

What is made again is made in an unfinished file beside it, which takes its place when it is whole; a small
change is one transaction in the file itself, kept in memory until it is written. Whatever ends the work before,
the index stays as it was. One writer at a time, see ``lock``.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from statements_cli.documents.notices import Notice
from statements_cli.documents.plain import MAX_SIZE
from statements_cli.documents.reading import STANDARD_INPUT
from statements_cli.store.index.beside import check_beside
from statements_cli.store.index.changed_files import is_under
from statements_cli.store.index.checksums import Watch, keep_all
from statements_cli.store.index.connection import writing_fault
from statements_cli.store.index.files import index_version
from statements_cli.store.index.index_fault import IndexFault, of_index
from statements_cli.store.index.known import (
    about_folders,
    about_names,
    known_to,
    known_to_another_version,
    marks_of,
    opened,
)
from statements_cli.store.index.lock import files_of, take_place, writing
from statements_cli.store.index.missing_files import missing_files, missing_said
from statements_cli.store.index.seal import commit_sealed, next_change, seal
from statements_cli.store.tables.file_rows import FileState
from statements_cli.store.tables.index_creation import create
from statements_cli.store.tables.table_definitions import VERSION
from statements_cli.store.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from sqlite3 import Connection
    from typing import BinaryIO

    from statements_cli.model import Document
    from statements_cli.pipeline import Attempt
    from statements_cli.speakers.user_names import Names
    from statements_cli.store.index.changed_files import Scan
    from statements_cli.store.index.known import IndexContents
    from statements_cli.store.tables.packed_documents import PackedAttempt

_IN_PLACE = 300  # files: more changes than these are made in a copy, so that they need not fit in memory
_RAISED_WITHIN = "user-defined function raised exception"
"""What SQLite says where a function of ours that it called was interrupted; by themselves these raise nothing."""
_COMMIT_WAIT = 5.0  # seconds for readers to end before the change is made in a copy


class IndexInputs(NamedTuple):
    """An index's inputs: paths, standard input, columns of records, the user's names."""

    paths: Sequence[str]
    stdin: BinaryIO | None = None
    columns: Mapping[str, str] | None = None
    names: Names | None = None
    prune: bool = False  # whether files that are no longer found go, also those under other paths
    max_size: int = MAX_SIZE  # bytes of the largest document that is read


class Outcome(NamedTuple):
    """Counts of files read, unchanged and gone, and of documents and statements held."""

    read: int
    unchanged: int
    gone: int
    documents: int
    statements: int


class Step(NamedTuple):
    """How far the work is: bytes read of those to be read, and documents."""

    done: int
    total: int
    documents: int


def update_index(
    path: str,
    sources: IndexInputs,
    parse: Callable[[Iterable[Document]], Iterable[Attempt | PackedAttempt]],
    report: Callable[[Notice], None],
    progress: Callable[[Step], None],
    extractor: str,
    called: str | None = None,
) -> Outcome:
    """Make or update the index at ``path`` from the files under ``sources``' paths.

    ``parse`` attempts to parse documents, in their order, and may pack them; ``extractor`` names what it finds in them
    (``fingerprint``): what another one found is read again. Files in the index that are no longer found are
    reported, unless ``sources`` say that they go. ``called`` is the name that faults have for a new index, where it
    isn't its path. Raises ``IndexFault`` where the index can't be written; it is then as it was.
    """
    name, path = called or path, os.path.realpath(path)
    with writing(path, called) as part:
        marks = marks_of(sources.names, sources.columns, extractor)
        work = _Work(sources, parse, of_index(name, path, report), progress, marks, files_of(path, part))
        try:
            version = index_version(path)
            check_beside(path)
            if version is not None and not os.access(path, os.W_OK):
                raise IndexFault(f"{path} is read-only", "Make it writable, or name another place with -o")
            if version is None:
                return _made(path, part, work, [])
            return _updated(path, part, work, version)
        except IndexFault:
            raise
        except Exception as error:
            if str(error) == _RAISED_WITHIN:
                raise KeyboardInterrupt from error
            fault = writing_fault(path, part, error, called or path)
            if fault is None:
                raise
            raise fault from error


class _Work:
    """What is done to an index, whichever way it is written."""

    def __init__(
        self,
        sources: IndexInputs,
        parse: Callable[[Iterable[Document]], Iterable[Attempt | PackedAttempt]],
        report: Callable[[Notice], None],
        progress: Callable[[Step], None],
        marks: dict[str, str],
        own: set[str],
    ) -> None:
        self.sources = sources
        self.marks = marks
        self._own = own
        self._parse = parse
        self.report = report
        self._progress = progress

    def scan(self, known: Mapping[str, FileState], paths: Sequence[str]) -> Scan:
        """Compare the files under ``paths`` with those known to the index."""
        from statements_cli.store.index.changed_files import scan

        return scan(paths, known, self.report, self._own)

    def write(
        self, connection: Connection, found: Scan, folders: Sequence[str], part: str | None = None, *, new: bool = False
    ) -> Outcome:
        """Update the index open for writing; an empty one is ``new``, an unknown ``part`` unsealed."""
        watch = None if new else Watch(connection)
        writer = Writer(connection, self.sources.names)
        for path in found.gone:
            writer.remove_file(path)
        for state in found.to_note:
            writer.keep_file(state)
        failed: set[str] = set()
        pulled: list[tuple[FileState, int]] = []
        documents = self._documents(found, pulled, failed, writer)
        for parsed, fault in self._parse(documents):
            state, number = pulled.pop(0)
            if fault is None:
                writer.add(parsed, state, number)
            else:
                failed.add(state.path)
                self.report(fault)
        for path in failed:
            writer.forget_file(path)
        writer.finish()
        about = self.marks | about_folders(self.sources.paths, folders) | about_names(self.sources.names)
        about |= next_change(connection, part)
        connection.executemany("insert or replace into about values (?, ?)", about.items())
        if watch is None:
            keep_all(connection)
        else:
            watch.keep()
        if part is None:
            seal(connection)
        return Outcome(len(found.to_read), found.unchanged, len(found.gone), *_held(connection))

    def _documents(
        self, found: Scan, pulled: list[tuple[FileState, int]], failed: set[str], writer: Writer
    ) -> Iterator[Document]:
        from statements_cli.documents.reading import read, read_file

        def report(notice: Notice) -> None:
            if notice.failed:
                failed.add(state.path)
            self.report(notice)

        total = sum(state.size or 0 for _, state in found.to_read)
        done = documents = 0
        for file, state in found.to_read:
            writer.begin_file(state)
            columns, most = self.sources.columns, self.sources.max_size
            if file == STANDARD_INPUT:
                held = read([file], report=report, stdin=self.sources.stdin, columns=columns, max_size=most)
            else:
                held = read_file(file, report=report, columns=columns, max_size=most)
            for number, document in enumerate(held):
                pulled.append((state, number))
                yield document
                documents += 1
                self._progress(Step(done, total, documents))
            done += state.size or 0
            self._progress(Step(done, total, documents))


def _updated(path: str, part: str, work: _Work, version: int) -> Outcome:
    """Update an index in place or, with many changes or readers, in a copy."""
    known = known_to(path) if version == VERSION else known_to_another_version(path)
    if not known.same(work.marks):
        return _made_again(path, part, work, known)
    found = work.scan(known.files, work.sources.paths)
    missing = missing_files(found.elsewhere, known.folders)
    if work.sources.prune:
        found.gone.extend(missing)
    elif missing:
        work.report(Notice(path, f"{missing_said(missing)}; --prune drops what is gone"))
    changes = len(found.to_read) + len(found.gone)
    if not changes and not found.to_note:
        with opened(path) as connection:
            return Outcome(0, found.unchanged, 0, *_held(connection))
    if changes <= _IN_PLACE and STANDARD_INPUT not in work.sources.paths:  # which can't be read a second time
        outcome = _in_place(path, work, found, known.folders)
        if outcome is not None:
            return outcome
    return _in_copy(path, part, work, found, known.folders)


def _made_again(path: str, part: str, work: _Work, known: IndexContents) -> Outcome:
    """Make an index again from its known files. Raises ``IndexFault`` if any would be lost."""
    there = [source for source in work.sources.paths if os.path.lexists(source)]
    missing = missing_files(known.files, ())
    lost = [name for name in missing if not any(is_under(name, source) for source in there)]
    if lost and not work.sources.prune:
        raise IndexFault(
            f"{path} was made by another version, or with another model, names or columns, and can't be made again "
            f"whole: {missing_said(lost)}",
            "Put them back, add --prune to leave them out, or make a new index under another name",
        )
    work.report(Notice(path, "was made by another version, or with another model, names or columns: all is read again"))
    gone = {*missing, STANDARD_INPUT}
    return _made(path, part, work, [name for name in known.files if name not in gone], known.folders)


def _made(path: str, part: str, work: _Work, outside: Sequence[str], folders: Sequence[str] = ()) -> Outcome:
    """Make an index again; ``outside`` are known files beside the paths."""
    with opened(part) as connection:
        connection.execute("pragma journal_mode = off")
        connection.execute("pragma synchronous = off")
        connection.execute("pragma cache_size = -64000")
        connection.execute("pragma secure_delete = off")  # nothing that was there before is deleted
        create(connection, indexes=False)
        connection.execute("begin")
        paths = list(dict.fromkeys([*work.sources.paths, *outside]))
        outcome = work.write(connection, work.scan({}, paths), folders, part, new=True)
        commit_sealed(connection, part)
    take_place(part, path)
    return outcome


def _in_place(path: str, work: _Work, found: Scan, folders: Sequence[str]) -> Outcome | None:
    """Write a small change in one transaction; None where readers keep it from being written."""
    from sqlite3 import SQLITE_BUSY, OperationalError

    with opened(path, _COMMIT_WAIT) as connection:
        connection.execute("pragma cache_spill = off")  # which would lock readers out long before the end
        try:
            connection.execute("begin immediate")
            outcome = work.write(connection, found, folders)
            connection.execute("commit")
        except OperationalError as error:
            if error.sqlite_errorcode & 0xFF != SQLITE_BUSY:
                raise
            return None
    return outcome


def _in_copy(path: str, part: str, work: _Work, found: Scan, folders: Sequence[str]) -> Outcome:
    with opened(part) as copy:
        copy.execute("pragma journal_mode = off")
        copy.execute("pragma synchronous = off")
        with opened(path) as connection:
            connection.backup(copy)
        copy.execute("pragma cache_size = -64000")
        copy.execute("begin")
        outcome = work.write(copy, found, folders, part)
        commit_sealed(copy, part)
    take_place(part, path)
    return outcome


def _held(connection: Connection) -> tuple[int, int]:
    """Return how many documents and statements an index holds."""
    counts = "select (select count(*) from document), (select count(*) from statement)"
    documents, statements = connection.execute(counts).fetchone()
    return documents, statements
