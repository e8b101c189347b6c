"""Articles in the full-text exports of news databases, as plain text and as RTF."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.documents import Notice, read
from statements_cli.model import Document

BODY = 'The minister said on Monday that talks would go on.\n\n"We are ready," he told reporters.'
COUNTED = f"""\
                               1 of 2 DOCUMENTS


                              The Morning Paper

                            May 20, 2025 Tuesday
                              Late Edition - Final

Leaders Agree to Talk

BYLINE: By ANN FIELD

SECTION: Section A; Column 0; Foreign Desk; Pg. 1

LENGTH: 1,034 words

DATELINE: MOSCOW

 {BODY}

URL: http://www.example.org/a

LOAD-DATE: May 20, 2025

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper


                 Copyright 2025 The Morning Paper
                              All Rights Reserved


                               2 of 2 DOCUMENTS


                              The Evening Paper

                            May 21, 2025 Wednesday

HEADLINE: No talks, minister says

LENGTH: 34 words

It was over, she said.

LOAD-DATE: May 21, 2025
"""
ENDED = f"""\
Leaders Agree to Talk
The Morning Paper
May 20, 2025 Tuesday
Late Edition - Final

Copyright 2025 The Morning Paper All Rights Reserved
Section: Section A; Column 0; Foreign Desk; Pg. 1
Length: 1,034 words
Byline: By Ann Field
Dateline: MOSCOW
Body

{BODY}

Classification
Language: ENGLISH
Publication-Type: Newspaper
Load-Date: May 20, 2025

End of Document

No talks, minister says
The Evening Paper
May 21, 2025 Wednesday

Length: 34 words
Body

It was over, she said.

Load-Date: May 21, 2025

End of Document
"""
CODED = f"""\
HD  Leaders Agree to Talk
BY  By Ann Field
WC  1,034 words
PD  20 May 2025
ET  10:00
SN  The Morning Paper
SC  MRN
LA  English
CY  (c) 2025 Morning Limited

LP
{BODY.partition(chr(10))[0]}

TD
{BODY.rpartition(chr(10))[2]}

NS  gdip : International Relations
AN  Document MRN0000020250520el5k0001x

HD  No talks, minister says
WC  34 words
PD  21 May 2025
SN  The Evening Paper
LA  English

LP
It was over, she said.

AN  Document EVN0000020250521el5k0002y
"""
PRINTED = f"""\
Leaders Agree to Talk
By Ann Field
1,034 words
20 May 2025
10:00
The Morning Paper
MRN
English
(c) 2025 Morning Limited

{BODY}

Document MRN0000020250520el5k0001x

No talks, minister says
34 words
21 May 2025
The Evening Paper
EVN
English
(c) 2025 Evening Limited

It was over, she said.

Document EVN0000020250521el5k0002y
"""
EXPORTS = {"counted": COUNTED, "ended": ENDED, "coded": CODED, "printed": PRINTED}


def gather(data: str) -> tuple[list[Document], list[Notice]]:
    """Read standard input and return the documents and the notices."""
    notices: list[Notice] = []
    return list(read(["-"], report=notices.append, stdin=io.BytesIO(data.encode()))), notices


def rtf(text: str) -> str:
    """A text as RTF, as a word processor writes it."""
    lines = text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}").split("\n")
    return "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\\f0 " + "\\par\n".join(lines) + "}"


@pytest.mark.parametrize("style", EXPORTS)
@pytest.mark.parametrize("form", ["text", "lines of Windows", "rtf"])
def test_exports(style: str, form: str) -> None:
    """Each article is a document: its body as it stands, with headline, byline, outlet and day."""
    export = EXPORTS[style]
    if form == "rtf":
        pytest.importorskip("striprtf")
        export = rtf(export)
    documents, notices = gather(export.replace("\n", "\r\n") if form == "lines of Windows" else export)
    assert [("-#1", BODY), ("-#2", "It was over, she said.")] == [
        (d.path, d.text.replace("\r\n", "\n")) for d in documents
    ]
    found = [d.metadata for d in documents if d.metadata]
    assert [
        ("Leaders Agree to Talk", "ann field", "The Morning Paper", "2025-05-20"),
        ("No talks, minister says", "", "The Evening Paper", "2025-05-21"),
    ] == [(m.headline, (m.byline or "").lower(), m.outlet, m.published) for m in found]
    assert "en" == found[0].language
    assert not any(notice.failed for notice in notices)


def test_plain_rtf() -> None:
    """An RTF file that is no export is one document of its text."""
    pytest.importorskip("striprtf")
    (document,), _ = gather(
        "{\\rtf1\\ansi The minister said \\ldblquote no\\rdblquote  on \\u8220?Monday\\u8221?.\\par}"
    )
    assert "The minister said “no” on “Monday”.\n" == document.text


@pytest.mark.parametrize(
    "text",
    [
        "LENGTH: how long it takes\n\nThe minister said so in 300 words\n",
        "He spoke 300 words\nand left. End of Document\n",
        "1 of 2 documents was signed, the minister said.\n",
    ],
)
def test_other_texts(text: str) -> None:
    """A text with some of an export's words is text as it stands."""
    (document,), _ = gather(text)
    assert (text, None) == (document.text, document.metadata)


@given(st.sampled_from(sorted(EXPORTS)), st.integers(0, 900), st.text(max_size=30), st.booleans())
def test_damage_anywhere(style: str, at: int, damage: str, as_rtf: bool) -> None:
    """Damage anywhere raises nothing."""
    export = EXPORTS[style]
    export = export[:at] + damage + export[at + len(damage) :]
    documents, _ = gather(rtf(export) if as_rtf else export)
    for document in documents:
        document.text.encode()
