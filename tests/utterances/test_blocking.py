"""What is compared with what doesn't depend on how many statements are gone over at once."""

from __future__ import annotations

from collections import Counter

import pytest

from statements_cli.utterances import blocking
from statements_cli.utterances.blocking import ComparisonBlock, day_windows, pairs, with_others
from statements_cli.utterances.grouping import report_of
from statements_cli.utterances.likeness import ComparedStatement

SAID = (
    "We will send forty engineers to the flooded valley and repair every bridge",
    "Every bridge in the flooded valley will be repaired by forty engineers",
    "Forty engineers will repair the bridge",
)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([], []),
        ([7], [([0], [0])]),
        ([1, 4, 7], [([0, 1], [0, 1, 2]), ([2], [1, 2])]),  # three days apart are within reach
        ([1, 4, 8], [([0, 1], [0, 1]), ([2], [2])]),  # four are not
        ([1, 1, 1, 9], [([0, 1, 2], [0, 1, 2]), ([3], [3])]),  # a day is never parted
        ([1, 2, 2, 2], [([0, 1, 2, 3], [0, 1, 2, 3])]),
    ],
)
def test_windows_of_days(
    days: list[int], expected: list[tuple[list[int], list[int]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A window is at least two statements, by whole days; within its reach are those of three days around it."""
    monkeypatch.setattr(blocking, "_AT_ONCE", 2)

    assert expected == [(list(seekers), list(near)) for seekers, near in day_windows(days)]


@pytest.mark.parametrize(
    ("days", "expected"),
    [([], []), ([5], []), ([5, 8], [0, 1]), ([5, 9], []), ([1, 5, 5, 9, 13, 16], [1, 2, 4, 5])],
)
def test_days_with_others(days: list[int], expected: list[int]) -> None:
    """What no other statement is near of needs no comparison: three days are near, four are not."""
    assert expected == with_others(days)


@pytest.mark.parametrize("at_once", [1, 2, 3, 5, 11, 60])
def test_pairs_of_windows(at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Window by window the pairs are those of one block of all statements."""
    monkeypatch.setattr(blocking, "_AT_ONCE", at_once)
    ones = [_said(number, f"2025-05-{1 + number * number % 28:02}") for number in range(60)]
    ones.sort(key=lambda one: one.day or 0)
    by_windows = {
        pair
        for seekers, near in day_windows([one.day or 0 for one in ones])
        for pair in _compared(ComparisonBlock([ones[at] for at in seekers], [ones[at] for at in near]))
    }
    whole = _compared(ComparisonBlock(ones, ones))

    assert len(whole) > len(ones)
    assert whole == by_windows


def _said(number: int, day: str | None) -> ComparedStatement:
    text = SAID[number % len(SAID)]
    return report_of(number, f"{number:012x}", f"a{number}", "Mao Ning", "person", "CN", (), day, text)


def _compared(block: ComparisonBlock) -> set[frozenset[int]]:
    """Return the pairs within reach of each other that a block gives."""
    return {frozenset((a.number, b.number)) for a, b in pairs(block) if abs((a.day or 0) - (b.day or 0)) <= 3}


def test_undated_copies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Copies without a day are compared with as many others as what stands alone, and never with themselves."""
    monkeypatch.setattr(blocking, "_MOST_COMPARED", 2)
    ones = [_said(number, None) for number in range(9)]
    found = list(blocking._any_day(ones, ones))

    assert all(one.number != other.number for one, other in found)
    assert {one.number: 2 for one in ones} == Counter(one.number for one, _ in found)
