"""Keep what extraction finds in documents in a folder, for when they are read again.

A document's entry is found by all that bears on what is found: its bytes and text, what its format says beside,
the user's names, and the extractor (``extractor.installation``). So an answer can't be stale; and an entry that was
damaged is recognised by the hash it begins with. Whatever goes wrong with the folder, documents are parsed instead.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import NamedTuple

from statements_cli.documents.plain import digest
from statements_cli.model import FAST, Document, ModelName
from statements_cli.pipeline import Parsed
from statements_cli.store.cache.checked_files import is_left, is_whole_file, read_whole, write_whole
from statements_cli.store.cache.packing import packed, unpacked
from statements_cli.store.index.fingerprint import installation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from statements_cli.speakers.user_names import Names

_KEPT, _SWEPT = 30 * 86_400, 7 * 86_400  # seconds until an entry goes; between looking for such
_LEFT = 86_400  # seconds from which on what was left of an entry is no longer being written
_NAME_OF = 62  # characters of an entry's name: the hash of its key, without those that name its folder
_FOLDER_OF = 16  # characters of the extractor's hash that name its folder
_SWEEP = "swept"
_HEXADECIMAL = frozenset("0123456789abcdef")
_TELLING = [name for name in Document.__match_args__ if name not in ("path", "text")]


class Cache:
    """A model's findings in documents, kept in ``folder``, which is made when needed."""

    def __init__(self, folder: str, model: ModelName = FAST) -> None:
        self._folder, self._model = folder, model
        self._entries: str | None = None
        self._written = False

    def parse(self, document: Document, names: Names | None = None) -> Parsed:
        """Return what ``pipeline.parse`` returns, found or kept from before."""
        entry = self._entry(document, names)
        found = _kept(entry, document)
        if found is not None:
            return found
        from statements_cli.pipeline import parse

        parsed = parse(document, names, self._model)
        if entry:
            self._keep(entry, parsed)
        return parsed

    def kept(self, document: Document, names: Names | None = None) -> Parsed | None:
        """Return what was kept of a document, None where nothing was."""
        return _kept(self._entry(document, names), document)

    def _entry(self, document: Document, names: Names | None) -> str | None:
        if self._entries is None:
            try:
                self._entries = os.path.join(self._folder, installation(self._model)[:_FOLDER_OF])  # noqa: PTH118
            except OSError:  # of a program that is just being replaced nothing is known
                return None
        about = repr(([getattr(document, name) for name in _TELLING], names and names.known))
        key = digest(f"{about}\n{document.text}".encode("utf-8", "surrogatepass"))
        return f"{self._entries}{os.sep}{key[:2]}{os.sep}{key[2:]}"

    def _keep(self, entry: str, parsed: Parsed) -> None:
        if not self._written:
            self._written = True
            _sweep(self._folder)
        write_whole(entry, packed(parsed))


def _kept(entry: str | None, document: Document) -> Parsed | None:
    kept = read_whole(entry) if entry else None
    return unpacked(kept, document) if kept is not None else None


class Usage(NamedTuple):
    """How many documents are kept in a cache, and their bytes."""

    documents: int
    size: int


def usage(folder: str) -> Usage:
    """Return what a cache holds."""
    sizes = [size for _, _, size in _entries(folder)]
    return Usage(len(sizes), sum(sizes))


def clear(folder: str) -> Usage:
    """Return empty a cache; return what it held. What else lies in its folder stays.

    Raises ``OSError`` for what can't be removed.
    """
    held = usage(folder)
    folders = set()
    for path, _, _ in list(_entries(folder, left_too=True)):
        if is_left(path) or is_whole_file(path):
            os.unlink(path)  # noqa: PTH108
            folders.add(os.path.dirname(path))  # noqa: PTH120
    for one in folders:
        for empty in (one, os.path.dirname(one)):  # noqa: PTH120
            with suppress(OSError):  # somebody has just written there
                os.rmdir(empty)  # noqa: PTH106
    stamp = os.path.join(folder, _SWEEP)  # noqa: PTH118
    if is_whole_file(stamp):
        os.unlink(stamp)  # noqa: PTH108
    return held


def _entries(folder: str, *, left_too: bool = False) -> Iterator[tuple[str, float, int]]:
    """Yield path, time of writing and size of every entry.

    Other files in the folder are no entries.

    With ``left_too`` also of what a process that was killed has left of one.
    """
    for extractor in _folders(folder, _FOLDER_OF):
        for first in _folders(extractor, 2):
            try:
                with os.scandir(first) as held:
                    for entry in held:
                        is_entry = len(entry.name) == _NAME_OF and _HEXADECIMAL.issuperset(entry.name)
                        if (is_entry or (left_too and is_left(entry.name))) and entry.is_file(follow_symlinks=False):
                            state = entry.stat(follow_symlinks=False)
                            yield entry.path, state.st_mtime, state.st_size
            except OSError:
                continue


def _folders(folder: str, length: int) -> list[str]:
    try:
        with os.scandir(folder) as held:
            return [
                entry.path
                for entry in held
                if len(entry.name) == length
                and _HEXADECIMAL.issuperset(entry.name)
                and entry.is_dir(follow_symlinks=False)
            ]
    except OSError:
        return []


def _sweep(folder: str) -> None:
    """Remove what was kept long ago, once in a while."""
    from time import time

    stamp = os.path.join(folder, _SWEEP)  # noqa: PTH118
    now = time()
    with suppress(OSError):
        if os.stat(stamp).st_mtime > now - _SWEPT:  # noqa: PTH116
            return
    for path, written, _ in _entries(folder, left_too=True):
        if written < now - (_LEFT if is_left(path) else _KEPT):
            with suppress(OSError):
                os.unlink(path)  # noqa: PTH108
    if is_whole_file(stamp) or not os.path.lexists(stamp):
        write_whole(stamp, b"")
