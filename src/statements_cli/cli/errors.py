"""Define the exit statuses of every command, and the errors that end one."""

from __future__ import annotations

from enum import IntEnum


class ExitStatus(IntEnum):
    """What a command's exit status says."""

    FOUND = 0
    NOTHING = 1
    FAILED = 2
    INTERRUPTED = 130


class UsageError(Exception):
    """Wrong usage: ``what`` is wrong, ``mend`` says what to do about it.

    Neither ends with a full stop.
    """

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.what = what
        self.mend = mend


class ClosedPipeError(Exception):
    """The reader of the output stopped reading.

    Not an ``OSError``, for which Typer ends with status 1.
    """
