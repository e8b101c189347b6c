"""What letters and mailboxes yield."""

from __future__ import annotations

import io
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.documents import Notice, read
from statements_cli.documents.containers.mail import MOST_PARTS, is_mail, is_mailbox
from statements_cli.documents.plain import is_surely_text
from statements_cli.model import Document

TEXT = "The harbour master, Per Dahl, said on Thursday: “The café’s ice is too thick.”\n"


def letter(
    subject: str = "Fwd: Ships — stay", text: str = TEXT, page: str = "", charset: str = "utf-8"
) -> EmailMessage:
    """A letter as mail programs keep it, its HTML beside it."""
    made = EmailMessage()
    made["From"] = "Åsa Moe <asa@coast.example>"
    made["To"] = "desk@coast.example"
    made["Date"] = "Fri, 10 May 2024 23:30:00 -0700"
    made["Message-ID"] = "<1@coast.example>"
    made["Subject"] = subject
    made.set_content(text, charset=charset, cte="quoted-printable")
    if page:
        made.add_alternative(page, subtype="html")
    return made


def gather(data: bytes) -> tuple[list[Document], list[Notice]]:
    """Read standard input and return the documents and the notices that are no details."""
    notices: list[Notice] = []
    documents = list(read(["-"], report=notices.append, stdin=io.BytesIO(data)))
    return documents, [notice for notice in notices if not notice.detail]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (bytes(letter()), True),
        (bytes(letter()).replace(b"\n", b"\r\n"), True),
        (b"From: a@b.example\nTo: c@d.example\nMIME-Version: 1.0\n\nx", True),
        (b"Received: from b\n\tby c; Fri\nFrom: a@b.example\n\nx", True),
        # a press release prints what it is, a saved page was sent to nobody
        (b"From: The press office\nTo: All editors\nSubject: Ships\n\nx", False),
        (b"From: <Saved by Blink>\nSubject: Ships\nMIME-Version: 1.0\n\nx", False),
        (b"To: c@d.example\nMessage-ID: <1@b.example>\n\nx", False),
        (b"He wrote From: me.\nMessage-ID: <1@b.example>\n\nx", False),
        (b"", False),
    ],
)
def test_is_mail(head: bytes, expected: bool) -> None:
    """A letter is known by the headers that sending it leaves."""
    assert expected == is_mail(head)
    assert not expected or not is_surely_text(head, "a") or b"Received" in head


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (b"From asa@coast.example Fri May 10 23:30:00 2024\n", True),
        (b"From - Fri May 10 23:30:00 2024\r\n", True),
        (b"From Oslo with love\n", False),
        (b"", False),
    ],
)
def test_is_mailbox(line: bytes, expected: bool) -> None:
    """A mailbox opens with a line that says from whom a letter came, and when."""
    assert expected == is_mailbox(line + bytes(letter()))


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_read(charset: str) -> None:
    """A letter's text is decoded; its headers give headline, byline and the moment it was sent."""
    [document], notices = gather(bytes(letter(charset=charset)))

    assert TEXT.strip() == document.text
    assert document.metadata is not None
    assert ("Ships — stay", "Åsa Moe") == (document.metadata.headline, document.metadata.byline)
    assert "2024-05-10T23:30:00-07:00" == document.metadata.published
    assert [] == notices


@pytest.mark.parametrize(
    ("text", "page", "expected"),
    [
        (TEXT, f"<html><body><p>{TEXT}</p></body></html>", TEXT.strip()),
        ("Read this in a browser.\n", f"<html><style>p {{}}</style><body><p>{TEXT}</p></body></html>", TEXT.strip()),
        ("", f"<p>{TEXT}</p>", TEXT.strip()),
    ],
)
def test_html_beside_the_text(text: str, page: str, expected: str) -> None:
    """The plain text is read unless it only stands for the HTML beside it."""
    [document], _ = gather(bytes(letter(text=text, page=page)))

    assert expected == document.text


def test_attached() -> None:
    """What is attached is read by its own format, letters too; pictures are not; names lead nowhere."""
    whole = letter()
    whole.add_attachment("“No,” said Ann Lee.".encode(), maintype="text", subtype="plain", filename="../../out.txt")
    whole.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="a.png")
    whole.add_attachment(letter(text="“Yes,” said Bo Ek.\n"))

    documents, notices = gather(bytes(whole))

    assert [
        ("-", TEXT.strip()),
        ("-/out.txt", "“No,” said Ann Lee."),
        ("-/4", "“Yes,” said Bo Ek."),
    ] == [(document.path, document.text) for document in documents]
    assert [] == notices


def test_mailbox() -> None:
    """Each letter of a mailbox is a document with its own ids; "From ..." parts only behind a blank line."""
    parting = b"From asa@coast.example Fri May 10 23:30:00 2024\n"
    second = letter(text="It came\nFrom Oslo at 10:30.\n\n>From Bergen at 11:30 nothing came.\n")

    documents, _ = gather(parting + bytes(letter()) + b"\n" + parting + bytes(second))

    [alone], _ = gather(bytes(letter()))
    assert ["-#1", "-#2"] == [document.path for document in documents]
    assert alone.digest == documents[0].digest
    assert "It came\nFrom Oslo at 10:30.\n\nFrom Bergen at 11:30 nothing came." == documents[1].text


def test_without_text() -> None:
    """A letter without text is passed over with a notice."""
    documents, [notice] = gather(b"From: a@b.example\nMessage-ID: <1@b.example>\nMIME-Version: 1.0\n\n")

    assert [] == documents
    assert "is a letter without text, passed over" == notice.message


@pytest.mark.parametrize(("layers", "documents"), [(MOST_PARTS, 1), (MOST_PARTS + 1, 0)])
def test_parts_in_parts(layers: int, documents: int) -> None:
    """Parts within parts are read to a depth that no letter reaches."""
    data = b"From: a@b.example\nMIME-Version: 1.0\nMessage-ID: <1@b.example>\n"
    for layer in range(layers):
        data += b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (layer, layer)
    found, notices = gather(data + b"Content-Type: text/plain\n\n" + TEXT.encode())

    assert documents == len(found)
    assert [not documents] == [notice.failed for notice in notices] or not notices


@pytest.mark.parametrize(("parameters", "documents"), [(1_000, 1), (2_000, 0)])
def test_endless_header(parameters: int, documents: int) -> None:
    """A header with more parameters than any has is not taken apart."""
    kind = b"Content-Type: text/plain;\n" + b" n*0=abc;\n" * parameters
    found, _ = gather(b"From: a@b.example\nMessage-ID: <1@b.example>\n" + kind + b"\n" + TEXT.encode())

    assert documents == len(found)


@given(data=st.binary(max_size=300), at=st.integers(0, 900))
def test_any_bytes(data: bytes, at: int) -> None:
    """Whatever bytes stand in a letter, reading it raises nothing and finds no fault of the program."""
    whole = letter(page=f"<p>{TEXT}</p>")
    whole.add_attachment(letter())
    sent = bytes(whole)
    _, notices = gather(sent[:at] + data + sent[at:])

    assert not [notice for notice in notices if "fault of the program" in notice.message]
