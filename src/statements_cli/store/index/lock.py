"""The path of an index comes in; the sole right to write it, and the file to make it in, go out."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from functools import cache

from statements_cli.store.index.files import IndexFault, part_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_own: set[int] = set()  # locks held by this process


@contextmanager
def writing(path: str) -> Iterator[str]:
    """Hold the part file's lock, and yield its path; what is left of it afterwards goes.

    Raises ``IndexFault`` where another process holds it, and where nothing can be written there.
    """
    part = part_of(path)
    lock = _locked(part, path)
    try:
        yield part
    finally:
        # while the lock is held nobody else has it; having taken the index's place it is no longer there
        with suppress(OSError):
            if lock is None or _is_same(lock, part):
                os.unlink(part)  # noqa: PTH108
        if lock is not None:
            _own.discard(lock)
            os.close(lock)


def _locked(part: str, path: str) -> int | None:
    """Make the part file, empty, and lock it; None where its being there must do for a lock."""
    try:
        import fcntl
    except ImportError:  # where an open file can't be put in the place of another
        _make_alone(part, path)
        return None
    while True:
        lock = _opened(part, path, 0)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(lock)
            raise IndexFault(f"another statements index is writing {path}", "Wait for it to end") from error
        if _is_same(lock, part):
            os.ftruncate(lock, 0)  # what one that was killed has left
            _keep_from_children(lock)
            return lock
        os.close(lock)


def _keep_from_children(lock: int) -> None:
    """See to it that processes forked from now on don't hold the lock, too, which would outlive this one in them."""
    _own.add(lock)
    _let_children_go()


@cache
def _let_children_go() -> None:
    def close() -> None:
        for lock in _own:
            os.close(lock)
        _own.clear()

    os.register_at_fork(after_in_child=close)


def _make_alone(part: str, path: str) -> None:
    if os.path.exists(part):  # noqa: PTH110
        what = f"another statements index is writing {path}, or was ended while it did"
        raise IndexFault(what, f"Wait for it, or remove {part}")
    os.close(_opened(part, path, os.O_EXCL))


def _opened(part: str, path: str, how: int) -> int:
    try:
        return os.open(part, os.O_RDWR | os.O_CREAT | how, 0o666)
    except OSError as error:
        raise IndexFault(f"{path} can't be written ({error.strerror})", "Name another place with -o") from error


def _is_same(file: int, path: str) -> bool:
    try:
        return os.path.samestat(os.fstat(file), os.stat(path))  # noqa: PTH116
    except OSError:
        return False


def take_place(part: str, path: str) -> None:
    """Put a whole file in the place of another, on the disk too.

    A journal that one who was killed has left beside what is no longer there would be played back into the new one.
    """
    with suppress(OSError):
        os.chmod(part, os.stat(path).st_mode & 0o7777)  # noqa: PTH101, PTH116
    _sync(part, os.O_RDWR)
    with suppress(OSError):
        os.unlink(f"{path}-journal")  # noqa: PTH108
    os.replace(part, path)  # noqa: PTH105
    with suppress(OSError):
        _sync(os.path.dirname(path), os.O_RDONLY)  # noqa: PTH120


def _sync(path: str, how: int) -> None:
    file = os.open(path, how)
    try:
        os.fsync(file)
    finally:
        os.close(file)
