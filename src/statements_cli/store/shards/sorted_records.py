"""Read the records of several Parquet files in the order of their documents.

Sorted as columns, they take a fraction of the time that a table of SQLite takes for them. What a machine should not
hold in memory goes to temporary files first, each with the records of so many documents that follow each other.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from contextlib import ExitStack
from itertools import accumulate, pairwise
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any

from statements_cli.documents.extras import required
from statements_cli.documents.streams import UnreadableError, brief
from statements_cli.store.shards.record_columns import RECORDS_AT_ONCE, batch_of
from statements_cli.store.shards.record_reading import file_of
from statements_cli.store.tables.rows import place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from statements_cli.store.shards.record_columns import RecordBatch

_READ = 20_000  # records read and shared out at once
_HELD = 20_000  # records sorted in memory at once
_MOST_FILES = 200  # temporary files; where there are more records than these hold, each holds more
_PATH = "path"


def sorted_batches(paths: Sequence[str]) -> Iterator[RecordBatch]:
    """Yield the records of Parquet files in the order of documents, some at a time.

    Those of a document stand together. Raises ``UnreadableError`` where one is damaged, and where the extra is missing.
    """
    with required("parquet", "Parquet files"):
        import pyarrow.parquet  # noqa: F401
    from pyarrow import ArrowException

    try:
        for batch in _sorted(paths):
            yield batch_of(batch)
    except (ArrowException, OSError, ValueError, OverflowError, KeyError) as error:
        raise UnreadableError(f"is no whole Parquet file ({brief(error)})") from error


def _sorted(paths: Sequence[str]) -> Iterator[Any]:
    """Yield batches (``pyarrow.RecordBatch``) of sorted records."""
    import pyarrow

    counts = _counts(paths)
    names = sorted(counts, key=_place)
    known = _text_array(names)
    bounds = _bounds([counts[name] for name in names])
    if len(bounds) == 1:
        held = [batch for path in paths for batch in _batches_in(path)]
        if held:
            yield from _in_order(pyarrow.Table.from_batches(held), known)
        return
    with ExitStack() as files:
        portions = [files.enter_context(TemporaryFile(prefix="statements-")) for _ in bounds]
        _share(paths, known, bounds, portions)
        for portion in portions:
            portion.seek(0)
            with pyarrow.ipc.open_stream(portion) as reader:
                table = reader.read_all()
            portion.close()
            yield from _in_order(table, known)


def _counts(paths: Iterable[str]) -> dict[str, int]:
    """Return the number of records of each document."""
    from pyarrow import compute, parquet

    found: dict[str, int] = {}
    for path in paths:
        with parquet.ParquetFile(path, read_dictionary=[_PATH]) as file:
            for batch in file.iter_batches(_READ, columns=[_PATH], use_threads=False):
                for one in compute.value_counts(batch.column(0)).to_pylist():
                    found[one["values"]] = found.get(one["values"], 0) + one["counts"]
    return found


def _text_array(texts: Sequence[str]) -> Any:
    """Return texts as ``pyarrow.array`` does, which would load pandas first, where it is installed."""
    import pyarrow

    encoded = [text.encode() for text in texts]
    ends = array("i", [0, *accumulate(map(len, encoded))])
    data = pyarrow.py_buffer(b"".join(encoded))
    return pyarrow.StringArray.from_buffers(len(encoded), pyarrow.py_buffer(ends), data)


def _place(path: str) -> tuple[str, str]:
    return (place_of(*file_of(path)), path)


def _bounds(counts: Sequence[int]) -> list[int]:
    """Return the documents, by their places, behind the last of each portion of records."""
    most = max(_HELD, sum(counts) // _MOST_FILES)
    before, begun, bounds = 0, 0, []
    for place, total in enumerate(accumulate(counts)):
        if total - begun > most and before > begun:
            bounds.append(place)
            begun = before
        before = total
    return [*bounds, len(counts)]


def _batches_in(path: str) -> Iterator[Any]:
    from pyarrow import parquet

    with parquet.ParquetFile(path) as file:
        # threads would take twice the CPU time for columns that are read within milliseconds
        yield from file.iter_batches(_READ, use_threads=False)


def _share(paths: Iterable[str], known: Any, bounds: Sequence[int], portions: Sequence[Any]) -> None:
    """Write each record to the portion of its document."""
    import pyarrow
    from pyarrow import compute

    with ExitStack() as opened:
        writers: list[Any] = []
        for path in paths:
            for batch in _batches_in(path):
                places = compute.index_in(batch.column(_PATH), known)
                order = compute.sort_indices(places)
                ordered, places = batch.take(order), places.take(order).to_pylist()
                if not writers:
                    schema = ordered.schema
                    writers += [opened.enter_context(pyarrow.ipc.new_stream(one, schema)) for one in portions]
                ends = [0, *(bisect_left(places, bound) for bound in bounds)]
                for writer, (start, end) in zip(writers, pairwise(ends), strict=True):
                    if start < end:
                        writer.write_batch(ordered.slice(start, end - start))


def _in_order(table: Any, known: Any) -> Iterator[Any]:
    """Yield a table's records by the places of their documents."""
    from pyarrow import compute

    whole = table.combine_chunks()
    order = compute.sort_indices(compute.index_in(whole.column(_PATH), known))
    for start in range(0, len(order), RECORDS_AT_ONCE):
        yield from whole.take(order.slice(start, RECORDS_AT_ONCE)).combine_chunks().to_batches()
