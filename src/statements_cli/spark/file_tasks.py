"""Share files among tasks: small ones together, a large one by itself."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from statements_cli.documents import Notice

_TASK = 4_000_000  # bytes of small files that one task reads
_MOST_FILES = 1000  # files that one task reads
_PORTION = 1_000_000  # bytes of text that one task parses, some seconds of work
_MOST_PARTITIONS = 20_000


class File(NamedTuple):
    """A file to read.

    Its place among all, its path as the system has it, and its size in bytes.
    """

    place: int
    path: str
    size: int


class Files(NamedTuple):
    """The files under paths, in reading order, and what is wrong with the paths."""

    found: list[File]
    faults: list[Notice]


def files_under(paths: Iterable[str]) -> Files:
    """Return the files under paths, each once, as they are walked on one machine."""
    from statements_cli.documents.walking import walk

    notices: list[Notice] = []
    names = dict.fromkeys(name for path in paths for name in walk(path, notices.append))
    return Files(
        [File(place, name, _size(name)) for place, name in enumerate(names)],
        [notice for notice in notices if notice.failed],
    )


def tasks_of(files: Iterable[File]) -> Iterator[list[File]]:
    """Yield the files that each task reads, neighbours together."""
    held: list[File] = []
    size = 0
    for file in files:
        if held and (size + file.size > _TASK or len(held) >= _MOST_FILES):
            yield held
            held, size = [], 0
        held.append(file)
        size += file.size
    if held:
        yield held


def partitions_for(files: Sequence[File], cores: int) -> int:
    """Return among how many tasks the documents of files are shared to be parsed.

    A few for each core at least.
    """
    size = sum(file.size for file in files)
    return min(max(size // _PORTION, 4 * cores, 1), _MOST_PARTITIONS)


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116  (as in walking, paths are strings)
    except OSError:
        return 0
