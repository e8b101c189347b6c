"""Copy documents with their articles and statements from one index to another.

Statements are copied as their own articles have them.

What an index settles across documents is left out: names and countries that the corpus gives speakers, days that
other articles lend, versions of one utterance. ``settle_all`` settles them for what came together.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from statements_cli.store.tables.packed_documents import STATEMENT_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from sqlite3 import Connection

    from statements_cli.speakers.user_names import Names

_OWN = {
    "number": "s.number - b.opening + b.new_opening",
    "article": "b.new",
    "mention": "m.new",
    "date": "case when l.statement is null then s.date else l.date end",
    "date_basis": "case when l.statement is null then s.date_basis else l.date_basis end",
    "utterance": "null",
}
_OF_MENTION = ("name", "own_type", "own_role", "own_country")
_SAME_MENTION = " and ".join(f"ifnull(m.{column}, '') = ifnull(f.{column}, '')" for column in _OF_MENTION)

_MAPS = """
create temp table copied_document (
    shard integer, old integer, new integer, path text unique, place text, primary key (shard, old)
) without rowid;
create temp table copied_article (
    shard integer, old integer, new integer, document integer, opening integer, statements integer,
    new_opening integer, primary key (shard, old)
) without rowid;
create temp table found_mention (
    shard integer, old integer, first integer, name text, own_type text, own_role text, own_country text, new integer,
    primary key (shard, old)
) without rowid;
"""
_NOTE = (
    "insert or ignore into copied_document (shard, old, path, place)"
    " select :shard, d.number, d.path, d.place from shard.document d where {chosen} order by d.number",
    "insert into copied_article (shard, old, document, opening, statements)"
    " select :shard, a.number, a.document, a.opening,"
    " (select count(*) from shard.statement s where s.article = a.number)"
    " from shard.article a join copied_document c on c.shard = :shard and c.old = a.document",
)
_NUMBER = """
create temp table numbered as
    select shard, old, row_number() over (order by place, shard, old) as new from copied_document;
create unique index temp.numbered_document on numbered(shard, old);
update copied_document set new =
    (select n.new from numbered n where n.shard = copied_document.shard and n.old = copied_document.old);
drop table numbered;
create temp table numbered as
    select a.shard, a.old, row_number() over documents as new, sum(a.statements) over documents - a.statements + 1
        as new_opening
    from copied_article a join copied_document d on d.shard = a.shard and d.old = a.document
    window documents as (order by d.new, a.old rows between unbounded preceding and current row);
create unique index temp.numbered_article on numbered(shard, old);
update copied_article set (new, new_opening) = (
    select n.new, n.new_opening from numbered n where n.shard = copied_article.shard and n.old = copied_article.old);
