"""A data file's name in.

Its lines or rows out: the word lists that ship with the package.

One list a file; ``#`` begins a comment line that says what the list is and where it comes from. The
files are read with plain ``open``: importlib.resources takes longer to import than all lists to read.
"""

from __future__ import annotations

import os
from functools import cache

_OFTEN = 250  # look-ups in a sorted list
FOLDER = os.path.dirname(__file__)  # noqa: PTH120  (pathlib costs 5 ms at start-up)


@cache
def word_list(name: str) -> tuple[str, ...]:
    """Return the entries of a list, one a line, in the file's order."""
    return tuple(lines_of(os.path.join(FOLDER, name)))  # noqa: PTH118


def lines_of(path: str) -> list[str]:
    """Return the entries of a list anywhere, one a line, in the file's order.

    Bytes that are no text are replaced.
    """
    # bytes, at once: the layers of a text file take longer to set up than such a list to read
    return _entries(_read(path))


def _entries(lines: bytes) -> list[str]:
    text = lines.decode("utf-8", "replace").replace("\r\n", "\n")
    return [line for line in text.split("\n") if line and line[0] != "#"]


@cache
def word_set(name: str) -> frozenset[str]:
    """Return the entries of a list as a set, read once."""
    return frozenset(word_list(name))


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a tab-separated table, its cells as strings, empty cells kept."""
    return tuple(tuple(line.split("\t")) for line in word_list(name))


class SortedWords:
    """A list of thousands that is sorted by code point, looked up where it lies.

    To make it a set takes as long as ``_OFTEN`` such look-ups; who has asked so often will ask again.
    """

    __slots__ = ("_asked", "_lines", "_set")

    def __init__(self, name: str) -> None:
        self._lines = read_bytes(name)
        self._asked = 0
        self._set: frozenset[str] | None = None

    def __contains__(self, word: str) -> bool:
        if self._set is not None:
            return word in self._set
        self._asked += 1
        if self._asked > _OFTEN:
            self._set = frozenset(_entries(self._lines))
        lines, sought = self._lines, word.encode("utf-8", "surrogatepass")
        low, high = 0, len(lines)  # what lies between are whole lines
        while low < high:
            middle = (low + high) // 2
            begin = lines.rfind(b"\n", low, middle) + 1 or low
            end = lines.find(b"\n", middle, high)
            end = high if end < 0 else end
            line = lines[begin:end].rstrip(b"\r")
            if line == sought:
                return line[:1] not in (b"", b"#")
            if line < sought:
                low = end + 1
            else:
                high = begin
        return False


def read_bytes(name: str) -> bytes:
    """Return a binary data file whole."""
    return _read(os.path.join(FOLDER, name))  # noqa: PTH118


def mapped(name: str) -> memoryview:
    """Return a binary data file as it lies in the system's memory.

    It is not copied, and all processes that read it share it.
    """
    import mmap

    with open(os.path.join(FOLDER, name), "rb", buffering=0) as file:  # noqa: PTH118, PTH123
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def _read(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123
        return file.read()
