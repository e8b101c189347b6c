"""The versions of an utterance stand side by side, the fullest first, the words that differ marked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statements_cli.model import Statement
from statements_cli.output.report.group_rows import group_rows
from statements_cli.store import Store

FULLEST = "Dialogue is the only viable way out of the crisis"


@pytest.fixture
def statement(store: Store) -> Statement:
    """A statement of an utterance, in its fullest version."""
    known = store.statements()[0]
    return replace(known, id="full", text=FULLEST, utterance="u1", published="2025-02-13", byline=None)


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        (FULLEST, [("same", FULLEST)]),
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
        ("Nothing else leads anywhere", [("new", "Nothing else leads anywhere")]),  # nothing in common
        ("a\u202eb", [("new", "a\ufffdb")]),
    ],
)
def test_changes(statement: Statement, text: str, changes: list[tuple[str, str]]) -> None:
    """Words that only one version has are marked; a version that has none in common is shown by its own alone."""
    [row] = group_rows([statement, replace(statement, id="other", text=text)])

    assert [("same", FULLEST)] == row["versions"][0]["changes"]
    assert changes == row["versions"][1]["changes"]


def test_groups(statement: Statement) -> None:
    """An utterance of several statements is a row: the fullest first, the others as they were printed."""
    late = replace(statement, id="late", text="Dialogue is the way", published="2025-02-15")
    early = replace(late, id="early", published="2025-02-12")
    alone = replace(statement, id="alone", utterance="u2")
    [row] = group_rows([late, alone, statement, early, replace(late, id="none", utterance=None)])

    assert "u1" == row["group"]
    assert [("full", False), ("early", True), ("late", False)] == [(one["id"], one["first"]) for one in row["versions"]]
