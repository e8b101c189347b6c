"""Take a label of a parliament's record apart.

The name, the office, the country or seat in brackets.

Records print more than a name before what is said: ``The Minister for Water (Mr. Tanui)``, ``Ms. OKAFOR of Ohio``,
``Mr CALDER (Minister for Ports) (2.04 pm)``, ``Tom Hartley (Dunmore) (Lab)``, ``Ms. Moraes (Brazil)``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

HONORIFICS = (
    *("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Eng", "Sir", "Dame", "Lord", "Lady", "Baroness", "Viscount"),
    *("Earl", "Rev", "Hon", "Sen", "Senator", "Madam", "Amb"),
    *("MR", "MRS", "MS", "MISS", "DR", "PROF", "SIR", "DAME", "LORD", "LADY", "SEN", "SENATOR", "HON", "MADAM"),
)
"""The forms of address that stand before a name in a label."""
HONORIFIC = rf"(?:{'|'.join(HONORIFICS)})\b\.?"


class LabelParts(NamedTuple):
    """What a label tells.

    The words that name who speaks, their office, and the other notes in brackets.
    """

    name: str
    office: str | None = None
    notes: tuple[str, ...] = ()


def label_parts(label: str, is_name: Callable[[list[str]], bool]) -> LabelParts:
    """Take a label apart; ``is_name`` decides whether words begin as a person's name does.

    >>> label_parts("The Minister for Water (Mr. Tanui)", lambda words: False)
    LabelParts(name='Mr. Tanui', office='Minister for Water', notes=())
    """
    bracketed = "(" in label or "[" in label
    unfolded = _bracketed_title().sub(r"\1.", label) if "(" in label else label
    notes = tuple(" ".join(match[1].split()) for match in _note().finditer(unfolded)) if bracketed else ()
    outside = " ".join((_note().sub(" ", unfolded) if bracketed else unfolded).split()).strip(" ,*_—–-")
    seat = _of_state().fullmatch(outside) if " of " in outside and _is_addressed(outside) else None
    if seat is not None:
        return LabelParts(seat[1], None, notes)
    for note in notes:
        if _is_titled(note) or (outside.startswith("The ") and is_name(note.split())):
            others = tuple(one for one in notes if one != note)
            return LabelParts(note, outside.removeprefix("The "), others)
    return LabelParts(outside, None, notes)


def _is_titled(note: str) -> bool:
    """Return whether a note is a name behind a form of address."""
    return _is_addressed(note.removeprefix("the ")) and _titled_name().fullmatch(note) is not None


def _is_addressed(words: str) -> bool:
    """Return whether a form of address comes first."""
    return words.partition(" ")[0].removesuffix(".") in HONORIFICS


@cache
def _note() -> re.Pattern[str]:
    return re.compile(r"[(\[]([^()\[\]]*+)[)\]]?")


@cache
def _bracketed_title() -> re.Pattern[str]:
    """Match a title in brackets between a title and a name: "Sen. (Dr.) Khalwale"."""
    return re.compile(r"\((Dr|Prof|Eng|Mr|Mrs|Ms|Miss|Rev|Capt|Maj|Col|Gen|Hon|Amb)\.?\)")


@cache
def _titled_name() -> re.Pattern[str]:
    return re.compile(rf"(?:the )?{HONORIFIC}(?: {HONORIFIC})?(?: [A-Z][\w.'’-]*){{1,4}}")


@cache
def _of_state() -> re.Pattern[str]:
    """Match a surname in capitals with the state that parts it from a namesake.

    For example: "Ms. OKAFOR of Maryland".
    """
    return re.compile(rf"({HONORIFIC}(?: [A-Z][\w.'’-]*){{0,2}} [A-Z][A-Z'’-]+) of (?:[A-Z][a-z]+ ?){{1,3}}")
