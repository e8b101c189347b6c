"""Write on stderr what a command says beside its data."""

from __future__ import annotations

from statements_cli.output.environment import Environment
from statements_cli.output.safe import one_line

_PROGRESS_AFTER, _PROGRESS_EVERY = 0.5, 0.1  # seconds: what is done sooner needs no progress


class Messages:
    """Says things on stderr: errors always, notes unless quiet, explanations only when verbose.

    ``failed`` counts the errors said, for the exit status.
    """

    def __init__(
        self, environment: Environment, quiet: bool = False, verbose: bool = False, debug: bool = False
    ) -> None:
        self.environment = environment
        self.quiet = quiet
        self.verbose = verbose
        self.debug = debug
        self.failed = 0
        self._progress = 0
        self._progress_at = 0.0

    def error(self, what: str, mend: str = "") -> None:
        """Say what went wrong and how to mend it, on one line."""
        self.failed += 1
        self._say("statements: error: " + " ".join(map(_sentence, filter(None, (what, mend)))))

    def warn(self, what: str) -> None:
        """Say what the user should know though the command goes on."""
        if not self.quiet:
            self._say(f"statements: {what}")

    def note(self, what: str) -> None:
        """Say a count or what was taken for what."""
        if not self.quiet:
            self._say(what)

    def explain(self, what: str) -> None:
        """Say what only those want to know who ask for it."""
        if self.verbose and not self.quiet:
            self._say(what)

    def trace(self, traceback: str) -> None:
        """Show the traceback of an error that was said, where tracebacks are asked for."""
        if self.debug:
            for line in traceback.splitlines():
                self._say(line)

    def progress(self, what: str) -> None:
        """Show how far the work is, in one place, on a terminal only."""
        if self.environment.stderr_is_terminal and not self.quiet:
            from time import monotonic

            now = monotonic()
            self._progress_at = self._progress_at or now + _PROGRESS_AFTER
            if now < self._progress_at:
                return
            self._progress_at = now + _PROGRESS_EVERY
            shown = one_line(what)[:78]
            self.environment.stderr.write("\r" + shown.ljust(self._progress))
            self.environment.stderr.flush()
            self._progress = len(shown)

    def end_progress(self) -> None:
        """Wipe the line that ``progress`` wrote."""
        if self._progress:
            self.environment.stderr.write("\r" + " " * self._progress + "\r")
            self.environment.stderr.flush()
            self._progress = 0

    def _say(self, line: str) -> None:
        self.end_progress()
        try:
            self.environment.stderr.write(one_line(line) + "\n")
            self.environment.stderr.flush()
        except (OSError, ValueError):
            return  # nobody can be told that nobody can be told


def counted(count: int, thing: str) -> str:
    """Return so many of a thing, whose plural ends in ``s``, in words."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def _sentence(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "?", "!")) else text + "."
