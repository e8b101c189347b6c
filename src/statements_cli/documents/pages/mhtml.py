"""Read a web page saved as one file (MHTML, RFC 2557)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from statements_cli.documents.notices import Notice

if TYPE_CHECKING:
    from email.message import Message

    from statements_cli.documents.walking import Report
    from statements_cli.model import Document

_LONGEST_HEADERS = 1 << 14
"""Bytes in which the headers say of what kind the file is."""


def is_mhtml(head: bytes) -> bool:
    """Return whether a file with these first bytes is a page saved with its parts.

    A letter whose text is HTML is none: its parts are alternatives, or files sent along.
    """
    head = head[:_LONGEST_HEADERS]
    if b"ultipart/related" not in head:
        return False
    headers = re.match(rb"\s*((?:[A-Za-z][\w-]{0,60}:[^\n]*\n(?:[ \t][^\n]*\n)*)+)", head)
    return headers is not None and b"ultipart/related" in headers[1] and b"mime-version" in headers[1].lower()


def read_mhtml(path: str, data: bytes, report: Report) -> Document | None:
    """Return the document of the page that the file holds.

    None where there is none, which is reported.
    """
    from statements_cli.documents.pages.page import decode_page, page_document

    part = _page_part(data)
    if part is None:
        report(Notice(path, "is a saved web page without a page in it, passed over"))
        return None
    page, address = part
    declared = page.get_content_charset()
    content = page.get_payload(decode=True)
    markup = decode_page(content if isinstance(content, bytes) else b"", declared)
    return page_document(path, markup, data, report, address)


def _page_part(data: bytes) -> tuple[Message, str | None] | None:
    """Return the first part that is HTML, and the address it was saved from."""
    from email import message_from_bytes

    try:
        whole = message_from_bytes(data)
        page = next((part for part in whole.walk() if part.get_content_type() in _PAGE_TYPES), None)
    except (ValueError, LookupError, RecursionError, TypeError, AttributeError):  # headers that are none
        return None
    if page is None:
        return None
    addresses = (whole.get("Snapshot-Content-Location"), page.get("Content-Location"))
    return page, next((str(one).strip() for one in addresses if one and str(one).startswith("http")), None)


_PAGE_TYPES = frozenset(("text/html", "application/xhtml+xml"))
