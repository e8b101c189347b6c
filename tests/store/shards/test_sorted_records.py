"""Records of several files come in the order of their documents, however many are held at once."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from statements_cli.documents.streams import UnreadableError
from statements_cli.model import StatementSpans
from statements_cli.store.shards import sorted_records
from statements_cli.store.shards.record_reading import DisorderError, ordered_documents
from statements_cli.store.shards.sorted_records import sorted_batches
from tests.store.shards.parquet_files import OTHER, PLAIN, written

pytest.importorskip("pyarrow.parquet")
PATHS = ["a.txt", "b.jsonl", "b.jsonl#2", "b.jsonl#10", "z.txt", "é/a.txt"]


def files_of(folder: Path, count: int) -> list[str]:
    """Write statements of each document, in no order, into so many files; return their paths."""
    said = [
        replace(OTHER if place % 3 else PLAIN, id=f"{number}-{place}", path=path, spans=spans_at(10 * place))
        for number, path in enumerate(PATHS)
        for place in range(1 + number)
    ]
    random.Random(3).shuffle(said)
    return [written(folder / f"{number}.parquet", said[number::count]) for number in range(count)]


def spans_at(start: int) -> StatementSpans:
    """Return spans of a content at an offset."""
    return StatementSpans(((start, start + 5),), (), ())


def found_in(files: Sequence[str]) -> list[tuple[str, list[Any]]]:
    """Return the documents and the ids of their records."""
    return [(one.path, [row[0] for row in one.rows]) for one in ordered_documents(sorted_batches(files))]


@pytest.mark.parametrize("held", [1, 4, 20, 1000])
@pytest.mark.parametrize("read", [1, 3, 1000])
@pytest.mark.parametrize("files", [1, 2, 5])
def test_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: int, read: int, held: int) -> None:
    """Documents stand in the order of folders, a document's records in that of its text."""
    monkeypatch.setattr(sorted_records, "_READ", read)
    monkeypatch.setattr(sorted_records, "_HELD", held)
    monkeypatch.setattr(sorted_records, "RECORDS_AT_ONCE", read)

    expected = [(path, [f"{number}-{place}" for place in range(1 + number)]) for number, path in enumerate(PATHS)]
    assert expected == found_in(files_of(tmp_path, files))


@pytest.mark.parametrize(
    ("counts", "held", "most", "bounds"),
    [
        ([3, 3, 3], 9, 200, [3]),
        ([3, 3, 3], 8, 200, [2, 3]),
        ([3, 3, 3], 6, 200, [2, 3]),
        ([3, 3, 3], 5, 200, [1, 2, 3]),
        ([3, 3, 3], 1, 200, [1, 2, 3]),  # a document is never parted
        ([3, 3, 3], 1, 2, [1, 2, 3]),
        ([1] * 8, 1, 2, [4, 8]),  # where there would be too many files, each holds more
        ([9, 1, 1], 2, 200, [1, 3]),
        ([], 2, 200, [0]),
    ],
)
def test_portions(monkeypatch: pytest.MonkeyPatch, counts: list[int], held: int, most: int, bounds: list[int]) -> None:
    """Documents that follow each other share a file as long as it holds their records."""
    monkeypatch.setattr(sorted_records, "_HELD", held)
    monkeypatch.setattr(sorted_records, "_MOST_FILES", most)

    assert bounds == sorted_records._bounds(counts)


def test_twice_the_same(tmp_path: Path) -> None:
    """A record that stands in two files is refused."""
    files = [written(tmp_path / f"{number}.parquet", [PLAIN]) for number in range(2)]

    with pytest.raises(DisorderError):
        found_in(files)


def test_no_records(tmp_path: Path) -> None:
    """A file of none gives none; a damaged one, and one of other columns, is refused."""
    empty = written(tmp_path / "empty.parquet", [PLAIN])
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(parquet.read_table(empty).slice(1), empty)
    (tmp_path / "damaged.parquet").write_bytes(Path(written(tmp_path / "a.parquet", [PLAIN])).read_bytes()[:-9])
    parquet.write_table(parquet.read_table(tmp_path / "a.parquet").drop_columns(["path"]), tmp_path / "other.parquet")

    assert [] == found_in([empty])
    for name in ("damaged", "other"):
        with pytest.raises(UnreadableError):
            list(sorted_batches([str(tmp_path / f"{name}.parquet")]))
    assert Counter({"a.txt": 1}) == sorted_records._counts([str(tmp_path / "a.parquet")])
