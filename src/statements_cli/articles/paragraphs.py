"""Classify paragraphs by form, and read what they state: day, authors, outlet."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from statements_cli.articles.lines import Line
from statements_cli.articles.metadata.bylines import read_byline, read_names
from statements_cli.articles.metadata.datelines import read_dateline
from statements_cli.articles.metadata.outlets import known_outlet, looks_like_outlet
from statements_cli.articles.metadata.stamps import Stamp, date_prefix, field_of, read_stamp
from statements_cli.articles.shapes import (
    LONGEST_FURNITURE,
    is_body,
    is_caption,
    is_furniture,
    is_heading,
    is_section,
)

HEAD_KINDS = frozenset(("stamp", "byline", "outlet", "section", "label", "url"))
BODY_KINDS = frozenset(("body", "text", "turn", "speech"))

LINK_WORDS = 5  # words of the shortest line that may be an advert; the name of its advertiser has fewer

LINKS = 2
"""How many adverts with their advertisers' names below them make a row of them."""


class Paragraph(NamedTuple):
    """A paragraph and its kind.

    ``kind`` is ``body`` or ``text`` (running text, long or short), ``heading``, ``stamp``, ``byline``,
    ``outlet``, ``section``, ``label`` (a metadata line, its field and value beside it), ``url``,
    ``caption`` or ``furniture``; in a transcript ``turn``, the label of who speaks, or ``speech``, a
    paragraph of what they say. ``words`` is the text with white space folded, empty where it is long.
    ``start`` and ``end`` are offsets into the document, ``blank`` the blank lines before. They stand here and not in
    a ``Line`` within, for a long transcript has hundreds of thousands of paragraphs.
    """

    start: int
    end: int
    blank: int
    kind: str
    words: str = ""
    stamp: Stamp | None = None
    byline: str | None = None
    field: str | None = None
    value: str | None = None


def read_forms(text: str, lines: list[Line], day_first: bool | None = None) -> list[Paragraph]:
    """Return the kind of each paragraph.

    A labelled date before other text on its line is parted from it.
    """
    paragraphs: list[Paragraph] = []
    for line in lines:
        prefix = date_prefix(text, line.start, line.end)
        if prefix:
            end, moment = prefix
            stamp = Stamp(moment, False, "")
            head = Line(line.start, end, line.blank)
            paragraphs.append(Paragraph(*head, "stamp", text[line.start : end], stamp, field="published"))
            rest = text[end : line.end]
            line = Line(end + len(rest) - len(rest.lstrip()), line.end, 0)
        paragraphs.append(read_form(text, line, day_first))
    return _without_link_rows(paragraphs)


def _without_link_rows(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Make furniture of rows of adverts between two paragraphs of text.

    Each is a line and its advertiser's name.
    """
    at = next((i for i, p in enumerate(paragraphs) if p.kind in BODY_KINDS), len(paragraphs))
    rows: set[int] = set()
    while at < len(paragraphs):
        stop = at
        while _is_link(paragraphs, stop):
            stop += 2
        if stop - at >= 2 * LINKS:
            rows.update(range(at, stop))
        at = max(stop, at + 1)
    if not rows:
        return paragraphs
    return [
        paragraph._replace(kind="furniture", field=None, value=None) if index in rows else paragraph
        for index, paragraph in enumerate(paragraphs)
    ]


def _is_link(paragraphs: list[Paragraph], at: int) -> bool:
    """Return whether a headline stands at an index, with a short name below it."""
    if at + 1 >= len(paragraphs) or paragraphs[at].kind != "heading" or paragraphs[at + 1].blank:
        return False
    if len(paragraphs[at].words.split()) < LINK_WORDS or paragraphs[at + 1].kind not in (
        "heading",
        "outlet",
        "section",
    ):
        return False
    return len(paragraphs[at + 1].words.split()) < LINK_WORDS


def read_form(text: str, line: Line, day_first: bool | None = None) -> Paragraph:
    """Return the kind of one paragraph by its form alone."""
    length = line.end - line.start
    if length > LONGEST_FURNITURE:
        caption = length <= 600 and is_caption(text[line.start : line.end])
        return Paragraph(*line, "caption" if caption else "body")
    words = " ".join(text[line.start : line.end].split())
    if words.startswith(("http", "www.")) and _address().fullmatch(words):
        return Paragraph(*line, "url", words, value=words)
    labelled = _read_label(line, words, day_first)
    if labelled:
        return labelled
    stamp = read_stamp(words, day_first)
    if stamp:
        return Paragraph(*line, "stamp", words, stamp, read_byline(words) or read_names(stamp.rest.strip(" ,|-–—")))
    byline = read_byline(words)
    if byline:
        return Paragraph(*line, "byline", words, byline=byline)
    return Paragraph(*line, _kind(text, line, words), words, value=_outlet_before_place(words))


def _kind(text: str, line: Line, words: str) -> str:
    if is_section(words):
        return "section"
    if is_furniture(words):
        return "furniture"
    if is_caption(words):
        return "caption"
    if known_outlet(words) or looks_like_outlet(words) or _outlet_before_place(words):
        return "outlet"
    if is_heading(words) and (words.isupper() or not read_dateline(words, 0, len(words))):
        return "heading"
    return "body" if is_body(text, line) else "text"


@cache
def _before_place() -> re.Pattern[str]:
    return re.compile(r"\s[-–—|/]\s|,\s")


def _outlet_before_place(words: str) -> str | None:
    """Return the outlet of a line such as "AFP - Beijing" or "Reuters, London"."""
    parts = _before_place().split(words, maxsplit=2) if len(words) <= 40 else []
    if len(parts) != 2 or not re.fullmatch(r"[A-Z][\w.]+(?: [A-Z][\w.]+)?", parts[1]):
        return None
    return known_outlet(parts[0])


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"(?:https?://|www\.)\S+")


@cache
def _label() -> re.Pattern[str]:
    return re.compile(r"\W{0,3}([A-Za-z][A-Za-z-]{1,14}(?:[ _][A-Za-z]{2,11}){0,2})\W{0,2}\s?:\W{0,3}\s(\S.*)")


def _read_label(line: Line, words: str, day_first: bool | None) -> Paragraph | None:
    match = _label().fullmatch(words) if ":" in words else None
    field = field_of(match[1]) if match else None
    if not match or not field:
        return None
    value = match[2].strip()
    if field in ("published", "updated"):
        stamp = read_stamp(words, day_first)
        return Paragraph(*line, "stamp", words, stamp, field=field) if stamp else None
    if field == "url" and not _address().fullmatch(value):
        return None
    if field == "source" and _address().fullmatch(value):
        field = "url"
    if field in ("source", "outlet"):
        if not known_outlet(value) and not looks_like_outlet(value) and (field == "source" or len(value) > 30):
            return None
        field = "outlet"
    if field == "byline" and len(value.split()) > 12:
        return None
    if field in ("other", "language") and (len(value) > 60 or value.endswith((".", "”", '"'))):
        return None
    return Paragraph(*line, "label", words, byline=value if field == "byline" else None, field=field, value=value)
