"""Values of rows are written short, and read as they were."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from statements_cli.model import RECORD_KEYS, Article, Block, Clue, Evidence, Statement, StatementSpans
from statements_cli.store.tables import rows
from statements_cli.store.tables.rows import RecordedArticle


@pytest.mark.parametrize(
    "spans", [((), (), ()), (((1, 2),), (), ((3, 4), (5, 6))), (((0, 120), (130, 131)), ((121, 129),), ())]
)
def test_spans_as_json(spans: Any) -> None:
    """Spans are written as JSON writes them, whether as values of the model or of a record."""
    assert rows.json_text(spans) == rows._spans_text(spans) == rows._spans_text(StatementSpans(*spans))


@pytest.mark.parametrize(
    ("text", "kept"), [("", True), ("a" * 300, True), ("a" * 301, False), ("\ud800", False), ("é" * 9000, False)]
)
def test_short_texts_stay_as_they_are(text: str, kept: bool) -> None:
    """What compression wouldn't make shorter is kept, unless it has half characters, which no column takes."""
    packed = rows.packed_text(text)

    assert kept == isinstance(packed, str)
    assert text == rows.unpacked_text(packed)


@pytest.mark.parametrize("paragraphs", [[], [(0, 9)], [(0, 9), (11, 12)]])
def test_article_of_records(paragraphs: list[tuple[int, int]]) -> None:
    """The text of an article made of records is that of the article."""
    blocks = tuple(Block(span, "paragraph") for span in paragraphs)
    article = Article("a", "a.txt", (0, 12), blocks, evidence=(Clue("from record"),))

    assert rows.article_text(article, ()) == rows.recorded_article_text(RecordedArticle(article, paragraphs, ()))


def test_nothing_known_of_any_statement() -> None:
    """Of statements without evidence none is written; where one has any, all are."""
    article = Article("a", "a.txt", (0, 12), ())
    statement = Statement(**dict.fromkeys(RECORD_KEYS))  # type: ignore[arg-type]
    known = Evidence((Clue("named as", ("Mao",)),))
    with_evidence = replace(statement, evidence=known)

    assert [] == rows.evidence_rows(rows.article_text(article, (statement, statement)))
    assert 2 == len(rows.evidence_rows(rows.article_text(article, (statement, with_evidence))))
