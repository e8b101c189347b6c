"""Find the articles that a command is asked about.

Paths, an index among them, the user's names, the cache.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Mapping, Sequence

from statements_cli.cli.errors import UsageError
from statements_cli.cli.settings import Settings
from statements_cli.output.environment import Environment
from statements_cli.output.messages import Messages

_HEADER = 100  # bytes of an SQLite file's header
_NEVER_TEXT = frozenset((*range(7), *range(14, 27), 0xFE, 0xFF))  # bytes that stand in no text
_PAGE = 512  # bytes, which the size of an SQLite file is a multiple of
_MAGIC = b"SQLite format 3\0"
_INDEX_NAMES = (".db", ".sqlite", ".sqlite3")
_SAMPLES_SAID = (
    "no articles named, so these are the samples that come with statements; "
    "name files or folders, or set STATEMENTS_CORPUS"
)


def corpus_paths(named: Sequence[str], settings: Settings, environment: Environment, messages: Messages) -> list[str]:
    """Return the paths to read: those named, else the environment's, the settings', the samples.

    What fits a pattern stands in its place.
    """
    from statements_cli.documents.walking import expanded

    if named:
        return expanded(named)
    variable = environment.variables.get("STATEMENTS_CORPUS", "")
    if paths := [path for path in variable.split(os.pathsep) if path]:
        messages.explain(f"reading what STATEMENTS_CORPUS names: {', '.join(paths)}")
        return expanded(paths)
    if settings.corpus:
        messages.explain(f"reading what is named in {' and '.join(settings.files)}: {', '.join(settings.corpus)}")
        return expanded(settings.corpus)
    messages.warn(_SAMPLES_SAID)
    return [samples_folder()]


def indexes_among(paths: Sequence[str]) -> tuple[str, ...]:
    """Return the indexes among these paths, which are then all of them.

    None where they are articles.

    Raises ``UsageError`` for an index beside articles, and for one, named alone, that can't be used.
    """
    if len(paths) > 1:
        found = tuple(path for path in paths if _is_meant_as_index(path))
    else:
        found = tuple(path for path in paths if _may_be_index(path))
    if not found:
        return ()
    if len(found) < len(paths):
        other = next((path for path in paths if path not in found), "")
        if not os.path.lexists(other) and other != "-":
            raise UsageError(f"{other}: no such file or folder", "Name another file or folder")
        what = f"{found[0]} is an index, which is read by itself, and {other} is none"
        raise UsageError(what, f"Put the other articles into it: statements index PATH -o {found[0]}")
    if len(found) == 1:
        from statements_cli.store.index.files import is_index
        from statements_cli.store.index.index_fault import IndexFault

        try:
            is_index(found[0])
        except IndexFault as fault:
            raise UsageError(fault.what, fault.mend) from fault
    return found


def _is_meant_as_index(path: str) -> bool:
    """Return whether one of several paths is, or is to be, an index.

    A path that is to be one has the name of one and is empty or missing.
    """
    try:
        return _may_be_index(path) or (path.endswith(_INDEX_NAMES) and not os.path.lexists(path))
    except UsageError:
        return True


def _may_be_index(path: str) -> bool:
    """Return whether a file opens as SQLite's do, or is left of an index.

    Raises ``UsageError`` for an empty file whose name says that it is an index.
    """
    try:
        state = os.stat(path)  # noqa: PTH116
        if not stat.S_ISREG(state.st_mode):
            return False
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            header = file.read(_HEADER)
    except OSError:
        return False
    if not header and path.endswith(_INDEX_NAMES):
        raise UsageError(f"{path} is empty, and no index", f"Make it with statements index PATH -o {path}")
    if header.startswith(_MAGIC):
        return True
    if header and _MAGIC.startswith(header) and path.endswith(_INDEX_NAMES):
        return True  # the file was cut
    if _NEVER_TEXT.isdisjoint(header) and (state.st_size % _PAGE or not header):
        return False
    from statements_cli.store.index.files import is_remnant

    return is_remnant(path, header)


def cache_folder(variables: Mapping[str, str]) -> str | None:
    """Return the folder in which what was found in articles is kept.

    None where the platform names none.
    """
    if named := variables.get("STATEMENTS_CACHE_DIR"):
        return named
    if sys.platform == "win32":
        base = variables.get("LOCALAPPDATA")
    else:
        home = variables.get("HOME")
        below = "Library/Caches" if sys.platform == "darwin" else ".cache"
        base = variables.get("XDG_CACHE_HOME") or (os.path.join(home, below) if home else None)  # noqa: PTH118
    return os.path.join(base, "statements") if base else None  # noqa: PTH118


def samples_folder() -> str:
    """Return the folder of the sample articles inside the package."""
    from statements_cli import version  # beside which they lie

    return os.path.join(os.path.dirname(os.path.abspath(version.__file__)), "samples")  # noqa: PTH100, PTH118, PTH120


def names_beside(paths: Sequence[str]) -> str | None:
    """Return the ``names.toml`` in or beside one of these paths, if any."""
    for path in paths:
        folder = path if os.path.isdir(path) else os.path.dirname(path)  # noqa: PTH112, PTH120
        beside = os.path.join(folder, "names.toml")  # noqa: PTH118
        if path != "-" and os.path.isfile(beside):  # noqa: PTH113
            return beside
    return None
