"""Paths come in; an index of their documents in a file, made or brought up to date, goes out.

What is made anew is made in a file beside it, ``FILE.part``, which takes its place when it is whole; a small
change is one transaction in the file itself, kept in memory until it is written. Whatever ends the work before,
the index stays as it was. One writer at a time: it holds a lock on the part file.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from statements_cli.documents.notices import Notice
from statements_cli.documents.reading import STANDARD_INPUT
from statements_cli.store.index.files import IndexFault, damaged, index_version, is_whole, part_of, tells_of_damage
from statements_cli.store.index.lock import take_place, writing
from statements_cli.store.tables.table_definitions import VERSION, create
from statements_cli.store.writer import FileState, Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from sqlite3 import Connection
    from typing import BinaryIO

    from statements_cli.model import Document
    from statements_cli.pipeline import Attempt
    from statements_cli.speakers.user_names import Names
    from statements_cli.store.index.changed_files import Scan

_IN_PLACE = 300  # files: more changes than these are made in a copy, so that they need not fit in memory
_COMMIT_WAIT = 5.0  # seconds for readers to end before the change is made in a copy


class Sources(NamedTuple):
    """What is to be in an index: paths, standard input, the columns of records, and the user's own names."""

    paths: Sequence[str]
    stdin: BinaryIO | None = None
    columns: Mapping[str, str] | None = None
    names: Names | None = None


class Outcome(NamedTuple):
    """How many files were read, were as before, and are gone; documents and statements the index now holds."""

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
    sources: Sources,
    parse: Callable[[Iterable[Document]], Iterable[Attempt]],
    report: Callable[[Notice], None],
    progress: Callable[[Step], None],
    extractor: str,
) -> Outcome:
    """Make the index at ``path``, or bring it up to date with the files under the paths of ``sources``.

    ``parse`` attempts to parse documents, in their order; ``extractor`` names what it finds in them (``fingerprint``):
    what another one found is read again. Raises ``IndexFault`` where the index can't be written; it is then as
    it was.
    """
    path = os.path.realpath(path)
    with writing(path) as part:
        work = _Work(sources, parse, report, progress, _marks(sources, extractor))
        try:
            version = index_version(path)
            if version is None:
                return _made(path, part, work, [])
            return _updated(path, part, work, version)
        except IndexFault:
            raise
        except Exception as error:
            fault = _fault(path, part, error)
            if fault is None:
                raise
            raise fault from error


def _fault(path: str, part: str, error: Exception) -> IndexFault | None:
    """Return what is wrong with an index, where that is why bringing it up to date raised ``error``."""
    from sqlite3 import Error

    if isinstance(error, OSError) and error.filename not in (path, part, None):
        return None
    if isinstance(error, (Error, OSError)) and not tells_of_damage(error):
        return IndexFault(
            f"{path} could not be written ({error})",
            "Make room on the disk, or name another place; what was there is as it was",
        )
    # other errors may be those of reading documents, which are no index's fault
    if isinstance(error, Error) or (os.path.exists(path) and not is_whole(path)):  # noqa: PTH110
        return damaged(path, error)
    return None


class _Work:
    """What is done to an index, whichever way it is written."""

    def __init__(
        self,
        sources: Sources,
        parse: Callable[[Iterable[Document]], Iterable[Attempt]],
        report: Callable[[Notice], None],
        progress: Callable[[Step], None],
        marks: dict[str, str],
    ) -> None:
        self.sources = sources
        self.marks = marks
        self._parse = parse
        self.report = report
        self._progress = progress

    def scan(self, path: str, known: Mapping[str, FileState], paths: Sequence[str]) -> Scan:
        """Compare the files with those known to the index at ``path``."""
        from statements_cli.store.index.changed_files import scan

        return scan(paths, known, self.report, {path, part_of(path), f"{path}-journal"})

    def write(self, connection: Connection, found: Scan) -> Outcome:
        """Bring the index that is open for writing up to date."""
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
        connection.executemany("insert or replace into about values (?, ?)", self.marks.items())
        return Outcome(
            len(found.to_read),
            found.unchanged,
            len(found.gone),
            connection.execute("select count(*) from document").fetchone()[0],
            connection.execute("select count(*) from statement").fetchone()[0],
        )

    def _documents(
        self, found: Scan, pulled: list[tuple[FileState, int]], failed: set[str], writer: Writer
    ) -> Iterator[Document]:
        from statements_cli.documents import read

        def report(notice: Notice) -> None:
            if notice.failed:
                failed.add(state.path)
            self.report(notice)

        total = sum(state.size or 0 for _, state in found.to_read)
        done = documents = 0
        for file, state in found.to_read:
            writer.remove_file(state.path)
            writer.keep_file(state)
            held = read([file], report=report, stdin=self.sources.stdin, columns=self.sources.columns)
            for number, document in enumerate(held):
                pulled.append((state, number))
                yield document
                documents += 1
                self._progress(Step(done, total, documents))
            done += state.size or 0
            self._progress(Step(done, total, documents))


