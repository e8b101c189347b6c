"""Which model a command reads articles with."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from statements_cli import pipeline
from statements_cli.attribution.encoder import runtime

Run = Callable[..., Any]
COMMANDS = ("list", "speakers", "articles", "search words", "who-said words", "extract", "index -o x.db")
MISSING = (
    "statements: error: the accurate model needs its weights, the package statements-cli-accurate, which is not "
    "installed. Install it: pip install 'statements-cli[accurate]', in a checkout pip install ./accurate '.[accurate]'.\n"
)


@pytest.fixture
def without_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    """The weights are not there, wherever the tests run."""
    find = importlib.util.find_spec

    def found(name: str, package: str | None = None) -> object:
        return None if name == runtime.WEIGHTS else find(name, package)

    monkeypatch.setattr(importlib.util, "find_spec", found)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The models that documents are parsed with; all are there."""
    models: list[str] = []
    parse = pipeline.parse

    def noted(document: Any, names: Any = None, model: Any = "fast") -> pipeline.Parsed:
        models.append(model)
        return parse(document, names)

    monkeypatch.setattr(pipeline, "parse", noted)
    monkeypatch.setattr(pipeline, "require", lambda _: None)
    weights = tmp_path_factory.mktemp("weights")
    monkeypatch.setattr(runtime, "folder", lambda: weights)
    return models


@pytest.mark.usefixtures("without_weights")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_missing_extra_is_named(run: Run, command: str) -> None:
    """Every command that reads articles says at once what is missing, and reads nothing."""
    ran = run(*command.split(), "--model", "accurate")

    assert (2, "", MISSING) == (ran.status, ran.out, ran.err)


@pytest.mark.parametrize(
    ("settings", "options", "expected"),
    [
        ("", (), "fast"),
        ("", ("--model", "accurate"), "accurate"),
        ('model = "accurate"', (), "accurate"),
        ('model = "accurate"', ("--model", "fast"), "fast"),
        ('[list]\nmodel = "accurate"', (), "accurate"),
        ('[search]\nmodel = "accurate"', (), "fast"),
    ],
)
def test_the_model_is_the_one_given_or_set(
    run: Run, asked: list[str], tmp_path: Path, settings: str, options: tuple[str, ...], expected: str
) -> None:
    """An option comes before the settings, those of a command before those of all."""
    (tmp_path / "statements.toml").write_text(settings, encoding="utf-8")
    run("list", "--no-cache", *options)

    assert [expected] == asked


@pytest.mark.parametrize(
    ("settings", "arguments", "said"),
    [
        ('model = "best"', ("list",), "model = best in"),
        ("", ("list", "--model", "best"), "'best' is not one of 'fast', 'accurate'"),
    ],
)
def test_there_is_no_other_model(
    run: Run, tmp_path: Path, settings: str, arguments: tuple[str, ...], said: str
) -> None:
    """Another name is an error, given or set."""
    (tmp_path / "statements.toml").write_text(settings, encoding="utf-8")
    ran = run(*arguments)

    assert 2 == ran.status
    assert said in ran.err


def test_an_index_holds_what_one_model_found(run: Run, asked: list[str]) -> None:
    """It is made by one, made again by another, and asked without naming any."""
    assert 0 == run("index", "-o", "x.db", "--model", "accurate").status
    again = run("index", "-o", "x.db")
    refused = run("list", "-c", "x.db", "--model", "fast")

    assert ["accurate", "fast"] == asked
    assert "with another model, names or columns: all is read again" in again.err
    assert (2, True) == (refused.status, "--model bears on how articles are read" in refused.err)
