"""A decorator makes the fields of option groups a command's options, and hands them over as groups."""

from __future__ import annotations

import io
from dataclasses import dataclass
from inspect import signature
from typing import Annotated, Any

import pytest
import typer

from statements_cli.cli.errors import ClosedPipeError, UsageError
from statements_cli.cli.options.shared import command
from statements_cli.cli.session import Session, Surroundings
from statements_cli.cli.settings import Settings
from statements_cli.output.environment import Environment


@dataclass(frozen=True, slots=True)
class Near:
    """A group."""

    one: Annotated[str | None, typer.Option("--one", help="One.")] = None
    two: Annotated[int, typer.Option("--two", help="Two.")] = 2


@dataclass(frozen=True, slots=True)
class Far(Near):
    """A group with another default, and one option more."""

    two: Annotated[int, typer.Option("--two", help="Two.")] = 22
    three: Annotated[bool, typer.Option("--three", help="Three.")] = False


GOT: list[Any] = []


@command
def run(
    session: Session,
    word: Annotated[str, typer.Argument(help="A word.")],
    *,
    group: Far,
    alone: Annotated[bool, typer.Option("--alone", help="Alone.")] = False,
) -> int:
    """Keep what is given."""
    GOT[:] = [session, word, group, alone]
    if word == "pipe":
        raise BrokenPipeError
    return 1


def called(*arguments: str, surroundings: Surroundings | None = None) -> Any:
    """Call the command as the command line does."""
    app = typer.Typer(add_completion=False)
    app.command("run")(run)
    environment = Environment(io.StringIO(), io.StringIO(), io.StringIO())
    given = surroundings or Surroundings(environment, Settings((), {}, ()))
    built: Any = typer.main.get_command(app)
    return built.main(list(arguments), standalone_mode=False, obj=given)


def test_parameters() -> None:
    """Fields stand where their group does, a subclass's where they were; every command can be quiet."""
    expected = ["context", "word", "one", "two", "three", "alone", "quiet", "verbose", "debug"]

    assert expected == list(signature(run).parameters)


def test_values() -> None:
    """Groups come whole, with their defaults; the session knows how much to say; the status is passed on."""
    assert 1 == called("x", "--two", "3", "--three", "-q")
    session, word, group, alone = GOT
    assert ("x", Far(one=None, two=3, three=True), False) == (word, group, alone)
    assert (True, False) == (session.messages.quiet, session.messages.verbose)
    called("x", "--alone", "--one", "a")
    assert [Far("a", 22, False), True] == GOT[2:]


def test_a_closed_pipe() -> None:
    """A reader that has gone is no ``OSError``, for which the framework has a status of its own."""
    with pytest.raises(ClosedPipeError):
        called("pipe")


def test_a_broken_configuration_file() -> None:
    """What is wrong with a configuration file is raised when the command runs, and not before."""
    environment = Environment(io.StringIO(), io.StringIO(), io.StringIO())
    fault = UsageError("not TOML", "Mend it")
    with pytest.raises(UsageError, match="not TOML"):
        called("x", surroundings=Surroundings(environment, Settings((), {}, ()), (), fault))
