"""The words of subtitles."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.documents import Notice, read
from statements_cli.documents.office.subtitles import is_subtitles
from statements_cli.model import Document
from statements_cli.pipeline import parse

SUBRIP = """\
1
00:00:01,000 --> 00:00:04,000
BO EK: We will act now,

2
00:00:04,000 --> 00:00:09,000 X1:1 X2:2
and <i>together</i>.

3
00:00:09,000 --> 00:00:12,000
ANN LEE: I disagree
with that.

4
00:01:12,000 --> 00:01:15,000
- Why? - Because.
"""
WEBVTT = """\
WEBVTT - a debate

NOTE made by hand

STYLE
::cue { color: red }

first
00:01.000 --> 00:04.000 align:start
<v.loud Bo Ek>We will <00:00:02.000>act now,

00:00:04.000 --> 00:00:09.000
<v Bo Ek>and together.

00:00:09.000 --> 00:00:12.000
<v Ann Lee>I disagree</v>
"""


def gather(text: str) -> tuple[list[Document], list[Notice]]:
    """Read standard input and return the documents and the notices that are no details."""
    notices: list[Notice] = []
    documents = list(read(["-"], report=notices.append, stdin=io.BytesIO(text.encode())))
    return documents, [notice for notice in notices if not notice.detail]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SUBRIP, True),
        ("\ufeff" + SUBRIP.replace("\n", "\r\n"), True),
        (WEBVTT, True),
        ("WEBVTT", True),
        ("WEBVTTS are --> not", False),
        ("1\nAt 10:00:00 --> he left", False),
        ("He said 00:00:01,000 --> 00:00:04,000", False),
        ("", False),
    ],
)
def test_is_subtitles(text: str, expected: bool) -> None:
    """Subtitles are known by their first line, or by a number and the times below it."""
    assert expected == is_subtitles(text.encode())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            SUBRIP,
            ["BO EK: We will act now, and together.", "ANN LEE: I disagree with that.", "- Why? - Because."],
        ),
        (
            SUBRIP.replace("\n", "\r\n"),
            ["BO EK: We will act now, and together.", "ANN LEE: I disagree with that.", "- Why? - Because."],
        ),
        (WEBVTT, ["Bo Ek: We will act now, and together.", "Ann Lee: I disagree"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    """Only what is shown is read, joined until somebody else speaks."""
    [document], notices = gather(text)

    assert expected == document.text.split("\n\n")
    assert [] == notices


@pytest.mark.parametrize(("lines", "paragraphs"), [(20, 1), (25, 2)])
def test_long_speech(lines: int, paragraphs: int) -> None:
    """Where nobody is named a paragraph ends with a sentence, once it is long enough."""
    text = "WEBVTT\n\n" + "00:01.000 --> 00:04.000\nIt is cold outside.\n\n" * lines
    [document], _ = gather(text)

    assert paragraphs == len(document.text.split("\n\n"))


def test_speakers() -> None:
    """Whoever is named before a colon speaks."""
    turns = ("ANN LEE: I disagree with that plan.", "BO EK: Then tell us yours.", "ANN LEE: I would stay here.")
    text = SUBRIP.replace("- Why? - Because.", "\n\n00:01:16,000 --> 00:01:17,000\n".join(turns))
    [document], _ = gather(text.replace("BO EK", "Bo Ek").replace("ANN LEE", "Ann Lee"))

    assert ["Bo Ek", "Ann Lee", "Ann Lee", "Bo Ek", "Ann Lee"] == [one.speaker for one in parse(document).statements]


def test_without_words() -> None:
    """Subtitles that show nothing can't be read, and that is said."""
    documents, [notice] = gather("1\n00:00:01,000 --> 00:00:04,000\n\n")

    assert ([], True, "is subtitles without words") == (documents, notice.failed, notice.message)


@given(data=st.text(max_size=80), at=st.integers(0, len(WEBVTT)))
def test_any_text(data: str, at: int) -> None:
    """Whatever stands in them, reading subtitles finds no fault of the program."""
    _, notices = gather(WEBVTT[:at] + data + WEBVTT[at:])

    assert not [notice for notice in notices if "fault of the program" in notice.message]
