"""Write verbatim quotations as Quotebank has them, each once with all its occurrences.

Vaucher, Spitz, Catasta and West, Quotebank (WSDM 2021), https://doi.org/10.5281/zenodo.4277311: quotations are the same
where they are after lower-casing and without punctuation; the longest form is shown. Dates are those of publication.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO

from statements_cli.output.exports.exported import Exported, iri_of

if TYPE_CHECKING:
    from sqlite3 import Connection

    from statements_cli.model import Statement

PHASE = "E"  # of Quotebank: text in UTF-8 whose capitals are kept
NOBODY = "None"
_DAY = 10  # characters of an ISO 8601 day
_TABLE = "create table piece (key text, quotation text, date text, speaker text, sure real, url text)"
_PUNCTUATION = re.compile(r"[^\w\s]|_")


class _Piece(NamedTuple):
    quotation: str
    date: str
    speaker: str | None
    sure: float
    url: str


def write_quotebank(exported: Exported, out: TextIO, encode: Callable[[Any], str]) -> None:
    """Write a line of JSON for each quotation, the earliest first."""
    with _pieces(exported) as connection:
        for _, quotation in _quotations(connection):
            out.write(encode(quotation) + "\n")


@contextmanager
def quotations_by_key(exported: Exported) -> Iterator[Callable[[str], dict[str, Any] | None]]:
    """Yield what returns the quotation that ``same`` makes this key of.

    None where there is none.
    """
    from json import dumps, loads

    with _pieces(exported) as connection:
        connection.execute("create table quotation (key text primary key, packed text)")
        rows = ((key, dumps(quotation)) for key, quotation in _quotations(connection))
        connection.executemany("insert into quotation values (?, ?)", rows)

        def of(key: str) -> dict[str, Any] | None:
            row = connection.execute("select packed from quotation where key = ?", (key,)).fetchone()
            return None if row is None else loads(row[0])

        yield of


@contextmanager
def _pieces(exported: Exported) -> Iterator[Connection]:
    """Yield a temporary database of all verbatim pieces, on the disk."""
    from sqlite3 import connect

    with closing(connect("")) as connection:
        connection.execute(_TABLE)
        connection.executemany("insert into piece values (?, ?, ?, ?, ?, ?)", _rows(exported))
        connection.execute("create index piece_key on piece(key)")
        yield connection


def _rows(exported: Exported) -> Iterator[tuple[str, str, str, str | None, float, str]]:
    for statement in exported.read():
        date = moment(statement)
        pieces = [piece for piece in statement.quotes if same(piece)]
        if not pieces:
            exported.leave_out("without verbatim words")
        elif date is None:
            exported.leave_out("in articles without a day")
        else:
            for piece in pieces:
                text = piece.encode("utf-8", "replace").decode()
                yield same(text), text, date, statement.speaker, statement.confidence, iri_of(statement)


def same(quotation: str) -> str:
    """Return a quotation as it is compared: lower case, without punctuation."""
    return " ".join(_PUNCTUATION.sub("", quotation.lower()).split())


def moment(statement: Statement) -> str | None:
    """Return day and time of the article, as Quotebank writes them.

    The day of the statement where it has none.
    """
    day = statement.published or statement.date or ""
    if len(day) < _DAY:
        return None
    time = re.fullmatch(r"T(\d\d:\d\d)(:\d\d)?.*", day[_DAY:])
    return f"{day[:_DAY]} {time[1] + (time[2] or ':00') if time else '00:00:00'}"


def _quotations(connection: Connection) -> Iterator[tuple[str, dict[str, Any]]]:
    numbers: Counter[str] = Counter()
    last = ""
    groups = connection.execute("select key, min(date) from piece group by key order by min(date), min(rowid)")
    for key, date in groups:
        if date[:_DAY] != last:  # in the order of days, so that one number is enough
            numbers.clear()
            last = date[:_DAY]
        rows = connection.execute(
            "select quotation, date, speaker, sure, url from piece where key = ? order by rowid", (key,)
        )
        pieces = [_Piece(*row) for row in rows]
        numbers[last] += 1
        yield key, _quotation(f"{last}-{numbers[last]:06}", date, pieces)


def _quotation(id: str, date: str, pieces: list[_Piece]) -> dict[str, Any]:
    sure: defaultdict[str, float] = defaultdict(float)
    for piece in pieces:
        known = 0.0 if piece.speaker is None else piece.sure
        sure[piece.speaker or NOBODY] += known
        sure[NOBODY] += 1 - known
    total = sum(sure.values())
    ranked = sorted(((name, value / total) for name, value in sure.items()), key=lambda pair: (-pair[1], pair[0]))
    return {
        "quoteID": id,
        "quotation": max((piece.quotation for piece in pieces), key=len),
        "speaker": ranked[0][0],
        "qids": [],
        "date": date,
        "numOccurrences": len(pieces),
        "probas": [[name, f"{value:.4f}"] for name, value in ranked],
        "urls": list(dict.fromkeys(piece.url for piece in pieces)),
        "phase": PHASE,
    }
