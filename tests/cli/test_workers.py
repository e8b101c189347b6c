"""Several processes work for one command."""

from __future__ import annotations

from multiprocessing import active_children

import pytest

from statements_cli.cli.errors import UsageError
from statements_cli.cli.reading.workers import in_order, wanted_jobs


def test_results_stand_in_order() -> None:
    """Results come in the order of what they are worked out from."""
    assert [str(number) for number in range(30)] == list(in_order(str, range(30), 2))


def test_nothing_runs_on_when_results_are_no_longer_wanted() -> None:
    """Who stops reading finds the processes ended: none is left to Python's exit, which may stumble over them."""
    results = in_order(str, range(30), 2)
    assert "0" == next(results)
    results.close()  # type: ignore[attr-defined]

    assert [] == active_children()


def test_fewer_than_no_jobs() -> None:
    """A negative number of processes is wrong usage."""
    with pytest.raises(UsageError):
        wanted_jobs(-1)
