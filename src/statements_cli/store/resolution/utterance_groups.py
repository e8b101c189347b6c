"""Group an index's statements that are versions of one utterance.

What a statement is compared with depends on the statements around it (``comparison_blocks``). So after a
change only those whose days or speakers it touches are compared again, with all that stood in a group with one of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from statements_cli.store.resolution.comparison_blocks import ReachedStatements, all_blocks, touched_by
from statements_cli.store.resolution.reports import (
    marks,
    portions,
    reports_where,
    shown_before,
)
from statements_cli.utterances.grouping import Groups, Member, first_of, group_id, join_versions, ordinal

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


def group_all(connection: Connection, *, grouped: bool = False) -> None:
    """Find the versions of every statement, none of which has been looked at.

    ``grouped`` says that records told their groups: a statement isn't the first of any in which the one stands that its
    own group was named after. These groups are given up.

    Statements are read in the order of their speakers and written in their own, unless few have versions, so that no
    page of the tables is read or written again for each: what a statement takes doesn't grow with how many there are.
    """
    groups = Groups()
    join_versions(all_blocks(connection), groups)
    joined = groups.joined()
    later = _taken_back(connection, joined) if grouped else frozenset[int]()
    (held,) = connection.execute("select ifnull(max(number), 0) from statement").fetchone()
    if len(joined) * _MANY < held and not later:
        _write(connection, groups.several().values())
        return
    first: dict[int, Member] = {}
    for number, *member in connection.execute(ALL_MEMBERS):
        if number not in later and (group := joined.get(number)) is not None:
            first[group] = first_of((first[group], Member(*member)) if group in first else (Member(*member),))
    rows = ((first[joined[number]].id, number) for number in sorted(joined))
    connection.executemany("update statement set utterance = ? where number = ?", rows)


def _taken_back(connection: Connection, joined: Mapping[int, int]) -> Collection[int]:
    """Take back the groups that records told.

    Return the statements that aren't the first of theirs. ``joined`` has the group of each statement that has one now.
    """
    told = dict(
        connection.execute("select number, utterance from statement where utterance is not null and utterance <> id")
    )
    connection.execute("update statement set utterance = null where utterance is not null")
    named: dict[tuple[int, str], bool] = {
        (joined[number], utterance): False for number, utterance in told.items() if number in joined
    }
    for number, id_ in connection.execute("select number, id from statement") if named else ():
        if (name := (joined.get(number, -1), id_)) in named:
            named[name] = True
    return {number for number, utterance in told.items() if named.get((joined.get(number, -1), utterance))}


def keep_groups(connection: Connection) -> None:
    """Keep the groups that statements came with, where they are of several.

    The column holds the group's id, but null for a statement whose own id that is, as most are the only one of theirs:
    so few rows are written again. A group whose first report isn't there is named after the first that is.
    """
    connection.execute(
        "update statement set utterance = id where utterance is null"
        " and (id in (select utterance from statement where utterance is not null)"
        " or id in (select id from statement group by id having count(*) > 1))"
    )
    connection.execute(
        "update statement set utterance = null where utterance in"
        " (select utterance from statement where utterance is not null group by utterance having count(*) = 1)"
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
    touched = [touched_by(one.report)._replace(utterance=one.utterance) for one in removed]
    wanted: set[int] = set()

    def touch(condition: str, value: int) -> list[ComparedStatement]:
        found = list(reports_where(connection, condition, (value,), words=False))
        touched.extend(map(touched_by, found))
        wanted.update(one.number for one in found)
        return found

    for number in added:
        touch("s.article = ?", number)
    for number, shown in before.items():
        touched.extend([touched_by(shown_before(one, shown)) for one in touch("s.mention = ?", number)])
    for number, date in redated.items():
        touched.extend([touched_by(one)._replace(day=ordinal(date)) for one in touch("s.number = ?", number)])
    if not touched:
        return
    reached = ReachedStatements(connection)
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
