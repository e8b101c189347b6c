"""Decide what an index knows already.

Its files, and whether it was made as it would be made now.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from json import dumps, loads
from typing import TYPE_CHECKING, NamedTuple

from statements_cli.documents.reading import STANDARD_INPUT
from statements_cli.store.tables.file_rows import FileState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from sqlite3 import Connection

    from statements_cli.speakers.user_names import Names

WAIT = 30.0  # seconds for others to end what they do with the index
_FOLDERS = "folders"
_OWN_NAMES = "own_names"


class IndexContents(NamedTuple):
    """An index's files by path, how it was made, and its folders for relative paths."""

    files: Mapping[str, FileState]
    about: Mapping[str, str]
    folders: tuple[str, ...]

    def same(self, marks: Mapping[str, str]) -> bool:
        """Return whether it was made by this program, with the same names and columns."""
        return all(self.about.get(key) == value for key, value in marks.items())


def known_to(path: str) -> IndexContents:
    """Return what the index at ``path`` knows. Raises ``sqlite3.Error`` where it can't be read."""
    with opened(path) as connection:
        rows = connection.execute("select path, size, mtime, hash from file")
        files = {row[0]: FileState(*row) for row in rows}
        about = dict(connection.execute("select key, value from about"))
    return IndexContents(files, about, tuple(loads(about.get(_FOLDERS, "[]"))))


def known_to_another_version(path: str) -> IndexContents:
    """Return the files in another version's index, by path, as far as readable."""
    from sqlite3 import DatabaseError

    try:
        with opened(path) as connection:
            files = {name: FileState(name) for (name,) in connection.execute("select path from file")}
    except DatabaseError:
        files = {}
    return IndexContents(files, {}, ())


def marks_of(names: Names | None, columns: Mapping[str, str] | None, extractor: str) -> dict[str, str]:
    """Return what makes all documents be read again if it is other than it was."""
    from statements_cli.documents import digest
    from statements_cli.model import RECORD_KEYS

    return {
        "extractor": extractor,
        "names": digest(repr(names and names.known).encode("utf-8", "backslashreplace")),
        "columns": repr(sorted((columns or {}).items())),
        "record": ",".join(RECORD_KEYS),
    }


def about_folders(paths: Iterable[str], before: Sequence[str]) -> dict[str, str]:
    """Return the folders of relative paths, with the working folder if one needs it."""
    relative = any(path != STANDARD_INPUT and not os.path.isabs(path) for path in paths)  # noqa: PTH117
    folders = dict.fromkeys([*before, *([os.getcwd()] if relative else [])])  # noqa: PTH109
    return {_FOLDERS: dumps([os.fsencode(folder).decode("utf-8", "backslashreplace") for folder in folders])}


def about_names(names: Names | None) -> dict[str, str]:
    """Return the user's own names of speakers, for the one who settles speakers again."""
    tables = {
        one.name: {
            key: value
            for key, value in (
                ("aliases", list(one.aliases)),
                ("role", one.role),
                ("country", one.country),
                ("type", one.type),
            )
            if value
        }
        for one in (names.known if names else ())
    }
    return {_OWN_NAMES: dumps(tables)}


def own_names_in(connection: Connection, schema: str = "main") -> Names | None:
    """Return the user's own names that an index was made with.

    It is open as ``schema``. Return None where it was made without any.
    """
    from statements_cli.speakers.user_names import names_from

    found = connection.execute(f"select value from {schema}.about where key = ?", (_OWN_NAMES,)).fetchone()
    tables = loads(found[0]) if found else {}
    return names_from(tables) if tables else None


@contextmanager
def opened(path: str, wait: float = WAIT) -> Iterator[Connection]:
    """Open an SQLite file for reading and writing.

    What isn't committed at the end is taken back.
    """
    from sqlite3 import connect

    connection = connect(path, timeout=wait, isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()
