"""Search a store for statements that answer a query or resemble one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from statements_cli.query.filters import Filter
from statements_cli.query.order import HIT_ORDERS, check_order, check_page, ordered
from statements_cli.store.base import EVERYTHING, Held, is_broad
from statements_cli.store.results import Found, Hit

if TYPE_CHECKING:
    from collections.abc import Callable

    from statements_cli.model import Statement
    from statements_cli.query.asking import Query
    from statements_cli.query.fulltext.candidates import Texts
    from statements_cli.query.fulltext.ranking import Matches


class Searching(Held):
    """What is asked of a store by words."""

    def search(
        self,
        query: str | Query,
        wanted: Filter = EVERYTHING,
        sort: str = "score",
        limit: int | None = 20,
        offset: int = 0,
        *,
        by_meaning: bool = False,
    ) -> Found[Hit]:
        """Return the statements that answer ``query``, best first, newest first where equally good.

        ``query`` may hold all that ``query.asking`` tells of. A filter narrows before ranking. With
        ``by_meaning`` words near in meaning count, too. Raises ``QueryError`` (a ``ValueError``) for a query
        that asks nothing, ``query.meaning.MeaningError`` where the package for meanings isn't installed, and
        ``ValueError`` for an unknown ``sort`` and a negative ``limit`` or ``offset``.
        """
        from statements_cli.query.asking import parse_query
        from statements_cli.query.fulltext.ranking import search

        check_order(sort, HIT_ORDERS)
        end = check_page(limit, offset)
        asked = parse_query(query) if isinstance(query, str) else query
        wanted = asked.narrowing(wanted)
        matches = search(self._texts(wanted), asked, end if sort == "score" else None, by_meaning=by_meaning)
        undated = self._left_out(wanted, lambda texts: search(texts, asked, 1, by_meaning=by_meaning).total)
        found = self._found(matches, sort, end)
        return replace(found, items=found.items[offset:], undated=undated, offset=offset)

    def similar(
        self,
        statement: Statement,
        wanted: Filter = EVERYTHING,
        sort: str = "score",
        limit: int | None = 20,
        offset: int = 0,
    ) -> Found[Hit]:
        """Return the other statements that say nearly the same as ``statement``, the most similar first."""
        from statements_cli.query.fulltext.similar import similar

        check_order(sort, HIT_ORDERS)
        end = check_page(limit, offset)

        def others(texts: Texts) -> list[Hit]:
            alike = similar(texts, statement.text, None, statement.language or "en")
            found = self._found(alike, sort, None)
            return [hit for hit in found.items if hit.statement.id != statement.id]

        found = others(self._texts(wanted))
        undated = self._left_out(wanted, lambda texts: len(others(texts)))
        return Found(tuple(found[offset:end]), len(found), undated, offset=offset)

    def words_near(self, word: str, most: int = 3) -> list[str]:
        """Return the corpus's words most like an unknown one, nearest first."""
        from statements_cli.query.fulltext.lexis import Lexis

        texts = self._texts(EVERYTHING)
        return Lexis(texts.connection, texts.size, texts.languages).nearest(word, most)

    def _texts(self, wanted: Filter) -> Texts:
        """Return the full-text index with a filter's condition."""
        from statements_cli.query.fulltext.candidates import Texts

        _, passed = self._conditions(wanted)
        return Texts(
            self._with("texts"),
            self._one("select ifnull(max(number), 0) from statement"),  # counting them takes longer
            newest="s.date",
            condition=passed.sql,
            parameters=passed.values,
            by_number="indexed by statement_facts",
            narrow=not is_broad(wanted),
            languages=self._languages(),
        )

    def _languages(self) -> tuple[str, ...]:
        """Return the languages of the articles, English first.

        Each is found by a look into an index.
        """
        rows = self._connection.execute(
            "with recursive known(code) as (select min(language) from article union all"
            " select (select min(language) from article where language > code) from known where code is not null)"
            " select code from known where code is not null"
        )
        return tuple(dict.fromkeys(("en", *(code for (code,) in rows))))

    def _left_out(self, wanted: Filter, find: Callable[[Texts], int]) -> int:
        """Return how many of what is looked for only their missing day keeps out."""
        if not self._undated(wanted, self._conditions(wanted)[0]):
            return 0
        return find(self._texts(replace(wanted, since=None, until=None, on=(), undated=True)))

    def _found(self, matches: Matches, sort: str, limit: int | None) -> Found[Hit]:
        statements = self._fetch([match.number for match in matches.best])
        hits = [Hit(one, match.score, match.matched) for one, match in zip(statements, matches.best, strict=True)]
        return Found(tuple(ordered(hits, sort, _value)[:limit]), matches.total, exact=matches.exact)


def _value(hit: Hit, key: str) -> object:
    return hit.score if key == "score" else getattr(hit.statement, key)
