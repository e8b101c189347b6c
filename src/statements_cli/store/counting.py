"""Count the statements of a store by what they have in common, in SQL."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from statements_cli.query.order import COUNT_FIELDS, PERIOD_FIELDS, ordered
from statements_cli.store.results import Count
from statements_cli.store.tables.table_definitions import ACTS, KINDS

if TYPE_CHECKING:
    from sqlite3 import Connection

    from statements_cli.store.tables.conditions import Condition

_COLUMNS = {
    "speaker": "p.name",
    "country": "m.country",
    "role": "m.role",
    "type": "m.type",
    "outlet": "o.name",
    "kind": "s.kind",
    "act": "s.act",
}
_OF_MENTIONS = " join mention m on m.number = s.mention"
_JOINS = {
    "p": f"{_OF_MENTIONS} left join speaker p on p.number = m.speaker",
    "m": _OF_MENTIONS,
    "o": " join article a on a.number = s.article left join outlet o on o.number = a.outlet",
    "s": "",
}
_MONTH, _DAY = 7, 10  # characters of a month and of a day in ISO 8601
_MOST_FIELDS = 2


def checked_fields(by: str | Sequence[str]) -> tuple[str, ...]:
    """Return the fields to count by.

    Raises ``ValueError`` for unknown ones, and for more than two.
    """
    fields = (by,) if isinstance(by, str) else tuple(by)
    for field in fields:
        if field not in COUNT_FIELDS:
            raise ValueError(f"nothing is counted by {field}. Use one of {', '.join(COUNT_FIELDS)}")
    if not fields or len(set(fields)) != len(fields) or len(fields) > _MOST_FIELDS:
        raise ValueError("statements are counted by one field, or by two different ones")
    return fields


def counts_where(connection: Connection, fields: Sequence[str], condition: Condition) -> list[Count]:
    """Count the statements of a condition by a field's values or two fields' pairs.

    A statement whose day is known less exactly than the field asks for counts under None, as one without a value.
    """
    columns = [_COLUMNS.get(field, "s.date") for field in fields]
    tables = {column[0] for column in columns}
    joins = "".join(_JOINS[table] for table in sorted(tables - ({"m"} if "p" in tables else set())))
    rows = connection.execute(
        f"select {', '.join(columns)}, count(*) from statement s{joins} where {condition.sql}"
        f" group by {', '.join(str(at + 1) for at in range(len(columns)))}",
        condition.values,
    )
    read = [_READ.get(field, str) for field in fields]
    counts: Counter[tuple[str | None, ...]] = Counter()
    for *values, count in rows:
        counts[tuple(None if v is None else one(v) for one, v in zip(read, values, strict=True))] += count
    return [Count(tuple(fields), values, count) for values, count in counts.items()]


def in_order(counts: Sequence[Count], sort: str | None) -> list[Count]:
    """Return counts in an order.

    By default periods in time, others by how many there are, those unknown last.
    """
    if not counts:
        return []
    sort = sort or ("value" if counts[0].fields[0] in PERIOD_FIELDS else "statements")
    by_value = counts
    for at in reversed(range(len(counts[0].fields))):
        by_value = ordered(by_value, "value", lambda one, _, at=at: one.values[at])  # type: ignore[misc]
    known = [one for one in by_value if one.values[0] is not None]
    unknown = [one for one in by_value if one.values[0] is None]
    return [*ordered(known, sort, lambda one, key: one.statements if key == "statements" else one.values[0]), *unknown]


def _week(date: str) -> str | None:
    if len(date) < _DAY:
        return None
    from datetime import date as calendar_date

    year, week, _ = calendar_date.fromisoformat(date[:_DAY]).isocalendar()
    return f"{year}-W{week:02}"


_READ: dict[str, Callable[..., str | None]] = {
    "kind": KINDS.__getitem__,
    "act": ACTS.__getitem__,
    "year": lambda date: str(date[:4]),
    "month": lambda date: date[:_MONTH] if len(date) >= _MONTH else None,
    "week": _week,
    "day": lambda date: date[:_DAY] if len(date) >= _DAY else None,
}
