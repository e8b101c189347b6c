"""Lend the days of dated articles to undated ones of an index.

``dates.infer_across`` says which day; here only what can bear on the change is put before it. A statement
bears on another where they share one of their ``utterance_keys``; for the statements of the undated
articles in question all that share one are found, so that the outcome is that of comparing the whole corpus.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from statements_cli.dates.from_other_articles import infer_across, is_dated, redated, utterance_keys
from statements_cli.model import Article, Statement
from statements_cli.model.codec import encoded
from statements_cli.query.fulltext.query_words import searchable
from statements_cli.store.tables.reader import articles_where, statements_numbered, statements_where
from statements_cli.store.tables.rows import json_text
from statements_cli.store.tables.table_definitions import DATE_BASES

if TYPE_CHECKING:
    from sqlite3 import Connection

    from statements_cli.dates.from_other_articles import Inference

_Key: TypeAlias = tuple[str, ...]

_AT_ONCE = 20_000  # statements of undated articles whose keys are held in memory
_DEAR = 20  # statements that can be read in the time that looking for one key takes
_PHRASES = 40  # in one question to the full-text index
_SPEAKING = "m.name is not null"
MOST_STATEMENTS = 5_000
"""Statements of an article with which others are compared; what has more is no article, and needs much memory."""


def lend_days(
    connection: Connection, added: Sequence[int], removed: Sequence[Statement], renamed: Mapping[int, str]
) -> None:
    """Infer anew the days of undated articles that a change bears on.

    ``added`` are the numbers of articles put in, ``removed`` the statements taken out as they were,
    ``renamed`` the mentions whose speaker has another name now, with the one before.
    """
    if not connection.execute("select exists (select 1 from article where not dated)").fetchone()[0]:
        return
    affected = _affected(connection, added, removed, renamed)
    dated = connection.execute("select exists (select 1 from article where dated)").fetchone()[0]
    for ids in _portions(connection, affected):
        for id_ in ids:
            _take_back(connection, id_)
        if not dated:  # none has a day to lend
            continue
        for id_, inference in _inferred(connection, ids).items():
            _lend(connection, id_, inference, statements_where(connection, "a.id = ?", (id_,)))


def lend_all_days(connection: Connection) -> None:
    """Infer the days of all undated articles, none of which was lent one before, from the whole corpus at once.

    Quicker than ``lend_days`` where all statements fit in memory; the full-text index isn't needed.
    """
    both = connection.execute("select count(distinct dated) > 1 from article").fetchone()[0]
    if not both:
        return
    articles: dict[str, Article] = {}
    for _, article in articles_where(connection, "true"):
        articles.setdefault(article.id, article)  # copies of a file are one article under one id
    undated: dict[str, list[tuple[int, Statement]]] = {}
    inferred = infer_across(_compared(connection, articles, undated))
    for id_, inference in inferred.items():
        _lend(connection, id_, inference, undated[id_])


def _compared(
    connection: Connection, articles: Mapping[str, Article], undated: dict[str, list[tuple[int, Statement]]]
) -> Iterator[tuple[Article, list[Statement]]]:
    """Yield each article with what speakers say in it; keep the statements of undated ones, those of copies too."""
    known = f"s.article not in (select article from statement group by article having count(*) > {MOST_STATEMENTS})"
    all_of_them = statements_where(connection, known)
    for (id_, path), in_order in groupby(all_of_them, key=lambda one: (one[1].article, one[1].path)):
        numbered = list(in_order)
        article = articles[id_]
        if not is_dated(article):
            undated.setdefault(id_, []).extend(numbered)
        if path == article.path:
            yield article, [one for _, one in numbered if one.speaker is not None]


def _affected(
    connection: Connection, added: Sequence[int], removed: Sequence[Statement], renamed: Mapping[int, str]
) -> list[str]:
    """Return the ids of the undated articles that were put in, or share a key with what changed."""
    undated = [id_ for (id_,) in connection.execute("select distinct id from article where not dated order by id")]
    (held,) = connection.execute("select count(*) from article").fetchone()
    if len(added) == held:
        return undated
    keys = {key for statement in removed for key in utterance_keys(statement)}
    new: set[str] = set()
    for number in added:
        for _, statement in statements_where(connection, f"s.article = ? and {_SPEAKING}", (number,)):
            keys |= utterance_keys(statement)
        new.update(id_ for (id_,) in connection.execute("select id from article where number = ?", (number,)))
    for number, name in renamed.items():
        for _, statement in statements_where(connection, "s.mention = ?", (number,)):
            keys |= utterance_keys(statement) | utterance_keys(replace(statement, speaker=name))
    return [id_ for id_ in undated if id_ in new or _shares(connection, id_, keys)]


def _shares(connection: Connection, article: str, keys: set[_Key]) -> bool:
    said = statements_where(connection, f"a.id = ? and {_SPEAKING}", (article,))
    return any(not keys.isdisjoint(utterance_keys(statement)) for _, statement in said)


def _portions(connection: Connection, ids: Sequence[str]) -> Iterator[list[str]]:
    portion: list[str] = []
    statements = 0
    for id_ in ids:
        portion.append(id_)
        statements += connection.execute(
            "select count(*) from statement s join article a on a.number = s.article where a.id = ?", (id_,)
        ).fetchone()[0]
        if statements >= _AT_ONCE:
            yield portion
            portion, statements = [], 0
    if portion:
        yield portion


def _inferred(connection: Connection, ids: Sequence[str]) -> dict[str, Inference]:
    """Return what can be inferred for undated articles from all statements that share a key with theirs."""
    parts: dict[int, tuple[Article, list[Statement]]] = {}
    keys: set[_Key] = set()
    for id_ in ids:
        number = _first(connection, id_)
        if not _is_comparable(connection, number):
            continue
        said = [one for _, one in statements_where(connection, f"s.article = ? and {_SPEAKING}", (number,))]
        keys.update(key for statement in said for key in utterance_keys(statement))
        parts[number] = _article(connection, number), said
    own = frozenset(parts)
    firsts: dict[str, int] = {}
    comparable: dict[int, bool] = {}
    for number, statement in _bearing(connection, keys):
        # copies of a file are one article under one id: each is compared with the others once
        if statement.article not in firsts:
            firsts[statement.article] = _first(connection, statement.article)
        home = firsts[statement.article]
        if home not in comparable:
            comparable[home] = _is_comparable(connection, home)
        if (
            not comparable[home]
            or home in own
            or home != _article_of(connection, number)
            or keys.isdisjoint(utterance_keys(statement))
        ):
            continue
        if home not in parts:
            parts[home] = _article(connection, home), []
        parts[home][1].append(statement)
    return {id_: inference for id_, inference in infer_across(parts.values()).items() if id_ in set(ids)}


def _is_comparable(connection: Connection, article: int) -> bool:
    held = connection.execute("select count(*) from statement where article = ?", (article,)).fetchone()
    return int(held[0]) <= MOST_STATEMENTS


def _first(connection: Connection, id_: str) -> int:
    found = connection.execute(
        "select a.number from article a join document d on d.number = a.document where a.id = ?"
        " order by d.place, a.number limit 1",
        (id_,),
    )
    return int(found.fetchone()[0])


def _article(connection: Connection, number: int) -> Article:
    [(_, article)] = articles_where(connection, "a.number = ?", (number,))
    return article


def _article_of(connection: Connection, statement: int) -> int:
    return int(connection.execute("select article from statement where number = ?", (statement,)).fetchone()[0])


def _bearing(connection: Connection, keys: set[_Key]) -> Iterator[tuple[int, Statement]]:
    """Yield the statements that share one of these keys, and some others, each with its number."""
    (held,) = connection.execute("select count(*) from statement").fetchone()
    if len(keys) * _DEAR > held:
        yield from statements_where(connection, _SPEAKING)
        return
    numbers: set[int] = set()
    phrases = [" ".join(key) for key in keys if key[0]]
    for start in range(0, len(phrases), _PHRASES):
        query = " OR ".join(map(_quoted, phrases[start : start + _PHRASES]))
        found = connection.execute("select rowid from statement_words where statement_words match ?", (query,))
        numbers.update(number for (number,) in found)
    for surname, pairs in _by_surname(keys).items():
        query = " OR ".join(f"({_quoted(a)} * AND {_quoted(b)} *)" for a, b in sorted(pairs))
        found = connection.execute(
            "select s.number, p.name from statement_words w join statement s on s.number = w.rowid"
            " join mention m on m.number = s.mention join speaker p on p.number = m.speaker"
            " where statement_words match ?",
            (query,),
        )
        numbers.update(number for number, name in found if name.casefold().split()[-1:] == [surname])
    yield from zip(sorted(numbers), statements_numbered(connection, sorted(numbers)), strict=True)


def _by_surname(keys: set[_Key]) -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {}
    for key in keys:
        if not key[0]:
            found.setdefault(key[1], set()).add((key[2], key[3]))
    return found


def _quoted(words: str) -> str:
    return '"' + searchable(words).replace('"', '""') + '"'


def _lend(connection: Connection, id_: str, inference: Inference, statements: Iterable[tuple[int, Statement]]) -> None:
    changed: list[tuple[str | None, int | None, int]] = []
    for number, statement in statements:
        dated = redated(statement, inference.day)
        basis = None if dated.date_basis is None else DATE_BASES.index(dated.date_basis)
        changed.append((dated.date, basis, number))
    connection.executemany(
        "insert into lent_date (statement, date, date_basis) select number, date, date_basis from statement"
        " where number = ?",
        ((number,) for *_, number in changed),
    )
    connection.executemany("update statement set date = ?, date_basis = ? where number = ?", changed)
    connection.execute(
        "update article set own_published = published, own_published_basis = published_basis, published = ?,"
        " published_basis = 'inferred', lent = ? where id = ?",
        (inference.day, json_text(encoded(inference.clues)), id_),
    )


def _take_back(connection: Connection, id_: str) -> None:
    lent = (
        "select s.number from statement s join article a on a.number = s.article where a.id = ? and a.lent is not null"
    )
    connection.execute(
        "update statement set (date, date_basis) = (select date, date_basis from lent_date where statement = number)"
        f" where number in ({lent})",
        (id_,),
    )
    connection.execute(f"delete from lent_date where statement in ({lent})", (id_,))
    connection.execute(
        "update article set published = own_published, published_basis = own_published_basis, lent = null"
        " where id = ? and lent is not null",
        (id_,),
    )
