"""Read the fields of front matter (``---``, ``key: value``, ``---``).

The values are YAML's plain, single-quoted and double-quoted scalars; lists and nested fields are passed
over. See the YAML specification, 1.2.2, chapter 7.3.
"""

from __future__ import annotations

import re
from functools import cache

from statements_cli.articles.lines import Line
from statements_cli.articles.metadata.outlets import known_outlet, looks_like_outlet
from statements_cli.articles.metadata.stamps import field_of, read_stamp
from statements_cli.articles.paragraphs import Paragraph

LONGEST = 10_000
"""Characters; front matter ends before."""


@cache
def _fence() -> re.Pattern[str]:
    return re.compile(r"\s*---[ \t]*\r?\n")


@cache
def _field() -> re.Pattern[str]:
    """Match a field with its value, which indented lines continue."""
    return re.compile(r"^([A-Za-z][\w -]{0,30}):[ \t]*(\S.*(?:\r?\n[ \t]+\S.*)*)", re.MULTILINE)


def read_front_matter(text: str) -> tuple[list[Paragraph], int]:
    """Return the front matter's fences and fields as paragraphs, and where it ends.

    None and 0 without any.
    """
    opening = _fence().match(text)
    if not opening:
        return [], 0
    closing = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE).search(text, opening.end(), LONGEST)
    fields = list(_field().finditer(text, opening.end(), closing.start())) if closing else []
    if not closing or not fields:
        return [], 0
    first = text.index("---")
    fences = [Paragraph(at, at + 3, 0, "furniture", "---") for at in (first, closing.start())]
    found = [_read_field(match) for match in fields]
    return [fences[0], *found, fences[1]], closing.end()


def _read_field(match: re.Match[str]) -> Paragraph:
    line = Line(match.start(), match.start() + len(match[0].rstrip()), 0)
    words = " ".join(match[0].split())
    value = " ".join(unquote(match[2].strip()).split())
    field = field_of(match[1]) or "other"
    if field in ("published", "updated"):
        stamp = read_stamp(f"{field}: {value}")
        if stamp:
            return Paragraph(*line, "stamp", words, stamp, field=field)
        field = "other"
    if field == "source" and value.startswith(("http://", "https://")):
        field = "url"
    elif field == "source":
        field = "outlet" if known_outlet(value) or looks_like_outlet(value) else "other"
    byline = value if field == "byline" and not value.startswith(("[", "{")) else None
    return Paragraph(*line, "label", words, byline=byline, field=field, value=value)


def unquote(value: str) -> str:
    """Return the text of a YAML scalar, quoted or plain.

    Escapes that it doesn't know stay.
    """
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    if len(value) < 2 or not value[0] == value[-1] == '"':
        return value
    inner = re.sub(r"\\\r?\n[ \t]*", "", value[1:-1])  # a line continued
    simple = {"_": " ", " ": " ", '"': '"', "\\": "\\", "/": "/", "n": " ", "t": " ", "N": " "}
    inner = re.sub(r"\\([_ \"\\/ntN])", lambda m: simple[m[1]], inner)
    return re.sub(r"\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2}))", _character, inner)


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return " " if 0xD800 <= code <= 0xDFFF else chr(code)
