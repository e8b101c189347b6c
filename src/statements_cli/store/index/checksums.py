"""Keep a checksum of an index's rows by document and table, to find damage.

A checksum is the sum of the rows' hashes, so that one row is added or taken away without reading the others, and
the order in which rows were written doesn't matter. The rows of a document, of its articles and of their statements
have one together; every other table has one as a whole. The full-text index checks itself, see ``check``.

Which group a statement is in has a hash of its own, for that is often written later than the rest of its row.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import repeat
from marshal import dumps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias
from zlib import crc32

from statements_cli.store.tables.packed_documents import ARTICLE_COLUMNS, DOCUMENT_COLUMNS, STATEMENT_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from sqlite3 import Connection

_AT_ONCE = 500  # rows hashed together
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

_GROUP = "utterance"
_OF_LENT_DAY = ("own_published", "own_published_basis", "lent")
_HASHED = {
    "document": DOCUMENT_COLUMNS,
    "article": (*ARTICLE_COLUMNS, *_OF_LENT_DAY),
    "statement": tuple([column for column in STATEMENT_COLUMNS if column != _GROUP]),
    "lent_date": ("statement", "date", "date_basis"),
}
"""Their columns in the order in which they are hashed."""

_LATER = {"article": (None,) * len(_OF_LENT_DAY)}
"""What stands in their last columns when they are written."""

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
    return _read_all(connection).with_others(connection)


def kept_checksums(connection: Connection) -> dict[Part, Checksum]:
    """Return the checksums that were kept when the rows were written."""
    kept = connection.execute("select part, number, count, sum from checksum")
    return {(part, number): Checksum(count, total % _MODULUS) for part, number, count, total in kept}


def _kept(connection: Connection, part: Part) -> Checksum:
    found = connection.execute("select count, sum from checksum where part = ? and number = ?", part).fetchone()
    return Checksum(found[0], found[1] % _MODULUS) if found else Checksum()


def keep_all(connection: Connection, written: RowChecksums | None = None) -> None:
    """Keep the checksums of all rows, none of which has one yet.

    ``written`` has all those of documents, articles and statements, as they were before days were noted as lent.
    """
    connection.execute("delete from checksum")
    if written is None:
        written = _read_all(connection)
    else:
        written.read_lent(connection)
    _keep(connection, written.with_others(connection))


def _read_all(connection: Connection) -> RowChecksums:
    tally = RowChecksums()
    for table in OF_DOCUMENTS:
        tally.read(connection, table)
    return tally


class RowChecksums:
    """Add up the checksums of documents from rows that are written, or read."""

    def __init__(self) -> None:
        self._sums: defaultdict[int | None, int] = defaultdict(int)
        self._counts: Counter[int | None] = Counter()

    def add(self, table: str, documents: Sequence[int], rows: Iterable[tuple[Any, ...]]) -> None:
        """Add rows of a table, which belong to these documents.

        Their values stand as in ``packed_documents``, and are those that SQLite will give back.
        """
        later = _LATER.get(table, ())
        self._add(documents, [(table, *row, *later) for row in rows])

    def read(self, connection: Connection, table: str) -> None:
        """Add all rows of a table."""
        columns = ", ".join([f"t.{column}" for column in _HASHED[table]])
        self._read(connection, table, table, columns)

    def read_lent(self, connection: Connection) -> None:
        """Add what was noted of days that were lent, after all articles were added."""
        self.read(connection, "lent_date")
        own = [f"t.{column}" for column in ARTICLE_COLUMNS]
        for sign, later in ((-1, ["null"] * len(_OF_LENT_DAY)), (1, [f"t.{column}" for column in _OF_LENT_DAY])):
            self._read(connection, "article", "article", ", ".join([*own, *later]), "where t.lent is not null", sign)

    def with_others(self, connection: Connection) -> dict[Part, Checksum]:
        """Return the checksums, with those of which no rows were added."""
        self._read(connection, _GROUP, "statement", f"t.number, t.{_GROUP}", f"where t.{_GROUP} is not null")
        found: dict[Part, Checksum] = {}
        for number, total in self._sums.items():
            part = (_DOCUMENT, _known(number))
            found[part] = _sum(found.get(part, Checksum()), Checksum(self._counts[number], total))
        for table in (*WHOLE, _REWRITTEN):
            _add_table(found, connection, table)
        return found

    def _read(
        self, connection: Connection, name: str, table: str, columns: str, condition: str = "", sign: int = 0
    ) -> None:
        """Add rows, or with a ``sign`` their hashes alone, which take the place of others'."""
        document = OF_DOCUMENTS[table].format(row="t")
        for rows in _portions(connection, f"select {document}, '{name}', {columns} from {table} t {condition}"):
            are_rows = name == table and not sign
            self._add([row[0] for row in rows], [row[1:] for row in rows], are_rows=are_rows, sign=sign or 1)

    def _add(
        self, documents: Sequence[int | None], rows: Iterable[tuple[Any, ...]], *, are_rows: bool = True, sign: int = 1
    ) -> None:
        sums = self._sums
        for number, hashed in zip(documents, _hashes(rows), strict=True):
            sums[number] += sign * hashed
        if are_rows:
            self._counts.update(documents)


