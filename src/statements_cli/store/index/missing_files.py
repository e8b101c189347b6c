"""Find the files of an index that are no longer where they were."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from statements_cli.documents.reading import STANDARD_INPUT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

_NAMED = 3  # files named in a message
_ESCAPED = re.compile(rb"\\x([0-9a-f]{2})")


def missing_files(paths: Iterable[str], folders: Sequence[str]) -> list[str]:
    """Return those of ``paths``, as an index has them, where no file is.

    A relative path is looked for from the working folder and from all ``folders``. What can't be looked at,
    for want of rights say, doesn't count as missing.
    """
    starts = ("", *folders)
    return [path for path in paths if path != STANDARD_INPUT and all(map(_is_absent, _places(path, starts)))]


def missing_said(missing: Collection[str]) -> str:
    """Return in words how many files are missing, and the first of them."""
    named = ", ".join(sorted(missing)[:_NAMED])
    more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
    files = "1 file in it is" if len(missing) == 1 else f"{len(missing)} files in it are"
    return f"{files} no longer found: {named}{more}"


def _places(path: str, starts: Sequence[str]) -> Iterator[str]:
    forms = [path]
    if "\\x" in path:  # a name with bytes that are no text, or one that looks so
        given = _ESCAPED.sub(lambda escaped: bytes([int(escaped[1], 16)]), path.encode("utf-8", "surrogatepass"))
        forms.append(os.fsdecode(given))
    for form in forms:
        for start in starts if not os.path.isabs(form) else ("",):  # noqa: PTH117
            yield os.path.join(start, form)  # noqa: PTH118


def _is_absent(path: str) -> bool:
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False
