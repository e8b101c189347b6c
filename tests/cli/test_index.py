"""An index is asked as articles are, by every command; the cache is told of and emptied."""

from __future__ import annotations

import shutil
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
        (("list", "news.db", "news"), "news.db is an index, which is read by itself, and news is none"),
        (("list", "news.db", "nowhere"), "nowhere: no such file or folder"),
        (("list", "news.db", "--map", "text=body"), "--map bears on how articles are read"),
        (("list", "news.db", "--names", "names.toml"), "--names bears on how articles are read"),
        (("index", "--check", "nowhere.db"), "nowhere.db: no such file. Name another"),
        (("index", "--check", "news"), "news is no index of statements"),
        (("list", "other.db"), "other.db is no index of statements"),
        (("cache", "fill"), "there is no cache fill"),
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

    def counted(document: Document, names: object = None, model: str = "fast") -> Parsed:  # noqa: ARG001
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


@pytest.fixture
def changed_header(run: Run, index: str, tmp_path: Path) -> Callable[[int, bytes], Any]:
    """List an index whose file has other bytes from one place on."""

    def listed(at: int, words: bytes) -> Any:
        content = bytearray((tmp_path / index).read_bytes())
        content[at : at + len(words)] = words
        (tmp_path / "damaged.db").write_bytes(content)
        return run("list", "-c", "damaged.db")

    return listed


@pytest.mark.parametrize(
    ("at", "words"),
    [
        *[(0, bytes(16)), (0, b"x"), (0, bytes(100)), (0, bytes(4096)), (0, b"\xff" * 4096), (0, b"some words " * 90)],
        *[(16, b"\x07"), (18, b"\x09"), (100, bytes(400))],
    ],
    ids=["mark", "letter", "header", "page", "page of ones", "words", "page size", "format", "definitions"],
)
def test_a_damaged_header(changed_header: Callable[[int, bytes], Any], at: int, words: bytes) -> None:
    """An index whose beginning is overwritten is an error, not a binary file that is passed over."""
    ran = changed_header(at, words)

    assert (2, "", 1) == (ran.status, ran.out, ran.err.count("\n"))
    assert "damaged" in ran.err or "can't be read" in ran.err


