"""Read the text of a PDF file, without headers, footers and hyphenation.

Takes the extra ``pdf``. The text is that of the file's own text layer, in the order it is laid in; scanned
pages have none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import IO

from statements_cli.documents.extras import required
from statements_cli.documents.plain import digest
from statements_cli.documents.records.exports import documents_of_text
from statements_cli.documents.streams import Reading, UnreadableError, brief, read_whole
from statements_cli.model import Document

MOST_TEXT = 1 << 26
"""Characters; no book has more, and a small file can be made to give any number."""
EDGE = 2
"""Lines at the top and bottom of a page among which headers and footers are looked for."""
_END = ".!?…:;”\"’')]"


def read_pdf(path: str, stream: IO[bytes], reading: Reading) -> Iterator[Document]:
    """Yield the document, or the documents of a database's export, in a PDF file."""
    import logging
    from io import BytesIO

    with required("pdf", "PDF files"):
        from pypdf import PdfReader
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # it tells of every oddity it repairs
    data = read_whole(b"", stream, reading)
    pages: list[str] = []
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("is an encrypted PDF file")
        length = 0
        for page in reader.pages:
            pages.append(page.extract_text())
            length += len(pages[-1])
            if length > MOST_TEXT:
                raise UnreadableError(f"has more than {MOST_TEXT >> 20} million characters")
    except UnreadableError:
        raise
    except Exception as error:  # what a parser of other people's files may raise is not known
        raise UnreadableError(f"is no whole PDF file ({brief(error)})") from error
    text = joined(pages)
    if not text.strip():
        raise UnreadableError("is a PDF file without text; scanned pages need recognising first")
    yield from documents_of_text(path, text, digest(data), reading)


def joined(pages: list[str]) -> str:
    """Return the text of pages without repeated headers and footers and page numbers.

    What repeats stays at the top of the first page, where it may be a title. A word parted by a hyphen at a
    line's end is made whole; a paragraph that goes over a page's end goes on.
    """
    lines = [[line.rstrip() for line in _clean(page).split("\n")] for page in pages]
    lines = [_trimmed(page) for page in lines]
    edges = Counter(key for page in lines for key in {_folded(line) for line in _edges(page)})
    repeated = {key for key, count in edges.items() if count > 1 and count * 2 >= len(lines)}
    text = ""
    for number, page in enumerate(lines):
        kept = _trimmed(_without(page, repeated, 0 if number else EDGE))
        if kept:
            goes_on = text and text.rstrip()[-1] not in _END
            text += ("\n" if goes_on else "\n\n" if text else "") + "\n".join(kept)
    return _hyphens().sub(_whole_word, text)


def _clean(page: str) -> str:
    page = page.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return page.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _trimmed(page: list[str]) -> list[str]:
    """Return the page without blank lines at its top and bottom."""
    filled = [at for at, line in enumerate(page) if line.strip()]
    return page[filled[0] : filled[-1] + 1] if filled else []


def _edges(page: list[str]) -> list[str]:
    return [*page[:EDGE], *page[-EDGE:]]


def _folded(line: str) -> str:
    """Return a line with its numbers alike, as those of pages count on."""
    return re.sub(r"\d+", "0", " ".join(line.split())).casefold()


def _without(page: list[str], repeated: set[str], spared: int) -> list[str]:
    """Return the page without headers, footers and its number.

    As many lines at its top are ``spared`` the first two.
    """
    last = len(page) - EDGE
    return [
        line
        for at, line in enumerate(page)
        if not ((at < EDGE or at >= last) and ((_folded(line) in repeated and at >= spared) or _is_number(line)))
    ]


def _is_number(line: str) -> bool:
    """Return whether a line is nothing but the number of a page."""
    return bool(re.fullmatch(r"(?i)[\W_]*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[\W_]*", line))


@cache
def _hyphens() -> re.Pattern[str]:
    """Match a hyphen at a line's end, its whole word, and a small letter behind."""
    return re.compile(r"(?<![\w’'-])([\w’'-]{1,60})[-‐\u00ad]\n[ \t]*([^\W\d_A-Z][\w’'-]{0,60})([^\s\w]{0,4})[ \t]*\n?")


def _whole_word(match: re.Match[str]) -> str:
    before, after, marks = match.groups()
    # "anti-" and "U.S.-" keep theirs before more of a compound: capitals, digits, another hyphen
    hyphen = "-" if before[-1:].isdigit() or before.isupper() or "-" in before or before[:1].isupper() else ""
    return f"{before}{hyphen}{after}{marks}\n"
