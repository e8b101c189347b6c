"""Write statements as Parquet, a column for each key of the record.

Takes the extra ``parquet``.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, BinaryIO

from statements_cli.model import Statement
from statements_cli.model.arrow_schema import arrow_schema
from statements_cli.model.codec import record_of
from statements_cli.output.exports.exported import Exported

_ROWS = 1000  # written at once


def write_parquet(exported: Exported, out: BinaryIO) -> None:
    """Write a file of Parquet; lists stay lists, and spans a structure.

    It is marked as settled across one corpus. Raises ``ImportError`` without the extra.
    """
    import pyarrow
    from pyarrow import parquet

    from statements_cli.store.shards.settled_export import KEY, MarkedStream

    schema = arrow_schema()
    statements = exported.read()
    marked = MarkedStream(out)
    with parquet.ParquetWriter(marked, schema, compression="zstd") as writer:
        while rows := list(_plain(islice(statements, _ROWS))):
            writer.write_batch(pyarrow.RecordBatch.from_pylist(rows, schema=schema))
        writer.add_key_value_metadata({KEY: marked.mark(exported.total)})


def _plain(statements: Iterator[Statement]) -> Iterator[dict[str, Any]]:
    yield from map(arrow_row, statements)


def arrow_row(statement: Statement) -> dict[str, Any]:
    """Return the record of a statement as a row of ``arrow_schema``."""
    return {key: _writable(value) for key, value in record_of(statement).items()}


def _writable(value: Any) -> Any:
    """Return a value whose text is UTF-8.

    A lone half of a surrogate pair is none.
    """
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", "replace").decode()
    return [_writable(one) for one in value] if isinstance(value, list) else value
