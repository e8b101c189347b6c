"""Separate indexes from articles among paths, and read and parse the articles."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from errno import ENOENT
from functools import partial
from os import PathLike
from stat import S_ISREG
from typing import TYPE_CHECKING

from statements_cli.documents.notices import Notice
from statements_cli.model import Document, ModelName

if TYPE_CHECKING:
    from statements_cli.pipeline import Parsed
    from statements_cli.speakers.user_names import Names

_SQLITE = b"SQLite format 3\0"


def is_one_index(given: Sequence[str]) -> bool:
    """Return whether paths are indexes rather than articles.

    Raises ``FileNotFoundError`` for a path that isn't there, and ``ValueError`` for an index beside articles.
    """
    for path in given:
        if path != "-" and not os.path.exists(path):  # noqa: PTH110
            raise FileNotFoundError(ENOENT, "no such file or folder", path)
    indexes = [path for path in given if _is_index(path)]
    if indexes and len(indexes) < len(given):
        raise ValueError(f"{indexes[0]} is an index, which is read by itself")
    return bool(indexes)


def parsed_files(
    paths: Sequence[str], report: Callable[[Notice], None] | None, names: Names | None, model: ModelName
) -> Iterator[Parsed]:
    """Read and parse the articles under paths, as they are asked for.

    ``report`` hears of what can't be read or parsed; without it, that raises ``OSError``. Raises
    ``MissingModelError`` at once where the extra of the accurate ``model`` isn't installed.
    """
    from statements_cli.documents import read
    from statements_cli.pipeline import attempt, parse, require

    require(model)
    parser = partial(parse, model=model)
    told = report or _raise_failed

    def parsed(document: Document) -> Iterator[Parsed]:
        done = attempt(document, names, parser)
        if done.fault is None:
            yield done.parsed
        else:
            told(done.fault)

    return (one for document in read(paths, report=told) for one in parsed(document))


def several_paths(paths: str | PathLike[str] | Iterable[str | PathLike[str]]) -> list[str]:
    """Return one path or several as a list of texts."""
    return [os.fspath(path) for path in ([paths] if isinstance(paths, (str, os.PathLike)) else paths)]


def _is_index(path: str) -> bool:
    try:
        if not S_ISREG(os.stat(path).st_mode):  # noqa: PTH116
            return False
        with open(path, "rb") as file:  # noqa: PTH123
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False


def _raise_failed(notice: Notice) -> None:
    """Raise ``OSError`` for what can't be read; what is only passed over is no fault."""
    if notice.failed:
        raise OSError(f"{notice.path}: {notice.message}")
