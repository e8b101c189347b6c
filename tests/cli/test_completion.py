"""Shells are offered commands, options, values, and names from an index or from articles read before."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from statements_cli.cli import completion
from statements_cli.cli.app import main
from statements_cli.cli.completion import name_in, one_of
from statements_cli.cli.session import Surroundings
from statements_cli.output.environment import Environment

Run = Callable[..., Any]
ROOT = Path(__file__).parents[2]


class Context:
    """As much of Typer's context as completion asks for."""

    def __init__(self, folder: Path, corpus: list[str], shell: str = "") -> None:
        """Give the folder of the cache, the paths named, and the shell that asks."""
        variables = {"STATEMENTS_CACHE_DIR": str(folder), "_STATEMENTS_COMPLETE": shell}
        streams = (sys.stdin, sys.stdout, sys.stderr)
        self.obj = Surroundings.of(Environment(*streams, variables=variables, folder=str(folder)))
        self.params = {"corpus": corpus, "paths": None}


@pytest.fixture
def index(run: Run, tmp_path: Path) -> str:
    """An index of the known corpus."""
    assert 0 == run("index", "-q", "-o", str(tmp_path / "news.db")).status
    return str(tmp_path / "news.db")


@pytest.mark.parametrize(
    ("field", "beginning", "names"),
    [
        ("speaker", "V", ["Vladimir Putin", "Volodymyr Zelensky"]),
        ("speaker", "mao n", ["mao ning"]),
        ("outlet", "gLo", ["gLobal Times"]),
        ("speaker", "%", []),
        ("country", "", ["CN", "DE", "RU", "UA"]),
        ("outlet", "G", ["Global Times"]),
    ],
)
def test_names_of_an_index(index: str, tmp_path: Path, field: Any, beginning: str, names: list[str]) -> None:
    """An index offers its names, those that begin so."""
    assert names == name_in(field)(Context(tmp_path, [index]), beginning)


def test_names_of_articles_read_before(run: Run, corpus_file: Path, tmp_path: Path) -> None:
    """Articles offer names only once they were read; nothing is read for completion."""
    context = Context(tmp_path / "cache", [str(corpus_file)])
    before = name_in("speaker")(context, "")
    known = {"STATEMENTS_CORPUS": str(corpus_file), "STATEMENTS_CACHE_DIR": str(tmp_path / "cache")}
    run("list", variables=known)

    assert [] == before
    assert "Mao Ning" in name_in("speaker")(context, "M")


def test_time_is_bounded(run: Run, corpus_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once its time is over no further document is looked at."""
    (corpus_file.parent / "z.txt").write_text("# A | B |\n- | Zoe Last | CN | speech | Words\n", "utf-8")
    known = {"STATEMENTS_CORPUS": str(corpus_file.parent), "STATEMENTS_CACHE_DIR": str(tmp_path / "cache")}
    run("list", variables=known)
    context = Context(tmp_path / "cache", [str(corpus_file.parent)])
    monkeypatch.setattr(completion, "_SECONDS", 600.0)  # a busy machine's tenth of a second may hold one document alone
    in_time = name_in("speaker")(context, "")
    monkeypatch.setattr(completion, "_SECONDS", -1.0)

    assert "Zoe Last" in in_time
    assert set(in_time) > set(name_in("speaker")(context, "")) > set()


def test_what_is_wrong_offers_nothing(tmp_path: Path) -> None:
    """A missing or broken corpus offers nothing and raises nothing."""
    (tmp_path / "bad.db").write_bytes(b"SQLite format 3\0" + b"x" * 200)

    assert [] == name_in("speaker")(Context(tmp_path, ["missing.txt"]), "")
    assert [] == name_in("speaker")(Context(tmp_path, [str(tmp_path / "bad.db")]), "")


def test_names_are_safe_for_shells(index: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only names without what shells read otherwise are offered; bash gets their spaces escaped."""
    names = ["Mao Ning", "J.-P. O", "$(rm -rf x)", "a`b`", "x;y", "o'b", 'q"r', "new\nline", "毛宁"]
    monkeypatch.setattr(completion, "_names", lambda *_: names)

    assert ["Mao Ning", "J.-P. O", "毛宁"] == name_in("speaker")(Context(tmp_path, [index]), "")
    escaped = name_in("speaker")(Context(tmp_path, [index], "complete_bash"), "")
    assert ["Mao\\ Ning", "J.-P.\\ O", "毛宁"] == escaped


def test_values() -> None:
    """Values that an option knows are offered by their beginning."""
    assert ["direct"] == one_of(("direct", "mixed"))("d")


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("sp", ["speakers"]),
        ("list --kind ", ["direct", "mixed", "indirect"]),
        ("list --fo", ["--format"]),
        ("list --format json", ["json", "jsonl"]),
        ("cache ", ["info", "clear"]),
        ("help sp", ["speakers"]),
    ],
)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells(
    shell: str,
    words: str,
    offered: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Each shell is offered commands, options and values in its own way of asking."""
    line = f"statements {words}"
    asked = {
        "_STATEMENTS_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": line,
        "COMP_CWORD": str(line.count(" ")),
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    for name, value in asked.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit):
        main([])
    said = capsys.readouterr()
    found = [line.partition("\t")[0] for line in said.out.splitlines()]

    assert "" == said.err
    if shell == "zsh":
        assert [] == [value for value in offered if f'"{value}"' not in said.out]
    else:
        assert offered == found


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_scripts(shell: str, tmp_path: Path) -> None:
    """The script of each shell is installed in the user's own folder."""
    surroundings = {"HOME": str(tmp_path), "SHELL": shell, "PYTHONPATH": str(ROOT / "src")}
    surroundings |= {"PATH": os.environ["PATH"], "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "statements_cli", "--install-completion", shell],
        env=surroundings, capture_output=True, text=True, check=False,
    )  # fmt: skip
    written = "".join(path.read_text("utf-8") for path in tmp_path.rglob("*") if path.is_file())

    assert 0 == done.returncode
    assert "_STATEMENTS_COMPLETE" in written
