"""Give the columns that records have in Arrow and Parquet.

Takes the extra ``parquet``.
"""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from statements_cli.model.field_values import Span
from statements_cli.model.values import RECORD_KEYS, Statement, StatementSpans


def arrow_schema() -> Any:
    """Return the Arrow schema of a record (``pyarrow.Schema``), made from ``model.Statement``.

    Raises ``ImportError`` without the extra.
    """
    import pyarrow

    hints = get_type_hints(Statement)
    return pyarrow.schema([pyarrow.field(key, _type_of(hints[key]), _may_be_null(hints[key])) for key in RECORD_KEYS])


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
