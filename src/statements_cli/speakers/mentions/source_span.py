"""Find the one span that names an attribution's source."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from statements_cli.model import Attribution, Span
from statements_cli.speakers.mentions.person_named import body_begun
from statements_cli.speakers.mentions.source_mention import read_mention
from statements_cli.speakers.mentions.subject_span import brought_in, subject_of
from statements_cli.speakers.names.capitalised_runs import MentionScan

_REACH = 60  # characters of a name cut off that a source is lengthened by
_LONGEST = 600  # characters of a source that are read
_COMMA = 4  # characters between a name and what explains it
_JOINED = 3  # characters between two pieces of one mention
_RANK = {"person": 0, "pronoun": 0, "name": 1, "both": 1, "nominal": 2, "relative": 3, "none": 4}


def source_of(attribution: Attribution, scan: MentionScan) -> Span | None:
    """Return where the source is named, None where it is not.

    Of several pieces the one that reads most like a source, then the nearest to the cue, is taken;
    one that begins or ends inside a word or a name is lengthened to hold it whole.
    """
    pieces = [piece for piece in _pieces(attribution.source, len(scan.text)) if piece[0] < piece[1]]
    if not pieces:
        return None
    if len(pieces) == 1:
        return _with_name(subject_of(_whole(pieces[0], attribution, scan), attribution, scan), attribution, scan)
    cue = attribution.cue[0][0] if attribution.cue else pieces[0][0]
    mended = [_whole(piece, attribution, scan) for piece in pieces]
    text = scan.text
    before = [span for span in mended if not (span[1] <= cue and brought_in(span, text))] or mended
    nearest = min(before, key=lambda span: (_RANK[read_mention(text[slice(*span)]).kind], abs(span[0] - cue)))
    return _with_name(subject_of(nearest, attribution, scan), attribution, scan)


def _with_name(span: Span, attribution: Attribution, scan: MentionScan) -> Span:
    """Lengthen a description by the name that it explains.

    For example: "Pyotr Tolstoy, {Vice-Speaker of the Duma} said". The name must be a person's in full, and
    none within what was said.
    """
    start, text = span[0], scan.text
    before = text[max(0, start - _COMMA) : start].rstrip(" -")
    if before[-1:] != "," or not _explains(text[slice(*span)]):
        return span
    at = start - _COMMA + len(before) - 1 if start >= _COMMA else len(before) - 1
    place = bisect_right(scan.runs, (at,)) - 1
    low, high = scan.runs[place][:2] if place >= 0 else (at, at)
    if high != at or any(first <= low < last for first, last in attribution.content):
        return span
    named = read_mention(text[low:high])
    return (low, span[1]) if named.kind == "person" and " " in text[low:high] else span


def _explains(words: str) -> bool:
    """Return whether a source may explain a name: no name, no "the spokesman"."""
    mention = read_mention(words)
    return mention.kind in ("nominal", "name") and words[:4].lower() != "the " and " " in words


def _pieces(spans: tuple[Span, ...], size: int) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        start, end = max(0, min(start, size)), max(0, min(end, size))
        if joined and start - joined[-1][1] <= _JOINED:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


@cache
def _domain() -> re.Pattern[str]:
    """Match how the name of a website ends, whose stop ends no sentence."""
    return re.compile(r"\.(?:com?|org|net|gov|edu|de|fr|ie|ru)(?:\.(?:au|in|nz|uk|za))?\b(?!\.\w)")


def _whole(span: Span, attribution: Attribution, scan: MentionScan) -> Span:
    """Lengthen a span that begins or ends inside a word or name ("Hong Kong").

    It does not reach over its cue: "Said [Ann Moe]".
    """
    start, end = span
    text = scan.text
    while end < len(text) and end - span[1] < 24 and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while start and span[0] - start < 24 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    domain = _domain().match(text, end) if text[end : end + 1] == "." and text[end + 1 : end + 2].islower() else None
    end = end if domain is None else domain.end()
    if text[start : start + 1].isupper():
        place = bisect_right(scan.runs, (start,)) - 1
        low, high = scan.runs[place][:2] if place >= 0 else (start, start)
        said = any(first <= low < last for first, last in attribution.cue)
        if start - _REACH <= low < start < high and not said:
            start = low
        begun = body_begun(text, start, span[1])
        start = start if begun is None else begun
    return start, min(end, start + _LONGEST)
