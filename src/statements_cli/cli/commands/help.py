"""Show the help of a command."""

from __future__ import annotations

from typing import Annotated

import typer

from statements_cli.cli.errors import ExitStatus, UsageError
from statements_cli.cli.options.shared import command
from statements_cli.cli.session import Session

EXAMPLES = ("statements help search", "statements help")


def _commands(incomplete: str) -> list[str]:
    from statements_cli.cli.group import COMMANDS

    return [name for name in COMMANDS if name.startswith(incomplete)]


@command
def run(
    session: Session,
    name: Annotated[
        str | None,
        typer.Argument(help="The command; without it, all are listed.", metavar="COMMAND", autocompletion=_commands),
    ] = None,
) -> int:
    """What a command does, with its options: the same as statements COMMAND -h."""
    from statements_cli.cli.group import COMMANDS, help_of
    from statements_cli.text.similarity import closest

    if name is not None and name not in COMMANDS:
        near = closest(name, COMMANDS)
        raise UsageError(f"there is no command {name}", f"Did you mean {near[0]}?" if near else "See statements -h")
    environment = session.environment
    environment.stdout.write(help_of(name, environment.columns(), session) + "\n")
    return ExitStatus.FOUND
