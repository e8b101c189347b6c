"""Write a file, or a folder, that takes its name only when it is whole.

What is written lies in an unfinished file beside it, which takes its place at the end. Whatever ends the writing
before, what lay there is as it was; only a process that is killed leaves the unfinished file.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_HOW = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class NoFileError(Exception):
    """No file can be written at a path.

    For example: ``what`` is wrong, and ``mend`` says what to do about it.
    """

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(f"{what}. {mend}")
        self.what, self.mend = what, mend


@contextmanager
def whole_file(path: str) -> Iterator[BinaryIO]:
    """Yield a file that takes the place of ``path`` when all went well.

    Raises ``NoFileError`` where a folder, a link or a device lies at ``path``, where its folder isn't there, and where
    nothing can be written.
    """
    check_writable(path)
    folder, name = os.path.split(path)
    part = os.path.join(folder, f".{name[:100]}.{os.urandom(8).hex()}.part")  # noqa: PTH118
    try:
        file = os.open(part, _HOW, 0o666)
    except OSError as error:
        raise unwritten(path, error) from error
    try:
        with os.fdopen(file, "w+b") as stream:
            yield stream
            stream.flush()
            _take_mode(stream.fileno(), path)
            os.fsync(stream.fileno())
        check_writable(path)
        os.replace(part, path)  # noqa: PTH105
    except OSError as error:
        # a write that failed has no file name; other files are none of ours
        if error.filename not in (None, part, path) or isinstance(error, BrokenPipeError):
            raise
        raise unwritten(path, error) from error
    finally:
        with suppress(OSError):
            os.unlink(part)  # noqa: PTH108
    _sync_folder(folder or ".")


@contextmanager
def whole_folder(path: str) -> Iterator[Path]:
    """Yield an empty folder that takes the name ``path`` when all went well.

    Raises ``NoFileError`` where anything but an empty folder lies at ``path``, and where nothing can be written.
    """
    path = path.rstrip("/" + os.sep) or path
    check_free(path)
    folder, name = os.path.split(path)
    part = Path(folder) / f".{name[:100]}.{os.urandom(8).hex()}.part"
    try:
        part.mkdir()
    except OSError as error:
        raise unwritten(path, error) from error
    try:
        yield part
        check_free(path)
        if os.path.isdir(path):  # noqa: PTH112
            os.rmdir(path)  # noqa: PTH106  (elsewhere than on POSIX nothing is renamed over a folder)
        os.rename(part, path)  # noqa: PTH104
    except OSError as error:
        if error.filename not in (None, path) and str(part) not in str(error.filename):
            raise
        raise unwritten(path, error) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    _sync_folder(folder or ".")


def check_free(path: str) -> None:
    """Raise ``NoFileError`` where something other than an empty folder lies at ``path``."""
    if os.path.islink(path):  # noqa: PTH114
        raise NoFileError(f"{path} is a link, which nothing is written through", "Name the folder itself with -o")
    if not os.path.lexists(path):
        return
    if not os.path.isdir(path):  # noqa: PTH112
        raise NoFileError(f"{path} is no folder", "Name a new one with -o")
    try:
        with os.scandir(path) as entries:
            empty = next(entries, None) is None
    except OSError as error:
        raise unwritten(path, error) from error
    if not empty:
        raise NoFileError(f"{path} is not empty, and nothing in it is overwritten", "Name a new folder with -o")


def check_writable(path: str) -> None:
    """Raise ``NoFileError`` where something other than an ordinary file lies at ``path``."""
    if not path:
        raise NoFileError("an empty name is no file's", "Name one with -o")
    try:
        mode = os.lstat(path).st_mode
    except FileNotFoundError:
        return
    except OSError as error:
        raise unwritten(path, error) from error
    if stat.S_ISLNK(mode):
        raise NoFileError(f"{path} is a link, which nothing is written through", "Name the file itself with -o")
    if stat.S_ISDIR(mode):
        raise NoFileError(f"{path} is a folder", f"Name a file: -o {os.path.join(path, 'NAME')}")  # noqa: PTH118
    if not stat.S_ISREG(mode):
        raise NoFileError(f"{path} is no ordinary file", "Name one with -o, or -o - for standard output")


def unwritten(path: str, error: OSError) -> NoFileError:
    """Return what to say where a file can't be written."""
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return NoFileError(f"the folder of {path} is not there", "Make it, or name another place with -o")
    return NoFileError(f"{path} can't be written ({error.strerror or error})", "Name another place with -o")


def _take_mode(file: int, path: str) -> None:
    with suppress(OSError, AttributeError):
        os.fchmod(file, os.stat(path).st_mode & 0o777)  # noqa: PTH116


def _sync_folder(folder: str) -> None:
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
