"""Remove from a parsed page what stands beside its text.

What trafilatura is known to leave in is cut out before: parts that HTML itself or their class names mark as
beside the text, embedded posts, boxes that show other articles, and paragraphs that are but a link elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from functools import cache
from typing import Any

from statements_cli.data import word_list

LARGEST_PART = 0.2
"""Share of a page's text that a part marked as clutter may hold and still be taken for clutter."""

_MOST_NAMED = 0.6
"""Share of a page's paragraphs that parts named like clutter may hold together."""

_LONGEST_CARD = 400
"""Characters; what is longer is no pointer to another article."""

_MARKED_UP = 500
"""Characters in paragraphs from which a page is taken to set its text in them."""

_CROWD, _BOX = 3000, 500
"""Children of one element from which they are put into boxes, and how many come into one."""

_ROWS = frozenset(("ul", "ol", "table", "tbody", "thead", "tr", "head"))
_LINE_ENDS = frozenset(("br", "p", "div", "section", "article", "li", "tr", "h2", "h3", "h4", "hr"))

_TOOLS = (
    "script", "style", "noscript", "template", "iframe", "svg", "object", "audio", "video", "canvas", "map", "button",
    "input", "select", "option", "datalist", "textarea", "label", "progress", "link", "time", "rt", "rp", "math",
    "embed", "legend", "source", "area", "track", "param",
)  # fmt: skip
_BESIDE = ("figure", "figcaption", "aside", "nav", "footer", "form", "dialog", "menu")
_EMBEDDED = ("twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "fb-post", "bluesky-embed")
_PARTS = ("div", "section", "ul", "ol", "li", "p", "span", "header", "article", "blockquote", "h2", "h3", "h4")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_MAY_BE_EMPTY = ("b", "blockquote", "div", "em", "i", "li", "p", "q", "section", "span", "strong", *_HEADINGS)


def cut_clutter(tree: Any) -> None:
    """Take out of a page what is beside its text.

    Its head must have been read before.
    """
    _cut(tree.iter(*_TOOLS))
    large = _Large(tree)
    _cut(element for element in tree.iter(*_BESIDE) if not large.holds(element))
    named = {e for e in tree.iter(*_PARTS) if _is_named_clutter(e) and not large.holds(e)}
    outer = [element for element in named if named.isdisjoint(element.iterancestors())]
    # where so much of a page is called clutter, the names mean something else
    if sum(map(_length_of_paragraphs, outer)) <= _MOST_NAMED * max(large.paragraphs, _MARKED_UP):
        _cut(named)
    cards = [card for heading in tree.iter(*_HEADINGS) if (card := _card_of(heading)) is not None]
    if sum(map(_length_of_paragraphs, cards)) <= LARGEST_PART * large.paragraphs:
        _cut(cards)
    _cut(element for element in tree.iter("p", "li", *_HEADINGS) if _leads_elsewhere(element))
    # trafilatura takes these out too, one by one, in quadratic time where there are many in a row
    _cut(element for element in tree.iter(*_MAY_BE_EMPTY) if not element.text and not len(element))


def stands_beside(element: Any) -> bool:
    """Return whether an element stands in a part beside the text.

    Comments, lists of other articles, a foot.
    """
    return any(
        above.tag in _BESIDE or (above.tag in _PARTS and _is_named_clutter(above))
        for above in (element, *element.iterancestors())
    )


def without_named_parts(tree: Any) -> Any:
    """Return a copy of a page without parts named comments, lists and the like."""
    copied = deepcopy(tree)
    _cut([element for element in copied.iter(*_PARTS, "aside") if element.tag == "aside" or _is_named_clutter(element)])
    return copied


class _Large:
    """Return whether a page's part holds too much text to stand beside it."""

    def __init__(self, tree: Any) -> None:
        self.paragraphs = _length_of_paragraphs(tree)
        self._text = sum(len(text.strip()) for text in tree.itertext())

    def holds(self, element: Any) -> bool:
        if not _is_longer(element, LARGEST_PART * self._text):
            return False
        # long menus hold much text, and no paragraphs
        return self.paragraphs < _MARKED_UP or _length_of_paragraphs(element) > LARGEST_PART * self.paragraphs


def _cut(elements: Iterable[Any]) -> None:
    """Take elements out, and keep what stands behind each.

    In time linear in the children of their parents.
    """
    doomed = set(elements)
    for parent in {element.getparent() for element in doomed} - {None}:
        kept, moved = None, list[str]()
        for child in list(parent):
            if child in doomed:
                moved += [child.tail] if child.tail else []
                parent.remove(child)
            else:
                _append(parent, kept, moved)
                kept, moved = child, []
        _append(parent, kept, moved)


def _append(parent: Any, kept: Any, moved: list[str]) -> None:
    """Put texts behind the last child that was kept, or first in the parent."""
    if not moved:
        return
    words = " ".join(moved)
    if kept is None:
        parent.text = f"{parent.text or ''} {words}"
    else:
        kept.tail = f"{kept.tail or ''} {words}"


def part_crowds(tree: Any) -> None:
    """Put an element's thousands of children into boxes, parted where lines end.

    Libraries take out children one by one, each time moving all the text that has gathered before it.
    """
    for parent in [e for e in tree.iter("*") if len(e) > _CROWD and e.tag not in _ROWS]:
        _part_crowd(parent)


def _part_crowd(parent: Any) -> None:
    box = None
    for count, child in enumerate(list(parent)):
        if box is None or (len(box) >= _BOX and (child.tag in _LINE_ENDS or count % (2 * _BOX) == 0)):
            box = parent.makeelement("div")
            child.addprevious(box)
        box.append(child)


def _length_of_paragraphs(element: Any) -> int:
    return sum(len(text) for p in element.iter("p") for text in p.itertext())


@cache
def _clutter() -> re.Pattern[str]:
    words = sorted(word_list("documents/page_clutter.txt"), key=len, reverse=True)
    return re.compile(rf"(?:^|-)(?:{'|'.join(words)})s?(?:-|$)")


def _is_named_clutter(element: Any) -> bool:
    if "hidden" in element.attrib or re.search(r"display\s*:\s*none", element.get("style") or ""):
        return True
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    if named == " ":
        return False
    if any(name in named for name in _EMBEDDED):
        return True
    names = named.split()
    # "hidden md:block" hides on small screens only
    if "hidden" in names and not any(re.match(r"\w+:(?:block|flex|grid|inline)", name) for name in names):
        return True
    return any(_clutter().search(_hyphened(name)) for name in names[:12])


@cache
def _humps() -> re.Pattern[str]:
    return re.compile(r"(?<=[a-z])(?=[A-Z])|[_\W]+")


def _hyphened(name: str) -> str:
    """Return a class name, however it is written (``relatedLinks``, ``related__links``), as ``related-links``."""
    return _humps().sub("-", name[:80]).lower()


def _card_of(heading: Any) -> Any | None:
    """Return the box that shows another article of the site.

    A heading that leads there, and a few lines below it.
    """
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
    """Return whether a heading's words are all its link's, or a link surrounds it."""
    return link is not heading and len("".join(heading.itertext()).split()) <= 2 * len("".join(link.itertext()).split())


def _is_longer(element: Any, most: float) -> bool:
    """Return whether an element has more characters than so many.

    No more of it is read than needed.
    """
    length = 0
    for text in element.itertext():
        length += len(text.strip())
        if length > most:
            return True
    return False


def _leads_elsewhere(element: Any) -> bool:
    """Return whether a paragraph is links alone, or a label ("Read more:") and a link."""
    away = [link for link in element.iter("a") if not (link.get("href") or "").startswith("#")]
    links = "".join(text for link in away for text in link.itertext())
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
