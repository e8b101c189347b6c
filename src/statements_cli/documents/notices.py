"""Define notices: what became of a path, for the one who reads."""

from __future__ import annotations

from typing import NamedTuple

_LONGEST_ERROR = 200  # characters of an error's own words

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

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


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
