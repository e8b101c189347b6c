"""Turn batches of Arrow into rows and rows into batches, bounded by their size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from statements_cli.model.arrow_schema import arrow_schema

MOST_ROWS = 1000  # rows of a batch
MOST_CHARACTERS = 1 << 22  # characters or bytes in a batch, beyond which no row is added

_BESIDE_RECORD = ("number", "dated", "compared", "day_evidence", "fault_path", "fault")


def rows_of(batches: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Yield the rows of batches (``pyarrow.RecordBatch``) as dictionaries."""
    for batch in batches:
        yield from batch.to_pylist()


def groups_of(batches: Iterable[Any], key: str) -> Iterator[tuple[Any, list[dict[str, Any]]]]:
    """Yield the values of a column with the rows that have them.

    The rows of one value must follow each other.
    """
    for value, rows in groupby(rows_of(batches), itemgetter(key)):
        yield value, list(rows)


def batches_of(rows: Iterable[dict[str, Any]], schema: Any) -> Iterator[Any]:
    """Yield rows in batches of a schema, so that few are in memory."""
    from pyarrow import RecordBatch

    held: list[dict[str, Any]] = []
    size = 0
    for row in rows:
        held.append(row)
        size += sum(len(value) for value in row.values() if isinstance(value, (str, bytes)))
        if len(held) >= MOST_ROWS or size >= MOST_CHARACTERS:
            yield RecordBatch.from_pylist(held, schema=schema)
            held, size = [], 0
    if held:
        yield RecordBatch.from_pylist(held, schema=schema)


def columns(**types: str) -> Any:
    """Return the schema (``pyarrow.Schema``) of nullable columns, by Arrow's names of types."""
    import pyarrow

    return pyarrow.schema([(name, pyarrow.type_for_alias(alias)) for name, alias in types.items()])


def statement_columns() -> Any:
    """Return the schema of statements as parsed.

    The record, and what resolving across documents needs beside it.

    A row with a ``fault`` is no statement but a document that could not be read or parsed.
    """
    import pyarrow

    types = (pyarrow.int64(), pyarrow.bool_(), pyarrow.bool_(), pyarrow.binary(), pyarrow.string(), pyarrow.string())
    beside = [pyarrow.field(name, kind) for name, kind in zip(_BESIDE_RECORD, types, strict=True)]
    return pyarrow.schema([*arrow_schema(), *beside])


def spark_type(schema: Any) -> Any:
    """Return a schema of Arrow as Spark has it (``StructType``)."""
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(schema)


def empty_row(schema: Any) -> dict[str, Any]:
    """Return a row with nothing in it.

    Null where that may be, empty text, lists and zeros elsewhere.
    """
    return {field.name: None if field.nullable else _nothing(field.type) for field in schema}


def _nothing(kind: Any) -> Any:
    from pyarrow import types

    if types.is_struct(kind):
        return {field.name: _nothing(field.type) for field in kind}
    if types.is_list(kind):
        return []
    return "" if types.is_string(kind) else False if types.is_boolean(kind) else 0
