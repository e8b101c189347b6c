"""Seal a small index with a checksum of its file, to find any damage.

The seal is a row of a table that has a page to itself. It covers the file as the transaction that writes it leaves
it, but for that page and SQLite's own count of changes; the count it is for stands in it, too, so that a file that
another program has written to since isn't taken for a damaged one, and in ``about``, so that a seal left from
before isn't taken for this one. To read more than ``LARGEST`` bytes each time
takes too long: larger indexes have no seal, and what their rows are is checked by ``check`` alone.
"""

from __future__ import annotations

import os
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO
from zlib import crc32

if TYPE_CHECKING:
    from sqlite3 import Connection

LARGEST = 16_000_000  # bytes, which take some 30 ms
_COUNTS = ((24, 28), (92, 100))  # bytes of the header: the count of changes, what it was for, by which SQLite
_HEADER = 100  # bytes
_PIECE = 1 << 20  # bytes of the file that are read at a time
_CHANGE = "change"
_LOG = 2  # in the header's byte 18: a file whose changes are in a log beside it


def next_change(connection: Connection, part: str | None = None) -> dict[str, str]:
    """Return the number of the change that the seal will be for.

    It is to stand in ``about``: the next one, or the one after it where ``part`` is an index that nobody else knows
    yet, which is sealed when its rows are on the disk. "" for a large index.
    """
    if _size(connection) > LARGEST:
        return {_CHANGE: ""}
    if part is None:
        return {_CHANGE: str(_counted(connection.serialize()) + 1)}
    with open(part, "rb") as file:  # noqa: PTH123
        return {_CHANGE: str(_counted(file.read(_HEADER)) + 2)}


def seal(connection: Connection) -> None:
    """Write the seal, as the last change of a transaction.

    Where ``about`` names no change there is to be none.
    """
    values: tuple[int | None, int | None] = (None, None)
    if _last(connection):
        image = connection.serialize()
        values = (_counted(image) + 1, _checksum(BytesIO(image), len(image), _page(connection)))
    connection.execute("update seal set changes = ?, checksum = ?", values)


def commit_sealed(connection: Connection, part: str) -> None:
    """Commit the rows of an index that nobody else knows yet, then its seal.

    So it is read piece by piece from the disk: of what isn't written SQLite gives the image only as a whole, twice.
    """
    connection.execute("commit")
    values: tuple[int | None, int | None] = (None, None)
    last = _last(connection)
    if last:
        with open(part, "rb") as file:  # noqa: PTH123
            values = (int(last), _checksum(file, os.fstat(file.fileno()).st_size, _page(connection)))
    connection.execute("update seal set changes = ?, checksum = ?", values)


def is_broken(connection: Connection) -> bool:
    """Return whether an index being read is not as it was when it was sealed.

    False where that can't be known.

    Raises ``sqlite3.Error`` for what can't be read.
    """
    changes, checksum = connection.execute("select changes, checksum from seal").fetchone() or (None, None)
    if _last(connection) != str("" if changes is None else changes):
        return True  # one of the two is of an earlier change
    if changes is None or _size(connection) > LARGEST:
        return False
    image = connection.serialize()
    counted = _counted(image)
    if counted > changes or image[18] == _LOG:
        # another program has written since, or seal and ``about`` are both left from before: the rows tell
        from statements_cli.store.index.checksums import checksums_of, kept_checksums

        return checksums_of(connection) != kept_checksums(connection)
    return counted < changes or checksum != _checksum(BytesIO(image), len(image), _page(connection))


def _last(connection: Connection) -> str:
    (last,) = connection.execute("select value from about where key = ?", (_CHANGE,)).fetchone() or ("",)
    return str(last)


def _counted(image: bytes) -> int:
    return int.from_bytes(image[24:28], "big")


def _size(connection: Connection) -> int:
    (pages,) = connection.execute("pragma page_count").fetchone()
    (size,) = connection.execute("pragma page_size").fetchone()
    return int(pages) * int(size)


def _page(connection: Connection) -> slice:
    """Return the place of the seal's own page in the file."""
    (number,) = connection.execute("select rootpage from sqlite_schema where name = 'seal'").fetchone()
    (size,) = connection.execute("pragma page_size").fetchone()
    return slice((number - 1) * size, number * size)


def _checksum(file: BinaryIO, size: int, own: slice) -> int:
    checksum = at = 0
    places = [*((start, end, True) for start, end in _COUNTS), (own.start, own.stop, False), (size, size, False)]
    for start, end, counted in sorted(places):
        file.seek(at)
        while at < start:
            piece = file.read(min(_PIECE, start - at))
            if not piece:
                break
            checksum = crc32(piece, checksum)
            at += len(piece)
        checksum = crc32(bytes(end - start), checksum) if counted else checksum
        at = end
    return checksum
