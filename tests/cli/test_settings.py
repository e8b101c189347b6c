"""Where the corpus and the defaults come from, and which of them wins."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from statements_cli.cli.errors import UsageError
from statements_cli.cli.settings import load_settings

Run = Callable[..., Any]

OTHER = "# B | C | 2025-01-01\n2025-01-01 | {} | CN | speech | Words\n"


@pytest.fixture
def others(tmp_path: Path) -> dict[str, Path]:
    """Four files, each with a statement of its own speaker."""
    paths = {}
    for name in ("Option", "Variable", "Project", "User"):
        paths[name] = tmp_path / f"{name}.txt"
        paths[name].write_text(OTHER.format(name), encoding="utf-8")
    return paths


@pytest.mark.parametrize(
    ("given", "speaker"),
    [
        ("option variable project user", "Option"),
        ("variable project user", "Variable"),
        ("project user", "Project"),
        ("user", "User"),
    ],
)
def test_corpus_order(run: Run, tmp_path: Path, others: dict[str, Path], given: str, speaker: str) -> None:
    """Option, then environment, then the project's file, then the user's."""
    variables = {"XDG_CONFIG_HOME": str(tmp_path / "config"), "HOME": str(tmp_path / "home")}
    if "project" in given:
        (tmp_path / "statements.toml").write_text('corpus = "Project.txt"', encoding="utf-8")
    user = tmp_path / "config" / "statements" / "statements.toml"
    user.parent.mkdir(parents=True)
    user.write_text(f'corpus = ["{others["User"].as_posix()}"]', encoding="utf-8")
    if "variable" in given:
        variables["STATEMENTS_CORPUS"] = str(others["Variable"])
    arguments = ["-c", str(others["Option"])] if "option" in given else []

    assert speaker == run("list", "--json", *arguments, variables=variables).json[0]["speaker"]


def test_samples_are_last_and_said(run: Run, tmp_path: Path) -> None:
    """Without anything the samples are read, and one line on stderr says so."""
    ran = run("articles", "-n", "0", variables={"HOME": str(tmp_path)})

    assert 1 == ran.err.count("samples that come with statements")


def test_defaults_of_options(run: Run, tmp_path: Path) -> None:
    """A file sets defaults for all commands or one, and the call overrides both."""
    settings = 'limit = 3\nformat = "jsonl"\n[search]\nlimit = 1\n[list]\nfields = ["speaker"]\n'
    (tmp_path / "statements.toml").write_text(settings, encoding="utf-8")

    assert (3, 1) == (len(run("list").lines), len(run("search", "peace").lines))
    assert '{"speaker": "Mao Ning"}' == run("list", "-n", "1").out.strip()
    assert "[\n" == run("list", "--json").out[:2]


def test_found_above_the_working_folder(tmp_path: Path) -> None:
    """The project's file may lie above; its paths are relative to it."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "statements.toml").write_text('corpus = ["news"]', encoding="utf-8")

    settings = load_settings(str(tmp_path / "a" / "b"), {}, print)

    assert (str(tmp_path / "news"),) == settings.corpus


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("corpus = ", "is not TOML"),
        ("corpus = 3", "not a path or a list of paths"),
        ('limit = "many"', "value of the wrong kind"),
        ("limit = true", "value of the wrong kind"),
        ("limit = -1", "limit = -1 in .*statements.toml means nothing"),
        ("[list]\njobs = -1", "jobs = -1 in .* means nothing"),
        ("max-size = 0", "max-size = 0 in .* means nothing"),
        ("min-confidence = 1.01", "min-confidence = 1.01 in .* means nothing"),
        ("min-confidence = nan", "min-confidence = nan in .* means nothing"),
        ('sort = "date"', "stands outside a command"),
        ('names = "\\u0000"', "has a NUL character"),
        ('corpus = ["a", "b\\u0000c"]', "has a NUL character"),
        ('[search]\nfields = ["a\\u0000"]', "has a NUL character"),
        ('[search]\n"a\\u0000" = 1', "has a NUL character"),
    ],
)
def test_faults(tmp_path: Path, text: str, what: str) -> None:
    """A file that can't be meant is an error that names it."""
    (tmp_path / "statements.toml").write_text(text, encoding="utf-8")

    with pytest.raises(UsageError, match=what):
        load_settings(str(tmp_path), {}, print)


@pytest.mark.parametrize("text", ["limit = 0", "jobs = 0", "max-size = 1", "min-confidence = 0", "min-confidence = 1"])
def test_bounds(tmp_path: Path, text: str) -> None:
    """The least and the greatest value of an option can be set."""
    (tmp_path / "statements.toml").write_text(text, encoding="utf-8")
    name, _, value = text.partition(" = ")

    assert int(value) == load_settings(str(tmp_path), {}, print).option("list", name.replace("-", "_"))


