"""The versions of an utterance stand side by side, the fullest first, the words that differ marked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statements_cli.model import Statement
from statements_cli.output.report.group_rows import Change, changes, group_rows
from statements_cli.store import Store

FULLEST = "Dialogue is the only viable way out of the crisis"


@pytest.fixture
def statement(store: Store) -> Statement:
    """A statement of an utterance, in its fullest version."""
    return replace(store.statements()[0], id="full", text=FULLEST, quotes=(), utterance="u1", date="2025-02-13")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (FULLEST, [("same", FULLEST)]),
        (
            "“dialogue” is the only viable way out of the crisis.",
            [("same", "“dialogue” is the only viable way out of the crisis.")],
        ),
        (
            "Dialogue is the only feasible way out",
            [
                ("same", "Dialogue is the only"),
                ("gone", "viable"),
                ("new", "feasible"),
                ("same", "way out"),
                ("gone", "of the crisis"),
            ],
        ),
        (
            "talks, he said, is the only viable way out of the crisis",
            [("gone", "Dialogue"), ("new", "talks, he said,"), ("same", "is the only viable way out of the crisis")],
        ),
        ("Nothing else leads anywhere", [("new", "Nothing else leads anywhere")]),  # too little in common
        ("a\u202eb", [("new", "a\ufffdb")]),
    ],
)
def test_changes(statement: Statement, text: str, found: list[Change]) -> None:
    """Words that only one version has are told apart, case and punctuation don't count."""
    assert found == changes(statement, replace(statement, text=text))


def test_groups(statement: Statement) -> None:
    """An utterance of several statements is a row: the fullest first, the others by day, undated last."""
    late = replace(statement, id="late", text="Dialogue is the way", date="2025-02-15")
    early = replace(late, id="early", date="2025-02-12")
    undated = replace(late, id="undated", date=None)
    alone = replace(statement, id="alone", utterance="u2")
    [row] = group_rows([undated, late, alone, statement, early, replace(late, id="none", utterance=None)])

    assert "u1" == row["group"]
    assert ["full", "early", "late", "undated"] == [version["id"] for version in row["versions"]]
    assert [("same", FULLEST)] == row["versions"][0]["changes"]
