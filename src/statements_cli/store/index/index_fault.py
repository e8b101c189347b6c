"""Say what is wrong with an index, and how to mend it."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from statements_cli.store.tables.table_definitions import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable

    from statements_cli.documents.notices import Notice

_SQLITE_READONLY = 8  # https://www.sqlite.org/rescode.html
_SQLITE_NO_ROOM = (13, 778)  # a full disk, and a limit on the size of files


class IndexFault(Exception):  # noqa: N818  (what is wrong with it)
    """An index that can't be used: what is wrong, and how to mend it."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(f"{what}. {mend}")
        self.what = what
        self.mend = mend


def damaged(path: str, error: Exception | str) -> IndexFault:
    """Return that the index at ``path`` is damaged, as an error says."""
    return IndexFault(f"{path} is damaged ({error})", "Remove it, then make it again with statements index")


def no_index(path: str) -> IndexFault:
    """Return that what lies at ``path`` is another file than an index."""
    return IndexFault(
        f"{path} is no index of statements, but another file",
        "Make an index under a name of its own: statements index PATH -o FILE",
    )


def of_another_version(path: str, version: int) -> IndexFault:
    """Return that the index at ``path`` has tables of another version."""
    return IndexFault(
        f"{path} is an index of version {version}, and this program reads version {VERSION}",
        "Make it again with statements index",
    )


def tells_of_damage(error: Exception) -> bool:
    """Return whether an error is SQLite's for damage, or Python's for an undecodable text."""
    from sqlite3 import SQLITE_CORRUPT, SQLITE_NOTADB, OperationalError

    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return isinstance(error, OperationalError)
    return code & 0xFF in (SQLITE_CORRUPT, SQLITE_NOTADB)


def unwritten(path: str, error: Exception) -> IndexFault:
    """Return the system's or SQLite's reason for a failed write of the index."""
    code = getattr(error, "sqlite_errorcode", 0)
    reason = getattr(error, "strerror", None) or str(error)
    if code & 0xFF == _SQLITE_READONLY or getattr(error, "errno", None) in (errno.EACCES, errno.EPERM, errno.EROFS):
        return IndexFault(f"{path} can't be written ({reason})", "Make it writable, or name another place with -o")
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return IndexFault(f"{path} can't be written ({reason})", "Name a place that is there with -o")
    if code in _SQLITE_NO_ROOM or getattr(error, "errno", None) in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT):
        mend = "Make room on the disk, or name another place; what was there is as it was"
    else:
        mend = "Make room on the disk, or check it; what was there is as it was"
    return IndexFault(f"{path} could not be written ({reason})", mend)


def of_index(name: str, path: str, report: Callable[[Notice], None]) -> Callable[[Notice], None]:
    """Return a report that calls the index at ``path`` by its name.

    It counts as no document.
    """
    return lambda notice: report(notice._replace(path=name, times=0) if notice.path == path else notice)
