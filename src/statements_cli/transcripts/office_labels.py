"""Resolve labels that are offices, and read offices and countries in their brackets.

``PRIME MINISTER:`` is whom the heading names in that office, not the one who a question is about; ``Mr. Deputy
Speaker:`` is who presides, no matter who spoke before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from statements_cli.articles.turns.label_parts import HONORIFIC
from statements_cli.articles.turns.labels import is_titled, parts_of
from statements_cli.data import word_list
from statements_cli.model import Clue, Resolution, SpeakerEvidence
from statements_cli.speakers.names.places import place_named

NEAR = 2  # lines between an office in a heading and the name of who holds it
_SHORT = {"pm": "prime minister", "fm": "foreign minister", "dpm": "deputy prime minister", "vp": "vice president"}
_NAMELESS = SpeakerEvidence((Clue("unnamed in transcript"),))


@cache
def _presiding() -> frozenset[str]:
    return frozenset(word_list("transcripts/presiding.txt"))


@cache
def _address() -> re.Pattern[str]:
    return re.compile(rf"^(?:the\s|{HONORIFIC}\s)+", re.IGNORECASE)


def presiding(label: str) -> Resolution | None:
    """Return who presides under a label that names only the chair.

    For example: "Mr. Deputy Speaker", "The CHAIRMAN".
    """
    bare = _address().sub("", parts_of(label).name).strip(" .")
    if bare.lower() not in _presiding() or bare == parts_of(label).name:
        return None
    spelt = " ".join(word.capitalize() if word.isupper() else word for word in bare.split())
    return Resolution(spelt, "anonymous", None, None, 0.9, _NAMELESS)


def is_office(label: str) -> bool:
    """Return whether a label is an office without a name: "PM", "PRIME MINISTER", "The Minister"."""
    return _plain_office().fullmatch(_office_of(label)) is not None


@cache
def _plain_office() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:deputy|vice|acting|shadow|assistant|parliamentary|first|chief|foreign|prime|state|federal) ){0,3}"
        r"(?:minister|premier|president|treasurer|chancellor|secretary|mayor|governor|taoiseach|ambassador|commissioner"
        r"|chair|chairman|chairwoman|chairperson|leader|spokesperson|spokesman|spokeswoman|director|attorney.general"
        r"|secretary.general)(?: (?:of|for) (?:the )?[a-z ,]{2,60})?"
    )


def _office_of(label: str) -> str:
    bare = _address().sub("", parts_of(label).name.lower()).strip(" .:")
    return _SHORT.get(bare, bare)


def office_holder(label: str, headings: Sequence[str], labels: Sequence[str]) -> str | None:
    """Return the holder of a label's office, by another label or the heading.

    A heading names people as "the Hon JANE CALDER MP"; where it names several, the one whose office stands beside.
    """
    if not is_office(label):
        return None
    office = _office_of(label)
    for other in labels:
        name, _, held = parts_of(other).name.partition(", ")
        if held and " " in name and office in held.lower():
            return _spelt(name)
    named = [(at, name) for at, line in enumerate(headings) for name in honourables(line)]
    if len({name for _, name in named}) == 1:
        return named[0][1]
    for at, name in named:
        around = headings[max(0, at - NEAR + 1) : at + NEAR]
        if any(_names_office(line.lower(), office) for line in around):
            return name
    return None


def _names_office(line: str, office: str) -> bool:
    """Return whether a line has an office, not that of its deputy."""
    at = line.find(office)
    return at >= 0 and not line[:at].endswith(("deputy ", "vice ", "assistant "))


@cache
def _honourable() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:the )?(?:rt\.? |right )?hon(?:ou?rable)?\b\.? (?:dr\.? |mr\.? |mrs\.? |ms\.? |prof\.? )?([^,;:|–—]+)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1024)
def honourables(line: str) -> tuple[str, ...]:
    """Return the people whom a heading calls honourable, without post-nominals and what follows the name.

    >>> honourables("TRANSCRIPT OF THE PRIME MINISTER THE HON JACK HARDEN MP DOORSTOP INTERVIEW")
    ('Jack Harden',)
    """
    found = []
    for match in _honourable().finditer(line):
        words: list[str] = []
        for word in match[1].split():
            bare = word.strip(".()")
            if bare.lower() in _after_names() or is_titled([bare]) or not bare[:1].isupper():
                break
            words.append(word.strip("()"))
        if 2 <= len(words) <= 4:
            found.append(_spelt(" ".join(words)))
    return tuple(found)


@cache
def _after_names() -> frozenset[str]:
    return frozenset(word_list("transcripts/after_names.txt"))


def _spelt(name: str) -> str:
    words = [word.title() if word.isupper() and len(word.strip(".")) > 1 else word for word in name.split()]
    return " ".join(words)


def spelt_heading(line: str) -> str:
    """Return a line above the turns, in ordinary spelling where it is all in capitals."""
    return _spelt(line) if line.isupper() else line


def with_notes(resolution: Resolution, label: str) -> Resolution:
    """Return a resolution with the office and country stated in its label."""
    parts = parts_of(label)
    if resolution.type not in ("person", "anonymous"):
        return resolution
    role, country = resolution.role, resolution.country
    for note in parts.notes:
        place = place_named(note.removeprefix("the "))
        if place is not None and place.how in ("country", "body"):
            country = place.code
        elif role is None and is_titled(note.split()) and note[:1].isupper():
            role = note.partition("—")[2] or note
    return resolution._replace(role=parts.office or role, country=country)
