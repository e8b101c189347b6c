"""Hold parsed documents, or open an index, and answer questions about articles, speakers and statements.

>>> from statements_cli.store import Store
>>> store = Store.from_paths("seeds")
>>> store.articles().total
6
>>> sorted(store.search("dialoge negociation")[0].matched)
['dialogue', 'negotiation']
>>> from statements_cli.query.filters import Filter
>>> {statement.speaker for statement in store.statements(Filter(speakers="Mao"))}
{'Mao Ning'}
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from statements_cli.model import FAST, Article, ModelName, Statement
from statements_cli.query.filters import Filter
from statements_cli.query.order import (
    ARTICLE_ORDERS,
    COUNT_ORDERS,
    SPEAKER_ORDERS,
    STATEMENT_ORDERS,
    check_order,
    check_page,
    ordered,
)
from statements_cli.store.about import About
from statements_cli.store.base import EVERYTHING, is_broad
from statements_cli.store.results import Count, CountedArticle, Fetched, Found, Passage, packed_numbers
from statements_cli.store.tables.conditions import Condition, of_articles, of_days
from statements_cli.store.tables.reader import articles_where, statements_where
from statements_cli.store.tables.rows import writable
from statements_cli.store.utterance_queries import Reporting

if TYPE_CHECKING:
    from os import PathLike
    from sqlite3 import Connection

    from statements_cli.documents import Notice
    from statements_cli.model import Speaker
    from statements_cli.pipeline import Parsed
    from statements_cli.speakers.user_names import Names

_FROM = "from statement s join article a on a.number = s.article join document d on d.number = a.document"
_PLACE = "d.place, s.number"
_KEYS = {"speaker": "p.name", "country": "m.country", "outlet": "o.name", "published": "a.published"}
_OF_KEYS = " join mention m on m.number = s.mention left join speaker p on p.number = m.speaker"
_OF_KEYS += " left join outlet o on o.number = a.outlet"


class Store(About, Reporting):
    """Articles, speakers and statements of a corpus, resolved across its documents.

    Made from parsed documents, which are then held in memory, or, with ``from_paths``, from files and folders;
    ``open`` opens an index in a file. Statements keep the order of the documents and, within one, of the text.
    Several threads may ask it at the same time.
    ``names`` are the user's own names, roles and countries of speakers, which come before what the corpus says.
    """

    def __init__(
        self, parsed: Iterable[Parsed] = (), names: Names | None = None, *, index: Connection | None = None
    ) -> None:
        if index is None:
            from statements_cli.store.memory import tables_of

            super().__init__(*tables_of(parsed, names))
        else:
            super().__init__(index, {})

    @classmethod
    def from_paths(
        cls,
        paths: str | PathLike[str] | Iterable[str | PathLike[str]],
        report: Callable[[Notice], None] | None = None,
        names: Names | None = None,
        model: ModelName = FAST,
    ) -> Store:
        """Read and parse files and folders into a store, or open one or more indexes.

        ``paths`` is one path or several, or a pattern; indexes stand by themselves, see ``open``. ``report`` hears of
        what is passed over (a binary file) and of what can't be read or parsed; the rest is still read. Raises
        ``OSError`` for a path that isn't there, and, without ``report``, for the first document that can't be read or
        parsed; ``ValueError`` for an index beside articles; ``IndexFault`` for one that can't be used;
        ``MissingModelError`` where the extra of the accurate ``model`` isn't installed.
        """
        from statements_cli.documents.walking import expanded
        from statements_cli.store.opening import is_one_index, parsed_files, several_paths

        if is_one_index(given := expanded(several_paths(paths))):
            return cls.open(given, report)
        return cls(parsed_files(given, report, names, model), names)

    @classmethod
    def open(
        cls,
        path: str | PathLike[str] | Iterable[str | PathLike[str]],
        report: Callable[[Notice], None] | None = None,
        *,
        cache: str | None = None,
    ) -> Store:
        """Open an index made by ``statements index``; several answer as one.

        ``path`` may be a pattern, too: ``shards/*.db``. Several indexes are joined first, in a temporary file or,
        where a folder is given as ``cache``, in a file there, which is taken again until one of them changes.
        ``report`` hears of those that can't be read; the rest is. Raises ``IndexFault`` where there is no index, or
        one that can't be read, and no ``report``.
        """
        from statements_cli.documents.walking import expanded
        from statements_cli.store.opening import several_paths

        paths = expanded(several_paths(path))
        if len(paths) == 1:
            from statements_cli.store.index.connection import open_index

            return cls(index=open_index(paths[0]))
        from statements_cli.documents.notices import Notice
        from statements_cli.store.shards.joined import join

        joined = join(paths, cache)
        for fault in joined.faults:
            if report is None:
                joined.connection.close()
                raise fault
            report(Notice("index", str(fault), failed=True))
        return cls(index=joined.connection)

    def __len__(self) -> int:
        return int(self._one("select count(*) from statement"))

    def statements(
        self,
        wanted: Filter = EVERYTHING,
        sort: str = "date",
        limit: int | None = None,
        offset: int = 0,
        *,
        grouped: bool = True,
    ) -> Found[Statement]:
        """Return the statements that pass a filter, newest first unless ``sort`` says otherwise.

        At most ``limit`` are returned, behind the first ``offset``. Unless ``grouped``, versions of one utterance are
        not looked for, which takes time in a large corpus without an index; ``utterance`` may then be None. Raises
        ``ValueError`` for an unknown ``sort``, with those there are, and for a negative ``limit`` or ``offset``.
        """
        check_order(sort, STATEMENT_ORDERS)
        end = check_page(limit, offset)
        others, passed = self._conditions(wanted)
        total = self._one(f"select count(*) from statement s where {passed.sql}", passed.values)
        numbers = self._newest(passed, end, total) if sort == "date" else self._sorted(passed, sort, total)[:end]
        undated, doubtful = self._undated(wanted, others), self._doubtful(wanted)
        fetch = self._fetch if grouped else self._fetch_alone
        return Found(Fetched(numbers[offset:], fetch), total, undated, doubtful, offset=offset)

    def speakers(
        self, wanted: Filter = EVERYTHING, sort: str = "statements", limit: int | None = None, offset: int = 0
    ) -> Found[Speaker]:
        """Return who said the statements that pass a filter, most statements first.

        Raises ``ValueError`` for an unknown ``sort``, with those there are, and for a negative ``limit`` or ``offset``.
        """
        from statements_cli.model import Speaker
        from statements_cli.store.resolution.name_lookup import spellings_of
        from statements_cli.store.resolution.speaker_summaries import speakers_of

        check_order(sort, SPEAKER_ORDERS)
        end = check_page(limit, offset)
        others, passed = self._conditions(wanted)
        told = self._connection.execute(
            "select p.name, m.type, m.role, m.country, count(*), min(s.date), max(s.date) from statement s"
            " join mention m on m.number = s.mention join speaker p on p.number = m.speaker"
            f" where {passed.sql} group by s.mention",
            passed.values,
        )
        known = speakers_of(Speaker(*row) for row in told)
        found = ordered(known, sort, getattr)
        held = self._with("spellings")
        shown = [replace(one, spellings=spellings_of(held, one.speaker)) for one in found[offset:end]]
        return Found(tuple(shown), len(found), self._undated(wanted, others), offset=offset)

    def articles(
        self, wanted: Filter = EVERYTHING, sort: str = "published", limit: int | None = None, offset: int = 0
    ) -> Found[CountedArticle]:
        """Return the articles of a filter's outlets and days with statements that pass.

        Days are those of publication. Where the filter asks nothing of the statements, articles that hold none are
        returned too. Raises ``ValueError`` for an unknown ``sort`` and a negative ``limit`` or ``offset``.
        """
        check_order(sort, ARTICLE_ORDERS)
        end = check_page(limit, offset)
        of_statements = replace(wanted, since=None, until=None, on=(), undated=False, outlets=(), languages=())
        passed = self._conditions(of_statements)[1]
        counts = dict(self._rows(f"select s.article, count(*) from statement s where {passed.sql} group by 1", passed))
        held = of_articles(self._connection, wanted)
        asks = not is_broad(of_statements)
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
        numbers = [number for number, _, _ in found[offset:end]]
        counted = Fetched(numbers, lambda numbers: self._counted(numbers, counts))
        return Found(counted, len(found), undated, offset=offset)

    def count(
        self,
        by: str | Sequence[str],
        wanted: Filter = EVERYTHING,
        sort: str | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Found[Count]:
        """Count the statements that pass a filter by one field, or by two.

        ``by`` is one or two of ``speaker``, ``country``, ``outlet``, ``kind``, ``act``, ``role``, ``type``, ``year``,
        ``month``, ``week`` (ISO 8601) and ``day``. Periods stand in the order of time, the others with the greatest
        number first, unless ``sort`` is ``statements`` or ``value``, with a ``-`` before it to turn it round.
        Raises ``ValueError`` for other fields, for more than two, an unknown ``sort``, and a negative ``limit``.
        """
        from statements_cli.store.counting import checked_fields, counts_where, in_order

        fields = checked_fields(by)
        if sort:
            check_order(sort, COUNT_ORDERS)
        end = check_page(limit, offset)
        others, passed = self._conditions(wanted)
        counts = in_order(counts_where(self._connection, fields, passed), sort)
        undated, doubtful = self._undated(wanted, others), self._doubtful(wanted)
        return Found(tuple(counts[offset:end]), len(counts), undated, doubtful, offset=offset)

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all statements."""
        return tuple(id_ for (id_,) in self._connection.execute(f"select s.id {_FROM} order by {_PLACE}"))

    def with_id(self, beginning: str) -> tuple[Statement, ...]:
        """Return the statements whose id begins so, or the one with exactly that id."""
        (wanted,) = writable((beginning.strip().casefold(),))
        if not wanted:
            return ()
        ends = (wanted, f"{wanted}\U0010ffff")
        held = statements_where(self._with("utterances"), "s.id >= ? and s.id < ?", ends, _PLACE)
        found = {statement.id: statement for _, statement in held}
        return (found[wanted],) if wanted in found else tuple(found.values())

    def show(self, id: str) -> Passage | None:
        """Return a statement in its passage by an unambiguous id's beginning, or None.

        Raises ``ValueError`` where several statements' ids begin so.
        """
        found = self.with_id(id)
        if len(found) > 1:
            raise ValueError(f"{len(found)} statements have an id that begins with {id}")
        return next(self.passages(found), None)

    def passages(self, statements: Iterable[Statement]) -> Iterator[Passage]:
        """Yield statements in their passages, with one look at each article in a row."""
        from statements_cli.store.passages import passages

        return passages(self._connection, statements)

    def _newest(self, passed: Condition, limit: int | None, total: int) -> Sequence[int]:
        """Return the newest statements' numbers, a day's in the order of documents."""
        if limit is not None:
            last = self._connection.execute(
                f"select s.date from statement s where {passed.sql} order by s.date desc limit 1 offset ?",
                (*passed.values, limit - 1),
            ).fetchone()
            if last is not None and last[0] is not None:  # sorting the older ones, too, would be for nothing
                passed &= Condition("s.date >= ?", last)
        rows = self._rows(f"select s.number {_FROM} where {passed.sql} order by s.date desc, {_PLACE}", passed)
        return packed_numbers((number for (number,) in rows), total)[:limit]

    def _sorted(self, passed: Condition, sort: str, total: int) -> Sequence[int]:
        key = sort.removeprefix("-")
        value = "null" if key == "article" else _KEYS.get(key, f"s.{key}")
        joins = _OF_KEYS if key in _KEYS else ""
        rows = self._rows(f"select s.number, {value} {_FROM}{joins} where {passed.sql} order by {_PLACE}", passed)
        return packed_numbers((number for number, _ in ordered(rows, sort, lambda row, _: row[1])), total)

    def _counted(self, numbers: Sequence[int], counts: dict[int, int]) -> Iterator[CountedArticle]:
        for number in numbers:
            yield CountedArticle(self._article(number), counts.get(number, 0))

    def _article(self, number: int) -> Article:
        [(_, article)] = articles_where(self._connection, "a.number = ?", (number,))
        return article
