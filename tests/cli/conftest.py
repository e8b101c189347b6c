"""Running commands inside the test's process, on a corpus that is known."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from statements_cli.cli.app import main
from statements_cli.model import Document
from statements_cli.output.environment import Environment
from statements_cli.pipeline import Parsed
from statements_cli.store.resolution import lent_dates, utterance_groups


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Its output, read as JSON."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        """The lines of its output."""
        return self.out.splitlines()


Run = Callable[..., Ran]


@pytest.fixture
def run(corpus_file: Path, fake_parse: Callable[[Document], Parsed], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command on the known corpus, found by STATEMENTS_CORPUS unless ``variables`` differ."""
    monkeypatch.setattr("statements_cli.pipeline.parse", fake_parse)
    monkeypatch.chdir(corpus_file.parent.parent)

    def run_command(
        *arguments: str,
        variables: dict[str, str] | None = None,
        stdin: str = "",
        terminal: bool = False,
        width: int = 80,
    ) -> Ran:
        known = {"STATEMENTS_CORPUS": str(corpus_file.parent), "TERM": "xterm"}
        environment = Environment(
            stdin=io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"),
            stdout=io.StringIO(),
            stderr=io.StringIO(),
            variables=known if variables is None else variables,
            stdout_is_terminal=terminal,
            width=width,
        )
        status = main(arguments, environment)
        return Ran(status, environment.stdout.getvalue(), environment.stderr.getvalue())  # type: ignore[attr-defined]

    return run_command


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is settled across documents from now on, by the names of what settles it."""
    done: list[str] = []
    for module, name in ((lent_dates, "lend_all_days"), (utterance_groups, "group_all")):
        monkeypatch.setattr(module, name, noting(name, getattr(module, name), done))
    return done


def noting(name: str, settle: Callable[..., None], done: list[str]) -> Callable[..., None]:
    """Return what settles, and notes its name."""

    def noted(*given: Any, **named: Any) -> None:
        done.append(name)
        settle(*given, **named)

    return noted
