"""The pages and texts in WARC files of crawls."""

import gzip
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.documents import Notice, read
from statements_cli.model import Document

pytest.importorskip("fastwarc")

PAGE = (
    b"<!DOCTYPE html><html><head><title>Talks go on</title></head><body><article><h1>Talks go on</h1>"
    + b"<p>The minister said on Monday that talks would go on for a good while yet, and nobody disagreed with her.</p>"
    * 3
    + b"</article></body></html>"
)


def record(content: bytes, kind: str = "response", address: str = "https://example.org/a") -> bytes:
    """One record of a WARC file."""
    form = "application/http; msgtype=response" if kind == "response" else "text/plain"
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2025-05-20T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: {form}\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def response(body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK", more: str = "") -> bytes:
    """An answer of a web server."""
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body


def gather(data: bytes) -> tuple[list[Document], list[Notice]]:
    """Read standard input and return the documents and the notices that are no details."""
    notices: list[Notice] = []
    documents = list(read(["-"], report=notices.append, stdin=io.BytesIO(data)))
    return documents, [notice for notice in notices if not notice.detail]


TEXT = b"The minister said so.\n"
CRAWL = (
    record(b"software: x\r\n", "warcinfo")
    + record(response(b"\x89PNG", "image/png"))
    + record(response(b"Not here", status="404 Not Found"))
    + record(response(TEXT, "text/plain"), address="https://example.org/b")
    + record(response(gzip.compress(TEXT), "text/plain", more="Content-Encoding: gzip\r\n"))
    + record(TEXT, "conversion", "https://example.org/c")
)


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_texts(pack: type) -> None:
    """Texts are read with their addresses; pictures, failed requests and notes are passed over."""
    documents, notices = gather(pack(CRAWL))
    address = "https://example.org/"
    assert [("-#3", f"{address}b"), ("-#4", f"{address}a"), ("-#5", f"{address}c")] == [
        (d.path, d.url) for d in documents
    ]
    assert ({TEXT.decode()}, []) == ({d.text for d in documents}, notices)


def test_pages() -> None:
    """Pages are read as pages are, under the address they were found at."""
    pytest.importorskip("trafilatura")
    (document,), notices = gather(record(response(PAGE)))
    assert "The minister said on Monday" in document.text
    assert ("Talks go on", "https://example.org/a") == (document.metadata and document.metadata.headline, document.url)
    assert [] == notices


@given(st.integers(0, len(CRAWL)), st.binary(max_size=30), st.booleans())
def test_damage_anywhere(at: int, damage: bytes, cut: bool) -> None:
    """Damage anywhere raises nothing."""
    documents, _ = gather(CRAWL[:at] + damage + (b"" if cut else CRAWL[at + len(damage) :]))
    assert len(documents) <= 5
