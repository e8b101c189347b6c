"""Parse a transcript: the turns of its speakers, and the prose around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING

from statements_cli.model import FAST, ModelName, SaidOn, Spans, Statement
from statements_cli.pipeline import english
from statements_cli.pipeline.packed_statements import PackedStatements
from statements_cli.pipeline.pieces import prose_of_transcript
from statements_cli.pipeline.statement_making import statement_of
from statements_cli.transcripts.day import spoken_on
from statements_cli.transcripts.label_speakers import resolve_labels
from statements_cli.transcripts.spoken_turns import read_turns
from statements_cli.transcripts.turn_statements import turn_attributions

if TYPE_CHECKING:
    from statements_cli.articles.article_text import ArticleText
    from statements_cli.speakers.user_names import Names

LONGEST_WHOLE = 1_000_000
"""Characters of the longest transcript whose prose is read as a whole, where this is no longer than an article."""
LONGEST_HELD = 100_000
"""Characters of the longest transcript whose statements are held as objects."""
_PORTION = 500  # statements that are made at a time


def parse(article_text: ArticleText, names: Names | None = None, model: ModelName = FAST) -> Sequence[Statement]:
    """Return the statements of a transcript's turns and prose, in order of content.

    Who speaks under a label is decided by all turns, however long the transcript is; what is said is read turn by turn.
    """
    day = spoken_on(article_text)
    pieces = prose_of_transcript(article_text, LONGEST_WHOLE)
    prose = (said for piece in pieces for said in sorted(_prose(piece, day, names, model), key=_content))
    said = merge(prose, _turns(article_text, day, names), key=_content)
    start, end = article_text.article.span
    if end - start <= LONGEST_HELD:
        return tuple(said)
    found = PackedStatements()
    while portion := tuple(islice(said, _PORTION)):
        found.extend(portion)
    return found


def _content(statement: Statement) -> Spans:
    return statement.spans.content


def _turns(article_text: ArticleText, day: SaidOn, names: Names | None) -> Iterator[Statement]:
    """Yield what is said in the turns."""
    turns = read_turns(article_text)
    speakers = resolve_labels(article_text, turns, names)
    for attribution, links in turn_attributions(article_text, turns):
        asker = speakers.get(links.asked_by or "")
        if asker is not None and asker.type == "person":
            links = links._replace(asked_by=asker.speaker)
        label = " ".join(article_text.text[slice(*attribution.source[0])].split())
        yield statement_of(article_text, attribution, links, speakers[label], day)


def _prose(article_text: ArticleText, day: SaidOn, names: Names | None, model: ModelName) -> list[Statement]:
    """Return what the prose around turns reports, on the turns' day by default."""
    article = article_text.article
    if article.published is not None or day.date is None:
        return english.parse(article_text, names, model)
    dated = article_text.of(replace(article, published=day.date, published_basis="inferred"))
    return [replace(said, published=None, published_basis=None) for said in english.parse(dated, names, model)]
