"""Write statements into a file of SQLite.

A table of statements and one of their articles.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

from statements_cli.model import ARTICLE_KEYS, RECORD_KEYS, Statement
from statements_cli.model.codec import record_of
from statements_cli.output.exports.exported import Exported
from statements_cli.output.records import as_text

_NUMBERS = ("confidence", "non_answer")
_INDEXED = ("date", "speaker", "country", "outlet", "article")
_SCHEMA = f"""
pragma journal_mode = off;
pragma synchronous = off;
create table statements ({", ".join(f'"{key}" {"real" if key in _NUMBERS else "text"}' for key in RECORD_KEYS)});
create table articles ({", ".join(f'"{key}" text' for key in ARTICLE_KEYS)}, primary key (article, path));
"""


def write_tables(exported: Exported, path: str) -> None:
    """Write the tables into the empty file at ``path``; lists and objects are JSON.

    Raises ``sqlite3.Error`` where the file can't be written.
    """
    from sqlite3 import connect

    with closing(connect(path, isolation_level=None)) as connection:
        connection.executescript(_SCHEMA)
        connection.execute("begin")
        marks = ", ".join("?" * len(RECORD_KEYS))
        places = ", ".join("?" * len(ARTICLE_KEYS))
        for statement in exported.read():
            connection.execute(f"insert into statements values ({marks})", tuple(_row(statement)))
            connection.execute(f"insert or ignore into articles values ({places})", tuple(_article(statement)))
        for key in _INDEXED:
            connection.execute(f"create index statements_{key} on statements({key})")
        connection.execute("commit")


def _row(statement: Statement) -> Iterator[Any]:
    record = record_of(statement)
    for key in RECORD_KEYS:
        value = record[key]
        yield value if value is None or isinstance(value, (int, float)) else _writable(as_text(value))


def _article(statement: Statement) -> Iterator[str | None]:
    for key in ARTICLE_KEYS:
        value = getattr(statement, key)
        yield None if value is None else _writable(value)


def _writable(text: str) -> str:
    return text if text.isascii() else text.encode("utf-8", "replace").decode()
