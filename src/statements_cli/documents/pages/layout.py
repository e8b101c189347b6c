"""Lay out head and paragraphs of a page as the text of a document.

Blank lines part the blocks, and the headline is the first of them, as in an article saved as plain text.
"""

from __future__ import annotations

import re

from statements_cli.documents.pages.html_head import PageHead
from statements_cli.documents.pages.html_lines import letters

_TOP = 6
"""Paragraphs in which a page may repeat its headline and standfirst."""

_FULLER = 2
"""How many times longer than the text found the head's own must be to be taken instead."""


def lay_out(head: PageHead, standfirst: str | None, paragraphs: list[str]) -> str:
    """Return the text of a page: headline, standfirst where the page has one, paragraphs.

    Empty without paragraphs.

    What the main text repeats of headline and standfirst at its top stands once. A page that has its
    text in its head only, as those do that a program fills in, is read from there.
    """
    if head.body and len(head.body) > _FULLER * sum(map(len, paragraphs)):
        paragraphs = _split_body(head.body)
    if not paragraphs:
        return ""
    titles = {letters(title) for title in head.titles} - {""}
    top = [p for p in paragraphs[:_TOP] if letters(p) not in titles]
    paragraphs = top + paragraphs[_TOP:]
    if not paragraphs:
        return ""
    blocks = [head.metadata.headline] if head.metadata.headline else []
    if standfirst and not _repeats(standfirst, paragraphs):
        blocks.append(standfirst)
    return "\n\n".join((*blocks, *paragraphs))


def _repeats(standfirst: str, paragraphs: list[str]) -> bool:
    """Return whether the main text repeats the standfirst, or its first part."""
    wanted = letters(standfirst)
    return any(wanted in (shown := letters(p)) or (len(shown) > _TOP and shown in wanted) for p in paragraphs)


def _split_body(body: str) -> list[str]:
    from html import unescape

    plain = unescape(body)
    if "</p>" in plain:
        plain = re.sub(r"<[^<>]{1,300}>", "", re.sub(r"(?i)</p>|<br\s*/?>", "\n", plain))
    return [words for line in plain.splitlines() if (words := " ".join(line.split()))]
