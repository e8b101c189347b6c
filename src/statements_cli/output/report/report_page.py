"""Write the report: one HTML page with style, program and data, loading nothing.

Data stand in the page as JSON Lines, compressed and then in Base64: no text of an article can end the element that
holds them, and 20,000 statements take a few megabytes. The page's program puts texts on the page as text, never as
markup, and a Content Security Policy names the only style and program that may run by their SHA-256
(https://www.w3.org/TR/CSP3/).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import chain

from statements_cli.data import read_bytes
from statements_cli.output.report.page_rows import Heading, PageRow
from statements_cli.output.safe import one_line, page_text

PROGRAM = (
    *("elements", "dates", "search", "filters", "corpus", "chart", "versions", "statement", "list", "speakers"),
    *("facets", "start"),
)
"""The files of the page's program; what a file begins with may use what stands in those before it."""

_ASSETS = "report"
_LINE = 3 * 4096  # bytes that one line of Base64 holds; a multiple of three, so that no line needs padding
_LEVEL = 9  # of compression


def report_page(heading: Heading, rows: Iterable[PageRow], last: Iterable[PageRow] = ()) -> Iterator[str]:
    """Yield the page in pieces.

    ``rows`` are those of the articles, ``last`` what is known when they are through.
    """
    style, program = _style(), _program()
    values = {
        "policy": _policy(style, program),
        "title": escape(one_line(page_text(heading.title))),
        "version": escape(heading.version),
        "style": style,
        "program": program,
    }
    before, after = _template().split("{data}")
    yield _filled(before, values)
    first: PageRow = {
        "title": page_text(heading.title),
        "asked": [page_text(one) for one in heading.asked],
        "made": heading.made,
        "version": heading.version,
        "ranked": heading.ranked,
    }
    yield from _packed(chain([first], rows, last))
    yield _filled(after, values)


def _packed(rows: Iterable[PageRow]) -> Iterator[str]:
    """Yield rows as JSON Lines, compressed with gzip, as lines of Base64."""
    from base64 import b64encode
    from json import JSONEncoder
    from zlib import compressobj

    encode = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    gzip = compressobj(_LEVEL, wbits=31)  # 31: with gzip's header, which holds no time here
    held = b""
    for row in rows:
        held += gzip.compress(f"{encode(row)}\n".encode())
        while len(held) >= _LINE:
            yield f"{b64encode(held[:_LINE]).decode()}\n"
            held = held[_LINE:]
    yield f"{b64encode(held + gzip.flush()).decode()}\n"


def _policy(style: str, program: str) -> str:
    """Return the Content Security Policy of the page.

    Nothing is loaded, and no text becomes markup or program.
    """
    return (
        f"default-src 'none'; script-src {_source(program)}; style-src {_source(style)}; base-uri 'none'; "
        "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _source(text: str) -> str:
    from base64 import b64encode
    from hashlib import sha256

    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _template() -> str:
    return _asset("page.html")


def _style() -> str:
    return f"\n{_asset('page.css')}"


def _program() -> str:
    """Return the page's program.

    All its files in one block, so that none of their names is a global one.
    """
    return '\n"use strict";\n{\n' + "\n".join(_asset(f"{name}.js") for name in PROGRAM) + "}\n"


def _asset(name: str) -> str:
    return read_bytes(f"{_ASSETS}/{name}").decode().replace("\r\n", "\n")


def _filled(template: str, values: dict[str, str]) -> str:
    """Return a template with its places filled; braces in the values are not places."""
    import re

    return re.sub(r"\{(\w+)\}", lambda place: values[place[1]], template)
