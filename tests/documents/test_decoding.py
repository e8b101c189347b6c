"""What bytes are read as: encodings told apart, binary files told from text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.documents.decoding import decode

RUSSIAN = "Представитель МИД КНР заявила, что Китай поддерживает диалог между Россией и Украиной."
UKRAINIAN = "Речниця міністерства заявила, що Пекін підтримує прямі переговори між Україною та Росією."
CHINESE = "外交部发言人表示，中方支持一切有利于和平的努力，支持俄乌直接对话谈判，支持政治解决危机。"
TAIWANESE = "外交部發言人表示，中方支持一切有利於和平的努力，支持俄烏直接對話談判，支持政治解決危機。"
JAPANESE = "中国外務省の報道官は火曜日の記者会見で、中国は平和に向けたあらゆる努力を支持すると述べた。"
KOREAN = "중국 외교부 대변인은 화요일 정례 브리핑에서 평화를 위한 모든 노력을 지지한다고 말했다."
GREEK = "Ο υπουργός Εξωτερικών δήλωσε ότι η χώρα στηρίζει τον διάλογο και τη διαπραγμάτευση."
FRENCH = "Le président français a déclaré mardi qu’il était « prêt à négocier », selon l’Élysée. Ça alors…"
GERMAN = "Der Außenminister sagte: „Wir müssen über Frieden reden“, während München grüßt."
ENGLISH = "“We’re ready,” he said – Zelensky’s office confirmed."

LEGACY = [
    (RUSSIAN, "windows-1251"),
    (RUSSIAN, "koi8-r"),
    (RUSSIAN, "cp866"),
    (RUSSIAN, "iso8859-5"),
    (UKRAINIAN, "windows-1251"),
    (UKRAINIAN, "koi8-u"),
    (CHINESE, "gb18030"),
    (CHINESE, "gbk"),
    (TAIWANESE, "big5"),
    (TAIWANESE, "gb18030"),
    (JAPANESE, "cp932"),
    (JAPANESE, "euc_jp"),
    (JAPANESE, "iso2022_jp"),
    (KOREAN, "cp949"),
    (GREEK, "windows-1253"),
    (FRENCH, "windows-1252"),
    (GERMAN, "windows-1252"),
    (ENGLISH, "windows-1252"),
    ("It’s the minister's café", "windows-1252"),  # two bytes outside ASCII are enough
]


@pytest.mark.parametrize("before", ["", "China said on Tuesday that it supports talks. " * 20])
@pytest.mark.parametrize(("text", "encoding"), LEGACY)
def test_legacy_encodings(text: str, encoding: str, before: str) -> None:
    """A legacy encoding is told by its letters, alone or after a page of plain English."""
    decoded = decode((before + text).encode(encoding))
    assert decoded is not None
    assert before + text == decoded.text


@pytest.mark.parametrize("text", [RUSSIAN, CHINESE, FRENCH, ENGLISH, "plain", ""])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_mark(text: str, encoding: str) -> None:
    """Unicode is read as such; the byte-order mark is no part of the text."""
    decoded = decode(text.encode(encoding))
    assert decoded is not None
    assert text == decoded.text
    assert decoded.certain


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN + "\n", CHINESE + "\n"])
def test_utf_16_without_mark(text: str, encoding: str) -> None:
    """UTF-16 without a mark is told by its zero bytes."""
    decoded = decode(text.encode(encoding))
    assert decoded is not None
    assert text == decoded.text


def test_line_ends_stay() -> None:
    """Line ends are as in the file, so that offsets are the file's."""
    decoded = decode(b"one\r\ntwo\rthree\n")
    assert decoded is not None
    assert "one\r\ntwo\rthree\n" == decoded.text


def test_damaged_utf_8() -> None:
    """One byte of windows-1252 in UTF-8 is read as such and leaves the rest alone."""
    decoded = decode("“Peace,” he said. ".encode() * 5 + b"It\x92s late.")
    assert decoded is not None
    assert decoded.text.endswith("“Peace,” he said. It’s late.")
    assert not decoded.certain


def test_undefined_in_windows_1252() -> None:
    """A byte that windows-1252 doesn't define doesn't stop the reading."""
    decoded = decode(b"caf\xe9 \x81 bar")
    assert decoded is not None
    assert "café \x81 bar" == decoded.text


BINARY = [
    b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    b"%PDF-1.7\n1 0 obj\n",
    b"PK\x03\x04" + bytes(40),
    b"\x1f\x8b\x08\x00abc",
    bytes(1000),
    bytes(range(32)) * 20,
]


@pytest.mark.parametrize("data", BINARY)
def test_binary(data: bytes) -> None:
    """Binary files are no text."""
    assert decode(data) is None


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    """No bytes whatever make decoding raise, and no surrogate comes out."""
    decoded = decode(data)
    if decoded is not None:
        decoded.text.encode("utf-8")


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200))
def test_any_text_in_utf_8(text: str) -> None:
    """UTF-8 comes out as it went in."""
    decoded = decode(b"\n" + text.encode())
    assert decoded is not None
    assert "\n" + text == decoded.text
