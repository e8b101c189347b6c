"""The same fault in many records of a file is one notice."""

from __future__ import annotations

import pytest

from statements_cli.documents.notices import Notice, RecordFaults

# the numbers of the records that have a fault, and how the others are told
RUNS = [
    ([3], ""),
    ([3, 4], "; so it is with another record: 4"),
    ([1, 2, 3], "; so it is with 2 other records: 2 to 3"),
    ([1, 3, 5], "; so it is with 2 other records: 3, 5"),
    ([1, 3, 5, 7, 9], "; so it is with 4 other records: 3, 5, 7, 9"),
    ([1, 3, 5, 7, 9, 11], "; so it is with 5 other records: 3, 5, 7, 9, ... 11"),
    ([1, 3, 5, 7, 9, 10, 11], "; so it is with 6 other records: 3, 5, 7, 9 to 11"),
    ([1, 3, 5, 7, 9, 11, 12, 20], "; so it is with 7 other records: 3, 5, 7, 9, ... 20"),
    (list(range(1, 110)), "; so it is with 108 other records: 2 to 109"),
]


@pytest.mark.parametrize(("numbers", "others"), RUNS)
def test_same_fault(numbers: list[int], others: str) -> None:
    """The first record is named, the others are counted, and their numbers stand in runs, four at most."""
    faults = RecordFaults()
    for number in numbers:
        faults.add(Notice(f"a.jsonl#{number}", "is no record", failed=True), number)

    first = Notice(f"a.jsonl#{numbers[0]}", "is no record" + others, failed=True, times=len(numbers))
    assert [first] == list(faults.notices())


def test_different_faults() -> None:
    """Each fault is a notice of its own, in the order of their first records."""
    faults = RecordFaults()
    for number, message in enumerate(["has no id", "is no record", "has no id"], 1):
        faults.add(Notice("a.jsonl", message, failed=True), number)

    assert ["has no id; so it is with another record: 3", "is no record"] == [one.message for one in faults.notices()]
    assert [2, 1] == [one.times for one in faults.notices()]
    assert [] == list(RecordFaults().notices())
