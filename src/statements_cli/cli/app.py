"""Arguments and an environment come in; the command named runs and its exit status goes out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache
from inspect import Parameter, Signature
from typing import Annotated, Any

import typer

from statements_cli.cli.exits import FAILED, FOUND, INTERRUPTED
from statements_cli.cli.faults import UsageError
from statements_cli.cli.help import CommandGroup, ExampleCommand
from statements_cli.output.environment import Environment
from statements_cli.output.messages import Messages
from statements_cli.version import VERSION

COMMANDS = {
    "list": "Statements, newest first.",
    "search": "Search what was said, misspelt words forgiven.",
    "who-said": "What a speaker said, or who said something like it.",
    "speakers": "Speakers with role, country and number of statements.",
    "articles": "Articles with headline, outlet and day published.",
    "show": "One statement in its passage, with the evidence.",
    "extract": "All statements of documents as JSON Lines.",
    "schema": "The JSON Schema of a record.",
}
_HELP = "Who said what, when, to whom, and how do we know: statements out of news articles."
_EXAMPLES = (
    'statements search "dialogue"',
    'statements who-said --speaker "Mao Ning"',
    "statements list --since 2025-02 --until 2025-02-28 --json",
)
_NARROWEST, _WIDEST = 20, 80  # columns of help
_CONTEXT = {"help_option_names": ["-h", "--help"]}


class ClosedPipeError(Exception):
    """Whoever read the output has stopped reading."""


def main(arguments: Sequence[str] | None = None, environment: Environment | None = None) -> int:
    """Run the command that ``arguments`` name (default: the process's) and return its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    environment = environment or Environment.current()
    try:
        status = _status(given, environment)
        environment.stdout.flush()
        return status
    except (ClosedPipeError, BrokenPipeError):
        _drop_output(environment)
        return FOUND
    except KeyboardInterrupt:
        return INTERRUPTED
    except UsageError as fault:
        Messages(environment).error(fault.what, fault.mend)
    except Exception as error:
        if "--debug" in given:
            raise
        _say_error(error, given, environment)
    return FAILED


@cache
def built_group() -> Any:
    """Return the group of all commands; none of them is imported yet."""
    app = typer.Typer(
        cls=CommandGroup,
        help=_HELP,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=_CONTEXT,
    )
    app.callback()(_version_option)
    group: Any = typer.main.get_command(app)
    group.examples, group.summaries = _EXAMPLES, COMMANDS
    return group


@cache
def built_command(name: str) -> Any:
    """Return one command, imported and built from its parameters."""
    from importlib import import_module

    module = import_module(f"statements_cli.cli.commands.{name.replace('-', '_')}")

    def callback(context: typer.Context, **options: Any) -> int:
        return _run(module, name, options, context.obj)

    parameters = [
        Parameter("context", Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context),
        *module.PARAMETERS,
    ]
    callback.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    callback.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(name, cls=ExampleCommand, help=module.HELP, context_settings=_CONTEXT)(callback)
    command: Any = typer.main.get_command(app)
    command.examples = module.EXAMPLES
    return command


def _version_option(
    version: Annotated[bool, typer.Option("--version", help="Print the version and end.")] = False,
) -> None:
    if version:  # __main__ answers it before this, unless it stands behind another option
        print(f"statements {VERSION}")
        raise typer.Exit


def _run(module: Any, name: str, options: dict[str, Any], environment: Environment | None) -> int:
    from statements_cli.cli.request import Request

    try:
        request = Request(name, options, environment or Environment.current())
        status: int = module.run(request)
        request.environment.stdout.flush()
        return status
    except BrokenPipeError as error:
        # typer would end with 1 for it
        raise ClosedPipeError from error


def _status(arguments: list[str], environment: Environment) -> int:
    if not arguments:
        arguments = ["--help"]
    # given here, for by itself the framework writes help at least 50 columns wide
    width = max(_NARROWEST, min(environment.columns(), _WIDEST) - 2)
    status = built_group().main(
        arguments, prog_name="statements", standalone_mode=False, obj=environment, terminal_width=width
    )
    return status if isinstance(status, int) else FOUND


def _say_error(error: Exception, arguments: list[str], environment: Environment) -> None:
    messages = Messages(environment)
    command = next((word for word in arguments if word in COMMANDS), "")
    help_words = f"See statements {command} -h" if command else "See statements -h"
    if callable(described := getattr(error, "format_message", None)):
        what = str(described())
        if what.startswith("No such option") and arguments[0].startswith("-") and command:
            help_words = f"Options stand after the command: statements {command} {arguments[0]} ..."
        messages.error(what[:1].lower() + what[1:], help_words)
    elif isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        mend = "Check that file" if where else "Check the disk and the stream that output goes to"
        messages.error(f"{where}{error.strerror or error}", mend)
    else:
        what = f"{type(error).__name__}: {error}"
        messages.error(what, "This is a fault of the program: --debug shows where, please report it")


def _drop_output(environment: Environment) -> None:
    # Python flushes the streams at exit; without this the closed pipe would be reported there.
    import os

    if environment.stdout is sys.stdout:
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except (OSError, ValueError):
            return
