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


def read_bytes(name: str) -> bytes:
    """A binary data file whole."""
    with open(os.path.join(FOLDER, name), "rb", buffering=0) as file:  # noqa: PTH118, PTH123
        return file.read()
