"""Nothing in a text steers a terminal or runs in a spreadsheet."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.output.safe import cell, json_safe, one_line, page_text, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain “text” — ok é 对话 😀", "plain “text” — ok é 对话 😀"),
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("bell\x07 back\x08", "bell\\x07 back\\x08"),
        ("\x9b31m", "\\x9b31m"),  # CSI in one character
        ("abc\u202edef\u2066", "abc\\u202edef\\u2066"),  # shown back to front
        ("a\ufeffb\U000e0041", "a\\ufeffb\\U000e0041"),
        ("lone \ud800", "lone \\ud800"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    """What could steer a terminal is made visible, the rest stays."""
    assert shown == printable(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b\x1bc\x7f\x85", "a␀b␛c␡\ufffd"),
        ("abc\u202edef\u202c", "abc\ufffddef\ufffd"),
        ("שלום\u200f, \u2067x\u2069", "שלום\u200f, \u2067x\u2069"),  # what Hebrew needs, and an element ends
        ("a\r\nb\rc\td\u2028e", "a \nb\nc\td\ne"),
        ("lone \ud800 \U000e0041\ufeff", "lone \ufffd \ufffd\ufffd"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),  # put on the page as text
    ],
)
def test_page_text(text: str, shown: str) -> None:
    """What a page can't show becomes visible, character for character."""
    assert (shown, len(text)) == (page_text(text), len(page_text(text)))


def test_one_line() -> None:
    """Line ends and tabs become spaces, so that a line is a record."""
    assert "a b c d e" == one_line("a\nb\tc\rd\u2028e")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("- they said", "'- they said"),
        ("  =1", "'  =1"),
        ("\t=1", "'\t=1"),
        ("-5", "-5"),  # a number is no formula
        ("said = meant", "said = meant"),
        ("", ""),
    ],
)
def test_cell(text: str, shown: str) -> None:
    """A cell that a spreadsheet would run is neutralised."""
    assert shown == cell(text)


@given(st.text())
def test_nothing_steers(text: str) -> None:
    """No text whatever leaves a control, format-override or surrogate character in a line."""
    for character in one_line(text):
        assert unicodedata.category(character) not in ("Cc", "Cs")
        assert not 0x202A <= ord(character) <= 0x202E


@given(st.text(alphabet=st.characters(codec=None)))
def test_json_safe_reads_back(text: str) -> None:
    """JSON made safe reads back as it was, and has no control character in it."""
    written = json_safe(json.dumps({"text": text}, ensure_ascii=False))

    assert text == json.loads(written)["text"]
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in written)
