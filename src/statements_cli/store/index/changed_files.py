"""Compare files with what an index knows: new, changed, unchanged, gone."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from statements_cli.documents.notices import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from statements_cli.store.tables.file_rows import FileState

_PIECE = 1 << 16  # bytes of a file that are read at a time
_SETTLED = 2_000_000_000  # nanoseconds: a file changed since may change again and keep size and time


class Scan(NamedTuple):
    """The files to read and to note, the paths gone, and how many are unchanged.

    ``elsewhere`` are the known paths that weren't looked at, since they are under other paths.
    """

    to_read: list[tuple[str, FileState]]
    to_note: list[FileState]
    gone: list[str]
    unchanged: int
    elsewhere: list[str]


def scan(
    sources: Sequence[str],
    known: Mapping[str, FileState],
    report: Callable[[Notice], None],
    own: Collection[str] = (),
) -> Scan:
    """Compare the files under ``sources`` with those that an index knows.

    A file of the same size and time is as it was; one of another is read for its hash. ``own`` are real paths
    to be passed over: the index's. A known file goes only if it is under ``sources`` and the folder it was in
    could be listed.
    """
    from statements_cli.documents.reading import STANDARD_INPUT
    from statements_cli.documents.walking import printable, walk
    from statements_cli.store.tables.file_rows import FileState

    found = Scan([], [], [], 0, [])
    own_names = {os.path.basename(path) for path in own}  # noqa: PTH119
    unlisted: list[str] = []
    seen: set[str] = set()
    unchanged = 0

    def tell(notice: Notice) -> None:
        if notice.failed:
            unlisted.append(notice.path)
        if not (notice.failed and notice.path in known):  # one that was named, and is gone
            report(notice)

    for source in sources:
        for file in [source] if source == STANDARD_INPUT else walk(source, tell):
            path = printable(file)
            if path in seen:
                continue
            seen.add(path)
            before = known.get(path)
            if before is not None and file == STANDARD_INPUT:
                report(Notice(file, "takes the place of what the index held of standard input", times=0))
            state = FileState(path) if file == STANDARD_INPUT else _state(file, path, before)
            if state is None:
                unchanged += 1
            elif before is not None and state.hash is not None and before.hash == state.hash:
                found.to_note.append(state)
                unchanged += 1
            elif not _is_one_of(file, own, own_names):
                found.to_read.append((file, state))
    for path in known:
        if path in seen:
            continue
        if not any(is_under(path, source) for source in sources):
            found.elsewhere.append(path)
        elif not any(folder != path and is_under(path, folder) for folder in unlisted):
            found.gone.append(path)
    return found._replace(unchanged=unchanged)


def _is_one_of(file: str, own: Collection[str], own_names: Collection[str]) -> bool:
    """Return whether a path leads to one of some files.

    Their real paths and names are given.

    Its own real path is asked for only where it is a link or has one of these names: each folder in it is looked up.
    """
    if os.path.basename(file) not in own_names and not os.path.islink(file):  # noqa: PTH114, PTH119
        return False
    return os.path.realpath(file) in own


def _state(file: str, path: str, before: FileState | None) -> FileState | None:
    """Return how a file is now.

    None where its size and time are what they were.
    """
    from time import time_ns

    from statements_cli.store.tables.file_rows import FileState

    try:
        held = os.stat(file)  # noqa: PTH116
    except OSError:
        return FileState(path)  # reading it will say why it can't be read
    if before is not None and before.size == held.st_size and before.mtime == held.st_mtime_ns:
        return None
    settled = held.st_mtime_ns < time_ns() - _SETTLED
    return FileState(path, held.st_size, held.st_mtime_ns if settled else None, file_hash(file))


def file_hash(path: str) -> str | None:
    """Return the SHA-256 of a file's bytes, None where it can't be read."""
    from hashlib import sha256

    # not by ``file_digest``, whose buffer of 256 kB takes longer to make than most articles to read
    digest = sha256()
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            while piece := file.read(_PIECE):
                digest.update(piece)
    except OSError:
        return None
    return digest.hexdigest()


def is_under(path: str, folder: str) -> bool:
    """Return whether a path is a folder's, or that of something in it."""
    return path == folder or path.startswith((folder.rstrip("/") + "/", folder.rstrip(os.sep) + os.sep))
