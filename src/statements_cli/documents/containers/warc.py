"""Read the pages of a WARC file. Takes the extra ``warc``.

Read are responses and resources that are pages, texts, feeds or PDF files, and the texts of WET files.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import IO, Any

from statements_cli.documents.extras import required
from statements_cli.documents.formats import documents_of
from statements_cli.documents.notices import Notice
from statements_cli.documents.streams import HEAD, Reading, UnreadableError, brief
from statements_cli.model import Document

LARGEST = 1 << 26
"""Bytes of a record's content that are read."""
_TYPES = ("html", "text/plain", "pdf", "rss", "atom", "word", "rtf")
_ADDRESS = "WARC-Target-URI"


def read_warc(path: str, stream: IO[bytes], reading: Reading) -> Iterator[Document]:
    """Yield the documents of the records of a WARC file.

    A record's number counts responses, resources and texts.
    """
    with required("warc", "WARC files"):
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    records = iter(ArchiveIterator(_Placed(stream), record_types=wanted, auto_decode="all"))
    number = passed = 0
    while True:
        try:
            record = next(records, None)
            found = record and _content(record)
        except (OSError, ValueError) as error:
            raise UnreadableError(f"is damaged or cut off after record {number} ({brief(error)})") from error
        if record is None:
            break
        number += 1
        if not found:
            passed += 1
            continue
        address, data = found
        reading.budget.spend(len(data))
        place = f"{path}#{number}"
        for document in documents_of(place, data[:HEAD], BytesIO(data), reading.deeper(), address=address):
            yield document if document.url else replace(document, url=address)
    message = f"read as a crawl: {number} records, {passed} of them failed requests or no text"
    reading.report(Notice(path, message, detail=True))


def _content(record: Any) -> tuple[str | None, bytes] | None:
    """Return a record's address and content, None for failed requests, pictures, scripts and the like."""
    status = record.http_headers.status_code if record.http_headers else 200
    kind = str(record.http_content_type or record.headers.get("Content-Type") or "").lower()
    if status != 200 or not any(known in kind for known in _TYPES):
        return None
    data: bytes = record.reader.read(LARGEST)
    address = str(record.headers.get(_ADDRESS) or "")
    return (address if address.startswith(("http://", "https://")) else None), data


class _Placed:
    """A stream that counts what was read of it, for a library that can't seek."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        """Read on; raises ``OSError`` for what cannot be unpacked."""
        data = self._stream.read(size)
        self._at += len(data)
        return data

    def tell(self) -> int:
        """Return how many bytes were read."""
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        """Stay: the protocol wants it, the library doesn't. Raises ``OSError`` for any other place."""
        if (offset, whence) not in ((0, 1), (self._at, 0)):
            raise OSError("cannot seek")
        return self._at

    def close(self) -> None:
        """Leave the stream to whom it belongs."""
