"""A connection to an index comes in; statements, articles and evidence as they were parsed go out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from statements_cli.model import Article, Statement
from statements_cli.store.tables.rows import SELECT, evidence_of_all, notes_and_blocks, read_json, unpacked_statement

if TYPE_CHECKING:
    from sqlite3 import Connection


_KEPT = 64  # articles whose evidence is kept: statements come in nearly the order of their articles
_AT_ONCE = 100  # statements in one question
_ARTICLES = (
    "select a.number, a.id, d.path, a.first, a.last, a.headline, a.byline, o.name, a.published, a.published_basis,"
    " a.language, a.url, a.packed, a.lent from article a join document d on d.number = a.document"
    " left join outlet o on o.number = a.outlet"
)


class _Told(NamedTuple):
    """The evidence of an article's statements, the number of the first of them, and what another article lent it."""

    evidence: list[tuple[str, ...]]
    opening: int
    lent: tuple[str, ...]


class Evidence:
    """Tells the evidence for statements, by their number and that of their article."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._told: dict[int, _Told] = {}

    def of(self, statement: int, article: int) -> tuple[str, ...]:
        """Return the notes on a statement: what was found, who is meant, what day."""
        told = self._told.get(article)
        if told is None:
            if len(self._told) >= _KEPT:
                oldest, *_ = self._told
                del self._told[oldest]
            packed, opening, lent = self._connection.execute(
                "select packed, opening, lent from article where number = ?", (article,)
            ).fetchone()
            told = self._told[article] = _Told(evidence_of_all(packed), opening, _notes(lent))
        return (*told.evidence[statement - told.opening], *told.lent)


def statements_where(
    connection: Connection, condition: str, values: Sequence[Any] = (), order: str = "s.number"
) -> Iterator[tuple[int, Statement]]:
    """Yield the statements for which a condition over ``schema.FROM`` holds, each with its number.

    ``condition`` and ``order`` are SQL of the program's own, never a user's; what users give are ``values``.
    """
    evidence = Evidence(connection)
    for row in connection.execute(f"{SELECT} where {condition} order by {order}", values):
        yield row[0], unpacked_statement(row, evidence.of(row[0], row[-1]))


def statements_numbered(connection: Connection, numbers: Sequence[int]) -> Iterator[Statement]:
    """Yield the statements of these numbers, in their order."""
    evidence = Evidence(connection)
    for start in range(0, len(numbers), _AT_ONCE):
        wanted = numbers[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(wanted))
        rows = {row[0]: row for row in connection.execute(f"{SELECT} where s.number in ({marks})", wanted)}
        for number in wanted:
            row = rows[number]
            yield unpacked_statement(row, evidence.of(number, row[-1]))


def articles_where(
    connection: Connection, condition: str, values: Sequence[Any] = (), order: str = "d.place, a.number"
) -> Iterator[tuple[int, Article]]:
    """Yield the articles for which a condition over article ``a`` and document ``d`` holds, with their numbers."""
    for row in connection.execute(f"{_ARTICLES} where {condition} order by {order}", values):
        notes, blocks = notes_and_blocks(row[12])
        yield (
            row[0],
            Article(
                id=row[1],
                path=row[2],
                span=(row[3], row[4]),
                blocks=blocks,
                headline=row[5],
                byline=row[6],
                outlet=row[7],
                published=row[8],
                published_basis=row[9],
                language=row[10],
                url=row[11],
                notes=(*notes, *_notes(row[13])),
            ),
        )


def _notes(lent: str | None) -> tuple[str, ...]:
    return () if lent is None else tuple(read_json(lent))
