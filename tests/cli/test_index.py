"""An index is asked as articles are, by every command; the cache is told of and emptied."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from statements_cli.model import Document
from statements_cli.pipeline import Parsed

Run = Callable[..., Any]


@pytest.fixture
def index(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An index of the known corpus, in the working folder."""
    monkeypatch.chdir(tmp_path)
    assert 0 == run("index", "-o", "news.db", "-q").status
    return "news.db"


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("list", "--speaker", "Mao", "--since", "2025-05"),
        ("list", "--since", "2025-05-20", "--sort", "-speaker", "-n", "1"),
        ("list", "--speaker", "Nobody"),
        ("search", "dialoge"),
        ("who-said", "--speaker", "zelenskyy"),
        ("speakers",),
        ("articles", "--outlet", "times"),
        ("show", "e"),
        ("show", "zz"),
    ],
)
def test_answers_as_articles_do(run: Run, index: str, arguments: tuple[str, ...]) -> None:
    """Every command says the same of an index as of the articles in it: answer, notes and exit status."""
    for more in (("--json",), ()):
        assert run(*arguments, *more) == run(*arguments, *more, "-c", index)


def test_found_wherever_articles_are_named(run: Run, index: str, tmp_path: Path) -> None:
    """As a path, by the environment, by a configuration file, under any name."""
    expected = run("list", "-c", index).out
    (tmp_path / "statements.toml").write_text('corpus = ["renamed"]')
    (tmp_path / "renamed").write_bytes((tmp_path / index).read_bytes())

    assert expected == run("list", index).out
    assert expected == run("list", variables={"STATEMENTS_CORPUS": index}).out
    assert expected == run("list", variables={}).out


def test_says_what_was_done(run: Run, index: str, corpus_file: Path) -> None:
    """One line tells how many files were read, and what the index holds."""
    assert "news.db: 0 files read, 1 unchanged, 0 gone; 7 statements of 1 document\n" == run("index", "-o", index).err
    corpus_file.unlink()
    gone = run("index", "-o", index)

    assert (1, "news.db: 0 files read, 0 unchanged, 1 gone; 0 statements of 0 documents\n") == (gone.status, gone.err)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("index",), "index needs a file to write. Name one"),
        (("index", "-o", "news"), "news is a folder"),
        (("index", "-o", "no/such/folder/x.db"), "can't be written (No such file or directory)"),
        (("index", "news.db", "-o", "x.db"), "news.db is an index, and index reads documents"),
        (("extract", "news.db"), "news.db is an index, and extract reads documents"),
        (("list", "news.db", "news"), "news.db is an index, which is read by itself"),
        (("list", "news.db", "--map", "text=body"), "--map bears on how articles are read"),
        (("list", "news.db", "--names", "names.toml"), "--names bears on how articles are read"),
        (("list", "other.db"), "other.db is no index of statements"),
        (("cache", "fill"), "'fill' is not one of 'info', 'clear'"),
        (("cache", "info"), "there is no folder for a cache"),
    ],
)
def test_errors_are_one_line(run: Run, index: str, tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    """What can't be done is said on one line, with what to do instead."""
    assert (tmp_path / index).exists()
    with sqlite3.connect(tmp_path / "other.db") as connection:
        connection.execute("create table other (thing)")
    connection.close()
    ran = run(*arguments)

    assert (2, "", 1) == (ran.status, ran.out, ran.err.count("\n"))
    assert said in ran.err


def test_what_is_kept(
    run: Run,
    tmp_path: Path,
    corpus_file: Path,
    fake_parse: Callable[[Document], Parsed],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Articles are parsed once, unless that is not wanted; extract keeps nothing; the cache is told of and emptied."""
    parsed: list[str] = []

    def counted(document: Document, names: object = None) -> Parsed:  # noqa: ARG001
        parsed.append(document.path)
        return fake_parse(document)

    monkeypatch.setattr("statements_cli.pipeline.parse", counted)
    variables = {"STATEMENTS_CACHE_DIR": str(tmp_path / "kept"), "STATEMENTS_CORPUS": str(corpus_file)}
    run("extract", variables=variables)
    run("list", "--no-cache", variables=variables)
    assert not (tmp_path / "kept").exists()
    first = run("list", variables=variables)
    again = run("list", variables=variables)

    assert (3, first) == (len(parsed), again)
    told = run("cache", "info", variables=variables)
    assert (0, "1 document,") == (told.status, told.out[:11])
    assert f"removed, in {tmp_path / 'kept'}\n" in run("cache", "clear", variables=variables).out
    assert "0 documents, 0 bytes kept" in run("cache", "info", variables=variables).out
