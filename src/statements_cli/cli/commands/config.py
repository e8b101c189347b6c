"""Show every setting, its value and where it comes from."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from statements_cli.cli.completion import one_of
from statements_cli.cli.errors import ExitStatus, UsageError
from statements_cli.cli.options.output import OutputOptions
from statements_cli.cli.options.shared import command
from statements_cli.cli.session import Session
from statements_cli.cli.writing import AnswerWriter
from statements_cli.output.environment import Environment

EXAMPLES = ("statements config", "statements config --json", "statements config path")

_PARTS = ("path", "edit")
_KEYS = ("setting", "value", "source")
_VARIABLES = ("STATEMENTS_CACHE_DIR", "STATEMENTS_LANGUAGES", "NO_COLOR")
_DEFAULT = "built in"
_TEMPLATE = """\
# Settings of statements, for all folders. See the reference for what may stand here.
# corpus = ["/home/me/news"]
# min-confidence = 0.5
#
# [search]
# limit = 10
"""


@command
def run(
    session: Session,
    what: Annotated[
        str | None,
        typer.Argument(
            help="path lists the files that are read, edit opens yours in $EDITOR.",
            metavar="[path|edit]",
            autocompletion=one_of(_PARTS),
        ),
    ] = None,
    *,
    output: OutputOptions,
) -> int:
    """Every setting, its value, and where it comes from: a variable, a configuration file, or built in."""
    from statements_cli.cli.settings import settings_paths
    from statements_cli.output.tables.table_columns import SETTINGS

    if what not in (None, "show", *_PARTS):
        raise UsageError(f"there is no config {what}", "Use config alone, which shows all settings, path or edit")
    paths = settings_paths(session.environment.folder, session.environment.variables)
    if what == "path":
        for path in paths:
            session.environment.stdout.write(f"{path}\n")
            if not os.path.isfile(path):  # noqa: PTH113
                session.messages.note(f"{path} doesn't exist; statements config edit makes it")
        if session.fault is not None:
            session.messages.warn(session.fault.what)
        return ExitStatus.FOUND if paths else ExitStatus.NOTHING
    if what == "edit":
        return _edit(paths, session.environment)
    if session.fault is not None:
        raise session.fault
    writer = AnswerWriter(session, output)
    fields = writer.fields(_KEYS)
    rows = [dict(zip(_KEYS, row, strict=True)) for row in _rows(session)]
    writer.write(rows, _KEYS, fields, SETTINGS)
    return ExitStatus.FOUND


def _rows(session: Session) -> Iterator[tuple[str, str, str]]:
    """Yield setting, value and source.

    Of a setting that is set twice, the one that counts.
    """
    from statements_cli.cli.settings import BUILT_IN, read_settings, settings_paths

    environment = session.environment
    files = [
        read_settings(path, lambda _: None)
        for path in settings_paths(environment.folder, environment.variables)
        if os.path.isfile(path)  # noqa: PTH113
    ]
    variables = environment.variables
    held = next((file for file in files if file.corpus), None)
    if named := variables.get("STATEMENTS_CORPUS"):
        yield "corpus", named, "STATEMENTS_CORPUS"
    else:
        yield "corpus", ", ".join(held.corpus) if held else "the samples", held.files[0] if held else _DEFAULT
    for name, default in BUILT_IN.items():
        found = next((file for file in files if name in file.options.get("", {})), None)
        value = found.options[""][name] if found else default
        yield name.replace("_", "-"), str(value), found.files[0] if found else _DEFAULT
    own = dict.fromkeys(
        (command, name) for file in files for command, options in file.options.items() if command for name in options
    )
    for command_name, name in own:
        file = [file for file in files if name in file.options.get(command_name, {})][0]  # noqa: RUF015
        yield f"{command_name}.{name.replace('_', '-')}", str(file.options[command_name][name]), file.files[0]
    for variable in _VARIABLES:
        if variable in variables:
            yield variable, variables[variable], "environment"


def _edit(paths: list[str], environment: Environment) -> ExitStatus:
    from shlex import split
    from subprocess import call

    variables = environment.variables
    if not paths:
        raise UsageError("there is no folder for a configuration file", "Write a statements.toml where you work")
    path = Path(next((path for path in paths if os.path.isfile(path)), paths[-1]))  # noqa: PTH113
    if not path.exists():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_TEMPLATE, encoding="utf-8")
        except OSError as error:
            raise UsageError(
                f"{path} can't be written ({error.strerror})", "Write a statements.toml where you work"
            ) from error
    editor = variables.get("VISUAL") or variables.get("EDITOR")
    if not editor and os.name != "nt" and not (environment.stdout_is_terminal and environment.stdin.isatty()):
        raise UsageError("no editor is set, and vi needs a terminal", f"Set EDITOR, or edit {path}")  # vi would wait
    editor = editor or ("notepad" if os.name == "nt" else "vi")
    try:
        ended = call([*split(editor), str(path)])
    except OSError as error:
        raise UsageError(f"{editor} can't be started ({error.strerror})", f"Set EDITOR, or edit {path}") from error
    except ValueError as error:  # a quotation mark that is never closed
        raise UsageError(f"{editor} is no command ({error})", f"Set EDITOR, or edit {path}") from error
    if ended:
        raise UsageError(f"{editor} ended with status {ended}", f"Set EDITOR, or edit {path}")
    return ExitStatus.FOUND
