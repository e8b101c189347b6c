"""Find quotations by the direction of each mark, never by counting.

A mark opens or closes by what stands beside it, so that straight and curly marks mix, a mark that is
never closed spoils only its own quotation, and an apostrophe is no mark. A quotation over several
paragraphs, each reopened and only the last closed, is a row of quotations of which all but the first
``continues``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from statements_cli.model import Span

OPENING = "“„‟«「『〝《"
CLOSING = "”»」』〞》"
LEFT_OF_OPENING = "([{—–-/…,:;"
RIGHT_OF_CLOSING = ")]}.,;:!?…—–-/"


class Quotation(NamedTuple):
    """A stretch between quotation marks.

    ``outer`` holds the marks, ``inner`` does not. ``closed`` is false where no closing mark stands: the
    quotation then ends with its paragraph or sentence. ``continues`` is true for the later paragraphs
    of a quotation; ``depth`` is 1 for one inside another.
    """

    outer: Span
    inner: Span
    closed: bool = True
    continues: bool = False
    depth: int = 0


class _Mark(NamedTuple):
    start: int
    end: int
    opens: bool
    closes: bool
    family: str  # marks of one family close each other


_PATTERNS = {
    "double, of one character": r"[\"“”„‟«»「」『』〝〞＂]",
    "double": r"[\"“”„‟«»「」『』〝〞＂]|(?<!['\w])''(?!')|(?<=[\w.,?!…])''(?!')|``",
    "single": r"['‘’‚]",
    # 's, 't, '90s, 'em: an apostrophe, whichever way it was typed
    "apostrophe": r"(?i:s|t|re|ve|ll|d|m|em|til|tis|twas|cause|n)\b|\d\ds?\b",
    "closing single": r"(?<=[.,!?…])['’](?!\w)|(?<=\s)[‘'](?=\w)",
    "clause end": r"[,;:](?=\s)|[.!?][\"”’')\]]*(?=\s|$)",
    "sentence end": r"[.!?][\"”’')\]]*(?=\s|$)",
}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Match one pattern, compiled when it is first needed."""
    return re.compile(_PATTERNS[name])


def find_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """Return the quotations of paragraphs, in text order, nested ones with their depth."""
    found: list[Quotation] = []
    left_open = ""
    for start, end in paragraphs:
        doubles, left_open = _doubles(text, start, end, left_open)
        found += _nested(doubles, _singles(text, start, end))
    return tuple(found)


def _double_marks(text: str, start: int, end: int) -> list[_Mark]:
    marks = []
    twofold = text.find("''", start, end) >= 0 or text.find("``", start, end) >= 0
    for match in _pattern("double" if twofold else "double, of one character").finditer(text, start, end):
        at, stop, sign = match.start(), match.end(), match.group()
        before = text[at - 1] if at > start else " "
        after = text[stop] if stop < end else " "
        left = before.isspace() or before in LEFT_OF_OPENING or before in OPENING or before in "‘'"
        right = after.isspace() or after in RIGHT_OF_CLOSING or after in CLOSING or after in "’'"
        if sign in "「」『』":
            marks.append(_Mark(at, stop, sign in OPENING, sign in CLOSING, sign if sign in OPENING else _opener(sign)))
            continue
        family = "«" if sign in "«»" else '"'
        if sign in OPENING or sign == "``":
            # typed backwards, or the German closing mark: it leans on the word before it
            marks.append(_Mark(at, stop, left or not right, right and not left, family))
        elif sign in CLOSING:
            marks.append(_Mark(at, stop, left and not right, right or not left, family))
        elif left == right:  # ``,"`` before a space closes, ``"…`` after one opens
            spaced = (before.isspace(), after.isspace())
            marks.append(_Mark(at, stop, spaced != (False, True), spaced != (True, False), family))
        else:
            marks.append(_Mark(at, stop, left, right, family))
    return marks


def _opener(closing: str) -> str:
    return "「" if closing == "」" else "『"


def _doubles(text: str, start: int, end: int, left_open: str) -> tuple[list[Quotation], str]:
    """Return the double-marked quotations of one paragraph, and the family still open at its end."""
    marks = _double_marks(text, start, end)
    found: list[Quotation] = []
    opened: _Mark | None = None
    body = start
    while body < end and text[body].isspace():
        body += 1
    continuing = False
    if left_open:
        first = marks[0] if marks else None
        if first and first.start == body and first.opens and first.family == left_open:
            continuing = True
        elif first and first.closes and not first.opens and first.family == left_open:
            # the paragraph was not reopened, yet closes what the one before left open
            found.append(Quotation((body, first.end), (body, first.start), continues=True))
            marks = marks[1:]
    inside = 0  # marks before this one enclose what is quoted within the open quotation
    for number, mark in enumerate(marks):
        if number < inside:
            continue
        if opened is None:
            if mark.opens:
                opened = mark
        elif mark.family != opened.family:
            continue
        elif mark.closes:
            goes_on = continuing and opened.start == body
            found.append(Quotation((opened.start, mark.end), (opened.end, mark.start), continues=goes_on))
            opened = None
        elif (pairs := _enclosed(marks, number))[1]:
            found += (Quotation((a.start, b.end), (a.end, b.start)) for a, b in pairs[0])
            inside = pairs[1]
        else:
            found.append(_unclosed(text, opened, mark.start, continuing and opened.start == body))
            opened = mark
    if opened is None:
        return found, ""
    stop = end
    while stop > opened.end and text[stop - 1].isspace():
        stop -= 1
    goes_on = continuing and opened.start == body
    if opened.start == body or _runs_to_the_end(text, opened.end, stop):
        found.append(Quotation((opened.start, stop), (opened.end, stop), closed=False, continues=goes_on))
        return found, opened.family
    found.append(_unclosed(text, opened, stop, goes_on))
    return found, opened.family


