"""Read the documents that paths name, one at a time."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, BinaryIO

from statements_cli.documents.notices import Notice, fault
from statements_cli.documents.plain import MAX_SIZE, TooLargeError, is_surely_text, make_document, read_bounded
from statements_cli.documents.walking import Report, printable, reason, walk

if TYPE_CHECKING:
    from statements_cli.model import Document

STANDARD_INPUT = "-"
_HEAD = 1 << 16  # bytes, as in streams.HEAD, which plain text doesn't need


def read(
    paths: Sequence[str],
    *,
    report: Report,
    stdin: BinaryIO | None = None,
    columns: Mapping[str, str] | None = None,
    max_size: int = MAX_SIZE,
) -> Iterator[Document]:
    """Yield the documents that paths name: files, folders (walked in sorted order), ``-`` for ``stdin``.

    Formats are recognised by content; archives, compressed files and files of records yield a document for each
    text in them, as they are read. ``columns`` says which column or key of a record is its ``text``,
    ``title``, ``date``, ``source``, ``author``, ``url`` or ``language``, where the usual names don't tell.
    ``max_size`` bounds the bytes of a document that has to be read whole; files of many documents may be larger.
    Nothing is kept between documents. Raises nothing for what can't be read: ``report`` gets a Notice,
    ``failed`` where a path is missing or unreadable, not failed where a file is binary and passed over.
    """
    given = _Given(report, columns, max_size)
    for path in paths:
        if path == STANDARD_INPUT:
            yield from _read_stdin(stdin, given)
            continue
        for file in walk(path, report):
            yield from _read_file(file, given)


def read_file(
    path: str, *, report: Report, columns: Mapping[str, str] | None = None, max_size: int = MAX_SIZE
) -> Iterator[Document]:
    """Yield the documents of one file, as ``read`` does."""
    return _read_file(path, _Given(report, columns, max_size))


def read_plain(path: str) -> Document | None:
    """Return the document of a short file that is surely text.

    None for any other, and for what can't be read. The document is the one that ``read_file`` yields, in two thirds of
    the time.
    """
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116  (to open a pipe would wait for who writes to it)
            return None
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            data = os.read(descriptor, _HEAD)
        finally:
            os.close(descriptor)
    except (OSError, ValueError):
        return None
    if len(data) == _HEAD or not is_surely_text(data, path):
        return None
    return make_document(printable(path), data, lambda _: None)


class _Given:
    """What is the same for all files.

    Whom to tell, columns mapped, the bound, extras said to be missing.
    """

    # a plain class: a named tuple takes longer to make than to use
    __slots__ = ("columns", "max_size", "missing", "report")

    def __init__(self, report: Report, columns: Mapping[str, str] | None, max_size: int) -> None:
        self.report = report
        self.columns = columns
        self.max_size = max_size
        self.missing: set[str] = set()


def _read_file(file: str, given: _Given) -> Iterator[Document]:
    path = printable(file)
    try:
        # with the size of its buffer said, it isn't asked whether it is a terminal
        stream = open(file, "rb", _HEAD)  # noqa: PTH123, SIM115
    except OSError as error:
        given.report(Notice(path, f"cannot be read ({reason(error)})", failed=True))
        return
    with stream:
        if _is_endless(stream):
            given.report(Notice(path, "is a device, not a document", failed=True))
        else:
            yield from _read_stream(path, stream, given)


def _is_endless(stream: BinaryIO) -> bool:
    """Return whether a file is a device: ``/dev/zero`` never ends.

    A terminal does, and so does ``/dev/null``.
    """
    mode = os.fstat(stream.fileno()).st_mode
    if stat.S_ISREG(mode) or stat.S_ISFIFO(mode):
        return False
    return stat.S_ISBLK(mode) or (stat.S_ISCHR(mode) and not stream.isatty() and stream.name != os.devnull)


def _read_stdin(stdin: BinaryIO | None, given: _Given) -> Iterator[Document]:
    if stdin is None:
        given.report(Notice(STANDARD_INPUT, "there is no standard input", failed=True))
    else:
        yield from _read_stream(STANDARD_INPUT, stdin, given)


def _read_stream(path: str, stream: BinaryIO, given: _Given) -> Iterator[Document]:
    """Yield the documents of one file or of standard input.

    Clean text takes the short way.
    """
    try:
        head = stream.read(_HEAD)
        if is_surely_text(head, path):
            whole = len(head) < min(_HEAD, given.max_size)  # a stream gives less than was asked for at its end alone
            data = head if whole else read_bounded(stream, head, given.max_size)
            document = make_document(path, data, given.report)
            if document is not None:
                yield document
            return
        yield from _read_other(path, head, stream, given)
    except OSError as error:
        given.report(Notice(path, f"cannot be read ({reason(error)})", failed=True))
    except TooLargeError as error:
        given.report(Notice(path, str(error), failed=True))
    except Exception as error:  # whatever one file does to its reader, the next ones are read
        given.report(fault(path, error, "read"))


def _read_other(path: str, head: bytes, stream: BinaryIO, given: _Given) -> Iterator[Document]:
    """Yield the documents of what may be something else than text."""
    from statements_cli.documents.formats import documents_of
    from statements_cli.documents.streams import BombError, Budget, Reading, read_head, rejoined

    seekable = path != STANDARD_INPUT and stream.seekable()
    if seekable:
        budget = Budget(stream.seek(0, 2))
        stream.seek(0)
    else:
        head += read_head(stream, _HEAD - len(head)) if len(head) < _HEAD else b""
        budget = Budget()
        stream = rejoined(head, stream, budget)
    reading = Reading(given.report, budget, given.missing, given.columns, max_size=given.max_size)
    try:
        yield from documents_of(path, head, stream, reading)
    except BombError as error:
        given.report(Notice(path, str(error), failed=True))
