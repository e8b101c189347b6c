"""Cross two fields that statements are counted by.

A row for each value of one, a column for each of the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from statements_cli.query.order import PERIOD_FIELDS, ordered

if TYPE_CHECKING:
    from statements_cli.store.results import Count

UNKNOWN = "unknown"
TOTAL = "statements"
_GAP = 2  # columns of a terminal between two of a table
_FIRST = 16  # columns of a terminal that the first column should have


class CrossTable(NamedTuple):
    """The rows of a cross table by column name.

    The first field, the values of the second, and the total.
    """

    field: str
    columns: tuple[str, ...]
    rows: tuple[dict[str, Any], ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the names of all columns."""
        return (self.field, *self.columns, TOTAL)

    def fitting(self, width: int) -> tuple[str, ...]:
        """Return the columns that a terminal of this width has room for: the first ones."""
        room = width - _FIRST - _GAP - max([len("All"), *(len(str(row[TOTAL])) for row in self.rows)])
        kept = []
        for column in self.columns:
            room -= _GAP + max([len(column), *(len(str(row[column])) for row in self.rows)])
            if room < 0:
                break
            kept.append(column)
        return tuple(kept)


def crossed(counts: Sequence[Count], sort: str | None = None) -> CrossTable:
    """Return the cross table of counts by two fields.

    Rows stand in the order that ``sort`` says, as those of counts by one field do. Columns are periods in the order
    of time, else those with the greatest number first; what isn't known comes last.
    """
    field, other = counts[0].fields
    rows: dict[str | None, dict[str | None, int]] = {}
    totals: dict[str | None, int] = {}
    for count in counts:
        row, column = count.values
        rows.setdefault(row, {})[column] = count.statements
        totals[column] = totals.get(column, 0) + count.statements
    if other in PERIOD_FIELDS:
        columns = sorted(totals, key=lambda value: (value is None, value or ""))
    else:
        columns = sorted(totals, key=lambda value: (value is None, -totals[value], value or ""))
    names = _names(columns, taken=(field, TOTAL))
    table = [
        {field: value, **{names[c]: held.get(c, 0) for c in columns}, TOTAL: sum(held.values())}
        for value, held in rows.items()
    ]
    sort = sort or ("value" if field in PERIOD_FIELDS else TOTAL)
    by_value = ordered(table, "value", lambda row, _: row[field])
    known = [row for row in by_value if row[field] is not None]
    unknown = [row for row in by_value if row[field] is None]
    rows_in_order = [*ordered(known, sort, lambda row, key: row[TOTAL] if key == TOTAL else row[field]), *unknown]
    return CrossTable(field, tuple(names[column] for column in columns), tuple(rows_in_order))


def _names(values: Sequence[str | None], taken: tuple[str, ...]) -> dict[str | None, str]:
    """Return a name of its own for the column of each value."""
    names: dict[str | None, str] = {}
    for value in values:
        name = UNKNOWN if value is None else value
        while name in taken or name in names.values():
            name += "*"
        names[value] = name
    return names
