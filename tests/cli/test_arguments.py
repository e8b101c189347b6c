"""Plain arguments are read as the framework reads them; all else is left to it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statements_cli.cli import framework
from statements_cli.cli.app import COMMANDS
from statements_cli.cli.arguments import plain_values
from statements_cli.cli.calling import command_module
from statements_cli.cli.parameters import Option

WORDS = ["a.txt", "news/", "-", "--", "", "-1", "5", "0.5", "x y", "-h", "--help", "--nothing", "-z", "-nq", "=", "é"]


def plain(command: str, arguments: list[str]) -> dict[str, Any] | None:
    """Return the values read without the framework."""
    return plain_values(command_module(command).PARAMETERS, arguments)


def framed(command: str, arguments: list[str]) -> dict[str, Any]:
    """Return the values that the framework reads. Raises what it raises."""
    held: dict[str, Any] = {}

    def keep(_: str, options: dict[str, Any], __: Any) -> int:
        held.update(options)
        return 0

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(framework, "run_command", keep)
        framework.built_command(command).main(arguments, prog_name=command, standalone_mode=False)
    return held


@st.composite
def calls(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Draw a command with flags, values and words in any order."""
    command = draw(st.sampled_from(sorted(COMMANDS)))
    flags = [f for p in command_module(command).PARAMETERS if isinstance(p, Option) for f in p.flags]
    word = st.sampled_from(WORDS)
    flag = st.sampled_from(flags or ["-h"])
    joined = st.builds("{}={}".format, flag, word)
    return command, draw(st.lists(st.one_of(word, flag, joined, st.sampled_from(["7", "one"])), max_size=7))


@settings(max_examples=200)
@given(calls())
def test_what_is_read_is_what_the_framework_reads(call: tuple[str, list[str]]) -> None:
    """Where plain arguments are read at all, the framework reads the same values."""
    command, arguments = call
    values = plain(command, arguments)

    assert values is None or framed(command, arguments) == values


@pytest.mark.parametrize(
    ("command", "arguments", "wanted"),
    [
        ("list", ["a.txt", "--json", "b/"], {"paths": ["a.txt", "b/"], "json": True}),
        ("list", ["-c", "a", "--corpus=b", "-n", "5"], {"corpus": ["a", "b"], "limit": 5, "paths": None}),
        ("list", ["--", "-n"], {"paths": ["-n"], "limit": None}),
        ("list", ["--min-confidence", "0.5", "--speaker", "-x"], {"min_confidence": 0.5, "speaker": ["-x"]}),
        ("search", ["peace deal", "-"], {"query": "peace deal", "paths": ["-"], "quiet": False}),
        ("who-said", [], {"speaker": None, "paths": None}),
    ],
)
def test_plain_arguments(command: str, arguments: list[str], wanted: dict[str, Any]) -> None:
    """Known options, their values and paths are read without the framework."""
    values = plain(command, arguments)

    assert values is not None
    assert wanted == {name: values[name] for name in wanted}
    assert framed(command, arguments) == values


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        ("list", ["-h"]),
        ("list", ["a.txt", "--help"]),
        ("list", ["--jsn"]),
        ("list", ["--json=yes"]),
        ("list", ["-n"]),
        ("list", ["-n", "five"]),
        ("list", ["-n5"]),
        ("show", []),
        ("schema", ["a.txt"]),
    ],
)
def test_what_is_not_plain_is_left(command: str, arguments: list[str]) -> None:
    """Help, unknown options, values missing or of the wrong kind are the framework's to word."""
    assert plain(command, arguments) is None
