"""A filter and statements come in; the statements that pass it go out.

A filter given twice means either; different filters mean both.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from statements_cli.model import Statement
from statements_cli.query.words import fold

ALL_ACTS = ("speech", "writing", "report", "attitude")
DEFAULT_ACTS = ("speech", "writing", "report")


@dataclass(frozen=True, slots=True)
class Filter:
    """What a statement must be to be let through; an empty field lets everything through.

    ``speakers`` are canonical names (``Store.statements`` also takes other spellings and parts of
    names); ``roles``, ``outlets`` and ``vias`` match any part of what the record says, whatever its
    case and accents; ``countries`` are codes as in the record. ``since`` and ``until`` are ISO 8601
    days, both included; ``on`` holds periods as pairs of first and last day, any of which will do; a
    date known only by month or year passes where it overlaps with them.
    ``undated`` lets statements without a day through a date filter, and without a date filter lets
    only them through. ``acts`` leaves out attitudes unless told otherwise. ``confidence`` is the
    least confidence, 0 to 1.
    """

    speakers: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    acts: tuple[str, ...] = DEFAULT_ACTS
    vias: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    on: tuple[tuple[str, str], ...] = ()
    undated: bool = False
    confidence: float = 0.0

    @property
    def dated(self) -> bool:
        """Whether the filter asks for days at all."""
        return self.since is not None or self.until is not None or bool(self.on)


@dataclass(frozen=True, slots=True)
class Passed:
    """The statements that pass a filter, in their order, and how many only their missing day kept out."""

    statements: tuple[Statement, ...]
    undated: int = 0


def passing(statements: Iterable[Statement], wanted: Filter) -> Passed:
    """Return the statements that pass ``wanted``, in their order."""
    folded = _folded(wanted)
    passed: list[Statement] = []
    undated = 0
    for statement in statements:
        if not _passes_words(statement, folded):
            continue
        if statement.date is None and wanted.dated and not wanted.undated:
            undated += 1
        elif passes_date(statement.date, wanted):
            passed.append(statement)
    return Passed(tuple(passed), undated)


def overlaps(date: str, since: str | None, until: str | None) -> bool:
    """Return whether a day, month or year in ISO 8601 has a day in common with ``since`` to ``until``.

    All three may be known to the day, the month or the year; a period counts whole.
    """
    # Of two ISO dates of different length, the shorter covers the longer exactly where it begins it.
    after = since is None or date >= since or since.startswith(date)
    before = until is None or date <= until or date.startswith(until)
    return after and before


@dataclass(frozen=True, slots=True)
class _Folded:
    speakers: frozenset[str]
    countries: frozenset[str]
    kinds: frozenset[str]
    types: frozenset[str]
    acts: frozenset[str]
    roles: tuple[str, ...]
    outlets: tuple[str, ...]
    vias: tuple[str, ...]
    confidence: float


def _folded(wanted: Filter) -> _Folded:
    return _Folded(
        frozenset(wanted.speakers),
        frozenset(country.casefold() for country in wanted.countries),
        frozenset(wanted.kinds),
        frozenset(wanted.types),
        frozenset(ALL_ACTS if "any" in wanted.acts else wanted.acts),
        tuple(map(fold, wanted.roles)),
        tuple(map(fold, wanted.outlets)),
        tuple(map(fold, wanted.vias)),
        wanted.confidence,
    )


def _passes_words(statement: Statement, wanted: _Folded) -> bool:
    return (
        (not wanted.acts or statement.act in wanted.acts)
        and (not wanted.kinds or statement.kind in wanted.kinds)
        and (not wanted.speakers or statement.speaker in wanted.speakers)
        and (not wanted.types or statement.type in wanted.types)
        and (not wanted.countries or (statement.country or "").casefold() in wanted.countries)
        and statement.confidence >= wanted.confidence
        and (not wanted.roles or _holds((statement.role,), wanted.roles))
        and (not wanted.outlets or _holds((statement.outlet,), wanted.outlets))
        and (not wanted.vias or _holds(statement.via, wanted.vias))
    )


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
