"""Split a text into paragraphs, as spans with the blank lines before them.

Paragraphs are parted by blank lines or only by line ends; lines wrapped by hand at a fixed width are
joined again. Every break of the text counts as a line end: LF, CR LF, CR, form feed, NEL, U+2028, U+2029.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain, pairwise
from typing import NamedTuple

from statements_cli.articles.metadata.bylines import read_byline
from statements_cli.articles.metadata.stamps import field_of
from statements_cli.articles.wordless import worded
from statements_cli.data import word_list

SPACE = (
    " \t\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u3000\u1680\u2000\u2001\u2002\u2003\u2004"
    "\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\x1c\x1d\x1e\x1f"
)
"""White space within a line, and characters that show nothing."""
WIDEST_WRAP = 140
"""Characters; lines wrapped by hand are shorter."""
LABEL = 60
"""Characters of a line in which a label and its colon are looked for, and of the longest line that is a name."""
MOST_LABEL_WORDS = 10
MANY_LINES = 10_000
"""Lines up to which each stands by itself, however short they are: two hundred pages."""
SHORT_LINES = 30
"""Characters of a line, on average, below which lines beyond those are joined, so that memory stays in bounds."""
_JOINED = 200  # characters of lines so joined
SHORTEST_LABEL = 4
"""Capitals before a colon in the midst of a line that are looked for as a label."""
RAGGED = 0.75  # of the width, from which on a line in the middle of a sentence is as good as full
LONGEST_WORD = 30
"""Characters at a line's end in which its last word stands."""
_COMMA_CLOSED = (",”", ',"', ",’", ",»")
"""What closes a quotation whose speaker follows, perhaps on the next line."""
_END = ".!?…。！？"
_CLOSING = "\"'”’»)]}」』*_"
_CLOSES_GERMAN = {"“": "„", "«": "»", "‘": "‚"}
"""Marks that close a quotation which the other one opened, as in German."""


class Line(NamedTuple):
    """A line, or lines joined to a paragraph.

    Where its visible text stands, and the blank lines before.
    """

    start: int
    end: int
    blank: int


def join_lines(text: str, lines: list[Line], apart: frozenset[int] | set[int] = frozenset()) -> list[Line]:
    """Return the paragraphs that lines make.

    One that begins at an offset of ``apart`` continues none.
    """
    width = wrap_width(text, lines)
    paragraphs: list[Line] = []
    for at, line in enumerate(lines):
        before = lines[at - 1] if at else None
        if before and not line.blank and line.start not in apart and _continues(text, before, line, width):
            paragraphs[-1] = Line(paragraphs[-1].start, line.end, paragraphs[-1].blank)
        else:
            paragraphs.append(line)
    return paragraphs


def read_lines(text: str, start: int = 0) -> list[Line]:
    """Return the lines that show something, trimmed, in order.

    What has more of them than any article, and next to nothing in each, is no running text: its lines are joined.
    What shows no word for long is left out.
    """
    lines: list[Line] = []
    end = start
    for match in chain.from_iterable(_visible().finditer(text, *span) for span in worded(text, start)):
        start, stop = match.span()
        stop -= len(match[0]) - len(match[0].rstrip(SPACE))
        start += len(match[0]) - len(match[0].lstrip(SPACE))
        if start < stop:
            if len(lines) < MANY_LINES or not _is_one_too_many(lines, start, stop):
                lines.append(Line(start, stop, max(0, _breaks(text[end:start]) - 1) if lines else 0))
            else:
                lines[-1] = lines[-1]._replace(end=stop)
            end = stop
    return lines


def _is_one_too_many(lines: list[Line], start: int, end: int) -> bool:
    """Return whether lines are so short that short ones must be joined with them.

    The first ``MANY_LINES`` count as no shorter than allowed: where they would, all behind them were joined up to some
    place and hardly any from there on, and a text half as long would be read in another way.
    """
    begin = min(lines[0].start, lines[MANY_LINES - 1].end - SHORT_LINES * MANY_LINES)
    is_short = end - start < SHORT_LINES and end - lines[-1].start <= _JOINED
    return is_short and end - begin < SHORT_LINES * len(lines)


@cache
def _visible() -> re.Pattern[str]:
    return re.compile("[^\n\r\x0b\x0c\x85\u2028\u2029]+")


def may_be_labelled(text: str, lines: list[Line]) -> bool:
    """Return whether two lines begin as labelled turns do, or short lines recur.

    A cheap test before the whole one.
    """
    labelled, again, short = 0, 0, set[str]()
    for start, end, _ in lines:
        head = text[start : min(end, start + LABEL)]
        colon = head.find(":")
        if colon > 0:
            before = head[:colon].split()
            if before[-1:] and not before[-1][0].islower() and len(before) <= MOST_LABEL_WORDS:
                labelled += 1 + (len(before) > 1 and head[:colon].isupper())
        elif (head[:1] == "Q" and not head[1:2].isalpha()) or (_has_capitals(head) and _in_capitals().match(head)):
            labelled += 1
        if end - start <= LABEL and text[end - 1] not in '.!?,;"”':
            name = head.partition(" (")[0]
            again += name in short or name != head
            short.add(name)
        if labelled > 1 or again > 1:
            return True
    return _has_labels_within(text)


def _has_labels_within(text: str) -> bool:
    """Return whether capitals stand before two colons within lines, as labels that run on do."""
    found, at = 0, text.find(": ")
    while at >= 0 and found < 2:
        found += text[max(0, at - SHORTEST_LABEL) : at].isupper()
        at = text.find(": ", at + 1)
    return found > 1


