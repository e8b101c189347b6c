"""The command count counts statements by one field or two, with the same filters and formats."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.mark.parametrize(
    ("arguments", "rows"),
    [
        ("--by country", "CN 3, DE 1, RU 1, UA 1"),
        ("--by speaker --country CN", "Mao Ning 2, Guo Jiakun 1"),
        ("--by outlet", "Global Times 4, AFP 2"),
        ("--by kind", "direct 6"),
        ("--by act --act any", "speech 4, attitude 1, report 1, writing 1"),
        ("--by role", "Foreign Ministry spokesperson 3,  3"),
        ("--by type", "person 6"),
        ("--by year", "2025 5,  1"),
        ("--by month", "2025-02 2, 2025-05 3,  1"),
        ("--by week", "2025-W07 2, 2025-W21 2,  2"),
        ("--by day --outlet AFP", "2025-02-12 1, 2025-02-13 1"),
        ("--by country --sort -value -n 2", "UA 1, RU 1"),
        ("--by country --offset 2", "RU 1, UA 1"),
        ("--by month --oldest -n 1", "2025-02 2"),
        ("--by month --sort statements -n 1", "2025-05 3"),
    ],
)
def test_count(run: Run, arguments: str, rows: str) -> None:
    """Each value of a field has its number of statements, in the order asked for."""
    ran = run("count", "--format", "csv", "--no-header", *arguments.split())

    assert (0, rows) == (ran.status, ", ".join(line.replace(",", " ") for line in ran.lines))


@pytest.mark.parametrize(
    ("format_", "line"),
    [
        ("csv", "CN,2,0,1,3"),
        ("tsv", "CN\t2\t0\t1\t3"),
        ("markdown", "| CN | 2 | 0 | 1 | 3 |"),
    ],
)
def test_cross_table(run: Run, format_: str, line: str) -> None:
    """Two fields make a cross table, a column for each value of the second and one for all."""
    ran = run("count", "--by", "country", "--by", "act", "--format", format_)

    assert line in ran.lines
    assert 5 <= len(ran.lines) <= 6


def test_cross_table_on_a_terminal(run: Run) -> None:
    """A terminal gets the columns that it has room for, and is told of the others."""
    wide = run("count", "--by", "country", "--by", "day", terminal=True, width=100)
    narrow = run("count", "--by", "country", "--by", "day", terminal=True, width=44)

    assert "2025-02-12" in wide.out and "2025-05-20" in wide.out and "All" in wide.out
    assert "2025-02-12" in narrow.out and "2025-05-20" not in narrow.out
    assert "1 of 5 columns; a wider terminal or --format csv shows all" in narrow.err


@pytest.mark.parametrize("arguments", [("--json",), ("--fields", "country,act,statements", "--format", "jsonl")])
def test_pairs(run: Run, arguments: tuple[str, ...]) -> None:
    """In JSON, or with fields, there is a row for each pair."""
    ran = run("count", "--by", "country", "--by", "act", "--country", "DE", *arguments)
    [row] = ran.json if "--json" in arguments else [ran.json]

    assert {"country": "DE", "act": "report", "statements": 1} == row


def test_bars(run: Run) -> None:
    """Bars beside the counts are for terminals alone."""
    bars = [line.count("█") for line in run("count", "--by", "country", terminal=True).lines[2:]]

    assert bars[0] == 40 and bars[1] == 13
    assert "█" not in run("count", "--by", "country").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("", "Name one: statements count --by speaker"),
        ("--by words", "nothing is counted by words"),
        ("--by act --by act", "by one field, or by two different ones"),
        ("--by act --by kind --by type", "by one field, or by two different ones"),
        ("--by speaker --oldest", "--oldest orders periods"),
        ("--by speaker --ids", "no ids"),
        ("--by speaker --sort text", "nothing can be ordered by text"),
    ],
)
def test_wrong_use(run: Run, arguments: str, said: str) -> None:
    """What can't be counted is an error that says what can."""
    ran = run("count", *arguments.split())

    assert (2, True) == (ran.status, said in ran.err)


@pytest.mark.parametrize("by", [("country",), ("country", "act")])
def test_nothing(run: Run, by: tuple[str, ...]) -> None:
    """Where nothing passes the filters the status is 1, and which filter did it is said."""
    options = [word for field in by for word in ("--by", field)]
    ran = run("count", *options, "--kind", "indirect")

    assert (1, "") == (ran.status, ran.out)
    assert "6 statements without --kind" in ran.err
    assert [] == run("count", *options, "--kind", "indirect", "--json").json
