"""Find the blocks of an index's statements in which versions of one utterance are sought.

A statement is compared with those of its speaker, its country's bodies and its relays within a few days: all blocks of
an index, or those that a change can reach.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from statements_cli.store.resolution.reports import (
    day_in,
    marks,
    portions,
    report_in,
    reports_where,
    rows_by_speaker,
    speaker_in,
)
from statements_cli.store.tables.rows import read_json
from statements_cli.utterances.blocking import ComparisonBlock, day_windows, with_others
from statements_cli.utterances.likeness import MOST_DAYS
from statements_cli.utterances.speaker_keys import speaker_key

if TYPE_CHECKING:
    from sqlite3 import Connection

    from statements_cli.utterances.likeness import ComparedStatement

_BODY = "m.type in ('country', 'organisation')"
_NEAR = "(s.date between ? and ? or length(s.date) < 10 or s.date is null)"


class Touched(NamedTuple):
    """Where a statement was or is looked for, and the group it was in."""

    speaker: str
    country: str | None
    stands_for_it: bool
    day: int | None
    utterance: str | None = None


def touched_by(one: ComparedStatement) -> Touched:
    """Return where a statement is looked for."""
    return Touched(one.speaker, one.country, one.stands_for_it, one.day)


class ReachedStatements:
    """The statements that a change can reach, and the blocks in which they are compared."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        vias = connection.execute("select distinct via from statement where via is not null")
        self._vias: dict[str, list[str]] = {}
        for (via,) in vias:
            for name in {speaker_key(name) for name in read_json(via)}:
                self._vias.setdefault(name, []).append(via)

    def relays(self) -> Collection[str]:
        """Return the names under which statements are passed on."""
        return self._vias.keys()

    def passed_on(self, name: str) -> Iterator[ComparedStatement]:
        """Return the statements that a relay passes on."""
        return self._held("relay", name, None)

    def by(self, touched: Iterable[Touched]) -> set[int]:
        """Return the statements that seek versions where one of these was or is.

        Their own, by day, or undated.
        """
        days: dict[tuple[str, str], list[int | None]] = {}
        for one in touched:
            days.setdefault(("speaker", one.speaker), []).append(one.day)
            if one.stands_for_it and one.country:
                days.setdefault(("country", one.country), []).append(one.day)
            if one.speaker in self._vias:
                days.setdefault(("relay", one.speaker), []).append(one.day)
        found: set[int] = set()
        for (kind, name), each in days.items():
            for first, last in _spans(day for day in each if day is not None):
                found.update(one.number for one in self._held(kind, name, (first, last), words=False))
            if None in each:
                found.update(one.number for one in self._held(kind, name, (0, 0), words=False))
        return found

    def blocks(self, wanted: Collection[int]) -> Iterator[ComparisonBlock]:
        """Yield the blocks in which the wanted statements seek versions."""
        seekers = [one for numbers in portions(sorted(wanted)) for one in self._numbered(numbers)]
        by_speaker: dict[str, list[ComparedStatement]] = {}
        by_country: dict[str, list[ComparedStatement]] = {}
        by_relay: dict[str, list[ComparedStatement]] = {}
        for one in seekers:
            by_speaker.setdefault(one.speaker, []).append(one)
            if one.country:
                by_country.setdefault(one.country, []).append(one)
            for name in one.relays:
                by_relay.setdefault(name, []).append(one)
        for name, own in by_speaker.items():
            yield ComparisonBlock(own, self._around("speaker", name, own))
        for country, own in by_country.items():
            yield ComparisonBlock(own, self._around("body", country, own))
        for name, own in by_relay.items():
            yield ComparisonBlock(own, self._around("speaker", name, own))

    def _around(self, kind: str, name: str, seekers: Sequence[ComparedStatement]) -> list[ComparedStatement]:
        if any(one.day is None for one in seekers):
            return list(self._held(kind, name, None))
        found: dict[int, ComparedStatement] = {}
        for span in _spans(one.day for one in seekers if one.day is not None):
            found.update((one.number, one) for one in self._held(kind, name, span))
        return list(found.values())

    def _held(
        self, kind: str, name: str, span: tuple[int, int] | None, *, words: bool = True
    ) -> Iterator[ComparedStatement]:
        """Yield the statements of a speaker, country, its bodies or relays.

        Of days, and undated.
        """
        values: tuple[Any, ...] = (name,)
        if kind == "speaker":
            sql = "p.key = ?"
        elif kind == "relay":
            values = tuple(self._vias[name])
            sql = f"s.via in {marks(values)}"
        else:
            sql = f"m.country = ? and {_BODY}" if kind == "body" else "m.country = ?"
        if span is None:
            yield from reports_where(self._connection, sql, values, words=words)
        else:
            near = tuple(_day(day) for day in span)
            yield from reports_where(self._connection, f"{sql} and {_NEAR}", (*values, *near), words=words)

    def _numbered(self, numbers: Sequence[int]) -> Iterator[ComparedStatement]:
        return reports_where(self._connection, f"s.number in {marks(numbers)}", numbers)


def all_blocks(connection: Connection) -> Iterator[ComparisonBlock]:
    """Yield every block of an index, one in memory at a time."""
    for _, rows in groupby(rows_by_speaker(connection), speaker_in):
        own = list(rows)
        yield from _blocks_in(own) if len(own) > 1 else ()
    countries = connection.execute(f"select distinct m.country from mention m where m.country is not null and {_BODY}")
    for (country,) in countries.fetchall():
        bodies = list(reports_where(connection, f"m.country = ? and {_BODY}", (country,)))
        if bodies:
            yield ComparisonBlock(list(reports_where(connection, "m.country = ?", (country,))), bodies)
    reached = ReachedStatements(connection)
    for name in sorted(reached.relays()):
        media = list(reports_where(connection, "p.key = ?", (name,)))
        if media:
            yield ComparisonBlock(list(reached.passed_on(name)), media)


def _blocks_in(rows: Sequence[tuple[Any, ...]]) -> Iterator[ComparisonBlock]:
    """Yield the blocks of a speaker's statements.

    Where all have a day, those of some days at a time.
    """
    days = [day for day in map(day_in, rows) if day is not None]
    if len(days) < len(rows):
        own = list(map(report_in, rows))
        yield ComparisonBlock(own, own)
        return
    rows = [row for _, row in sorted(zip(days, rows, strict=True), key=itemgetter(0))]
    days.sort()
    among = with_others(days)
    rows, days = [rows[place] for place in among], [days[place] for place in among]
    made: dict[int, ComparedStatement] = {}
    for seekers, near in day_windows(days):
        made = {place: made.get(place) or report_in(rows[place]) for place in near}
        yield ComparisonBlock([made[place] for place in seekers], list(made.values()))


def _spans(days: Iterable[int]) -> list[tuple[int, int]]:
    """Return the spans of days within reach of some days, joined where they overlap."""
    spans: list[tuple[int, int]] = []
    for day in sorted(set(days)):
        first, last = day - MOST_DAYS, day + MOST_DAYS
        if spans and first <= spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], last)
        else:
            spans.append((first, last))
    return spans


def _day(ordinal: int) -> str:
    from datetime import date

    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal())).isoformat()
