"""Parse the days of head lines that hold more than a time stamp, or less.

Pages print authors, sections and counts of comments beside the day, lose the space before it, write the year in two
figures or leave it out. Such lines are read only where a head has no line that is nothing but a time stamp.
"""

from __future__ import annotations

import re
from functools import cache

from statements_cli.articles.metadata.bylines import is_job, read_byline
from statements_cli.articles.metadata.outlets import known_outlet, looks_like_outlet
from statements_cli.articles.metadata.stamps import Stamp, is_bare, is_update, label_words, read_stamp
from statements_cli.data import table, word_set
from statements_cli.text.written_dates import FoundDay, Moment, find_days

LONGEST_LINE = 160
"""Characters of a line that may hold a day beside other things."""
MOST_WORDS = 7
"""Words of a name, a section or a place beside the day."""
MOST_NAMED = 14
"""Words in all of names, sections and places beside the day."""
MOST_BEFORE = 3
"""Words of a name right before or behind a day to which nothing else joins it."""
LONGEST_TAIL = 80
"""Characters at a paragraph's end in which a day is looked for that lost the break before it."""

_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_WEEKDAYS = "Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun"


@cache
def _begins() -> re.Pattern[str]:
    """Match where a label, a weekday or a date begins."""
    month = rf"(?:{_MONTHS})[a-z]{{0,6}}"
    return re.compile(
        rf"(?:Published|Posted|Updated|First published|Last updated)\b"
        rf"|(?:{_WEEKDAYS})(?:day)?,? (?:\d{{1,2}}|{month}\b)|{month}\.? \d{{1,2}}\b|\d{{1,2}} {month}\.?,? \d{{4}}"
    )


@cache
def _lost_space() -> re.Pattern[str]:
    """Match where a page lost the space before a date or behind its year."""
    date = _begins().pattern
    return re.compile(
        rf"(?<=[a-z.?!”\"’)])(?={date})|(?<=[a-zA-Z,] \d{{4}})(?=[A-Za-z]|\d{{1,2}}:\d|\d{{1,5}}$|\d{{1,2}} [a-z])"
        r"|(?<=\d[AaPp][Mm])(?=[A-Z])|(?<=\d [AaPp][Mm])(?=[A-Z][a-z]|UPDATED|PUBLISHED)"
    )


@cache
def _two_figures() -> re.Pattern[str]:
    """Match a day, its month a word or figures, whose year has two figures."""
    month = rf"(?:{_MONTHS}|{_MONTHS.upper()})[A-Za-z]{{0,6}}\.?"
    return re.compile(
        r"(?<![\w/.:-])(\d{1,2}([/.-])\d{1,2}\2)'?(\d\d)(?![\w/:-]|\.\d)"
        rf"|(?<![\w/.:-])((?:\d{{1,2}}[ -]{month}[ -]|{month} \d{{1,2}},? )['’]?)(\d\d)"
        r"(?![\w/:’'-]|\.\d| ?[AaPp]\.?[Mm]\b)"
    )


@cache
def _year_behind_time() -> re.Pattern[str]:
    """Match what Unix programs write: ``Fri Feb 10 20:11:12 UTC 2017``."""
    return re.compile(rf"\b((?:{_MONTHS}) {{1,2}}\d{{1,2}}) (\d\d:\d\d(?::\d\d)?(?: [A-Z]{{3,4}})?) (\d{{4}})$")


def mend(line: str) -> str:
    """Return a line with the spaces that a page lost and years in four figures."""
    line = _lost_space().sub(" ", line)
    line = re.sub(r"(?<=\d/) (?=\d)", "", line)
    line = _two_figures().sub(_with_century, line)
    line = re.sub(r"\s@\s(?=\d)", " at ", line)
    line = re.sub(r"(?<=\d:\d\d)\s?([ap])(?![\w.])", r"\1m", line)  # 11:30a
    return _year_behind_time().sub(r"\1, \3 \2", line)


def _with_century(match: re.Match[str]) -> str:
    before, year = (match[1], match[3]) if match[1] else (match[4].rstrip("'’"), match[5])
    return f"{before}{1900 + int(year) if int(year) >= 70 else 2000 + int(year)}"


def read_loose_stamp(line: str, day_first: bool | None = None) -> Stamp | None:
    """Return the time stamp of a line that holds authors, sections or counts beside it.

    None where other words stand there, or words that make it the day of something else. A day in figures that can be
    read in two ways is ambiguous without ``day_first``.
    """
    if not 6 <= len(line) <= LONGEST_LINE or not any(map(str.isdigit, line)):
        return None
    plain = mend(line)
    strict = read_stamp(plain, day_first)
    if strict is not None:
        return strict
    found = _days(plain, day_first)
    ambiguous = not found and day_first is None
    if ambiguous:
        found = _days(plain, True)
    if not found or not _may_hold(plain):
        return None
    parts, updates, at = [], [], 0
    for one in found:
        before = plain[at : one.span[0]]
        labels = list(label_words().finditer(before))
        updates.append(bool(labels) and is_update(labels[-1]))
        parts.append(before)
        at = one.span[1]
    parts.append(plain[at:])
    joined = any(one.moment.time for one in found) or label_words().search(plain) or _separator().search(plain)
    if not _are_beside(parts, MOST_NAMED if joined else MOST_BEFORE):
        return None
    if ambiguous:
        return Stamp(None, False, "", ambiguous=True)
    chosen = updates.index(min(updates))
    return Stamp(found[chosen].moment, updates[chosen], "")


