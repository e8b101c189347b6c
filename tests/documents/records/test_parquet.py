"""Rows of Parquet files as documents."""

import io
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from statements_cli.documents import Notice, read
from statements_cli.documents.records import parquet
from statements_cli.model import Document

pyarrow = pytest.importorskip("pyarrow")
pytest.importorskip("pyarrow.parquet")


def written(columns: dict[str, list[Any]]) -> bytes:
    """A Parquet file of these columns."""
    into = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table(columns), into)
    return into.getvalue()


def gather(data: bytes, path: Path | None = None) -> tuple[list[Document], list[Notice]]:
    """Read bytes as standard input, or as a file, and return the documents and the notices that are no details."""
    notices: list[Notice] = []
    if path:
        path.write_bytes(data)
    stream = None if path else io.BytesIO(data)
    documents = list(read([str(path or "-")], report=notices.append, stdin=stream))
    return documents, [notice for notice in notices if not notice.detail]


@pytest.mark.parametrize("by_pipe", [False, True])
@pytest.mark.parametrize("rows", [1, 256])
def test_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by_pipe: bool, rows: int) -> None:
    """Each row is a document; dates are read as the file holds them."""
    monkeypatch.setattr(parquet, "ROWS", rows)
    data = written(
        {
            "text": ["She said so.", "", "He left."],
            "title": ["One", None, "Three"],
            "date": [datetime(2025, 5, 20, 10, tzinfo=UTC), None, datetime(2025, 5, 21, tzinfo=UTC)],
            "authors": [["A", "B"], [], None],
        }
    )
    documents, notices = gather(data, None if by_pipe else tmp_path / "x")
    start = "-" if by_pipe else str(tmp_path / "x")
    assert [(f"{start}#1", "She said so."), (f"{start}#3", "He left.")] == [(d.path, d.text) for d in documents]
    assert ["2025-05-20T10:00:00+00:00", "2025-05-21T00:00:00+00:00"] == [
        d.metadata and d.metadata.published for d in documents
    ]
    assert "A, B" == (documents[0].metadata and documents[0].metadata.byline)
    assert [False] == [n.failed for n in notices]


def test_days() -> None:
    """A column of days gives days."""
    (document,), _ = gather(written({"body": ["She said so."], "published": [date(2025, 5, 20)]}))
    assert "2025-05-20" == (document.metadata and document.metadata.published)


def test_without_text() -> None:
    """A file without a column of text is a failure that says which columns there are."""
    documents, notices = gather(written({"a": [1], "b": ["x"]}))
    assert ([], [True]) == (documents, [n.failed for n in notices])
    assert "it has a, b" in notices[0].message


@pytest.mark.parametrize("cut", [5, 50, 200])
def test_damaged(cut: int) -> None:
    """A damaged file is a failure."""
    data = written({"text": ["She said so."]})
    documents, notices = gather(data[:-cut])
    assert ([], [True]) == (documents, [n.failed for n in notices])
