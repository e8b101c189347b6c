"""Keep a full-text index of texts in SQLite, with a table of their words.

Beside the table ``statement`` that holds the texts (``number``, ``text``) there are ``statement_words`` (FTS5 over
it, unstemmed, accents removed), and ``word``, how many texts have each word, which is what misspelt and inflected
words are looked up in. FTS5's own vocabulary can't stand in for it: it counts a word again, from all its places,
each time it is asked.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from statements_cli.query.fulltext.query_words import searchable

TOKENIZER = "unicode61 remove_diacritics 2"

WORD_INDEXES = """
create index word_length on word(length(word));
create index word_gone on word(count) where count <= 0;
"""
TABLES = f"""
create virtual table statement_words using fts5(
    text, content="statement", content_rowid='number', columnsize=0, tokenize='{TOKENIZER}'
);
create virtual table statement_vocabulary using fts5vocab(statement_words, 'row');
create table word (word text primary key, count integer not null) without rowid;
"""


def in_memory(texts: Sequence[str]) -> sqlite3.Connection:
    """Return an indexed in-memory database whose ``statement`` holds these texts, from number 0."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("create table statement (number integer primary key, text text not null)")
    connection.executescript(TABLES)
    connection.execute("begin")
    storable = [text.encode("utf-8", "replace").decode() for text in texts]  # halves of surrogate pairs are not
    connection.executemany("insert into statement values (?, ?)", enumerate(storable))
    add_all_texts(connection)
    connection.execute("commit")
    return connection


def add_all_texts(connection: sqlite3.Connection) -> None:
    """Index all texts of the new table ``statement``, and count their words."""
    # not by a function that SQLite calls: its lock and Python's would be taken in either order by several threads
    put_texts(connection, connection.execute("select number, text from statement order by number"))
    count_all_words(connection)


def put_texts(connection: sqlite3.Connection, rows: Iterable[tuple[int, str]]) -> None:
    """Index texts, given with their numbers, whose words are not counted yet."""
    connection.executemany(
        "insert into statement_words(rowid, text) values (?, ?)", ((number, searchable(text)) for number, text in rows)
    )


def take_texts(connection: sqlite3.Connection, rows: Iterable[tuple[int, str]]) -> None:
    """Take texts out whose words are not counted, each given as it was put in."""
    connection.executemany(
        "insert into statement_words(statement_words, rowid, text) values ('delete', ?, ?)",
        ((number, searchable(text)) for number, text in rows),
    )


def count_all_words(connection: sqlite3.Connection) -> None:
    """Count the words of all texts put in; make the indexes that are lacking."""
    connection.execute("delete from word")
    connection.execute("insert into word select term, doc from statement_vocabulary")
    for index in WORD_INDEXES.split(";"):
        connection.execute(index.replace("create index", "create index if not exists"))


def add_texts(connection: sqlite3.Connection, rows: Sequence[tuple[int, str]]) -> None:
    """Index more texts, given with their numbers, and count their words."""
    put_texts(connection, rows)
    _count(connection, rows, 1)


def remove_texts(connection: sqlite3.Connection, rows: Sequence[tuple[int, str]]) -> None:
    """Take texts out of the index; each must be given exactly as it was added."""
    take_texts(connection, rows)
    _count(connection, rows, -1)
    connection.execute("delete from word where count <= 0")


def _count(connection: sqlite3.Connection, rows: Sequence[tuple[int, str]], sign: int) -> None:
    # counted by FTS5, so that the words are exactly those of the index
    own = sqlite3.connect(":memory:")
    own.execute(f"create virtual table counted using fts5(text, content='', tokenize='{TOKENIZER}')")
    own.execute("create virtual table counted_word using fts5vocab(counted, 'row')")
    own.executemany("insert into counted(text) values (?)", ((searchable(text),) for _, text in rows))
    connection.executemany(
        "insert into word values (?, ?) on conflict do update set count = count + excluded.count",
        [(word, sign * count) for word, count in own.execute("select term, doc from counted_word")],
    )
    own.close()
