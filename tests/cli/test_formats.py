"""An answer keeps what matters in every format, and is whole wherever it goes."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from statements_cli.cli.app import main
from statements_cli.cli.reading.corpus import samples_folder
from statements_cli.output.environment import Environment

Run = Callable[..., Any]

SPLIT = """\
Minister seeks calm

By Ann Example | Example Times | 20 May 2025

"We want an end to this," Foreign Minister Pat Example said on Tuesday. "We want it now."
"""


def ran(*arguments: str, stdin: str = "", terminal: bool = False, width: int = 100, **variables: str) -> str:
    """Return what a command writes of articles that are really read."""
    environment = Environment(
        stdin=io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"),
        stdout=io.StringIO(),
        stderr=io.StringIO(),
        variables={"TERM": "xterm", **variables},
        stdout_is_terminal=terminal,
        width=width,
    )
    assert 0 == main(arguments, environment)
    return environment.stdout.getvalue()  # type: ignore[attr-defined,no-any-return]


@pytest.mark.parametrize(
    ("arguments", "terminal"),
    [((), True), ((), False), (("--format", "table"), False), (("--format", "markdown"), False)],
)
def test_tables_keep_what_matters(arguments: tuple[str, ...], terminal: bool) -> None:
    """On a terminal, in a pipe and in Markdown: marks of speech and of gaps, ? and ~ at days."""
    split = ran("list", "-", *arguments, stdin=SPLIT, terminal=terminal)
    samples = ran("list", samples_folder(), "-n", "0", *arguments, terminal=terminal)

    assert "“We want an end to this […] We want it now”" in " ".join(split.replace("\\", "").replace(".”", "”").split())
    assert re.search(r"2025-02-13\?", samples)
    assert re.search(r"~2025-04", samples)


def test_record_joins_pieces() -> None:
    """The record's text has an ellipsis between the pieces of a split quotation."""
    [row] = json.loads(ran("list", "-", "--json", stdin=SPLIT))

    assert "We want an end to this … We want it now." == row["text"]
    assert 2 == len(row["quotes"])


@pytest.mark.parametrize(("format_", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_csv_has_kind_and_basis(run: Run, format_: str, delimiter: str) -> None:
    """CSV and TSV have the columns kind and date_basis, and the text as the record has it."""
    rows = list(csv.DictReader(io.StringIO(run("list", "--format", format_).out), delimiter=delimiter))

    assert {("direct", "stated"), ("direct", "")} == {(row["kind"], row["date_basis"]) for row in rows}
    assert "China supports direct dialogue and negotiation between the parties" in [row["text"] for row in rows]


def test_excel(run: Run) -> None:
    """CSV for Excel is CSV behind a byte-order mark."""
    assert "\ufeff" + run("list", "--format", "csv").out == run("list", "--format", "excel").out


def test_xlsx(run: Run, corpus_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workbook goes into a file, not to a terminal, and a missing package is an error that names the extra."""
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    held = io.BytesIO()
    environment = Environment(io.StringIO(), io.TextIOWrapper(held, "utf-8"), io.StringIO())
    assert 0 == main(["list", str(corpus_file), "--format", "xlsx"], environment)

    [head, *rows] = openpyxl.load_workbook(io.BytesIO(held.getvalue())).active.values

    assert 6 == len(rows)
    assert {"kind", "date_basis", "text"} <= set(head)
    assert 2 == run("list", "--format", "xlsx", terminal=True).status
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    refused = run("list", "--format", "xlsx")
    assert (2, True) == (refused.status, "pip install 'statements-cli[xlsx]'" in refused.err)


def test_ndjson(run: Run) -> None:
    """JSON Lines have two names, ndjson and jsonl."""
    assert run("list", "--format", "jsonl").out == run("list", "--format", "ndjson").out


def test_json_on_a_terminal(run: Run) -> None:
    """JSON on a terminal is indented and coloured; in a pipe it never is, not even where colour is asked for."""
    piped = run("list", "--json")
    shown = run("list", "--json", terminal=True, width=20)

    assert "\x1b[" in shown.out
    assert '\n    "id": ' in re.sub(r"\x1b\[[0-9;]*m", "", shown.out)
    assert piped.json == json.loads(re.sub(r"\x1b\[[0-9;]*m", "", shown.out))
    assert piped.out == run("list", "--json", "--color", "always").out
    assert "\x1b" not in run("list", "--json", terminal=True, variables={"NO_COLOR": "1"}).out


def test_json_is_never_markup(run: Run) -> None:
    """Brackets in a text that look like markup stay in JSON on a terminal."""
    ran = run(
        "list",
        "-",
        "--json",
        stdin="# A | B | 2025-01-01\n2025-01-01 | X | CN | speech | [red]x[/red] :smile:\n",
        terminal=True,
    )

    assert "[red]x[/red] :smile:" == json.loads(re.sub(r"\x1b\[[0-9;]*m", "", ran.out))[0]["text"]


@pytest.mark.parametrize("format_", ["table", "csv", "tsv", "excel", "markdown"])
def test_no_header(run: Run, format_: str) -> None:
    """Without a header the rows are all there is."""
    bare = run("list", "--no-header", "--format", format_)
    whole = run("list", "--format", format_)

    assert bare.status == 0
    assert "speaker" in whole.lines[0].lower()
    assert "speaker" not in bare.lines[0].lower()
    assert 6 == len(run("list", "--no-header").lines)


def test_no_header_where_there_is_none(run: Run) -> None:
    """JSON has no header to leave out."""
    assert 2 == run("list", "--json", "--no-header").status


@pytest.mark.parametrize("terminal", [True, False])
def test_ids(run: Run, terminal: bool) -> None:
    """Ids alone come one a line, whole, ready for another command."""
    rows = run("list", "--json").json

    assert [row["id"] for row in rows] == run("list", "--ids", terminal=terminal).lines
    assert [row["article"] for row in run("articles", "--json").json] == run("articles", "--ids").lines
    assert [row["id"] for row in run("search", "peace", "--json").json] == run("search", "peace", "--ids").lines


@pytest.mark.parametrize("arguments", ["speakers --ids", "list --ids --json", "list --ids --fields text"])
def test_ids_contradicted(run: Run, arguments: str) -> None:
    """Ids are not for what has none, nor beside another choice of columns or format."""
    assert 2 == run(*arguments.split()).status
