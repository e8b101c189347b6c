"""The command export writes statements in other programs' formats, whole or not at all; import-brat reads them back."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
TEXTUAL = ["csv", "jsonl", "markdown", "webannotation", "jsonld", "citron", "quotebank", "quotebank-articles"]


@pytest.mark.parametrize("format_", [*TEXTUAL, "sqlite", "parquet"])
def test_files(run: Run, tmp_path: Path, format_: str) -> None:
    """Each format goes into a file, which is said on stderr; nothing else is left."""
    if format_ == "parquet":
        pytest.importorskip("pyarrow")
    ran = run("export", "--format", format_, "-o", str(tmp_path / "out"))

    assert (0, "") == (ran.status, ran.out)
    assert f"{tmp_path / 'out'}: 6 statements" in ran.err
    assert ["news", "out"] == sorted(path.name for path in tmp_path.iterdir())
    assert (tmp_path / "out").stat().st_size > 50


@pytest.mark.parametrize("format_", TEXTUAL)
def test_pipes(run: Run, format_: str) -> None:
    """What is text goes to standard output without -o, or with -o -."""
    assert run("export", "--format", format_).out == run("export", "--format", format_, "-o", "-").out != ""


@pytest.mark.parametrize(
    ("arguments", "texts"),
    [
        ("", 6),
        ("--act any", 7),
        ("--country CN --act any", 4),
        ("--speaker Mao", 2),
        ("--since 2025-05-19 --until 2025-05-19", 2),
        ("--kind direct -n 2", 2),
        ("--outlet AFP", 2),
        ("--min-confidence 0.6", 5),
    ],
)
def test_filters(run: Run, arguments: str, texts: int) -> None:
    """All filters narrow what is exported, and what a limit cuts off is said."""
    ran = run("export", "--format", "jsonl", *arguments.split())

    assert (0, texts) == (ran.status, len(ran.lines))
    assert ("-n" in arguments) == ("2 of 6 statements; -n 0 writes all" in ran.err)


def test_the_order_is_that_of_the_documents(run: Run) -> None:
    """Statements stand as in their documents."""
    records = [json.loads(line) for line in run("export", "--format", "jsonl").lines]

    assert "Mao Ning, Vladimir Putin, Mao Ning, Volodymyr Zelensky, Guo Jiakun, Kiel Institute" == ", ".join(
        one["speaker"] for one in records
    )


def test_the_name_of_the_file_says_the_format(run: Run, tmp_path: Path) -> None:
    """Without --format the ending decides."""
    assert 0 == run("export", "-o", str(tmp_path / "a.db")).status
    connection = sqlite3.connect(tmp_path / "a.db")
    assert 6 == connection.execute("select count(*) from statements").fetchone()[0]
    connection.close()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "export needs a format"),
        (["-o", "a.json"], "export needs a format"),
        (["--format", "sqlite"], "sqlite is no text for a pipe or a terminal"),
        (["--format", "brat", "-o", "-"], "brat is no text for a pipe or a terminal"),
        (["--format", "csv", "-o", "missing/a.csv"], "the folder of missing/a.csv is not there"),
        (["--format", "csv", "-o", "."], ". is a folder"),
        (["--format", "csv", "-o", "link.csv"], "link.csv is a link"),
        (["--format", "brat", "-o", "full"], "full is not empty"),
        (["--format", "brat", "-o", "link.csv"], "link.csv is a link"),
        (["--format", "brat", "-o", "file"], "file is no folder"),
        (["--format", "csv", "-n", "-1"], "a limit of -1 means nothing"),
    ],
)
def test_wrong_use(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str) -> None:
    """What can't be written is an error that says why, and everything is as it was."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "target.csv").write_text("mine")
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link.csv").symlink_to("target.csv")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.ann").write_text("mine")
    before = sorted(tmp_path.rglob("*"))
    ran = run("export", *arguments)

    assert (2, "", True) == (ran.status, ran.out, said in ran.err), ran.err
    assert before == sorted(tmp_path.rglob("*"))
    assert "mine" == (tmp_path / "target.csv").read_text() == (tmp_path / "full" / "mine.ann").read_text()