def test_an_index_cut_to_nothing(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty file called after an index is an error; one called after an article is an article without words."""
    monkeypatch.chdir(tmp_path)
    for name in ("news.db", "news.txt"):
        (tmp_path / name).touch()

    assert (2, "statements: error: news.db is empty, and no index.") == (
        run("list", "news.db").status,
        run("list", "news.db").err[:50],
    )
    assert 1 == run("list", "news.txt").status


@pytest.mark.parametrize("size", [1, 10, 16, 50, 100, 600, 4096, 40_000])
def test_an_index_that_was_cut(run: Run, index: str, tmp_path: Path, size: int) -> None:
    """An index of which only the beginning is left is an error, however short that is."""
    (tmp_path / index).write_bytes((tmp_path / index).read_bytes()[:size])
    ran = run("list", index)

    assert (2, "", 1) == (ran.status, ran.out, ran.err.count("\n"))


def test_check(run: Run, index: str, tmp_path: Path) -> None:
    """A whole index is said to be whole, a damaged one what is wrong with it, one line each."""
    whole = run("index", "--check", index)
    also = run("index", "--check", "-o", index)
    with sqlite3.connect(tmp_path / index) as connection:
        connection.execute("update speaker set name = 'Nobody' where number = 1")
    connection.close()
    damaged = run("index", "--check", index)

    assert (0, "", "news.db is whole: its pages, rows and words are as they were written\n") == (
        whole.status,
        whole.out,
        whole.err,
    )
    assert whole == also
    assert (2, "") == (damaged.status, damaged.out)
    assert damaged.err.startswith("statements: error: news.db: the rows of the table speaker are not as they were")


@pytest.mark.parametrize("arguments", [(), ("news",), ("none.db",), ("none*.db",)], ids=str)
def test_check_of_no_index(run: Run, index: str, arguments: tuple[str, ...]) -> None:
    """What is no index can't be checked, and that is said."""
    assert index
    ran = run("index", "--check", *arguments)

    assert (2, 1) == (ran.status, ran.err.count("\n"))


@pytest.mark.parametrize(
    ("arguments", "status", "ends"),
    [
        (("a.db", "news.db"), 0, ["a.db is whole", "news.db is whole"]),
        (("*.db",), 0, ["a.db is whole", "news.db is whole"]),
        (("*.db", "none.db"), 2, ["a.db is whole", "news.db is whole", "statements: error: none.db: no such file"]),
        (("none.db", "*.db"), 2, ["statements: error: none.db: no such file", "a.db is whole", "news.db is whole"]),
    ],
    ids=str,
)
def test_check_of_several(
    run: Run, index: str, tmp_path: Path, arguments: tuple[str, ...], status: int, ends: list[str]
) -> None:
    """Several indexes, named or by a pattern, are checked one after the other, whatever is wrong with one."""
    shutil.copyfile(tmp_path / index, tmp_path / "a.db")
    ran = run("index", "--check", *arguments)

    assert status == ran.status
    assert [line.startswith(end) for line, end in zip(ran.err.splitlines(), ends, strict=True)] == [True] * len(ends)


def test_standard_input(run: Run, index: str) -> None:
    """What comes on standard input takes the place of what came there before, and that is said."""
    text = "“We will go,” Ann Lee said on Monday in Oslo.\n"
    first = run("index", "-", "-o", index, stdin=text)
    second = run("index", "-", "-o", index, stdin=text.replace("go", "stay"))

    assert "takes the place" not in first.err
    assert "statements: -: takes the place of what the index held of standard input\n" in second.err
    assert "of 2 documents" in first.err and "of 2 documents" in second.err


def test_prune(run: Run, index: str, corpus_file: Path) -> None:
    """A folder that was renamed is in the index twice until it is pruned, and that is said."""
    renamed = corpus_file.parent.with_name("renamed")
    corpus_file.parent.rename(renamed)
    twice = run("index", str(renamed), "-o", index)
    pruned = run("index", str(renamed), "-o", index, "--prune")

    assert (
        f"statements: news.db: 1 file in it is no longer found: {corpus_file}; --prune drops what is gone" in twice.err
    )
    assert "passed over" not in twice.err  # which is said of documents
    assert "1 file read, 0 unchanged, 0 gone; 14 statements of 2 documents" in twice.err
    assert "news.db: 0 files read, 1 unchanged, 1 gone; 7 statements of 1 document\n" == pruned.err
    assert "--prune needs the paths that are still there" in run("index", "-o", index, "--prune", variables={}).err


def test_nothing_is_lost_where_all_is_read_again(run: Run, index: str, corpus_file: Path, tmp_path: Path) -> None:
    """An index whose files are gone isn't made again without them, unless they are to be pruned."""
    corpus_file.parent.rename(tmp_path / "renamed")
    again = ("index", "renamed", "-o", index, "--map", "text=body")
    refused = run(*again)
    kept = run("list", "-c", index).out
    pruned = run(*again, "--prune")

    assert (2, True) == (refused.status, "can't be made again whole: 1 file in it is no longer found" in refused.err)
    assert 4 < kept.count("\n")
    assert (0, True) == (pruned.status, "7 statements of 1 document" in pruned.err)


def test_interrupted_when_all_is_saved(run: Run, index: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who interrupts while what was done is told learns that it was saved."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    Path(index).unlink()
    monkeypatch.setattr("statements_cli.cli.reading.documents.ReadingReport.sum_up", interrupt)
    ran = run("index", "-o", index, "-q")

    assert (130, "interrupted. All was saved: news.db is up to date") == (ran.status, ran.err.partition(": ")[2][7:-2])
    assert Path(index).exists()
