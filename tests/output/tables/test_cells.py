"""Cells keep what matters: direct speech, the gap where a cue split it, how well a day is known."""

from __future__ import annotations

from typing import Any

import pytest

from statements_cli.model.signs import ASCII_SIGNS
from statements_cli.output.tables.cells import bar, shown


@pytest.mark.parametrize(
    ("row", "field", "cell"),
    [
        ({"date": "2025-05-20", "date_basis": "inferred"}, "date", "2025-05-20?"),
        ({"date": "2025-05-20", "date_basis": "article"}, "date", "2025-05-20"),
        ({"published": "2025-05-20", "published_basis": "inferred"}, "published", "2025-05-20?"),
        ({"first": "2025-05"}, "first", "~2025-05"),
        ({"date": None, "date_basis": None}, "date", ""),
        ({"text": "We agree", "kind": "direct"}, "text", "“We agree”"),
        ({"text": "they agree", "kind": "indirect"}, "text", "they agree"),
        ({"text": 'they "agree"', "kind": "mixed"}, "text", 'they "agree"'),
        ({"text": "agreement"}, "text", "agreement"),  # a row without a kind
        ({"via": ["Tass", "Reuters"]}, "via", "Tass; Reuters"),
    ],
)
def test_values(row: dict[str, Any], field: str, cell: str) -> None:
    """The marks come from the row, whatever else is shown of it."""
    assert cell == shown(row, field)


def test_without_unicode() -> None:
    """Where the stream takes ASCII alone, so do the signs."""
    row = {"text": "A … B", "kind": "direct", "spans": {"content": [[0, 1], [9, 10]]}}

    assert '"A [...] B"' == shown(row, "text", ASCII_SIGNS)


@pytest.mark.parametrize(("share", "drawn"), [(1, "████"), (0.5, "██"), (0.28, "█▏"), (0.001, "▏"), (0, "")])
def test_bars(share: float, drawn: str) -> None:
    """A bar is as long as its share, and what is more than nothing is seen."""
    assert drawn == bar(share, 4, unicode=True)
    assert set(bar(share, 4, unicode=False)) <= {"#"}
