"""Count the memory that a call holds at its peak, which depends on no clock."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable


def peak(call: Callable[[str], object], text: str) -> int:
    """Return the most bytes held at once while ``call`` reads a text; what it loads first is loaded before."""
    call(text[:1000])
    tracemalloc.start(1)
    try:
        call(text)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def growth(call: Callable[[str], object], unit: str, length: int) -> float:
    """Return the bytes held for each byte beyond ``length`` characters of a text made of one piece over and over."""
    short, long = (unit * (size // len(unit)) for size in (length, 2 * length))
    return (peak(call, long) - peak(call, short)) / (len(long.encode()) - len(short.encode()))
