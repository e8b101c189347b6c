"""Answer how the statements of a store are spread over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statements_cli.query.filters import Filter
from statements_cli.query.order import ROW_FIELDS
from statements_cli.store.base import EVERYTHING
from statements_cli.store.tables.conditions import Condition
from statements_cli.store.text_search import Searching

if TYPE_CHECKING:
    from statements_cli.query.asking import Query
    from statements_cli.utterances.periods_counted import Timeline, Unit


class OverTime(Searching):
    """What is asked of a store about time."""

    def timeline(
        self,
        query: str | Query | None = None,
        wanted: Filter = EVERYTHING,
        by: Unit | None = None,
        rows: str | None = None,
    ) -> Timeline:
        """Count by period the statements that pass a filter and answer ``query``.

        ``by`` is ``day``, ``week``, ``month`` or ``year``; the span decides where it isn't given. ``rows`` is a field
        whose values are a row each: ``speaker``, ``country``, ``outlet``, ``kind``, ``act``, ``role`` or ``type``. The
        periods reach over all days that the filter asks for. Raises ``ValueError`` for other rows, and ``QueryError``
        for a query that asks nothing.
        """
        from statements_cli.store.counting import counts_where
        from statements_cli.utterances.periods_counted import DayCount, timeline_of

        if rows is not None and rows not in ROW_FIELDS:
            raise ValueError(f"no timeline has rows by {rows}. Use one of {', '.join(ROW_FIELDS)}")
        wanted = self.resolve(wanted)
        passed = self.matching(query, wanted)
        fields = ("date",) if rows is None else (rows, "date")
        counts = counts_where(self._connection, fields, passed)
        counted = (DayCount(one.values[0] if rows else None, one.values[-1], one.statements) for one in counts)
        names = {"speaker": wanted.speakers, "country": wanted.countries}.get(rows or "", ())
        return timeline_of(counted, by, wanted.since, wanted.until, tuple(filter(None, names)))

    def doubtful(self, query: Query | None = None, wanted: Filter = EVERYTHING) -> int:
        """Return how many statements only the filter's least confidence keeps out.

        0 with a query, of which none is.
        """
        return 0 if query is not None else self._doubtful(wanted)

    def matching(self, query: str | Query | None, wanted: Filter = EVERYTHING) -> Condition:
        """Return a filter's, and a query's, condition over statement ``s``."""
        passed = self._conditions(wanted)[1]
        if query is None:
            return passed
        from json import dumps

        from statements_cli.query.asking import parse_query
        from statements_cli.query.fulltext.ranking import search

        asked = parse_query(query) if isinstance(query, str) else query
        wanted = asked.narrowing(wanted)
        found = search(self._texts(wanted), asked, None)
        numbers = dumps([match.number for match in found.best])
        return self._conditions(wanted)[1] & Condition("s.number in (select value from json_each(?))", (numbers,))
