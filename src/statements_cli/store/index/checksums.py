"""Keep a checksum of an index's rows by document and table, to find damage.

A checksum is the sum of the rows' hashes, so that one row is added or taken away without reading the others, and
the order in which rows were written doesn't matter. The rows of a document, of its articles and of their statements
have one together; every other table has one as a whole. The full-text index checks itself, see ``check``.
"""

from __future__ import annotations

from collections import Counter
from marshal import dumps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Mapping
    from sqlite3 import Connection

_MODULUS = 1 << 64  # one damaged row in four billion has the hash of the one before
_OF_ARTICLE = "(select document from article where number = {row}.article)"
_OF_STATEMENT = (
    "(select a.document from article a join statement s on s.article = a.number where s.number = {row}.statement)"
)
OF_DOCUMENTS = {
    "document": "{row}.number",
    "article": "{row}.document",
    "statement": _OF_ARTICLE,
    "lent_date": _OF_STATEMENT,
}
"""The tables whose rows are a document's, with the SQL for its number."""

WHOLE = ("file", "outlet", "speaker", "spelling", "mention", "name_key", "naming", "word")
"""The tables that have one checksum each and change by single rows."""

_REWRITTEN = "about"  # so small that it is read again each time
_DOCUMENT = "document"
_OF_NONE = -1  # the number for rows that belong to no document, which is damage

Part: TypeAlias = tuple[str, int]
"""What has a checksum: a document by its number, or a table as a whole, numbered 0."""


class Checksum(NamedTuple):
    """How many rows, and the sum of their hashes."""

    rows: int = 0
    sum: int = 0


def checksums_of(connection: Connection) -> dict[Part, Checksum]:
    """Return the checksums of all rows as they are now.

    Raises ``sqlite3.Error`` for what can't be read.
    """
    found: dict[Part, Checksum] = {}
    sums: dict[int | None, int] = {}
    counts: Counter[int | None] = Counter()
    for table, document in OF_DOCUMENTS.items():
        for row in connection.execute(f"select {document.format(row='t')}, '{table}', t.* from {table} t"):
            number = row[0]
            sums[number] = sums.get(number, 0) + _hash(row[1:])
            counts[number] += 1
    for number, total in sums.items():
        part = (_DOCUMENT, _known(number))
        found[part] = _sum(found.get(part, Checksum()), Checksum(counts[number], total))
    for table in (*WHOLE, _REWRITTEN):
        _add_table(found, connection, table)
    return found


def kept_checksums(connection: Connection) -> dict[Part, Checksum]:
    """Return the checksums that were kept when the rows were written."""
    kept = connection.execute("select part, number, count, sum from checksum")
    return {(part, number): Checksum(count, total % _MODULUS) for part, number, count, total in kept}


def _kept(connection: Connection, part: Part) -> Checksum:
    found = connection.execute("select count, sum from checksum where part = ? and number = ?", part).fetchone()
    return Checksum(found[0], found[1] % _MODULUS) if found else Checksum()


def keep_all(connection: Connection) -> None:
    """Keep the checksums of all rows, none of which has one yet."""
    connection.execute("delete from checksum")
    _keep(connection, checksums_of(connection))


class Watch:
    """Add up changes to the rows of an index, by this connection's own triggers."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._changes: dict[Part, Checksum] = {}
        connection.create_function("checksum_change", -1, self._change)
        for table in (*OF_DOCUMENTS, *WHOLE):
            columns = [column for _, column, *_ in connection.execute(f"pragma table_info({table})").fetchall()]
            for event, rows in (("insert", ("new",)), ("delete", ("old",)), ("update", ("old", "new"))):
                calls = " ".join(f"{_call(table, columns, row)};" for row in rows)
                connection.execute(
                    f"create temp trigger checksum_{table}_{event} after {event} on main.{table} begin {calls} end"
                )

    def keep(self) -> None:
        """Bring the checksums up to date with what was done."""
        changed = {part: _sum(_kept(self._connection, part), change) for part, change in self._changes.items()}
        _add_table(changed, self._connection, _REWRITTEN)
        _keep(self._connection, changed)
        self._changes.clear()

    def _change(self, sign: int, table: str, number: int | None, *values: Any) -> None:
        _add(self._changes, (table if table in WHOLE else _DOCUMENT, _known(number)), table, values, sign)


def _call(table: str, columns: list[str], row: str) -> str:
    number = OF_DOCUMENTS.get(table, "0").format(row=row)
    values = ", ".join(f"{row}.{column}" for column in columns)
    return f"select checksum_change({1 if row == 'new' else -1}, '{table}', {number}, {values})"


def _add_table(found: dict[Part, Checksum], connection: Connection, table: str) -> None:
    rows = total = 0
    for row in connection.execute(f"select '{table}', t.* from {table} t"):
        total += _hash(row)
        rows += 1
    if rows:
        found[table, 0] = _sum(found.get((table, 0), Checksum()), Checksum(rows, total))


def _add(found: dict[Part, Checksum], part: Part, table: str, values: Any, sign: int) -> None:
    found[part] = _sum(found.get(part, Checksum()), Checksum(sign, sign * _hash((table, *values))))


def _sum(one: Checksum, other: Checksum) -> Checksum:
    return Checksum(one.rows + other.rows, (one.sum + other.sum) % _MODULUS)


def _hash(row: tuple[Any, ...]) -> int:
    """Return the hash of a row: its table's name and its values.

    It is the square of their CRC-32: checksums of one length are linear, and where two rows exchange values of the same
    length their sum would stay the same too often; that of the squares doesn't.
    """
    # in marshal's format 2, which is the same in every version of Python: repr escapes letters that Unicode got later
    checksum = crc32(dumps(row, 2))
    return checksum * checksum


def _keep(connection: Connection, checksums: Mapping[Part, Checksum]) -> None:
    gone = [part for part, checksum in checksums.items() if not checksum.rows]
    connection.executemany("delete from checksum where part = ? and number = ?", gone)
    connection.executemany(
        "insert or replace into checksum (part, number, count, sum) values (?, ?, ?, ?)",
        ((*part, count, _signed(total)) for part, (count, total) in checksums.items() if count),
    )


def _known(document: int | None) -> int:
    return _OF_NONE if document is None else document


def _signed(number: int) -> int:
    return number if number < _MODULUS // 2 else number - _MODULUS
