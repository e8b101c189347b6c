"""Define the tables of the store, their indexes and the columns of a record.

Tables are named in the singular, and are the store's own affair; other programs should read the views that
``index_creation`` makes. What repeats stands once: a ``mention`` is all that statements say of a speaker (as its
articles tell it, and as the corpus does), so that a speaker who gets another name is a change of few rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from statements_cli.model import Act, DateBasis, Kind

if TYPE_CHECKING:
    from sqlite3 import Connection

APPLICATION_ID = 0x53544D54
"""``STMT``: the mark in the header of an SQLite file that says it is an index of statements."""

VERSION = 8
"""The version of the tables, in the header too (``user_version``)."""

KINDS: tuple[str, ...] = get_args(Kind)
ACTS: tuple[str, ...] = get_args(Act)
DATE_BASES: tuple[str, ...] = get_args(DateBasis)

TABLES = """
create table about (key text primary key, value text) without rowid;

create table file (
    number integer primary key,
    path text not null unique,      -- as records have it
    size integer,                   -- bytes; null where only the hash tells of a change
    mtime integer,                  -- nanoseconds
    hash text                       -- SHA-256 of the bytes
);

create table document (
    number integer primary key,
    file integer not null references file(number),
    path text not null unique,
    place text not null,            -- documents ordered by it stand as in their folders
    digest text not null,
    url text,
    packed blob                     -- the text, compressed where that makes it shorter
);

create table outlet (number integer primary key, name text not null unique);

create table article (
    number integer primary key,
    id text not null,
    document integer not null references document(number),
    first integer not null,         -- the span, in characters of the document
    last integer not null,
    headline text,
    outlet integer references outlet(number),
    byline text,
    published text,
    published_basis text,
    language text,
    url text,
    dated integer not null,         -- whether it tells its own day, and can lend it to others
    compared integer not null,      -- whether its statements are compared with those of others
    own_published text,             -- what the article alone tells, where another article told the day
    own_published_basis text,
    lent text,                      -- JSON: clues why the day is another article's; null where it isn't
    opening integer not null,       -- number of its first statement; the others follow
    packed blob                     -- JSON, compressed as the text: evidence, blocks, evidence of each statement
);

create table speaker (
    number integer primary key,
    name text not null unique,
    key text not null               -- as utterances/speaker_keys.py compares names
);

create table spelling (
    speaker integer not null references speaker(number),
    form text not null,
    folded text not null,           -- as names are compared, a space before it
    primary key (speaker, form)
) without rowid;

create table mention (
    number integer primary key,
    name text,                      -- as the articles have it, each by itself
    own_type text,
    own_role text,
    own_country text,
    statements integer not null default 0,
    speaker integer references speaker(number),  -- as the corpus has it
    type text,
    role text,
    country text,
    person integer                  -- the same for all that are one person's; null for bodies
);
create unique index mention_told
    on mention(ifnull(name, ''), ifnull(own_type, ''), ifnull(own_role, ''), ifnull(own_country, ''));

create table name_key (             -- what names share that bear on each other, for they may be one speaker's
    key text not null,
    name text not null,
    primary key (key, name)
) without rowid;

create table naming (               -- the words that stand for a mention
    mention integer not null references mention(number),
    source text not null,
    statements integer not null,
    primary key (mention, source)
) without rowid;

create table statement (
    number integer primary key,
    id text not null,
    article integer not null references article(number),
    mention integer not null references mention(number),
    date text,
    date_basis integer,
    kind integer not null,
    act integer not null,
    confidence real not null,
    text text not null,
    quotes text,                    -- JSON; null where they are the text
    cue text,
    source text,
    via text,                       -- JSON; null for none
    audience text,
    channel text,
    spans text not null,            -- JSON: those of content, cue and source
    question text,
    asked_by text,
    non_answer integer not null,
    utterance text,                 -- the id of its group; null where it has no other version
    more text                       -- JSON: keys of the record that have no column here
);

