"""Read the head of an article: headline, byline, outlet lines and time stamps."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile

from statements_cli.articles.metadata.bylines import is_job, read_names
from statements_cli.articles.metadata.loose_stamps import read_loose_stamp
from statements_cli.articles.metadata.outlets import fold, known_outlet, looks_like_outlet, outlet_name
from statements_cli.articles.metadata.stamps import Stamp, read_stamp, says_nothing
from statements_cli.articles.paragraphs import BODY_KINDS, HEAD_KINDS, Paragraph
from statements_cli.articles.shapes import LONGEST_HEADING, ends_open
from statements_cli.model import BlockRole, Span

TITLED = 5
"""Lines below a first line that ends as a sentence does among which a byline and a day make it a headline."""

SHORTEST_HEADLINE = 4
"""Words of a headline whose form is none of a heading's."""

LINES_BELOW = 6
"""Lines below a sentence of the head among which a byline or time stamp stands; two where sentences are among them."""

LONGEST_SITE_NAME = 3
"""Words of a site's name behind a headline, where the name isn't known."""

LONGEST_HEAD = 40
"""Paragraphs before the first one of running text that are looked at as an article's head, but for its menu."""

LONGEST_MENU = 400
"""Paragraphs of a head and the menu in it."""


class Head:
    """What stands above an article's text; ``roles`` by paragraph index, ``length`` in paragraphs."""

    def __init__(self) -> None:
        self.length = 0
        self.headline: Span | None = None
        self.title: str | None = None
        self.byline: str | None = None
        self.outlet: str | None = None
        self.outlet_known = False
        self.url: str | None = None
        self.stamps: list[tuple[Stamp, bool]] = []
        self.roles: dict[int, BlockRole] = {}


def read_head(text: str, paragraphs: list[Paragraph], title: str | None = None) -> Head:
    """Return the head of an article.

    Each stamp goes with whether it is metadata (ISO or a labelled line).

    ``title`` is the headline where the document's format says it; a first paragraph that has it is one,
    whatever its form.
    """
    head = Head()
    titled = _opens_head(paragraphs) if title is None else _is_title(text, paragraphs, title)
    if titled:
        paragraphs = [paragraphs[0]._replace(kind="heading"), *paragraphs[1:]]
    entries = 0
    for index, paragraph in enumerate(paragraphs[:LONGEST_MENU]):
        if paragraph.kind in BODY_KINDS and not _is_deck(paragraphs, index):
            break
        entries += not _is_menu(paragraph)
        if entries > LONGEST_HEAD:
            break
        head.length += 1
    if head.length == len(paragraphs) and not any(p.kind in HEAD_KINDS for p in paragraphs):
        head.length = 0  # lines without full stops are all there is: they are the text
    top = paragraphs[: head.length]
    headline = 0 if titled and top else _choose_headline(top)
    for index, paragraph in enumerate(top):
        head.roles[index] = _read_line(head, top, index, paragraph, headline)
    if headline is not None:
        whole = top[headline].start, top[headline].end
        head.headline = whole if titled else _headline_span(text, top[headline], head)
        labelled = top[headline].value if top[headline].field == "headline" else None
        shown = text[slice(*head.headline)]
        head.title = labelled if labelled and not labelled.startswith(shown) else shown
    return head


def _is_title(text: str, paragraphs: list[Paragraph], title: str) -> bool:
    first = text[paragraphs[0].start : min(paragraphs[0].end, paragraphs[0].start + 2 * len(title))]
    return " ".join(first.split()) == " ".join(title.split())


def _is_menu(paragraph: Paragraph) -> bool:
    """Return whether a line may be an entry of a page's menu.

    A section, or a heading of at most three words.
    """
    return paragraph.kind == "section" or (paragraph.kind == "heading" and len(paragraph.words.split()) <= 3)


