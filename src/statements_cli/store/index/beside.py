"""Check the files beside an index that SQLite would write to, play back or delete.

SQLite takes ``FILE-journal``, ``FILE-wal`` and ``FILE-shm`` for its own, whatever they hold: it follows a link
there, overwrites what it leads to, and deletes a file that it can't use. So the one who lets SQLite write an index
asks here first. Their formats: https://www.sqlite.org/fileformat.html
"""

from __future__ import annotations

import os
import stat
import sys

from statements_cli.store.index.index_fault import IndexFault

_JOURNAL, _JOURNAL_HEADER = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 28  # bytes
_LOGS = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
_SHARED_MEMORY_VERSION = 3007000
_SMALLEST, _LARGEST = 32, 65_536  # bytes of a sector or a page


def check_beside(path: str) -> None:
    """Raise ``IndexFault`` where SQLite would overwrite foreign files beside the index ``path``."""
    for ending, is_sqlite in (("-journal", is_journal), ("-wal", _is_log), ("-shm", _is_shared_memory)):
        beside = path + ending
        if not os.path.lexists(beside):
            continue
        header = own_header(beside)
        if header is None or not is_sqlite(header):
            raise IndexFault(
                f"{beside} is no file of SQLite, which would overwrite it",
                "Move it away, or name another place with -o",
            )


def remove_journal(path: str) -> None:
    """Remove the journal of an index that is no longer there.

    What else has its name stays, as does the index.
    """
    check_beside(path)
    try:
        os.unlink(f"{path}-journal")  # noqa: PTH108
    except OSError:
        return


def own_header(path: str) -> bytes | None:
    """Return the first bytes of a regular file under one name only.

    None for a link and whatever else it may be.
    """
    try:
        file = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return None
    try:
        state = os.fstat(file)
        if not stat.S_ISREG(state.st_mode) or state.st_nlink > 1:
            return None
        return os.read(file, _JOURNAL_HEADER)
    finally:
        os.close(file)


def is_journal(header: bytes) -> bool:
    """Return whether a file that begins so is a rollback journal, in use or emptied.

    Its mark is written last, so there may be zeros in its place; the sizes of sector and page are always there.
    """
    if not any(header):
        return len(header) in (0, _JOURNAL_HEADER)
    sizes = (int.from_bytes(header[20:24], "big"), int.from_bytes(header[24:28], "big"))
    marked = header[:8] in (_JOURNAL, bytes(8))
    return marked and all(_SMALLEST <= size <= _LARGEST and not size & (size - 1) for size in sizes)


def _is_log(header: bytes) -> bool:
    return not header or header.startswith(_LOGS)


def _is_shared_memory(header: bytes) -> bool:
    return not any(header[:4]) or int.from_bytes(header[:4], sys.byteorder) == _SHARED_MEMORY_VERSION
