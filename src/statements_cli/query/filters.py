"""Let through the statements that a filter asks for.

A filter given twice means either; different filters mean both.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, get_args

from statements_cli.model import Act, DateBasis, Kind, SpeakerType

if TYPE_CHECKING:
    from datetime import date

OneOrMore: TypeAlias = str | Iterable[str]

KINDS: tuple[str, ...] = get_args(Kind)
TYPES: tuple[str, ...] = get_args(SpeakerType)
ACTS: tuple[str, ...] = (*get_args(Act), "any")
DATE_BASES: tuple[str, ...] = get_args(DateBasis)
DEFAULT_ACTS = ("speech", "writing", "report")
DEFAULT_CONFIDENCE = 0.25
"""What is less sure is doubtful: leaving it out gives the highest F1 of statements with their speakers.

Measured on annotated news by cross-validation (``benchmarks/articles.py``). Half of the F1 that is meant would be
best where confidence is calibrated (Lipton, Elkan and Naryanaswamy, ECML 2014).
"""
_CODE = 3  # letters of a language's longest code
_CHOICES = {"kinds": KINDS, "types": TYPES, "acts": ACTS, "date_bases": DATE_BASES}


class FilterError(ValueError):
    """A value that a filter can't take.

    The ``field`` it was given for, ``what`` is wrong, how to ``mend`` it.
    """

    def __init__(self, field: str, what: str, mend: str) -> None:
        super().__init__(f"{field}: {what}. {mend}.")
        self.field, self.what, self.mend = field, what, mend


@dataclass(frozen=True, slots=True, init=False, repr=False)
class Filter:
    """Say what statements must be to be found; an empty field lets everything through.

    Each field takes one value or several, any of which will do, and keeps them as a tuple. Values are what the
    options of the command take; the filter keeps them as the records have them:

    * ``speakers``: names, which a store finds by any spelling and by a part; ``roles``, ``outlets``, ``vias``,
      ``audiences``, ``channels``, ``questions``: words in what the record says, whatever their case and accents;
    * ``countries``: codes, names or adjectives of countries and bodies; ``languages``: codes or names;
    * ``kinds``, ``types``, ``acts``, ``date_bases``: values of the record, in any case; ``acts`` is all but
      ``attitude`` unless given, and ``"any"`` is all;
    * ``since`` and ``until``: the first and last day, both included; ``on``: days, months, years or spans of days as
      pairs of first and last. A date is a ``date`` or text: ``2025-05-20``, ``2025-05``, ``"20 May 2025"``,
      ``"last week"``. A statement known only by month or year is found where that overlaps;
    * ``undated``: with dates, statements without a day are found too; without dates, only those;
    * ``confidence``: the least confidence, 0 to 1; by default what is doubtful is left out, and 0 is all.

    >>> wanted = Filter(countries="China", since="20 May 2025", kinds=["direct", "mixed"])
    >>> wanted.countries, wanted.since
    (('CN',), '2025-05-20')
    >>> Filter(kinds="loud")
    Traceback (most recent call last):
        ...
    statements_cli.query.filters.FilterError: kinds: 'loud' is not known. Use one of direct, mixed, indirect.

    Raises ``FilterError``, a ``ValueError``, for an empty value, for a kind, type, act, basis, language or date that
    isn't one, for days that end before they begin, and for a confidence outside 0 to 1.
    """

    speakers: tuple[str, ...]
    roles: tuple[str, ...]
    countries: tuple[str, ...]
    outlets: tuple[str, ...]
    kinds: tuple[str, ...]
    types: tuple[str, ...]
    acts: tuple[str, ...]
    vias: tuple[str, ...]
    audiences: tuple[str, ...]
    channels: tuple[str, ...]
    questions: tuple[str, ...]
    languages: tuple[str, ...]
    since: str | None
    until: str | None
    on: tuple[tuple[str, str], ...]
    date_bases: tuple[str, ...]
    undated: bool
    confidence: float

    def __init__(
        self,
        speakers: OneOrMore = (),
        roles: OneOrMore = (),
        countries: OneOrMore = (),
        outlets: OneOrMore = (),
        kinds: OneOrMore = (),
        types: OneOrMore = (),
        acts: OneOrMore = DEFAULT_ACTS,
        vias: OneOrMore = (),
        audiences: OneOrMore = (),
        channels: OneOrMore = (),
        questions: OneOrMore = (),
        languages: OneOrMore = (),
        since: str | date | None = None,
        until: str | date | None = None,
        on: str | date | Iterable[str | date | tuple[str, str]] = (),
        date_bases: OneOrMore = (),
        undated: bool = False,
        confidence: float = DEFAULT_CONFIDENCE,
    ) -> None:
        values: dict[str, object] = {
            "speakers": _several("speakers", speakers),
            "roles": _several("roles", roles),
            "countries": tuple(map(_country, _several("countries", countries))),
            "outlets": _several("outlets", outlets),
            "kinds": _chosen("kinds", kinds),
            "types": _chosen("types", types),
            "acts": _chosen("acts", acts),
            "vias": _several("vias", vias),
            "audiences": _several("audiences", audiences),
            "channels": _several("channels", channels),
            "questions": _several("questions", questions),
            "languages": tuple(map(_language, _several("languages", languages))),
            "since": None if since is None else _period("since", since)[0],
            "until": None if until is None else _period("until", until)[1],
            "on": _periods(on),
            "date_bases": _chosen("date_bases", date_bases),
            "undated": undated,
            "confidence": confidence,
        }
        for name, value in values.items():
            if isinstance(value, tuple) and any(isinstance(one, str) and not one.strip() for one in value):
                raise FilterError(name, "an empty value stands for nothing", "Give one, or leave it out")
        if not isinstance(confidence, (int, float)):
            raise FilterError("confidence", f"{confidence!r} is no number", "Give it as 0.8")
        if not 0 <= confidence <= 1:
            raise FilterError("confidence", f"{confidence:g} is not between 0 and 1", "Give it as 0.8")
        for name, value in values.items():
            object.__setattr__(self, name, value)
        if self.since and self.until and self.since > self.until:
            raise FilterError("since", f"{since} is later than until {until}", "Change them round")

    def __repr__(self) -> str:
        """Show what the filter asks for."""
        values = [(name, getattr(self, name)) for name in self.__match_args__]
        asked = [f"{name}={value!r}" for name, value in values if value != getattr(_NOTHING_ASKED, name)]
        return f"Filter({', '.join(asked)})"

    @property
    def dated(self) -> bool:
        """Return whether the filter asks for days at all."""
        return self.since is not None or self.until is not None or bool(self.on)


def _several(field: str, given: OneOrMore) -> tuple[str, ...]:
    if isinstance(given, str):
        return (given,)
    values = tuple(given) if isinstance(given, Iterable) else (given,)
    for value in values:
        if not isinstance(value, str):
            raise FilterError(field, f"{value!r} is no text", "Give a text, or several")
    return values


def _chosen(field: str, given: OneOrMore) -> tuple[str, ...]:
    values = tuple(value.casefold() for value in _several(field, given))
    for value in values:
        if value not in _CHOICES[field]:
            nearest = _nearest(value, _CHOICES[field])
            raise FilterError(field, f"{value!r} is not known{nearest}", f"Use one of {', '.join(_CHOICES[field])}")
    return values


def _country(given: str) -> str:
    if len(given) == 2 and given.isupper() and given != "UK":
        return given
    from statements_cli.query.countries import country_code

    return country_code(given)


def _nearest(given: str, known: Iterable[str]) -> str:
    """Return in words the nearest of these to a value, or nothing."""
    from statements_cli.text.similarity import closest

    found = closest(given, known)
    return f"; nearest: {found[0]}" if found else ""


def _language(given: str) -> str:
    from statements_cli.text.languages import language_code, language_names

    code = language_code(given)
    if code is None:
        nearest = _nearest(given, [name.capitalize() for name in language_names() if len(name) > _CODE])
        mend = "Give its name in English, or its code of two letters, as fr"
        raise FilterError("languages", f"{given} is no language known{nearest}", mend)
    return code


def _periods(given: str | date | Iterable[str | date | tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    if isinstance(given, str) or not isinstance(given, Iterable):
        return (_period("on", given),)
    return tuple(_period("on", one) if not isinstance(one, tuple) else _span(*one) for one in given)


def _span(first: str, last: str) -> tuple[str, str]:
    span = _period("on", first)[0], _period("on", last)[1]
    if span[0] > span[1]:
        raise FilterError("on", f"{first} is later than {last}", "Change them round")
    return span


def _period(field: str, given: str | date) -> tuple[str, str]:
    """Return first and last day of what is given.

    Most often it is a day as the records have them.
    """
    from datetime import date

    if isinstance(given, date):
        given = given.isoformat()[:10]
    if not isinstance(given, str):
        raise FilterError(field, f"{given!r} is no date", "Give a day as 2025-05-20")
    if not given.strip():
        raise FilterError(field, "an empty value stands for nothing", "Give a day, or leave it out")
    if len(given) == 10:
        try:
            return (date.fromisoformat(given).isoformat(),) * 2
        except ValueError:  # a day in other words
            pass
    from statements_cli.query.periods import period

    try:
        return period(given, date.today().isoformat())
    except ValueError as error:
        what, _, mend = str(error).partition(". ")
        raise FilterError(field, what, mend or "Give a day as 2025-05-20") from error


_NOTHING_ASKED = Filter()