def _opens_head(paragraphs: list[Paragraph]) -> bool:
    """Return whether the first line, a sentence or two, is a headline.

    Lines of a head follow it, a day among them, perhaps below a sentence of their own.
    """
    if paragraphs[0].kind not in ("body", "text") or not 0 < len(paragraphs[0].words) <= LONGEST_HEADING:
        return False
    if _is_damaged_headline(paragraphs[0]):
        lines = HEAD_KINDS | {"heading", "furniture"}
        below = list(takewhile(lambda p: p.kind in lines, paragraphs[1 : 1 + TITLED]))
        if any(p.kind == "stamp" for p in below) and len(paragraphs) > len(below) + 1:
            return True
    first = 2 if paragraphs[1:] and paragraphs[1].kind in ("body", "text") and paragraphs[1].words else 1
    below = list(takewhile(lambda p: p.kind in HEAD_KINDS, paragraphs[first : 1 + TITLED]))
    return len(below) >= 2 and any(p.kind == "stamp" for p in below) and len(paragraphs) > len(below) + first


def _is_damaged_headline(paragraph: Paragraph) -> bool:
    """Return whether a line may be a headline but for its marks.

    For example: ``Talks go on near the coast "?envoy``.
    """
    words = paragraph.words
    return paragraph.kind == "text" and ends_open(words) and len(words.split()) >= SHORTEST_HEADLINE


def _is_deck(paragraphs: list[Paragraph], index: int) -> bool:
    """Return whether a sentence or two part the headline from its byline or time stamp."""
    paragraph = paragraphs[index]
    above = any(p.kind == "heading" for p in paragraphs[:index])
    lines = takewhile(lambda p: p.kind not in BODY_KINDS, paragraphs[index + 1 : index + 1 + LINES_BELOW])
    below = any(p.kind in ("byline", "stamp") for p in (*paragraphs[index + 1 : index + 3], *lines))
    dated = any(p.kind in ("byline", "stamp") for p in paragraphs[:index])
    return above and below and not dated and bool(paragraph.words)


def read_again(head: Head, paragraphs: list[Paragraph], day_first: bool | None) -> None:
    """Read the head's time stamps again, with the order of day and month known."""
    lines = [p for p in paragraphs[: head.length] if p.kind == "stamp" and p.stamp]
    stamps = [
        (read_stamp(p.words, day_first) or read_loose_stamp(p.words, day_first), metadata)
        for p, (_, metadata) in zip(lines, head.stamps, strict=True)
    ]
    head.stamps = [(stamp, metadata) for stamp, metadata in stamps if stamp]


def _choose_headline(top: list[Paragraph]) -> int | None:
    """Return the headline among the headings of a head.

    The first of the last group before byline and time stamp.

    Lines of another kind (outlet, section) part groups: a page's name and its last headline may stand
    above. A line of fewer than four words gives way to a longer one in its group, being a kicker.
    """
    labelled = [i for i, p in enumerate(top) if p.field == "headline"]
    if labelled:
        return labelled[0]
    headings = [i for i, p in enumerate(top) if p.kind == "heading"]
    if not headings:
        return None
    anchors = [i for i, p in enumerate(top) if p.kind in ("byline", "stamp") and i > headings[0]]
    limit = anchors[0] if anchors else len(top)
    groups: list[list[int]] = []
    for index in headings:
        if index > limit:
            break
        if not groups or index != groups[-1][-1] + 1:
            groups.append([])
        groups[-1].append(index)
    for group in reversed(groups):
        for index in group:
            if len(top[index].words.split()) >= 4 and not (index and read_names(top[index].words)):
                return index
    return groups[0][0]


