"""A search is narrowed by its query, finds the like of a statement, and says what to try where it finds nothing."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.mark.parametrize(
    ("query", "speakers"),
    [
        ("peace country:Russia", ["Vladimir Putin"]),
        ('peace speaker:"Mao Ning" kind:direct', ["Mao Ning"]),
        ("kind:indirect grain", []),
        ('"peace treaty"', ["Vladimir Putin"]),
        ("peace -treaty -deal", ["Guo Jiakun"]),
        ("negoti* outlet:tass", []),
    ],
)
def test_query_narrows(run: Run, query: str, speakers: list[str]) -> None:
    """Fields, phrases and what is left out of a query decide what is found."""
    found = [row["speaker"] for row in run("search", query, "--json", "-q").json]

    assert set(speakers) == set(found)


@pytest.mark.parametrize(
    ("arguments", "what", "mend"),
    [
        (["search", ""], "the query has no words in it", "Name some"),
        (["search", '"..."'], "the query has no words in it", "Name some"),
        (["search", "x kind:loud"], "kind:loud means nothing", "Use one of direct, mixed, indirect"),
        (["search", "--similar", "x", "peace"], "--similar takes no query", "Leave it out"),
        (["search", "--similar", "x", "--semantic"], "exclude each other", "Leave one out"),
        (["show", "x", "--highlight", "?"], "the query has no words in it", "Name some"),
    ],
)
def test_wrong_usage(run: Run, arguments: list[str], what: str, mend: str) -> None:
    """What can't be answered is wrong usage, said with what to do instead."""
    ran = run(*arguments)

    assert (2, "") == (ran.status, ran.out)
    assert what in ran.err and mend in ran.err


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["memorandum", "--country", "CN"], "1 statement without --country"),
        (["memorandum country:CN"], "1 statement without --country"),
        (["memorandum", "--country", "CN", "--until", "2020"], "1 statement without any of these filters"),
        (["sanctions"], "1 statement with --act any"),
        (['"treaty peace"'], "3 statements without the quotation marks"),
        (["memorandum -ready"], "1 statement with the words left out by -"),
        (["nego"], ""),
        (["memarendam"], "nothing like memarendam; nearest words: memorandum"),
        (["xyzzyx"], ""),
        (["xyzzyx memarendam"], "nothing like xyzzyx\nnothing like memarendam; nearest words: memorandum"),
        (["xyzzyx 和平"], "nothing like xyzzyx\nnothing like 和平"),
    ],
)
def test_hints(run: Run, arguments: list[str], hint: str) -> None:
    """Where nothing is found, what would be found otherwise is said, and only where there is something."""
    ran = run("search", *arguments)
    said = [line for line in ran.err.splitlines() if "no statements found" not in line and "took" not in line]

    assert hint.splitlines() == said
    assert "" == run("search", *arguments, "-q").err


def test_similar(run: Run) -> None:
    """What says nearly the same as a statement is found by its id, the statement itself left out."""
    given = "2025-01-01 | Ann Lee | US | speech | We shall open talks on grain and gas with all our neighbours in May"
    other = "2025-01-02 | Bob Ray | GB | speech | They will open talks on gas and grain with the neighbours in May"
    lines = ["# One | AFP | 2025-01-02", given, other, "2025-01-02 | Bob Ray | GB | speech | The weather is fine today"]
    text = "\n".join(lines)
    wanted = next(row["id"] for row in run("list", "-", "--json", stdin=text).json if row["speaker"] == "Ann Lee")
    ran = run("search", "--similar", wanted[:8], "-", "--json", stdin=text)

    assert [("Bob Ray", "2025-01-02")] == [(row["speaker"], row["date"]) for row in ran.json]
    assert 50 < ran.json[0]["score"] < 100
    assert [1, 1] == [
        run("search", "--similar", *more, "-", stdin=text).status for more in ([wanted, "--country", "US"], ["zz"])
    ]


def test_show_highlights(run: Run) -> None:
    """What matches a query is marked in the passage, misspelt or not."""
    wanted = run("search", "memorandum", "--json").json[0]["id"]

    assert (
        "a **memorandum** on a future peace **treaty**" in run("show", wanted, "--highlight", "memorandom treaty").out
    )
    assert "**" not in run("show", wanted, "--highlight", "-treaty").out


def test_semantic_without_its_package(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package for meanings the error names the extra to install."""
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *more: None if name == "wordllama" else find(name, *more)
    )
    ran = run("search", "dialogue", "--semantic")

    assert 2 == ran.status
    assert (
        "--semantic needs a package that is not installed. Install it: pip install 'statements-cli[semantic]'"
        in ran.err
    )
