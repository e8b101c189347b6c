"""Open an index for reading, and decide whether an error comes from damage."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from statements_cli.store.index.beside import check_beside
from statements_cli.store.index.files import is_index
from statements_cli.store.index.index_fault import (
    IndexFault,
    damaged,
    no_index,
    of_another_version,
    tells_of_damage,
    unwritten,
)
from statements_cli.store.index.seal import is_broken
from statements_cli.store.tables.table_definitions import APPLICATION_ID, VERSION

if TYPE_CHECKING:
    from sqlite3 import Connection

WAIT = 30.0
"""Seconds that a reader waits for a writer to write what it has, a moment as a rule."""


def open_index(path: str, *, sealed: bool = True, of_records: bool = True) -> Connection:
    """Return a connection that reads the index at ``path``.

    Its folder and file may be read-only.

    Raises ``IndexFault`` where there is none, or where it is damaged; where not ``sealed`` is asked for, a broken
    seal is let pass, and where not ``of_records``, one whose records have other fields, from which only names can
    be read.
    """
    from sqlite3 import DatabaseError, OperationalError

    if not os.path.exists(path):  # noqa: PTH110
        raise IndexFault(f"{path}: no such file", "Name another, or make one with statements index PATH -o FILE")
    if not os.path.isfile(path):  # noqa: PTH113
        raise IndexFault(f"{path} is no index of statements", "Make one with statements index PATH -o FILE")
    # SQLite itself is asked what it is: a file that it has open for another reader must not be opened and closed
    # beside it, which would take away that reader's lock (https://www.sqlite.org/howtocorrupt.html, 2.2)
    try:
        return _connected(path, "mode=ro", sealed=sealed, of_records=of_records)
    except OperationalError as error:
        if not is_index(path):
            raise no_index(path) from error
        if tells_of_damage(error):
            raise damaged(path, error) from error
        return _rescued(path)
    except (DatabaseError, UnicodeDecodeError) as error:
        if not is_index(path):
            raise no_index(path) from error
        raise damaged(path, error) from error


def fault_in(path: str, error: Exception) -> IndexFault | None:
    """Return the fault of the index at ``path`` that caused ``error``, if any."""
    from json import JSONDecodeError
    from sqlite3 import SQLITE_BUSY, SQLITE_LOCKED
    from zlib import error as UnpackingError  # noqa: N812

    if getattr(error, "sqlite_errorcode", None) in (SQLITE_BUSY, SQLITE_LOCKED):
        return IndexFault(f"{path} is being written", "Ask again in a moment")
    if tells_of_damage(error) or isinstance(error, (JSONDecodeError, UnicodeDecodeError, UnpackingError)):
        return damaged(path, error)
    return None if is_whole(path) else damaged(path, error)


def writing_fault(path: str, part: str, error: Exception, called: str) -> IndexFault | None:
    """Return an index's fault, by what it is ``called``, where it caused ``error`` while updating."""
    from sqlite3 import Error

    if isinstance(error, OSError) and error.filename not in (path, part, None):
        return None
    if isinstance(error, (Error, OSError)) and not tells_of_damage(error):
        return unwritten(called, error)
    # other errors may be those of reading documents, which are no index's fault
    if isinstance(error, Error) or (os.path.exists(path) and not is_whole(path)):  # noqa: PTH110
        return damaged(called, error)
    return None


def is_whole(path: str) -> bool:
    """Read the whole index at ``path``.

    Return whether all that can be checked in it agrees.
    """
    from contextlib import closing
    from sqlite3 import DatabaseError

    try:
        with closing(_connected(path, "mode=ro")) as connection:
            return bool(connection.execute("pragma integrity_check(1)").fetchone()[0] == "ok")
    except (DatabaseError, UnicodeDecodeError, IndexFault):
        return False


def _rescued(path: str) -> Connection:
    """Open what can't be opened as it is.

    One whose writer was killed, or on a file system without locks.
    """
    from sqlite3 import DatabaseError

    journal = f"{path}-journal"
    check_beside(path)
    try:
        if os.path.exists(journal):  # noqa: PTH110
            _connected(path, "mode=rw").close()  # which takes back what was written by halves
            return _connected(path, "mode=ro")
        return _connected(path, "mode=ro&immutable=1")
    except (DatabaseError, UnicodeDecodeError) as error:
        mend = "Make it again with statements index"
        if os.path.exists(journal):  # noqa: PTH110
            mend = "An update of it was killed; open it once where its folder can be written"
        raise IndexFault(f"{path} can't be read ({error})", mend) from error


def _connected(path: str, how: str, *, sealed: bool = True, of_records: bool = True) -> Connection:
    from sqlite3 import connect

    name = os.path.abspath(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")  # noqa: PTH100
    connection = connect(f"file:{name}?{how}", WAIT, isolation_level=None, check_same_thread=False, uri=True)
    try:
        connection.execute("pragma trusted_schema = off")
        if "ro" in how:
            connection.execute("begin")  # so that all that is read is of one moment
        _check_marks(path, connection)
        if of_records:
            _check_record(path, connection)
        if sealed and is_broken(connection):
            raise damaged(path, "it is not as it was written")
    except BaseException:
        connection.close()
        raise
    return connection


def _check_marks(path: str, connection: Connection) -> None:
    """Raise ``IndexFault`` where a database is no index, or of another version."""
    if connection.execute("pragma application_id").fetchone()[0] != APPLICATION_ID:
        raise no_index(path)
    (version,) = connection.execute("pragma user_version").fetchone()
    if version != VERSION:
        raise of_another_version(path, version)


def _check_record(path: str, connection: Connection) -> None:
    """Raise ``IndexFault`` where the records of an index have other fields than this version's."""
    made = connection.execute("select value from about where key = 'record'").fetchone()
    from statements_cli.model import RECORD_KEYS

    if made is not None and made[0] != ",".join(RECORD_KEYS):
        raise IndexFault(f"{path} was made by another version of this program", "Make it again with statements index")
