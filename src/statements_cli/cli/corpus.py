"""Options, environment and settings come in; the paths to read, and their documents, go out."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from statements_cli.cli.faults import UsageError
from statements_cli.cli.settings import Settings
from statements_cli.model import Document
from statements_cli.output.environment import Environment
from statements_cli.output.messages import Messages, counted

if TYPE_CHECKING:
    from statements_cli.documents import Notice

_HEADER = 100  # bytes of an SQLite file's header
_NEVER_TEXT = frozenset((*range(7), *range(14, 27), 0xFE, 0xFF))  # bytes that stand in no text
_INDEX_NAMES = (".db", ".sqlite", ".sqlite3")
_SAMPLES_SAID = (
    "no articles named, so these are the samples that come with statements; "
    "name files or folders, or set STATEMENTS_CORPUS"
)


def corpus_paths(named: Sequence[str], settings: Settings, environment: Environment, messages: Messages) -> list[str]:
    """Return the paths to read: those named, else the environment's, the settings', the samples."""
    if named:
        return list(named)
    variable = environment.variables.get("STATEMENTS_CORPUS", "")
    if paths := [path for path in variable.split(os.pathsep) if path]:
        messages.explain(f"reading what STATEMENTS_CORPUS names: {', '.join(paths)}")
        return paths
    if settings.corpus:
        messages.explain(f"reading what is named in {' and '.join(settings.files)}: {', '.join(settings.corpus)}")
        return list(settings.corpus)
    messages.warn(_SAMPLES_SAID)
    return [samples_folder()]


def index_among(paths: Sequence[str]) -> str | None:
    """Return the index among these paths, if one is.

    Raises ``UsageError`` for an index beside anything else, and for one that can't be used.
    """
    found = [path for path in paths if _may_be_index(path)]
    if not found:
        return None
    from statements_cli.store.index.files import is_index
    from statements_cli.store.index.index_fault import IndexFault

    try:
        is_index(found[0])
    except IndexFault as fault:
        raise UsageError(fault.what, fault.mend) from fault
    if len(paths) > 1:
        what = f"{found[0]} is an index, which is read by itself"
        raise UsageError(what, f"Put the other articles into it: statements index PATH -o {found[0]}")
    return found[0]


def _may_be_index(path: str) -> bool:
    """Return whether a file opens as an SQLite file does, or is what is left of an index.

    Raises ``UsageError`` for an empty file whose name says that it is an index.
    """
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116
            return False
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            header = file.read(_HEADER)
    except OSError:
        return False
    if not header and path.endswith(_INDEX_NAMES):
        raise UsageError(f"{path} is empty, and no index", f"Make it with statements index PATH -o {path}")
    if header.startswith(b"SQLite format 3\0") or _NEVER_TEXT.isdisjoint(header):
        return header.startswith(b"SQLite format 3\0")
    from statements_cli.store.index.files import is_remnant

    return is_remnant(path, header)


def cache_folder(variables: Mapping[str, str]) -> str | None:
    """Return the folder in which what was found in articles is kept, None where the platform names none."""
    if named := variables.get("STATEMENTS_CACHE_DIR"):
        return named
    if sys.platform == "win32":
        base = variables.get("LOCALAPPDATA")
    else:
        home = variables.get("HOME")
        below = "Library/Caches" if sys.platform == "darwin" else ".cache"
        base = variables.get("XDG_CACHE_HOME") or (os.path.join(home, below) if home else None)  # noqa: PTH118
    return os.path.join(base, "statements") if base else None  # noqa: PTH118


def samples_folder() -> str:
    """Return the folder of the sample articles inside the package."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
    return os.path.join(package, "samples")  # noqa: PTH118


def names_beside(paths: Sequence[str]) -> str | None:
    """Return the ``names.toml`` in a folder among these paths, or beside a file among them, if any."""
    for path in paths:
        folder = path if os.path.isdir(path) else os.path.dirname(path)  # noqa: PTH112, PTH120
        beside = os.path.join(folder, "names.toml")  # noqa: PTH118
        if path != "-" and os.path.isfile(beside):  # noqa: PTH113
            return beside
    return None


def read_documents(
    paths: Sequence[str],
    environment: Environment,
    told: Told,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Document]:
    """Yield the documents that paths name, one at a time; ``told`` says what can't be read and is passed over.

    ``columns`` says which column or key of a record holds which field.
    """
    from statements_cli.documents import read

    for document in read(paths, report=told.report, stdin=bytes_of_stdin(environment), columns=columns):
        told.count()
        yield document


class Told:
    """Says what can't be read or parsed, and in the end how much that was."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        self._documents = 0
        self._left_out = [0, 0]

    def count(self) -> None:
        """Count one more document, and show how many they are."""
        self._documents += 1
        self._messages.progress(f"{self._documents} documents")

    def failed(self, fault: Notice | None) -> bool:
        """Report what kept a document from being parsed, if anything; return whether something did."""
        if fault is not None:
            self.report(fault)
        return fault is not None

    def report(self, notice: Notice) -> None:
        """Say what is wrong with a document, where it matters."""
        self._left_out[notice.failed] += notice.failed or not notice.detail
        if notice.detail:
            self._messages.explain(str(notice))
        elif notice.failed:
            mend = "The rest is read; --debug shows where, please report it" if notice.trace else "The rest is read"
            self._messages.error(str(notice), mend)
            self._messages.trace(notice.trace)
        else:
            self._messages.warn(str(notice))

    def sum_up(self, documents: int | None = None) -> None:
        """Say how much was left out, where that was more than once; ``documents`` are those counted elsewhere."""
        self._messages.end_progress()
        passed, failed = self._left_out
        if passed + failed > 1:
            counts = ((passed, "passed over"), (failed, "that could not be read"))
            left_out = ", ".join(f"{count} {what}" for count, what in counts if count)
            read = self._documents if documents is None else documents
            self._messages.note(f"{counted(read, 'document')} read; {left_out}")


def bytes_of_stdin(environment: Environment) -> BinaryIO:
    """Return standard input as bytes."""
    buffer: BinaryIO | None = getattr(environment.stdin, "buffer", None)
    return buffer if buffer is not None else BytesIO(environment.stdin.read().encode())
