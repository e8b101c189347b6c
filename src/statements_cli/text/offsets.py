"""What was kept of a text of which parts were left out in; offsets in the rest as offsets in the whole out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from statements_cli.model import Article, Span, Spans, Statement, StatementSpans


class Offsets:
    """Where the characters of a shortened text stand in the text it was made from.

    ``kept`` are the spans of the whole text that were kept, in order, none empty.
    """

    def __init__(self, kept: Sequence[Span]) -> None:
        self._whole = [start for start, _ in kept]
        self._short = []
        length = 0
        for start, end in kept:
            self._short.append(length)
            length += end - start

    def place(self, at: int) -> int:
        """Where the character at an offset of the shortened text stands in the whole."""
        if not self._short:
            return 0
        part = max(0, bisect_right(self._short, at) - 1)
        return self._whole[part] + at - self._short[part]

    def span(self, span: Span) -> Span:
        """The span in the whole text from the first character of a span to its last."""
        start, end = span
        if start >= end:
            return (self.place(start),) * 2
        return self.place(start), self.place(end - 1) + 1

    def spans(self, spans: Spans) -> Spans:
        """Each of the spans in the whole text."""
        return tuple(map(self.span, spans))

    def article(self, article: Article) -> Article:
        """An article with the spans of the whole text."""
        blocks = tuple(replace(block, span=self.span(block.span)) for block in article.blocks)
        return replace(article, span=self.span(article.span), blocks=blocks)

    def statement(self, statement: Statement) -> Statement:
        """A statement with the spans of the whole text."""
        found = statement.spans
        spans = StatementSpans(self.spans(found.content), self.spans(found.cue), self.spans(found.source))
        return replace(statement, spans=spans)
