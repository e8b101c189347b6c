"""Let through the statements that pass a filter, field by field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from statements_cli.model import Statement
from statements_cli.query.filters import Filter
from statements_cli.query.fulltext.query_words import fold


class FilteredStatements:
    """Let through statements that pass a filter, and count those left out.

    ``undated`` counts those that only their missing day kept out, ``doubtful`` those that only their confidence did;
    both are complete when the statements have been read to their end.
    """

    def __init__(self, wanted: Filter) -> None:
        self._wanted = wanted
        self._tests = _tests(wanted)
        self.undated = 0
        self.doubtful = 0

    def of(self, statements: Iterable[Statement]) -> Iterator[Statement]:
        """Yield the statements that pass, in their order."""
        wanted = self._wanted
        for statement in statements:
            if not all(test(statement) for test in self._tests):
                continue
            if statement.date is None and wanted.dated and not wanted.undated:
                self.undated += statement.confidence >= wanted.confidence
            elif passes_date(statement.date, wanted):
                if statement.confidence >= wanted.confidence:
                    yield statement
                else:
                    self.doubtful += 1


def overlaps(date: str, since: str | None, until: str | None) -> bool:
    """Return whether an ISO 8601 day, month or year overlaps ``since`` to ``until``.

    All three may be known to the day, the month or the year; a period counts whole.
    """
    # Of two ISO dates of different length, the shorter covers the longer exactly where it begins it.
    after = since is None or date >= since or since.startswith(date)
    before = until is None or date <= until or date.startswith(until)
    return after and before


def _tests(wanted: Filter) -> list[Callable[[Statement], bool]]:
    """Return a test for each field the filter asks for.

    Days and confidence are left out.
    """
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
    if wanted.date_bases:
        bases = frozenset(wanted.date_bases)
        tests.append(lambda statement: statement.date_basis in bases)
    if wanted.vias:
        vias = tuple(map(fold, wanted.vias))
        tests.append(lambda statement: _holds(statement.via, vias))
    parts_of_values = {
        "role": wanted.roles,
        "outlet": wanted.outlets,
        "audience": wanted.audiences,
        "channel": wanted.channels,
        "question": wanted.questions,
    }
    return tests + [_holding(field, parts) for field, parts in parts_of_values.items() if parts]


def _holding(field: str, parts: Iterable[str]) -> Callable[[Statement], bool]:
    """Return the test whether a field of a statement holds one of these parts."""
    folded = tuple(map(fold, parts))
    return lambda statement: _holds((getattr(statement, field),), folded)


def _holds(values: tuple[str | None, ...], parts: tuple[str, ...]) -> bool:
    folded = [fold(value) for value in values if value]
    return any(part in value for value in folded for part in parts)


def passes_date(date: str | None, wanted: Filter) -> bool:
    """Return whether a date (ISO 8601, with or without time) passes the filter's days."""
    if date is None:
        return wanted.undated or not wanted.dated
    if not wanted.dated:
        return not wanted.undated
    date = date[:10]
    on = not wanted.on or any(overlaps(date, first, last) for first, last in wanted.on)
    return on and overlaps(date, wanted.since, wanted.until)
