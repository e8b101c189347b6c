"""Hold statements made of records until many are put together and written at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statements_cli.store.tables.packed_records import recorded_statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statements_cli.store.tables.mention_rows import MentionRows
    from statements_cli.store.tables.packed_records import RecordedArticle
    from statements_cli.store.tables.row_buffer import RowBuffer
    from statements_cli.store.tables.rows import Row

AT_ONCE = 1000
"""Statements that are put together and written at once."""


class RecordBuffer:
    """Statements in the order of their numbers, the next ones of ``rows``, held until ``write``.

    ``mentions`` counts what they say of their speakers; ``grouped`` says that the groups of their versions are known.
    """

    def __init__(self, rows: RowBuffer, mentions: MentionRows, *, grouped: bool) -> None:
        self._into = rows
        self._mentions = mentions
        self._grouped = grouped
        self._rows: list[Row] = []
        self._articles: list[int] = []
        self._documents: list[int] = []
        self._is_writable = True

    def add(self, document: int, article: int, found: RecordedArticle, *, is_writable: bool) -> None:
        """Take the statements of an article, given by its number and that of its document.

        ``is_writable`` says that there are no half characters in them.
        """
        count = len(found.rows)
        self._into.next_statement += count
        self._rows += found.rows
        self._articles += [article] * count
        self._documents += [document] * count
        self._is_writable = self._is_writable and is_writable

    def is_full(self) -> bool:
        """Return whether it is time to write."""
        return len(self._rows) >= AT_ONCE

    def write(self) -> Iterator[tuple[int, str]]:
        """Write the statements, after all documents and articles; yield the number and text of each."""
        rows, articles, documents = self._rows, self._articles, self._documents
        is_writable, self._is_writable = self._is_writable, True
        self._rows, self._articles, self._documents = [], [], []
        self._into.write()
        first = self._into.next_statement - len(rows)
        for start in range(0, len(rows), AT_ONCE):
            some = slice(start, start + AT_ONCE)
            told, columns = recorded_statements(rows[some], grouped=self._grouped, is_writable=is_writable)
            numbers = range(first + start, first + start + len(told))
            mentions = self._mentions.count_all(told, columns["source"])
            columns |= {"number": numbers, "article": articles[some], "mention": mentions}
            self._into.write_statements(documents[some], columns)
            yield from zip(numbers, columns["text"], strict=True)
