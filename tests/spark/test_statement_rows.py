"""Documents become rows of statements, or of the fault that kept them from being parsed."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from statements_cli.model import FAST, Document
from tests.spark.articles import FOLLOWING, OPENING

pytest.importorskip("pyarrow", reason="the extra spark is not installed")
pytest.importorskip("pyspark", reason="the extra spark is not installed")

from statements_cli.spark.arrow_rows import batches_of, rows_of
from statements_cli.spark.document_rows import (
    PLACES,
    RecordReader,
    document_columns,
    document_of,
    fault_row,
    number_of,
)
from statements_cli.spark.statement_rows import Parser


def parsed(*documents: Document) -> list[dict[str, Any]]:
    """Return the rows of documents, as a task makes them."""
    rows = [
        {"number": number_of(0, at), "path": one.path, "document": pickle.dumps(one), "fault": None}
        for at, one in enumerate(documents)
    ]
    return list(rows_of(Parser(None, FAST).parsed(batches_of(rows, document_columns()))))


def test_a_document_that_makes_parsing_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    """It becomes one row with its path and the error; those before and behind it are parsed."""
    import statements_cli.pipeline as pipeline

    whole = pipeline.parse

    def failing(document: Document, *more: Any, **options: Any) -> Any:
        if document.path == "bad":
            raise RuntimeError("the words have run out")
        return whole(document, *more, **options)

    monkeypatch.setattr(pipeline, "parse", failing)
    rows = parsed(Document("a", OPENING, "1"), Document("bad", OPENING, "2"), Document("b", FOLLOWING, "3"))
    faults = [row for row in rows if row["fault"]]

    assert ["bad"] == [row["fault_path"] for row in faults]
    assert "the words have run out" in faults[0]["fault"]
    assert {"a", "b"} == {row["path"] for row in rows if not row["fault"]}


def test_statements_are_numbered_in_order() -> None:
    """Numbers rise in the order of documents and statements, and name the document."""
    rows = parsed(Document("a", FOLLOWING, "1"), Document("b", FOLLOWING, "2"))
    numbers = [row["number"] for row in rows]

    assert sorted(set(numbers)) == numbers
    assert [document_of(number_of(0, "ab".index(row["path"]))) for row in rows] == list(map(document_of, numbers))


@pytest.mark.parametrize("too_many", [(PLACES, 0, 0), (0, 1 << 24, 0), (0, 0, 1 << 18)])
def test_numbers_do_not_run_over(too_many: tuple[int, int, int]) -> None:
    """The last number of each kind is there; the next one is refused, not that of another statement."""
    last = [max(one - 1, 0) for one in too_many]

    assert 0 <= number_of(*last) < 1 << 63
    with pytest.raises(ValueError, match="share them among several calls"):
        number_of(*too_many)


def test_faults_of_reading_pass_through() -> None:
    """What could not be read is a fault of the same path and reason."""
    from statements_cli.documents import Notice

    row = fault_row(Notice("bad.warc", "is damaged", failed=True), number_of(3, 0))
    (found,) = rows_of(Parser(None, FAST).parsed(batches_of([row], document_columns())))

    assert ("bad.warc", "is damaged") == (found["fault_path"], found["fault"])


def test_records_without_text_are_left_out() -> None:
    """A row without text is no document; one that fails to be read is a fault of its path."""

    class Unreadable(dict[str, Any]):
        def items(self) -> Any:
            raise RuntimeError("no items")

    reader = RecordReader(None, None)
    rows = list(reader.documents([{"text": ""}, Unreadable(path="x"), {"text": OPENING, "path": "y"}], 1))

    assert [("x", True), ("y", False)] == [(row["path"], row["fault"] is not None) for row in rows]
    assert [number_of(1, 1), number_of(1, 2)] == [row["number"] for row in rows]
