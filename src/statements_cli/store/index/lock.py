"""Give one writer at a time the right to write, and an unfinished file.

Beside the index ``FOLDER/NAME`` lie, while it is written, ``.NAME.lock`` and ``.NAME.RANDOM.part``. The lock opens
with a mark and holds the name of the unfinished file, so that the next writer can remove what one that was killed
has left. A file with words in it under one of these names that lacks the mark, or isn't named in a lock, is the
user's: it is neither opened through a link nor written to nor removed.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from contextlib import ExitStack, contextmanager, suppress
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from statements_cli.store.index.beside import remove_journal
from statements_cli.store.index.files import index_version
from statements_cli.store.index.index_fault import IndexFault, unwritten

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = b"statements is making an index, in this file beside it:\n"
_HOW = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_LONGEST_NAME = 1024  # bytes
_LOOKS, _BETWEEN = 20, 0.01  # how often a lock without a word is looked at, and seconds between
_own: set[int] = set()  # locks held by this process


class _Lock(NamedTuple):
    """An open lock file.

    ``ours`` says that it bears the mark, so that it may be written to and removed.
    """

    file: int
    name: str
    ours: bool


@contextmanager
def writing(path: str, called: str | None = None) -> Iterator[str]:
    """Hold the lock of the index ``path``, and yield an empty file's path.

    ``called`` is the name that faults have for the index, where it isn't its path. Both files are removed afterwards,
    unless the empty one has taken the index's place. Raises ``IndexFault`` where another process holds the lock, where
    nothing can be written there, and where the user's own files are in the way.
    """
    called = called or path
    with ExitStack() as tidying:
        with _signals_held():  # what is made and what removes it belong together
            lock = _locked(path, called)
            tidying.callback(_release, lock)
            if lock.ours:
                _remove_left(path, lock)
            part, made = _unfinished(path, lock, called)
            tidying.callback(_remove_unfinished, part, made)
        yield part


def _release(lock: _Lock) -> None:
    with suppress(OSError):
        # while the lock is held nobody else has it
        if lock.ours and _is_same(lock.file, lock.name):
            os.unlink(lock.name)  # noqa: PTH108
    _own.discard(lock.file)
    os.close(lock.file)


def _remove_unfinished(part: str, made: tuple[int, int]) -> None:
    with suppress(OSError):
        if _identity(os.lstat(part)) == made:
            os.unlink(part)  # noqa: PTH108


@contextmanager
def _signals_held() -> Iterator[None]:
    """Let signals that end a process wait until this is done.

    Where the system can't, they don't wait.
    """
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def files_of(path: str, part: str) -> set[str]:
    """Return the paths of all files that are the index's while it is written."""
    return {path, part, _name_of_lock(path), f"{path}-journal"}


def take_place(part: str, path: str) -> None:
    """Put a whole file in the place of an index, on the disk too.

    Raises ``IndexFault`` where something else has come to lie there since. A journal left by a writer who was
    killed, beside an index that is no longer there, would be played back into the new one, and goes.
    """
    index_version(path)
    with suppress(OSError):
        os.chmod(part, os.stat(path).st_mode & 0o7777)  # noqa: PTH101, PTH116
    _sync(part, os.O_RDWR)
    remove_journal(path)
    os.replace(part, path)  # noqa: PTH105
    with suppress(OSError):
        _sync(os.path.dirname(path), os.O_RDONLY)  # noqa: PTH120


def _name_of_lock(path: str) -> str:
    folder, name = os.path.split(path)
    return os.path.join(folder, f".{name}.lock")  # noqa: PTH118


def _locked(path: str, called: str) -> _Lock:
    name = _name_of_lock(path)
    while True:
        try:
            file, made = os.open(name, _HOW | os.O_CREAT | os.O_EXCL, 0o666), True
        except FileExistsError:
            found = _existing(name, called)
            if found is None:
                continue
            file, made = found, False
        except OSError as error:
            raise unwritten(called, error) from error
        try:
            if not _hold(file, made):
                raise IndexFault(f"another statements index is writing {called}", "Wait for it to end")
            if not _is_same(file, name):
                os.close(file)
                continue
            if made or not os.fstat(file).st_size:
                _write(file, MARK, called, name)
        except BaseException:
            os.close(file)
            raise
        _keep_from_children(file)
        os.lseek(file, 0, os.SEEK_SET)
        return _Lock(file, name, os.read(file, len(MARK)) == MARK)