def test_unknown_keys_are_told(tmp_path: Path) -> None:
    """A key that means nothing is said, and the rest counts."""
    (tmp_path / "statements.toml").write_text("limt = 3\nlimit = 4", encoding="utf-8")
    told: list[str] = []

    assert 4 == load_settings(str(tmp_path), {}, told.append).option("list", "limit")
    assert "limt means nothing here; did you mean limit?" in told[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[serach]\nlimit = 1", "there is no command for [serach]; did you mean search?"),
        ("[xyz]\nlimit = 1", "there is no command for [xyz]; what it sets isn't used"),
        ("[list]\nmin-confidance = 1", "min-confidance means nothing here; did you mean min-confidence?"),
        ("[search]\nlimit = 1", ""),
    ],
)
def test_unknown_tables_are_told(tmp_path: Path, text: str, said: str) -> None:
    """A table of no command, and a key of none, are named with the right spelling."""
    (tmp_path / "statements.toml").write_text(text, encoding="utf-8")
    told: list[str] = []
    load_settings(str(tmp_path), {}, told.append)

    assert bool(said) == bool(told)
    assert said in "".join(told)


def test_config_shows_what_counts(run: Run, tmp_path: Path) -> None:
    """Every setting stands with its value and its source: a variable, the file that sets it, or none."""
    path = tmp_path / "statements.toml"
    path.write_text("limit = 7\n[search]\nlimit = 3\n", encoding="utf-8")
    user = tmp_path / "config" / "statements" / "statements.toml"
    user.parent.mkdir(parents=True)
    user.write_text('limit = 9\ncolor = "never"', encoding="utf-8")
    ran = run("config", "--json", variables={"STATEMENTS_CORPUS": "news", "XDG_CONFIG_HOME": str(tmp_path / "config")})
    held = {row["setting"]: (row["value"], Path(row["source"]).parent.name) for row in ran.json}

    assert ("news", "STATEMENTS_CORPUS") == (held["corpus"][0], ran.json[0]["source"])
    assert ("7", tmp_path.name) == held["limit"]
    assert ("3", tmp_path.name) == held["search.limit"]
    assert ("never", "statements") == held["color"]
    assert "built in" in {row["source"] for row in ran.json}


def test_config_path_and_edit(run: Run, tmp_path: Path) -> None:
    """The files that are read are listed, and one's own is made and opened in the editor that is set."""
    variables = {"XDG_CONFIG_HOME": str(tmp_path / "config"), "EDITOR": f"{sys.executable} -c pass"}
    user = tmp_path / "config" / "statements" / "statements.toml"
    ran = run("config", "path", variables=variables)

    assert (0, [str(user)]) == (ran.status, ran.lines)
    assert "doesn't exist" in ran.err
    assert 0 == run("config", "edit", variables=variables).status
    assert "Settings of statements" in user.read_text("utf-8")
    assert 2 == run("config", "edit", variables=variables | {"EDITOR": "no-such-editor"}).status
    assert 0 == run("config", variables=variables).status


@pytest.mark.parametrize(
    ("words", "status"), [(["config", "path"], 0), (["config", "edit"], 0), (["help", "list"], 0), (["config"], 2)]
)
def test_a_broken_file_can_be_mended(run: Run, tmp_path: Path, words: list[str], status: int) -> None:
    """A file that can't be used doesn't keep from finding and editing it, nor from reading the help."""
    path = tmp_path / "statements.toml"
    path.write_text("[list", encoding="utf-8")
    editor = f"{sys.executable} -c \"import sys; open(sys.argv[1], 'w').close()\""
    ran = run(*words, variables={"EDITOR": editor})

    assert status == ran.status
    assert ("edit" in words) == (path.read_text("utf-8") == "")
    assert ("config" in words and "edit" not in words) == ("is not TOML" in ran.err)


@pytest.mark.parametrize(
    ("editor", "said"),
    [
        (f"{sys.executable} -c 'raise SystemExit(3)'", "ended with status 3. Set EDITOR, or edit"),
        ("vi '", "vi ' is no command (No closing quotation). Set EDITOR, or edit"),
        ("no-such-editor", "no-such-editor can't be started"),
    ],
)
def test_editors_that_fail(run: Run, tmp_path: Path, editor: str, said: str) -> None:
    """An editor that fails is named, with the file to edit."""
    ran = run("config", "edit", variables={"XDG_CONFIG_HOME": str(tmp_path), "EDITOR": editor})

    assert (2, 1) == (ran.status, ran.err.count("\n")) and said in ran.err


def test_no_place_for_a_file(run: Run, tmp_path: Path) -> None:
    """Where the user's file can't be made, that is said on one line."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    ran = run("config", "edit", variables={"XDG_CONFIG_HOME": str(tmp_path / "file"), "EDITOR": "vi"})

    assert (2, 1) == (ran.status, ran.err.count("\n")) and "statements.toml can't be written" in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="an editor with a window of its own")
def test_edit_without_terminal(run: Run, tmp_path: Path) -> None:
    """Where no editor is set and there is no terminal, the file is named instead of waiting for vi."""
    ran = run("config", "edit", variables={"XDG_CONFIG_HOME": str(tmp_path)})

    assert 2 == ran.status
    assert f"Set EDITOR, or edit {tmp_path / 'statements' / 'statements.toml'}" in ran.err
