"""Where the corpus and the defaults come from, and which of them wins."""

from __future__ import annotations

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


def test_unknown_keys_are_told(tmp_path: Path) -> None:
    """A key that means nothing is said, and the rest counts."""
    (tmp_path / "statements.toml").write_text("limt = 3\nlimit = 4", encoding="utf-8")
    told: list[str] = []

    assert 4 == load_settings(str(tmp_path), {}, told.append).option("list", "limit")
    assert "limt means nothing" in told[0]
