"""Read many records at a time from the columns of an exported Parquet file.

A column is checked and turned into values as a whole, which takes a tenth of the time that it takes record by record.
Where a column isn't as ``export`` writes it, or holds what no record has, nothing is made of these records: read one by
one, each tells what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice, pairwise, repeat
from operator import le
from typing import Any, NamedTuple

from statements_cli.documents.plain import MAX_SIZE
from statements_cli.model import RECORD_KEYS, Span, StatementSpans
from statements_cli.model.codec import no_evidence, values_of_key
from statements_cli.store.tables.rows import Row

RECORDS_AT_ONCE = 2000
"""Records that are turned into values at once."""

_PAIR = 2
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_LISTS = frozenset({"quotes", "via"})


class RecordBatch(NamedTuple):
    """Some records: their values as ``codec.row_of_record`` has them.

    Where these can't be had, ``rows`` is None and the ``records`` are given as they stand.
    """

    rows: list[Row] | None
    records: Sequence[Any] = ()


def record_batches(path: str) -> Iterator[RecordBatch]:
    """Yield the records of a Parquet file, some at a time.

    Raises ``UnreadableError`` where it is damaged, after the records before, and where the extra is missing.
    """
    from statements_cli.documents.records.parquet import parquet_batches

    yield from parquet_batches(path, RECORDS_AT_ONCE, batch_of)


def batch_of(batch: Any) -> RecordBatch:
    """Return the records of a ``pyarrow.RecordBatch``."""
    rows = _rows_in(batch)
    return RecordBatch(None, batch.to_pylist()) if rows is None else RecordBatch(rows)


def _rows_in(batch: Any) -> list[Row] | None:
    if (batch.schema.names, batch.schema.types) != _names_and_types():
        return None
    columns: list[Iterable[Any]] = []
    for key, column, (may_be_null, values) in zip(RECORD_KEYS, batch.columns, _kinds(), strict=True):
        if column.null_count and not may_be_null:
            return None
        if key in _LISTS and _elements_of(column)[1].null_count:
            return None
        made: Any = _spans_in(column) if key == "spans" else column.to_pylist()
        if key in _LISTS:
            made = list(map(tuple, made))
        if made is None or not (values is None or values.issuperset(made)) or not _CHECKS.get(key, _passes)(made):
            return None
        columns.append(made)
    return list(zip(*columns, repeat(no_evidence()), strict=False))


@cache
def _names_and_types() -> tuple[list[str], list[Any]]:
    from statements_cli.model.arrow_schema import arrow_schema

    schema = arrow_schema()
    return schema.names, schema.types


@cache
def _kinds() -> tuple[tuple[bool, frozenset[Any] | None], ...]:
    """Return whether each key may be null, and its values where few."""
    return tuple(map(values_of_key, RECORD_KEYS))


def _spans_in(column: Any) -> list[Row] | None:
    """Return the spans of content, cue and source of each record.

    None where these are no spans of a document.
    """
    parts: list[Iterable[Any]] = []
    for name in StatementSpans.__match_args__:
        part = column.field(name)
        places, spans = _elements_of(part)  # of all records
        starts, ends = _elements_of(spans)
        if part.null_count or spans.null_count or ends.null_count:
            return None
        if starts != list(range(starts[0], starts[0] + _PAIR * len(starts), _PAIR)):
            return None
        numbers = ends.to_pylist()
        firsts, lasts = numbers[::2], numbers[1::2]
        if numbers and not (min(firsts) >= 0 and max(lasts) <= MAX_SIZE and all(map(le, firsts, lasts))):
            return None
        pairs = zip(firsts, lasts, strict=True)
        parts.append(_grouped(pairs, len(firsts), places))
    return list(zip(*parts, strict=True))


def _elements_of(lists: Any) -> tuple[list[int], Any]:
    """Return where each list begins, and the elements of all.

    None of the lists may be null; where the last one ends stands last. ``flatten`` would do so, but loads all that
    reckons with columns, which takes as long as to read a thousand records.
    """
    starts = lists.offsets.to_pylist()
    return starts, lists.values.slice(starts[0], starts[-1] - starts[0])


def _grouped(pairs: Iterable[Span], count: int, starts: Sequence[int]) -> Iterable[tuple[Span, ...]]:
    """Return the spans of each record.

    There are ``count`` in all; each record's begin at its place of ``starts``.
    """
    if starts == list(range(starts[0], starts[0] + count + 1)):  # as nearly always, one of each
        return zip(pairs, strict=True)
    return [tuple(islice(pairs, end - start)) for start, end in pairwise(starts)]


def _passes(_: Iterable[Any]) -> bool:
    return True


def is_day(date: str | None) -> bool:
    """Return whether a record can have this day, month or year, or none."""
    return date is None or _DAY.fullmatch(date) is not None


def _are_days(values: Iterable[Any]) -> bool:
    return all(map(is_day, set(values)))


def _are_probabilities(values: Iterable[Any]) -> bool:
    return all(0 <= one <= 1 for one in values)


_CHECKS: dict[str, Callable[[Iterable[Any]], bool]] = {
    "id": all,  # none is empty
    "path": all,
    "date": _are_days,
    "confidence": _are_probabilities,
}
