"""Commands with their parameters come in; what typer makes of them goes out: parser, help and completion.

Only what ``arguments`` leaves is read with it, for loading it costs more than most else in a short run.
"""

from __future__ import annotations

from functools import cache
from inspect import Parameter, Signature
from types import GenericAlias
from typing import TYPE_CHECKING, Annotated, Any

import typer

from statements_cli.cli.app import COMMANDS
from statements_cli.cli.calling import command_module, run_command
from statements_cli.cli.help import CommandGroup, ExampleCommand
from statements_cli.version import VERSION

if TYPE_CHECKING:
    from statements_cli.cli.parameters import Argument, Option

_HELP = "Who said what, when, to whom, and how do we know: statements out of news articles."
_EXAMPLES = (
    'statements search "dialogue"',
    'statements who-said --speaker "Mao Ning"',
    "statements list --since 2025-02 --until 2025-02-28 --json",
)
_CONTEXT = {"help_option_names": ["-h", "--help"]}


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
    module = command_module(name)

    def callback(context: typer.Context, **options: Any) -> int:
        return run_command(name, options, context.obj)

    parameters = [
        Parameter("context", Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context),
        *map(_signature, module.PARAMETERS),
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


def _signature(parameter: Argument | Option) -> Parameter:
    from statements_cli.cli.parameters import Argument  # not for the help of the whole, which needs none

    info: Any
    default: Any
    if isinstance(parameter, Argument):
        info = typer.Argument(help=parameter.help, metavar=parameter.metavar, show_default=False)
        default = Parameter.empty if parameter.required else None
    else:
        info = typer.Option(
            *parameter.flags,
            help=parameter.help,
            metavar=parameter.metavar,
            rich_help_panel=parameter.panel,
            show_default=False,
            **parameter.more,
        )
        default = parameter.default
    kind: Any = parameter.kind
    if parameter.many:
        kind = GenericAlias(list, kind)
    annotation: Any = Annotated[kind | None if default is None else kind, info]
    return Parameter(parameter.name, Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