def _existing(name: str, called: str) -> int | None:
    """Open a lock file that is there; None where it has just gone.

    The one who makes one writes to it at once, so an empty one is looked at again. One that stays empty is of a
    writer that was killed just then, or a user's: it holds nothing to lose, and is taken for ours. Raises
    ``IndexFault`` for what is no lock.
    """
    from time import sleep

    for looked in range(_LOOKS):
        try:
            file = os.open(name, _HOW)
        except FileNotFoundError:
            return None
        except PermissionError as error:
            raise unwritten(called, error) from error
        except OSError as error:
            raise _in_the_way(name) from error
        state = os.fstat(file)
        if stat.S_ISREG(state.st_mode) and state.st_nlink <= 1:
            if os.read(file, len(MARK)) == MARK or (not state.st_size and looked == _LOOKS - 1):
                return file
            if not state.st_size:
                os.close(file)
                sleep(_BETWEEN)
                continue
        os.close(file)
        break
    raise _in_the_way(name)


def _hold(file: int, made: bool) -> bool:
    """Lock an open file.

    Where the system has no such locks, its having been made by this process is one.
    """
    try:
        import fcntl
    except ImportError:
        return made
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _unfinished(path: str, lock: _Lock, called: str) -> tuple[str, tuple[int, int]]:
    """Make an empty file under a name that nobody has; return its path and identity."""
    folder, name = os.path.split(path)
    while True:
        part = os.path.join(folder, f".{name}.{os.urandom(8).hex()}.part")  # noqa: PTH118
        if os.path.lexists(part):
            continue
        if lock.ours:  # noted before it is there: a writer may be killed at any moment
            _write(lock.file, MARK + os.fsencode(os.path.basename(part)) + b"\n", called)  # noqa: PTH119
        try:
            file = os.open(part, _HOW | os.O_CREAT | os.O_EXCL, 0o666)
        except FileExistsError:
            continue
        except OSError as error:
            raise unwritten(called, error) from error
        made = _identity(os.fstat(file))
        os.close(file)
        return part, made


def _remove_left(path: str, lock: _Lock) -> None:
    """Remove the unfinished file in a lock that a killed writer has left."""
    folder, own = os.path.split(path)
    os.lseek(lock.file, len(MARK), os.SEEK_SET)
    name = os.fsdecode(os.read(lock.file, _LONGEST_NAME)).rstrip("\n")
    if not re.fullmatch(rf"\.{re.escape(own)}\.[0-9a-f]{{16}}\.part", name):
        return
    left = os.path.join(folder, name)  # noqa: PTH118
    with suppress(OSError):
        if stat.S_ISREG(os.lstat(left).st_mode):
            os.unlink(left)  # noqa: PTH108


def _write(file: int, words: bytes, called: str, made: str | None = None) -> None:
    """Write what a lock file is to hold.

    One that was ``made``, or was empty, and can't be written is removed.
    """
    try:
        os.lseek(file, 0, os.SEEK_SET)
        if os.write(file, words) < len(words):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.ftruncate(file, len(words))
    except OSError as error:
        if made is not None:
            with suppress(OSError):
                os.unlink(made)  # noqa: PTH108
        raise unwritten(called, error) from error


def _in_the_way(name: str) -> IndexFault:
    return IndexFault(
        f"{name} is not a lock of statements, which needs that name", "Move it away, or name another place with -o"
    )


def _keep_from_children(lock: int) -> None:
    """Keep the lock from later forked processes, in which it would outlive this one."""
    _own.add(lock)
    _let_children_go()


@cache
def _let_children_go() -> None:
    def close() -> None:
        for lock in _own:
            os.close(lock)
        _own.clear()

    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=close)


def _is_same(file: int, path: str) -> bool:
    try:
        return _identity(os.fstat(file)) == _identity(os.lstat(path))
    except OSError:
        return False


def _identity(state: os.stat_result) -> tuple[int, int]:
    return state.st_dev, state.st_ino


def _sync(path: str, how: int) -> None:
    file = os.open(path, how)
    try:
        os.fsync(file)
    finally:
        os.close(file)
