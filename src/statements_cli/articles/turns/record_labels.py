"""Match labels of parliaments' and central banks' records.

They end in a full stop or a dash.

``Mr. QUILL.``, ``Ms. HALE of Vermont.``, ``The CHAIRMAN.``, ``CHAIR POWELL.``, ``Mr WREN (Minister for Ports)—``.
A full stop ends a label only where the name before it is in capitals.
"""

from __future__ import annotations

import re
from functools import cache

from statements_cli.articles.lines import Line
from statements_cli.articles.turns.label_parts import HONORIFIC, HONORIFICS
from statements_cli.articles.turns.labels import kind_of
from statements_cli.text.straight_marks import straight

_CAPITAL = r"(?:(?!(?:HON|MR|MRS|MS|DR|PROF|THE)\b)(?:Mc|Mac|De|La|O['’])?[A-Z][A-Z'’.-]{0,30}[A-Z])"
_WORD = r"[A-Z][\w.'’-]{0,30}"
_SEAT = r"(?: of [A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20}){0,2})?"
_NOTES = r"(?:\s?\([^()\n]{1,80}\)){0,3}"
_DASHES = "—―–"
_OPENINGS = ("The", "A", "An", "Mr", "Mrs", "Ms", "Dr", "Hon")
_LONGEST = 600  # characters of a label at most, and of the dash behind it


@cache
def _record_label() -> re.Pattern[str]:
    """Match the label that opens a line, up to where what is said begins."""
    capitals = rf"{_CAPITAL}(?: (?:[A-Z]\.|[a-z]{{2,3}}|{_CAPITAL})){{0,3}}(?: pro tempore)?"
    titled = rf"(?:{HONORIFIC}|The) (?:{HONORIFIC} )?(?:{_WORD} ){{0,2}}?{capitals}{_SEAT}"
    several = rf"{_CAPITAL}(?: [A-Z]\.)?(?: {_CAPITAL}){{1,4}}"
    run_on = rf"{_CAPITAL}(?: {_CAPITAL}){{1,3}}(?:\s?\([^()\n]{{1,80}}\)){{0,2}}(?=—\w)"
    dashed = rf"(?:{HONORIFIC}|The) {_WORD}(?: {_WORD}){{0,4}}"
    behind = r"[*_]{0,2}(?:[ \u00a0](?=[ \u00a0]*[\"“(\w])|$)"
    return re.compile(
        rf"[*_ ]{{0,3}}(?:(?P<stopped>(?:{titled}|{several}){_NOTES})[*_]{{0,2}}[.]{behind}"
        rf"|(?P<dashed>(?:{titled}|{dashed}){_NOTES}|{run_on})[*_]{{0,2}}\s?[—―–][*_]{{0,2}} ?(?=[\"“(\w]))",
        re.MULTILINE,
    )


@cache
def _inline() -> re.Pattern[str]:
    return re.compile(
        r"(?<=[.?!…”\"’)\s][ \u00a0\t])(?P<label>[A-Z][A-Z.'’/-]{0,30}(?:[ ][A-Z(][A-Z.,'’/()-]{0,30}){0,6})\s?:\s"
    )


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(r"(?<=[.?!…”\"’)\s][ \u00a0])(?:ENDS?|\[ENDS?\])\W{0,3}$")


def match_record_label(text: str, start: int, end: int) -> re.Match[str] | None:
    """Match a record's label at the beginning of a line, as a named group.

    It goes up to where what is said begins.
    """
    return _record_label().match(text, start, end) if _may_open(text[start : min(end, start + _LONGEST)]) else None


def _may_open(line: str) -> bool:
    """Return whether the first words of a line can begin a label.

    Told cheaply, as nearly no line does.

    A form of address, an article or a word in capitals goes before a capitalised word; and a dash follows, or one of
    the next words is in capitals.
    """
    first, _, rest = line.lstrip("*_ ").partition(" ")
    if not "A" <= rest[:1] <= "Z":
        return False
    if first != "The" and first.removesuffix(".") not in HONORIFICS and not _has_capitals(first):
        return False
    return any(map(line.__contains__, _DASHES)) or any(map(_has_capitals, rest.split(" ", 4)[:4]))


def _has_capitals(word: str) -> bool:
    return _two_capitals().search(straight(word)) is not None


@cache
def _two_capitals() -> re.Pattern[str]:
    return re.compile(r"[A-Z]['.-]*[A-Z]")


def match_wrapped_label(text: str, start: int) -> re.Match[str] | None:
    """Match an office wrapped to a second line before a bracketed name and the colon."""
    return _two_line_label().match(text, start)


def breaks_within(text: str, start: int, end: int) -> tuple[list[int], list[str]]:
    """Return where labels in capitals run on within a line, and their words.

    For example: "... now.   JOURNALIST: How many?".
    """
    colon = text.find(":", start, end)
    while colon >= 0 and not _may_end_label(text, colon):
        colon = text.find(":", colon + 1, end)
    if colon < 0:
        return [], []
    found = [(match.start(), match["label"]) for match in _inline().finditer(text, start, end)]
    return [at for at, _ in found], [words for _, words in found]


def _may_end_label(text: str, colon: int) -> bool:
    """Return whether a label in capitals may end at a colon, by its neighbours."""
    before = text[max(0, colon - 2) : colon].rstrip()[-1:]
    return ("A" <= before <= "Z" or before in tuple(".,'’/()-")) and text[colon + 1 : colon + 2].isspace()


def closing_within(text: str, start: int, end: int) -> int | None:
    """Return where the word that closes a transcript stands at a line's end.

    For example: "... brave.   ENDS".
    """
    match = _closing().search(text, max(start, end - 40), end)
    return match.start() if match is not None else None


@cache
def _two_line_label() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{'|'.join(_OPENINGS)})\b[^:\n()]{{5,100}}\n[^:\n()]{{0,80}}"
        r"\([^()\n]{3,40}\)(?:\s?\([^()\n]{1,40}\))?\s?:"
    )


def part_labels(text: str, lines: list[Line]) -> list[Line]:
    """Return a text's lines, parted where labels run on, joined where one is wrapped.

    Labels run on only where one of them asks, or stands at a line's beginning too.
    """
    breaks: dict[int, list[int]] = {}
    labels: list[str] = []
    for at, line in enumerate(lines):
        places, words = breaks_within(text, line.start, line.end)
        if places:
            breaks[at] = places
            labels += words
    runs_on = len(labels) > 1 and any(kind_of(words) == "question" for words in labels)
    parted: list[Line] = []
    for at, line in enumerate(lines):
        if parted and parted[-1].end >= line.end:
            continue  # joined to the one before
        opens = text.startswith(_OPENINGS, line.start) and text.find("(", line.start, line.end) < 0
        below = lines[at + 1] if opens and at + 1 < len(lines) else None
        named = below is not None and not below.blank and text.find("(", below.start, below.end) >= 0
        if named and match_wrapped_label(text, line.start) is not None:
            line = Line(line.start, lines[at + 1].end, line.blank)
        places = breaks.get(at, []) if runs_on else []
        closing = closing_within(text, line.start, line.end) if runs_on else None
        if not places and closing is None:
            parted.append(line)
            continue
        begins = sorted({line.start, *places, *([closing] if closing is not None else [])})  # one may be found twice
        for number, begin in enumerate(begins):
            stop = begins[number + 1] if number + 1 < len(begins) else line.end
            stop = begin + len(text[begin:stop].rstrip())
            if begin < stop:
                parted.append(Line(begin, stop, 0 if number else line.blank))
    return parted