def _has_capitals(head: str) -> bool:
    """Return whether a dash is there, or a stop and a word in capitals.

    Told cheaply, by the first words, as few lines are so.
    """
    if "." not in head:
        return "—" in head
    seconds = [word[1:2] for word in head.split(" ", 6)[:6] if word[:1].isupper()]
    return "—" in head or any(second.isupper() or second in ("'", "’", "-") for second in seconds)


@cache
def _in_capitals() -> re.Pattern[str]:
    """Match a name in capitals, or a form of address, before a stop or dash.

    A form of address is followed by a dash alone.
    """
    return re.compile(
        r"(?:(?:Mr|Mrs|Ms|Miss|Dr|The|Hon|Sen|Senator|Sir)\b\.? )?(?:[A-Z][\w.'’-]{0,20} ){0,4}[A-Z][A-Z'’-]{1,20}"
        r"(?: [(po][^.—]{0,60})?(?:\.(?: |$)|\s?—)"
        r"|(?:Mr|Mrs|Ms|Miss|Dr|The|Hon|Senator) [^.—]*—"
    )


def _breaks(gap: str) -> int:
    if gap == "\n":
        return 1
    others = sum(gap.count(c) for c in "\x0b\x0c\x85\u2028\u2029")
    return gap.count("\n") + gap.count("\r") - gap.count("\r\n") + others


def wrap_width(text: str, lines: list[Line]) -> int | None:
    """Return the width at which lines were wrapped by hand, in characters.

    None where they were not.

    Lines are wrapped when most of those that another follows directly would not have held its first
    word too, and most of them don't end a sentence.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if not b.blank]
    if len(pairs) < 3:
        return None
    lengths = sorted(a.end - a.start for a, _ in pairs)
    width = lengths[int(len(lengths) * 0.95)]
    if not 30 <= width <= WIDEST_WRAP:
        return None
    full = [(a, b) for a, b in pairs if is_full(text, a, b, width) or _ended_parted(text, a, b)]
    inside = [pair for pair in full if not ends_sentence(text, pair[0].start, pair[0].end)]
    return width if len(full) * 2 >= len(pairs) and len(full) >= 3 and len(inside) * 2 > len(full) else None


def is_full(text: str, line: Line, following: Line, width: int) -> bool:
    """Return whether a line of a width couldn't have held the next line's first word."""
    head = text[following.start : min(following.end, following.start + WIDEST_WRAP)]
    return line.end - line.start + 1 + len(head.split(None, 1)[0]) > width


def _ended_parted(text: str, line: Line, following: Line) -> bool:
    """Return whether a line ends with a word that was parted by hand.

    This makes the line longer and the next one shorter.
    """
    last = text[max(line.start, line.end - LONGEST_WORD) : line.end].rpartition(" ")[2]
    begun = text[max(following.start, following.end - LONGEST_WORD) : following.end].rpartition(" ")[2]
    return _is_parted(last) or (_is_parted(begun) and not ends_sentence(text, line.start, line.end))


def _is_parted(word: str) -> bool:
    """Return whether a hyphenated word may have been parted by hand.

    Days and addresses have hyphens of their own.
    """
    return "-" in word[1:-1] and "/" not in word and not word[0].isdigit()


def ends_sentence(text: str, start: int, end: int) -> bool:
    """Return whether a stretch of text ends as sentences do, closing marks and brackets apart."""
    opening = _CLOSES_GERMAN.get(text[end - 1 : end])
    if opening is not None and text.find(opening, start, end) >= 0:
        end -= 1
    tail = text[max(start, end - 8) : end].rstrip(_CLOSING + SPACE)
    return tail.endswith(tuple(_END))


def _continues(text: str, before: Line, line: Line, width: int | None) -> bool:
    ended = ends_sentence(text, before.start, before.end)
    if not ended and text[line.start].islower() and text[before.end - 1] not in ":;":
        return _runs_on(text, before, line) and not _is_labelled(text, line)
    if not ended and (_breaks_off(text, before) or text[before.end - 2 : before.end] in _COMMA_CLOSED):
        return True
    if width is None:
        return False
    return is_full(text, before, line, width) or (
        # a line somewhat short in the middle of a sentence was broken by a ragged hand
        not ended and before.end - before.start > width * RAGGED
    )


_UNENDING = frozenset(
    ("the", "a", "an", "and", "or", "that", "of", "another", "its", "their", "his", "would", "than", "which", "these")
)
"""Words with which neither a headline nor any line of its own ends."""


def _breaks_off(text: str, line: Line) -> bool:
    """Return whether a line of some length ends in the middle of a phrase.

    For example: "... that Norway would give another".
    """
    last = text[max(line.start, line.end - LONGEST_WORD) : line.end].rpartition(" ")[2]
    if line.end - line.start > LABEL and last in _UNENDING:
        return True
    running = any(text.find(mark, line.start, line.end) >= 0 for mark in (". ", "“", '"'))
    return running and last.rstrip(".") in _titles()  # "... a pen,” Minister / Ana Paz said"


@cache
def _titles() -> frozenset[str]:
    return frozenset(word_list("names/titles.txt"))


def _runs_on(text: str, before: Line, line: Line) -> bool:
    """Return whether a line that begins small carries on the one before."""
    head = text[line.start : min(line.end, line.start + 40)]
    first = head.split(None, 1)[0]
    return not _address().search(first) and " " in text[before.start : before.end]


def _is_labelled(text: str, line: Line) -> bool:
    """Return whether a line is one of metadata or a byline.

    For example: "date: 2025-05-20" below an address.
    """
    if text.startswith("by ", line.start) and read_byline(text[line.start : min(line.end, line.start + LABEL)]):
        return True
    label, colon, _ = text[line.start : min(line.end, line.start + LABEL)].partition(": ")
    return bool(colon) and field_of(label) is not None


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"\w[./@]\w|^[/@#]")
