"""What a store answers with: a selection of things, search hits, counted articles, a passage."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar, overload

from statements_cli.model import Article, Span, Statement

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Found(Generic[Item]):
    """What fits, cut to the limit asked for.

    ``total`` is how many fit before the cut, about so many where it is not ``exact``; ``undated`` how many
    statements only their missing day kept out, ``doubtful`` how many only their confidence did.
    """

    items: Sequence[Item]
    total: int
    undated: int = 0
    doubtful: int = 0
    exact: bool = True

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, at: int) -> Item:
        return self.items[at]


class Fetched(Sequence[Item]):
    """Things of a store known by number, fetched when they are looked at: a million need not fit in memory."""

    def __init__(self, numbers: Sequence[int], fetch: Callable[[Sequence[int]], Iterator[Item]]) -> None:
        self._numbers = numbers
        self._fetch = fetch

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[Item]:
        return self._fetch(self._numbers)

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
    """A statement that answers a search: its score (0 to 100) and the words of it that matched, folded."""

    statement: Statement
    score: float
    matched: frozenset[str]


class CountedArticle(NamedTuple):
    """An article with the number of its statements that fit."""

    article: Article
    statements: int


class Passage(NamedTuple):
    """A statement in its surroundings: the paragraphs it stands in, and where they begin in the document.

    ``document`` is the document's whole text, which all spans index.
    """

    statement: Statement
    article: Article
    text: str
    span: Span
    document: str
