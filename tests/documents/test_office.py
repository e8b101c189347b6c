"""The text of PDF and DOCX files."""

import io
import zipfile
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.documents import Notice, read
from statements_cli.documents.office.pdf import joined
from statements_cli.model import Document


def gather(data: bytes) -> tuple[list[Document], list[Notice]]:
    """Read standard input and return the documents and the notices that are no details."""
    notices: list[Notice] = []
    documents = list(read(["-"], report=notices.append, stdin=io.BytesIO(data)))
    return documents, [notice for notice in notices if not notice.detail]


def pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF file of these lines, page by page, in the simplest form there is."""
    bodies = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        shown = " ".join(f"({line.replace('(', '')}) Tj 0 -14 Td" for line in lines)
        stream = f"BT /F1 12 Tf 72 720 Td {shown} ET".encode("latin-1")
        kids.append(len(bodies) + 1)
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(bodies) + 2} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        bodies.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    bodies[1] = f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>".encode()
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(bodies) + 1,
        table,
        len(bodies) + 1,
        len(data),
    )


def docx(fill: bool = True) -> bytes:
    """A DOCX file with a heading, paragraphs, a table and a header."""
    document = pytest.importorskip("docx").Document()
    if fill:
        document.sections[0].header.paragraphs[0].text = "Confidential"
        document.add_heading("Leaders agree to talk", 1)
        document.add_paragraph("The minister said ").add_run("“no”.").bold = True
        document.add_paragraph("  ")
        table = document.add_table(2, 2)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "Talks"
        table.cell(1, 0).text, table.cell(1, 1).text = "Q: Why?", "A: Because."
        document.add_paragraph("He left.")
    into = io.BytesIO()
    document.save(into)
    return into.getvalue()


def test_docx() -> None:
    """Paragraphs and the cells of tables come in order, parted by blank lines, headers left out."""
    (document,), notices = gather(docx())
    shown = ["Leaders agree to talk", "The minister said “no”.", "Talks", "Q: Why?", "A: Because.", "He left."]
    assert ("\n\n".join(shown), []) == (document.text, notices)


def test_docx_without_text() -> None:
    """A DOCX file without text is a failure."""
    documents, notices = gather(docx(fill=False))
    assert ([], [True]) == (documents, [n.failed for n in notices])


def test_docx_bomb() -> None:
    """A DOCX file that would unpack to hundreds of megabytes isn't opened."""
    pytest.importorskip("docx")
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 70_000_000)
    documents, notices = gather(into.getvalue())
    assert ([], [True]) == (documents, [n.failed for n in notices])


@given(st.integers(0, 30_000), st.binary(min_size=1, max_size=9))
def test_damaged_docx(at: int, damage: bytes) -> None:
    """Damage anywhere raises nothing."""
    data = docx()
    documents, _ = gather(data[:at] + damage + data[at + len(damage) :])
    assert len(documents) <= 1


def test_pdf() -> None:
    """The pages of a PDF file are one text, without headers, footers and page numbers."""
    pytest.importorskip("pypdf")
    pages = [
        [
            "Ministry of Talks",
            f"{name} said that the negoti-",
            "ations would go on and that",
            f"page {n}",
            str(n),
        ]
        for n, name in enumerate(("One", "Two", "Three"), 1)
    ]
    (document,), notices = gather(pdf(pages))
    assert 3 == document.text.count("negotiations\nwould go on and that")
    assert [] == [line for line in document.text.split("\n") if line.startswith(("page", "1", "2"))]
    assert 1 == document.text.count("Ministry")
    assert [] == notices


def test_pdf_without_text() -> None:
    """A PDF file of pictures is a failure that says so."""
    pytest.importorskip("pypdf")
    documents, notices = gather(pdf([[]]))
    assert ([], [True]) == (documents, [n.failed for n in notices])
    assert "without text" in notices[0].message


@given(st.integers(0, 900), st.binary(max_size=30))
def test_damaged_pdf(at: int, damage: bytes) -> None:
    """Damage anywhere raises nothing."""
    pytest.importorskip("pypdf")
    data = pdf([["The minister said so."], ["He left."]])
    documents, _ = gather(data[:at] + damage + data[at + len(damage) :])
    assert len(documents) <= 1


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        (["One end.", "Two."], "One end.\n\nTwo."),
        (["She said that", "he left."], "She said that\nhe left."),
        (["the govern-\nment said"], "the government\nsaid"),
        (["the govern-\nment, said"], "the government,\nsaid"),
        (["the govern-", "ment said"], "the government\nsaid"),
        (["the Sino-\nrussian talks"], "the Sino-russian\ntalks"),
        (["the US-\nled talks"], "the US-led\ntalks"),
        (["the 30-\nday truce"], "the 30-day\ntruce"),
        (["the vice-\nPresident said"], "the vice-\nPresident said"),
        (["a state-of-\nthe-art thing"], "a state-of-the-art\nthing"),
        (["the talks -\nand he said"], "the talks -\nand he said"),
        (["Daily 1\nOne.", "Daily 2\nTwo.", "Daily 3\nThree."], "Daily 1\nOne.\n\nTwo.\n\nThree."),
        (["One.\n- 1 -", "Two.\n- 2 -"], "One.\n\nTwo."),
        (["One.\nPage 1 of 2", "Two.\nPage 2 of 2"], "One.\n\nTwo."),
        (["In 2024\nOne.", "Other\nTwo."], "In 2024\nOne.\n\nOther\nTwo."),
        (["", "One.", ""], "One."),
    ],
)
def test_joined(pages: list[str], expected: str) -> None:
    """Words and paragraphs over the end of a line or page are made whole; what repeats on each page goes."""
    assert expected == joined(pages)


@given(st.lists(st.text(max_size=60), max_size=5))
def test_joined_any(pages: list[str]) -> None:
    """Joining loses no letters but those of headers, footers and page numbers, and makes up none."""
    assert set(joined(pages)) <= set("".join(pages)) | {"\n", "-"}
