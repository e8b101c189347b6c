"""Give the code of a country or body as a user names it."""

from __future__ import annotations

from functools import cache

from statements_cli.query.fulltext.query_words import fold


@cache
def country_code(text: str) -> str:
    """Return a country's or body's code by code, name, adjective or acronym.

    For example: ``China``, ``eu``.

    What no list knows comes back as it is: it finds only what a user's own names file calls so.
    """
    text = text.strip()
    wanted = fold(text)
    if wanted.upper() in country_codes():
        return wanted.upper()
    from statements_cli.data import table

    for row in table("places/countries.tsv"):
        if wanted in map(fold, (row[1], *_forms(row, 2), *_forms(row, 3))):
            return row[0]
    for row in table("names/bodies.tsv"):
        if wanted in map(fold, (row[0], row[1], *_forms(row, 2))):
            return row[0]
    from statements_cli.speakers.names.places import place_named

    seat = place_named(text) or place_named(text.title())  # "Beijing", "the Kremlin"
    return seat.code if seat is not None and seat.code else text


@cache
def country_codes() -> frozenset[str]:
    """Return the codes of all countries and the acronyms of all bodies that are known."""
    from statements_cli.data import table

    return frozenset(row[0] for name in ("places/countries.tsv", "names/bodies.tsv") for row in table(name))


@cache
def country_words() -> tuple[str, ...]:
    """Return the names and adjectives by which countries and bodies are known."""
    from statements_cli.data import table

    named = [(row[1], *_forms(row, 2), *_forms(row, 3)) for row in table("places/countries.tsv")]
    named += [(row[0], row[1], *_forms(row, 2)) for row in table("names/bodies.tsv")]
    return tuple(word for words in named for word in words if word)


def _forms(row: list[str] | tuple[str, ...], column: int) -> list[str]:
    return row[column].split("|") if len(row) > column else []
