"""Arguments and an environment come in; the command named runs and its exit status goes out."""

from __future__ import annotations

import sys

from statements_cli.cli.calling import ClosedPipeError, command_module, run_command
from statements_cli.cli.exits import FAILED, FOUND, INTERRUPTED
from statements_cli.cli.faults import UsageError
from statements_cli.output.environment import Environment
from statements_cli.output.messages import Messages

TYPE_CHECKING = False  # typing itself is not loaded for a plain call
if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = {
    "list": "Statements, newest first.",
    "search": "Search what was said, misspelt words forgiven.",
    "who-said": "What a speaker said, or who said something like it.",
    "speakers": "Speakers with role, country and number of statements.",
    "articles": "Articles with headline, outlet and day published.",
    "show": "One statement in its passage, with the evidence.",
    "extract": "All statements of documents as JSON Lines.",
    "index": "An index of articles in a file, made or brought up to date.",
    "cache": "What is kept of articles that were read.",
    "schema": "The JSON Schema of a record.",
}
_NARROWEST, _WIDEST = 20, 80  # columns of help


def main(arguments: Sequence[str] | None = None, environment: Environment | None = None) -> int:
    """Run the command that ``arguments`` name (default: the process's) and return its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    environment = environment or Environment.current()
    try:
        if any("\0" in word for word in given):
            raise UsageError("an argument has a NUL character, which no path or word can have", "Take it out")
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


def _status(arguments: list[str], environment: Environment) -> int:
    if arguments and arguments[0] in COMMANDS:
        from statements_cli.cli.arguments import plain_values

        values = plain_values(command_module(arguments[0]).PARAMETERS, arguments[1:])
        if values is not None:
            return run_command(arguments[0], values, environment)
    from statements_cli.cli.framework import built_group

    # given here, for by itself the framework writes help at least 50 columns wide
    width = max(_NARROWEST, min(environment.columns(), _WIDEST) - 2)
    status = built_group().main(
        arguments or ["--help"], prog_name="statements", standalone_mode=False, obj=environment, terminal_width=width
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
    elif type(error).__module__ == "sqlite3":  # told by name: most calls don't load it
        messages.error(f"SQLite could not go on ({error})", "Make room in memory and on the disk")
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
