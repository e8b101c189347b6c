"""What is said of a table without a column of text."""

from __future__ import annotations

import pytest

from statements_cli.documents.records.column_mapping import make_record, no_text_column


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


@pytest.mark.parametrize(("length", "kept"), [(1000, 1000), (1001, 1000), (100_000, 1000)])
def test_fields_that_statements_repeat_are_short(length: int, kept: int) -> None:
    """A headline, byline or outlet of any length is kept by its beginning: records would grow with its square."""
    record = {"text": "He said so.", "title": "t" * length, "author": "a" * length, "source": "s" * length}
    document = make_record("a.json#1", record, None)
    assert document is not None
    assert document.metadata is not None
    said = document.metadata
    assert [kept] * 3 == [len(one or "") for one in (said.headline, said.byline, said.outlet)]


@pytest.mark.parametrize(("length", "known"), [(4000, True), (4001, False)])
def test_an_endless_address_is_none(length: int, known: bool) -> None:
    """What is longer than any address is left out."""
    document = make_record("a.json#1", {"text": "He said so.", "url": "https://example.org/".ljust(length, "a")}, None)
    assert document is not None
    assert known == (document.url is not None)
