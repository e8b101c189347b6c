"""Decode the bytes of a file, or decide that they are no text."""

from __future__ import annotations

import codecs
from functools import cache
from typing import NamedTuple

SAMPLE = 1 << 16
"""Bytes; enough to tell what kind of file it is."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    b"%PDF-", b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"BZh9", b"\xfd7zXZ\x00",
    b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"SQLite format 3\x00", b"\x7fELF", b"PAR1", b"RIFF", b"7z\xbc\xaf",
)  # fmt: skip


class Decoded(NamedTuple):
    """A text, its encoding, and whether that is known or only likely."""

    text: str
    encoding: str
    certain: bool = True


def decode(data: bytes) -> Decoded | None:
    """Return the text of a file, without a byte-order mark, line ends as they are.

    None for a binary file.

    Tried in turn: byte-order marks, UTF-16 by its zero bytes, UTF-8 where valid (or all but valid: the
    odd byte that isn't is read as windows-1252), ISO-2022 by its escapes, then the legacy encodings by
    their letters. Never raises; the text holds no surrogates.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, "replace"), encoding)
    if data.startswith(_SIGNATURES):
        return None
    sample = data[:SAMPLE]
    if b"\0" in sample:
        wide = _wide_encoding(sample)
        if wide:
            return Decoded(data.decode(wide, "replace"), wide)
    if _is_binary(sample):
        return None
    if data.isascii() and b"\x1b$" in data:
        return _decode_escaped(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _decode_damaged(data) or _decode_legacy(data)


def _wide_encoding(sample: bytes) -> str | None:
    """Return UTF-16 without a mark.

    Zeros in every other byte, or characters that make sense only that way.
    """
    from statements_cli.documents.legacy import is_common

    sample = sample[: len(sample) // 2 * 2]
    for encoding, zeros, others in (
        ("utf-16-le", sample[1::2], sample[::2]),
        ("utf-16-be", sample[::2], sample[1::2]),
    ):
        if zeros.count(0) > 0.3 * len(zeros) and others.count(0) < 0.01 * len(others):
            return encoding
        characters = sample.decode(encoding, "replace")
        if sum("\t" <= one <= "~" or is_common(one) for one in characters) > 0.6 * len(characters) > 0:
            return encoding
    return None


@cache
def _controls() -> bytes:
    return bytes(c for c in range(32) if c not in b"\b\t\n\v\f\r\x1a\x1b") + b"\x7f"


def _is_binary(sample: bytes) -> bool:
    controls = len(sample) - len(sample.translate(None, _controls()))
    return controls > 0.01 * len(sample) + 1


def _decode_escaped(data: bytes) -> Decoded:
    for encoding in ("iso2022_jp_2", "iso2022_kr"):
        try:
            return Decoded(data.decode(encoding), encoding)
        except UnicodeDecodeError:
            continue
    return Decoded(data.decode("ascii"), "ascii")


@cache
def _stray_bytes() -> dict[int, str]:
    return {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(128, 256)}


def _decode_damaged(data: bytes) -> Decoded | None:
    """Return UTF-8 with a few bytes that are not.

    Another encoding would hardly give valid sequences by chance.
    """
    text = data.decode("utf-8", "surrogateescape")
    wide = len(text) - len(text.encode("ascii", "ignore"))
    stray = len(text) - len(text.encode("utf-8", "ignore").decode("utf-8"))
    if stray * 10 > wide and not (stray == 1 and wide > 3):
        return None
    return Decoded(text.translate(_stray_bytes()), "utf-8", certain=False)


def _decode_legacy(data: bytes) -> Decoded:
    from statements_cli.documents.legacy import best_encoding

    encoding, certain = best_encoding(data)
    try:
        return Decoded(data.decode(encoding), encoding, certain)
    except UnicodeDecodeError:
        # a byte that windows-1252 has no character for is a control character of latin-1
        return Decoded(data.decode("latin-1"), "latin-1", certain=False)
