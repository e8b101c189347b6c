"""Read an RTF file. Takes the extra ``rtf``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import IO

from statements_cli.documents.extras import required
from statements_cli.documents.plain import digest
from statements_cli.documents.records.exports import documents_of_text
from statements_cli.documents.streams import Reading, UnreadableError, brief, read_whole
from statements_cli.model import Document


def read_rtf(path: str, stream: IO[bytes], reading: Reading) -> Iterator[Document]:
    """Yield the document or documents of an RTF file.

    Spans are those of the text in it.
    """
    with required("rtf", "RTF files"):
        from striprtf.striprtf import rtf_to_text
    convert: Callable[..., str] = rtf_to_text
    data = read_whole(b"", stream, reading)
    try:
        text = convert(data.decode("latin-1"), errors="replace")
    except Exception as error:  # what a parser of other people's files may raise is not known
        raise UnreadableError(f"is no whole RTF file ({brief(error)})") from error
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if not text.strip():
        raise UnreadableError("is an RTF file without text")
    yield from documents_of_text(path, text, digest(data), reading)
