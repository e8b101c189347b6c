"""Parse an article in English prose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from statements_cli.articles.readouts import is_readout
from statements_cli.attribution.finder import find_attributions
from statements_cli.dates.from_own_text import infer_published
from statements_cli.dates.said import dated_by_text_alone, said_on
from statements_cli.model import FAST, Attribution, Chain, ModelName, Spans, Statement
from statements_cli.pipeline.statement_making import statement_of
from statements_cli.provenance.chain import chain
from statements_cli.provenance.conversations import in_conversations
from statements_cli.speakers.coreference.resolve import resolve

if TYPE_CHECKING:
    from statements_cli.articles.article_text import ArticleText
    from statements_cli.speakers.user_names import Names


def dated(article_text: ArticleText) -> ArticleText:
    """Return an undated article with the day that its own text indicates, marked as inferred."""
    inferred = infer_published(article_text)
    if inferred is None:
        return article_text
    article = article_text.article
    day, clues = inferred
    return article_text.of(
        replace(article, published=day, published_basis="inferred", evidence=(*article.evidence, *clues))
    )


def parse(article_text: ArticleText, names: Names | None = None, model: ModelName = FAST) -> list[Statement]:
    """Return the statements of an article's prose, in the order of their contents."""
    readout = is_readout(article_text.article, article_text.text)
    found = find_attributions(article_text, readout=readout, model=model)
    chained = _once_each(chain(article_text, found))
    attributions = [attribution for attribution, _ in chained]
    resolutions = resolve(article_text, attributions, names)
    if readout:
        from statements_cli.speakers.coreference.referents.readout_parties import with_parties

        resolutions = with_parties(article_text, attributions, resolutions)
    speakers = [resolution.speaker for resolution in resolutions]
    days = dated_by_text_alone(article_text.article, said_on(article_text, attributions, speakers))
    chained = in_conversations(article_text.text, chained, resolutions, days)
    return [
        statement_of(article_text, attribution, links, who, day)
        for (attribution, links), who, day in zip(chained, resolutions, days, strict=True)
    ]


def _once_each(chained: Iterable[tuple[Attribution, Chain]]) -> list[tuple[Attribution, Chain]]:
    """Keep each content once, as its likeliest attribution.

    Two findings may come down to the same words.
    """
    likeliest: dict[Spans, tuple[Attribution, Chain]] = {}
    for one in chained:
        content = one[0].content
        if content not in likeliest or likeliest[content][0].confidence < one[0].confidence:
            likeliest[content] = one
    return list(likeliest.values())
