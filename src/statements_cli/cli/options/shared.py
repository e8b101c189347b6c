"""Give a command the options it shares with others, one parameter a group."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Annotated, Any, get_type_hints

import typer

from statements_cli.cli.errors import UsageError
from statements_cli.cli.options.output import OUTPUT_PANEL
from statements_cli.cli.session import Session, Surroundings


@dataclass(slots=True, eq=False, repr=False)
class MessageOptions:
    """How much a command says on stderr; every command takes these."""

    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Say nothing on stderr but errors.", rich_help_panel=OUTPUT_PANEL)
    ] = False
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Explain on stderr what is done.", rich_help_panel=OUTPUT_PANEL)
    ] = False
    debug: Annotated[
        bool, typer.Option("--debug", help="Show the traceback of an error.", rich_help_panel=OUTPUT_PANEL)
    ] = False


def command(function: Callable[..., int]) -> Callable[..., int]:
    """Make a function a Typer command whose options are its groups' fields.

    A parameter annotated with a dataclass takes a group of options: each field becomes an option, and the function
    gets them as one value. The parameter ``session`` gets the command's ``Session``, which ``MessageOptions``, added
    to every command, belong to. Other parameters are Typer's own, and are passed by name.
    """
    kinds = get_type_hints(function, include_extras=True)
    groups: dict[str, Any] = {name: kind for name, kind in kinds.items() if is_dataclass(kind)}
    parameters = [Parameter("context", Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)]
    for name, parameter in signature(function).parameters.items():
        if name in groups:
            parameters += _parameters_of(groups[name])
        elif name != "session":
            parameters.append(parameter.replace(kind=Parameter.KEYWORD_ONLY, annotation=kinds[name]))
    parameters += _parameters_of(MessageOptions)

    @wraps(function)
    def call(context: typer.Context, **given: Any) -> int:
        _refuse_blanks(context, given)
        surroundings: Surroundings = context.obj
        messages = _taken(MessageOptions, given)
        grouped = {name: _taken(group, given) for name, group in groups.items()}
        name = context.info_name or ""
        with Session(name, surroundings, messages.quiet, messages.verbose, messages.debug).guarded() as session:
            status = function(session=session, **grouped, **given)
            session.environment.stdout.flush()
        return int(status)

    call.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    call.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return call


def _refuse_blanks(context: typer.Context, given: Mapping[str, Any]) -> None:
    """Raise ``UsageError`` for an option whose value is empty.

    As a filter it would let everything through.
    """
    for parameter in context.command.params:
        value = given.get(parameter.name or "")
        values = value if isinstance(value, list | tuple) else [value]
        if parameter.param_type_name == "option" and any(isinstance(one, str) and not one.strip() for one in values):
            raise UsageError(f"{max(parameter.opts, key=len)} is empty", "Give it a value, or leave it out")


def _parameters_of(group: Any) -> Iterator[Parameter]:
    kinds = get_type_hints(group, include_extras=True)
    for field in fields(group):
        yield Parameter(field.name, Parameter.KEYWORD_ONLY, default=field.default, annotation=kinds[field.name])


def _taken(group: Any, given: dict[str, Any]) -> Any:
    """Return the group with its values, taken out of ``given``."""
    return group(**{field.name: given.pop(field.name) for field in fields(group)})
