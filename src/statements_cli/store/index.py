"""An index, in a file or in memory, comes in; articles, speakers and statements go out as they are asked for.

    >>> from statements_cli.pipeline import parse
    >>> from statements_cli.documents import read
    >>> index = Index.of(parse(document) for document in read(["seeds"], report=print))
    >>> len(index.articles())
    6

It answers as ``store.memory.Store`` does; tests ask both the same.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from statements_cli.model import Article, Speaker, Statement
from statements_cli.query.filters import Filter
from statements_cli.query.order import ordered
from statements_cli.store.memory import Store
from statements_cli.store.reading import articles_where, statements_numbered, statements_where
from statements_cli.store.results import CountedArticle, Found, Passage
from statements_cli.store.selecting import Condition, of_all_but_days, of_days, outlets_holding
from statements_cli.values import replace

if TYPE_CHECKING:
    from sqlite3 import Connection

    from statements_cli.pipeline import Parsed
    from statements_cli.query.candidates import Texts
    from statements_cli.speakers.lookup import Lookup
    from statements_cli.speakers.names import Names

Item = TypeVar("Item")

_EVERYTHING = Filter()
_FROM = "from statement s join article a on a.number = s.article join document d on d.number = a.document"
_PLACE = "d.place, s.number"
_KEYS = {"speaker": "p.name", "country": "m.country", "outlet": "o.name", "published": "a.published"}
_OF_KEYS = " join mention m on m.number = s.mention left join speaker p on p.number = m.speaker"
_OF_KEYS += " left join outlet o on o.number = a.outlet"


class Fetched(Sequence[Item], Generic[Item]):
    """Things of an index known by number, fetched when they are looked at: a million need not fit in memory."""

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
        return next(self._fetch([self._numbers[at]]))


class Index(Store):
    """Articles, speakers and statements of an index, which ``connection`` leads to."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @classmethod
    def open(cls, path: str) -> Index:
        """Open the index in a file, for reading. Raises ``files.IndexFault`` where there is none."""
        from statements_cli.store.files import open_index

        return cls(open_index(path))

    @classmethod
    def of(cls, parsed: Iterable[Parsed], names: Names | None = None) -> Index:
        """Make an index of parsed documents, in memory."""
        from sqlite3 import connect

        from statements_cli.store.schema import create
        from statements_cli.store.writing import Writer

        connection = connect(":memory:", isolation_level=None)
        create(connection)
        writer = Writer(connection, names)
        for part in parsed:
            writer.add(part)
        writer.finish()
        return cls(connection)

    def close(self) -> None:
        """Close the connection; what was found but not fetched is then lost."""
        self._connection.close()

    def __len__(self) -> int:
        return int(self._one("select count(*) from statement"))

    def lookup(self, name: str) -> Lookup:
        """Return which of the corpus's speakers ``name`` means, by any spelling or a part of it."""
        from statements_cli.store.naming import lookup_in

        return lookup_in(self._connection, name)

    def statements(
        self, wanted: Filter = _EVERYTHING, sort: str = "date", limit: int | None = None
    ) -> Found[Statement]:
        """Return the statements that pass a filter, newest first unless ``sort`` says otherwise."""
        others, passed = self._conditions(wanted)
        total = self._one(f"select count(*) from statement s where {passed.sql}", passed.values)
        numbers = self._newest(passed, limit) if sort == "date" else self._sorted(passed, sort)[:limit]
        return Found(Fetched(numbers, self._fetch), total, self._undated(wanted, others))

    def speakers(
        self, wanted: Filter = _EVERYTHING, sort: str = "statements", limit: int | None = None
    ) -> Found[Speaker]:
        """Return who said the statements that pass a filter, most statements first."""
        from statements_cli.store.naming import spellings_of
        from statements_cli.store.resolved import Told, speakers_of

        others, passed = self._conditions(wanted)
        told = self._connection.execute(
            "select p.name, m.type, m.role, m.country, count(*), min(s.date), max(s.date) from statement s"
            " join mention m on m.number = s.mention join speaker p on p.number = m.speaker"
            f" where {passed.sql} group by s.mention",
            passed.values,
        )
        known = speakers_of((Told(*row) for row in told), lambda _: ())
        found = ordered(known, sort, getattr)
        shown = [replace(one, spellings=spellings_of(self._connection, one.speaker)) for one in found[:limit]]
        return Found(tuple(shown), len(found), self._undated(wanted, others))

    def articles(
        self, wanted: Filter = _EVERYTHING, sort: str = "published", limit: int | None = None
    ) -> Found[CountedArticle]:
        """Return the articles of the filter's outlets and days that hold statements which pass the rest.

        Days are those of publication. Where the filter asks nothing of the statements, articles that
        hold none are returned too.
        """
        of_statements = replace(wanted, since=None, until=None, on=(), undated=False, outlets=(), languages=())
        passed = self._conditions(of_statements)[1]
        counts = dict(self._rows(f"select s.article, count(*) from statement s where {passed.sql} group by 1", passed))
        held = Condition("true")
        if wanted.outlets:
            outlets = outlets_holding(self._connection, wanted.outlets)
            held = Condition(f"a.outlet in ({', '.join('?' * len(outlets))})", tuple(outlets))
        if wanted.languages:
            held &= Condition(f"a.language in ({', '.join('?' * len(wanted.languages))})", wanted.languages)
        asks = of_statements not in (_EVERYTHING, replace(_EVERYTHING, acts=("any",)))
        dated = held & of_days(wanted, "substr(a.published, 1, 10)")
        key = sort.removeprefix("-")
        value = {"path": "d.path", "outlet": "o.name", "statements": "null"}.get(key, f"a.{key}")
        rows = self._rows(
            f"select a.number, {value} from article a join document d on d.number = a.document"
            f" left join outlet o on o.number = a.outlet where {dated.sql} order by d.place, a.number",
            dated,
        )
        kept = [(number, counts.get(number, 0), value) for number, value in rows if number in counts or not asks]
        found = ordered(kept, sort, lambda row, key: row[1] if key == "statements" else row[2])
        undated = 0
        if wanted.dated and not wanted.undated:
            of_none = self._rows(f"select a.number from article a where a.published is null and {held.sql}", held)
            undated = sum(number in counts or not asks for (number,) in of_none)
        numbers = array("q", (number for number, _, _ in found[:limit]))
        return Found(Fetched(numbers, lambda numbers: self._counted(numbers, counts)), len(found), undated)

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all statements."""
        return tuple(id_ for (id_,) in self._connection.execute(f"select s.id {_FROM} order by {_PLACE}"))

    def with_id(self, beginning: str) -> tuple[Statement, ...]:
        """Return the statements whose id begins so; the one of exactly that id alone if there is one."""
        wanted = beginning.strip().casefold()
        if not wanted:
            return ()
        held = statements_where(self._connection, "s.id >= ? and s.id < ?", (wanted, f"{wanted}\U0010ffff"), _PLACE)
        found = {statement.id: statement for _, statement in held}
        return (found[wanted],) if wanted in found else tuple(found.values())

    def resolve(self, wanted: Filter) -> Filter:
        """Return the filter with its speakers under the names that the corpus has for them."""
        names: dict[str, None] = {}
        for given in wanted.speakers:
            if self._connection.execute("select 1 from speaker where name = ?", (given,)).fetchone():
                names[given] = None
            else:
                names |= dict.fromkeys(self.lookup(given).matches or (given,))
        return replace(wanted, speakers=tuple(names)) if names else wanted

    def _passage(self, statement: Statement) -> Passage:
        from statements_cli.store.packing import unpacked_text

        values = (statement.article, statement.path)
        _, article = next(articles_where(self._connection, "a.id = ? and d.path = ?", values))
        packed = self._one("select packed from document where path = ?", (statement.path,))
        return self._in_passage(statement, article, unpacked_text(packed))

    def _texts(self, wanted: Filter) -> tuple[Texts, int]:
        from statements_cli.query.candidates import Texts

        others, passed = self._conditions(wanted)
        texts = Texts(
            self._connection,
            self._one("select ifnull(max(number), 0) from statement"),  # counting them takes longer
            newest="s.date",
            condition=passed.sql,
            parameters=passed.values,
            by_number="indexed by statement_facts",
            narrow=wanted not in (_EVERYTHING, replace(_EVERYTHING, acts=("any",))),
        )
        return texts, self._undated(wanted, others)

    def _numbered(self, numbers: Sequence[int]) -> Sequence[Statement]:
        return list(self._fetch(numbers))

    def _conditions(self, wanted: Filter) -> tuple[Condition, Condition]:
        """Return what a filter asks but for its days, and all it asks."""
        others = of_all_but_days(self._connection, self.resolve(wanted))
        return others, others & of_days(wanted)

    def _undated(self, wanted: Filter, others: Condition) -> int:
        if not wanted.dated or wanted.undated:
            return 0
        return int(self._one(f"select count(*) from statement s where s.date is null and {others.sql}", others.values))

    def _newest(self, passed: Condition, limit: int | None) -> array[int]:
        """Return the numbers of the newest statements, those of one day in the order of the documents."""
        if limit is not None:
            last = self._connection.execute(
                f"select s.date from statement s where {passed.sql} order by s.date desc limit 1 offset ?",
                (*passed.values, limit - 1),
            ).fetchone()
            if last is not None and last[0] is not None:  # sorting the older ones, too, would be for nothing
                passed &= Condition("s.date >= ?", last)
        rows = self._rows(f"select s.number {_FROM} where {passed.sql} order by s.date desc, {_PLACE}", passed)
        return array("q", (number for (number,) in rows))[:limit]

    def _sorted(self, passed: Condition, sort: str) -> array[int]:
        key = sort.removeprefix("-")
        value = "null" if key == "article" else _KEYS.get(key, f"s.{key}")
        joins = _OF_KEYS if key in _KEYS else ""
        rows = self._rows(f"select s.number, {value} {_FROM}{joins} where {passed.sql} order by {_PLACE}", passed)
        return array("q", (number for number, _ in ordered(rows, sort, lambda row, _: row[1])))

    def _fetch(self, numbers: Sequence[int]) -> Iterator[Statement]:
        return statements_numbered(self._connection, numbers)

    def _counted(self, numbers: Sequence[int], counts: dict[int, int]) -> Iterator[CountedArticle]:
        for number in numbers:
            yield CountedArticle(self._article(number), counts.get(number, 0))

    def _article(self, number: int) -> Article:
        return next(articles_where(self._connection, "a.number = ?", (number,)))[1]

    def _rows(self, sql: str, condition: Condition) -> Iterator[Any]:
        return iter(self._connection.execute(sql, condition.values))

    def _one(self, sql: str, values: Sequence[Any] = ()) -> Any:
        return self._connection.execute(sql, values).fetchone()[0]