def _read_line(head: Head, top: list[Paragraph], index: int, paragraph: Paragraph, headline: int | None) -> BlockRole:
    if index == headline:
        return "headline"
    words, is_outlet = paragraph.words, False
    if paragraph.kind == "stamp" and paragraph.stamp:
        head.stamps.append((paragraph.stamp, bool(_metadata().search(words))))
        rest = paragraph.stamp.rest.strip(" |,-–—•·()[]")
        if known_outlet(rest) and not says_nothing(rest):  # "ET" is a time zone there
            _take_outlet(head, rest, known=True)
            is_outlet = rest == paragraph.byline  # "Al Jazeera, February 7, 2017"
    if paragraph.byline and not is_outlet:
        _take_byline(head, paragraph.byline)
    if paragraph.kind == "label" and paragraph.field == "outlet" and paragraph.value:
        _take_outlet(head, paragraph.value, known=True)
    if paragraph.kind == "outlet":
        name = paragraph.value or words
        _take_outlet(head, name, known=bool(known_outlet(name)) or looks_like_outlet(name))
    if (paragraph.kind == "url" or paragraph.field == "url") and paragraph.value:
        head.url = head.url or paragraph.value
    if paragraph.kind in BODY_KINDS:
        return "standfirst"
    if paragraph.kind != "heading":
        return "furniture"
    return _read_heading(head, top, index, words, headline)


@cache
def _metadata() -> re.Pattern[str]:
    """Match what programs write and people don't: ISO days and date fields."""
    return re.compile(r"\b\d{4}-\d\d-\d\d|^\W*(?:\w+ )?date\b|^\W*pubdate\b", re.IGNORECASE)


def _read_heading(head: Head, top: list[Paragraph], index: int, words: str, headline: int | None) -> BlockRole:
    """Return a heading that isn't the headline.

    Authors, an unknown outlet, a standfirst, an old headline.
    """
    if headline is None or index < headline or fold(words) == fold(top[headline].words):
        return "furniture"
    if head.byline and is_job(words):
        return "furniture"
    names = read_names(words)
    if head.byline and fold(words) in fold(head.byline):
        return "furniture"
    if names and not head.byline and _is_near(top, headline, index):
        _take_byline(head, names)
        return "furniture"
    next_kind = top[index + 1].kind if index + 1 < len(top) else ""
    if index == headline + 1 and next_kind in ("stamp", "byline") and len(words.split()) <= 3:
        _take_outlet(head, words, known=False)
        return "furniture"
    return "standfirst" if ends_open(words) or words[-1] == ";" else "paragraph"


def _is_near(top: list[Paragraph], headline: int, index: int) -> bool:
    """Return whether only an outlet or standfirst stands between a line and the headline above."""
    return index - headline <= 3 and all(p.kind in ("outlet", "heading") for p in top[headline + 1 : index])


def _take_byline(head: Head, names: str) -> None:
    outlet = known_outlet(names)
    if outlet and not head.outlet:
        _take_outlet(head, names, known=True)
    head.byline = head.byline or names.removeprefix("By ")


def _take_outlet(head: Head, words: str, known: bool) -> None:
    # the line nearest the text is the paper's; one that is known counts for more than one that isn't
    if head.outlet is None or known or not head.outlet_known:
        head.outlet, head.outlet_known = outlet_name(words), known


def _headline_span(text: str, paragraph: Paragraph, head: Head) -> Span:
    """Return the headline without the site's name that pages add: "... | Al Bawaba"."""
    start, end = paragraph.start, paragraph.end
    if paragraph.field == "headline" and paragraph.value:
        after = text[text.index(":", start) + 1 : end]
        value = after.strip().strip("\"'")
        start = end - len(after) + after.index(value)
        end = start + len(value)
    match = _site_name().search(text[start:end])
    if not match:
        return start, end
    suffix = match[2]
    if known_outlet(suffix) or (head.outlet and fold(suffix) == fold(head.outlet)) or (
        "|" in match[0] and looks_like_outlet(suffix)
    ):  # fmt: skip
        if not head.outlet:
            _take_outlet(head, suffix, known=True)
        return start, start + match.start()
    return start, start + match.start() if match[1] == ":" and _is_name(suffix) else end


@cache
def _site_name() -> re.Pattern[str]:
    """Match what parts a headline from the name of the site behind it."""
    return re.compile(r"(?<!\s)\s++([|–—:-]|::)\s++([^|]{2,40})$")


def _is_name(words: str) -> bool:
    """Return whether words may be a name, none of a site behind a colon."""
    return len(words.split()) <= LONGEST_SITE_NAME and all(word[0].isupper() for word in words.split())