def test_parquet_takes_its_extra(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra the error names it, and nothing is written."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    ran = run("export", "-o", str(tmp_path / "a.parquet"))

    assert 2 == ran.status and "pip install 'statements-cli[parquet]'" in ran.err
    assert [] == list(tmp_path.glob("*.parquet"))


def test_an_interrupt_leaves_what_was_there(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever ends the writing, the file is as it was, and a folder isn't there."""
    (tmp_path / "a.csv").write_text("before")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("statements_cli.store.store.Store.text_of", interrupted)
    monkeypatch.setattr("statements_cli.output.writers._cell", interrupted)
    ended = [
        run("export", "-o", str(tmp_path / "a.csv")).status,
        run("export", "--format", "brat", "-o", str(tmp_path / "b")).status,
    ]

    assert [130, 130] == ended
    assert "before" == (tmp_path / "a.csv").read_text()
    assert ["a.csv", "news"] == sorted(path.name for path in tmp_path.iterdir())


def test_nothing(run: Run, tmp_path: Path) -> None:
    """Where nothing passes the filters, nothing is written and the status is 1."""
    ran = run("export", "--kind", "indirect", "-o", str(tmp_path / "a.csv"))

    assert 1 == ran.status and "6 statements without --kind" in ran.err
    assert not (tmp_path / "a.csv").exists()


def test_what_has_no_place_is_said(run: Run) -> None:
    """A format that can't hold a statement says how many it left out, and why."""
    ran = run("export", "--format", "citron")

    assert 0 == ran.status and "6 without a cue left out: the format has no place for them" in ran.err


@pytest.fixture
def brat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Return what runs the real program on an invented article in a folder of its own."""
    import io

    from statements_cli.cli.app import main
    from statements_cli.output.environment import Environment

    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(
        "Talks\n\nTuesday, 20 May 2025\n\n“We are glad to meet,” Foreign Minister Adela Brandt said.\n\n"
        "“It is as hopeless as ever,” spokesman Piet Vos said.\n"
    )
    (tmp_path / "news" / "quiet.txt").write_text("Rain\n\nIt rained all day.\n")

    def run_command(*arguments: str) -> Any:
        out, err = io.StringIO(), io.StringIO()
        status = main(arguments, Environment(io.StringIO(), out, err))
        return status, out.getvalue(), err.getvalue()

    return run_command


def test_correcting(brat: Callable[..., Any], tmp_path: Path) -> None:
    """A folder goes out, is corrected, and comes back as records and as a score."""
    assert 0 == brat("export", "news", "--no-cache", "--format", "brat", "-o", "out/")[0]
    assert ["a.ann", "a.txt", "annotation.conf", "quiet.ann", "quiet.txt", "visual.conf"] == sorted(
        path.name for path in (tmp_path / "out").iterdir()
    )
    status, before, _ = brat("import-brat", "out", "--score", "--json")
    shares = {row["measure"]: (row["right"], row["of"]) for row in json.loads(before)}
    assert (0, {"found": (2, 2), "speaker": (2, 2), "not invented": (2, 2)}) == (status, shares)

    path = tmp_path / "out" / "a.ann"
    path.write_text(path.read_text().replace("speaker: Piet Vos", "speaker: Ana Sousa"))
    (tmp_path / "out" / "quiet.ann").write_text("T1\tContent 6 24\tIt rained all day.\n")
    _, after, _ = brat("import-brat", "out", "--score", "--format", "csv", "--no-header")
    status, records, _ = brat("import-brat", "out")

    assert ["found,2,3,0.6667", "speaker,1,2,0.5", "not invented,2,2,1.0"] == after.splitlines()
    assert ["Adela Brandt", "Ana Sousa", None] == [json.loads(line)["speaker"] for line in records.splitlines()]
    assert 0 == status


@pytest.mark.parametrize(
    ("files", "status", "said"),
    [
        ({}, 2, "holds no text with annotations"),
        ({"a.txt": "x"}, 2, "holds no text with annotations"),
        ({"a.txt": "x", "a.ann": ""}, 1, "no attributions in the annotations"),
        ({"a.txt": "x", "a.ann": "T1\tContent 0 99\tx\n"}, 2, "Mend that file; the others are read"),
    ],
)
def test_folders_that_hold_nothing(
    brat: Callable[..., Any], tmp_path: Path, files: dict[str, str], status: int, said: str
) -> None:
    """A folder without annotations, and one with damaged ones, is an error that says so."""
    (tmp_path / "in").mkdir()
    for name, text in files.items():
        (tmp_path / "in" / name).write_text(text)
    ended = brat("import-brat", "in")

    assert (status, True) == (ended[0], said in ended[2]), ended[2]
    assert 2 == brat("import-brat", "nowhere")[0]
