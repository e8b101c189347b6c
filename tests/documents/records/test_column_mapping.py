"""What is said of a table without a column of text."""

from __future__ import annotations

import pytest

from statements_cli.documents.records.column_mapping import no_text_column


@pytest.mark.parametrize(
    ("names", "columns", "expected"),
    [
        (["a", "b"], None, "has no column of text known by its name; it has a, b. Name it with --map text=COLUMN"),
        (["a"], {"text": "c"}, "has no column c; it has a. Name it with --map text=COLUMN"),
        (["a\n\x00 b", ""], {"title": "a"}, "has no column of text known by its name; it has a b. Name it with"),
        (["x" * 40, "y" * 41], None, f"has no column of text known by its name; it has {'x' * 40}, {'y' * 40}.... "),
        ([f"c{n}" for n in range(13)], None, "c11, ...."),
    ],
)
def test_no_text_column(names: list[str], columns: dict[str, str] | None, expected: str) -> None:
    """One line names the first columns, without what can't be printed, long ones shortened."""
    said = no_text_column(names, columns)

    assert expected in said
    assert said.isprintable()