def _days(line: str, day_first: bool | None) -> list[FoundDay]:
    return [one for one in find_days(line, day_first=day_first) if one.day.complete]


def _may_hold(line: str) -> bool:
    """Return whether a line is no sentence, quotes nobody, and doesn't state another day."""
    if line[-1] in "?!:;" or any(mark in line for mark in '“”"'):
        return False
    if line[-1] == "." and not re.search(r"(?:\b[A-Z][a-z]{1,5}|[ap]\.m)\.$", line):
        return False
    return not {word.strip(",.:()").lower() for word in line.split()} & word_set("articles/other_days.txt")


@cache
def _separator() -> re.Pattern[str]:
    """Match what stands between the parts of a head's line, spaces aside."""
    return re.compile(r"[|/•·–—:;@()\[\]]+|\s-+\s")


def _are_beside(parts: list[str], most: int) -> bool:
    """Return whether what stands before, between and behind days is what heads print beside them.

    ``most`` is how many words may be names, sections and places.
    """
    pieces = [
        piece.strip(" ,.-–—")
        for part in parts
        for side in _separator().split(label_words().sub(" | ", part))
        for piece in side.split(", ")
    ]
    named = [words for piece in pieces if (words := _without_noise(piece))]
    return sum(map(len, named)) <= most and all(_is_named(words) for words in named)


def _without_noise(piece: str) -> list[str]:
    """Return a piece's words but those at its beginning and end that say nothing."""
    words = piece.split()
    while words and _says_nothing(words[-1]):
        words.pop()
    while words and _says_nothing(words[0]):
        words.pop(0)
    return words


@cache
def _zone_names() -> frozenset[str]:
    return frozenset(name.lower() for name, _ in table("dates/zones.tsv"))


def _says_nothing(word: str) -> bool:
    plain = word.strip(",.()'’+-").lower().replace(".", "")
    return (
        len(plain) < 2
        or not any(map(str.isalpha, plain))
        or plain in word_set("articles/stamp_words.txt")
        or plain in _zone_names()
        or re.fullmatch(r"\d{1,2}(?:[:.]\d\d)?[ap]m?|\d+[km]|(?:gmt|utc)[+-]?\d+|timer\d*", plain) is not None
    )


def _is_named(words: list[str]) -> bool:
    """Return whether words name an author, an outlet, a section or a place."""
    piece = " ".join(words)
    if known_outlet(piece) or looks_like_outlet(piece) or is_job(piece) or read_byline(piece):
        return True
    small = word_set("articles/byline_words.txt")
    return len(words) <= MOST_WORDS and all(
        word[0].isupper() or not word[0].isascii() or word[0] in "&#'" or word.lower() in small for word in words
    )


def read_yearless(line: str) -> Moment | None:
    """Return the day, its year unknown, of a line that holds nothing else.

    A clock time, a weekday or a label must stand beside it, or the line of an author. None for any other line.
    """
    if not 4 <= len(line) <= LONGEST_LINE or not any(map(str.isdigit, line)):
        return None
    plain = mend(line)
    found = list(find_days(plain))
    if len(found) != 1 or found[0].day.year is not None or found[0].day.day is None:
        return None
    (start, end), moment = found[0]
    rest = f"{plain[:start]} | {plain[end:]}"
    beside = moment.time or label_words().search(rest) or re.search(rf"(?i)\b(?:{_WEEKDAYS})(?:day)?\b", rest)
    by = read_byline(plain[:start].rstrip(" -–—|·•,")) if start else None
    if not beside or not _may_hold(plain):
        return None
    return moment if is_bare(label_words().sub(" ", rest)) or (by and _are_beside([plain[end:]], 0)) else None


def lost_break(text: str, start: int, end: int) -> int | None:
    """Return where a time stamp begins that lost the break before it.

    For example: ``What’s the secret to its recovery?Monday, 6 January 2020``. None where there is none.
    """
    low = max(start + 1, end - LONGEST_TAIL)
    if not any(map(str.isdigit, text[max(low, end - 30) : end])):
        return None
    for match in _begins().finditer(text, low, end):
        before = text[match.start() - 1]
        if (before.islower() or before in '.?!”"’)') and read_stamp(text[match.start() : end]):
            return match.start()
    return None