def _enclosed(marks: list[_Mark], first: int) -> tuple[list[tuple[_Mark, _Mark]], int]:
    """Return pairs of marks within an open quotation, and the next mark's number.

    It is 0 where they are none.

    They stand within it only where the mark after them can do nothing but close it: ``"We call it “peace”
    and mean it,"``. Otherwise what was open before them was never closed.
    """
    family = marks[first].family
    pairs: list[tuple[_Mark, _Mark]] = []
    opened: _Mark | None = None
    for number in range(first, len(marks)):
        mark = marks[number]
        if mark.family != family:
            continue
        if opened is not None:
            if not mark.closes:
                break
            pairs.append((opened, mark))
            opened = None
        elif mark.opens:
            opened = mark
        else:
            return pairs, number
    return [], 0


def _runs_to_the_end(text: str, start: int, end: int) -> bool:
    """Return whether an unclosed mark opens the rest of the paragraph.

    For example: ``He said: "...``.
    """
    if text[start : start + 1].islower():
        return False
    match = _pattern("sentence end").search(text, start, end)
    return match is None or match.end() >= end or text[start : start + 1].isupper()


def _unclosed(text: str, opened: _Mark, limit: int, continues: bool) -> Quotation:
    """Return a quotation whose closing mark is missing.

    It is taken to end with its sentence.

    One that begins within a sentence ends with its clause: what follows may be another speaker's.
    """
    within = text[opened.end : opened.end + 1].islower()
    match = _pattern("clause end" if within else "sentence end").search(text, opened.end, limit)
    stop = match.start() if match else limit
    while stop > opened.end and text[stop - 1].isspace():
        stop -= 1
    return Quotation((opened.start, stop), (opened.end, stop), closed=False, continues=continues)


def _singles(text: str, start: int, end: int) -> list[Quotation]:
    """Return the single-marked quotations of one paragraph; apostrophes and the plural's genitive are none."""
    found: list[Quotation] = []
    opened = -1
    tentative = -1
    apostrophe = _pattern("apostrophe")
    for match in _pattern("single").finditer(text, start, end):
        at = match.start()
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        if before in "'‘’" or after in "'‘’":
            continue
        if (before.isalnum() and after.isalnum()) or apostrophe.match(text, at + 1, end):
            continue
        left = before.isspace() or before in '([{—–-/"“«„'
        if left and not after.isspace() and (match.group() != "’" or after.isupper()):
            if opened >= 0 and tentative >= 0:
                found.append(Quotation((opened, tentative + 1), (opened + 1, tentative)))
            opened, tentative = at, -1
        elif opened >= 0 and match.group() != "‘" and not before.isspace() and not after.isalnum():
            follows = text[at + 2] if at + 2 < end else " "
            if _drops_letter(text, at, end):
                continue  # "They’re hurtin’, but they’ll be back.’"
            if before in "sS" and after == " " and follows.islower():
                # "the leaders' meeting": the first of these closes where no better mark follows
                tentative = at if tentative < 0 else tentative
                continue
            found.append(Quotation((opened, at + 1), (opened + 1, at)))
            opened, tentative = -1, -1
    if opened >= 0 and tentative >= 0:
        found.append(Quotation((opened, tentative + 1), (opened + 1, tentative)))
    return found


def _drops_letter(text: str, at: int, end: int) -> bool:
    """Return whether a mark stands for a letter.

    That of "’n’", or a last g ("hurtin’") where a later mark closes first.
    """
    if text[max(0, at - 2) : at].lower() in ("’n", "'n", "‘n"):
        return True  # "rock ’n’ roll"
    if text[max(0, at - 2) : at] != "in" or not text[max(0, at - 4) : at].isalpha():
        return False
    for match in _pattern("closing single").finditer(text, at + 1, end):
        return text[match.start()] != "‘"
    return False


def _nested(doubles: list[Quotation], singles: list[Quotation]) -> list[Quotation]:
    """Return both in text order, with depths.

    A single-marked one that crosses a double one is dropped.
    """
    merged: list[Quotation] = []
    outer_end = -1
    whole = _uncrossed(singles, doubles)
    for quotation in sorted([*doubles, *whole], key=lambda q: (q.outer[0], -q.outer[1])):
        start, end = quotation.outer
        if start >= outer_end:
            merged.append(quotation)
            outer_end = end
        else:
            merged.append(quotation._replace(depth=1))
    return merged


def _uncrossed(singles: list[Quotation], doubles: list[Quotation]) -> list[Quotation]:
    """Return the single-marked quotations that don't overlap double-marked ones in part."""
    if not singles:
        return []
    from bisect import bisect_left

    by_start = sorted(quotation.outer for quotation in doubles)
    by_end = sorted((end, start) for start, end in by_start)
    kept = []
    for single in singles:
        start, end = single.outer
        begun = by_start[bisect_left(by_start, (start + 1, 0)) : bisect_left(by_start, (end, 0))]
        ended = by_end[bisect_left(by_end, (start + 1, 0)) : bisect_left(by_end, (end, 0))]
        if all(last <= end for _, last in begun) and all(first >= start for _, first in ended):
            kept.append(single)
    return kept
