"""Make foreign text harmless for terminals and spreadsheets.

Article text, file names and queries are data: no character in them may steer a terminal (control
characters, escape sequences, marks that reverse the direction of writing) or be run by a spreadsheet.
"""

from __future__ import annotations

from functools import cache

# Embeddings, overrides and isolates can make a terminal show text in another order than it has.
_DIRECTION = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_CONTROL = (*range(0x00, 0x20), *range(0x7F, 0xA0))
_INVISIBLE = (0xFEFF, *range(0xE0000, 0xE0080))
_LINE_ENDS = (0x2028, 0x2029)

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@cache
def _visible() -> dict[int, str]:
    codes = (*_CONTROL, *_DIRECTION, *_INVISIBLE, *_LINE_ENDS, *range(0xD800, 0xE000))
    table = {code: _escape(code) for code in codes}
    del table[0x09], table[0x0A]
    return table


@cache
def _one_line() -> dict[int, str]:
    return _visible() | dict.fromkeys((0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, *_LINE_ENDS), " ")


@cache
def _on_a_page() -> dict[int, str]:
    # One character for each, so that offsets hold. Marks and isolates, which Hebrew and Arabic need, stay: an
    # element of a page ends what they begin.
    pictures = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}
    codes = (*range(0x80, 0xA0), *range(0x202A, 0x202F), *_INVISIBLE, *range(0xD800, 0xE000))
    table = pictures | dict.fromkeys(codes, "\ufffd") | dict.fromkeys(_LINE_ENDS, "\n")
    del table[0x09], table[0x0A]
    table[0x0D] = "\n"
    return table


@cache
def _in_json() -> dict[int, str]:
    # json.dumps has escaped what lies below 0x20; the rest can stand only inside its strings.
    codes = (*range(0x7F, 0xA0), *_DIRECTION, *_LINE_ENDS, *_INVISIBLE, *range(0xD800, 0xE000))
    return {code: _json_escape(code) for code in codes}


def _escape(code: int) -> str:
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _json_escape(code: int) -> str:
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


def printable(text: str) -> str:
    r"""Return ``text`` with what could steer a terminal made visible (``\x1b``).

    Tabs and line ends stay.
    """
    return text if text.isprintable() else text.translate(_visible())


def one_line(text: str) -> str:
    """Return ``text`` as ``printable`` does, with tabs and line ends made spaces."""
    return text if text.isprintable() else text.translate(_one_line())


def json_safe(text: str) -> str:
    r"""Return JSON text that reads back the same, with terminal controls as ``\u`` escapes."""
    return text if text.isprintable() else text.translate(_in_json())


def page_text(text: str) -> str:
    """Return ``text`` with characters that hide or turn its direction made visible.

    One character for each.

    Markup is not the concern here: who puts the text on a page as text needs no escapes, others call ``html.escape``.
    """
    return text if text.isprintable() else text.replace("\r\n", " \n").translate(_on_a_page())


def markdown_text(text: str) -> str:
    """Return ``text`` on one line, with Markdown's marks escaped."""
    escaped = one_line(text).replace("\\", "\\\\").replace("|", "\\|")
    for mark in "`*_[]<>":
        escaped = escaped.replace(mark, "\\" + mark)
    return escaped


def cell(text: str) -> str:
    """Return ``text`` for a spreadsheet's cell: ``printable``, and never taken for a formula.

    What begins like a formula gets an apostrophe before it, as OWASP advises against CSV injection.
    """
    shown = printable(text)
    return "'" + shown if shown.lstrip(" ").startswith(_FORMULA) and not _is_number(shown) else shown


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return "_" not in text