drop table numbered;
"""
_FIND_MENTIONS = (
    "insert into found_mention (shard, old, first, name, own_type, own_role, own_country)"
    " select :shard, n.number, f.first, n.name, n.own_type, n.own_role, n.own_country from ("
    "  select s.mention, min(s.number - b.opening + b.new_opening) as first from shard.statement s"
    "  join copied_article b on b.shard = :shard and b.old = s.article group by s.mention"
    " ) f join shard.mention n on n.number = f.mention"
)
_WRITE_MENTIONS = (
    f"insert or ignore into main.mention ({', '.join(_OF_MENTION)})"
    f" select {', '.join(_OF_MENTION)} from found_mention order by first",
    "update found_mention set new = (select m.number from main.mention m where "
    + _SAME_MENTION.replace("f.", "found_mention.")
    + ")",
)
_COPY = (
    "insert or ignore into main.outlet (name) select name from shard.outlet order by number",
    "insert or ignore into main.file (path, size, mtime, hash) select path, size, mtime, hash from shard.file f"
    " where f.number in (select d.file from shard.document d"
    " join copied_document c on c.shard = :shard and c.old = d.number) order by number",
    "insert into main.document (number, file, path, place, digest, url, packed)"
    " select c.new, g.number, d.path, d.place, d.digest, d.url, d.packed"
    " from copied_document c join shard.document d on d.number = c.old join shard.file f on f.number = d.file"
    " join main.file g on g.path = f.path where c.shard = :shard order by c.new",
    "insert into main.article (number, id, document, first, last, headline, outlet, byline, published,"
    " published_basis, language, url, opening, dated, compared, packed)"
    " select b.new, a.id, c.new, a.first, a.last, a.headline, p.number, a.byline,"
    " case when a.lent is null then a.published else a.own_published end,"
    " case when a.lent is null then a.published_basis else a.own_published_basis end,"
    " a.language, a.url, b.new_opening, a.dated, a.compared, a.packed"
    " from copied_article b join shard.article a on a.number = b.old"
    " join copied_document c on c.shard = b.shard and c.old = a.document"
    " left join shard.outlet o on o.number = a.outlet left join main.outlet p on p.name = o.name"
    " where b.shard = :shard order by b.new",
    f"insert into main.statement ({', '.join(STATEMENT_COLUMNS)})"
    f" select {', '.join(_OWN.get(column, f's.{column}') for column in STATEMENT_COLUMNS)}"
    " from copied_article b cross join shard.statement s on s.article = b.old"
    " join found_mention m on m.shard = :shard and m.old = s.mention"
    " left join shard.lent_date l on l.statement = s.number where b.shard = :shard order by b.new, s.number",
)
_EVERY = "true"


class Copier:
    """Copies documents of several databases into an empty one, as one index has them.

    Each database is attached as ``shard`` while a method is called with its number: ``note`` for all of them, then
    ``number``, then ``find_mentions`` for all, then ``write_mentions``, then ``copy``. What raises ``sqlite3.Error`` is
    to be left out of the rest; the caller begins, once this is made, and commits.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        connection.executescript(_MAPS)

    def note(self, shard: int, chosen: str = _EVERY, values: Mapping[str, str] = MappingProxyType({})) -> int:
        """Note which documents there are.

        Return how many have a path that was noted before, and aren't copied.

        ``chosen`` is a condition, SQL of the program's own, over a row ``d`` of the table ``document``,
        with its ``values`` by name.
        """
        for sql in _NOTE:
            self._connection.execute(sql.format(chosen=chosen), {"shard": shard, **values})
        (held,) = self._connection.execute(
            f"select count(*) from shard.document d where {chosen}", dict(values)
        ).fetchone()
        noted = self._connection.execute("select count(*) from copied_document where shard = ?", (shard,)).fetchone()
        return int(held - noted[0])

    def forget(self, shard: int) -> None:
        """Forget what was noted of a database that can't be read."""
        for table in ("copied_document", "copied_article", "found_mention"):
            self._connection.execute(f"delete from {table} where shard = ?", (shard,))

    def number(self) -> None:
        """Number documents, articles and statements as one index of them all does."""
        for sql in _NUMBER.split(";"):
            self._connection.execute(sql)

    def find_mentions(self, shard: int) -> None:
        """Find what statements say of speakers, and which statement does so first."""
        self._connection.execute(_FIND_MENTIONS, {"shard": shard})

    def write_mentions(self) -> None:
        """Write what statements of all databases say of speakers, each once, in order."""
        for sql in _WRITE_MENTIONS:
            self._connection.execute(sql)

    def copy(self, shard: int) -> None:
        """Copy the documents noted, with articles and statements."""
        for sql in _COPY:
            self._connection.execute(sql, {"shard": shard})

    def close(self) -> None:
        """Remove what was noted."""
        for table in ("copied_document", "copied_article", "found_mention"):
            self._connection.execute(f"drop table temp.{table}")


def settle_all(connection: Connection, names: Names | None) -> None:
    """Settle what depends on all documents that were copied: speakers, lent days, versions, words.

    ``names`` are the user's own names of speakers. It is what ``Writer.finish`` does for an index made from nothing.
    """
    from statements_cli.query.fulltext.matching import add_all_texts
    from statements_cli.store.resolution.canonical_names import settle
    from statements_cli.store.resolution.lent_dates import lend_all_days
    from statements_cli.store.resolution.spellings import write_spellings
    from statements_cli.store.resolution.utterance_groups import group_all
    from statements_cli.store.tables.table_definitions import (
        create_indexes,
        create_name_indexes,
        create_utterance_index,
    )

    create_indexes(connection)
    create_name_indexes(connection)
    connection.execute(
        "update mention set statements = (select count(*) from statement where mention = mention.number)"
    )
    connection.execute("delete from mention where statements = 0")
    connection.execute(
        "insert into naming (mention, source, statements) select s.mention, s.source, count(*) from statement s"
        " join mention m on m.number = s.mention where s.source <> '' and m.name is not null group by 1, 2"
    )
    connection.execute("delete from file where not exists (select 1 from document where file = file.number)")
    connection.execute("delete from outlet where not exists (select 1 from article where outlet = outlet.number)")
    add_all_texts(connection)
    touched = [number for (number,) in connection.execute("select number from mention")]
    _, respelt = settle(connection, names, touched)
    write_spellings(connection, respelt)
    lend_all_days(connection)
    group_all(connection)
    create_utterance_index(connection)
