"""Name unlisted media by what they are called.

For example: ``the Nordlys newspaper``, ``the TV channel Haber 7``.
"""

from __future__ import annotations

from functools import cache
from re import Pattern

from statements_cli.data import table, word_list
from statements_cli.text.straight_marks import straight


@cache
def _kinds() -> frozenset[str]:
    """Return the last words of what media are called."""
    return frozenset(kind.rpartition(" ")[2] for kind in word_list("outlets/media_kinds.txt"))


@cache
def _called_by() -> str:
    """Return an expression for what media are called: ``news agency``, ``TV channel``."""
    kinds = {form for kind in word_list("outlets/media_kinds.txt") for form in (kind, kind.replace("tv ", "TV "))}
    return "|".join(sorted(kinds, key=lambda kind: (-len(kind), kind)))


@cache
def _called() -> Pattern[str]:
    """Match a name before what its bearer is: ``the Nordlys newspaper``, ``PA news agency``."""
    import re

    return re.compile(
        rf"(?:(?:[Tt]he|its|their) )?(?P<name>(?!(?:The|An?) )[A-Z][\w&.'-]*(?: [A-Z][\w&.'-]*){{0,3}}) "
        rf"(?:{_called_by()})"
    )


@cache
def _named_behind() -> Pattern[str]:
    """Match a name behind what its bearer is: ``the TV channel Haber 7``."""
    import re

    name = r"(?P<name>[A-Z][\w&.'-]*(?: [A-Z\d][\w&.'-]*){0,3})"
    return re.compile(rf"(?:[Tt]he |[Aa]n? )?(?:[\w'-]+ ){{0,4}}(?:{_called_by()}) {name}")


@cache
def _adjectives() -> frozenset[str]:
    """Return adjectives of countries, and others that only describe a medium."""
    listed = {word for row in table("places/countries.tsv") for word in row[3].split("|")}
    return frozenset(listed | {"US", "UK", "U.S.", "U.K.", "State", "Local", "European", "Arab"})


def called(phrase: str) -> str | None:
    """Return the name of an unlisted medium that a phrase calls by what it is.

    For example: ``Nordlys`` of ``the Nordlys newspaper``.
    """
    words = phrase.strip(' ,."“”')
    if words.rpartition(" ")[2] not in _kinds():
        behind = _named_behind().fullmatch(straight(words)) if not _kinds().isdisjoint(words.split()) else None
        return words[slice(*behind.span("name"))] if behind is not None else None
    found = _called().fullmatch(straight(words))
    name = words[slice(*found.span("name"))] if found is not None else ""
    return None if not name or name.split()[-1] in _adjectives() else name
