"""Hold a store's answers: selections, search hits, counted articles, passages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar, overload

from statements_cli.model import Article, Span, Statement

Item = TypeVar("Item")
_SHOWN = 20  # rows that a notebook shows
_MANY_NUMBERS = 10_000  # from which on they are kept in eight bytes each
_OF_STATEMENTS = ("score", "date", "speaker", "role", "country", "text", "outlet")
_OF_OTHERS = ("published", "headline", "outlet", "speaker", "role", "country", "statements", "first", "last")


@dataclass(frozen=True, slots=True)
class Found(Generic[Item]):
    """What fits, cut to the limit asked for.

    ``total`` is how many fit before the cut, about so many where it is not ``exact``; ``offset`` how many of them
    stand before these; ``undated`` how many
    statements only their missing day kept out, ``doubtful`` how many only their confidence did.
    """

    items: Sequence[Item]
    total: int
    undated: int = 0
    doubtful: int = 0
    exact: bool = True
    offset: int = 0

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Item]: ...
    def __getitem__(self, at: int | slice) -> Item | Sequence[Item]:
        return self.items[at]

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return each thing as a dictionary, as ``--json`` writes it: ``pandas.DataFrame(found.to_dicts())``."""
        return _dictionaries(self.items)

    def _repr_html_(self) -> str:
        """Return the first rows as a table for a notebook, marked as tables are.

        All text in it is escaped.
        """
        from html import escape

        rows = _dictionaries(self.items[:_SHOWN])
        wanted = _OF_STATEMENTS if rows and "text" in rows[0] else _OF_OTHERS
        columns = [key for key in wanted if rows and key in rows[0]]
        head = "".join(f"<th>{key}</th>" for key in columns)
        cells = ("".join(f"<td>{escape(_cell(row, key))}</td>" for key in columns) for row in rows)
        body = "".join(f"<tr>{row}</tr>" for row in cells)
        caption = f"{len(rows)} of {'' if self.exact else 'about '}{self.total}"
        return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


class Fetched(Sequence[Item]):
    """Things of a store known by number, fetched when they are looked at.

    A million need not fit in memory.
    """

    def __init__(self, numbers: Sequence[int], fetch: Callable[[Sequence[int]], Iterator[Item]]) -> None:
        self._numbers = numbers
        self._fetch = fetch

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[Item]:
        return self._fetch(self._numbers)

    def __reduce__(self) -> tuple[type[list[Item]], tuple[list[Item]]]:
        """Pickle and copy the things themselves: another process has no store to ask."""
        return list, (list(self),)

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Item]: ...
    def __getitem__(self, at: int | slice) -> Item | Sequence[Item]:
        if isinstance(at, slice):
            return Fetched(self._numbers[at], self._fetch)
        [item] = self._fetch([self._numbers[at]])
        return item


class Hit(NamedTuple):
    """A statement that answers a search.

    Its score (0 to 100) and the words of it that matched, folded.
    """

    statement: Statement
    score: float
    matched: frozenset[str]

    def to_dict(self) -> dict[str, Any]:
        """Return the statement's record with its score."""
        return self.statement.to_dict() | {"score": self.score}


class CountedArticle(NamedTuple):
    """An article with the number of its statements that fit."""

    article: Article
    statements: int

    def to_dict(self) -> dict[str, Any]:
        """Return what the command shows of the article, with the number of statements."""
        return self.article.to_dict() | {"statements": self.statements}


class Count(NamedTuple):
    """How many statements have these values of the fields they are counted by.

    None is for what isn't known.
    """

    fields: tuple[str, ...]
    values: tuple[str | None, ...]
    statements: int

    def to_dict(self) -> dict[str, Any]:
        """Return each field with its value, and the number of statements."""
        return dict(zip(self.fields, self.values, strict=True)) | {"statements": self.statements}


class Passage(NamedTuple):
    """A statement in its surroundings.

    The paragraphs it stands in, and where they begin in the document.

    ``document`` is the document's whole text, which all spans index.
    """

    statement: Statement
    article: Article
    text: str
    span: Span
    document: str


def _dictionaries(items: Sequence[Any]) -> list[dict[str, Any]]:
    return [item.to_dict() for item in items]


def _cell(row: dict[str, Any], field: str) -> str:
    from statements_cli.model.signs import with_marks

    value = with_marks(row, field)
    return "" if value is None else str(value)


def packed_numbers(numbers: Iterable[int], total: int) -> Sequence[int]:
    """Return the numbers, in eight bytes each where they are many."""
    if total < _MANY_NUMBERS:
        return list(numbers)
    from array import array

    return array("q", numbers)
