"""A data file's name in; its lines or rows out: the word lists that ship with the package.

One list a file; ``#`` begins a comment line that says what the list is and where it comes from. The
files are read with plain ``open``: importlib.resources takes longer to import than all lists to read.
"""

from __future__ import annotations

import os
from functools import cache

FOLDER = os.path.dirname(__file__)  # noqa: PTH120  (pathlib costs 5 ms at start-up)


@cache
def word_list(name: str) -> tuple[str, ...]:
    """The entries of a list, one a line, in the file's order."""
    # bytes, at once: the layers of a text file take longer to set up than such a list to read
    lines = read_bytes(name).decode("utf-8").replace("\r\n", "\n").split("\n")
    return tuple([line for line in lines if line and line[0] != "#"])


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a tab-separated table, its cells as strings, empty cells kept."""
    return tuple(tuple(line.split("\t")) for line in word_list(name))


class SortedWords:
    """A list of thousands that is sorted by code point, looked up where it lies: making it a set takes longer."""

    __slots__ = ("_lines",)

    def __init__(self, name: str) -> None:
        self._lines = read_bytes(name)

    def __contains__(self, word: str) -> bool:
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
    """A binary data file whole."""
    with open(os.path.join(FOLDER, name), "rb", buffering=0) as file:  # noqa: PTH118, PTH123
        return file.read()