class Watch:
    """Add up changes to the rows of an index, by this connection's own triggers."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._changes: dict[Part, Checksum] = {}
        connection.create_function("checksum_change", -1, self._change)
        for table in (*OF_DOCUMENTS, *WHOLE):
            columns = _HASHED.get(table) or tuple(
                [column for _, column, *_ in connection.execute(f"pragma table_info({table})").fetchall()]
            )
            self._watch(table, table, columns)
        self._watch(_GROUP, "statement", ("number", _GROUP))

    def keep(self) -> None:
        """Bring the checksums up to date with what was done."""
        changed = {part: _sum(_kept(self._connection, part), change) for part, change in self._changes.items()}
        _add_table(changed, self._connection, _REWRITTEN)
        _keep(self._connection, changed)
        self._changes.clear()

    def _watch(self, name: str, table: str, columns: Sequence[str]) -> None:
        update = f"update of {', '.join(columns)}"
        for number, (event, rows) in enumerate((("insert", ("new",)), ("delete", ("old",)), (update, ("old", "new")))):
            calls = " ".join([f"{_call(name, table, columns, row)};" for row in rows])
            self._connection.execute(
                f"create temp trigger checksum_{name}_{number} after {event} on main.{table} begin {calls} end"
            )

    def _change(self, sign: int, table: str, number: int | None, *values: Any) -> None:
        _add(self._changes, (table if table in WHOLE else _DOCUMENT, _known(number)), table, values, sign)


def _call(name: str, table: str, columns: Sequence[str], row: str) -> str:
    number = OF_DOCUMENTS.get(table, "0").format(row=row)
    values = ", ".join([f"{row}.{column}" for column in columns])
    known = f" where {row}.{_GROUP} is not null" if name == _GROUP else ""
    return f"select checksum_change({1 if row == 'new' else -1}, '{name}', {number}, {values}){known}"


def _add_table(found: dict[Part, Checksum], connection: Connection, table: str) -> None:
    for rows in _portions(connection, f"select '{table}', t.* from {table} t"):
        found[table, 0] = _sum(found.get((table, 0), Checksum()), Checksum(len(rows), sum(_hashes(rows))))


def _add(found: dict[Part, Checksum], part: Part, table: str, values: Any, sign: int) -> None:
    rows = 0 if table == _GROUP else sign
    found[part] = _sum(found.get(part, Checksum()), Checksum(rows, sign * _hashes([(table, *values)])[0]))


def _sum(one: Checksum, other: Checksum) -> Checksum:
    return Checksum(one.rows + other.rows, (one.sum + other.sum) % _MODULUS)


def _portions(connection: Connection, sql: str) -> Iterator[list[tuple[Any, ...]]]:
    """Yield some rows at a time of what is asked for."""
    rows = connection.execute(sql)
    while portion := rows.fetchmany(_AT_ONCE):
        yield portion


def _hashes(rows: Iterable[tuple[Any, ...]]) -> list[int]:
    """Return the hash of each row: of its table's name and its values.

    It is the square of their CRC-32: checksums of one length are linear, and where two rows exchange values of the same
    length their sum would stay the same too often; that of the squares doesn't.
    """
    # in marshal's format 2, which is the same in every version of Python: repr escapes letters that Unicode got later
    return [checksum * checksum for checksum in map(crc32, map(dumps, rows, repeat(2)))]


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
