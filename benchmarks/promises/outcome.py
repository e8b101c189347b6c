"""What became of trying a promise: how often it was tried, and each time that it was not kept."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from typing import NamedTuple

_EVERY = 60.0  # seconds between words on how far a long run is


class Outcome(NamedTuple):
    """How often something was tried, what went wrong, and what was measured beside.

    ``unit`` says what was counted ("texts"); ``skipped`` why nothing was tried, where that is so.
    """

    tried: int
    failures: tuple[str, ...] = ()
    unit: str = ""
    note: str = ""
    skipped: str = ""


class Clock:
    """Ends long runs when their time is over, so that what was reached until then counts."""

    def __init__(self) -> None:
        self.deadline = float("inf")

    def turns(self, count: int, what: str) -> Iterator[int]:
        """Yield 0 to ``count`` - 1, fewer where the time is over, and say on stderr now and then how far it is."""
        said = time.monotonic()
        for number in range(count):
            now = time.monotonic()
            if now > self.deadline:
                return
            if now - said > _EVERY:
                said = now
                print(f"{what}: {number:,} of {count:,}", file=sys.stderr, flush=True)
            yield number


CLOCK = Clock()
