"""Lend the days of dated articles to undated ones of an index.

``dates.infer_across`` says which day. The statements of an undated article are compared with those that its speakers
make in dated ones, as in grouping, but by the days that the articles themselves give.

Records don't say whether an inferred day is the article's own or was lent to it. It was lent where the same day is
inferred without it; otherwise it is the article's own, unless another day is then inferred with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from statements_cli.dates.recorded_days import with_told_words
from statements_cli.model import Article
from statements_cli.store.resolution.reports import (
    marks,
    portions,
    report_in,
    reports_where,
    rows_where,
    shown_before,
    speaker_in,
)
from statements_cli.store.tables.reader import articles_where, statements_numbered, statements_where
from statements_cli.store.tables.rows import json_text
from statements_cli.store.tables.table_definitions import DATE_BASES
from statements_cli.utterances.blocking import ComparisonBlock, can_meet, pairs
from statements_cli.utterances.likeness import are_one_utterance

if TYPE_CHECKING:
    from sqlite3 import Connection

    from statements_cli.dates.from_other_articles import Inference
    from statements_cli.store.resolution.namesakes import Shown
    from statements_cli.store.resolution.reports import Removed
    from statements_cli.utterances.likeness import ComparedStatement

_WITH_ARTICLE = "from statement s join article a on a.number = s.article"
_DATE = ("date", "date_basis")
_INFERRED = DATE_BASES.index("inferred")
_FIRST_COPY = (
    "a.number = (select b.number from article b join document e on e.number = b.document where b.id = a.id"
    " order by e.place, b.number limit 1)"
)
"""Copies of a file are one article under one id: the first as documents stand is compared with others."""


def lend_days(
    connection: Connection,
    added: Sequence[int],
    removed: Iterable[Removed],
    before: Mapping[int, Shown],
    told: Collection[str] = (),
) -> dict[int, str | None]:
    """Infer the days of undated articles again that a change bears on.

    Return whose dates changed, with those before.

    ``added`` are the numbers of articles put in, ``removed`` the statements taken out, ``before`` what was shown for
    mentions of which something else is shown now, ``told`` the ids of articles added whose inferred days records tell.
    """
    if not connection.execute("select exists (select 1 from article where not dated)").fetchone()[0]:
        return {}
    undated = "select id from article where not dated and number = ?"
    affected = {id_ for number in added for (id_,) in connection.execute(undated, (number,))}
    touched: dict[str, list[ComparedStatement]] = {}
    for one in removed:
        touched.setdefault(one.own.speaker, []).append(one.own)
    for number in added:
        for report in reports_where(connection, "s.article = ?", (number,), own=True):
            touched.setdefault(report.speaker, []).append(report)
    for number, shown in before.items():
        for report in reports_where(connection, "s.mention = ?", (number,), own=True):
            for name in {report.speaker, shown_before(report, shown).speaker}:
                touched.setdefault(name, []).append(report)
            affected.update(_undated_of(connection, [report.number]).values())
    for name, reports in touched.items():
        seeking = list(reports_where(connection, "p.key = ? and not a.dated", (name,), own=True))
        meeting = [one.number for one in can_meet(seeking, reports)]
        affected.update(_undated_of(connection, meeting).values())
    dates: dict[int, str | None] = {}
    for ids in portions(sorted(affected)):
        sql = f"select s.number, s.date {_WITH_ARTICLE} where a.id in {marks(ids)}"
        held = dict(connection.execute(sql, ids))
        _lend_to(connection, ids, [id_ for id_ in ids if id_ in told])
        now = dict(connection.execute(sql, ids))
        dates.update((number, date) for number, date in held.items() if now[number] != date)
    return dates


def lend_all_days(connection: Connection, told: Collection[str] = ()) -> None:
    """Infer the days of all undated articles, none of which was lent one before.

    ``told`` are the ids of those whose inferred days records tell that were settled across articles elsewhere.
    """
    if connection.execute("select count(distinct dated) > 1 from article").fetchone()[0]:
        _lend_to(connection, None, sorted(told))


def _lend_to(connection: Connection, ids: Sequence[str] | None, told: Sequence[str]) -> None:
    """Lend undated articles the days inferred for them.

    They take the place of those lent before. None is for all articles. ``told``
    are those of them whose inferred days are the articles' own, or were lent.
    """
    days = _take_as_lent(connection, told)
    copies = copies_of(connection, days)
    inferred = _inferred(connection, ids)
    unlike: dict[str, Inference | None] = {}
    for id_ in sorted(inferred.keys() | days.keys()) if ids is None else ids:
        inference = inferred.get(id_)
        if id_ in days and (inference is None or inference.day not in days[id_]):
            unlike[id_] = inference
        elif inference is not None and id_ in days and days[id_] == [inference.day] * copies[id_]:
            connection.execute("update article set lent = ? where id = ?", (json_text(inference.clues), id_))
        else:
            _lend(connection, id_, inference)
    for some in portions(sorted(unlike)):
        _take_as_own(connection, some)
        for id_, inference in _inferred(connection, some).items():
            otherwise = unlike[id_]
            if otherwise is None or inference.day in days[id_]:
                _lend(connection, id_, inference)
            else:  # what is told was neither its own day nor lent by any of these
                _take_as_lent(connection, (id_,))
                _lend(connection, id_, otherwise)


def keep_lent_days(connection: Connection) -> None:
    """Note which days were lent, in an index of settled records.

    An article was lent an inferred day where a dated article of that day has a version of what it reports.
    """
    if not connection.execute("select exists (select 1 from article where not dated)").fetchone()[0]:
        return
    ids = connection.execute(
        "select distinct a.id from article a join statement s on s.article = a.number where not a.dated"
        " and a.published_basis = 'inferred' and (s.utterance, a.published) in ("
        " select t.utterance, substr(b.published, 1, 10) from statement t join article b on b.number = t.article"
        " where t.utterance is not null and b.dated)"
    )
    _take_as_lent(connection, [id_ for (id_,) in ids.fetchall()])


def copies_of(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """Return how many copies of each article there are."""
    counts = "select id, count(*) from article where id in {} group by id"
    return {id_: n for some in portions(sorted(ids)) for id_, n in connection.execute(counts.format(marks(some)), some)}


def _take_as_lent(connection: Connection, ids: Sequence[str]) -> dict[str, list[str]]:
    """Take inferred days as lent; return those of the copies of each article."""
    days: dict[str, list[str]] = {}
    for some in portions(ids):
        among = f"a.published_basis = 'inferred' and a.lent is null and a.id in {marks(some)}"
        for id_, day in connection.execute(f"select a.id, a.published from article a where {among}", some):
            days.setdefault(id_, []).append(day)
        own = ", ".join([f"case when s.date_basis = {_INFERRED} then null else s.{one} end" for one in _DATE])
        connection.execute(
            f"insert into lent_date (statement, date, date_basis) select s.number, {own} {_WITH_ARTICLE} where {among}",
            some,
        )
        connection.execute(f"update article as a set lent = '[]' where {among}", some)
    return days


def _take_as_own(connection: Connection, ids: Sequence[str]) -> None:
    """Take the inferred days of articles as their own, after all."""
    among = f"a.id in {marks(ids)}"
    connection.execute(f"delete from lent_date where statement in (select s.number {_WITH_ARTICLE} where {among})", ids)
    connection.execute(f"update article as a set lent = null where {among}", ids)


def _inferred(connection: Connection, ids: Sequence[str] | None) -> dict[str, Inference]:
    """Return what can be inferred for undated articles; None is for all of them."""
    among = "not a.dated" if ids is None else f"not a.dated and a.id in {marks(ids)}"
    first = "1" if ids is None and _has_no_copies(connection) else _FIRST_COPY
    heard = _speakers_in_dated(connection) if ids is None else None
    by_speaker: dict[str, list[tuple[Any, ...]]] = {}
    for row in rows_where(connection, f"{among} and {first}", ids or (), own=True):
        name = speaker_in(row)
        if heard is None or name in heard:
            by_speaker.setdefault(name, []).append(row)
    found: set[tuple[int, int]] = set()
    for name, rows in by_speaker.items():
        dated = list(reports_where(connection, f"p.key = ? and a.dated and {first}", (name,), own=True))
        seeking = map(report_in, rows) if dated else ()
        compared = pairs(ComparisonBlock(tuple(seeking), dated))
        found.update((one.number, other.number) for one, other in compared if are_one_utterance(one, other))
    if not found:
        return {}
    from statements_cli.dates.from_other_articles import infer_across

    numbers = sorted({number for pair in found for number in pair})
    held = dict(zip(numbers, map(with_told_words, statements_numbered(connection, numbers)), strict=True))
    articles = {id_: _article(connection, id_) for id_ in {statement.article for statement in held.values()}}
    return infer_across(articles, [(held[one], held[other]) for one, other in sorted(found)])


def _speakers_in_dated(connection: Connection) -> set[str]:
    """Return the folded names of those who speak in dated articles.

    Most speakers of undated ones are in no other article.
    """
    return {
        key
        for (key,) in connection.execute(
            "select distinct p.key from article a cross join statement s on s.article = a.number"
            " join mention m on m.number = s.mention join speaker p on p.number = m.speaker where a.dated"
        )
    }


def _has_no_copies(connection: Connection) -> bool:
    """Return whether no two articles have one id, so that each is its first copy."""
    return bool(connection.execute("select count(*) = count(distinct id) from article").fetchone()[0])


def _undated_of(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    """Return the ids of undated articles by the numbers of their statements."""
    sql = f"select s.number, a.id {_WITH_ARTICLE} where not a.dated and s.number in"
    return {n: id_ for some in portions(numbers) for n, id_ in connection.execute(f"{sql} {marks(some)}", some)}


def _article(connection: Connection, id_: str) -> Article:
    (_, article), *_ = articles_where(connection, "a.id = ?", (id_,))
    return article


def _lend(connection: Connection, id_: str, inference: Inference | None) -> None:
    """Lend an article the day inferred for it, if any.

    It takes the place of the one that it was lent before.
    """
    from statements_cli.dates.from_other_articles import redated

    statements = [] if inference is None else list(statements_where(connection, "a.id = ?", (id_,)))
    _take_back(connection, id_)
    if inference is None:
        return
    changed: list[tuple[str | None, int | None, int]] = []
    for number, statement in statements:
        dated = redated(with_told_words(statement), inference.day)
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
        (inference.day, json_text(inference.clues), id_),
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
