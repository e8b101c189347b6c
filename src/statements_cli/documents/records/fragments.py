"""Extract the text of an HTML fragment, a blank line between paragraphs.

For whole pages, with menus and adverts to tell from the article, see the module on web pages.
"""

from __future__ import annotations

import re
from functools import cache

_UNSEEN = ("script", "style", "template", "svg", "iframe", "noscript", "figcaption", "head", "title")
_SAMPLE = 1 << 14


@cache
def _markup() -> re.Pattern[str]:
    names = "p|br|div|a|em|strong|span|li|ul|ol|h[1-6]|blockquote|b|i|u|img|figure|table|html|body|article|section"
    return re.compile(rf"(?i)</?(?:{names})(?:\s[^<>]*)?/?>|&(?:[a-z]{{2,8}}|#\d{{2,6}}|#x[0-9a-f]{{2,5}});")


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(r"(?s)<!--|<(/?)([A-Za-z][\w:.-]*+)[^<>]*+>|<[!?][^<>]*+>")


@cache
def _blocks() -> frozenset[str]:
    inline = (
        "a abbr b bdi bdo cite code dfn em font i ins kbd mark q s samp small span strong sub sup time tt u var wbr"
    )
    return frozenset(inline.split())


def is_fragment(text: str) -> bool:
    """Return whether a text has HTML tags or entities in it."""
    return ("<" in text or "&" in text) and bool(_markup().search(text, 0, _SAMPLE) or "</p>" in text)


def plain_text(fragment: str) -> str:
    """Return the text that a stretch of HTML shows.

    Tags that aren't inline part paragraphs, scripts are left out.

    Takes time in proportion to the length, whatever is left open.
    """
    from html import unescape

    parts: list[str] = []
    at = 0
    unseen = ""
    closed: dict[str, int] = {}  # where each hiding element is closed for the last time
    while match := _tag().search(fragment, at):
        if not unseen:
            parts.append(fragment[at : match.start()])
        at = match.end()
        if match[0] == "<!--":
            end = fragment.find("-->", at)
            at = len(fragment) if end < 0 else end + 3
            continue
        name = (match[2] or "").lower()
        if unseen:
            unseen = "" if match[1] and name == unseen else unseen
        elif name in _UNSEEN and not match[1] and not match[0].endswith("/>"):
            # what is never closed hides nothing: the rest of the text would be lost
            if name not in closed:
                closed[name] = max((end.start() for end in re.finditer(f"(?i)</{name}", fragment)), default=-1)
            unseen = name if closed[name] >= at else ""
        elif name and name not in _blocks():
            parts.append("\n" if name == "br" else "\n\n")
    if not unseen:
        parts.append(fragment[at:])
    return _folded(unescape("".join(parts)))


def _folded(text: str) -> str:
    """Return the text with lines stripped and at most one blank line between them."""
    lines = [" ".join(line.split(" ")).strip(" \t") for line in text.replace("\r\n", "\n").split("\n")]
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).strip("\n")
