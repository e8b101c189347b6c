"""Detect whether an index lies at a path, by its content.

An index has SQLite's mark, and in its header the mark and version of ``table_definitions``.
"""

from __future__ import annotations

import os

from statements_cli.store.index.index_fault import IndexFault, damaged, no_index, of_another_version
from statements_cli.store.tables.table_definitions import APPLICATION_ID, VERSION

_MAGIC = b"SQLite format 3\x00"
_CHANGES_AT, _VERSION_AT, _APPLICATION_AT, _HEADER = 24, 60, 68, 72  # bytes; https://www.sqlite.org/fileformat.html
_DEFINITION = b"CREATE VIRTUAL TABLE statement_words"  # stands in every index, and in no other program's file
_BEGINNING = 1 << 20  # bytes in which the definitions of the tables stand


def is_index(path: str) -> bool:
    """Return whether an index, or what is left of one, lies at ``path``.

    Raises ``IndexFault`` for an index that is damaged or of another version, and for another program's database.
    """
    header = _header(path)
    if not header.startswith(_MAGIC) and not is_remnant(path, header):
        return False
    version = index_version(path)
    if version is not None and version != VERSION:
        raise of_another_version(path, version)
    return version is not None


def index_version(path: str) -> int | None:
    """Return the version of the index at ``path``.

    None where there is nothing, or an empty file.

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
    if not header.startswith(_MAGIC) or header[_APPLICATION_AT:_HEADER] != APPLICATION_ID.to_bytes(4, "big"):
        if not header.startswith(_MAGIC) and is_remnant(path, header):
            raise damaged(path, "its header is overwritten")
        raise no_index(path)
    return int.from_bytes(header[_VERSION_AT : _VERSION_AT + 4], "big")


def state_of(path: str) -> tuple[int, bytes] | None:
    """Return what differs once an index has been written.

    The file's number and SQLite's count of changes.

    None where there is no file.
    """
    try:
        return os.stat(path).st_ino, _header(path)[_CHANGES_AT : _CHANGES_AT + 4]  # noqa: PTH116
    except OSError:
        return None


def is_remnant(path: str, header: bytes) -> bool:
    """Return whether a file with ``header`` is left of an index, by what it holds."""
    if header[_APPLICATION_AT:_HEADER] == APPLICATION_ID.to_bytes(4, "big"):
        return True
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            return _DEFINITION in file.read(_BEGINNING)
    except OSError:
        return False


def _header(path: str) -> bytes:
    if not os.path.isfile(path):  # noqa: PTH113
        return b""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            return file.read(_HEADER)
    except OSError:
        return b""
