"""Build the Typer application: a group whose commands are loaded when they are named."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from statements_cli.cli.help_text import Command, colored_help, write_examples, write_rows
from statements_cli.version import VERSION

COMMANDS = {
    "list": "Statements, newest first.",
    "search": "Search what was said, misspelt words forgiven.",
    "who-said": "What a speaker said, or who said something like it.",
    "speakers": "Speakers with role, country and number of statements.",
    "articles": "Articles with headline, outlet and day published.",
    "count": "How many statements there are by speaker, outlet, month and more.",
    "timeline": "How many statements there are over time, as a chart.",
    "matrix": "Who speaks about whom.",
    "compare": "Versions of one utterance side by side, their differences marked.",
    "track": "A formula through time: who used it when, its variants, and silence.",
    "show": "Statements in their passages, with the evidence.",
    "report": "One page to look at, search and send, with all it needs.",
    "cite": "A footnote that holds, or an entry for a reference manager.",
    "extract": "All statements of documents as JSON Lines.",
    "export": "Statements as other programs read them: CSV, Parquet, Web Annotation and more.",
    "import-brat": "Corrected annotations in brat's format, as records or as a score.",
    "index": "An index of articles in a file, made or brought up to date.",
    "open": "The article of a statement, at its address or in its file.",
    "config": "Every setting, its value, and where it comes from.",
    "cache": "What is kept of articles that were read.",
    "schema": "The JSON Schema of a record.",
    "help": "What a command does, with its options.",
}
EXAMPLES = (
    'statements search "dialogue"',
    'statements who-said --speaker "Mao Ning"',
    "statements list --since 2025-02 --until 2025-02-28 --json",
)
_CONTEXT = {"help_option_names": ["-h", "--help"]}


class LazyGroup(TyperGroup):
    """The group of commands.

    It imports only the one that is named, and none for its own help.
    """

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.commands = dict.fromkeys(COMMANDS, Command("unloaded"))  # what Typer suggests names from

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """Return the command of that name, importing its module now; None if there is none."""
        return load_command(cmd_name) if cmd_name in COMMANDS else None

    def get_help(self, ctx: Any) -> str:
        """Return the help, its headings coloured where stdout takes colours."""
        return colored_help(super().get_help(ctx), ctx)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the examples, then what Typer writes."""
        write_examples(formatter, EXAMPLES)
        super().format_help(ctx, formatter)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """Write what each command does."""
        write_rows(formatter, "Commands", list(COMMANDS.items()))


@cache
def load_group() -> Any:
    """Return the group of all commands; none of them is imported yet."""
    app = typer.Typer(
        name="statements",
        cls=LazyGroup,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=_CONTEXT,
    )
    app.callback()(_statements)
    return typer.main.get_command(app)


@cache
def load_command(name: str) -> Any:
    """Return one command: the function ``run`` of its module, as Typer reads it."""
    module = import_module(f"statements_cli.cli.commands.{name.replace('-', '_')}")
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(name, cls=Command, short_help=COMMANDS[name], context_settings=_CONTEXT)(module.run)
    command: Any = typer.main.get_command(app)
    command.examples = module.EXAMPLES
    return command


def help_of(name: str | None, width: int, surroundings: object = None) -> str:
    """Return the help of a command, or of them all, in so many columns.

    Coloured where its ``environment`` is.
    """
    made: Any = load_command(name) if name else load_group()
    context_type: Any = typer.Context
    info = f"statements {name}" if name else "statements"
    context = context_type(made, info_name=info, terminal_width=width, obj=surroundings, **made.context_settings)
    return str(made.get_help(context)).strip()


def _print_version(wanted: bool) -> None:
    if wanted:  # __main__ answers it before Typer is loaded, unless it stands beside other arguments
        print(f"statements {VERSION}")
        raise typer.Exit


def _statements(
    version: Annotated[
        bool, typer.Option("--version", "-V", help="Print the version and end.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Who said what, when, to whom, and how do we know: statements out of news articles."""
