"""Recognise the country or international body that a phrase names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from statements_cli.data import table, word_list
from statements_cli.model import SpeakerType

_LONGEST = 6  # words in the longest name of the lists that a phrase is searched for


class Place:
    """What a name of the lists stands for.

    ``name`` is the name to give as speaker, ``code`` the country or body spoken for (empty for one
    that speaks for no state), ``how`` one of ``country``, ``adjective``, ``capital``, ``seat``, ``body``,
    ``region``.
    """

    __slots__ = ("code", "how", "name", "type")

    def __init__(self, name: str, type: SpeakerType, code: str, how: str) -> None:
        self.name = name
        self.type: SpeakerType = type
        self.code = code
        self.how = how


@cache
def places() -> dict[str, Place]:
    """Return every printed name of countries, peoples, capitals, seats and international bodies."""
    known = {name: Place(name, "organisation", "", "region") for name in word_list("places/regions.txt")}
    for code, name, others, adjectives, capitals in table("places/countries.tsv"):
        for word in _listed(adjectives):
            known[word] = Place(name, "country", code, "adjective")
        for word in _listed(capitals):
            known.setdefault(word, Place(name, "country", code, "capital"))
        for word in (name, *_listed(others)):
            known[word] = Place(name, "country", code, "country")
    for acronym, name, others in table("names/bodies.tsv"):
        for word in (name, *_listed(others)):
            known[word] = Place(name, "organisation", acronym, "body")
    for name in word_list("names/firms.txt"):
        known.setdefault(name, Place(name, "organisation", "", "body"))
    for word, name, kind, code in table("places/seats.tsv"):
        known[word] = Place(name or word, "media" if kind == "media" else "organisation", code, "seat")
        if kind == "country":
            known[word] = Place(name, "country", code, "capital")
    known.update({name.replace("'", "’"): place for name, place in known.items() if "'" in name})
    return known


@cache
def international_bodies() -> frozenset[str]:
    """Return the acronyms of international bodies, which one speaks for beside a country."""
    return frozenset(row[0] for row in table("names/bodies.tsv"))


@cache
def country_names() -> dict[str, str]:
    """Return the name of each country by its code."""
    return {row[0]: row[1] for row in table("places/countries.tsv")}


def place_named(name: str) -> Place | None:
    """Return the country or body called ``name``, without article and possessive."""
    name = bare(name)
    found = places().get(name)
    if found is None and name.endswith("s") and len(name) > 4:  # "the Russians", "Ukrainians"
        found = places().get(name[:-1])
        return found if found is not None and found.how == "adjective" else None
    return found


@lru_cache(maxsize=4096)
def bare(name: str) -> str:
    """Return ``name`` without a leading article and a closing possessive."""
    name = name.strip()
    closed = name[-1:] in ("s", "'", "’")  # asked first, for few names are
    if closed:
        for ending in ("'s", "’s", "‘s"):
            name = name.removesuffix(ending)
    if name[:1] in ("t", "T", "a", "A"):
        first, _, rest = name.partition(" ")
        if rest and first in ("the", "The", "THE", "a", "A", "an", "An"):
            return rest
    return name.removesuffix("'").removesuffix("’") if closed else name


def places_in(words: Sequence[str]) -> list[tuple[int, int, Place]]:
    """Return the places in a phrase as word ranges, longest names first."""
    found: list[tuple[int, int, Place]] = []
    at = 0
    while at < len(words):
        step = 1
        if words[at][:1].isupper():
            for length in range(min(_LONGEST, len(words) - at), 0, -1):
                place = places().get(bare(" ".join(words[at : at + length]).rstrip(",.;")))
                if place is None:
                    place = places().get(bare(" ".join(words[at : at + length]).rstrip(",;")))
                if place is None and "-" in words[at] and length == 1:  # "Kremlin-installed" stands for nobody
                    break
                if place is not None:
                    found.append((at, at + length, place))
                    step = length
                    break
        at += step
    return found


def _listed(cell: str) -> list[str]:
    return cell.split("|") if cell else []
