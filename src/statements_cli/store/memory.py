"""Make the tables of parsed documents in memory.

What few questions need, the full-text index, spellings of names, versions of utterances, is made when one needs it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from statements_cli.store.tables.file_rows import FileState
from statements_cli.store.tables.table_definitions import create_tables
from statements_cli.store.writer import Writer

if TYPE_CHECKING:
    from sqlite3 import Connection

    from statements_cli.pipeline import Parsed
    from statements_cli.speakers.user_names import Names


def tables_of(
    parsed: Iterable[Parsed], names: Names | None = None
) -> tuple[Connection, dict[str, Callable[[Connection], None]]]:
    """Return a connection to these documents' tables, and what makes the parts left out.

    Of documents with the same path the first is taken.
    """
    from sqlite3 import connect

    connection = connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.execute("pragma temp_store = memory")  # what is sorted, too: nothing is written to a disk
    create_tables(connection)
    connection.execute("begin")
    writer = Writer(connection, names, packed=False)
    for number, part in enumerate(parsed):
        writer.add(part, FileState(part.document.path), place=f"{number:010}")
    lacking: dict[str, Callable[[Connection], None]] = {
        "texts": _make_texts,
        "spellings": _make_spellings,
        "utterances": _make_utterances,
    }
    writer.finish_lean()
    connection.execute("commit")
    return connection, lacking


def _make_texts(connection: Connection) -> None:
    from statements_cli.query.fulltext.matching import TABLES, add_all_texts
    from statements_cli.store.tables.table_definitions import FACTS

    connection.executescript(f"{FACTS}\n{TABLES}")
    connection.execute("begin")
    add_all_texts(connection)
    connection.execute("commit")


def _make_spellings(connection: Connection) -> None:
    from statements_cli.store.resolution.spellings import write_spellings

    connection.execute("begin")
    write_spellings(connection, [number for (number,) in connection.execute("select number from speaker")])
    connection.execute("commit")


def _make_utterances(connection: Connection) -> None:
    from statements_cli.store.resolution.utterance_groups import group_all

    connection.execute("begin")
    group_all(connection)
    connection.execute("commit")
