"""Write statements as Parquet, a column for each key of the record.

Takes the extra ``parquet``.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from types import NoneType, UnionType
from typing import Any, BinaryIO, Literal, Union, get_args, get_origin, get_type_hints

from statements_cli.model import RECORD_KEYS, Span, Statement, StatementSpans
from statements_cli.model.codec import record_of
from statements_cli.output.exports.exported import Exported

_ROWS = 1000  # written at once


def write_parquet(exported: Exported, out: BinaryIO) -> None:
    """Write a file of Parquet; lists stay lists, and spans a structure.

    What holds a whole corpus is marked as such. Raises ``ImportError`` without the extra.
    """
    import pyarrow
    from pyarrow import parquet

    from statements_cli.store.shards.whole_export import KEY, MarkedStream

    schema = arrow_schema()
    statements = exported.read()
    marked = MarkedStream(out)
    with parquet.ParquetWriter(marked, schema, compression="zstd") as writer:
        while rows := list(_plain(islice(statements, _ROWS))):
            writer.write_batch(pyarrow.RecordBatch.from_pylist(rows, schema=schema))
        if exported.whole:
            writer.add_key_value_metadata({KEY: marked.mark(exported.total)})


def arrow_schema() -> Any:
    """Return the Arrow schema of a record (``pyarrow.Schema``), made from ``model.Statement``.

    Raises ``ImportError`` without the extra.
    """
    import pyarrow

    hints = get_type_hints(Statement)
    return pyarrow.schema([pyarrow.field(key, _type_of(hints[key]), _may_be_null(hints[key])) for key in RECORD_KEYS])


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


def _type_of(hint: Any) -> Any:
    import pyarrow

    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (UnionType, Union):
        [kind] = (one for one in arguments if one is not NoneType)
        return _type_of(kind)
    if origin is Literal:
        return pyarrow.string()
    if hint == Span:
        return _list_of(pyarrow.int64())
    if origin is tuple:
        return _list_of(_type_of(arguments[0]))
    if hint is StatementSpans:
        return pyarrow.struct([(part, _type_of(kind)) for part, kind in get_type_hints(StatementSpans).items()])
    return {str: pyarrow.string(), float: pyarrow.float64(), bool: pyarrow.bool_(), int: pyarrow.int64()}[hint]


def _list_of(kind: Any) -> Any:
    """Return the type of a list whose items are named as Parquet defines."""
    import pyarrow

    return pyarrow.list_(pyarrow.field("element", kind))


def _may_be_null(hint: Any) -> bool:
    return NoneType in get_args(hint)
