"""A speaker is found by what `show` prints and by what people type, at the command line, in the samples."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from statements_cli.cli.app import main
from statements_cli.output.environment import Environment

SEEDS = Path(__file__).parents[2] / "seeds"
XI = {"Xi Jinping", "Xi Jinping and Vladimir Putin"}

Asked = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    """Ask an index of the samples; return the status and what was written on stdout and stderr."""
    index = str(tmp_path_factory.mktemp("asked") / "seeds.db")

    def ask(*arguments: str) -> tuple[int, str, str]:
        environment = Environment(stdin=io.StringIO(), stdout=io.StringIO(), stderr=io.StringIO())
        status = main(arguments, environment)
        return status, environment.stdout.getvalue(), environment.stderr.getvalue()  # type: ignore[attr-defined]

    assert ask("index", str(SEEDS), "-o", index)[0] == 0
    return lambda *arguments: ask(*arguments, "-c", index)


@pytest.mark.parametrize(
    ("query", "speakers"),
    [
        ("Chinese President Xi Jinping", XI),
        ("President Xi", XI),
        ("the Chinese president", XI),
        ("Xi Jinping", XI),
        ("Chancellor Merz", {"Friedrich Merz"}),
        ("Chinese foreign ministry spokesperson", {"Guo Jiakun", "Mao Ning"}),
        ("Guo Jiakun (Chinese Foreign Ministry spokesperson, CN, person)", {"Guo Jiakun"}),
        ("Ushakov", {"Yury Ushakov"}),
        ("@realDonaldTrump", {"Donald Trump"}),
        ("China's foreign ministry (CN, organisation)", {"China's foreign ministry"}),
        ("TASS (media)", {"TASS"}),
        ("Guo Jiakun of China", {"Guo Jiakun"}),
        ("Mao's", {"Mao Ning"}),
        ("Yury Viktorovich Ushakov", {"Yury Ushakov"}),
        ("Xi and Putin", {"Xi Jinping and Vladimir Putin"}),
        ("French ambassador", set()),
        ("Mao Ning " * 1000, {"Mao Ning"}),  # more words than SQLite takes conditions
    ],
)
def test_speaker(asked: Asked, query: str, speakers: set[str]) -> None:
    """All who are meant are taken, and stderr says whom, or that nobody is called so."""
    _, out, said = asked("list", "--speaker", query, "--json")

    assert speakers == {row["speaker"] for row in json.loads(out)}
    assert all(name in said for name in speakers - {query})
    assert speakers or f"no speaker is called {query}" in said


@pytest.mark.parametrize(("query", "name"), [("毛宁", "Mao Ning"), ("Владимир Путин", "Vladimir Putin")])
def test_other_scripts(asked: Asked, query: str, name: str) -> None:
    """A name in another script finds its speaker."""
    _, _, said = asked("list", "--speaker", query)

    assert name in said


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chancellor Merz", "Friedrich Merz"),
        ("Chinese President Xi Jinping", "Xi Jinping"),
        ("TASS", "TASS"),
        ("the Chinese president", None),  # a role alone may be spoken of
        ("China", None),
    ],
)
def test_name_alone(asked: Asked, text: str, name: str | None) -> None:
    """Who said a name with a role, or that of a medium, is answered by what is said under it."""
    _, out, said = asked("who-said", text, "--json", "-n", "1")

    assert bool(name) == (f"so this is what {name} said" in said)
    assert not name or name == json.loads(out)[0]["speaker"]


def test_role_that_nobody_speaks_of(asked: Asked) -> None:
    """Where a role finds nothing that was said, who holds it is named."""
    _, _, said = asked("search", "Foreign Ministry spokesperson")

    assert "Foreign Ministry spokesperson is a role; --speaker " in said
    assert all(f'--speaker "{name}"' in said for name in ("Guo Jiakun", "Mao Ning"))


@pytest.mark.parametrize(
    ("most", "said"),
    [(8, ": took all of Donald Trump; Trump officials\n"), (1, ": took all of Donald Trump; and 1 more\n")],
)
def test_many_are_counted(asked: Asked, monkeypatch: pytest.MonkeyPatch, most: int, said: str) -> None:
    """Of many speakers who are meant a line names the first and counts the rest."""
    monkeypatch.setattr("statements_cli.cli.filtering.MOST_NAMED", most)

    assert said in asked("list", "--speaker", "Trump")[2]
