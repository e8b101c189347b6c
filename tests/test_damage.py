"""Indexes damaged at random: damage is said or does no harm, and a check finds all of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.damage import DAMAGES, Case, damaged_indexes, tried


@pytest.mark.parametrize("seed", [7, 8])
def test_damaged_indexes(seed: int) -> None:
    """No small index answers otherwise without a word, and no damage that changes an answer escapes the check."""
    assert (8, ()) == damaged_indexes(8, seed)[:2]  # benchmarks/reliability.py tries many more


def test_kinds_of_damage(tmp_path: Path) -> None:
    """Chance comes to most kinds of damage, and much of it does harm: a trial that damages nothing shows nothing."""
    cases: list[Case] = list(tried(tmp_path, 24, 7, sealed=False))

    assert len({case.damage for case in cases}) > len(DAMAGES) // 2
    assert sum(case.told or bool(case.silent) for case in cases) > 6
