"""Read documents one at a time, and say on stderr what can't be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from statements_cli.cli.options.article_options import is_path
from statements_cli.cli.reading.progress import ReadingProgress
from statements_cli.documents.notices import BINARY
from statements_cli.model import Document
from statements_cli.output.environment import Environment
from statements_cli.output.messages import Messages, counted

if TYPE_CHECKING:
    from statements_cli.documents import Notice


def read_documents(
    paths: Sequence[str],
    environment: Environment,
    report: ReadingReport,
    columns: Mapping[str, str] | None = None,
    max_size: int | None = None,
) -> Iterator[Document]:
    """Yield the documents that paths name, one at a time.

    ``report`` says what can't be read and is passed over.

    ``columns`` says which column or key of a record holds which field, ``max_size`` how many bytes a document may have.
    """
    from statements_cli.documents import read
    from statements_cli.documents.plain import MAX_SIZE

    stdin = bytes_of_stdin(environment)
    for document in read(paths, report=report.add, stdin=stdin, columns=columns, max_size=max_size or MAX_SIZE):
        report.count()
        yield document


def say_copies(messages: Messages, count: int) -> None:
    """Say how many documents are copies of others: each counts."""
    if count:
        are = "document is a copy of another" if count == 1 else "documents are copies of others"
        messages.note(f"{count} {are}, byte for byte; what is said in a copy is counted again")


_NAME_ANOTHER = "Name another file or folder"


class ReadingReport:
    """Says what can't be read or parsed, and in the end how much that was.

    ``paths`` are those that were named.

    Where ``index_helps``, a slow reading says that an index would be faster; ``mend`` says what to do about a path that
    can't be read.
    """

    def __init__(
        self, messages: Messages, paths: Sequence[str] = (), *, index_helps: bool = False, mend: str = _NAME_ANOTHER
    ) -> None:
        self._messages = messages
        self._mend = mend
        self._progress = ReadingProgress(messages, paths, index_helps=index_helps)
        self._paths = frozenset(paths)
        self._documents = 0
        self._left_out = [0, 0]
        self._rest_said = False

    @property
    def documents(self) -> int:
        """Return how many documents were read."""
        return self._documents

    def count(self) -> None:
        """Count one more document, and show how many they are."""
        self._documents += 1
        self._progress.show(self._documents)

    def failed(self, fault: Notice | None) -> bool:
        """Add what kept a document from being parsed, if anything; return whether something did."""
        if fault is not None:
            self.add(fault)
        return fault is not None

    def add(self, notice: Notice) -> None:
        """Say what is wrong with a document, where it matters."""
        if notice.path in self._paths and notice.message == BINARY:  # passed over in a folder, but named by itself
            notice = notice._replace(message="is a binary file, in no format that is known", failed=True)
        elif notice.message == BINARY and _is_index(notice.path):
            notice = notice._replace(message="is an index of statements, passed over; named alone it is read")
        if notice.failed or not notice.detail:
            self._left_out[notice.failed] += notice.times
        if notice.detail:
            self._messages.explain(str(notice))
        elif notice.failed:
            rest = "The rest is read" if not self._rest_said and self._is_more_than(notice.path) else ""
            self._rest_said = self._rest_said or bool(rest)
            where = "--debug shows where, please report it" if notice.trace else ""
            mend = "; ".join(filter(None, (rest, where))) or ("" if ". " in notice.message else self._mend)
            self._messages.error(str(notice), mend[:1].upper() + mend[1:])
            self._messages.trace(notice.trace)
        else:
            self._messages.warn(str(notice))

    def _is_more_than(self, path: str) -> bool:
        """Return whether there is something to read beside the document at this path."""
        return not self._paths or any(other != path and is_path(other) for other in self._paths)

    def sum_up(self, documents: int | None = None) -> None:
        """Say how much was left out, where that was more than once.

        ``documents`` are those counted elsewhere.
        """
        self._messages.end_progress()
        passed, failed = self._left_out
        if passed + failed > 1:
            counts = ((passed, "passed over"), (failed, "that could not be read"))
            left_out = ", ".join(f"{count} {what}" for count, what in counts if count)
            read = self._documents if documents is None else documents
            self._messages.note(f"{counted(read, 'document')} read; {left_out}")


def _is_index(path: str) -> bool:
    """Return whether an index lies at ``path``, of whatever version.

    What lies in an archive is none.
    """
    from statements_cli.store.index.files import is_index
    from statements_cli.store.index.index_fault import IndexFault

    try:
        return is_index(path)
    except (IndexFault, OSError):
        return False


def bytes_of_stdin(environment: Environment) -> BinaryIO:
    """Return standard input as bytes."""
    buffer: BinaryIO | None = getattr(environment.stdin, "buffer", None)
    return buffer if buffer is not None else BytesIO(environment.stdin.read().encode())
