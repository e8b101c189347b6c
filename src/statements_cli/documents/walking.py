"""Walk paths and folders to the files to read, in order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from statements_cli.documents.notices import Notice

Report = Callable[[Notice], None]

_PATTERN = frozenset("*?[")
_SETTINGS = frozenset({"names.toml", "statements.toml"})  # what users say to this program, no articles


def expanded(paths: Iterable[str]) -> list[str]:
    """Return the paths, with what fits a pattern (``shards/*.db``) in its place, sorted.

    A path that is there is no pattern; a pattern that fits nothing stays, to be reported as missing.
    """
    found: list[str] = []
    for path in paths:
        if _PATTERN.isdisjoint(path) or os.path.lexists(path):
            found.append(path)
            continue
        from glob import glob

        found += sorted(glob(path, recursive=True)) or [path]  # noqa: PTH207  (paths stay as given)
    return found


def walk(path: str, report: Report) -> Iterator[str]:
    """Yield the files under a path, folders walked in sorted order.

    The path itself where it is no folder.

    In a folder, hidden files and folders are passed over, and so are this program's own settings, links that
    lead out of it, in circles or nowhere, and what is no regular file. A path that is missing or can't be listed is
    reported as failed.
    """
    if not os.path.isdir(path):  # noqa: PTH112  (pathlib costs 5 ms at start-up)
        if os.path.lexists(path):
            yield path
        else:
            report(Notice(printable(path), "no such file or folder", failed=True))
        return
    root = os.path.realpath(path)
    linked: set[str] = set()  # the folders entered through a link
    # a generator for each folder we are in: one calling itself would end at the depth that Python bears
    walked = [_entries(path, root, (root,), linked, report)]
    while walked:
        entry = next(walked[-1], None)
        if entry is None:
            walked.pop()
        elif entry[1]:
            walked.append(_entries(entry[0], root, entry[1], linked, report))
        else:
            yield entry[0]


def _entries(
    folder: str, root: str, above: tuple[str, ...], linked: set[str], report: Report
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what a folder holds, in sorted order.

    Files with nothing, folders with the real paths of those around.
    """
    try:
        with os.scandir(folder) as entries:
            names = sorted((entry.name, entry.is_symlink()) for entry in entries)
    except OSError as error:
        report(Notice(printable(folder), f"cannot be listed ({reason(error)})", failed=True))
        return
    for name, is_link in names:
        if name.startswith(".") or name in _SETTINGS:
            continue
        path = os.path.join(folder, name)  # noqa: PTH118
        real = os.path.realpath(path) if is_link else os.path.join(above[-1], name)  # noqa: PTH118
        if is_link and not _may_follow(real, root, above, linked):
            report(Notice(printable(path), "is a link that leads out of the folder or in a circle, passed over"))
        elif os.path.isdir(path):  # noqa: PTH112
            if is_link:
                linked.add(real)
            yield path, (*above, real)
        elif os.path.isfile(path):  # noqa: PTH113
            yield path, ()
        else:
            report(Notice(printable(path), "is no regular file, passed over"))


def _may_follow(real: str, root: str, above: tuple[str, ...], linked: set[str]) -> bool:
    within = real.startswith(root.rstrip(os.sep) + os.sep)
    return within and real not in above and real not in linked


def printable(path: str) -> str:
    """Return the path with bytes that are no text written as escapes.

    A surrogate in it could not be printed.
    """
    return os.fsencode(path).decode("utf-8", "backslashreplace") if not path.isascii() else path


def reason(error: OSError) -> str:
    """Return why the system refused, in its own words and lower case."""
    text = error.strerror or type(error).__name__
    return text[:1].lower() + text[1:]
