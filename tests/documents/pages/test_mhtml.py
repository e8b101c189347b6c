"""What a page saved as one file (MHTML) yields."""

from __future__ import annotations

import base64
import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.documents import Notice
from statements_cli.documents.pages.mhtml import is_mhtml, read_mhtml

PAGE = (
    "<!DOCTYPE html><html lang='en'><head><title>Ships stay in port</title></head><body><h1>Ships stay in port</h1>"
    + "<p>“The ice is too thick,” said the harbour master, Per Dahl, and nobody in the café disagreed with him.</p>" * 4
    + "</body></html>"
)
HEADERS = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://coast.example/ships\r\nSubject: Ships\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="b0"\r\n\r\n'
)


def saved(transfer: str = "quoted-printable", charset: str = "utf-8") -> bytes:
    """A page as browsers save it, an image beside it."""
    content = PAGE.encode(charset)
    encoded = quopri.encodestring(content) if transfer == "quoted-printable" else base64.encodebytes(content)
    return (
        HEADERS
        + b"--b0\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
        + f"--b0\r\nContent-Type: text/html; charset={charset}\r\nContent-Transfer-Encoding: {transfer}\r\n".encode()
        + b"Content-Location: https://coast.example/other\r\n\r\n"
        + encoded
        + b"\r\n--b0--\r\n"
    )


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (saved(), True),
        (saved().replace(b"\r\n", b"\n"), True),
        (saved().replace(b"multipart/related", b"multipart/alternative"), False),
        (b"He wrote of multipart/related files.\n\nMIME-Version: 1.0\n", False),
        (b"", False),
    ],
)
def test_is_mhtml(head: bytes, expected: bool) -> None:
    """A saved page is told by its headers."""
    assert expected == is_mhtml(head)


@pytest.mark.parametrize("transfer", ["quoted-printable", "base64"])
@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_read(transfer: str, charset: str) -> None:
    """The page is read from the first part that is HTML, with the address it was saved from."""
    pytest.importorskip("trafilatura")
    document = read_mhtml("ships.mhtml", saved(transfer, charset), print)

    assert document is not None
    assert "said the harbour master, Per Dahl, and nobody in the café" in document.text
    assert "https://coast.example/ships" == document.url


def test_without_a_page() -> None:
    """A file without a page in it is passed over with a notice."""
    notices: list[Notice] = []

    assert (
        read_mhtml("a.mhtml", HEADERS + b"--b0\r\nContent-Type: image/png\r\n\r\nx\r\n--b0--", notices.append) is None
    )
    assert ["a.mhtml"] == [notice.path for notice in notices]


@given(data=st.binary(max_size=300), at=st.integers(0, 700))
def test_any_bytes(data: bytes, at: int) -> None:
    """Whatever bytes stand in the file, nothing is raised."""
    pytest.importorskip("trafilatura")
    whole = saved()

    read_mhtml("a.mhtml", whole[:at] + data + whole[at:], lambda _: None)
