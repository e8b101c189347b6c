"""Turn statements in their passages into the page's rows, an article a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby
from typing import Any, NamedTuple, TypeAlias

from statements_cli.model import Article, Span, Statement
from statements_cli.model.signs import gaps_marked
from statements_cli.output.citations.footnote import footnote
from statements_cli.output.safe import page_text
from statements_cli.store.results import Passage

PageRow: TypeAlias = dict[str, Any]
Mark: TypeAlias = tuple[int, int, str]
"""Where a part of a statement stands in its passage, in UTF-16 units as JavaScript counts, and which part it is."""

_PARTS = ("content", "cue", "source")


class Heading(NamedTuple):
    """What stands above a report.

    Its title, what was asked for in words, the day it was made, by which version.

    ``ranked`` says that the statements answer a query, the best of them first.
    """

    title: str
    asked: Sequence[str]
    made: str
    version: str
    ranked: bool = False


def page_rows(passages: Iterable[Passage], ranks: dict[str, int] | None = None) -> Iterator[PageRow]:
    """Yield a row for each article.

    What it is, its stretches that are shown, and its statements.

    The statements of an article must stand in a row. ``ranks`` are the places of statements in the answer to a query,
    by id. Paragraphs that several statements stand in are kept once. A key whose value is unknown is left out.
    """
    for _, several in groupby(passages, key=lambda one: (one.statement.path, one.statement.article)):
        of_article = list(several)
        stretches = _united([passage.span for passage in of_article])
        first = of_article[0]
        texts = [_shown_text(first, span) for span in stretches]
        row = _article_row(first.article, first.statement)
        row["passages"] = texts
        row["statements"] = [_statement_row(passage.statement, stretches, texts, ranks or {}) for passage in of_article]
        yield row


def _article_row(article: Article, statement: Statement) -> PageRow:
    return _known(
        headline=statement.headline,
        outlet=statement.outlet,
        byline=statement.byline,
        published=statement.published,
        basis=statement.published_basis,
        language=article.language,
        url=statement.url,
        path=statement.path,
    )


def _statement_row(
    statement: Statement, stretches: Sequence[Span], texts: Sequence[str], ranks: dict[str, int]
) -> PageRow:
    words, _ = gaps_marked(statement.text, statement.spans.content)
    spans = statement.spans
    at = _passage_of(statement, stretches)
    row = _known(
        id=statement.id,
        date=statement.date,
        basis=statement.date_basis,
        speaker=statement.speaker,
        type=statement.type,
        role=statement.role,
        country=statement.country,
        kind=statement.kind,
        act=statement.act,
        words=words,
        via=", ".join(statement.via) or None,
        audience=statement.audience,
        channel=statement.channel,
        question=statement.question,
        group=statement.utterance,
        footnote=footnote(statement),
        rank=ranks.get(statement.id),
    )
    if at is not None:
        parts = zip(_PARTS, (spans.content, spans.cue, spans.source), strict=True)
        row["passage"] = at
        row["marks"] = marks_in(texts[at], stretches[at], [(*span, part) for part, these in parts for span in these])
    return row


def marks_in(text: str, stretch: Span, parts: Iterable[tuple[int, int, str]]) -> list[Mark]:
    """Return a statement's parts in a stretch of its document, in order, none nested.

    ``text`` is the text of the stretch as it is shown, of as many characters.
    """
    units = _utf16_offsets(text)
    marks: list[Mark] = []
    end = stretch[0]
    for start, stop, part in sorted(parts):
        if end <= start < stop <= stretch[1]:
            marks.append((units[start - stretch[0]], units[stop - stretch[0]], part))
            end = stop
    return marks


def _utf16_offsets(text: str) -> Sequence[int]:
    if text.isascii() or max(text) < "\U00010000":
        return range(len(text) + 1)
    return [0, *accumulate(2 if letter > "\uffff" else 1 for letter in text)]


def _united(spans: Sequence[Span]) -> list[Span]:
    """Return the spans with those that overlap made one, in text order.

    Empty ones left out.
    """
    united: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if united and start < united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return united


def _passage_of(statement: Statement, stretches: Sequence[Span]) -> int | None:
    """Return which stretch holds what was said, or the cue where the content is unknown."""
    spans = statement.spans
    first = min((start for start, _ in (*spans.content, *spans.cue)), default=None)
    if first is None:
        return None
    return next((at for at, (start, end) in enumerate(stretches) if start <= first < end), None)


def _shown_text(passage: Passage, span: Span) -> str:
    """Return a stretch of a document as the page shows it.

    Line ends inside a paragraph are spaces.
    """
    text = page_text(passage.document[slice(*span)])
    if "\n" not in text:
        return text
    letters = list(text)
    for block in passage.article.blocks:
        for at in range(max(block.span[0], span[0]) - span[0], min(block.span[1], span[1]) - span[0]):
            if letters[at] == "\n":
                letters[at] = " "
    return "".join(letters)


def _known(**values: Any) -> PageRow:
    """Return the values that are known, made harmless for a page."""
    return {
        key: page_text(value) if isinstance(value, str) else value for key, value in values.items() if value is not None
    }
