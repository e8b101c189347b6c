"""List the Parquet files of a finished job whose records are settled, and recognise them.

Names, days and versions were settled across all of them; where they are all there, as they were written, they need not
be settled again. The list stands in a file beside them, in the folder above those of the months, and names each by its
place under that folder: so it holds wherever the folder is copied to.
"""

from __future__ import annotations

import json
import os
from hashlib import file_digest
from typing import TYPE_CHECKING, Any, NamedTuple

from statements_cli.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LIST = "_settled.json"
"""The file of the list. What reads folders of Parquet passes over names that begin so."""
MARKS = frozenset({LIST, "_SUCCESS"})
"""Files in a folder of records that hold none: the list, and Spark's mark of a finished job."""

_FOLDERS = 2  # above a file: that of its month, and that of the records
_LONGEST = 100_000_000  # characters of a list, those of a million files


class ListedFile(NamedTuple):
    """One file of a job: its place under the folder, bytes, records and SHA-256."""

    name: str
    size: int
    records: int
    sha256: str


def list_of(parts: Iterable[ListedFile]) -> str:
    """Return the list of a job's files, as JSON."""
    files = [part._asdict() for part in sorted(parts)]
    return json.dumps({"version": VERSION, "files": files}, indent=1) + "\n"


def settled_parts(files: Sequence[str]) -> list[ListedFile] | None:
    """Return what a list says of the files of one job, as they were written.

    None where it was by another version, or where one is missing, changed, or of another job. Raises ``OSError`` where
    one can't be read.
    """
    for folder in _folders_of(files):
        listed = _read(os.path.join(folder, LIST))  # noqa: PTH118
        if listed is None:
            continue
        found = {os.path.realpath(file): file for file in files}
        names = {os.path.realpath(os.path.join(folder, part.name)): part for part in listed}  # noqa: PTH118
        if len(found) == len(files) == len(listed) and found.keys() == names.keys():
            return listed if all(_is_as_written(found[name], part) for name, part in names.items()) else None
    return None


def _folders_of(files: Sequence[str]) -> Iterable[str]:
    folder = os.path.realpath(files[0]) if files else ""
    for _ in range(_FOLDERS if folder else 0):
        folder = os.path.dirname(folder)  # noqa: PTH120
        yield folder


def _read(path: str) -> list[ListedFile] | None:
    """Return the files that a list names; None where it is none of this version."""
    if not os.path.isfile(path):  # noqa: PTH113
        return None
    with open(path, encoding="utf-8", errors="replace") as file:  # noqa: PTH123
        text = file.read(_LONGEST)
    try:
        held: Any = json.loads(text)
        if held["version"] != VERSION:
            return None
        return [ListedFile(*(one[key] for key in ListedFile._fields)) for one in held["files"]]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _is_as_written(path: str, part: ListedFile) -> bool:
    if not os.path.isfile(path) or os.stat(path).st_size != part.size:  # noqa: PTH113, PTH116
        return False
    with open(path, "rb") as file:  # noqa: PTH123
        return file_digest(file, "sha256").hexdigest() == part.sha256
