"""Read the rows of a CSV or TSV table as documents."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import IO

from statements_cli.documents.decoding import decode
from statements_cli.documents.line_reader import LONGEST_LINE, bounded_lines, decoded
from statements_cli.documents.notices import Notice
from statements_cli.documents.records.column_mapping import is_own, is_read_column, is_text_column, no_text_column
from statements_cli.documents.records.tally import OWN, Tally
from statements_cli.documents.streams import Reading, UnreadableError, brief
from statements_cli.model import Document

_DELIMITERS = ",\t;|"
_ENDINGS = (".csv", ".tsv", ".tab")
_LONGEST_HEADER = 20_000


def is_table(head: bytes, name: str, columns: Mapping[str, str] | None = None) -> bool:
    """Return whether a file opens with a table's header with a known text column.

    A name that ends in ``.csv`` or ``.tsv`` does too, as long as the first line has a delimiter.
    """
    line = _first_line(head)
    if not line:
        return False
    cells = _header(line, columns)
    if is_own(cells) or (any(is_text_column(cell, columns) for cell in cells) and (len(cells) > 1 or _is_named(name))):
        return True
    return _is_named(name) and len(cells) > 1


def read_table(path: str, stream: IO[bytes], reading: Reading) -> Iterator[Document]:
    """Yield the documents of the rows of a table whose first line names the columns."""
    lines = bounded_lines(decoded(stream))
    first = next(lines, "")
    delimiter = ""
    if first.lower().startswith("sep=") and len(first.strip()) == 5:  # a spreadsheet's own line
        delimiter, first = first.strip()[4], next(lines, "")
    csv.field_size_limit(LONGEST_LINE)
    rows = csv.reader(chain([first], lines), delimiter=delimiter or _delimiter(first, reading.columns))
    tally = Tally(path, "a table", reading)
    try:
        header = [cell.strip() for cell in next(rows, [])]
        if is_own(header):
            reading.report(Notice(path, OWN))
            return
        if not any(is_read_column(cell, reading.columns) for cell in header):
            raise UnreadableError(no_text_column(header, reading.columns))
        yield from tally.documents_of(dict(zip(header, row, strict=False)) for row in rows if row)
    except csv.Error as error:
        tally.close()
        raise UnreadableError(f"is no table after record {tally.records} ({brief(error)})") from error
    tally.close()


def _first_line(head: bytes) -> str:
    known = decode(head[: len(head) // 4 * 4])
    if known is None:
        return ""
    lines = known.text[:_LONGEST_HEADER].split("\n", 2)
    line = lines[1] if len(lines) > 1 and lines[0].lower().startswith("sep=") else lines[0]
    return line.strip("\r\n")


def _is_named(name: str) -> bool:
    return name.lower().endswith(_ENDINGS)


def _header(line: str, columns: Mapping[str, str] | None) -> list[str]:
    return _cells(line, _delimiter(line, columns))


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter), [])]
    except csv.Error:
        return []


def _delimiter(line: str, columns: Mapping[str, str] | None) -> str:
    """Return what parts the cells of the first line.

    That which gives a column of text, then the most cells.
    """

    def worth(delimiter: str) -> tuple[bool, int]:
        cells = _cells(line, delimiter)
        return any(is_text_column(cell, columns) for cell in cells), len(cells)

    return max(_DELIMITERS, key=worth)
