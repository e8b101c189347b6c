"""Find who issued a document that is mentioned again: "a report by Skarv", "the report"."""

from __future__ import annotations

import re
from functools import cache

from statements_cli.speakers.names.capitalised_runs import MentionScan

_LEADING = frozenset(("in", "on", "at", "after", "following", "during", "last", "late", "early", "earlier", "by", "as"))
_LATELY = 2500  # characters in which a document must have been told of
_NEAR = 700  # characters in which its issuer may stand before it
_OCCURRENCES = 5  # of its noun that are looked at, nearest first
_OWNER = 90  # characters of an issuer behind the document


@cache
def _issuing() -> re.Pattern[str]:
    """Match the verb by which somebody makes a document, up to the document."""
    return re.compile(
        r"(?<!\s)\s++(?>(?:have |has |had |also |jointly |later ){0,4})"
        r"(?:issued|released|published|signed|adopted|wrote|sent|put out)"
        r"\s++(?:an?|the|their|its|his|her)\s++(?:[\w-]++\s++){0,3}$"
    )


@cache
def _issued_by() -> re.Pattern[str]:
    """Match the issuer behind a document: "a report released on Monday by {the town council}"."""
    verbs = "published|released|issued|compiled|written|commissioned|prepared|conducted|signed|drafted|led"
    day = r"(?: (?:on )?[A-Z][a-z]+day| last (?:week|month|year))?"
    word = r"(?:(?:[A-Z]\.){2,5}|[A-Z][\w&’'-]*+)"
    more = rf"(?:(?: (?:of|for|the|and)){{0,2}} {word}){{0,8}}"
    name = rf"(?:the |an? )?(?>(?:(?!(?:on|in|at|for|to) )[a-z-]++ ){{0,3}}){word}{more}"
    described = r"the [a-z-]++(?: [a-z-]++)?(?= on [A-Z]| that |[,.;\n])"
    return re.compile(rf"s?{day}(?: (?:{verbs}){day} by| by| from) ({name}|{described})")


def issuer(noun: str, at: int, scan: MentionScan) -> str:
    """Return the words for who issued the document ``noun`` told of before ``at``; else nothing.

    Who stands before it is read at its nearest place, who stands behind it at the nearest that says so.
    """
    text = scan.text
    place = text.rfind(noun, max(0, at - _LATELY), at)
    words = _before(place, scan) if place >= at - _NEAR else ""
    for _ in range(_OCCURRENCES):
        if place < 0 or words:
            break
        behind = place + len(noun)
        by = _issued_by().match(text, behind, max(behind, min(at, behind + _OWNER)))
        words = by.group(1) if by is not None else ""
        place = text.rfind(noun, max(0, at - _LATELY), place)
    return words


def _before(place: int, scan: MentionScan) -> str:
    """Return the subject of the verb by which the document at ``place`` is issued."""
    low = scan.sentence_span(scan.sentence(max(0, place)))[0]
    found = _issuing().search(scan.text, low, place) if place >= 0 else None
    words = scan.text[low : found.start()].strip() if found is not None else ""
    if words.partition(" ")[0].lower() in _LEADING:
        words = words.rpartition(", ")[2] if ", " in words else ""
    return words
