"""Mark the line of a head that carries the day beside other things."""

from __future__ import annotations

from statements_cli.articles.lines import Line
from statements_cli.articles.metadata.loose_stamps import lost_break, read_loose_stamp, read_yearless
from statements_cli.articles.metadata.stamps import Stamp, read_stamp
from statements_cli.articles.paragraphs import BODY_KINDS, Paragraph, read_form

LONGEST_HEAD = 40
"""Paragraphs from the beginning among which the line is looked for."""
MOST_DECKS = 2
"""Sentences between headline and text below which it is looked for."""
_UNDATED = frozenset(("body", "caption", "url", "turn", "speech"))
"""Kinds of paragraphs that are no line of a head, or state no day of publication."""
LONGEST_SCRAP = 3
"""Words of a scrap of the page among the lines of a head."""


def mark_day(text: str, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs with the line that carries a head's day as a stamp.

    A line with day, month and year comes before one without the year. A head that has a time stamp keeps it; scraps of
    the page above the day, such as ``by`` on a line of its own, become furniture.
    """
    top = _top(paragraphs)
    at = next((index for index in top if paragraphs[index].kind == "stamp"), None)
    if at is None:
        paragraphs = _with_day(text, paragraphs, top)
        at = next((index for index in top if paragraphs[index].kind == "stamp"), None)
    if at is None or not any(_is_scrap(paragraph) for paragraph in paragraphs[1:at]):
        return paragraphs
    lines = [one._replace(kind="furniture") if _is_scrap(one) else one for one in paragraphs[1:at]]
    return [*paragraphs[:1], *lines, *paragraphs[at:]]


def _with_day(text: str, paragraphs: list[Paragraph], top: range) -> list[Paragraph]:
    for index in top:
        paragraph = paragraphs[index]
        broken = lost_break(text, paragraph.start, paragraph.end) if paragraph.words else None
        if broken is not None and index + 1 < len(paragraphs):
            return [*paragraphs[:index], *_parted(text, paragraph, broken), *paragraphs[index + 1 :]]
    for read in (read_loose_stamp, _yearless_stamp):
        for index in top:
            paragraph = paragraphs[index]
            stamp = read(paragraph.words) if paragraph.kind not in _UNDATED else None
            if stamp is None or not (index or (stamp.moment and stamp.moment.time)):
                continue
            if _is_above_text(paragraphs, index):
                marked = paragraph._replace(kind="stamp", stamp=stamp, value=None)
                return [*paragraphs[:index], marked, *paragraphs[index + 1 :]]
    return paragraphs


def _top(paragraphs: list[Paragraph]) -> range:
    """Return the indexes of a head's lines and decks."""
    decks = 0
    for index, paragraph in enumerate(paragraphs[:LONGEST_HEAD]):
        if paragraph.kind in ("turn", "speech") or (paragraph.kind == "body" and not paragraph.words):
            return range(index)
        decks += paragraph.kind == "body" or (paragraph.kind == "text" and not _is_scrap(paragraph))
        if decks > MOST_DECKS:
            return range(index)
    return range(min(len(paragraphs), LONGEST_HEAD))


def _is_scrap(paragraph: Paragraph) -> bool:
    """Return whether a line is a scrap of a page, neither heading nor sentence.

    For example: ``by``, ``share,``.
    """
    words = paragraph.words
    return paragraph.kind == "text" and len(words.split()) <= LONGEST_SCRAP and words[-1:] not in tuple('.!?”"’')


def _is_above_text(paragraphs: list[Paragraph], index: int) -> bool:
    """Return whether a line stands above most of the text.

    Below it stand comments and links with days of their own.
    """
    return _text_in(paragraphs[:index]) < _text_in(paragraphs[index + 1 :])


def _text_in(paragraphs: list[Paragraph]) -> int:
    """Return the characters of running text in some paragraphs."""
    return sum(paragraph.end - paragraph.start for paragraph in paragraphs if paragraph.kind in BODY_KINDS)


def _yearless_stamp(words: str) -> Stamp | None:
    moment = read_yearless(words)
    return Stamp(moment, False, "") if moment is not None else None


def _parted(text: str, paragraph: Paragraph, at: int) -> tuple[Paragraph, Paragraph]:
    """Return a paragraph and the time stamp that ran on behind it."""
    before = Line(paragraph.start, at, paragraph.blank)
    words = " ".join(text[at : paragraph.end].split())
    return (
        read_form(text, before),
        Paragraph(at, paragraph.end, 0, "stamp", words, read_stamp(words)),
    )