def _marks(sources: Sources, extractor: str) -> dict[str, str]:
    """Return what, if it is other than it was, makes all documents be read again."""
    from statements_cli.documents import digest
    from statements_cli.model import RECORD_KEYS

    names = repr(sources.names and sources.names.known)
    return {
        "extractor": extractor,
        "names": digest(names.encode("utf-8", "backslashreplace")),
        "columns": repr(sorted((sources.columns or {}).items())),
        "record": ",".join(RECORD_KEYS),
    }


def _updated(path: str, part: str, work: _Work, version: int) -> Outcome:
    """Bring an index up to date: in place or, where much is to be done or it is being read, in a copy."""
    known, same = _known(path, work.marks) if version == VERSION else (_known_to_another(path), False)
    if not same:
        work.report(Notice(path, "was made by another version, or with other names or columns: all is read again"))
        outside = [name for name in known if os.path.exists(name)]  # noqa: PTH110
        return _made(path, part, work, outside)
    found = work.scan(path, known, work.sources.paths)
    changes = len(found.to_read) + len(found.gone)
    if not changes and not found.to_note:
        return _nothing_to_do(path, found)
    if changes <= _IN_PLACE and STANDARD_INPUT not in work.sources.paths:  # which can't be read a second time
        outcome = _in_place(path, work, found)
        if outcome is not None:
            return outcome
    return _in_copy(path, part, work, found)


def _made(path: str, part: str, work: _Work, outside: Sequence[str]) -> Outcome:
    """Make an index anew; ``outside`` are files known to the old one that may lie under none of the paths."""
    with _open(part) as connection:
        connection.execute("pragma journal_mode = off")
        connection.execute("pragma synchronous = off")
        connection.execute("pragma cache_size = -64000")
        create(connection)
        connection.execute("begin")
        paths = list(dict.fromkeys([*work.sources.paths, *outside]))
        outcome = work.write(connection, work.scan(path, {}, paths))
        connection.execute("commit")
    take_place(part, path)
    return outcome


def _in_place(path: str, work: _Work, found: Scan) -> Outcome | None:
    """Write a small change in one transaction; None where readers keep it from being written."""
    from sqlite3 import SQLITE_BUSY, OperationalError

    with _open(path, _COMMIT_WAIT) as connection:
        connection.execute("pragma cache_spill = off")  # which would lock readers out long before the end
        try:
            connection.execute("begin immediate")
            outcome = work.write(connection, found)
            connection.execute("commit")
        except OperationalError as error:
            if error.sqlite_errorcode & 0xFF != SQLITE_BUSY:
                raise
            return None
    return outcome


def _in_copy(path: str, part: str, work: _Work, found: Scan) -> Outcome:
    with _open(part) as copy:
        copy.execute("pragma journal_mode = off")
        copy.execute("pragma synchronous = off")
        with _open(path) as connection:
            connection.backup(copy)
        copy.execute("pragma cache_size = -64000")
        copy.execute("begin")
        outcome = work.write(copy, found)
        copy.execute("commit")
    take_place(part, path)
    return outcome


def _known(path: str, marks: Mapping[str, str]) -> tuple[dict[str, FileState], bool]:
    with _open(path) as connection:
        rows = connection.execute("select path, size, mtime, hash from file")
        known = {row[0]: FileState(*row) for row in rows}
        held: dict[str, str] = dict(connection.execute("select key, value from about"))
    return known, all(held.get(key) == value for key, value in marks.items())


def _known_to_another(path: str) -> dict[str, FileState]:
    """Return the files in an index of another version, as far as it can be read, by no more than their paths."""
    from sqlite3 import DatabaseError

    try:
        with _open(path) as connection:
            return {name: FileState(name) for (name,) in connection.execute("select path from file")}
    except DatabaseError:
        return {}


def _nothing_to_do(path: str, found: Scan) -> Outcome:
    with _open(path) as connection:
        documents = connection.execute("select count(*) from document").fetchone()[0]
        statements = connection.execute("select count(*) from statement").fetchone()[0]
    return Outcome(0, found.unchanged, 0, documents, statements)


@contextmanager
def _open(path: str, wait: float = 30.0) -> Iterator[Connection]:
    from sqlite3 import connect

    connection = connect(path, timeout=wait, isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()  # which takes back what isn't committed
