"""Find where each article of a document begins.

A headline begins a new article, a crosshead does not. What tells them apart: a byline, time stamp,
outlet or dateline beside a headline; a credit line or rule before it; its length; and whether the names
in the text that follows are those of the text before (lexical cohesion, after Hearst, TextTiling:
Computational Linguistics 23, 1997).
"""

from __future__ import annotations

import re
from functools import cache

from statements_cli.articles.metadata.bylines import is_job
from statements_cli.articles.metadata.datelines import read_dateline
from statements_cli.articles.metadata.outlets import known_outlet
from statements_cli.articles.paragraphs import BODY_KINDS, Paragraph
from statements_cli.articles.shapes import QUOTES, ends_open
from statements_cli.text.straight_marks import straight

ENOUGH = 3.6
"""Points from which a heading is taken for a headline."""
UNDATED = 3.0
"""Points that a heading loses without a day or byline where the document's first article has one."""
LOWEST_DECK = 8
"""Paragraphs above the lowest sentence that may belong to a head."""
DATED_WITHIN = 6
"""Paragraphs below such a sentence among which the day or byline stands."""
NEXT = 1500
"""Characters after a heading whose names are compared with those before it."""

_NO_HEADLINE = ("Q:", "A:", "Q.", "A.", "•", "-", "–", "—", "*", "[", "(", "@", "#")
"""What opens a question, an answer, an item of a list or a note."""


def find_starts(text: str, paragraphs: list[Paragraph]) -> list[int]:
    """Return the indexes of the paragraphs with which articles begin; the first is always 0."""
    if not paragraphs:
        return []
    starts = [0]
    names = _Names(text)
    opening = next((i for i, p in enumerate(paragraphs) if p.kind in BODY_KINDS), len(paragraphs))
    dated = any(p.kind in ("stamp", "byline") for p in paragraphs[:opening])
    enough = ENOUGH + UNDATED * dated  # articles of one document begin alike
    at, has_body = 0, False
    while at < len(paragraphs):
        if paragraphs[at].kind in BODY_KINDS:
            above = at == opening and _may_be_headline(paragraphs[at]) if dated else _stands_above(paragraphs, at)
            has_body = has_body or not above
            at += 1
            continue
        stop = at
        while stop < len(paragraphs) and paragraphs[stop].kind not in BODY_KINDS:
            stop += 1
        if has_body:
            start = _start_in_run(text, paragraphs, at, stop, names, enough)
            if start is not None:
                starts.append(start)
                names.begin(paragraphs[start].start)
                has_body = False
        at = stop
    return starts


def _may_be_headline(paragraph: Paragraph) -> bool:
    """Return whether a line of running text may be a headline with damaged marks.

    It ends without a stop.
    """
    return paragraph.kind == "text" and bool(paragraph.words) and ends_open(paragraph.words)


def _stands_above(paragraphs: list[Paragraph], at: int) -> bool:
    """Return whether a short paragraph belongs to a head that a day or byline closes.

    It is the headline where no heading stands above it, else a sentence below the headline: then nothing that may be
    the headline of another article follows before the day.
    """
    if at > LOWEST_DECK or not paragraphs[at].words:
        return False
    below = paragraphs[at + 1 : at + 1 + DATED_WITHIN]
    first = next((i for i, p in enumerate(below) if p.kind in ("stamp", "byline")), None)
    if first is None or any(p.kind in BODY_KINDS for p in below[:first]):
        return False
    if all(p.kind != "heading" for p in paragraphs[:at]):
        return _may_be_headline(paragraphs[at])
    return all(p.kind != "heading" or len(p.words.split()) < 4 or is_job(p.words) for p in below[:first])


def _start_in_run(
    text: str, paragraphs: list[Paragraph], first: int, stop: int, names: _Names, enough: float
) -> int | None:
    """Return the paragraph of a run without running text that begins an article, if any."""
    if stop >= len(paragraphs):
        return None
    run = range(first, stop)
    occasion = next((i for i in run if paragraphs[i].field == "occasion"), None)
    if occasion is not None:
        return occasion
    prefixed = [i for i in run if paragraphs[i].kind == "stamp" and paragraphs[i].field]
    headings = [i for i in run if paragraphs[i].kind == "heading" or paragraphs[i].field == "headline"]
    dated = [i for i in run if paragraphs[i].kind in ("stamp", "byline")]
    if dated and headings and headings[0] < dated[-1] + 3:
        return _with_lines_above(paragraphs, first, min(headings[0], *(prefixed or [stop])))
    if prefixed:
        return _with_lines_above(paragraphs, first, prefixed[0])
    closing = next((i for i in run if "appeared first on" in paragraphs[i].words), None)
    if closing is not None:
        return next((i for i in headings if i > closing), stop)
    for index in headings:
        if _points(text, paragraphs, first, index, stop, names) >= enough:
            return index
    return None


