"""Paths in; documents, their bytes decoded to text, out, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, BinaryIO

from statements_cli.documents.decoding import decode
from statements_cli.documents.notices import Notice
from statements_cli.documents.walking import Report, printable, reason, walk
from statements_cli.model import Document

STANDARD_INPUT = "-"
LARGE = 1 << 20
"""Bytes from which OpenSSL's digest pays for its slow import."""


def read(paths: Sequence[str], *, report: Report, stdin: BinaryIO | None = None) -> Iterator[Document]:
    """Yield the documents that paths name: files, folders (walked in sorted order), ``-`` for ``stdin``.

    Nothing is kept between documents. Raises nothing for what can't be read: ``report`` gets a Notice,
    ``failed`` where a path is missing or unreadable, not failed where a file is binary and passed over.
    """
    for path in paths:
        if path == STANDARD_INPUT:
            data = _read_stream(stdin, report)
            document = None if data is None else make_document(path, data, report)
            if document is not None:
                yield document
            continue
        for file in walk(path, report):
            data = _read_file(file, report)
            document = None if data is None else make_document(printable(file), data, report)
            if document is not None:
                yield document


def make_document(path: str, data: bytes, report: Report) -> Document | None:
    """The document that bytes are, or None for a binary file, which is reported."""
    decoded = decode(data)
    if decoded is None:
        report(Notice(path, "is a binary file, passed over"))
        return None
    if not decoded.certain:
        report(Notice(path, f"is not clean Unicode, read as {decoded.encoding}"))
    return Document(path, decoded.text, digest(data))


def digest(data: bytes) -> str:
    """The SHA-256 of bytes, in hexadecimal."""
    if len(data) < LARGE:
        return str(_small_digest()(data).hexdigest())
    from hashlib import sha256

    return sha256(data).hexdigest()


@cache
def _small_digest() -> Callable[[bytes], Any]:
    """Python's own SHA-256: hashlib loads OpenSSL, which takes half as long as Python takes to start.

    Kept, since looking for a module that isn't there costs more than the digest of an id.
    """
    try:
        from _sha2 import sha256  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        try:
            from _sha256 import sha256  # type: ignore[import-not-found,unused-ignore]
        except ImportError:
            from hashlib import sha256
    known: Callable[[bytes], Any] = sha256
    return known


def _read_file(path: str, report: Report) -> bytes | None:
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return file.read()
    except OSError as error:
        report(Notice(printable(path), f"cannot be read ({reason(error)})", failed=True))
        return None


def _read_stream(stdin: BinaryIO | None, report: Report) -> bytes | None:
    try:
        if stdin is not None:
            return stdin.read()
        report(Notice(STANDARD_INPUT, "there is no standard input", failed=True))
    except OSError as error:
        report(Notice(STANDARD_INPUT, f"cannot be read ({reason(error)})", failed=True))
    return None
