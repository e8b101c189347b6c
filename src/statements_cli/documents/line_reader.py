"""Decode a stream of bytes as it is read."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import IO

from statements_cli.documents.decoding import decode
from statements_cli.documents.streams import HEAD, UnreadableError, read_head, rejoined

LONGEST_LINE = 1 << 26
"""Characters of a line or a cell; what is longer is no table."""
_STRAY = "statements-cli.stray"


def decoded(stream: IO[bytes]) -> io.TextIOWrapper:
    """Return a stream as text, in the encoding its beginning indicates.

    Line ends stay as they are; a byte-order mark is left out.

    A byte that the encoding hasn't is read as windows-1252, as in whole documents.
    """
    head = read_head(stream, HEAD)
    whole = rejoined(head, stream)
    known = decode(head[: head.rfind(b"\n") + 1] or head)
    encoding = known.encoding if known else "utf-8"
    codecs.register_error(_STRAY, _as_western)
    text = io.TextIOWrapper(whole, encoding, errors=_STRAY if encoding == "utf-8" else "replace", newline="")
    for mark, wide in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16, "utf-16"), (codecs.BOM_UTF32, "utf-32")):
        if encoding.startswith(wide) and (head.startswith(mark) or "\ufeff".encode(encoding) == head[: len(mark)]):
            text.read(1)
            break
    return text


def _as_western(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    return stray.decode("cp1252", "replace"), error.end


def bounded_lines(text: io.TextIOWrapper) -> Iterator[str]:
    """Yield the lines of a text with their ends. Raises ``UnreadableError`` for one without end."""
    while line := text.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE:
            raise UnreadableError(f"has a line of more than {LONGEST_LINE >> 20} million characters")
        yield line
