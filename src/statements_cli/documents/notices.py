"""Define notices: what became of a path, for the one who reads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

_LONGEST_ERROR = 200  # characters of an error's own words
_MOST_RUNS = 4  # runs of records' numbers that are written out

BINARY = "is a binary file, passed over"
"""What is said of a file that holds no text."""


class Notice(NamedTuple):
    """Something worth saying about a path while documents are read.

    ``path`` is the path as the user gave or would give it; ``message`` a clause without a full stop
    ("is a binary file, passed over"); ``failed`` says that something asked for could not be read, so
    that a command ends with exit status 2 after delivering the rest; ``detail`` that only those want to
    know it who ask for explanations. ``trace`` is the traceback of a fault of the program, empty otherwise.
    """

    path: str
    message: str
    failed: bool = False
    detail: bool = False
    trace: str = ""
    times: int = 1

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


class RecordFaults:
    """Gather what is wrong with records of a file.

    The same fault in many is one notice, that of the first of them.
    """

    def __init__(self) -> None:
        self._found: dict[str, _RepeatedFault] = {}

    def add(self, notice: Notice, number: int) -> None:
        """Add what is wrong with a record by its number; the numbers ascend."""
        known = self._found.get(notice.message)
        if known is None:
            self._found[notice.message] = _RepeatedFault(notice, number)
        else:
            known.add(number)

    def notices(self) -> Iterator[Notice]:
        """Yield a notice for each fault, which says how many records have it."""
        for found in self._found.values():
            yield found.notice()


class _RepeatedFault:
    """Count the records that have a fault, and keep the runs of their numbers."""

    def __init__(self, first: Notice, number: int) -> None:
        self._first = first
        self._others = 0
        self._last = number
        self._runs: list[list[int]] = []

    def add(self, number: int) -> None:
        self._others += 1
        self._last = number
        if self._runs and self._runs[-1][1] == number - 1:
            self._runs[-1][1] = number
        elif len(self._runs) < _MOST_RUNS:
            self._runs.append([number, number])

    def notice(self) -> Notice:
        if not self._others:
            return self._first
        where = [str(first) if first == last else f"{first} to {last}" for first, last in self._runs]
        if self._runs[-1][1] != self._last:
            where.append(f"... {self._last}")
        records = "another record" if self._others == 1 else f"{self._others} other records"
        message = f"{self._first.message}; so it is with {records}: {', '.join(where)}"
        return self._first._replace(message=message, times=self._others + 1)


def fault(path: str, error: Exception, task: str) -> Notice:
    """Return the failed notice for an exception that nobody foresaw.

    ``task`` is what could not be done to the document, as a participle: ``"read"`` or ``"parsed"``.
    """
    from traceback import format_exception

    if isinstance(error, MemoryError):
        return Notice(path, f"could not be {task} (it needs more memory than there is)", failed=True)
    words = " ".join(str(error).split())
    name = type(error).__name__ + (f": {words[:_LONGEST_ERROR]}" if words else "")
    trace = "".join(format_exception(error))
    return Notice(path, f"could not be {task}, a fault of the program ({name})", failed=True, trace=trace)
