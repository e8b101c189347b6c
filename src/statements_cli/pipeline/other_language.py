"""Parse an article in another language than English."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from statements_cli.dates.said import dated_by_text_alone
from statements_cli.languages.acts import act_of
from statements_cli.languages.day_published import published_in
from statements_cli.languages.days_said import days_said
from statements_cli.languages.passed_on import chains_of
from statements_cli.languages.reports.in_article import said_in
from statements_cli.languages.speaker_resolution import resolve_foreign
from statements_cli.languages.words.lexicon import words_of
from statements_cli.model import Statement
from statements_cli.pipeline.statement_making import statement_of

if TYPE_CHECKING:
    from statements_cli.articles.article_text import ArticleText
    from statements_cli.speakers.user_names import Names


def dated(article_text: ArticleText) -> ArticleText:
    """Return an undated article with the day that its head or dateline states."""
    article = article_text.article
    stated = published_in(article, article_text.text)
    if stated is None:
        return article_text
    day, basis, clue = stated
    return article_text.of(replace(article, published=day, published_basis=basis, evidence=(*article.evidence, clue)))


def parse(article_text: ArticleText, names: Names | None = None) -> list[Statement]:
    """Return the statements of an article, in text order."""
    found = said_in(article_text)
    attributions = [one.attribution for one in found]
    resolutions = resolve_foreign(article_text, attributions, names)
    days = dated_by_text_alone(article_text.article, days_said(article_text, attributions))
    chains = chains_of(article_text, found)
    known = words_of(article_text.article.language or "")
    attributions = [
        one if (act := act_of(article_text.text, one, who, known)) == one.act else one._replace(act=act)
        for one, who in zip(attributions, resolutions, strict=True)
    ]
    return [
        statement_of(article_text, attribution, links, who, day)
        for attribution, links, who, day in zip(attributions, chains, resolutions, days, strict=True)
    ]
