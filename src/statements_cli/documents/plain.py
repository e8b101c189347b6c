"""Plain text: which documents are surely text, and the document that their bytes are."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from sys import modules
from typing import IO, TYPE_CHECKING, Any

from statements_cli.documents.decoding import decode
from statements_cli.documents.notices import BINARY, Notice
from statements_cli.documents.walking import Report

if TYPE_CHECKING:
    from statements_cli.model import Document

MEGABYTE = 1_000_000  # bytes
MAX_SIZE = 256 * MEGABYTE
"""Bytes of the largest document that is read unless another bound is given."""
PIECE = 1 << 18  # bytes read at a time, so that an endless stream takes no more memory than the bound
LARGE = 1 << 20
"""Bytes from which OpenSSL's digest pays for its slow import."""
_SMALL = 512  # bytes below which Python's own takes no longer than OpenSSL's
_OPENING = 1 << 10  # bytes in which a first line ends
_OPENINGS = (b"PK", b"BZh", b"PAR1", b"WARC/", b"WEBVTT")
_NAMES = (".md", ".markdown", ".csv", ".tsv")
_MARKS = (
    (b":", (b"MIME-Version:", b"Mime-Version:", b"Message-ID:", b"Message-Id:", b"LENGTH:", b"Length:")),
    (b" words", (b" words\n", b" words\r")),
    (b"]", (b"](http",)),
    (b"#", (b"\n## ",)),
)
"""Marks of other formats, each behind what they have in common, which is found faster, or is not there at all."""


def is_surely_text(head: bytes, path: str) -> bool:
    """Return whether a document is so plainly text that no other format need be asked.

    It opens with a letter or a quotation mark, has no zero bytes, and neither a header of columns nor the
    marks of mail, exports, links or other formats that open with letters.
    """
    start = head[:_OPENING].lstrip()
    first = start[:1]
    opens = first.isalpha() or first == b'"' or b"\xc2" <= first < b"\xef"  # these open no other format
    if not opens or b"\0" in head or path.endswith(_NAMES) or start.startswith(_OPENINGS):
        return False
    if may_be_header(start):
        return False
    for common, marks in _MARKS:
        if common in head:
            for mark in marks:
                if mark in head:
                    return False
    return True


def may_be_header(start: bytes) -> bool:
    """Return whether a first line is delimited as a table's header is."""
    line = start[: start.find(b"\n")]
    delimiters = line.count(b",") + line.count(b"\t") + line.count(b";") + line.count(b"|")
    return delimiters > 0 and line.count(b" ") <= 2 * delimiters


class TooLargeError(Exception):
    """A document has more bytes than are read of one.

    The message is a clause that says so.
    """


def read_bounded(stream: IO[bytes], head: bytes, max_size: int) -> bytes:
    """Return ``head`` and the rest of a stream. Raises ``TooLargeError`` beyond ``max_size`` bytes."""
    parts, size = [head], len(head)
    if stream.seekable():  # so that a file of known size isn't read in vain
        at = stream.tell()
        size, _ = max(size, stream.seek(0, 2)), stream.seek(at)
        size = size if size > max_size else len(head)
    while size <= max_size and (more := stream.read(PIECE)):
        parts.append(more)
        size += len(more)
    if size > max_size:
        raise TooLargeError(f"is larger than {max_size / MEGABYTE:g} MB, not read; a larger --max-size reads it")
    return b"".join(parts)


def make_document(path: str, data: bytes, report: Report) -> Document | None:
    """Return the document that bytes are, or None for a binary file, which is reported."""
    decoded = decode(data)
    if decoded is None:
        report(Notice(path, BINARY))
        return None
    if not decoded.certain:
        report(Notice(path, f"is not clean Unicode, read as {decoded.encoding}"))
    from statements_cli.model import Document

    return Document(path, decoded.text, digest(data))


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal."""
    if len(data) < (_SMALL if "hashlib" in modules else LARGE):
        return str(_small_digest()(data).hexdigest())
    from hashlib import sha256

    return sha256(data).hexdigest()


@cache
def _small_digest() -> Callable[[bytes], Any]:
    """Return Python's own SHA-256.

    Hashlib loads OpenSSL, which takes half as long as Python takes to start.

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
