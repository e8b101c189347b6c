"""Read the rows of a Parquet file. Takes the extra ``parquet``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import IO, Any, TypeVar

from statements_cli.documents.extras import required
from statements_cli.documents.notices import Notice
from statements_cli.documents.records.column_mapping import is_own, is_read_column, no_text_column
from statements_cli.documents.records.tally import OWN, Tally
from statements_cli.documents.streams import Reading, UnreadableError, brief
from statements_cli.model import Document

T = TypeVar("T")

ROWS = 256
"""Rows held at once."""


def read_parquet(path: str, stream: IO[bytes], reading: Reading) -> Iterator[Document]:
    """Yield the documents of the rows of a Parquet file.

    Its columns are told as those of a table.
    """
    with required("parquet", "Parquet files"):
        import pyarrow.parquet  # noqa: F401
    if stream.seekable():
        yield from _read_rows(path, stream, reading)
        return
    import shutil
    from tempfile import TemporaryFile

    with TemporaryFile(prefix="statements-") as file:  # its description stands at its end
        shutil.copyfileobj(stream, file)
        file.seek(0)
        yield from _read_rows(path, file, reading)


def parquet_batches(path: str, rows: int, made: Callable[[Any], T]) -> Iterator[T]:
    """Yield what is made of some rows of a Parquet file at a time.

    ``made`` takes a ``pyarrow.RecordBatch`` of so many rows, as they stand, not read as documents. Raises
    ``UnreadableError`` where the file is damaged, after the rows before, and where the extra is missing.
    """
    with required("parquet", "Parquet files"):
        import pyarrow.parquet  # noqa: F401
    from pyarrow import ArrowException, parquet

    try:
        with parquet.ParquetFile(path) as file:
            # threads would take twice the CPU time for columns that are read within milliseconds
            yield from map(made, file.iter_batches(rows, use_threads=False))
    except (ArrowException, OSError, ValueError, OverflowError) as error:
        raise UnreadableError(f"is no whole Parquet file ({brief(error)})") from error


def parquet_note(path: str, key: str) -> tuple[str, int] | None:
    """Return what a Parquet file's foot says under a key, and its number of rows.

    None where it says nothing, or where that can't be read.
    """
    try:
        from pyarrow import ArrowException, parquet
    except ImportError:
        return None

    try:
        foot = parquet.read_metadata(path)
        note: bytes | None = (foot.metadata or {}).get(key.encode())
    except (ArrowException, OSError, ValueError):
        return None
    return None if note is None else (note.decode("utf-8", "replace"), foot.num_rows)


def _read_rows(path: str, stream: IO[bytes], reading: Reading) -> Iterator[Document]:
    from pyarrow import ArrowException, parquet

    faults = (ArrowException, OSError, ValueError, OverflowError)
    tally = Tally(path, "Parquet", reading)
    try:
        file = parquet.ParquetFile(stream)
        names = file.schema_arrow.names
    except faults as error:
        raise UnreadableError(f"is no whole Parquet file ({brief(error)})") from error
    if is_own(names):
        reading.report(Notice(path, OWN))
        return
    if not any(is_read_column(name, reading.columns) for name in names):
        raise UnreadableError(no_text_column(names, reading.columns))
    batches = file.iter_batches(ROWS)
    while True:
        try:
            batch = next(batches, None)
            rows = batch.to_pylist() if batch is not None else None
        except faults as error:
            tally.close()
            raise UnreadableError(f"is damaged after record {tally.records} ({brief(error)})") from error
        if rows is None:
            tally.close()
            return
        yield from tally.documents_of(rows)
