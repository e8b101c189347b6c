"""Pack what extraction found in a document into bytes, and unpack it again where it has the right shape."""

from __future__ import annotations

from dataclasses import is_dataclass
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

from statements_cli.model import Article, Block, Document, Statement, StatementSpans
from statements_cli.pipeline import Parsed

if TYPE_CHECKING:
    from collections.abc import Callable

_SPANS = Statement.__match_args__.index("spans")
_PATH = Statement.__match_args__.index("path")
_BLOCKS = Article.__match_args__.index("blocks")
_ARTICLE_PATH = Article.__match_args__.index("path")


def packed(parsed: Parsed) -> bytes:
    """Return the articles and statements of a document as bytes."""
    from marshal import dumps

    return dumps((tuple(map(_values, parsed.articles)), tuple(map(_values, parsed.statements))))


def unpacked(kept: bytes, document: Document) -> Parsed | None:
    """Return what was packed, as of ``document``; None where it isn't what ``packed`` makes of any document."""
    from marshal import loads

    try:
        articles, statements = loads(kept)
        if not (_fit(articles, Article) and _fit(statements, Statement)):
            return None
    except (ValueError, EOFError, TypeError, MemoryError, RecursionError):
        return None
    return Parsed(
        document,
        tuple([_article(row, document.path) for row in articles]),
        tuple([_statement(row, document.path) for row in statements]),
    )


def _values(value: Any) -> Any:
    """Return a value with the fields of whatever has fields in place of it."""
    if isinstance(value, tuple):
        return tuple([_values(one) if isinstance(one, (tuple, Block)) else one for one in value])
    return tuple([_values(one) if isinstance(one, (tuple, StatementSpans)) else one for one in _fields(value)])


def _fields(value: Any) -> list[Any]:
    return [getattr(value, name) for name in value.__match_args__]


def _article(row: tuple[Any, ...], path: str) -> Article:
    values = list(row)
    values[_ARTICLE_PATH] = path
    values[_BLOCKS] = tuple([Block(*block) for block in row[_BLOCKS]])
    return Article(*values)


def _statement(row: tuple[Any, ...], path: str) -> Statement:
    values = list(row)
    values[_PATH] = path
    values[_SPANS] = StatementSpans(*row[_SPANS])
    return Statement(*values)


def _fit(rows: Any, kind: type) -> bool:
    fits = _check_of(kind)
    return isinstance(rows, tuple) and all(map(fits, rows))


@cache
def _check_of(hint: Any) -> Callable[[Any], bool]:
    """Return what decides whether an unpacked value fits a type as the model declares it."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Literal:
        return frozenset(parts).__contains__
    if origin in (Union, UnionType):
        checks = tuple(map(_check_of, parts))
        return lambda value: any(check(value) for check in checks)
    if origin is tuple and parts[1:] == (Ellipsis,):
        every = _check_of(parts[0])
        return lambda value: type(value) is tuple and all(map(every, value))
    if origin is tuple or is_dataclass(hint):
        fields = parts if origin is tuple else tuple(get_type_hints(hint).values())
        return _check_of_each(tuple(map(_check_of, fields)))
    kinds = (float, int) if hint is float else (hint,)
    return lambda value: type(value) in kinds


def _check_of_each(checks: tuple[Callable[[Any], bool], ...]) -> Callable[[Any], bool]:
    def fits(value: Any) -> bool:
        return (
            type(value) is tuple
            and len(value) == len(checks)
            and all(check(one) for check, one in zip(checks, value, strict=True))
        )

    return fits
