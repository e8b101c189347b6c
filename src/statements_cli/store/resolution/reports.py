"""Read the statements of an index as far as grouping looks at them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from statements_cli.store.tables.rows import read_json
from statements_cli.utterances.grouping import ordinal, report_of
from statements_cli.utterances.speaker_keys import speaker_key

if TYPE_CHECKING:
    from sqlite3 import Connection

    from statements_cli.store.resolution.namesakes import Shown
    from statements_cli.utterances.likeness import ComparedStatement

_OWN_DATE = "case when l.statement is null then s.date else l.date end"
_FROM = (
    " from statement s join article a on a.number = s.article join mention m on m.number = s.mention"
    " join speaker p on p.number = m.speaker left join lent_date l on l.statement = s.number where a.compared and "
)
_COLUMNS = "s.number, s.id, a.id, p.name, m.type, m.country, s.via, {date}, s.text"
_BY_SPEAKER = (
    f"select {_COLUMNS.format(date='s.date')} from statement s cross join article a on a.number = s.article"
    " cross join mention m on m.number = s.mention cross join speaker p on p.number = m.speaker"
    " where a.compared order by p.key"
)
_AT_ONCE = 500  # values in one question


class Removed(NamedTuple):
    """A statement taken out.

    As it was with the day it had, and with that of its article alone; its group.
    """

    report: ComparedStatement
    own: ComparedStatement
    utterance: str | None


def reports_where(
    connection: Connection, condition: str, values: Sequence[Any] = (), *, own: bool = False, words: bool = True
) -> Iterator[ComparedStatement]:
    """Yield the statements with a speaker for which a condition holds.

    ``own`` takes the dates that their articles alone give, in the place of lent ones. Without ``words`` their wordings
    are empty.
    """
    for row in rows_where(connection, condition, values, own=own):
        yield report_in(row, words=words)


def rows_where(
    connection: Connection, condition: str, values: Sequence[Any] = (), *, own: bool = False
) -> Iterator[tuple[Any, ...]]:
    """Return the rows of the same statements, which ``report_in`` reads: they take less memory.

    They are a cursor: a generator over one would close it when it ends, and complain where an interruption has closed
    the database before.
    """
    columns = _COLUMNS.format(date=_OWN_DATE if own else "s.date")
    return connection.execute(f"select {columns}{_FROM}{condition}", values)


def rows_by_speaker(connection: Connection) -> Iterator[tuple[Any, ...]]:
    """Return the rows of all statements with a speaker, ordered by speaker.

    The tables are gone through once, as they stand, and SQLite sorts: to look each statement up by its speaker reads a
    page for each where an index is larger than what memory holds of it.
    """
    return connection.execute(_BY_SPEAKER)


def report_in(row: tuple[Any, ...], *, words: bool = True) -> ComparedStatement:
    """Return the statement that a row holds, without ``words`` with an empty wording."""
    number, id_, article, name, type_, country, via, day, text = row
    relays = read_json(via) if via else ()
    return report_of(number, id_, article, name, type_, country, relays, day, text if words else "")


def speaker_in(row: tuple[Any, ...]) -> str:
    """Return the folded name of the speaker that a row holds."""
    return speaker_key(row[3])


def day_in(row: tuple[Any, ...]) -> int | None:
    """Return the ordinal of the day that a row holds, if it is one."""
    return ordinal(row[-2])


def removed_from(connection: Connection, article: int) -> list[Removed]:
    """Return the statements of an article before they are removed."""
    utterances: dict[int, str | None] = dict(
        connection.execute("select number, utterance from statement where article = ?", (article,))
    )
    own = reports_where(connection, "s.article = ?", (article,), own=True)
    both = zip(reports_where(connection, "s.article = ?", (article,), words=False), own, strict=True)
    return [Removed(report, alone, utterances[report.number]) for report, alone in both]


def shown_before(report: ComparedStatement, shown: Shown) -> ComparedStatement:
    """Return a statement with the speaker that was shown for it before.

    ``shown`` has name, type, role and country.
    """
    name, type_, _, country = shown
    like = report_of(0, "", "", name, type_, country, (), None, "")
    return report._replace(speaker=like.speaker, country=country, stands_for_it=like.stands_for_it)


def portions(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Yield as many values at a time as one question may hold."""
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]


def marks(values: Sequence[Any]) -> str:
    """Return the question marks for values, in brackets."""
    return f"({', '.join('?' * len(values))})"
