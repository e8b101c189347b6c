"""Group an index's statements that are versions of one utterance.

What a statement is compared with depends on the statements of its speaker, its country's bodies and its relays within a
few days (``utterances.blocking``). So after a change only those whose days or speakers it touches are compared again,
with all that stood in a group with one of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
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
    shown_before,
    speaker_in,
)
from statements_cli.store.tables.rows import read_json
from statements_cli.utterances.blocking import ComparisonBlock, day_windows, with_others
from statements_cli.utterances.grouping import Groups, Member, first_of, group_id, join_versions, ordinal
from statements_cli.utterances.likeness import MOST_DAYS
from statements_cli.utterances.speaker_keys import speaker_key

if TYPE_CHECKING:
    from sqlite3 import Connection

    from statements_cli.store.resolution.namesakes import Shown
    from statements_cli.store.resolution.reports import Removed
    from statements_cli.utterances.likeness import ComparedStatement

_MANY = 8  # looking one statement up costs as much as reading so many one after the other
_WRITTEN_AT_ONCE = 2000  # statements whose groups are written down together
_MEMBER = "s.number, case when a.lent is null then a.published else a.own_published end, s.id"
_MEMBERS = f"select {_MEMBER} from statement s join article a on a.number = s.article where s.number in"
ALL_MEMBERS = f"select {_MEMBER} from statement s cross join article a on a.number = s.article"
_BODY = "m.type in ('country', 'organisation')"
_NEAR = "(s.date between ? and ? or length(s.date) < 10 or s.date is null)"


class Touched(NamedTuple):
    """Where a statement was or is looked for, and the group it was in."""

    speaker: str
    country: str | None
    stands_for_it: bool
    day: int | None
    utterance: str | None = None


def group_all(connection: Connection) -> None:
    """Find the versions of every statement, none of which has been looked at.

    Statements are read in the order of their speakers and written in their own, unless few have versions, so that no
    page of the tables is read or written again for each: what a statement takes doesn't grow with how many there are.
    """
    groups = Groups()
    join_versions(_all_blocks(connection), groups)
    joined = groups.joined()
    (held,) = connection.execute("select ifnull(max(number), 0) from statement").fetchone()
    if len(joined) * _MANY < held:
        _write(connection, groups.several().values())
        return
    first: dict[int, Member] = {}
    for number, *member in connection.execute(ALL_MEMBERS):
        if (group := joined.get(number)) is not None:
            first[group] = first_of((first[group], Member(*member)) if group in first else (Member(*member),))
    rows = ((first[joined[number]].id, number) for number in sorted(joined))
    connection.executemany("update statement set utterance = ? where number = ?", rows)


def keep_groups(connection: Connection) -> None:
    """Keep the groups that statements came with, but for those of a single one.

    One whose first report isn't there is named after the first that is.
    """
    connection.execute(
        "update statement set utterance = null where utterance in"
        " (select utterance from statement group by utterance having count(*) = 1)"
    )
    headless = connection.execute(
        "select utterance, number from statement s where utterance is not null"
        " and not exists (select 1 from statement where id = s.utterance) order by utterance"
    )
    _write(connection, [[number for _, number in rows] for _, rows in groupby(headless, itemgetter(0))])


def regroup(
    connection: Connection,
    added: Sequence[int],
    removed: Sequence[Removed],
    before: Mapping[int, Shown],
    redated: Mapping[int, str | None],
) -> None:
    """Find the versions of the statements again that a change can reach.

    ``added`` are the numbers of articles put in, ``removed`` the statements taken out, ``before`` what was shown for
    mentions of which something else is shown now, ``redated`` the statements whose days are others, with those before.
    """
    touched = [_touched(one.report)._replace(utterance=one.utterance) for one in removed]
    wanted: set[int] = set()

    def touch(condition: str, value: int) -> list[ComparedStatement]:
        found = list(reports_where(connection, condition, (value,), words=False))
        touched.extend(map(_touched, found))
        wanted.update(one.number for one in found)
        return found

    for number in added:
        touch("s.article = ?", number)
    for number, shown in before.items():
        touched.extend([_touched(shown_before(one, shown)) for one in touch("s.mention = ?", number)])
    for number, date in redated.items():
        touched.extend([_touched(one)._replace(day=ordinal(date)) for one in touch("s.number = ?", number)])
    if not touched:
        return
    reached = _Reached(connection)
    wanted |= reached.by(touched)
    names = {one.utterance for one in touched if one.utterance}
    names |= _values(connection, "select distinct utterance from statement where number in", wanted)
    wanted |= _values(connection, "select number from statement where utterance in", names - {None})
    for numbers in portions(sorted(wanted)):
        connection.execute(f"update statement set utterance = null where number in {marks(numbers)}", numbers)
    groups = Groups()
    join_versions(reached.blocks(wanted), groups, wanted)
    joined = [set(numbers) for numbers in groups.several().values()]
    others = {number for numbers in joined for number in numbers} - wanted
    if others:  # whole groups that were not reached, now joined with what was
        for number, utterance in _pairs(connection, "select number, utterance from statement where number in", others):
            if utterance is not None:
                held = connection.execute("select number from statement where utterance = ?", (utterance,))
                for (other,) in held.fetchall():
                    groups.join(number, other)
        joined = [set(numbers) for numbers in groups.several().values()]
    _write(connection, joined)


class _Reached:
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


def _all_blocks(connection: Connection) -> Iterator[ComparisonBlock]:
    """Yield every block of an index, one in memory at a time."""
    for _, rows in groupby(rows_by_speaker(connection), speaker_in):
        own = list(rows)
        yield from _blocks_in(own) if len(own) > 1 else ()
    countries = connection.execute(f"select distinct m.country from mention m where m.country is not null and {_BODY}")
    for (country,) in countries.fetchall():
        bodies = list(reports_where(connection, f"m.country = ? and {_BODY}", (country,)))
        if bodies:
            yield ComparisonBlock(list(reports_where(connection, "m.country = ?", (country,))), bodies)
    reached = _Reached(connection)
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


def _touched(one: ComparedStatement) -> Touched:
    return Touched(one.speaker, one.country, one.stands_for_it, one.day)


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


def _write(connection: Connection, groups: Iterable[Collection[int]]) -> None:
    for some in _batches(groups):
        numbers = sorted({number for group in some for number in group})
        members = {number: Member(*member) for number, *member in _pairs(connection, _MEMBERS, numbers)}
        named = [(group_id(map(members.__getitem__, group)), group) for group in some]
        rows = ((name, number) for name, group in named for number in group)
        connection.executemany("update statement set utterance = ? where number = ?", rows)


def _batches(groups: Iterable[Collection[int]]) -> Iterator[list[Collection[int]]]:
    batch: list[Collection[int]] = []
    held = 0
    for group in groups:
        batch.append(group)
        held += len(group)
        if held >= _WRITTEN_AT_ONCE:
            yield batch
            batch, held = [], 0
    yield batch


def _pairs(connection: Connection, sql: str, values: Iterable[Any]) -> Iterator[Any]:
    for some in portions(sorted(values)):
        yield from connection.execute(f"{sql} {marks(some)}", some).fetchall()


def _values(connection: Connection, sql: str, values: Iterable[Any]) -> set[Any]:
    return {value for (value,) in _pairs(connection, sql, values)}
