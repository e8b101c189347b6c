"""Read a saved web page: its main text and metadata.

The offsets of a page's document are those of the extracted text, for markup has none that a reader could
check; its digest is that of the page's own bytes.
"""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import TYPE_CHECKING

from statements_cli.documents.notices import Notice

if TYPE_CHECKING:
    from statements_cli.documents.walking import Report
    from statements_cli.model import Document

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_PRESCAN = 1 << 14
"""Bytes in which a page must name its encoding (browsers look at 1,024)."""


def is_page(head: bytes) -> bool:
    """Return whether a file that begins with these bytes is HTML, whatever it is called.

    It must begin with a doctype or a tag that only a page begins with; text in which tags stand doesn't.
    """
    if head.startswith(_MARKS):
        head = head.replace(b"\0", b"")[2:].lstrip(b"\xbf\xef\xbb\xfe\xff")
    head = head.lstrip()
    if head[:1] != b"<":
        return False
    return _opening().match(head) is not None or _is_fragment(head)


@cache
def _opening() -> re.Pattern[bytes]:
    return re.compile(
        rb"(?is)(?:<\?xml[^>]{0,200}\?>\s*+)?(?>(?:<!--(?>.{0,4000}?-->)\s*+){0,8})<(?:!doctype\s+html\b|(?:html|head|body|title)[\s>])"
    )


def _is_fragment(head: bytes) -> bool:
    """Return whether it begins with an element of text and has several marked paragraphs."""
    if re.match(rb"(?i)<(?:style|script)[\s>]", head):
        return True  # however long it is
    begins = re.match(rb"(?i)<(?:div|article|section|main|header|meta|link|script|style|p|h1)[\s>]", head)
    return begins is not None and len(re.findall(rb"(?i)</p>", head)) >= 3 and b"\n\n#" not in head


def read_page(path: str, data: bytes, report: Report, address: str | None = None) -> Document | None:
    """Return the document that a page is.

    None where it has no text or cannot be read, which is reported.

    ``address`` is where the page was found, where something outside it says so. Raises
    ``UnreadableError`` where the extra that reads pages is not installed.
    """
    return page_document(path, decode_page(data), data, report, address)


def page_document(path: str, markup: str, data: bytes, report: Report, address: str | None = None) -> Document | None:
    """Return the document of a page whose markup is known.

    ``data`` are the bytes that its ids are made from.
    """
    from statements_cli.documents.extras import required
    from statements_cli.documents.pages.markup import trim_markup
    from statements_cli.documents.pages.text import parse_page

    address = address or _saved_from(markup)
    markup, whole = trim_markup(markup)
    with required("html", "web pages"):
        tree = parse_page(markup)
    if tree is None:
        report(Notice(path, "is a web page without text, passed over"))
        return None
    if not whole:
        report(Notice(path, "is too large a web page, only its beginning read"))
    return _read_tree(path, tree, data, report, address)


def _read_tree(path: str, tree: object, data: bytes, report: Report, address: str | None) -> Document | None:

    from statements_cli.documents.pages.clutter import cut_clutter, part_crowds
    from statements_cli.documents.pages.days import told_since
    from statements_cli.documents.pages.embedded_posts import write_out_posts
    from statements_cli.documents.pages.html_head import is_english, read_page_head
    from statements_cli.documents.pages.layout import lay_out
    from statements_cli.documents.pages.standfirst import read_standfirst
    from statements_cli.documents.pages.text import main_text
    from statements_cli.documents.plain import digest
    from statements_cli.model import Clue, Document

    part_crowds(tree)
    head = read_page_head(tree, address)
    write_out_posts(tree)
    cut_clutter(tree)
    standfirst = read_standfirst(tree, head.heading, head.description)
    text = lay_out(head, standfirst, main_text(tree))
    if not text:
        report(Notice(path, "is a web page without text, passed over"))
        return None
    said = head.metadata
    if said.language == "en" and not is_english(text):
        said = said._replace(language=None)  # what a theme says of itself, not of the article
    if since := told_since(text, said.published, head.modified):
        clue = Clue("rewritten", (str(head.modified)[:10], since))
        said = said._replace(evidence=(*said.evidence, clue))
    return Document(path, text, digest(data), said.url, said)


def _saved_from(markup: str) -> str | None:
    """Return the address that browsers and their extensions write into the pages that they save."""
    match = re.search(r"saved from url=\(\d+\)(https?://\S{4,1500})|\burl:\s+(https?://\S{4,1500})", markup[:3000])
    return match and (match[1] or match[2])


# encoding


def decode_page(data: bytes, declared: str | None = None) -> str:
    """Return the markup of a page.

    By its byte-order mark, as UTF-8 where it is that, else as it declares itself.

    ``declared`` is the encoding that something outside the page names. Names mean what browsers take them
    for (WHATWG Encoding Standard). What is not declared, or wrongly, is read as any text is.
    """
    from statements_cli.documents.decoding import decode

    encodings = () if data.startswith(_MARKS) else ("utf-8", declared, _declared(data))
    for encoding in filter(None, encodings):
        try:
            text = data.decode(_BROWSERS.get(encoding.lower(), encoding))
        except (ValueError, LookupError):
            continue
        # UTF-16 and the escapes of ISO-2022 are valid UTF-8 too
        if encoding != "utf-8" or not ("\0" in text or "\x1b" in text):
            return text
    found = decode(data)
    return found.text if found else data.decode("windows-1252", "replace")


def _declared(data: bytes) -> str | None:
    match = re.search(rb"(?i)<meta[^>]{0,300}?charset\s*+=\s*+(?:[\"']\s*+)?([\w.:-]{2,30})", data[:_PRESCAN])
    match = match or re.match(rb"(?i)\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,30})", data)
    return match[1].decode("ascii") if match else None


_BROWSERS = {
    "iso-8859-1": "windows-1252", "latin1": "windows-1252", "us-ascii": "windows-1252", "ascii": "windows-1252",
    "iso-8859-9": "windows-1254", "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "shift_jis": "cp932",
    "shift-jis": "cp932", "x-sjis": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "big5": "big5hkscs",
    "tis-620": "cp874", "utf-16": "utf-8",
}  # fmt: skip
