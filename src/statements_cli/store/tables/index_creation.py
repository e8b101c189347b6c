"""Make an empty index: its tables, the views for other programs, checksums and marks.

The views ``statements``, ``articles``, ``speakers`` and ``documents`` are what other programs should read,
``statements`` with the columns of the record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statements_cli.store.tables.table_definitions import APPLICATION_ID, FROM, TABLES, VERSION, all_indexes, column

if TYPE_CHECKING:
    from sqlite3 import Connection

_CHECKSUMS = """
create table checksum (             -- of rows as they were written, see index/checksums.py
    part text not null,             -- 'document', or the name of a table
    number integer not null,        -- the document's; 0 for a whole table
    count integer not null,         -- of the rows
    sum integer not null,           -- of their hashes
    primary key (part, number)
) without rowid;

create table seal (                 -- one row, of the whole file, see index/seal.py
    number integer primary key,
    changes integer,                -- SQLite's count of them; null for none
    checksum integer
);
insert into seal (number) values (1);
"""

_VIEWS = """
create view articles as
select a.id as article, a.headline, o.name as outlet, a.byline, a.published, a.published_basis, a.language,
       ifnull(a.url, d.url) as url, d.path,
       (select count(*) from statement s where s.article = a.number) as statements
from article a join document d on d.number = a.document left join outlet o on o.number = a.outlet;

create view speakers as
select p.name as speaker,
       (select type from mention where speaker = p.number and type is not null
        group by type order by sum(statements) desc, type limit 1) as type,
       (select role from mention where speaker = p.number and role is not null
        group by role order by sum(statements) desc, role limit 1) as role,
       (select country from mention where speaker = p.number and country is not null
        group by country order by sum(statements) desc, country limit 1) as country,
       (select sum(statements) from mention where speaker = p.number) as statements,
       (select min(date) from statement where mention in (select number from mention where speaker = p.number))
           as first,
       (select max(date) from statement where mention in (select number from mention where speaker = p.number))
           as last,
       (select json_group_array(form) from spelling where speaker = p.number) as spellings
from speaker p;

create view documents as
select d.path, f.path as file, f.size, f.mtime, f.hash, d.digest,
       (select count(*) from article a where a.document = d.number) as articles
from document d join file f on f.number = d.file;
"""


def create(connection: Connection, *, indexes: bool = True) -> None:
    """Make the tables and views in an empty database, and mark it as an index.

    Without ``indexes`` these are left to ``create_indexes``, ``create_name_indexes`` and ``create_utterance_index``,
    which are faster once all rows are there. Raises ``sqlite3.Error`` where the database isn't empty, or can't be
    written.
    """
    from statements_cli.model import RECORD_KEYS
    from statements_cli.query.fulltext import matching

    columns = ",\n       ".join(f"{column(key)} as {key}" for key in RECORD_KEYS)
    made = all_indexes() + matching.WORD_INDEXES if indexes else ""
    tables = "\n".join((TABLES, _CHECKSUMS, matching.TABLES, made, _VIEWS))
    connection.executescript(f"{tables}\ncreate view statements as\nselect {columns}{FROM};")
    connection.execute(f"pragma application_id = {APPLICATION_ID}")
    connection.execute(f"pragma user_version = {VERSION}")
