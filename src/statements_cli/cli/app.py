"""Run the command that the arguments name, and turn its end into an exit status.

Errors become a line on stderr.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from statements_cli.cli.errors import ClosedPipeError, ExitStatus, UsageError
from statements_cli.cli.group import COMMANDS, load_group
from statements_cli.cli.session import Surroundings
from statements_cli.output.environment import Environment
from statements_cli.output.messages import Messages

_NARROWEST = 20  # columns of help


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
        return ExitStatus.FOUND
    except KeyboardInterrupt:
        return ExitStatus.INTERRUPTED
    except SystemExit as ended:  # of a help whose reader stopped reading
        if not isinstance(ended.__context__, BrokenPipeError):
            raise
        _drop_output(environment)
        return ExitStatus.FOUND
    except UsageError as error:
        Messages(environment).error(error.what, error.mend)
    except Exception as error:
        if "--debug" in given:
            raise
        _say_error(error, given, environment)
    _write_or_drop_output(environment)
    return ExitStatus.FAILED


def _status(arguments: list[str], environment: Environment) -> int:
    surroundings = Surroundings.of(environment)
    status = load_group().main(
        arguments or ["--help"],
        prog_name="statements",
        standalone_mode=False,
        obj=surroundings,
        # the command help takes no options, and the group's own option is called so, too
        default_map={name: surroundings.settings.defaults(name) for name in COMMANDS if name != "help"},
        terminal_width=max(_NARROWEST, environment.columns()),
    )
    return status if isinstance(status, int) else ExitStatus.FOUND


def _say_error(error: Exception, arguments: list[str], environment: Environment) -> None:
    messages = Messages(environment)
    command = next((word for word in arguments if word in COMMANDS), "")
    help_words = f"See statements {command} -h" if command else "See statements -h"
    if callable(described := getattr(error, "format_message", None)):
        from statements_cli.cli.options.article_options import is_path

        what = str(described())
        if what.startswith("No such option") and arguments[0].startswith("-") and command:
            help_words = f"Options stand after the command: statements {command} {arguments[0]} ..."
        elif what.startswith("No such command") and is_path(arguments[0]):
            from shlex import quote

            what, help_words = f"no such command '{arguments[0]}'", f"To read it: statements list {quote(arguments[0])}"
        elif what.startswith("No such option") and (instead := _instead(error, command, arguments)):
            what, help_words = what.partition(" (")[0], instead  # options of a similar name aren't meant then
        messages.error(what[:1].lower() + what[1:], help_words)
    elif isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        mend = "Check that file" if where else "Check the disk and the stream that output goes to"
        messages.error(f"{where}{error.strerror or error}", mend)
    elif type(error).__module__ == "sqlite3":  # by its name, for most calls don't load it
        messages.error(f"SQLite could not go on ({error})", "Make room in memory and on the disk")
    else:
        what = f"{type(error).__name__}: {error}"
        messages.error(what, "This is a fault of the program: --debug shows where, please report it")


def _instead(error: Exception, command: str, arguments: list[str]) -> str:
    """Return what to write instead of an option that isn't one.

    A format's name, or a word to leave out.
    """
    option = str(getattr(error, "option_name", ""))
    if not command and option == "--json":
        return "Options stand after the command: statements list --json"
    name = option.lstrip("-")
    for format in _formats_of(error):
        if name == format or format.endswith(f"-{name}"):
            return f"Write --format {format}"
    following = arguments[arguments.index(command) + 1 :] if command in ("search", "who-said") else []
    query = next((word for word in following if word.startswith(option) and not word.startswith("--")), None)
    if query is None:
        return ""
    return f"A query that begins with - stands behind --: {_with_query_last(command, query, following)}"


def _with_query_last(command: str, query: str, words: list[str]) -> str:
    """Return the call with a query, and the paths that follow it, behind the options."""
    from shlex import join

    place = words.index(query)
    end = next((at for at in range(place + 1, len(words)) if words[at].startswith("-")), len(words))
    options = [*words[:place], *words[end:]]
    return join(["statements", command, *options, "--", *words[place:end]])


def _formats_of(error: Exception) -> tuple[str, ...]:
    """Return the formats that the command takes in whose options the error is."""
    made = getattr(getattr(error, "ctx", None), "command", None)
    takes = [option for option in getattr(made, "params", ()) if "--format" in option.opts]
    return tuple(getattr(takes[0].type, "choices", ())) if takes else ()


def _write_or_drop_output(environment: Environment) -> None:
    try:
        environment.stdout.flush()
    except (OSError, ValueError):  # a full disk, a closed stream
        _drop_output(environment)


def _drop_output(environment: Environment) -> None:
    # Python flushes the streams at exit; without this a closed pipe or a full disk would be reported there.
    import os

    if environment.stdout is sys.stdout:
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except (OSError, ValueError):
            return
