"""Find the person who is called by an age that the article gives: "the 34-year-old"."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from statements_cli.speakers.coreference.referents.entity import Entity
from statements_cli.speakers.coreference.referents.people import Cast

_BESIDE = 14  # characters behind a name in which an age is looked for
_AHEAD = 50  # before it, the noun between included


@cache
def _age() -> re.Pattern[str]:
    return re.compile(r"(?:the|an?|another) (\d{1,3})-year-old\b", re.IGNORECASE)


def age_told(words: str) -> str:
    """Return the age by which a mention calls somebody, in digits, else nothing."""
    found = _age().match(words) if "-year-old" in words else None
    return found.group(1) if found is not None else ""


def of_age(age: str, at: int, cast: Cast) -> Entity | None:
    """Return the person beside whose name an age stands before offset ``at``, nearest first.

    For example: "Ann Lee, 34, ...", "34-year-old teacher Ann Lee".
    """
    text = cast.scan.text
    for index in range(bisect_left(cast.starts, at) - 1, -1, -1):
        start, end = cast.starts[index], cast.ends[index]
        behind = re.match(rf"(?:, (?:aged )?| \(){age}\b(?![.%,]\d)", text[end : end + _BESIDE])
        ahead = text[max(0, start - _AHEAD) : start].rpartition(f"{age}-year-old ")
        if behind is not None or (ahead[1] and not re.search(r"[.,;:A-Z]", ahead[2])):
            return cast.who[index]
    return None
