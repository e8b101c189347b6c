"""Turn a candidate's spans of tokens into an attribution's spans of characters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from statements_cli.attribution.bounds.regions import Regions
from statements_cli.attribution.candidate import AttributionCandidate
from statements_cli.attribution.labelling.first_pass import TokenSpan
from statements_cli.attribution.labelling.token_columns import Columns
from statements_cli.model import Attribution, Clue, Kind, Span, Spans

MARKS = '"“”„‟«»「」『』〝〞＂'
EDGES = " \t\r\n\u00a0,;:—–"
DASH = "--"
VERBATIM = ((Clue("post"),), (Clue("answer"),))  # the speaker's own words, whatever marks they have
PUNCTUATION = 4  # the shape of a token that is none of letters and digits


@cache
def _introduction() -> re.Pattern[str]:
    return re.compile(r"(?:[,;:\s]*that[,\s]+)(?=\S)", re.IGNORECASE)


def to_attribution(made: Columns, regions: Regions, candidate: AttributionCandidate) -> Attribution:
    """Return the attribution in characters of the text.

    Outer marks, an introducing "that" and, unless all is quoted, the sentence's full stop left out.
    """
    tokens = made.tokens
    verbatim = candidate.evidence[:1] in VERBATIM
    kind = "direct" if verbatim else kind_of(made, candidate.content)
    said = candidate.content if kind == "direct" else _without_stop(made, candidate.content)
    content = tuple([
        trimmed
        for number, span in enumerate(_characters(made, _by_mark(regions, said)))
        if (trimmed := trim(tokens.text, span, regions, first=number == 0)) is not None
    ])  # fmt: skip
    if not content:  # nothing but marks and commas
        content = _characters(made, candidate.content)
    quotes = content if kind == "direct" else ()
    if kind == "mixed":
        quotes = _quotes(regions, candidate.content, content)
    if kind == "mixed" and not quotes:
        kind = "indirect"
    return Attribution(
        content=content,
        quotes=quotes,
        cue=_cue(tokens.text, _characters(made, candidate.cue)),
        source=_characters(made, candidate.source),
        kind=kind,
        confidence=round(candidate.probability, 3),
        evidence=candidate.evidence,
        worth=round(candidate.worth if candidate.either is None else candidate.either, 3),
    )


def _without_stop(made: Columns, content: tuple[TokenSpan, ...]) -> tuple[TokenSpan, ...]:
    start, end = content[-1]
    ends = [made.tokens.word(i) == "." for i in range(max(start, end - 2), end)]
    if ends == [False, True] and not made.marks[end - 1]:  # of several the words left out stand for them
        return (*content[:-1], (start, end - 1))
    return content


def _cue(text: str, spans: Spans) -> Spans:
    """Return the words of a cue without the colon or comma after them.

    A colon alone stays, for it is the cue.
    """
    return tuple([(start, end - (end > start + 1 and text[end - 1] in ":,")) for start, end in spans])


def kind_of(made: Columns, content: Iterable[TokenSpan]) -> Kind:
    """Return direct where all content stands between quotation marks, mixed where some does."""
    inside = outside = 0
    first = True
    tokens = made.tokens
    for start, end in content:
        for i in range(start, end):
            if tokens.shapes[i] == PUNCTUATION:
                continue
            if made.marks[i]:
                inside += 1
            elif not (first and tokens.word(i).lower() == "that"):
                outside += 1
            first = False
    if inside and not outside:
        return "direct"
    return "mixed" if inside else "indirect"


def trim(text: str, span: Span, regions: Regions, *, first: bool) -> Span | None:
    """Return a span without its quotation marks, leading "that", and outer commas and dashes."""
    start, end = span
    if first and (match := _introduction().match(text, start, end)):
        start = match.end()
    while True:
        before = (start, end)
        while start < end and (text[start] in EDGES or text.startswith(DASH, start, end)):
            start += 1 if text[start] in EDGES else len(DASH)
        while start < end and (text[end - 1] in EDGES or text.endswith(DASH, start, end)):
            end -= 1 if text[end - 1] in EDGES else len(DASH)
        if start < end:
            start, end = _unwrapped(text, start, end, regions)
        if (start, end) == before or start >= end:
            return (start, end) if start < end else None


def _by_mark(regions: Regions, content: Iterable[TokenSpan]) -> list[TokenSpan]:
    """Return the content parted where a later paragraph of a quotation reopens it.

    Its marks are outer ones too.
    """
    parts = []
    for start, end in content:
        for number in regions.of(((start, end),)):
            reopened = regions.spans[number][0]
            quotation = regions.quotations[number]
            if quotation.continues and quotation.inner[0] > quotation.outer[0] and start < reopened < end:
                parts.append((start, reopened))
                start = reopened
        parts.append((start, end))
    return parts


def _unwrapped(text: str, start: int, end: int, regions: Regions) -> Span:
    """Return a stretch without the marks of a quotation that holds all of it."""
    opened = regions.opened_at(start)
    if opened is not None and opened.inner[0] > start:
        if opened.closed and opened.outer[1] == end:
            return opened.inner
        if end <= opened.inner[1]:
            return opened.inner[0], end
        if opened.closed:
            return start, end
    if not _wrapped(text, start, end):
        return start, end
    return start + 1, end - (text[end - 1] in MARKS or text[end - 1] in "'’")


def _wrapped(text: str, start: int, end: int) -> bool:
    """Return whether one pair of marks encloses the whole stretch."""
    opening, closing = text[start], text[end - 1]
    if opening in "‘'":
        return closing in "’'" and end - start > 2 and not any(mark in text[start + 1 : end - 1] for mark in "‘")
    if opening not in MARKS:
        return False
    inner = text[start + 1 : end - 1]
    if opening == '"':
        return '"' not in inner
    return not any(mark in inner for mark in "“„«「『")


def _characters(made: Columns, spans: Iterable[TokenSpan]) -> Spans:
    starts, ends = made.tokens.starts, made.tokens.ends
    return tuple([(starts[a], ends[b - 1]) for a, b in spans])


def _quotes(regions: Regions, tokens: Iterable[TokenSpan], content: Spans) -> Spans:
    """Return the verbatim pieces inside the content, without their marks."""
    pieces = []
    for number in regions.of(tokens):
        inner = regions.quotations[number].inner
        for start, end in content:
            piece = (max(start, inner[0]), min(end, inner[1]))
            while piece[0] < piece[1] and regions.text[piece[1] - 1] in EDGES:
                piece = (piece[0], piece[1] - 1)
            if piece[0] < piece[1]:
                pieces.append(piece)
    return tuple(pieces)
