"""A path comes in; whether an index lies there, and a connection to it, go out.

The file is told by its content: SQLite's mark, and in its header the mark and version of ``schema``.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from statements_cli.model import RECORD_KEYS
from statements_cli.store.tables.table_definitions import APPLICATION_ID, VERSION

if TYPE_CHECKING:
    from sqlite3 import Connection

_MAGIC = b"SQLite format 3\x00"
_VERSION_AT, _APPLICATION_AT, _HEADER = 60, 68, 72  # bytes; https://www.sqlite.org/fileformat.html
WAIT = 30.0
"""Seconds that a reader waits for a writer to write what it has, a moment as a rule."""


class IndexFault(Exception):  # noqa: N818  (what is wrong with it)
    """An index that can't be used: what is wrong, and how to mend it."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(f"{what}. {mend}")
        self.what = what
        self.mend = mend


def is_index(path: str) -> bool:
    """Return whether an SQLite file lies at ``path``, which can't be anything else than an index.

    Raises ``IndexFault`` where it is another program's, or of another version of this one.
    """
    version = index_version(path) if _header(path).startswith(_MAGIC) else None
    if version is not None and version != VERSION:
        raise IndexFault(
            f"{path} is an index of version {version}, and this program reads version {VERSION}",
            "Make it anew with statements index",
        )
    return version is not None


def index_version(path: str) -> int | None:
    """Return the version of the index at ``path``; None where there is nothing, or an empty file.

    Raises ``IndexFault`` where something else lies there, or what can't be read.
    """
    header = _header(path)
    if not header:
        if os.path.isdir(path):  # noqa: PTH112
            raise IndexFault(f"{path} is a folder", "Name a file for the index: -o news.db")
        if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113
            raise IndexFault(f"{path} is no ordinary file", "Name one for the index: -o news.db")
        if os.path.isfile(path) and os.path.getsize(path):  # noqa: PTH113, PTH202
            raise IndexFault(f"{path} is there, and can't be read", "Name another place with -o")
        return None
    if not header.startswith(_MAGIC) or int.from_bytes(header[_APPLICATION_AT:_HEADER], "big") != APPLICATION_ID:
        raise IndexFault(
            f"{path} is no index of statements, but another file",
            "Make an index under a name of its own: statements index PATH -o FILE",
        )
    return int.from_bytes(header[_VERSION_AT : _VERSION_AT + 4], "big")


def part_of(path: str) -> str:
    """Return the path of the file in which an index is made."""
    return f"{path}.part"


def _header(path: str) -> bytes:
    if not os.path.isfile(path):  # noqa: PTH113
        return b""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            return file.read(_HEADER)
    except OSError:
        return b""


def open_index(path: str) -> Connection:
    """Return a connection that reads the index at ``path``, in a folder and from a file that may be read-only.

    Raises ``IndexFault`` where there is none, or where it is damaged.
    """
    from sqlite3 import DatabaseError, OperationalError

    if not is_index(path):
        raise IndexFault(f"{path} is no index of statements", "Make one with statements index PATH -o FILE")
    try:
        return _connected(path, "mode=ro")
    except OperationalError:
        return _rescued(path)
    except (DatabaseError, UnicodeDecodeError) as error:
        raise damaged(path, error) from error


def fault_in(path: str, error: Exception) -> IndexFault | None:
    """Return what is wrong with the index at ``path`` where that is why reading it raised ``error``, None otherwise."""
    from json import JSONDecodeError
    from sqlite3 import SQLITE_BUSY, SQLITE_LOCKED
    from zlib import error as UnpackingError  # noqa: N812

    if getattr(error, "sqlite_errorcode", None) in (SQLITE_BUSY, SQLITE_LOCKED):
        return IndexFault(f"{path} is being written", "Ask again in a moment")
    if tells_of_damage(error) or isinstance(error, (JSONDecodeError, UnicodeDecodeError, UnpackingError)):
        return damaged(path, error)
    return None if is_whole(path) else damaged(path, error)


def tells_of_damage(error: Exception) -> bool:
    """Whether an error is SQLite's word for a file that is damaged, or Python's for a text in it that is none."""
    from sqlite3 import SQLITE_CORRUPT, SQLITE_NOTADB, OperationalError

    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return isinstance(error, OperationalError)
    return code & 0xFF in (SQLITE_CORRUPT, SQLITE_NOTADB)


def is_whole(path: str) -> bool:
    """Read the whole index at ``path``; return whether all that can be checked in it agrees."""
    from contextlib import closing
    from sqlite3 import DatabaseError

    try:
        with closing(_connected(path, "mode=ro")) as connection:
            return bool(connection.execute("pragma integrity_check(1)").fetchone()[0] == "ok")
    except (DatabaseError, UnicodeDecodeError, IndexFault):
        return False


def damaged(path: str, error: Exception) -> IndexFault:
    """Return that the index at ``path`` is damaged, as an error says."""
    return IndexFault(f"{path} is damaged ({error})", "Remove it, then make it anew with statements index")


def _rescued(path: str) -> Connection:
    """Open what can't be opened as it is: one whose writer was killed, or on a file system without locks."""
    from sqlite3 import DatabaseError

    journal = f"{path}-journal"
    try:
        if os.path.exists(journal):  # noqa: PTH110
            _connected(path, "mode=rw").close()  # which takes back what was written by halves
            return _connected(path, "mode=ro")
        return _connected(path, "mode=ro&immutable=1")
    except (DatabaseError, UnicodeDecodeError) as error:
        mend = "Make it anew with statements index"
        if os.path.exists(journal):  # noqa: PTH110
            mend = "An update of it was killed; open it once where its folder can be written"
        raise IndexFault(f"{path} can't be read ({error})", mend) from error


def _connected(path: str, how: str) -> Connection:
    from sqlite3 import connect

    name = os.path.abspath(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")  # noqa: PTH100
    connection = connect(f"file:{name}?{how}", WAIT, isolation_level=None, check_same_thread=False, uri=True)
    connection.execute("pragma trusted_schema = off")
    if "ro" in how:
        connection.execute("begin")  # so that all that is read is of one moment
    made = connection.execute("select value from about where key = 'record'").fetchone()
    if made is not None and made[0] != ",".join(RECORD_KEYS):
        raise IndexFault(f"{path} was made by another version of this program", "Make it anew with statements index")
    return connection
