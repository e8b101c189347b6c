"""Mend attributions in which a medium that quotes was taken for what it quotes.

``[The dam will hold], {Moe} was <quoted as saying> by Interfax`` may be found with "by Interfax" for its content,
``{a memo} seen by Reuters <said>`` or ``{Moe} was quoted by Interfax as <saying>`` with the medium for its source.
"""

from __future__ import annotations

from functools import cache
from re import Pattern

from statements_cli.data import word_set
from statements_cli.model import Attribution, Kind, Span, Spans
from statements_cli.provenance.noun_heads import document_of, words_of
from statements_cli.text.straight_marks import straight

BACK = 600
"""Characters before a source in which what it is quoted as saying is looked for."""

_FEW = 3  # words of the shortest content without quotation marks
_PASSIVE = ("was", "were", "is", "are", "been", "being")
_PHRASE = (
    r"(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Tt]wo|[Ss]everal|[Ii]ts|[Hh]is|[Hh]er) )?"
    r"(?:(?!(?:that|and|but|according|to|in|the|an?) )[\w’'-]++(?>(?:\.\w++)*)\.?+ ){0,6}?[\w’'-]++"
)


@cache
def _by() -> Pattern[str]:
    import re

    return re.compile(r"(?:as\s+saying\s+)?(?:by|in|on)\s+(?:the\s+)?(?:[a-z][\w-]*\s+){0,5}[A-Z]")


@cache
def _read_by() -> Pattern[str]:
    """Match a noun phrase before who has read or quotes what it names."""
    import re

    return re.compile(
        rf"(?<![\w’'.-])(?P<phrase>{_PHRASE})\s+(?:(?P<quoted>(?:{'|'.join(_PASSIVE)})\s+(?:also\s+|later\s+)?(?:quoted|cited)"
        r"\s+(?:by|in))|(?:obtained|seen|viewed|reviewed|examined)\s+(?:first\s+|exclusively\s+)?by)\s+(?:the\s+)?$"
    )


@cache
def _quoted_in() -> Pattern[str]:
    """Match who is quoted where, before ``saying``."""
    import re

    return re.compile(
        rf"(?<![\w’'.-])(?P<phrase>{_PHRASE})\s+(?:{'|'.join(_PASSIVE)})\s+(?:also\s+|later\s+)?(?:quoted|cited)\s+(?:by|in)\s+"
        r"[^.;:“”\"\n]{2,90}\sas\s+$"
    )


@cache
def _that() -> Pattern[str]:
    """Match the unnamed whom a medium cites, up to what they say."""
    import re

    return re.compile(r"(?:citing\s+)?[^.;:\"\n]{2,160}?(?<![\s,]),?\s+that\s+")


def mended(text: str, attribution: Attribution) -> Attribution:
    """Return the attribution with content and source that a quoting medium has displaced."""
    if not attribution.cue or not attribution.content:
        return attribution
    cue = words_of(text, attribution.cue).lower()
    if "quoted" in cue or "cited" in cue:
        return _said_before(text, attribution)
    if "citing" in cue or text.startswith("citing ", attribution.content[0][0]):
        return _after_that(text, attribution)
    return _read(text, attribution)


def _said_before(text: str, attribution: Attribution) -> Attribution:
    """Return with the words before the source for content.

    Only where what follows the cue is by whom it is quoted.
    """
    start, end = attribution.content[0]
    passive = set(_PASSIVE) & set(words_of(text, attribution.cue).lower().split())
    if not passive or not attribution.source or start < attribution.source[-1][1]:
        return attribution
    if len(attribution.content) > 1 or attribution.quotes or _by().match(text, start, end) is None:
        return attribution
    span = _sentence_before(text, attribution.source[0][0])
    if span is None:
        return attribution
    quotes = _quotations(text, span)
    kind: Kind = "mixed" if quotes else "indirect"
    if len(quotes) == 1 and quotes[0][1] - quotes[0][0] + 3 >= span[1] - span[0]:
        span, kind = quotes[0], "direct"
    if kind == "indirect" and len(text[slice(*span)].split()) < _FEW:
        return attribution
    return attribution._replace(content=(span,), quotes=quotes, kind=kind)


def _sentence_before(text: str, end: int) -> Span | None:
    """Return the beginning of a sentence up to the comma before an offset.

    None where no comma stands there.
    """
    low = max(0, end - BACK)
    before = text[low:end].rstrip()
    if not before.rstrip('"”’').endswith(",") and not before.endswith((",", ',"', ",”")):
        return None
    import re

    starts = [found.end() for found in re.finditer(r"[.!?][\"”’)]?\s+(?=[A-Z“\"‘])|\n\s*", before)]
    start = low + (starts[-1] if starts else 0)
    stop = low + len(before)
    while stop > start and text[stop - 1] in " ,":
        stop -= 1
    return (start, stop) if stop > start else None


def _quotations(text: str, span: Span) -> Spans:
    """Return the spans inside double quotation marks, a closing comma left out."""
    import re

    found = []
    for match in re.finditer(r"[“\"]([^“”\"\n]+)[”\"]", text[slice(*span)]):
        start, end = span[0] + match.start(1), span[0] + match.end(1)
        found.append((start, end - 1 if text[end - 1] == "," else end))
    return tuple(found)


def _after_that(text: str, attribution: Attribution) -> Attribution:
    """Return without the unnamed whom a medium cites: ``Reuters reported, citing [two diplomats, that ...]``."""
    start, end = attribution.content[0]
    unnamed = word_set("names/unnamed_words.txt")
    if unnamed.isdisjoint(text[start:end].lower().replace(",", "").split()):
        return attribution
    match = _that().match(straight(text[start:end]))
    if match is None or unnamed.isdisjoint(match.group().lower().replace(",", "").split()):
        return attribution
    behind = start + match.end()
    if behind >= end or any(quote[0] < behind for quote in attribution.quotes):
        return attribution
    return attribution._replace(content=((behind, end), *attribution.content[1:]))


def _follows_preposition(before: str) -> bool:
    """Return whether words end with "by" or "in", as all do that ``_read_by`` matches."""
    last = before.rsplit(None, 2)[-2:]
    return bool(last) and (last[-1] in ("by", "in") or (last[-1] == "the" and last[0] in ("by", "in")))


def _read(text: str, attribution: Attribution) -> Attribution:
    """Return with the memo that a medium has seen, or whom it quotes."""
    if attribution.source:
        first, last = attribution.source[0]
        words = text[first:last]
        at = words.find("citing ") if "citing " in words else -1
        if at == 0 or (at > 0 and words[:at].rstrip().endswith(("reports", "report", "media", "agencies", "agency"))):
            return attribution._replace(source=((first + at + len("citing "), last), *attribution.source[1:]))
        low = max(0, first - 160)
        match = _read_by().search(text, low, first) if _follows_preposition(text[low:first]) else None
        if match is None or any(start <= match.start() < end for start, end in attribution.content):
            return attribution
        span = match.span("phrase")
        if not match["quoted"] and document_of(match["phrase"]) is None:
            return attribution
        return attribution._replace(source=(span if match["quoted"] else (span[0], last),))
    if words_of(text, attribution.cue).lower() != "saying":
        return attribution
    at = attribution.cue[0][0]
    low = max(0, at - 240)
    match = _quoted_in().search(text, low, at) if text[low:at].split()[-1:] == ["as"] else None
    return attribution if match is None else attribution._replace(source=(match.span("phrase"),))
