"""Records read column by column are those read one by one, and what is none is left to the reading of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from statements_cli.model import StatementSpans
from statements_cli.model.codec import row_of_record
from statements_cli.output.exports.exported import Exported
from statements_cli.output.exports.parquet_rows import write_parquet
from statements_cli.store.shards import record_columns
from statements_cli.store.shards.record_columns import RecordBatch, record_batches
from statements_cli.store.shards.record_reading import DisorderError, ordered_documents
from tests.store.shards.parquet_files import OTHER, PLAIN, Change, written

pyarrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")


def spans(**parts: Any) -> Change:
    """Return what gives a record other spans."""
    return lambda record: record | {"spans": record["spans"] | parts}


@pytest.mark.parametrize("size", [1, 2, 2000])
def test_as_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    """The values of columns are those of records, however many are read at once."""
    monkeypatch.setattr(record_columns, "RECORDS_AT_ONCE", size)
    statements = [PLAIN, OTHER, replace(OTHER, id="c3", spans=StatementSpans())]
    with (tmp_path / "a.parquet").open("wb") as out:
        write_parquet(Exported(lambda: iter(statements), 3, lambda _: ""), out)
    found = list(record_batches(str(tmp_path / "a.parquet")))

    assert [row_of_record(one.to_dict()) for one in statements] == [row for one in found for row in one.rows or ()]
    assert [] == [record for one in found for record in one.records]


@pytest.mark.parametrize(
    ("change", "is_one"),
    [
        (lambda record: record | {"kind": "mixed"}, True),
        (lambda record: record | {"kind": "loud"}, False),
        (lambda record: record | {"act": "song"}, False),
        (lambda record: record | {"type": None}, True),
        (lambda record: record | {"type": "robot"}, False),
        (lambda record: record | {"date_basis": "guess"}, False),
        (lambda record: record | {"published_basis": "guess"}, False),
        (lambda record: record | {"date": "2025-05"}, True),
        (lambda record: record | {"date": "soon"}, False),
        (lambda record: record | {"id": ""}, False),
        (lambda record: record | {"id": None}, False),
        (lambda record: record | {"path": ""}, False),
        (lambda record: record | {"text": None}, False),
        (lambda record: record | {"text": ""}, True),
        (lambda record: record | {"quotes": None}, False),
        (lambda record: record | {"quotes": [None]}, False),
        (lambda record: record | {"quotes": []}, True),
        (lambda record: record | {"via": ["AFP", None]}, False),
        (lambda record: record | {"confidence": 0.0}, True),
        (lambda record: record | {"confidence": 1.01}, False),
        (lambda record: record | {"confidence": -0.01}, False),
        (lambda record: record | {"confidence": float("nan")}, False),
        (lambda record: record | {"non_answer": None}, False),
        (lambda record: record | {"spans": None}, False),
        (spans(content=[[3, 3]]), True),
        (spans(content=[[4, 3]]), False),
        (spans(content=[[-1, 3]]), False),
        (spans(cue=[[3]]), False),
        (spans(cue=[[3, 4, 5]]), False),
        (spans(source=[[3, None]]), False),
        (spans(source=[None]), False),
        (spans(source=None), False),
        (spans(source=[[0, 256_000_000]]), True),
        (spans(source=[[0, 256_000_001]]), False),
    ],
)
def test_what_is_no_record(tmp_path: Path, change: Change, is_one: bool) -> None:
    """Where one is none, all that were read with it are given as they stand."""
    [found] = record_batches(written(tmp_path / "a.parquet", [PLAIN, OTHER], change))

    assert is_one == (found.rows is not None)
    assert (0 if is_one else 2) == len(found.records)


def test_other_columns(tmp_path: Path) -> None:
    """A file with other columns, or in another order, is read one by one."""
    table = parquet.read_table(written(tmp_path / "a.parquet", [PLAIN]))
    for number, other in enumerate([table.drop_columns(["url"]), table.select(table.column_names[::-1])]):
        parquet.write_table(other, tmp_path / f"{number}.parquet")
        [found] = record_batches(str(tmp_path / f"{number}.parquet"))
        assert (None, 1) == (found.rows, len(found.records))


def batches_of(*given: Any) -> Iterator[RecordBatch]:
    """Yield the records of a file that is ``written``."""
    return record_batches(written(*given))


def test_order_of_documents(tmp_path: Path) -> None:
    """Documents stand in the order of folders, a document's statements in that of its text; other files are refused."""
    late = replace(PLAIN, id="z9", spans=StatementSpans(((50, 52),)))
    documents = [late, PLAIN, replace(PLAIN, path="b.jsonl#2"), replace(PLAIN, path="b.jsonl#10")]
    found = list(ordered_documents(batches_of(tmp_path / "a.parquet", documents)))
    assert [("a.txt", 0, 2), ("b.jsonl", 1, 1), ("b.jsonl", 9, 1)] == [(f.file, f.number, len(f.rows)) for f in found]
    assert ["a1", "z9"] == [row[0] for row in found[0].rows]

    for wrong in (documents[::-1], [PLAIN, PLAIN], [PLAIN, documents[2], late]):
        with pytest.raises(DisorderError):
            list(ordered_documents(batches_of(tmp_path / "a.parquet", wrong)))
    with pytest.raises(DisorderError):
        list(ordered_documents(batches_of(tmp_path / "a.parquet", [PLAIN], lambda record: record | {"kind": "loud"})))
