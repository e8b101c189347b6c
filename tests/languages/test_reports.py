"""Reported speech in other languages: the tables of cases, one file a language."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from statements_cli.articles.article_text import text_of_paragraphs
from statements_cli.languages.reports.in_article import RelayedAttribution, said_in
from statements_cli.languages.speaker_resolution import resolve_foreign
from statements_cli.model import Resolution
from tests.languages.test_quotations import TABLES

ENOUGH = 60  # sentences of a language
CASES = Path(__file__).parent / "cases"


def read(text: str, language: str) -> tuple[list[RelayedAttribution], tuple[Resolution, ...]]:
    """What a text of one paragraph says, and by whom."""
    article_text = text_of_paragraphs(text, ((0, len(text)),))
    article_text = article_text.of(replace(article_text.article, language=language))
    found = said_in(article_text)
    return found, resolve_foreign(article_text, [one.attribution for one in found])


def told(text: str, language: str) -> str:
    """The statements of a text, as the tables have them."""
    found, people = read(text, language)
    return " | ".join(
        f"{who.speaker or '?'}: {' / '.join(text[a:b] for a, b in one.attribution.content)}"
        for one, who in zip(found, people, strict=True)
    )


def cases() -> list[tuple[str, str, str]]:
    """Language, sentence and expected statements of every case."""
    return [
        (path.stem, *map(str.strip, line.split("=>")))  # type: ignore[misc]
        for path in sorted(CASES.glob("*.txt"))
        for line in path.read_text("utf-8").splitlines()
        if "=>" in line and not line.startswith("#")
    ]


@pytest.mark.parametrize(("language", "text", "expected"), cases())
def test_reported_speech(language: str, text: str, expected: str) -> None:
    """A sentence gives the contents, with their bounds and speakers, that its table says."""
    assert expected == told(text, language)


@pytest.mark.parametrize("language", [path.stem for path in sorted(CASES.glob("*.txt"))])
def test_tables_are_long(language: str) -> None:
    """Each language has at least sixty sentences, with its table of quotations."""
    count = sum(code == language for code, _, _ in cases()) + len(TABLES.get(language, ()))

    assert count >= ENOUGH
