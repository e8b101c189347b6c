"""The environment tells what output may do."""

from __future__ import annotations

import io

import pytest

from statements_cli.output.environment import Environment
from statements_cli.output.messages import Messages


@pytest.mark.parametrize(
    ("variables", "terminal", "option", "colored"),
    [
        ({}, True, "auto", True),
        ({}, False, "auto", False),
        ({"NO_COLOR": "1"}, True, "auto", False),
        ({"NO_COLOR": ""}, True, "auto", True),  # as no-color.org says: when not empty
        ({"TERM": "dumb"}, True, "auto", False),
        ({"NO_COLOR": "1"}, False, "always", True),  # what the user says in the call wins
        ({}, True, "never", False),
    ],
)
def test_color(variables: dict[str, str], terminal: bool, option: str, colored: bool) -> None:
    """Colour is for terminals that want it, unless the option says otherwise."""
    environment = Environment(io.StringIO(), io.StringIO(), io.StringIO(), variables)
    environment.stdout_is_terminal, environment.color = terminal, option

    assert colored == environment.colored


@pytest.mark.parametrize(("variables", "columns"), [({"COLUMNS": "132"}, 132), ({"COLUMNS": "x"}, 80), ({}, 80)])
def test_columns(variables: dict[str, str], columns: int) -> None:
    """The width is what the variable says, 80 where there is no terminal to ask."""
    assert columns == Environment(io.StringIO(), io.StringIO(), io.StringIO(), variables).columns()


def test_error_is_one_line() -> None:
    """An error says what and how to mend it on one line, whatever a file name holds."""
    environment = Environment(io.StringIO(), io.StringIO(), io.StringIO())
    messages = Messages(environment, quiet=True)

    messages.error("a\nb\x1b[2J is missing", "Check the path")

    assert "statements: error: a b\\x1b[2J is missing. Check the path.\n" == environment.stderr.getvalue()  # type: ignore[attr-defined]
    assert 1 == messages.failed


def test_quiet_and_verbose() -> None:
    """Quiet silences all but errors, verbose explains."""
    said = {}
    for quiet, verbose in ((True, True), (False, False), (False, True)):
        environment = Environment(io.StringIO(), io.StringIO(), io.StringIO())
        messages = Messages(environment, quiet, verbose)
        messages.warn("w")
        messages.note("n")
        messages.explain("e")
        messages.progress("p")  # no terminal: no progress
        said[quiet, verbose] = environment.stderr.getvalue()  # type: ignore[attr-defined]

    assert {
        (True, True): "",
        (False, False): "statements: w\nn\n",
        (False, True): "statements: w\nn\ne\n",
    } == said


def test_progress_is_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Progress stands in one line of a terminal, not at once, and is gone before the next message."""
    clock = iter([1.0, 1.2, 2.0, 2.05])
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    environment = Environment(io.StringIO(), io.StringIO(), io.StringIO(), stderr_is_terminal=True)
    messages = Messages(environment)
    for number in (1, 5, 10, 11):
        messages.progress(f"{number} documents")
    messages.note("done")

    assert "\r10 documents\r            \rdone\n" == environment.stderr.getvalue()  # type: ignore[attr-defined]
