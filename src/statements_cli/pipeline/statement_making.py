"""Make a statement of what the stages found of it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from statements_cli.data import table
from statements_cli.model import (
    JOINT,
    Attribution,
    Chain,
    Evidence,
    Resolution,
    SaidOn,
    Spans,
    Statement,
    StatementSpans,
)

if TYPE_CHECKING:
    from statements_cli.articles.article_text import ArticleText

SHARED = 0.3
"""The part of its probability that a content lends to source and speaker.

Where it is right, they are right more often than their own probabilities say (chosen on held-out articles).
"""


def statement_of(
    article_text: ArticleText, attribution: Attribution, links: Chain, who: Resolution, day: SaidOn
) -> Statement:
    """Return an attribution's statement in the text's words, with the document's offsets."""
    article, document, text, view = (
        article_text.article,
        article_text.document,
        article_text.text,
        article_text.view,
    )
    said = content_wording(text, attribution.content)
    whole = attribution.quotes == attribution.content and len(attribution.quotes) == 1
    spans = StatementSpans(view.spans(attribution.content), view.spans(attribution.cue), view.spans(attribution.source))
    return Statement(
        id=statement_id(document.digest, spans.content),
        date=day.date,
        date_basis=day.basis,
        speaker=who.speaker,
        type=who.type,
        role=who.role,
        country=who.country,
        kind=attribution.kind,
        act=attribution.act,
        text=said,
        quotes=(said,) if whole else tuple([wording(text, (span,)) for span in attribution.quotes]),
        cue=wording(text, attribution.cue) or None,
        source=wording(text, attribution.source) or None,
        via=tuple([medium for medium in links.via if medium != who.speaker]),  # nobody relays what they say themselves
        audience=links.audience,
        channel=links.channel,
        headline=article.headline,
        outlet=article.outlet,
        byline=article.byline,
        published=article.published,
        published_basis=article.published_basis,
        article=article.id,
        path=document.path,
        url=article.url or document.url,
        spans=spans,
        confidence=calibrated(likelihood(attribution, who)),
        language=article.language,
        question=links.question,
        asked_by=links.asked_by,
        non_answer=links.non_answer,
        evidence=Evidence(attribution.evidence, links.evidence, who.evidence, day.evidence),
    )


def likelihood(attribution: Attribution, who: Resolution) -> float:
    """Return how likely content, source and speaker are right together (0 to 1).

    The product of their probabilities, and some of the way from there to that of the content; not yet calibrated.
    """
    whole = attribution.confidence * who.confidence
    return whole if attribution.worth is None else whole + SHARED * max(0.0, attribution.worth - whole)


@cache
def _knots() -> tuple[tuple[float, float], ...]:
    return tuple([(float(given), float(right)) for given, right in table("weights/confidence.tsv")])


def calibrated(confidence: float) -> float:
    """Return a record's probability from the likelihood of content, source and speaker (0 to 1).

    It is linear from nothing to the first of the measured values, below which commands leave records out as doubtful;
    the order never changes (Zadrozny and Elkan, KDD 2002).
    """
    low, known = (0.0, 0.0), _knots()
    for high in known:
        if confidence <= high[0]:
            share = (confidence - low[0]) / (high[0] - low[0])
            return round(low[1] + share * (high[1] - low[1]), 3)
        low = high
    return round(low[1], 3)


def content_wording(text: str, spans: Spans) -> str:
    """Return the words of a content.

    For example: ``JOINT`` stands where words lie between its pieces, a space where none do.

    So the paragraphs of one answer follow each other, with or without a stage note between them, and a quotation
    that its cue splits shows where.
    """
    said = ""
    before = 0
    for start, end in spans:
        piece = " ".join(text[start:end].split())
        if said and piece:
            said += JOINT if _has_words(text[before:start]) else " "
        said += piece
        before = end
    return said


def _has_words(gap: str) -> bool:
    """Return whether words lie in a gap outside brackets, which hold what happened meanwhile: "(Applause.)"."""
    depth = 0
    for character in gap:
        if character in "([":
            depth += 1
        elif character in ")]":
            depth -= 1
        elif depth <= 0 and character.isalnum():
            return True
    return False


def wording(text: str, spans: Spans) -> str:
    """Return the texts of spans, joined by a space, white space folded."""
    return " ".join(" ".join(text[start:end].split()) for start, end in spans).strip()


def statement_id(digest_of_document: str, content: Spans) -> str:
    """Return twelve hexadecimal digits that the same document bytes and content always give."""
    from statements_cli.documents import digest

    return digest(f"{digest_of_document}:{content}".encode())[:12]
