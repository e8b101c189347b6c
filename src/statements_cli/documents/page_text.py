"""A parsed page in; its main text, as paragraphs, out: no menus, adverts, captions or related links.

Owns trafilatura (Barbaresi, ACL 2021), which chooses the main text. What it is known to leave in is cut
out of the page before: parts that HTML itself or their class names mark as beside the text, embedded
posts, and paragraphs that are nothing but a link elsewhere.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from statements_cli.data import word_list

LARGEST_PART = 0.2
"""Share of a page's paragraphs that a part named like clutter may hold and still be taken for clutter."""

_BESIDE = (
    "figure", "figcaption", "aside", "nav", "footer", "form", "dialog", "template", "button", "select", "iframe",
    "svg", "noscript", "style", "script", "object", "audio", "video",
)  # fmt: skip
_EMBEDDED = ("twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "fb-post", "bluesky-embed")
_BLOCKS = ("p", "head", "item", "quote", "row", "code")
_LONGEST_CARD = 400
"""Characters; what is longer is no pointer to another article."""

_PARTS = ("div", "section", "ul", "ol", "li", "p", "span", "header", "article", "blockquote", "h2", "h3", "h4")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")


def parse_page(markup: str) -> Any | None:
    """The lxml tree of a page, or None where there is none. Raises ImportError without trafilatura."""
    from trafilatura import load_html

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return load_html(markup)
    except Exception:  # what no parser takes for a page; which errors it gives depends on its version
        return None


def main_text(tree: Any) -> list[str]:
    """The paragraphs of a page's main text in order, white space folded; the tree is used up."""
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(tree, include_comments=False, include_formatting=False)
    except Exception:  # broken pages make it stumble in many ways; then there is no text
        return []
    body = getattr(found, "body", None)
    return list(_paragraphs(body)) if body is not None else []


def cut_clutter(tree: Any) -> None:
    """Take out of a page what is beside its text; its head must have been read before."""
    for element in list(tree.iter(*_BESIDE)):
        _cut(element)
    whole = max(_length_of_paragraphs(tree), 1)
    for element in list(tree.iter(*_PARTS)):
        if _is_named_clutter(element) and _length_of_paragraphs(element) <= LARGEST_PART * whole:
            _cut(element)
    cards = [card for heading in list(tree.iter(*_HEADINGS)) if (card := _card_of(heading)) is not None]
    if sum(map(_length_of_paragraphs, cards)) <= LARGEST_PART * whole:
        for card in cards:
            _cut(card)
    for element in list(tree.iter("p", "li", *_HEADINGS)):
        if _leads_elsewhere(element):
            _cut(element)


def _cut(element: Any) -> None:
    """Take an element out, and keep what stands behind it."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail:
        if before is not None:
            before.tail = f"{before.tail or ''} {element.tail}"
        else:
            parent.text = f"{parent.text or ''} {element.tail}"
    parent.remove(element)


def _length_of_paragraphs(element: Any) -> int:
    return sum(len(text) for p in element.iter("p") for text in p.itertext())


@cache
def _clutter() -> re.Pattern[str]:
    words = sorted(word_list("page_clutter.txt"), key=len, reverse=True)
    return re.compile(rf"(?:^|-)(?:{'|'.join(words)})s?(?:-|$)")


def _is_named_clutter(element: Any) -> bool:
    if "hidden" in element.attrib:
        return True
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    if named == " ":
        return False
    if any(name in named for name in _EMBEDDED):
        return True
    return any(_clutter().search(_hyphened(name)) for name in named.split()[:12])


@cache
def _humps() -> re.Pattern[str]:
    return re.compile(r"(?<=[a-z])(?=[A-Z])|[_\W]+")


def _hyphened(name: str) -> str:
    """A class name, however it is written (``relatedLinks``, ``related__links``), as ``related-links``."""
    return _humps().sub("-", name[:80]).lower()


def _card_of(heading: Any) -> Any | None:
    """The box that shows another article of the site: a heading that leads there, and a few lines below it."""
    link = next(heading.iter("a"), None)
    link = next(heading.iterancestors("a"), None) if link is None else link
    if link is None or "#" in (link.get("href") or "#") or not _is_all(heading, link):
        return None
    card = heading
    for above in heading.iterancestors("div", "li", "article", "a", "section"):
        if above.getparent() is None or _is_longer(above, _LONGEST_CARD):
            break
        card = above
    return card


def _is_all(heading: Any, link: Any) -> bool:
    """Whether a heading has no words but those of its link, or a link's are all around it."""
    return link is not heading and len("".join(heading.itertext()).split()) <= 2 * len("".join(link.itertext()).split())


def _is_longer(element: Any, most: int) -> bool:
    length = 0
    for text in element.itertext():
        length += len(text.strip())
        if length > most:
            return True
    return False


def _leads_elsewhere(element: Any) -> bool:
    """Whether a paragraph is nothing but links, or a label such as "Read more:" and a link."""
    links = "".join(text for link in element.iter("a") for text in link.itertext())
    if not links.strip():
        return False
    words = " ".join("".join(element.itertext()).split())
    linked = " ".join(links.split())
    if linked[:1] in "\"“„«'‘" and element.tag == "p":
        return False
    outside = words.replace(linked, "", 1).strip() if linked in words else words
    if len(linked) < 0.5 * len(words) or not words.endswith(linked.rstrip()[-10:]):
        return False
    if not re.search(r"\w", outside):
        return True
    return len(outside.split()) <= 5 and (outside[-1] in "|>»→" or (outside[-1] == ":" and len(outside.split()) <= 3))


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
    """The text of an element; a line break for each that the page has, none for those of its source."""
    yield re.sub(r"\s+", " ", element.text or "")
    for child in element:
        if child.tag == "lb":
            yield "\n"
        else:
            yield from _parts(child)
        yield re.sub(r"\s+", " ", child.tail or "")
