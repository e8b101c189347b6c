"""A terminal gets the newest, a pipe gets all, and pages follow each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]

MANY = "# A | B | 2025-01-01\n" + "".join(f"2025-01-{day:02} | X | CN | speech | Word {day}\n" for day in range(1, 29))
MANY += "".join(f"2025-02-{day:02} | X | CN | speech | Other {day}\n" for day in range(1, 29))


def test_a_terminal_shows_the_newest(run: Run) -> None:
    """A list on a terminal shows the newest 50 and says how many more there are."""
    ran = run("list", "-", stdin=MANY, terminal=True, width=200)

    assert "2025-02-28" in ran.out and "2025-01-01" not in ran.out
    assert "50 of 56 statements, 6 more: -n 0 shows all, --offset 50 the next\n" == ran.err


@pytest.mark.parametrize(
    ("arguments", "terminal"), [((), False), (("-n", "0"), True), (("--json",), True), (("--format", "table"), False)]
)
def test_all_else_gets_all(run: Run, arguments: tuple[str, ...], terminal: bool) -> None:
    """A pipe gets all, and so does a terminal that asks for it, or for data."""
    ran = run("list", "-", *arguments, stdin=MANY, terminal=terminal)

    assert "Word 1" in ran.out
    assert "" == ran.err


@pytest.mark.parametrize(
    ("arguments", "texts", "said"),
    [
        (
            "-n 2 --offset 2",
            "Other 26, Other 25",
            "3 to 4 of 56 statements, 52 more: -n 0 shows all, --offset 4 the next",
        ),
        ("--offset 54", "Word 2, Word 1", "55 to 56 of 56 statements"),
        ("--oldest -n 2", "Word 1, Word 2", "2 of 56 statements, 54 more: -n 0 shows all, --offset 2 the next"),
        ("--oldest --offset 54", "Other 27, Other 28", "55 to 56 of 56 statements"),
        ("--sort text --offset 55", "Word 9", "56 of 56 statements"),
    ],
)
def test_pages(run: Run, arguments: str, texts: str, said: str) -> None:
    """Pages follow each other in any order, and say which they are."""
    ran = run("list", "-", "--format", "csv", "--fields", "text", "--no-header", *arguments.split(), stdin=MANY)

    assert texts == ", ".join(ran.lines)
    assert f"{said}\n" == ran.err


def test_behind_the_last(run: Run) -> None:
    """Behind the last page there is nothing, which is said."""
    ran = run("list", "-", "--offset", "60", stdin=MANY)

    assert (1, "") == (ran.status, ran.out)
    assert "none behind the first 60 of 56 statements" in ran.err
    assert "no statements found" not in ran.err


def test_other_commands_page(run: Run) -> None:
    """Searches, speakers and articles have pages, too."""
    for command in (("search", "peace"), ("speakers",), ("articles",)):
        rows = run(*command, "--json").json
        assert rows[1:2] == run(*command, "--json", "-n", "1", "--offset", "1").json


def test_oldest(run: Run) -> None:
    """The oldest first, of statements, hits, speakers and articles; undated last."""
    assert "2025-02-12" == run("list", "--oldest", "--json").json[0]["date"]
    assert run("list", "--oldest", "--json").json[-1]["date"] is None
    assert "2025-02-13" == run("search", "peace", "--oldest", "--json").json[0]["date"]
    assert "Kiel Institute" == run("speakers", "--oldest", "--json").json[0]["speaker"]
    assert "Studies" == run("articles", "--oldest", "--json").json[0]["headline"]
    assert 2 == run("list", "--oldest", "--sort", "text").status
