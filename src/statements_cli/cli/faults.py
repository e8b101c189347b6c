"""What a user can mend, as an exception: what is wrong, and how to mend it."""

from __future__ import annotations


class UsageError(Exception):
    """Wrong usage: ``what`` is wrong, ``mend`` says what to do about it; neither ends with a full stop."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.what = what
        self.mend = mend
