"""Describe the process's streams and variables, and what output may do with them.

Everything that a command knows of its surroundings is in one ``Environment``, so that a test swaps it
whole (after httpie).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TextIO

_DEFAULT_WIDTH = 80


class Environment:
    """The streams, their terminals, the variables, and the folder a command runs in.

    ``color`` is what ``--color`` says: ``auto``, ``always`` or ``never``. ``width`` overrides the
    terminal's width in columns.
    """

    def __init__(
        self,
        stdin: TextIO,
        stdout: TextIO,
        stderr: TextIO,
        variables: Mapping[str, str] | None = None,
        folder: str = ".",
        color: str = "auto",
        stdout_is_terminal: bool = False,
        stderr_is_terminal: bool = False,
        width: int | None = None,
    ) -> None:
        self.stdin, self.stdout, self.stderr = stdin, stdout, stderr
        self.variables: Mapping[str, str] = {} if variables is None else variables
        self.folder, self.color, self.width = folder, color, width
        self.stdout_is_terminal, self.stderr_is_terminal = stdout_is_terminal, stderr_is_terminal

    @classmethod
    def current(cls) -> Environment:
        """Return the environment of this process, its streams made to escape what they can't take."""
        stdin, stdout, stderr = (
            stream if stream is not None else _nothing(mode)
            for stream, mode in ((sys.stdin, "r"), (sys.stdout, "w"), (sys.stderr, "w"))
        )
        for stream in (stdout, stderr):
            _escape_unencodable(stream)
        return cls(
            stdin=stdin,
            stdout=stdout,
            stderr=stderr,
            variables=os.environ,
            stdout_is_terminal=_is_terminal(stdout),
            stderr_is_terminal=_is_terminal(stderr),
        )

    @property
    def colored(self) -> bool:
        """Return whether what goes to stdout may be coloured."""
        if self.color != "auto":
            return self.color == "always"
        if self.variables.get("NO_COLOR") or self.variables.get("TERM") in ("dumb", "unknown"):
            return False
        return self.stdout_is_terminal

    @property
    def takes_unicode(self) -> bool:
        """Return whether stdout takes every character as UTF-8 would."""
        encoding = (getattr(self.stdout, "encoding", None) or "utf-8").lower().replace("_", "-")
        return encoding.startswith(("utf-8", "utf8", "utf-16", "utf-32"))

    def columns(self) -> int:
        """Return the width of stdout's terminal in columns, 80 where there is none to ask."""
        if self.width is not None:
            return self.width
        given = self.variables.get("COLUMNS", "")
        if given.isdecimal() and int(given) > 0:
            return int(given)
        try:
            return os.get_terminal_size(self.stdout.fileno()).columns or _DEFAULT_WIDTH
        except (OSError, ValueError, AttributeError):
            return _DEFAULT_WIDTH


def _nothing(mode: str) -> TextIO:
    # stands in for a stream that was closed before the start, for as long as the process runs
    stream: TextIO = os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8")  # type: ignore[assignment]
    return stream


def _is_terminal(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except ValueError:
        return False


def _escape_unencodable(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")
