"""Make an index of records, or bring it up to date with other ones."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from statements_cli.documents.notices import Notice
from statements_cli.store.index.beside import check_beside
from statements_cli.store.index.build import Outcome
from statements_cli.store.index.checksums import Watch, keep_all
from statements_cli.store.index.files import index_version
from statements_cli.store.index.index_fault import IndexFault, damaged, tells_of_damage, unwritten
from statements_cli.store.index.known import about_folders, about_names, known_to, marks_of, opened
from statements_cli.store.index.lock import take_place, writing
from statements_cli.store.index.seal import next_change, seal
from statements_cli.store.shards.record_documents import parsed_documents
from statements_cli.store.shards.record_reading import RecordTable
from statements_cli.store.tables.file_rows import FileState
from statements_cli.store.tables.table_definitions import VERSION, create
from statements_cli.store.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from sqlite3 import Connection
    from typing import BinaryIO

    from statements_cli.speakers.user_names import Names

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
) -> Outcome:
    """Make or update the index at ``path`` from the records in files and folders.

    Documents of the same records stay; those with others are put in again; those without any go with ``prune``. Raises
    ``IndexFault`` where the index can't be written, or was made of articles; it is then as it was.
    """
    from sqlite3 import Error

    path = os.path.realpath(path)
    with closing(RecordTable()) as table, writing(path) as part:
        version = index_version(path)
        check_beside(path)
        marks = marks_of(names, None, EXTRACTOR)
        try:
            known = {} if version is None else _known_files(path, version, marks)
            table.fill([source for source in sources if os.path.realpath(source) != path], stdin, report)
            changes = _Changes.between(known, table.digests(), prune=prune)
            if changes.missing:
                report(Notice(path, f"{changes.missing} files of it have no records here; --prune drops them"))
            with opened(part) as connection:
                connection.execute("pragma journal_mode = off")
                connection.execute("pragma synchronous = off")
                connection.execute("pragma cache_size = -64000")
                if version is None:
                    create(connection, indexes=False)
                else:
                    with opened(path) as before:
                        before.backup(connection)
                connection.execute("begin")
                outcome = _write(connection, table, changes, names, marks, new=version is None)
                connection.execute("commit")
        except (Error, OSError) as error:
            if isinstance(error, OSError) and error.filename not in (path, part, None):
                raise
            raise (damaged(path, error) if tells_of_damage(error) else unwritten(path, error)) from error
        take_place(part, path)
    return outcome


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


def _write(
    connection: Connection,
    table: RecordTable,
    changes: _Changes,
    names: Names | None,
    marks: dict[str, str],
    *,
    new: bool,
) -> Outcome:
    watch = None if new else Watch(connection)
    settled = new and names is None and table.settled
    writer = Writer(connection, names, settled=settled)
    for file in () if new else (*changes.gone, *changes.new):
        writer.remove_file(file)
    for records, parsed in parsed_documents(table.documents(frozenset(changes.new))):
        writer.add(parsed, FileState(records.file, hash=changes.new[records.file]), records.number)
    writer.finish()
    about = marks | about_folders((), ()) | about_names(names) | next_change(connection)
    connection.executemany("insert or replace into about values (?, ?)", about.items())
    if watch is None:
        keep_all(connection)
    else:
        watch.keep()
    seal(connection)
    counts = [connection.execute(f"select count(*) from {one}").fetchone()[0] for one in ("document", "statement")]
    return Outcome(len(changes.new), changes.unchanged, len(changes.gone), *counts)
