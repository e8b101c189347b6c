"""Read statements and articles from an index as they were parsed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from statements_cli.model import Article, Clue, Evidence, Statement
from statements_cli.model.codec import decoded
from statements_cli.model.values import NOTHING_KNOWN
from statements_cli.store.tables.rows import SELECT, evidence_and_blocks, evidence_rows, read_json, unpacked_statement

if TYPE_CHECKING:
    from sqlite3 import Connection


_KEPT = 64  # articles whose evidence is kept: statements come in nearly the order of their articles
_AT_ONCE = 100  # statements in one question
_ARTICLES = (
    "select a.number, a.id, d.path, a.first, a.last, a.headline, a.byline, o.name, a.published, a.published_basis,"
    " a.language, a.url, a.packed, a.lent from article a join document d on d.number = a.document"
    " left join outlet o on o.number = a.outlet"
)


class _Kept(NamedTuple):
    """The evidence of an article's statements, encoded, and the number of the first of them."""

    rows: Sequence[Any]
    opening: int


class EvidenceReader:
    """Reads the evidence for statements, by their number and that of their article."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._kept: dict[int, _Kept] = {}

    def of(self, statement: int, article: int) -> Evidence:
        """Return the evidence for a statement."""
        kept = self._kept.get(article)
        if kept is None:
            if len(self._kept) >= _KEPT:
                oldest, *_ = self._kept
                del self._kept[oldest]
            packed, opening = self._connection.execute(
                "select packed, opening from article where number = ?", (article,)
            ).fetchone()
            kept = self._kept[article] = _Kept(evidence_rows(packed), opening)
        return decoded(kept.rows[statement - kept.opening], Evidence) if kept.rows else NOTHING_KNOWN


def statements_where(
    connection: Connection, condition: str, values: Sequence[Any] = (), order: str = "s.number"
) -> Iterator[tuple[int, Statement]]:
    """Yield the statements for which a condition over ``schema.FROM`` holds, each with its number.

    ``condition`` and ``order`` are SQL of the program's own, never a user's; what users give are ``values``.
    """
    evidence = EvidenceReader(connection)
    for row in connection.execute(f"{SELECT} where {condition} order by {order}", values):
        yield row[0], unpacked_statement(row, evidence.of(row[0], row[-1]))


def statements_numbered(connection: Connection, numbers: Sequence[int]) -> Iterator[Statement]:
    """Yield the statements of these numbers, in their order."""
    evidence = EvidenceReader(connection)
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
    """Yield the articles of a condition over ``a`` and document ``d``, with numbers."""
    for row in connection.execute(f"{_ARTICLES} where {condition} order by {order}", values):
        evidence, blocks = evidence_and_blocks(row[12])
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
                evidence=(*evidence, *_lent(row[13])),
            ),
        )


def _lent(lent: str | None) -> tuple[Clue, ...]:
    return () if lent is None else decoded(read_json(lent), tuple[Clue, ...])
