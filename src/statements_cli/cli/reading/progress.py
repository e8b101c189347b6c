"""Say how far the reading of files is, and what would be faster."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from statements_cli.output.messages import Messages, counted

_SLOW = 5.0  # seconds of reading files from which an index is worth its making
_NAMED = 3  # paths written out in the call that makes one


class ReadingProgress:
    """Shows the rate and the time left while files are read one after the other.

    ``paths`` are those that were named; where ``index_helps``, a slow reading says once that an index would be faster.
    ``clock`` returns seconds.
    """

    def __init__(
        self,
        messages: Messages,
        paths: Sequence[str] = (),
        *,
        index_helps: bool = False,
        clock: Callable[[], float] | None = None,
    ) -> None:
        from time import monotonic

        self._messages = messages
        self._paths = paths
        self._clock = clock or monotonic
        self._began = self._clock()
        self._advice_due = index_helps and "-" not in paths
        self._total: int | None = None

    def show(self, documents: int) -> None:
        """Show how far it is after so many documents."""
        seconds = self._clock() - self._began
        if self._advice_due and seconds > _SLOW:
            self._advice_due = False
            from shlex import join

            named = join(self._paths[:_NAMED]) + (" ..." if len(self._paths) > _NAMED else "")
            self._messages.note(
                f"an index would answer this in a moment: statements index {named} -o news.db, then -c news.db"
            )
        if self._messages.environment.stderr_is_terminal and not self._messages.quiet:
            self._messages.progress(rate_and_time_left(documents, documents, self._files(), seconds))

    def _files(self) -> int:
        """Return how many files there are to read, 0 where that isn't known."""
        if self._total is None:
            from statements_cli.documents.walking import walk

            known = "-" not in self._paths
            self._total = sum(1 for path in self._paths for _ in walk(path, lambda _: None)) if known else 0
        return self._total


def rate_and_time_left(documents: int, done: float, total: float, seconds: float) -> str:
    """Return the number and rate of documents read, and the time left, in words.

    ``total`` is the number of parts.
    """
    rate = f"{counted(documents, 'document')}, {documents / max(seconds, 1e-3):.0f} a second"
    return f"{rate}, {_span(seconds * (total - done) / done)} left" if 0 < done < total else rate


def _span(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
