"""A document of lines ``DAY | SPEAKER | COUNTRY | ACT | TEXT`` in; what the pipeline makes of it out.

Stands in for extraction where a test is about what happens after it. ``-`` is a day unknown; ``# HEADLINE |
OUTLET | DAY`` begins an article.
"""

from __future__ import annotations

import re
from hashlib import sha256

from statements_cli.model import Article, Block, Clue, Document, Evidence, Statement, StatementSpans
from statements_cli.pipeline import Parsed

_LINE = re.compile(r"[^\n]+")


def parse(document: Document, names: object = None, model: str = "fast") -> Parsed:  # noqa: ARG001
    """Return every line as a statement or the beginning of an article; ``names`` are the store's to apply."""
    articles: list[Article] = []
    statements: list[Statement] = []
    for line in _LINE.finditer(document.text):
        parts = [part.strip() or None for part in line[0].lstrip("# ").split("|")]
        if line[0].startswith("#"):
            articles.append(_article(document, line.span(), parts, len(articles)))
        elif len(parts) == 5 and articles:
            statements.append(_statement(document, line, parts, articles[-1]))
    return Parsed(document, tuple(articles), tuple(statements))


def _article(document: Document, span: tuple[int, int], parts: list[str | None], number: int) -> Article:
    headline, outlet, published = parts
    blocks = tuple(Block(line.span(), "paragraph") for line in _LINE.finditer(document.text))
    return Article(
        id=_id(document.digest, "article", str(number)),
        path=document.path,
        span=(span[0], len(document.text)),
        blocks=blocks,
        headline=headline,
        outlet=outlet,
        published=published,
        published_basis="dateline" if published else None,
        language="en",
        evidence=(Clue("place of date", (published, published, "dateline")),) if published else (),
    )


def _statement(document: Document, line: re.Match[str], parts: list[str | None], article: Article) -> Statement:
    day, speaker, country, act, text = parts
    day = None if day == "-" else day
    start = line.end() - len(line[0].rpartition("|")[2].lstrip())
    source = line.start() + line[0].find(speaker) if speaker else 0
    return Statement(
        id=_id(document.digest, str(start)),
        date=day,
        date_basis="stated" if day else None,
        speaker=speaker,
        type="person" if speaker else None,
        role="Foreign Ministry spokesperson" if country == "CN" else None,
        country=country,
        kind="direct",
        act=act or "speech",  # type: ignore[arg-type]
        text=text or "",
        quotes=(text or "",),
        cue="said",
        source=speaker,
        via=("Tass",) if country == "RU" else (),
        audience="Global Times" if country == "RU" else None,
        channel="press briefing" if country == "UA" else None,
        headline=article.headline,
        outlet=article.outlet,
        byline=article.byline,
        published=article.published,
        published_basis=article.published_basis,
        article=article.id,
        path=document.path,
        url=None,
        spans=StatementSpans(((start, line.end()),), (), ((source, source + len(speaker)),) if speaker else ()),
        confidence=0.5 if act == "report" else 0.9,
        language=article.language,
        question="Is a ceasefire near?" if country == "UA" else None,
        evidence=Evidence((Clue("name before colon"),)),
    )


def _id(*parts: str) -> str:
    # all begin alike, so that a short beginning is ambiguous
    return "e" + sha256(" ".join(parts).encode()).hexdigest()[:15]
