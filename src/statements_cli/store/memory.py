"""Parsed documents come in; articles, speakers and statements go out as they are asked for, from memory.

    >>> from statements_cli.store import Store
    >>> store = Store.from_paths(["seeds"])
    >>> store.articles().total
    6
    >>> sorted(store.search("dialoge negociation")[0].matched)
    ['dialogue', 'negotiation']
    >>> from statements_cli.query.filters import Filter
    >>> {statement.speaker for statement in store.statements(Filter(speakers=("Mao",)))}
    {'Mao Ning'}

Nothing here knows of the command line: the same questions can be asked of an index in a file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from statements_cli.model import Article, Document, Speaker, Statement
from statements_cli.query.filters import Filter, passes_date, passes_language, passes_outlet, passing
from statements_cli.query.order import ordered
from statements_cli.store.results import CountedArticle, Found, Passage
from statements_cli.store.searching import Searching
from statements_cli.values import replace

if TYPE_CHECKING:
    from sqlite3 import Connection

    from statements_cli.documents import Notice
    from statements_cli.pipeline import Parsed
    from statements_cli.query.candidates import Texts
    from statements_cli.speakers.lookup import Lookup
    from statements_cli.speakers.names import Names

_EVERYTHING = Filter()


class Store(Searching):
    """Articles, speakers and statements of a corpus, resolved across its documents.

    Made from parsed documents or, with ``from_paths``, from files and folders. Statements keep the
    order of the documents and, within one, of the text. ``names`` are the user's own names, roles and
    countries of speakers, which come before what the corpus says.
    """

    def __init__(self, parsed: Iterable[Parsed], names: Names | None = None) -> None:
        from statements_cli.store.resolved import resolved_across

        corpus = resolved_across(parsed, names)
        self._documents: dict[str, Document] = corpus.documents
        self._articles: tuple[Article, ...] = corpus.articles
        self._statements: tuple[Statement, ...] = corpus.statements
        self._spellings: dict[str, tuple[str, ...]] = corpus.spellings
        self._index: Connection | None = None

    @classmethod
    def from_paths(
        cls,
        paths: Sequence[str],
        report: Callable[[Notice], None] | None = None,
        names: Names | None = None,
    ) -> Store:
        """Read and parse files and folders into a store.

        ``report`` is told of what can't be read, as ``statements_cli.documents.read`` tells it; the
        rest is still read.
        """
        from statements_cli.documents import read
        from statements_cli.pipeline import parse

        return cls((parse(document, names) for document in read(paths, report=report or _unheard)), names)

    @classmethod
    def open(cls, path: str) -> Store:
        """Open an index, made by ``statements index``, for reading.

        Raises ``store.files.IndexFault`` where there is none, or one that can't be read.
        """
        from statements_cli.store.index import Index

        return Index.open(path)

    def __len__(self) -> int:
        return len(self._statements)

    def lookup(self, name: str) -> Lookup:
        """Return which of the corpus's speakers ``name`` means, by any spelling or a part of it."""
        from statements_cli.speakers.lookup import lookup

        return lookup(name, tuple(self._spellings.items()))

    def statements(
        self, wanted: Filter = _EVERYTHING, sort: str = "date", limit: int | None = None
    ) -> Found[Statement]:
        """Return the statements that pass a filter, newest first unless ``sort`` says otherwise."""
        passed = passing(self._statements, self.resolve(wanted))
        found = ordered(passed.statements, sort, getattr)
        return Found(tuple(found[:limit]), len(found), passed.undated)

    def speakers(
        self, wanted: Filter = _EVERYTHING, sort: str = "statements", limit: int | None = None
    ) -> Found[Speaker]:
        """Return who said the statements that pass a filter, most statements first."""
        from statements_cli.store.resolved import speakers_of, told_of

        passed = passing(self._statements, self.resolve(wanted))
        known = speakers_of(told_of(passed.statements), lambda name: self._spellings.get(name, (name,)))
        found = ordered(known, sort, getattr)
        return Found(tuple(found[:limit]), len(found), passed.undated)

    def articles(
        self, wanted: Filter = _EVERYTHING, sort: str = "published", limit: int | None = None
    ) -> Found[CountedArticle]:
        """Return the articles of the filter's outlets, languages and days that hold statements which pass the rest.

        Days are those of publication. Where the filter asks nothing of the statements, articles that
        hold none are returned too.
        """
        of_statements = replace(wanted, since=None, until=None, on=(), undated=False, outlets=(), languages=())
        counts: dict[tuple[str, str], int] = {}
        for statement in passing(self._statements, self.resolve(of_statements)).statements:
            home = (statement.article, statement.path)
            counts[home] = counts.get(home, 0) + 1
        asks = of_statements not in (_EVERYTHING, replace(_EVERYTHING, acts=("any",)))
        held = [
            article
            for article in self._articles
            if ((article.id, article.path) in counts or not asks)
            and passes_outlet(article.outlet, wanted)
            and passes_language(article.language, wanted)
        ]
        dated = [a for a in held if passes_date(a.published, wanted)]
        undated = sum(a.published is None for a in held) if wanted.dated and not wanted.undated else 0
        found = ordered((CountedArticle(a, counts.get((a.id, a.path), 0)) for a in dated), sort, _article_value)
        return Found(tuple(found[:limit]), len(found), undated)

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all statements."""
        return tuple(statement.id for statement in self._statements)

    def with_id(self, beginning: str) -> tuple[Statement, ...]:
        """Return the statements whose id begins so; the one of exactly that id alone if there is one."""
        wanted = beginning.strip().casefold()
        if not wanted:
            return ()
        found = {s.id: s for s in self._statements if s.id.casefold().startswith(wanted)}
        exact = [s for s in found.values() if s.id.casefold() == wanted]
        return tuple(exact or found.values())

    def show(self, id: str) -> Passage | None:
        """Return one statement in its passage, by any unambiguous beginning of its id; None if there's none.

        Raises ``ValueError`` where several statements' ids begin so.
        """
        found = self.with_id(id)
        if len(found) > 1:
            raise ValueError(f"{len(found)} statements have an id that begins with {id}")
        if not found:
            return None
        return self._passage(found[0])

    def resolve(self, wanted: Filter) -> Filter:
        """Return the filter with its speakers under the names that the corpus has for them."""
        if not wanted.speakers or set(wanted.speakers) <= self._spellings.keys():
            return wanted
        names = (name for given in wanted.speakers for name in (self.lookup(given).matches or (given,)))
        return replace(wanted, speakers=tuple(dict.fromkeys(names)))

    def _passage(self, statement: Statement) -> Passage:
        article = next(a for a in self._articles if a.id == statement.article and a.path == statement.path)
        return self._in_passage(statement, article, self._documents[statement.path].text)

    def _in_passage(self, statement: Statement, article: Article, text: str) -> Passage:
        from statements_cli.store.passages import passage_span

        span = passage_span(statement, article, text)
        evidence = (*statement.evidence, *article.notes)
        return Passage(statement, article, text[slice(*span)], span, tuple(dict.fromkeys(evidence)), text)

    def _texts(self, wanted: Filter) -> tuple[Texts, int]:
        from json import dumps

        from statements_cli.query.candidates import Texts
        from statements_cli.query.fulltext import in_memory

        newest = self._newest_first()
        if self._index is None:
            self._index = in_memory([statement.text for statement in newest])
        passed = passing(newest, self.resolve(wanted))
        texts = Texts(self._index, len(newest))
        if len(passed.statements) < len(newest):
            kept = {id(statement) for statement in passed.statements}
            among = dumps([place for place, statement in enumerate(newest) if id(statement) in kept])
            texts = texts._replace(condition="number in (select value from json_each(?))", parameters=(among,))
        return texts, passed.undated

    def _numbered(self, numbers: Sequence[int]) -> Sequence[Statement]:
        newest = self._newest_first()
        return [newest[number] for number in numbers]

    def _newest_first(self) -> list[Statement]:
        return ordered(self._statements, "date", getattr)


def _unheard(notice: Notice) -> None:
    """Take no notice: who passes no ``report`` doesn't want to know."""


def _article_value(counted: CountedArticle, key: str) -> object:
    return counted.statements if key == "statements" else getattr(counted.article, key)
