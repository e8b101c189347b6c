"""A command's name, its options and the environment come in; the command runs and its exit status goes out."""

from __future__ import annotations

TYPE_CHECKING = False  # typing itself is not loaded for a plain call
if TYPE_CHECKING:
    from typing import Any

    from statements_cli.output.environment import Environment


class ClosedPipeError(Exception):
    """Whoever read the output has stopped reading."""


def command_module(name: str) -> Any:
    """Return the module of a command, imported now."""
    from importlib import import_module

    return import_module(f"statements_cli.cli.commands.{name.replace('-', '_')}")


def run_command(name: str, options: dict[str, Any], environment: Environment) -> int:
    """Run a command with the values of its options.

    Raises ``ClosedPipeError`` where nobody reads its output, ``UsageError`` where the index it asks can't be read.
    """
    from statements_cli.cli.faults import UsageError
    from statements_cli.cli.request import Request

    request = None
    try:
        request = Request(name, options, environment)
        status: int = command_module(name).run(request)
        request.environment.stdout.flush()
        return status
    except BrokenPipeError as error:
        # typer would end with 1 for it
        raise ClosedPipeError from error
    except (OSError, UsageError):
        raise
    except Exception as error:
        if request is None or request.index is None or options.get("debug"):
            raise
        from statements_cli.store.index.connection import fault_in

        fault = fault_in(request.index, error)
        if fault is None:
            raise
        raise UsageError(fault.what, fault.mend) from error
