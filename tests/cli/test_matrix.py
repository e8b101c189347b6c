"""The command matrix says who speaks about whom, as a table and as data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        (
            "--by speaker",
            ["Guo Jiakun,1,0,0,1", "Kiel Institute,0,0,1,1", "Mao Ning,1,0,0,1", "Vladimir Putin,0,1,0,1"],
        ),
        ("--by country", ["DE,1,1"]),
        ("--speaker Mao", ["Mao Ning,1,1"]),
        ("--until 2025-02", ["Guo Jiakun,1,0,1", "Kiel Institute,0,1,1"]),
        ("dialogue", ["Mao Ning,1,1"]),
        ("-n 1 --offset 1", ["Kiel Institute,0,0,1,1"]),
    ],
)
def test_table(run: Run, arguments: str, lines: list[str]) -> None:
    """There is a row for each who speaks and a column for each spoken about, with all filters."""
    ran = run("matrix", *arguments.split(), "--format", "csv", "--no-header")

    assert (0, lines) == (ran.status, ran.lines)


def test_rows(run: Run) -> None:
    """In JSON, or with fields, each pair is a row."""
    rows = run("matrix", "--speaker", "Putin", "--json").json
    some = run("matrix", "--fields", "speaker,about", "--format", "csv", "-n", "2").lines

    keys = ("speaker", "about", "about_type", "about_country", "statements")
    assert [dict(zip(keys, ("Vladimir Putin", "Russia", "country", "RU", 1), strict=True))] == rows
    assert ["speaker,about", "Guo Jiakun,China", "Kiel Institute,Ukraine"] == some


@pytest.mark.parametrize("width", [40, 80, 200])
def test_it_fits_the_terminal(run: Run, width: int) -> None:
    """A terminal gets the columns that it has room for, and is told of the others."""
    ran = run("matrix", "--color", "never", terminal=True, width=width)

    assert max(map(len, ran.lines)) <= width and "Mao Ning" in ran.out
    assert (width < 80) == ("columns; a wider terminal" in ran.err)


def test_columns_of_the_rows_shown(run: Run) -> None:
    """A terminal gets no column that is empty in the rows shown; data have all of them, whatever the page."""
    shown = run("matrix", "-n", "1", "--color", "never", terminal=True, width=80).lines[0].split()
    rows = run("matrix", "-n", "1", "--json")

    assert ["Speaker", "China", "All"] == shown
    assert "pairs of 1 of the 4 who speak; -n 0 shows all\n" in rows.err
    assert "who speak" not in run("matrix", "-n", "4", "--json").err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--ids"], "no ids"),
        (["--by", "outlet"], "--by"),
        (["two", "words"], 'Quote it: statements matrix "two words"'),
    ],
)
def test_wrong_use(run: Run, arguments: list[str], said: str) -> None:
    """What can't be shown is an error."""
    ran = run("matrix", *arguments)

    assert (2, True) == (ran.status, said in ran.err), ran.err


@pytest.mark.parametrize("arguments", [(), ("--json",)])
def test_nothing(run: Run, arguments: tuple[str, ...]) -> None:
    """Where nothing passes the filters the status is 1, and which filter did it is said."""
    ran = run("matrix", "--kind", "indirect", *arguments)

    assert (1, "[]\n" if arguments else "") == (ran.status, ran.out)
    assert "6 statements without --kind" in ran.err
