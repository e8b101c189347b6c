"""Find the paragraphs around statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from statements_cli.model import Article, Span, Statement
from statements_cli.store.results import Passage
from statements_cli.store.tables.reader import articles_where
from statements_cli.store.tables.rows import unpacked_text

if TYPE_CHECKING:
    from sqlite3 import Connection

_AROUND = 600  # characters: how much of a paragraph without end is shown on either side
_of_article = attrgetter("path", "article")


def passages(connection: Connection, statements: Iterable[Statement]) -> Iterator[Passage]:
    """Yield statements in their passages.

    An article whose statements stand in a row is read once.
    """
    for (path, id), several in groupby(statements, key=_of_article):
        [(_, article), *_] = articles_where(connection, "a.id = ? and d.path = ?", (id, path))
        [packed] = connection.execute("select packed from document where path = ?", (path,)).fetchone()
        text = unpacked_text(packed)
        for statement in several:
            span = passage_span(statement, article, text)
            yield Passage(statement, article, text[slice(*span)], span, text)


def passage_span(statement: Statement, article: Article, text: str) -> Span:
    """Return the span of the paragraphs of a statement's content, cue and source."""
    said = (*statement.spans.content, *statement.spans.cue)
    # the label of a long turn stands far above its later paragraphs
    near = (span for span in statement.spans.source if not said or said[0][0] - span[1] <= _AROUND)
    spans = (*said, *near)
    if not spans:
        return (article.span[0], article.span[0])
    first = min(start for start, _ in spans)
    last = max(end for _, end in spans)
    start = max((b.span[0] for b in article.blocks if b.span[0] <= first), default=article.span[0])
    end = min((b.span[1] for b in article.blocks if b.span[1] >= last), default=article.span[1])
    start = max(start, first - _AROUND, 0)
    end = min(end, last + _AROUND, len(text))
    return (min(start, first), max(end, last))
