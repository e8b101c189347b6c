"""The installed package comes in; a name for what it finds in a text, which changes when that may, goes out."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120  (pathlib is slow)
_ABOVE = frozenset({"cli", "output", "query", "store", "samples"})  # don't bear on what is found
_UNREAD = frozenset({"__pycache__"})
_NO_CODE = (".c", ".pxd", ".pyc")
_OTHERS = ("rapidfuzz/__init__.py", "dateutil/_version.py")  # other packages that do, by what tells their version


def fingerprint(memory: str | None = None) -> str:
    """Return the SHA-256 of all code, weights and word lists that bear on what is found in a document.

    In the folder ``memory`` it is kept which files, by size, time of change and place on the disk, had which
    contents, so that these need be read but once; a memory that can't be used is done without. Raises ``OSError``
    where the package itself can't be read.
    """
    from statements_cli.documents import digest

    files = sorted(_files(_PACKAGE, ""))
    files += [(name, path) for name in _OTHERS if (path := _in_site(name))]
    seen = digest(repr((sys.version, [(name, *_state(path)) for name, path in files])).encode())
    known = None if memory is None else os.path.join(memory, f"extractor-{seen[:16]}")  # noqa: PTH118
    found = _recalled(known)
    if found is None:
        found = digest("\n".join([sys.version, *(f"{name} {digest(_content(path))}" for name, path in files)]).encode())
        _remember(known, found)
    return found


def _files(folder: str, within: str) -> Iterator[tuple[str, str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name in _UNREAD or (not within and entry.name in _ABOVE):
                continue
            if entry.is_dir():
                yield from _files(entry.path, f"{within}{entry.name}/")
            elif not entry.name.endswith(_NO_CODE):
                yield within + entry.name, entry.path


def _in_site(name: str) -> str | None:
    for folder in sys.path:
        path = os.path.join(folder, name)  # noqa: PTH118
        if os.path.exists(path):  # noqa: PTH110
            return path
    return None


def _state(path: str) -> tuple[int, int, int, int]:
    state = os.stat(path)  # noqa: PTH116
    return state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino


def _content(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123
        return file.read()


def _recalled(known: str | None) -> str | None:
    if known is None:
        return None
    from statements_cli.store.wholes import read_whole

    found = read_whole(known)
    return None if found is None else found.decode()


def _remember(known: str | None, found: str) -> None:
    if known is not None:
        from statements_cli.store.wholes import write_whole

        write_whole(known, found.encode())
