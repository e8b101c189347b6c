"""Write out the posts that a page embeds, with writer and day.

Without its script a site's box is a blockquote: the words, ``— Name (@handle)`` and a link on the day.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_CLASSES = ("twitter-tweet", "twitter-video", "bluesky-embed")
_LONGEST = 4000  # characters of an embedded post


@cache
def _signed() -> re.Pattern[str]:
    """Match the writer, handle and day that close a post."""
    day = r"[A-Z][a-z]{2,8} \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4}"
    return re.compile(rf"[—–-]\s?(?P<name>[^()@—–]{{2,60}}?) \((?P<handle>@[\w.]{{1,40}})\) (?P<day>{day})$")


@cache
def _links() -> re.Pattern[str]:
    return re.compile(r"(?:https?://|pic\.twitter\.com/)\S+")


def write_out_posts(tree: Any) -> None:
    """Put two paragraphs in each signed post's place: its words, and who posted when."""
    boxes = [quote for quote in tree.iter("blockquote") if any(one in (quote.get("class") or "") for one in _CLASSES)]
    for box in boxes:
        words = " ".join(" ".join(box.itertext()).split())[:_LONGEST]
        signed = _signed().search(words)
        posted = " ".join(_links().sub("", words[: signed.start()]).split()) if signed is not None else ""
        if signed is None or not posted:
            continue
        tail = box.tail
        box.clear()
        box.tail, box.tag = tail, "div"
        for text in (posted, f"— {signed['name']} ({signed['handle']}) {signed['day']}"):
            paragraph = box.makeelement("p")
            paragraph.text = text
            box.append(paragraph)
