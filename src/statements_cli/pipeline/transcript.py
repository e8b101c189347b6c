"""Parse a transcript: the turns of its speakers, and the prose around them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from statements_cli.model import FAST, ModelName, SaidOn, Statement
from statements_cli.pipeline import english
from statements_cli.pipeline.statement_making import statement_of
from statements_cli.transcripts.day import spoken_on
from statements_cli.transcripts.label_speakers import resolve_labels
from statements_cli.transcripts.turn_statements import read_turns, turn_attributions

if TYPE_CHECKING:
    from statements_cli.articles.article_text import ArticleText
    from statements_cli.speakers.user_names import Names


def parse(article_text: ArticleText, names: Names | None = None, model: ModelName = FAST) -> list[Statement]:
    """Return the statements of a transcript's turns and prose, in order of content."""
    day = spoken_on(article_text)
    prose = _prose(article_text, day, names, model)
    turns = read_turns(article_text)
    speakers = resolve_labels(article_text, turns, names)
    labels = {turn.label: turn.words for turn in turns}
    found = []
    for attribution, links in turn_attributions(article_text, turns):
        asker = speakers.get(links.asked_by or "")
        if asker is not None and asker.type == "person":
            links = replace(links, asked_by=asker.speaker)
        who = speakers[labels[attribution.source[0]]]
        found.append(statement_of(article_text, attribution, links, who, day))
    return sorted(prose + found, key=lambda statement: statement.spans.content)


def _prose(article_text: ArticleText, day: SaidOn, names: Names | None, model: ModelName) -> list[Statement]:
    """Return what the prose around turns reports, on the turns' day by default."""
    article = article_text.article
    if article.published is not None or day.date is None:
        return english.parse(article_text, names, model)
    dated = article_text.of(replace(article, published=day.date, published_basis="inferred"))
    return [replace(said, published=None, published_basis=None) for said in english.parse(dated, names, model)]