create table lent_date (            -- what a statement's article alone tells of the day, where another told it
    statement integer primary key references statement(number),
    date text,
    date_basis integer
);
"""

FACTS = "create index statement_facts on statement(number, act, date, mention, article, kind, confidence);"
"""What filters ask of a candidate found by its words, without the page that its text stands on."""

_DOCUMENT_INDEXES = """
create index document_file on document(file);
create index document_place on document(place);
create index article_document on article(document);
create index article_outlet on article(outlet);
create index article_id on article(id);
create index article_language on article(language);
create index article_undated on article(id) where not dated;
"""

_NAME_INDEXES = """
create index speaker_key on speaker(key);
create index spelling_folded on spelling(folded);
create index mention_speaker on mention(speaker);
create index mention_country on mention(country);
create index mention_person on mention(person) where person is not null;
"""

_UTTERANCE_INDEX = "create index statement_utterance on statement(utterance) where utterance is not null"

_STATEMENT_INDEXES = f"""
create index statement_id on statement(id);
create index statement_mention on statement(mention, date, act, confidence);
create index statement_date on statement(date, act, confidence);
create index statement_article on statement(article, date, act, confidence);
create index statement_via on statement(via) where via is not null;
{FACTS}
"""


def _case(column: str, names: tuple[str, ...]) -> str:
    cases = " ".join(f"when {number} then '{name}'" for number, name in enumerate(names))
    return f"case {column} {cases} end"


_COLUMNS = {
    "date_basis": _case("s.date_basis", DATE_BASES),
    "speaker": "p.name",
    "type": "m.type",
    "role": "m.role",
    "country": "m.country",
    "kind": _case("s.kind", KINDS),
    "act": _case("s.act", ACTS),
    "quotes": "ifnull(s.quotes, json_array(s.text))",
    "via": "ifnull(s.via, '[]')",
    "headline": "a.headline",
    "outlet": "o.name",
    "byline": "a.byline",
    "published": "a.published",
    "published_basis": "a.published_basis",
    "article": "a.id",
    "path": "d.path",
    "language": "a.language",
    "url": "ifnull(a.url, d.url)",
    "utterance": "ifnull(s.utterance, s.id)",
    "spans": "json_object('content', json_extract(s.spans, '$[0]'), 'cue', json_extract(s.spans, '$[1]'),"
    " 'source', json_extract(s.spans, '$[2]'))",
}
_OWN = (
    *("id", "date", "text", "cue", "source", "audience", "channel", "confidence"),
    *("question", "asked_by", "non_answer"),
)

FROM = """
from statement s
join mention m on m.number = s.mention
join article a on a.number = s.article
join document d on d.number = a.document
left join speaker p on p.number = m.speaker
left join outlet o on o.number = a.outlet
"""
"""Where the columns of a record come from."""


def has_column(key: str) -> bool:
    """Return whether a key of the record has a column, not a share in one."""
    return key in _COLUMNS or key in _OWN


def column(key: str) -> str:
    """Return the SQL for a key of the record, over ``FROM``."""
    if key in _OWN:
        return f"s.{key}"
    return _COLUMNS.get(key, f"json_extract(s.more, '$.{key}')")


def create_tables(connection: Connection) -> None:
    """Make the tables in an empty database, without views, mark and the indexes of statements."""
    connection.executescript(TABLES + _DOCUMENT_INDEXES + _NAME_INDEXES)


def create_indexes(connection: Connection) -> None:
    """Make the indexes of documents and statements that a database lacks.

    SQLite sorts for each, which costs less than to keep it in order while rows come.
    """
    _create(connection, _DOCUMENT_INDEXES + _STATEMENT_INDEXES)


def create_name_indexes(connection: Connection) -> None:
    """Make the indexes by which names are settled, of speakers and mentions."""
    _create(connection, _NAME_INDEXES)


def all_indexes() -> str:
    """Return the SQL of every index, for an empty database."""
    return f"{_DOCUMENT_INDEXES}{_STATEMENT_INDEXES}{_NAME_INDEXES}{_UTTERANCE_INDEX};"


def create_utterance_index(connection: Connection) -> None:
    """Make the index of statements by utterance, for which these must be known."""
    _create(connection, _UTTERANCE_INDEX)


def _create(connection: Connection, indexes: str) -> None:
    for index in indexes.split(";"):
        connection.execute(index.replace("create index", "create index if not exists"))
