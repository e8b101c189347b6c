"""Hold what one call of a command knows.

Its environment, its settings and what it says on stderr.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from statements_cli.cli.errors import ClosedPipeError, UsageError
from statements_cli.cli.settings import Settings, load_settings
from statements_cli.output.environment import Environment
from statements_cli.output.messages import Messages


class Surroundings(NamedTuple):
    """What Typer passes on to the command that is named.

    What is wrong with the configuration files is kept until it is known how much the command is to say.
    """

    environment: Environment
    settings: Settings
    warnings: tuple[str, ...] = ()
    fault: UsageError | None = None

    @classmethod
    def of(cls, environment: Environment) -> Surroundings:
        """Read the configuration files of an environment."""
        warnings: list[str] = []
        try:
            settings = load_settings(environment.folder, environment.variables, warnings.append)
        except UsageError as fault:
            return cls(environment, Settings((), {}, ()), (), fault)
        return cls(environment, settings, tuple(warnings))


_MENDING = ("config", "help")  # commands by which one mends a configuration file that can't be used


class Session:
    """One call of a command. ``index`` is the index that is asked, if one is.

    Raises ``UsageError`` where a configuration file can't be used, but for the commands by which one mends it: they
    find what is wrong in ``fault``.
    """

    def __init__(self, command: str, surroundings: Surroundings, quiet: bool, verbose: bool, debug: bool) -> None:
        self.command = command
        self.environment, self.settings = surroundings.environment, surroundings.settings
        self.messages = Messages(self.environment, quiet, verbose, debug)
        self.index: str | None = None
        self.fault = surroundings.fault
        if self.fault is not None and command not in _MENDING:
            raise self.fault
        for warning in surroundings.warnings:
            self.messages.warn(warning)

    @contextmanager
    def guarded(self) -> Iterator[Session]:
        """Raise ``ClosedPipeError`` where nobody reads the output, ``UsageError`` where the index can't be read."""
        try:
            yield self
        except BrokenPipeError as error:
            raise ClosedPipeError from error
        except (OSError, UsageError):
            raise
        except Exception as error:
            if self.index is None or self.messages.debug:
                raise
            from statements_cli.store.index.connection import fault_in

            fault = fault_in(self.index, error)
            if fault is None:
                raise
            raise UsageError(fault.what, fault.mend) from error
