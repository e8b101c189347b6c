"""Statements made of records many at a time have the rows that each by itself has."""

from __future__ import annotations

from typing import Any

import pytest

from statements_cli.model import Article, Block, Clue, Statement
from statements_cli.model.codec import no_evidence
from statements_cli.store.tables.packed_documents import STATEMENT_COLUMNS, article_text, statement_columns
from statements_cli.store.tables.packed_records import RecordedArticle, recorded_article_text, recorded_statements
from statements_cli.store.tables.rows import writable

NUMBERS = 3
SPANS = (((1, 7),), ((9, 13),), ((14, 17),))


def row(**values: Any) -> tuple[Any, ...]:
    """Return the values of a record, others than the usual ones by name."""
    usual: dict[str, Any] = {
        "id": "a1", "date": "2025-05-20", "date_basis": "article", "speaker": "Mao Ning", "type": "person",
        "country": "CN", "kind": "direct", "act": "speech", "text": "We met", "quotes": ("We met",), "cue": "said",
        "source": "Mao", "via": (), "article": "x", "path": "a.txt", "spans": SPANS, "confidence": 0.9,
        "non_answer": False, "utterance": "a1", "evidence": no_evidence(),
    }  # fmt: skip
    return tuple([{**usual, **values}.get(key) for key in Statement.__match_args__])


ROWS = (
    row(),
    row(id="b2", date=None, date_basis=None, speaker=None, kind="mixed", act="report", quotes=("We", "met"), cue=None),
    row(via=("AFP", "Zoë"), audience="the UN", channel="X", question="Why?", asked_by="AFP", non_answer=True),
    row(spans=((), (), ()), confidence=1, quotes=(), utterance="b2"),
    row(spans=(((1, 2), (4, 6)), (), ((8, 9),)), utterance=None),
    row(text="half \ud800", quotes=("half \ud800",), source="\udfff"),
)


@pytest.mark.parametrize("grouped", [True, False])
@pytest.mark.parametrize("rows", [ROWS[:5], ROWS[:1], ROWS], ids=["many", "one", "half characters"])
def test_as_one_by_one(rows: tuple[Any, ...], grouped: bool) -> None:
    """Columns hold what each statement has; a group only where it is known and another than the statement's own."""
    expected = [writable(statement_columns(one)) for one in rows]
    told, columns = recorded_statements(rows, grouped=grouped, is_writable=rows is not ROWS)
    found = list(zip(*(columns[name] for name in STATEMENT_COLUMNS[NUMBERS:]), strict=True))
    at = STATEMENT_COLUMNS.index("utterance") - NUMBERS

    assert [one[3:7] for one in rows] == told
    assert expected == [(*one[:at], None, *one[at + 1 :]) for one in found]
    assert [one[at] for one in found] == [one[30] if grouped and one[30] != one[0] else None for one in rows]
    assert {float} == set(map(type, columns["confidence"]))
    assert {int} == set(map(type, columns["non_answer"]))


@pytest.mark.parametrize("paragraphs", [[], [(0, 9)], [(0, 9), (11, 12)]])
def test_article_of_records(paragraphs: list[tuple[int, int]]) -> None:
    """The text of an article made of records is that of the article."""
    blocks = tuple(Block(span, "paragraph") for span in paragraphs)
    article = Article("a", "a.txt", (0, 12), blocks, evidence=(Clue("from record"),))

    assert article_text(article, ()) == recorded_article_text(RecordedArticle(article, paragraphs, ()))
