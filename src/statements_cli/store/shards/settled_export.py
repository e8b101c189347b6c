"""Mark a Parquet file that ``export`` writes, and recognise it.

Names, days and versions of its records were settled across one corpus; where all are as they were written, they need
not be settled again. The mark stands in the file's foot, and tells the bytes before it: whatever another program makes
of the file, even where it copies the mark, has others.
"""

from __future__ import annotations

import os
from hashlib import sha256
from typing import TYPE_CHECKING

from statements_cli.version import VERSION

if TYPE_CHECKING:
    from typing import BinaryIO

KEY = "statements.settled"
"""The name under which the foot of a file holds the mark."""

_PIECE = 1 << 20  # bytes read at a time
_END = 8  # bytes behind the foot: its length, and the format's name
_NAME = 4  # bytes of the latter
_PARQUET = b"PAR1"


class MarkedStream:
    """A stream to write a file to that reckons its mark."""

    closed = False

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._size = 0
        self._digest = sha256()

    def write(self, data: bytes) -> int:
        """Write bytes; return how many."""
        held = memoryview(data)
        self._digest.update(held)
        self._size += held.nbytes
        return self._out.write(held)

    def tell(self) -> int:
        """Return how many bytes were written."""
        return self._size

    def flush(self) -> None:
        """Hand on what was written."""
        self._out.flush()

    def mark(self, records: int) -> str:
        """Return the mark of a file of so many records, which were written."""
        return _mark(records, self._size, self._digest.hexdigest())


def is_settled_export(path: str) -> bool:
    """Return whether a file is a Parquet export by this version, as it was written.

    Raises ``OSError`` where it can't be read.
    """
    from statements_cli.documents.records.parquet import parquet_note

    if not os.path.isfile(path):  # noqa: PTH113  (a pipe can't be read again)
        return False
    with open(path, "rb") as file:  # noqa: PTH123
        if file.read(_NAME) != _PARQUET:
            return False
        note = parquet_note(path, KEY)
        if note is None:
            return False
        size = file.seek(-_END, os.SEEK_END) - int.from_bytes(file.read(_END)[:-_NAME], "little")
        file.seek(0)
        digest = sha256()
        left = size
        while piece := file.read(min(_PIECE, max(left, 0))):
            digest.update(piece)
            left -= len(piece)
    mark, records = note
    return mark == _mark(records, size, digest.hexdigest())


def _mark(records: int, size: int, digest: str) -> str:
    return f"{VERSION} {records} {size} {digest}"
