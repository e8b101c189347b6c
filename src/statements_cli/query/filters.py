"""A filter and statements come in; the statements that pass it go out.

A filter given twice means either; different filters mean both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from statements_cli.model import Statement
from statements_cli.query.fulltext.query_words import fold

ALL_ACTS = ("speech", "writing", "report", "attitude")
DEFAULT_ACTS = ("speech", "writing", "report")
DEFAULT_CONFIDENCE = 0.25
"""What is less sure is doubtful: leaving it out gives the highest F1 of statements with their speakers.

Measured on annotated news by cross-validation (``benchmarks/articles.py``). Half of the F1 that is meant would be
best where confidence is calibrated (Lipton, Elkan and Naryanaswamy, ECML 2014).
"""


@dataclass(frozen=True, slots=True)
class Filter:
    """What a statement must be to be let through; an empty field lets everything through.

    ``speakers`` are canonical names (``Store.statements`` also takes other spellings and parts of
    names); ``roles``, ``outlets`` and ``vias`` match any part of what the record says, whatever its
    case and accents; ``countries`` and ``languages`` are codes as in the record. ``since`` and ``until`` are ISO 8601
    days, both included; ``on`` holds periods as pairs of first and last day, any of which will do; a
    date known only by month or year passes where it overlaps with them.
    ``undated`` lets statements without a day through a date filter, and without a date filter lets
    only them through. ``acts`` leaves out attitudes unless told otherwise. ``confidence`` is the
    least confidence, 0 to 1: by default what is doubtful is left out, and 0 lets everything through.
    """

    speakers: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    acts: tuple[str, ...] = DEFAULT_ACTS
    vias: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    on: tuple[tuple[str, str], ...] = ()
    undated: bool = False
    confidence: float = DEFAULT_CONFIDENCE

    @property
    def dated(self) -> bool:
        """Whether the filter asks for days at all."""
        return self.since is not None or self.until is not None or bool(self.on)


class Passed(NamedTuple):
    """The statements that pass a filter, in their order.

    ``undated`` counts those that only their missing day kept out, ``doubtful`` those that only their confidence did.
    """

    statements: tuple[Statement, ...]
    undated: int = 0
    doubtful: int = 0


def passing(statements: Iterable[Statement], wanted: Filter) -> Passed:
    """Return the statements that pass ``wanted``, in their order."""
    tests = _tests(wanted)
    passed: list[Statement] = []
    undated = doubtful = 0
    for statement in statements:
        if not all(test(statement) for test in tests):
            continue
        if statement.date is None and wanted.dated and not wanted.undated:
            undated += statement.confidence >= wanted.confidence
        elif passes_date(statement.date, wanted):
            if statement.confidence >= wanted.confidence:
                passed.append(statement)
            else:
                doubtful += 1
    return Passed(tuple(passed), undated, doubtful)


def overlaps(date: str, since: str | None, until: str | None) -> bool:
    """Return whether a day, month or year in ISO 8601 has a day in common with ``since`` to ``until``.

    All three may be known to the day, the month or the year; a period counts whole.
    """
    # Of two ISO dates of different length, the shorter covers the longer exactly where it begins it.
    after = since is None or date >= since or since.startswith(date)
    before = until is None or date <= until or date.startswith(until)
    return after and before


def _tests(wanted: Filter) -> list[Callable[[Statement], bool]]:
    """Return a test for each field of the filter that asks for something, days and confidence left out."""
    tests: list[Callable[[Statement], bool]] = []
    if wanted.acts and "any" not in wanted.acts:
        acts = frozenset(wanted.acts)
        tests.append(lambda statement: statement.act in acts)
    if wanted.kinds:
        kinds = frozenset(wanted.kinds)
        tests.append(lambda statement: statement.kind in kinds)
    if wanted.speakers:
        speakers = frozenset(wanted.speakers)
        tests.append(lambda statement: statement.speaker in speakers)
    if wanted.types:
        types = frozenset(wanted.types)
        tests.append(lambda statement: statement.type in types)
    if wanted.countries:
        countries = frozenset(country.casefold() for country in wanted.countries)
        tests.append(lambda statement: (statement.country or "").casefold() in countries)
    if wanted.languages:
        languages = frozenset(language.casefold() for language in wanted.languages)
        tests.append(lambda statement: (statement.language or "") in languages)
    if wanted.roles:
        roles = _folded(wanted.roles)
        tests.append(lambda statement: _holds((statement.role,), roles))
    if wanted.outlets:
        outlets = _folded(wanted.outlets)
        tests.append(lambda statement: _holds((statement.outlet,), outlets))
    if wanted.vias:
        vias = _folded(wanted.vias)
        tests.append(lambda statement: _holds(statement.via, vias))
    return tests


def _folded(parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(fold, parts))


def _holds(values: tuple[str | None, ...], parts: tuple[str, ...]) -> bool:
    folded = [fold(value) for value in values if value]
    return any(part in value for value in folded for part in parts)


def passes_date(date: str | None, wanted: Filter) -> bool:
    """Return whether a date (ISO 8601, a time after it does no harm) passes the filter's days."""
    if date is None:
        return wanted.undated or not wanted.dated
    if not wanted.dated:
        return not wanted.undated
    date = date[:10]
    on = not wanted.on or any(overlaps(date, first, last) for first, last in wanted.on)
    return on and overlaps(date, wanted.since, wanted.until)
