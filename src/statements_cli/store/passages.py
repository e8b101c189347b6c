"""Find the paragraphs around a statement."""

from __future__ import annotations

from statements_cli.model import Article, Span, Statement

_AROUND = 600  # characters: how much of a paragraph without end is shown on either side


def passage_span(statement: Statement, article: Article, text: str) -> Span:
    """Return the span of the paragraphs that content, cue and source of a statement stand in."""
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
