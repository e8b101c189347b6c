"""Translate a filter into an SQL condition with its values.

Only the program's own words become SQL: what users give stands in the values. ``query.filters`` says what a
filter means; the two are held together by tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from statements_cli.store.tables.rows import writable
from statements_cli.store.tables.table_definitions import ACTS, DATE_BASES, KINDS

if TYPE_CHECKING:
    from sqlite3 import Connection

    from statements_cli.query.filters import Filter

_AFTER = "~"  # comes after every character of an ISO date


class Condition(NamedTuple):
    """SQL over statement ``s`` or article ``a``, and the values for its question marks."""

    sql: str
    values: tuple[Any, ...] = ()

    def __and__(self, other: Condition) -> Condition:
        """Return the condition that both hold."""
        return Condition(f"{self.sql} and {other.sql}", (*self.values, *other.values))


def of_all_but_days(connection: Connection, wanted: Filter) -> Condition:
    """Return the condition that a filter makes, its days left out."""
    held = Condition("true")
    if wanted.acts and "any" not in wanted.acts:
        held &= _among("s.act", [ACTS.index(act) for act in wanted.acts if act in ACTS])
    if wanted.kinds:
        held &= _among("s.kind", [KINDS.index(kind) for kind in wanted.kinds if kind in KINDS])
    mentions = _of_mentions(connection, wanted)
    if mentions is not None:
        sql, values = mentions
        held &= Condition(
            f"s.mention in (select m.number from mention m left join speaker p on p.number = m.speaker where {sql})",
            values,
        )
    if wanted.confidence > 0:
        held &= Condition("s.confidence >= ?", (wanted.confidence,))
    if wanted.outlets or wanted.languages:
        sql, values = of_articles(connection, wanted)
        held &= Condition(f"s.article in (select a.number from article a where {sql})", values)
    if wanted.date_bases:
        held &= _among("s.date_basis", [DATE_BASES.index(basis) for basis in wanted.date_bases])
    if wanted.vias:
        held &= _among("s.via", _vias_holding(connection, wanted.vias))
    told = {"audience": wanted.audiences, "channel": wanted.channels, "question": wanted.questions}
    for column, parts in told.items():
        if parts:
            held &= _among(f"s.{column}", _values_holding(connection, column, parts))
    return held


def of_articles(connection: Connection, wanted: Filter) -> Condition:
    """Return the condition on article ``a`` of a filter's outlets and languages.

    Outlets are found by parts of their names.
    """
    held = Condition("true")
    if wanted.outlets:
        holds = _holding(wanted.outlets)
        outlets = connection.execute("select number, name from outlet")
        held &= _among("a.outlet", [number for number, name in outlets if holds([name])])
    if wanted.languages:
        held &= _among("a.language", [language.casefold() for language in wanted.languages])
    return held


def of_days(wanted: Filter, column: str = "s.date") -> Condition:
    """Return the condition that a filter's days make; ``column`` holds ISO 8601 dates.

    A date known only by month or year passes where it overlaps with them.
    """
    if not wanted.dated:
        return Condition(f"{column} is null" if wanted.undated else "true")
    held = Condition("true")
    if wanted.on:
        periods = dict.fromkeys(wanted.on)
        held &= _either([_overlapping(column, first, last) for first, last in periods])
    held &= _overlapping(column, wanted.since, wanted.until)
    return Condition(f"({column} is null or {held.sql})", held.values) if wanted.undated else held


def _either(held: Sequence[Condition]) -> Condition:
    """Return the condition that one of these holds.

    They are halved, for SQLite takes no chain of a thousand.
    """
    if len(held) == 1:
        return Condition(f"({held[0].sql})", held[0].values)
    one, other = _either(held[: len(held) // 2]), _either(held[len(held) // 2 :])
    return Condition(f"({one.sql} or {other.sql})", (*one.values, *other.values))


def _of_mentions(connection: Connection, wanted: Filter) -> Condition | None:
    held: list[Condition] = []
    if wanted.speakers:
        held.append(_among("p.name", wanted.speakers))
    if wanted.types:
        held.append(_among("m.type", wanted.types))
    if wanted.countries:
        countries = {country.casefold() for country in wanted.countries}
        told = connection.execute("select distinct country from mention")
        held.append(_among("m.country", [code for (code,) in told if (code or "").casefold() in countries]))
        if "" in countries:
            held[-1] = Condition(f"({held[-1].sql} or m.country is null)", held[-1].values)
    if wanted.roles:
        holds = _holding(wanted.roles)
        told = connection.execute("select distinct role from mention where role is not null")
        held.append(_among("m.role", [role for (role,) in told if holds([role])]))
    if not held:
        return None
    both = held[0]
    for one in held[1:]:
        both &= one
    return both


def _vias_holding(connection: Connection, parts: Sequence[str]) -> list[str]:
    from json import loads

    holds = _holding(parts)
    told = connection.execute("select distinct via from statement where via is not null")
    return [via for (via,) in told if holds(loads(via))]


def _values_holding(connection: Connection, column: str, parts: Sequence[str]) -> list[str]:
    holds = _holding(parts)
    told = connection.execute(f"select distinct {column} from statement where {column} is not null")
    return [value for (value,) in told if holds([value])]


def _holding(parts: Sequence[str]) -> Callable[[Iterable[str]], bool]:
    from statements_cli.query.fulltext.query_words import fold

    sought = [fold(part) for part in parts]
    return lambda values: any(part in value for value in map(fold, values) for part in sought)


def _among(column: str, values: Iterable[Any]) -> Condition:
    from json import dumps

    kept = writable(tuple(values))
    if len(kept) < 100:
        return Condition(f"{column} in ({', '.join('?' * len(kept))})", kept)
    # more than a question may have values of its own
    return Condition(f"{column} in (select value from json_each(?))", (dumps(kept),))


def _overlapping(column: str, since: str | None, until: str | None) -> Condition:
    held = Condition("true")
    if since is not None:
        wider = [since[:length] for length in range(4, len(since))]
        sql, values = _among(column, wider)
        held &= Condition(f"{column} >= ? and ({column} >= ? or {sql})", (since[:4], since, *values))
    if until is not None:
        # what begins with ``until`` is a part of it
        held &= Condition(f"{column} < ?", (until + _AFTER,))
    return held if since or until else Condition(f"{column} is not null")
