"""A document in, its articles and statements out: the walk through all rooms."""

from __future__ import annotations

from dataclasses import dataclass

from statements_cli.model import Article, Document, Statement


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one document holds."""

    document: Document
    articles: tuple[Article, ...]
    statements: tuple[Statement, ...]


def parse(document: Document) -> Parsed:
    """All articles and statements of a document, speakers and days resolved within each article."""
    raise NotImplementedError
