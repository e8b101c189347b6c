"""Bound what a stream of bytes may unpack to, and look ahead in it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import IO, TYPE_CHECKING, NamedTuple

from statements_cli.documents.plain import MAX_SIZE, MEGABYTE, TooLargeError, read_bounded
from statements_cli.documents.walking import Report

if TYPE_CHECKING:
    from zipfile import ZipFile

HEAD = 1 << 16
"""Bytes at the beginning of a document that tell its format."""
MOST_LAYERS = 8
"""Archives in archives, compressed or not; what is packed deeper is not read."""
RATIO, ALLOWANCE, TOTAL = 200, 1 << 26, 1 << 40
"""A file may unpack to so many times its size (or to 64 MiB where that is more), and to 1 TiB at most.

Text packs to a third, repetitive records to a thirtieth; what packs to less than a two-hundredth is no text.
"""


class UnreadableError(Exception):
    """A document that cannot be read; the message is a clause that says why."""


class MissingExtraError(UnreadableError):
    """A document that takes an extra which is not installed."""

    def __init__(self, extra: str, things: str) -> None:
        super().__init__(f"{things} can only be read with the extra {extra}: pip install 'statements-cli[{extra}]'")
        self.extra = extra


class BombError(Exception):
    """A file that unpacks to more than any text does.

    Nothing more of it is read.
    """


class Budget:
    """What one file named by the user may unpack to, all its layers together.

    ``size`` is the size of the file in bytes, where that is known; ``taken`` counts what was read of it.
    """

    __slots__ = ("given", "size", "taken")

    def __init__(self, size: int = 0) -> None:
        self.size = size
        self.taken = 0
        self.given = 0

    def spend(self, count: int) -> None:
        """Count bytes unpacked. Raises ``BombError`` where they are more than the file may hold."""
        self.given += count
        if (self.given > ALLOWANCE and self.given > RATIO * max(self.size, self.taken)) or self.given > TOTAL:
            raise BombError(f"unpacks to more than {RATIO} times its size, as no text does")


class Reading(NamedTuple):
    """What is the same for all that is read of one file.

    Whom to tell, which columns to take, the bounds.

    ``missing`` holds the extras already said to be missing, in whatever file.
    """

    report: Report
    budget: Budget
    missing: set[str]
    columns: Mapping[str, str] | None = None
    layer: int = 0
    max_size: int = MAX_SIZE

    def deeper(self) -> Reading:
        """Return the same, one layer of packing further in."""
        return self._replace(layer=self.layer + 1)


def spend_unpacked(archive: ZipFile, reading: Reading) -> None:
    """Count what an archive states it unpacks to, before any of it is unpacked.

    Raises ``UnreadableError`` where that is more than a file may be, ``BombError`` where it is more than any text.
    """
    size = sum(info.file_size for info in archive.infolist())
    reading.budget.spend(size)
    if size > reading.max_size:
        raise UnreadableError(f"unpacks to more than {reading.max_size / MEGABYTE:g} MB, not read")


class _Rejoined(io.RawIOBase):
    """Bytes taken from the beginning of a stream, then the rest.

    Closing it leaves the stream open.
    """

    def __init__(self, head: bytes, rest: IO[bytes], budget: Budget | None) -> None:
        self._head: memoryview | None = memoryview(head)
        self._rest = rest
        self._budget = budget

    def readable(self) -> bool:
        return True

    def readinto(self, into: bytearray | memoryview) -> int:  # type: ignore[override]
        if self._head:
            count = min(len(into), len(self._head))
            into[:count] = self._head[:count]
            self._head = self._head[count:]
            return count
        data = self._rest.read(len(into))
        into[: len(data)] = data
        if self._budget is not None:
            self._budget.taken += len(data)
        return len(data)


class _Unpacked(io.RawIOBase):
    """What a layer of packing gives, counted; its failures are ``UnreadableError``."""

    def __init__(self, packed: IO[bytes], budget: Budget, faults: tuple[type[Exception], ...]) -> None:
        self._packed = packed
        self._budget = budget
        self._faults = faults

    def readable(self) -> bool:
        return True

    def readinto(self, into: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            data = self._packed.read(len(into))
        except self._faults as error:
            raise UnreadableError(f"is damaged or cut off ({brief(error)})") from error
        into[: len(data)] = data
        self._budget.spend(len(data))
        return len(data)


def read_head(stream: IO[bytes], size: int = HEAD) -> bytes:
    """Return a stream's first bytes, as many as asked for unless it ends before.

    A pipe may give few at a time.
    """
    head = stream.read(size)
    if len(head) in (0, size):
        return head
    parts = [head]
    missing = size - len(head)
    while missing and (more := stream.read(missing)):
        parts.append(more)
        missing -= len(more)
    return b"".join(parts)


def rejoined(head: bytes, rest: IO[bytes], budget: Budget | None = None) -> io.BufferedReader:
    """Return the whole stream again, of which ``head`` has been read.

    ``budget`` counts what is taken of it.
    """
    return io.BufferedReader(_Rejoined(head, rest, budget), HEAD)


def unpacked(packed: IO[bytes], reading: Reading, *faults: type[Exception]) -> io.BufferedReader:
    """Return the stream that a decompressor gives, bounded.

    ``faults`` are what it raises on bytes it can't unpack.
    """
    return io.BufferedReader(_Unpacked(packed, reading.budget, (EOFError, OSError, *faults)), HEAD)


def read_whole(head: bytes, rest: IO[bytes], reading: Reading) -> bytes:
    """Return all bytes of a document.

    Raises ``UnreadableError`` for one that is larger than what may be read.
    """
    try:
        return read_bounded(rest, head, reading.max_size)
    except TooLargeError as error:
        raise UnreadableError(str(error)) from error


def brief(error: Exception) -> str:
    """Return what an error says, on one line and short, or else its name."""
    words = " ".join(str(error).split()) or type(error).__name__
    return words if len(words) <= 120 else words[:119] + "…"
