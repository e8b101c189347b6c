"""Extract the main text of a page, without menus, adverts and captions.

Owns trafilatura (Barbaresi, ACL 2021), which chooses the main text.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

MARKED = 0.6
"""Share of a page's text that its paragraphs must hold to be taken one by one."""
_BLOCKS = ("p", "head", "item", "quote", "row", "code")


def parse_page(markup: str) -> Any | None:
    """Return the lxml tree of a page, or None where there is none.

    Raises ImportError without trafilatura.
    """
    trafilatura = _trafilatura()
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return trafilatura.load_html(markup)
    except Exception:  # what no parser takes for a page; which errors it gives depends on its version
        return None


def _trafilatura() -> Any:
    """Import trafilatura without a socket.

    Urllib3, which comes with it, would open one to see whether IPv6 works.
    """
    import socket

    known, socket.has_ipv6 = socket.has_ipv6, False
    try:
        import trafilatura
    finally:
        socket.has_ipv6 = known
    return trafilatura


def main_text(tree: Any) -> list[str]:
    """Return the paragraphs of a page's main text in order, white space folded.

    The tree is used up.
    """
    marked = [" ".join("".join(p.itertext()).split()) for p in tree.iter("p")]
    try:
        found = _trafilatura().bare_extraction(tree, include_comments=False, include_formatting=False)
    except Exception:  # broken pages make it stumble in many ways; then there is no text
        return []
    body = getattr(found, "body", None)
    paragraphs = list(_paragraphs(body)) if body is not None else []
    return _parted(paragraphs[0], marked) if len(paragraphs) == 1 else paragraphs


def _parted(text: str, marked: list[str]) -> list[str]:
    """Return a short page's marked paragraphs, where they were found run together."""
    whole = " ".join(text.split())
    kept = [words for words in marked if words and words in whole]
    if len(kept) < 2 or sum(map(len, kept)) < MARKED * len(whole):
        return [text]
    return kept


def _paragraphs(body: Any) -> Iterator[str]:
    for element in body.iter(*_BLOCKS):
        if element.tag == "row":
            cells = [" ".join("".join(cell.itertext()).split()) for cell in element.iter("cell")]
            words = " | ".join(filter(None, cells))
        elif any(True for _ in element.iterdescendants(*_BLOCKS)) or _in_row(element):
            continue
        else:
            words = " ".join("".join(_parts(element)).split(" "))
        for part in re.split(r"\n\s*\n", words):
            lines = [" ".join(line.split()) for line in part.splitlines()]
            if text := "\n".join(filter(None, lines)):
                yield text


def _in_row(element: Any) -> bool:
    return any(True for _ in element.iterancestors("row"))


def _parts(element: Any) -> Iterator[str]:
    """Yield the text of an element.

    A line break for each that the page has, none for those of its source.
    """
    yield re.sub(r"\s+", " ", element.text or "")
    for child in element:
        if child.tag == "lb":
            yield "\n"
        else:
            yield from _parts(child)
        yield re.sub(r"\s+", " ", child.tail or "")
