"""Make the filter and query of a call, and say which speakers were taken."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from statements_cli.cli.errors import UsageError
from statements_cli.cli.options.filter_options import FilterOptions
from statements_cli.query.filters import DEFAULT_ACTS, DEFAULT_CONFIDENCE, Filter, FilterError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from statements_cli.output.messages import Messages
    from statements_cli.query.asking import Query
    from statements_cli.store.store import Store

OPTIONS = {
    "speakers": "--speaker",
    "roles": "--role",
    "countries": "--country",
    "outlets": "--outlet",
    "languages": "--language",
    "kinds": "--kind",
    "types": "--type",
    "vias": "--via",
    "audiences": "--audience",
    "channels": "--channel",
    "questions": "--question",
    "since": "--since",
    "until": "--until",
    "on": "--on",
    "date_bases": "--date-basis",
    "undated": "--undated",
    "confidence": "--min-confidence",
}
"""The option of each field of a filter; the acts have words of their own."""
MOST_NAMED = 8
"""Speakers that a line names where a name is that of more."""
_YEAR = re.compile(r"\d{4}")
_NEAR_COUNTRY = 70.0  # likeness in percent: names of countries are short and many, so that some are alike by chance
_NOBODY = "\0"  # no speaker is called so: a name that nobody has lets nothing through


def filter_of(options: FilterOptions, messages: Messages, acts: Sequence[str] = DEFAULT_ACTS) -> Filter:
    """Return the filter that the options ask for, and say how yearless dates were read.

    Speakers stay as typed.

    ``acts`` are those without ``--act``. Raises ``UsageError`` for what ``Filter`` doesn't take.
    """
    _refuse_lists(options)
    wanted = _filter_of(options, acts)
    for option, given, days in (
        ("--since", options.since, (wanted.since,)),
        ("--until", options.until, (wanted.until,)),
        *(("--on", *pair) for pair in zip(options.on or (), wanted.on, strict=True)),
    ):
        if given is not None and not _YEAR.search(given):
            messages.warn(f"{option} {given}: took it as {' to '.join(dict.fromkeys(filter(None, days)))}")
    return wanted


def _refuse_lists(options: FilterOptions) -> None:
    """Raise ``UsageError`` where several values stand in one option that takes one of a few."""
    for option in ("kind", "type", "act", "date_basis"):
        for given in getattr(options, option) or ():
            if "," in given:
                name = f"--{option.replace('_', '-')}"
                each = " ".join(f"{name} {one.strip()}" for one in given.split(",") if one.strip())
                raise UsageError(f"{name}: '{given}' is several values", f"Give the option once for each: {each}")


def _filter_of(options: FilterOptions, acts: Sequence[str]) -> Filter:
    try:
        return Filter(
            speakers=options.speaker or (),
            roles=options.role or (),
            countries=options.country or (),
            outlets=options.outlet or (),
            kinds=options.kind or (),
            types=options.type or (),
            acts=options.act or acts,
            vias=options.via or (),
            audiences=options.audience or (),
            channels=options.channel or (),
            questions=options.question or (),
            languages=options.language or (),
            since=options.since,
            until=options.until,
            on=options.on or (),
            date_bases=options.date_basis or (),
            undated=options.undated,
            confidence=DEFAULT_CONFIDENCE if options.min_confidence is None else options.min_confidence,
        )
    except FilterError as error:
        raise UsageError(f"{OPTIONS.get(error.field, '--act')}: {error.what}", error.mend) from error


def query_of(text: str) -> Query:
    """Parse a query. Raises ``UsageError`` for one that asks nothing."""
    from statements_cli.query.asking import QueryError, parse_query

    try:
        return parse_query(text)
    except QueryError as error:
        raise UsageError(str(error), error.mend) from error


def resolved(wanted: Filter, store: Store, messages: Messages) -> Filter:
    """Return the filter with the store's names of speakers, and say which were taken."""
    say_unknown(wanted, store, messages)
    if not wanted.speakers:
        return wanted
    names: list[str] = []
    for name in wanted.speakers:
        found = store.lookup(name)
        if not found.matches:
            messages.warn(f"no speaker is called {name}{_nearest(found.suggestions)}")
        elif found.exact and found.pairs:
            messages.warn(f"--speaker {name}: took {_first(found.pairs)} as well")
        elif not found.exact:
            took = "took it as" if len(found.matches) == 1 else "took all of"
            messages.warn(f"--speaker {name}: {took} {_first(found.matches)}")
        names += found.matches
    return replace(wanted, speakers=tuple(dict.fromkeys(names)) or (_NOBODY,))


def _first(names: Sequence[str]) -> str:
    """Return the first of some names, and how many more there are."""
    more = len(names) - MOST_NAMED
    return "; ".join(names[:MOST_NAMED]) + (f"; and {more} more" if more > 0 else "")


def say_unknown(wanted: Filter, store: Store, messages: Messages) -> None:
    """Say which values of a filter no record has, with the nearest."""
    if messages.quiet:
        return
    if wanted.countries:
        _say_unknown_countries(wanted.countries, store, messages)
    if wanted.outlets:
        _say_unknown_parts(wanted.outlets, store.names("outlet"), "no outlet is called", messages)
    if wanted.languages:
        _say_unknown_languages(wanted.languages, store.names("language"), messages)
    if wanted.roles:
        _say_unknown_parts(wanted.roles, store.names("role"), "no speaker's role has the words", messages)
    if wanted.vias:
        _say_unknown_parts(wanted.vias, store.names("via"), "no statement is relayed by", messages)
    if wanted.audiences:
        _say_unknown_parts(wanted.audiences, store.names("audience"), "no statement was made to", messages)
    if wanted.channels:
        _say_unknown_parts(wanted.channels, store.names("channel"), "no statement was made on", messages)


def _say_unknown_countries(countries: Sequence[str], store: Store, messages: Messages) -> None:
    from statements_cli.query.countries import country_codes, country_words
    from statements_cli.text.similarity import closest

    held = {code.casefold() for code in store.names("country")}
    for code in countries:
        if code and code not in country_codes() and code.casefold() not in held:
            words = country_words()
            begun = [word for word in words if word.casefold().startswith(code.casefold())] if len(code) > 2 else []
            near = begun[:1] or closest(code, words, least=_NEAR_COUNTRY)
            messages.warn(f"no country or body is called {code}{_nearest(near)}")


def _say_unknown_languages(asked: Sequence[str], held: Sequence[str], messages: Messages) -> None:
    """Say in which languages no article is, and in which they are.

    A code of two letters has no nearest.
    """
    for code in asked:
        if held and code not in held:
            messages.warn(f"no article is in {code}; they are in {', '.join(held)}")


def _say_unknown_parts(asked: Sequence[str], values: Sequence[str], unknown: str, messages: Messages) -> None:
    """Say which words asked for are part of no value, with the nearest.

    The nearest are values and words of values.
    """
    from statements_cli.query.fulltext.query_words import fold
    from statements_cli.text.similarity import closest

    folded = list(map(fold, values))
    for words in asked:
        if not any(fold(words) in value for value in folded):
            # one misspelt word is nearest to a word of a value, several to a whole one
            own = () if " " in words.strip() else (word for value in values for word in value.split())
            known = dict.fromkeys((*values, *own))
            messages.warn(f"{unknown} {words}{_nearest(closest(words, known, most=3))}")


def _nearest(names: Sequence[str]) -> str:
    return f"; nearest: {'; '.join(names)}" if names else ""
