"""`open` leads to the article of a statement, `help` and `-V` are what people type first."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from statements_cli.cli.app import main
from statements_cli.cli.group import COMMANDS, help_of
from statements_cli.output.environment import Environment
from statements_cli.version import VERSION

Run = Callable[..., Any]
ADDRESS = "https://example.org/talks"
TALKS = "# Talks | Reuters | 2025-05-20\n2025-05-20 | Mao Ning | CN | speech | We want peace and a deal\n"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was opened, in a list; nothing is opened by the test."""
    targets: list[str] = []

    def opens(target: str) -> bool:
        targets.append(target)
        return True

    monkeypatch.setattr("statements_cli.cli.commands.open._opens", opens)
    return targets


def test_open_a_file(run: Run, opened: list[str], tmp_path: Path) -> None:
    """An article without an address is opened as a file; with --print its path is only printed."""
    path = tmp_path / "talks.txt"
    path.write_text(TALKS, encoding="utf-8")
    (held,) = run("list", str(path), "--json").json
    printed = run("open", held["id"][:4], str(path), "--print")

    assert ([], [str(path)]) == (opened, printed.lines)
    assert 0 == run("open", held["id"][:4], str(path)).status
    assert [str(path)] == opened


def test_a_path_is_no_id(run: Run, opened: list[str], tmp_path: Path) -> None:
    """Where a path stands in place of the id, the error says where the ids are."""
    ran = run("open", str(tmp_path))

    assert (2, []) == (ran.status, opened)
    assert f"{tmp_path} is a path, and the id of a statement is to come first" in ran.err
    assert f"statements list {tmp_path} --ids" in ran.err
    (tmp_path / "my news").mkdir()
    assert "my news' --ids" in run("open", str(tmp_path / "my news")).err


def test_open_a_record(run: Run, opened: list[str], tmp_path: Path) -> None:
    """An article with an address is opened there, with --file the file of records that holds it."""
    path = tmp_path / "talks.jsonl"
    path.write_text(json.dumps({"text": TALKS, "url": ADDRESS}), encoding="utf-8")
    (held,) = run("list", str(path), "--json").json
    run("open", held["id"], str(path), "--file")

    assert [str(path)] == opened
    assert held["url"] is None or [ADDRESS] == run("open", held["id"], str(path), "--print").lines


def test_open_nothing(run: Run, opened: list[str]) -> None:
    """An id that no statement has ends with 1."""
    assert (1, []) == (run("open", "ffff").status, opened)


@pytest.fixture
def held(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[str, str]]:
    """The id of a statement and its file of records, with or without an address; a script is all that opens."""

    def statement(script: str | None, url: str | None) -> tuple[str, str]:
        folder = tmp_path / "bin"
        folder.mkdir()
        if script is not None:
            opener = folder / "xdg-open"
            opener.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
            opener.chmod(0o755)
        path = tmp_path / "talks.jsonl"
        path.write_text(json.dumps({"text": TALKS} | ({"url": url} if url else {})), encoding="utf-8")
        (found,) = run("list", str(path), "--json").json
        monkeypatch.setenv("PATH", str(folder))
        return found["id"], str(path)

    return statement


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="where xdg-open opens")
@pytest.mark.parametrize(("script", "status"), [("exit 0", 0), ("exit 3", 2), (None, 2)])
@pytest.mark.parametrize("url", [None, ADDRESS])
def test_nothing_opens_it(
    run: Run, held: Callable[..., tuple[str, str]], script: str | None, status: int, url: str | None
) -> None:
    """Where no program opens the article, or none could, an error says so, at an address and in a file."""
    ran = run("open", *held(script, url))

    assert status == ran.status
    assert bool(status) == ("Print it instead: add --print" in ran.err)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="where xdg-open opens")
def test_the_end_is_not_waited_for(
    run: Run, held: Callable[..., tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a desktop xdg-open is the program itself, and ends with it: the command does so before."""
    monkeypatch.setattr("statements_cli.cli.commands.open._STARTS", 0.2)
    began = monotonic()
    ran = run("open", *held("exec /bin/sleep 5", ADDRESS))

    assert 0 == ran.status
    assert monotonic() - began < 4


def test_help_command(run: Run) -> None:
    """`statements help COMMAND` is its -h, and a misspelt command is pointed to the nearest."""
    assert help_of("list", 80) + "\n" == run("help", "list").out
    assert all(f"  {name} " in run("help").out for name in COMMANDS)
    assert "there is no command serach. Did you mean search?" in run("help", "serach").err


@pytest.mark.parametrize(
    ("terminal", "variables", "bold"), [(True, {}, True), (False, {}, False), (True, {"NO_COLOR": "1"}, False)]
)
def test_headings_are_coloured(terminal: bool, variables: dict[str, str], bold: bool) -> None:
    """Headings of help stand out on a terminal that takes colours, and only there."""
    environment = Environment(
        stdin=io.StringIO(),
        stdout=io.StringIO(),
        stderr=io.StringIO(),
        variables=variables,
        stdout_is_terminal=terminal,
    )
    assert 0 == main(["help", "list"], environment)
    assert bold == ("\x1b[1mMost used:\x1b[0m" in environment.stdout.getvalue())  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["list", "search", "who-said", "speakers", "articles", "extract"])
def test_the_ten_most_used_come_first(name: str) -> None:
    """The ten options one needs first are named before all others, each of which stands with its kin."""
    told = help_of(name, 120)
    named = told.partition("Most used:\n")[2].partition("\n\n")[0].replace(",", " ").split()

    assert 10 == len(named)
    assert all(f"{option} " in told.partition("Most used:")[2].partition("\n\n")[2] for option in named)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_help_is_as_wide_as_the_terminal(width: int) -> None:
    """Lines of help fill the terminal's width, examples apart, which are to be copied."""
    lines = [line for line in help_of("list", width).splitlines() if not line.startswith("  statements")]

    assert width - 15 < max(map(len, lines)) <= width


def test_short_version() -> None:
    """-V is --version."""
    for words in (["-V"], ["-V", "list"]):
        done = subprocess.run(
            [sys.executable, "-m", "statements_cli", *words], capture_output=True, text=True, check=False
        )
        assert (0, f"statements {VERSION}\n") == (done.returncode, done.stdout)


@pytest.mark.skipif(sys.platform == "win32", reason="no shell to pipe in")
def test_help_into_a_closed_pipe() -> None:
    """`-h | true` ends with 0 and without a word."""
    process = subprocess.Popen(
        [sys.executable, "-m", "statements_cli", "list", "-h"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()

    assert (0, b"") == (process.wait(), said)
