"""Write and read small files that are whole or count as missing."""

from __future__ import annotations

import os
import re
import stat
from contextlib import suppress

from statements_cli.documents.plain import digest

_MARK = 64  # characters of a hash, in hexadecimal
_LEFT = re.compile(r"[0-9a-f]{62}\.[0-9a-f]{16}")
_HASH = re.compile(rb"[0-9a-f]{64}")


def write_whole(path: str, content: bytes) -> None:
    """Write a file with its hash before it.

    Another process sees it whole or not at all. Raises nothing.

    Folders that are missing are made for their owner alone.
    """
    part = f"{path}.{os.urandom(8).hex()}"
    try:
        try:
            file = _new(part)
        except FileNotFoundError:
            _make_folder(os.path.dirname(path))  # noqa: PTH120
            file = _new(part)
    except OSError:
        return
    try:
        with open(file, "wb", buffering=0) as out:  # noqa: PTH123
            whole = digest(content).encode() + content
            written = out.write(whole)
        if written == len(whole):
            os.replace(part, path)  # noqa: PTH105
    except OSError:
        pass
    finally:  # also where the process is interrupted
        with suppress(OSError):
            os.unlink(part)  # noqa: PTH108


def _new(path: str) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)


def _make_folder(path: str) -> None:
    if path and not os.path.isdir(path):  # noqa: PTH112
        _make_folder(os.path.dirname(path))  # noqa: PTH120
        with suppress(FileExistsError):
            os.mkdir(path, 0o700)  # noqa: PTH102


def read_whole(path: str) -> bytes | None:
    """Return what was written to a file.

    None where there is none or it was damaged since.
    """
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            held = file.read()
    except OSError:
        return None
    return held[_MARK:] if held[:_MARK] == digest(held[_MARK:]).encode() else None


def is_whole_file(path: str) -> bool:
    """Return whether a regular file opens with a hash, as those written here do.

    What a link leads to does not.
    """
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return False
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            return _HASH.fullmatch(file.read(_MARK)) is not None
    except OSError:
        return False


def is_left(path: str) -> bool:
    """Return whether a file is named as one still being written, or left so."""
    return _LEFT.fullmatch(os.path.basename(path)) is not None  # noqa: PTH119
