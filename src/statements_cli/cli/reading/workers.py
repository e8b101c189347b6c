"""Apply a function to many things in several processes.

The results keep the order of the things.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from statements_cli.cli.errors import UsageError

if TYPE_CHECKING:
    from concurrent.futures import Future
    from multiprocessing.process import BaseProcess

Given = TypeVar("Given")
Result = TypeVar("Result")

_AHEAD = 4  # things a process may have waiting: enough to keep it busy, few enough to keep memory flat


def worked(work: Callable[[Given], Result], things: Iterable[Given], jobs: int | None) -> Iterator[Result]:
    """Yield ``work(thing)`` for each of ``things``, in order, by ``--jobs`` processes."""
    if jobs is None or jobs == 1:
        return (work(thing) for thing in things)  # in which, unlike in map, StopIteration is an error
    return in_order(work, things, wanted_jobs(jobs))


def in_order(work: Callable[[Given], Result], things: Iterable[Given], jobs: int) -> Iterator[Result]:
    """Yield ``work(thing)`` for each of ``things``, in their order, from ``jobs`` processes.

    Only a few things are taken in advance, so that memory doesn't grow with their number.
    """
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor

    pool = ProcessPoolExecutor(jobs, initializer=_belong_to_parent)
    waiting: deque[Future[Result]] = deque()
    try:
        for thing in things:
            waiting.append(pool.submit(work, thing))
            if len(waiting) >= jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenExecutor as error:
        what = "a process was ended from outside, perhaps because memory ran out"
        raise UsageError(what, "Try fewer --jobs") from error
    finally:
        # Waited for however it ends: Python does so anyway when it exits, but there the pool's own pipe may be
        # closed just as it is written to, which is reported on stderr.
        pool.shutdown(cancel_futures=True)


def wanted_jobs(jobs: int) -> int:
    """Return how many processes ``--jobs`` asks for. Raises ``UsageError`` for fewer than none."""
    if jobs < 0:
        raise UsageError(f"{jobs} documents at once can't be", "Give --jobs a number, or 0 for one a core")
    if jobs == 0:
        import os

        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return jobs


def _belong_to_parent() -> None:
    import signal
    from multiprocessing import parent_process
    from threading import Thread

    # The process that was interrupted ends the others; each saying so itself would only be noise.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    # One that was killed ends nobody, and these would wait for ever for more to do.
    if (parent := parent_process()) is not None:
        Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    import os

    parent.join()
    os._exit(1)
