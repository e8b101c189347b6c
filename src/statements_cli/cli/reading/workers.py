"""Apply a function to many documents in several processes.

The results keep the order of the documents.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from statements_cli.cli.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.process import BaseProcess

    from statements_cli.cli.options.article_options import ArticleOptions
    from statements_cli.model import Document

Given = TypeVar("Given")
Result = TypeVar("Result")

FEW = 50  # documents that one process reads unless the user says how many shall
MUCH = 2_000_000  # characters that several processes read, however few documents they are
_MOST_HELD = 4 * FEW  # documents taken to see how many of them aren't at hand
# Results are taken in order, so the other processes need enough to do while one works on a long document.
_AHEAD = 16  # things a process may have waiting
_AHEAD_OF_LONG = 4  # the same, where those waiting are long: few enough to keep memory flat
_LONG = 500_000  # characters that may wait, beyond which they are long


def jobs_of(articles: ArticleOptions, paths: Sequence[str]) -> int | None:
    """Return how many processes read paths, None where that depends on how much they hold.

    What comes on standard input may come slowly, so one process answers it as it comes.
    """
    return 1 if articles.jobs is None and "-" in paths else articles.jobs


def worked(
    work: Callable[[Document], Result],
    documents: Iterable[Document],
    jobs: int | None,
    at_hand: Callable[[Document], Result | None] | None = None,
) -> Iterator[Result]:
    """Yield ``work(document)`` for each document, in order, by ``jobs`` processes.

    By None, up to ``FEW`` documents are worked on by one process, more by one a core. ``at_hand`` returns the result
    of a document where it need not be worked out, else None; ``work`` gives it for such a document, too. A document
    without text is worked on in this process: to send it to another one costs far more.
    """

    def here(document: Document) -> Result | None:
        known = at_hand(document) if at_hand is not None else None
        return work(document) if known is None and not document.text else known

    if jobs is None:
        return _by_number(work, documents, here)
    if jobs == 1:
        return (work(document) for document in documents)  # in which, unlike in map, StopIteration is an error
    return in_order(work, documents, wanted_jobs(jobs), here)


def _by_number(
    work: Callable[[Document], Result],
    documents: Iterable[Document],
    at_hand: Callable[[Document], Result | None] | None,
) -> Iterator[Result]:
    """Work on documents by one process, or on many by one a core."""
    cores = wanted_jobs(0)
    coming = iter(documents)
    held: deque[Document] = deque()
    fresh = length = 0  # documents held that aren't at hand, and their characters
    for document in coming:
        known = at_hand(document) if at_hand is not None else None
        if known is not None and not held:
            yield known
            continue
        held.append(document)
        if known is None:
            fresh += 1
            length += len(document.text)
        if cores == 1 or fresh > FEW or (length > MUCH and fresh > 1):
            break
        if len(held) > _MOST_HELD:
            yield from (work(one) for one in _emptied(held))
            fresh = length = 0
    if cores > 1 and (fresh > FEW or (length > MUCH and fresh > 1)) and _processes_work_together():
        # what work needs is loaded here first: on most systems the processes then begin with it
        yield work(held.popleft())
        yield from in_order(work, chain(_emptied(held), coming), cores, at_hand)
    else:
        yield from (work(document) for document in chain(_emptied(held), coming))


def _emptied(held: deque[Given]) -> Iterator[Given]:
    """Yield what a queue holds, and hold it no longer."""
    while held:
        yield held.popleft()


def _processes_work_together() -> bool:
    """Return whether this system has what processes share work by; some containers have not."""
    try:
        from multiprocessing import Lock

        Lock()
    except (ImportError, OSError):
        return False
    return True


def in_order(
    work: Callable[[Given], Result],
    things: Iterable[Given],
    jobs: int,
    at_hand: Callable[[Given], Result | None] | None = None,
) -> Iterator[Result]:
    """Yield ``work(thing)`` for each of ``things``, in their order, from ``jobs`` processes.

    Only a few things are taken in advance, fewer where they are long, so that memory doesn't grow with their number.
    ``at_hand`` as for ``worked``.
    """
    from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor

    pool = ProcessPoolExecutor(jobs, initializer=_begin)
    waiting: deque[tuple[Future[Result], int]] = deque()  # each with its characters
    length = 0
    try:
        for thing in things:
            known = at_hand(thing) if at_hand is not None else None
            future: Future[Result] = Future()
            if known is not None:
                future.set_result(known)
            else:
                with _signals_held():
                    future = pool.submit(work, thing)
            waiting.append((future, len(getattr(thing, "text", ""))))
            length += waiting[-1][1]
            while len(waiting) >= jobs * (_AHEAD_OF_LONG if length > _LONG else _AHEAD):
                first, its_length = waiting.popleft()
                length -= its_length
                yield first.result()
        while waiting:
            yield waiting.popleft()[0].result()
    except BrokenExecutor as error:
        what = "a process was ended from outside, perhaps because memory ran out"
        raise UsageError(what, "Try fewer --jobs") from error
    finally:
        # Waited for however it ends: Python does so anyway when it exits, but there the pool's own pipe may be
        # closed just as it is written to, which is reported on stderr.
        pool.shutdown(cancel_futures=True)


@contextmanager
def _signals_held() -> Iterator[None]:
    """Hold back what interrupts, until a process is started.

    While Python forks, an exception goes lost, and with it the only interruption.
    """
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _interrupting())
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _interrupting() -> list[int]:
    import signal

    return [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


def wanted_jobs(jobs: int) -> int:
    """Return how many processes ``--jobs`` asks for. Raises ``UsageError`` for fewer than none."""
    if jobs < 0:
        raise UsageError(f"{jobs} documents at once can't be", "Give --jobs a number, or 0 for one a core")
    if jobs == 0:
        import os

        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return jobs


def _begin() -> None:
    """Begin a process that works for this one."""
    _belong_to_parent()
    send_by_fields()


def send_by_fields() -> None:
    """Let values of the model be sent to another process as their fields.

    That takes a third of the time: else Python looks up a frozen class's fields for each of its values, both when it
    is sent and when it arrives.
    """
    import copyreg
    from operator import attrgetter

    from statements_cli import model

    for kind in (model.Article, model.Document, model.Statement):
        fields = attrgetter(*kind.__match_args__)
        copyreg.pickle(kind, lambda value, kind=kind, fields=fields: (kind, fields(value)))  # type: ignore[misc]


def _belong_to_parent() -> None:
    import signal
    from multiprocessing import parent_process
    from threading import Thread

    # The process that was interrupted ends the others; each saying so itself would only be noise.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):  # held while this process was started
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _interrupting())
    # One that was killed ends nobody, and these would wait for ever for more to do.
    if (parent := parent_process()) is not None:
        Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    import os

    parent.join()
    os._exit(1)
