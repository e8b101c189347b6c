"""Cut an index by day into several of about the same size.

``news.db`` becomes ``news-2025-05-20.db`` and so on, each named after the first day in it, and ``news-undated.db``. A
day is that on which a document's first article was published, as the document itself says; it is never parted.
"""

from __future__ import annotations

import os
import re
from contextlib import ExitStack
from typing import TYPE_CHECKING, NamedTuple

from statements_cli.store.index.checksums import keep_all
from statements_cli.store.index.index_fault import IndexFault, unwritten
from statements_cli.store.index.known import opened, own_names_in
from statements_cli.store.index.lock import take_place, writing
from statements_cli.store.index.seal import next_change, seal
from statements_cli.store.shards.copying import Copier, settle_all
from statements_cli.store.tables.index_creation import create

if TYPE_CHECKING:
    from collections.abc import Iterable
    from sqlite3 import Connection

_UNDATED = "undated"
_OWN_DAY = (
    "(select min(substr(case when a.lent is null then a.published else a.own_published end, 1, 10))"
    " from {schema}article a where a.document = d.number)"
)
_OF_DAYS = f"{_OWN_DAY.format(schema='shard.')} between :first and :last"
_OF_NO_DAY = f"{_OWN_DAY.format(schema='shard.')} is null"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Part(NamedTuple):
    """One index of several: its path, days, and how much it holds.

    ``first`` and ``last`` are the days of its documents, None where these are undated.
    """

    path: str
    first: str | None
    last: str | None
    documents: int
    statements: int


class DayTotal(NamedTuple):
    """How many documents and statements there are of a day, None for no day."""

    day: str | None
    documents: int
    statements: int


def parts_of(path: str, counts: Iterable[DayTotal], most: int) -> list[Part]:
    """Return the parts of at most ``most`` statements that days are cut into.

    They stand in the order of time, what is undated last. A day with more statements is a part by itself.
    """
    root, extension = os.path.splitext(path)  # noqa: PTH122
    parts: list[Part] = []
    undated: list[Part] = []
    for day, documents, statements in sorted(counts, key=lambda one: one.day or ""):
        if day is None:
            undated = [Part(f"{root}-{_UNDATED}{extension}", None, None, documents, statements)]
        elif parts and parts[-1].statements + statements <= most:
            before = parts[-1]
            both = (before.documents + documents, before.statements + statements)
            parts[-1] = Part(before.path, before.first, day, *both)
        else:
            named = day if _DAY.fullmatch(day) else re.sub(r"[^0-9A-Za-z]+", "-", day)
            parts.append(Part(f"{root}-{named}{extension}", day, day, documents, statements))
    return [*parts, *undated]


def check_no_parts(path: str) -> None:
    """Raise ``IndexFault`` where an index is cut into parts there already."""
    folder, name = os.path.split(os.path.realpath(path))
    root, extension = os.path.splitext(name)  # noqa: PTH122
    part = re.compile(rf"{re.escape(root)}-(\d{{4}}(-\d\d)*|{_UNDATED}){re.escape(extension)}")
    try:
        there = sorted(one for one in os.listdir(folder) if part.fullmatch(one))  # noqa: PTH208
    except OSError as error:
        raise unwritten(path, error) from error
    if there:
        beside = os.path.join(os.path.dirname(path), there[0])  # noqa: PTH118, PTH120
        raise IndexFault(f"{beside} is there already", "Remove it, or name another file with -o")


def split_index(whole: str, path: str, most: int) -> list[Part]:
    """Cut the index at ``whole`` into parts named after ``path``; return them.

    Raises ``IndexFault`` where one can't be written; there is then none of them.
    """
    from sqlite3 import Error

    check_no_parts(path)
    with opened(whole) as connection:
        parts = parts_of(os.path.realpath(path), _day_counts(connection), most)
    with ExitStack() as held:
        made = [(held.enter_context(writing(part.path)), part) for part in parts]
        placed: list[str] = []
        try:
            for unfinished, part in made:
                _write(unfinished, whole, part)
            for unfinished, part in made:
                take_place(unfinished, part.path)
                placed.append(part.path)
        except BaseException as error:
            for one in placed:
                os.unlink(one)  # noqa: PTH108
            if isinstance(error, (Error, OSError)):
                raise unwritten(path, error) from error
            raise
    return parts


def _day_counts(connection: Connection) -> list[DayTotal]:
    rows = connection.execute(
        "select day, count(*), sum(statements) from ("
        f" select {_OWN_DAY.format(schema='')} as day, (select count(*) from statement s join article a"
        " on a.number = s.article where a.document = d.number) as statements from document d) group by day"
    )
    return [DayTotal(*row) for row in rows]


def _write(unfinished: str, whole: str, part: Part) -> None:
    with opened(unfinished) as connection:
        connection.execute("pragma journal_mode = off")
        connection.execute("pragma synchronous = off")
        connection.execute("pragma cache_size = -64000")
        create(connection, indexes=False)
        connection.execute("attach ? as shard", (whole,))
        names = own_names_in(connection, "shard")
        copier = Copier(connection)
        connection.execute("begin")
        if part.first is None:
            copier.note(0, _OF_NO_DAY)
        else:
            copier.note(0, _OF_DAYS, {"first": part.first, "last": part.last or part.first})
        copier.number()
        copier.find_mentions(0)
        copier.write_mentions()
        copier.copy(0)
        copier.close()
        settle_all(connection, names)
        connection.execute("insert or replace into about select key, value from shard.about")
        connection.execute("commit")
        connection.execute("detach shard")
        connection.execute("begin")
        connection.executemany("insert or replace into about values (?, ?)", next_change(connection).items())
        keep_all(connection)
        seal(connection)
        connection.execute("commit")