def _with_lines_above(paragraphs: list[Paragraph], first: int, start: int) -> int:
    """Return an article's head with the outlet and section lines right above its headline."""
    while start > first and paragraphs[start - 1].kind in ("outlet", "section", "label", "url"):
        # an outlet's name right after running text closes the article before
        if start - 1 == first and known_outlet(paragraphs[first].words) and paragraphs[start].blank:
            break
        start -= 1
    return start


def _points(text: str, paragraphs: list[Paragraph], first: int, index: int, stop: int, names: _Names) -> float:
    heading = paragraphs[index]
    words = heading.words.split()
    if len(words) < 4 or heading.words[-1] in ".,:]" or heading.words.startswith(_NO_HEADLINE):
        return 0.0
    following = paragraphs[stop]
    points = float(len(words) >= 6) + (len(heading.words) >= 55) + (len(heading.words) >= 75)
    points -= 2 * (heading.words[0] in QUOTES)  # a quotation, more likely
    points -= 2 * (not ends_open(heading.words))  # a question, more likely
    points += 2 * any(p.kind == "outlet" for p in paragraphs[index + 1 : stop])
    points += 2 * any(_closes(p) for p in paragraphs[first:index])
    points += 1.5 * (heading.blank >= 3)
    dateline = read_dateline(text, following.start, following.end)
    if dateline:
        points += 3 if dateline.agency else 1
    return points + names.points(heading.start)


def _closes(paragraph: Paragraph) -> bool:
    """Return whether a line ends an article: its credit, "appeared first on", a rule."""
    words = paragraph.words
    if "appeared first on" in words or (paragraph.kind == "outlet" and known_outlet(words)):
        return True
    return paragraph.kind == "furniture" and not any(c.isalnum() for c in words)


@cache
def _name() -> re.Pattern[str]:
    return re.compile(r"[A-Z](?<=[\w,;:'\"(-] .)\w{2,}")


@cache
def _surname() -> re.Pattern[str]:
    return re.compile(r"[A-Z](?<=[a-z,;] .)\w{2,}(?! [A-Z])")


@cache
def _saying() -> re.Pattern[str]:
    return re.compile(r"([A-Z](?<=[\w,\".] .)\w{2,}) (?:said|says|told|added|noted)\b")


@cache
def _full_name() -> re.Pattern[str]:
    return re.compile(r"[A-Z](?<!\w.)[a-z]+ [A-Z]\w{2,}")


class _Names:
    """The names in the article so far, read as far as they are asked for."""

    def __init__(self, text: str) -> None:
        self.text = straight(text)
        self.seen: set[str] = set()
        self.full: set[str] = set()
        self.alone: set[str] = set()
        self.read = 0

    def begin(self, start: int) -> None:
        self.seen.clear()
        self.full.clear()
        self.alone.clear()
        self.read = start

    def points(self, at: int) -> float:
        """Return points for text whose names are new.

        2 where nearly all are, less than none where few are.

        A person who goes by the surname in an article is named in full again only in the next one.
        """
        self.seen.update(_name().findall(self.text, self.read, at))
        self.full.update(_full_name().findall(self.text, self.read, at))
        self.alone.update(_surname().findall(self.text, self.read, at))
        self.read = at
        end = min(len(self.text), at + NEXT)
        following = set(_name().findall(self.text, at, end))
        if len(following) < 4:
            return 0.0
        again = self.full.intersection(_full_name().findall(self.text, at, end))
        again = {name for name in again if name.split(" ")[1] in self.alone}
        points = 2.0 - 4.0 * len(following & self.seen) / len(following) + 0.7 * min(3, len(again))
        return points - 1.5 * self._carries_on(self.text[at:end])

    def _carries_on(self, following: str) -> bool:
        """Return whether somebody known from before speaks in text that doesn't introduce them."""
        speakers = {name for name in _saying().findall(following) if name in self.seen}
        return any(not re.search(rf"[A-Z][^\WA-Z]*+\.? {name}\b", following) for name in speakers)
