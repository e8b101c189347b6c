"""Ask a store for utterances: one statement for each, and all versions of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from statements_cli.query.filters import Filter
from statements_cli.query.order import UTTERANCE_ORDERS, check_order, check_page, ordered
from statements_cli.store.base import EVERYTHING, Held
from statements_cli.store.results import Fetched, Found
from statements_cli.store.tables.reader import statements_numbered, statements_where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from statements_cli.model import Statement
    from statements_cli.store.results import Hit

_VALUES = {
    **{"speaker": "p.name", "country": "m.country", "outlet": "o.name", "published": "a.published"},
    **{"article": "null", "reports": "null"},
}
# The fullest is the longest; of equally long ones that with more in quotation marks, then the first as documents stand.
_FULLEST = """
select number, reports, value from (
    select s.number, {value} as value, d.place,
           row_number() over (partition by ifnull(s.utterance, s.id)
                              order by length(s.text) desc, s.kind, d.place, s.number) as rank,
           dense_rank() over (partition by ifnull(s.utterance, s.id) order by a.id)
           + dense_rank() over (partition by ifnull(s.utterance, s.id) order by a.id desc) - 1 as reports
    from statement s join article a on a.number = s.article join document d on d.number = a.document
    join mention m on m.number = s.mention left join speaker p on p.number = m.speaker
    left join outlet o on o.number = a.outlet
    where {condition}
) where rank = 1 order by place, number
"""


class Reported(NamedTuple):
    """The fullest report of an utterance, with the number of articles that report it."""

    statement: Statement
    reports: int

    def to_dict(self) -> dict[str, Any]:
        """Return the statement's record with the number of reports."""
        return self.statement.to_dict() | {"reports": self.reports}


class ReportedHit(NamedTuple):
    """An utterance's best hit, with the number of articles that have one."""

    hit: Hit
    reports: int

    def to_dict(self) -> dict[str, Any]:
        """Return the hit's record and score with the number of reports."""
        return self.hit.to_dict() | {"reports": self.reports}


def distinct_hits(hits: Iterable[Hit]) -> list[ReportedHit]:
    """Return one hit for each utterance, the first, in their order."""
    best: dict[str, Hit] = {}
    articles: dict[str, set[str]] = {}
    for hit in hits:
        name = hit.statement.utterance or hit.statement.id
        best.setdefault(name, hit)
        articles.setdefault(name, set()).add(hit.statement.article)
    return [ReportedHit(hit, len(articles[name])) for name, hit in best.items()]


class Reporting(Held):
    """What is asked of a store by utterances."""

    def utterances(
        self, wanted: Filter = EVERYTHING, sort: str = "date", limit: int | None = None, offset: int = 0
    ) -> Found[Reported]:
        """Return an utterance's fullest statement that passes a filter, newest first.

        With each stands how many articles report the utterance in statements that pass. ``sort`` may be ``reports``,
        too. Raises ``ValueError`` for an unknown ``sort``, and for a negative ``limit`` or ``offset``.
        """
        check_order(sort, UTTERANCE_ORDERS)
        end = check_page(limit, offset)
        self._with("utterances")
        others, passed = self._conditions(wanted)
        key = sort.removeprefix("-")
        sql = _FULLEST.format(value=_VALUES.get(key, f"s.{key}"), condition=passed.sql)
        rows = self._connection.execute(sql, passed.values).fetchall()
        found = ordered(rows, sort, lambda row, key: row[1] if key == "reports" else row[2])
        reports = {number: count for number, count, _ in found}
        numbers = [number for number, _, _ in found]

        def fetch(numbers: Sequence[int]) -> Iterator[Reported]:
            for number, statement in zip(numbers, statements_numbered(self._connection, numbers), strict=True):
                yield Reported(statement, reports[number])

        undated, doubtful = self._undated(wanted, others), self._doubtful(wanted)
        return Found(Fetched(numbers[offset:end], fetch), len(numbers), undated, doubtful, offset=offset)

    def versions(self, utterance: str) -> tuple[Statement, ...]:
        """Return all statements of an utterance, in the order of the documents.

        ``utterance`` is the record's.
        """
        held = self._with("utterances")
        together = statements_where(held, "s.utterance = ?", (utterance,), "d.place, s.number")
        alone = statements_where(held, "s.id = ? and s.utterance is null", (utterance,), "d.place, s.number")
        return tuple(statement for found in (together, alone) for _, statement in found)
