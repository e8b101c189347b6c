"""Encode values of the model as plain tuples and as records, and decode them again.

The plain form is what the cache, the tables and the index keep: fields in the order of their declaration, tuples (or
the lists that JSON makes of them) in place of whatever has fields. The record is the form users get as JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from statements_cli.model.values import NOTHING_KNOWN, RECORD_KEYS, Statement, StatementSpans

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
_PLAIN = frozenset({str, int, float, bool, NoneType})
"""Types of values that are their own plain form."""


def encoded(value: Any) -> Any:
    """Return a value with tuples in place of whatever has fields, to any depth."""
    if type(value) in _PLAIN:
        return value
    parts = value if isinstance(value, tuple) else fields_of(value)
    return tuple([one if type(one) in _PLAIN else encoded(one) for one in parts])


def fields_of(value: Any) -> tuple[Any, ...]:
    """Return the fields of a value of the model as they are, in their order."""
    fields: tuple[Any, ...] = _getter_of(type(value))(value)  # type: ignore[arg-type]  # a type is hashable
    return fields


@cache
def _getter_of(kind: type[Any]) -> Callable[[Any], Any]:
    return attrgetter(*kind.__match_args__)  # of one field it would return no tuple: every type has two and more


def decoded(row: Any, kind: type[T]) -> T:
    """Return the value that ``encoded`` made a row of, or JSON kept.

    Whether the row is of that type is for ``fits`` to say.
    """
    decode: Callable[[Any], Any] | None = decoder(kind)  # type: ignore[arg-type]  # a type is hashable
    value: T = row if decode is None else decode(row)
    return value


def fits(row: Any, hint: Any) -> bool:
    """Return whether a row has the shape and types that ``encoded`` makes."""
    return _check_of(hint)(row)


def record_of(statement: Statement) -> dict[str, Any]:
    """Return the record of a statement, its keys in the order of the documentation."""
    return statement.to_dict()


def row_of_record(record: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return a record of ``record_of`` or JSON as ``encoded`` makes a statement's row.

    A key that may be null may be missing, others that the record has not are an error. Raises ``ValueError`` that names
    the first key whose value is none that a statement has.
    """
    values = []
    for key, kinds, fits_key in _record_checks():
        value = given = record.get(key)
        if type(given) in kinds:
            values.append(given)
            continue
        if isinstance(given, list):
            value = _tuple_of(given)
        elif key == "spans" and isinstance(given, Mapping):
            value = tuple([_tuple_of(given.get(part)) for part in StatementSpans.__match_args__])
        if not fits_key(value):
            raise ValueError(f"has no {key} such as a record has" if given is not None else f"has no {key}")
        values.append(value)
    values.append(no_evidence())
    return tuple(values)


@cache
def no_evidence() -> Any:
    """Return the evidence of a statement of which nothing is known, as ``encoded`` has it."""
    return encoded(NOTHING_KNOWN)


def values_of_key(key: str) -> tuple[bool, frozenset[Any] | None]:
    """Return whether a record's key may be null, and its values where these are few.

    None is among these where it may be.
    """
    hint = _hints_of(Statement)[key]
    parts = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    names = [name for part in parts if get_origin(part) is Literal for name in get_args(part)]
    may_be_null = NoneType in parts
    return may_be_null, frozenset([*names, *([None] if may_be_null else [])]) if names else None


@cache
def _record_checks() -> tuple[tuple[str, frozenset[type], Callable[[Any], bool]], ...]:
    """Return each key with types that always fit, and a check of other values."""
    hints = _hints_of(Statement)
    return tuple([(key, _plain_types(hints[key]), _check_of(hints[key])) for key in RECORD_KEYS])


def _plain_types(hint: Any) -> frozenset[type]:
    if get_origin(hint) in (Union, UnionType):
        return frozenset().union(*map(_plain_types, get_args(hint)))
    return frozenset({float, int} if hint is float else {hint} & {str, int, bool, NoneType})


@cache
def _hints_of(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _tuple_of(value: Any) -> Any:
    return tuple([_tuple_of(one) for one in value]) if isinstance(value, list) else value


@cache
def decoder(hint: Any) -> Callable[[Any], Any] | None:
    """Return what turns the row of a type into a value of it.

    None where that is the row itself.
    """
    if _has_fields(hint):
        fields = _hints_of(hint).values()
        return _decoder_of_fields(hint, tuple(map(decoder, fields)))
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        inner = next((found for part in parts if part is not NoneType and (found := decoder(part))), None)
        return None if inner is None else lambda row: None if row is None else inner(row)
    if origin is not tuple:
        return None
    element = decoder(parts[0]) if parts[1:] == (Ellipsis,) else None
    return tuple if element is None else lambda row: tuple([element(one) for one in row])


def _has_fields(hint: Any) -> bool:
    """Return whether a type is one of the model: a dataclass or a named tuple."""
    return is_dataclass(hint) or hasattr(hint, "_fields")


def _decoder_of_fields(kind: Any, decoders: tuple[Callable[[Any], Any] | None, ...]) -> Callable[[Any], Any]:
    changed = [(at, decode) for at, decode in enumerate(decoders) if decode is not None]

    def decode_fields(row: Any) -> Any:
        values = list(row)
        for at, decode in changed:
            values[at] = decode(values[at])
        return kind(*values)

    return decode_fields


@cache
def _check_of(hint: Any) -> Callable[[Any], bool]:
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Literal:
        return frozenset(parts).__contains__
    if origin in (Union, UnionType):
        if all(isinstance(part, type) and not _has_fields(part) for part in parts):  # a plain type or None
            kinds = _plain_kinds(parts)
            return lambda value: type(value) in kinds
        checks = tuple(map(_check_of, parts))
        return lambda value: any(check(value) for check in checks)
    if origin is tuple and parts[1:] == (Ellipsis,):
        every = _check_of(parts[0])
        return lambda value: type(value) is tuple and all(map(every, value))
    if origin is tuple or _has_fields(hint):
        fields = parts if origin is tuple else tuple(_hints_of(hint).values())
        return _check_of_each(tuple(map(_check_of, fields)))
    plain = _plain_kinds((hint,))
    return lambda value: type(value) in plain


def _plain_kinds(hints: tuple[Any, ...]) -> frozenset[Any]:
    """Return the types of values without fields; a whole number fits any number."""
    return frozenset(hints) | ({int} if float in hints else frozenset())


def _check_of_each(checks: tuple[Callable[[Any], bool], ...]) -> Callable[[Any], bool]:
    def fits_each(value: Any) -> bool:
        if type(value) is not tuple or len(value) != len(checks):
            return False
        for check, one in zip(checks, value, strict=True):  # noqa: SIM110  (a generator takes half as long again)
            if not check(one):
                return False
        return True

    return fits_each
