"""Read the paragraphs and tables of a DOCX file. Takes the extra ``docx``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any
from zipfile import ZipFile

from statements_cli.documents.extras import required
from statements_cli.documents.plain import digest
from statements_cli.documents.records.exports import documents_of_text
from statements_cli.documents.streams import Reading, UnreadableError, brief, spend_unpacked
from statements_cli.model import Document

PART = "word/document.xml"
"""What every DOCX file holds."""


def read_docx(path: str, stream: IO[bytes], archive: ZipFile, reading: Reading) -> Iterator[Document]:
    """Yield the document, or a database export's documents, of a seekable DOCX file.

    Paragraphs are parted by blank lines, the cells of a table too; headers and footers are left out.
    """
    with required("docx", "DOCX files"):
        import docx
    spend_unpacked(archive, reading)
    try:
        stream.seek(0)
        text = "\n\n".join(_paragraphs(docx.Document(stream)))
        stream.seek(0)
        data = stream.read()
    except Exception as error:  # what a parser of other people's files may raise is not known
        raise UnreadableError(f"is no whole DOCX file ({brief(error)})") from error
    if not text:
        raise UnreadableError("is a DOCX file without text")
    yield from documents_of_text(path, text, digest(data), reading)


def _paragraphs(container: Any, depth: int = 0) -> Iterator[str]:
    """Yield paragraphs' texts, those in tables cell by cell, in reading order."""
    for block in container.iter_inner_content():
        if hasattr(block, "rows"):
            seen: set[int] = set()  # a cell over several rows or columns comes several times
            for cell in (cell for row in block.rows for cell in row.cells):
                if id(cell._tc) not in seen and depth < 5:
                    seen.add(id(cell._tc))
                    yield from _paragraphs(cell, depth + 1)
        elif words := block.text.strip():
            yield words
