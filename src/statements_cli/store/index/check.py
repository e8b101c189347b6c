"""Check an index whole: every page, every row, every word."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING

from statements_cli.store.index.checksums import OF_DOCUMENTS, Checksum, Part, checksums_of, kept_checksums
from statements_cli.store.index.connection import open_index
from statements_cli.store.index.seal import is_broken
from statements_cli.store.tables.index_creation import create

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from sqlite3 import Connection

_FAULTS = 20  # told of each kind of check
_SHADOWS = ("data", "idx", "config")  # the tables in which FTS5 keeps ``statement_words``


def faults_in(path: str) -> Iterator[str]:
    """Yield what is wrong with the index at ``path``, in plain words.

    Nothing where it is whole.

    SQLite checks its pages, keys and references; the rows are compared with the checksums kept when they were
    written, the full-text index with the texts. Nothing is written beside the index; a temporary folder takes
    about half its size. Raises ``IndexFault`` where there is no index of this version, or one that can't be opened.
    """
    with closing(open_index(path, sealed=False)) as connection:
        for check in (_pages, _references, _definitions, _rows, _words, _lookups, _seal):
            yield from _faults(check, connection)


def _faults(check: Callable[[Connection], Iterator[str]], connection: Connection) -> Iterator[str]:
    from sqlite3 import Error

    found = check(connection)
    for _ in range(_FAULTS):
        try:
            fault = next(found, None)
        except (Error, ValueError, TypeError, AttributeError, MemoryError, OverflowError) as error:
            yield f"it can't be read whole ({error})"
            return
        if fault is None:
            return
        yield fault


def _seal(connection: Connection) -> Iterator[str]:
    if is_broken(connection):
        yield "its file is not as it was written"


def _pages(connection: Connection) -> Iterator[str]:
    for (told,) in connection.execute(f"pragma integrity_check({_FAULTS})"):
        if told != "ok":
            yield from (line for line in told.splitlines() if not line.startswith("***"))


def _references(connection: Connection) -> Iterator[str]:
    for table, row, parent, _ in connection.execute("pragma foreign_key_check"):
        yield f"row {row} of {table} belongs to a row of {parent} that is not there"


def _definitions(connection: Connection) -> Iterator[str]:
    from sqlite3 import connect

    with closing(connect(":memory:", isolation_level=None)) as new:
        create(new)
        wanted = _defined(new)
    held = _defined(connection)
    yield from (f"{name} is not defined as it should be" for name in wanted if held.get(name) != wanted[name])


def _defined(connection: Connection) -> dict[str, tuple[str, str, str | None]]:
    rows = connection.execute("select name, type, tbl_name, sql from sqlite_schema")
    return {name: (kind, table, sql) for name, kind, table, sql in rows}


def _rows(connection: Connection) -> Iterator[str]:
    kept = kept_checksums(connection)
    held = checksums_of(connection)
    if not kept:
        yield "it has no checksums to compare its rows with"
        return
    for part in sorted({*kept, *held}, key=repr):  # damaged ones may be of any kind
        before, now = kept.get(part, Checksum()), held.get(part, Checksum())
        if before != now:
            counted = f", which were {before.rows} and are {now.rows}" if before.rows != now.rows else ""
            yield f"the rows of {_named(part, connection)} are not as they were written{counted}"


def _named(part: Part, connection: Connection) -> str:
    table, number = part
    if table not in OF_DOCUMENTS:
        return f"the table {table}"
    found = connection.execute("select path from document where number = ?", (number,)).fetchone()
    return f"the document {found[0]}" if found else f"document {number}"


def _words(connection: Connection) -> Iterator[str]:
    """Compare the full-text index with the texts, by the check that FTS5 has for it.

    That check needs a database it may write to, and texts as they were indexed; so both are copied.
    """
    from sqlite3 import Error, connect
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="statements-") as folder:
        copy = os.path.join(folder, "words.db")  # noqa: PTH118
        with closing(connect(copy, isolation_level=None)) as own:
            _copy_words(connection, own)
        # opened again, since FTS5 keeps in memory what it wrote itself
        with closing(connect(copy, isolation_level=None)) as own:
            try:
                own.execute("insert into statement_words(statement_words, rank) values ('integrity-check', 1)")
            except Error as error:
                yield f"the full-text index does not agree with the texts ({error})"


def _lookups(connection: Connection) -> Iterator[str]:
    """Look up every word, since FTS5's check doesn't test the ways to each."""
    found = connection.cursor()
    for word, count in connection.execute("select word, count from word"):
        quoted = '"' + str(word).replace('"', '""') + '"'
        sql = "select count(*) from statement_words where statement_words match ?"
        (held,) = found.execute(sql, (quoted,)).fetchone()
        if held != count:
            yield f"the word {word} is found in {held} texts and stands in {count}"


def _copy_words(connection: Connection, own: Connection) -> None:
    from statements_cli.query.fulltext.matching import TABLES
    from statements_cli.query.fulltext.query_words import searchable

    own.executescript("pragma journal_mode = off; pragma synchronous = off")
    own.execute("create table statement (number integer primary key, text text not null)")
    own.executescript(TABLES)
    own.execute("begin")
    texts = connection.execute("select number, text from statement")
    own.executemany("insert into statement values (?, ?)", ((number, searchable(text or "")) for number, text in texts))
    for shadow in _SHADOWS:
        rows = connection.execute(f"select * from statement_words_{shadow}")
        marks = ", ".join("?" * len(rows.description))
        own.execute(f"delete from statement_words_{shadow}")
        own.executemany(f"insert into statement_words_{shadow} values ({marks})", rows)
    own.execute("commit")
