"""A path and what became of it in; a message for whoever reads, graded, out."""

from __future__ import annotations

from typing import NamedTuple


class Notice(NamedTuple):
    """Something worth saying about a path while documents are read.

    ``path`` is the path as the user gave or would give it; ``message`` a clause without a full stop
    ("is a binary file, passed over"); ``failed`` says that something asked for could not be read, so
    that a command ends with exit status 2 after delivering the rest; ``detail`` that only those want to
    know it who ask for explanations.
    """

    path: str
    message: str
    failed: bool = False
    detail: bool = False

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"
