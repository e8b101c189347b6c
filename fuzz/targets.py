"""What is fuzzed: extraction from a text, reading whatever it is, and the reader of each format on its own."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from itertools import islice
from typing import NamedTuple

from fuzz import invariants
from statements_cli.documents import Notice, formats, read
from statements_cli.documents.plain import make_document
from statements_cli.documents.streams import BombError, Budget, Reading, UnreadableError
from statements_cli.model import Document
from statements_cli.pipeline import parse

MOST_DOCUMENTS = 20
"""Documents of one input that are looked at: a kilobyte of an archive may hold thousands."""
MOST_PARSED, MOST_CHARACTERS = 3, 500
"""Of an input's documents so many are parsed, and so much of each text: the readers are what is fuzzed there."""


class Target(NamedTuple):
    """One thing to fuzz: a name for its files, and what takes bytes and raises where something is wrong."""

    name: str
    run: Callable[[bytes], None]


def targets() -> dict[str, Target]:
    """Return all targets by name: a reader that is added to the formats is one without further ado."""
    found = [Target("parse", _parse), Target("any", _read_any), Target("text", _read_text)]
    found += [Target(_slug(known.name), _reader_of(known)) for known in formats.FORMATS]
    return {target.name: target for target in found}


def text_of(data: bytes) -> str:
    """Return the text that bytes stand for; what isn't UTF-8 becomes half characters, as no file yields them."""
    return data.decode("utf-8", "surrogateescape")


def document_of(text: str) -> Document:
    """Return a document of a text, with the digest that its bytes have."""
    return Document("-", text, sha256(text.encode("utf-8", "surrogatepass")).hexdigest())


def _slug(name: str) -> str:
    return re.sub(r"\W+", "-", name.lower())


def _parse(data: bytes) -> None:
    invariants.check(parse(document_of(text_of(data))))


def _read_any(data: bytes) -> None:
    """Read bytes as standard input, their format shown by what they are; nothing but a notice may come of it."""
    notices: list[Notice] = []
    _check_documents(read(["-"], report=notices.append, stdin=io.BytesIO(data)))
    _check_notices(notices)


def _read_text(data: bytes) -> None:
    notices: list[Notice] = []
    document = make_document("fuzzed", data, notices.append)
    _check_documents([document] if document else [])
    _check_notices(notices)


def _reader_of(known: formats.Format) -> Callable[[bytes], None]:
    """Return what gives bytes to one reader, though their beginning may be that of another format."""

    def run(data: bytes) -> None:
        notices: list[Notice] = []
        try:
            _check_documents(_documents(known, data, notices.append))
        except (UnreadableError, BombError) as error:
            notices.append(Notice("fuzzed", str(error), failed=True))
        _check_notices(notices)

    return run


def _documents(known: formats.Format, data: bytes, report: Callable[[Notice], None]) -> Iterator[Document]:
    reader = formats._load(known.reader)
    if known.whole:
        document = reader("fuzzed", data, report)
        return iter([document] if document else [])
    documents: Iterator[Document] = reader("fuzzed", io.BytesIO(data), Reading(report, Budget(len(data)), set()))
    return documents


def _check_documents(documents: Iterable[Document]) -> None:
    for number, document in enumerate(islice(documents, MOST_DOCUMENTS)):
        found = list(invariants.document_faults(document))
        assert not found, "\n".join(found)
        if number < MOST_PARSED and len(document.text) <= MOST_CHARACTERS:
            invariants.check(parse(document))


def _check_notices(notices: list[Notice]) -> None:
    for notice in notices:
        message = notice.message
        assert not notice.trace, notice.trace  # what was caught at the last moment is a fault all the same
        assert message and len(message) < 600, f"a notice of {len(message)} characters: {message[:200]}"
        assert "\n" not in message, f"a notice of several lines: {message}"
