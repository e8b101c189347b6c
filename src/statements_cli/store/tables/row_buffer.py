"""Hold rows of documents, articles and statements until many are written together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from statements_cli.store.tables.packed_documents import ARTICLE_COLUMNS, DOCUMENT_COLUMNS, STATEMENT_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from sqlite3 import Connection

    from statements_cli.store.tables.rows import Row

_AT_ONCE = 1000  # rows of a table that are written together
_NULL = -0.5
"""Stands for None, which is asked each time whether it adapts itself, in half the time of a row; no column holds it."""
Tell: TypeAlias = "Callable[[str, Sequence[int], Iterable[Row]], None]"
_COLUMNS = {
    "document": DOCUMENT_COLUMNS,
    "article": ARTICLE_COLUMNS,
    "statement": STATEMENT_COLUMNS,
}


class RowBuffer:
    """Rows in the order of their numbers, held until ``write``.

    ``next_document``, ``next_article`` and ``next_statement`` are the numbers of the next ones. Its methods raise
    ``sqlite3.Error``. ``tell`` hears of rows that are written, of the documents that they belong to, but not of those
    given to ``add_statement``.
    """

    def __init__(self, connection: Connection, tell: Tell | None = None) -> None:
        self._connection = connection
        self._tell = tell
        self.next_document, self.next_article, self.next_statement = map(self._next, _COLUMNS)
        self._may_be_null = {table: self._nullable(table) for table in _COLUMNS}
        self._documents: list[Row] = []
        self._articles: list[Row] = []
        self._statements: list[Row] = []

    def add_document(self, row: Row) -> None:
        """Take the next document's row, of whose path there is none."""
        self._documents.append(row)
        self.next_document += 1

    def add_article(self, row: Row) -> None:
        """Take the next article's row."""
        self._articles.append(row)
        self.next_article += 1
        if len(self._articles) >= _AT_ONCE:
            self.write()

    def add_statement(self, row: Row) -> None:
        """Take the next statement's row."""
        self._statements.append(row)
        self.next_statement += 1
        if len(self._statements) >= _AT_ONCE:
            self.write()

    def write_statements(self, documents: Sequence[int], columns: Mapping[str, Sequence[Any]]) -> None:
        """Write statements of documents, given by all their columns; ``next_statement`` knows of them already."""
        self._insert("statement", columns)
        if self._tell is not None:
            hashed = [columns[name] for name in STATEMENT_COLUMNS if name != "utterance"]
            self._tell("statement", documents, zip(*hashed, strict=True))

    def write(self) -> None:
        """Write the rows."""
        if self._tell is not None:
            self._tell("document", [row[0] for row in self._documents], self._documents)
            self._tell("article", [row[1] for row in self._articles], self._articles)
        held = (self._documents, self._articles, self._statements)
        for (table, names), rows in zip(_COLUMNS.items(), held, strict=True):
            if rows:
                self._insert(table, dict(zip(names, zip(*rows, strict=True), strict=True)))
            rows.clear()

    def _insert(self, table: str, columns: Mapping[str, Sequence[Any]]) -> None:
        """Write rows given by their columns; one that holds None alone is left out."""
        held: dict[str, Sequence[Any]] = {}
        marks = []
        for name, values in columns.items():
            nulls = values.count(None) if name in self._may_be_null[table] else 0
            if nulls < len(values):
                held[name] = [_NULL if value is None else value for value in values] if nulls else values
                marks.append(f"nullif(?, {_NULL})" if nulls else "?")
        sql = f"insert into {table} ({', '.join(held)}) values ({', '.join(marks)})"
        self._connection.executemany(sql, zip(*held.values(), strict=True))

    def _nullable(self, table: str) -> frozenset[str]:
        rows = self._connection.execute(f"pragma table_info({table})")
        return frozenset([name for _, name, _, never, *_ in rows if not never])

    def _next(self, table: str) -> int:
        (last,) = self._connection.execute(f"select ifnull(max(number), 0) from {table}").fetchone()
        return int(last) + 1
