"""Read the rows of a spreadsheet's workbook (.xlsx). Takes the extra ``xlsx``.

Owns python-calamine, which reads a workbook many times faster than openpyxl.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import IO, Any
from zipfile import ZipFile

from statements_cli.documents.extras import required
from statements_cli.documents.notices import Notice
from statements_cli.documents.records.column_mapping import is_own, is_read_column, no_text_column
from statements_cli.documents.records.tally import OWN, Tally
from statements_cli.documents.streams import Reading, UnreadableError, brief, spend_unpacked
from statements_cli.model import Document

PART = "xl/workbook.xml"
"""What every workbook of this kind holds."""


def read_workbook(path: str, stream: IO[bytes], archive: ZipFile, reading: Reading) -> Iterator[Document]:
    """Yield the documents of the rows of a workbook's sheets.

    Columns are recognised by their header as those of a table.

    A sheet without a column of text is passed over. Raises ``UnreadableError`` where no sheet has one, and
    ``MissingExtraError`` without the extra.
    """
    with required("xlsx", "Excel workbooks"):
        import python_calamine
    spend_unpacked(archive, reading)
    try:
        stream.seek(0)
        book = python_calamine.CalamineWorkbook.from_filelike(stream)
        sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    except Exception as error:  # the library gives errors of its own for whatever is wrong with a file
        raise UnreadableError(f"is no whole workbook ({brief(error)})") from error
    tally = Tally(path, "workbook", reading)
    seen: list[str] = []
    read = False
    for rows in sheets:
        header, rest = _parted(rows)
        seen += header
        if is_own(header):
            reading.report(Notice(path, OWN))
            read = True
        elif any(is_read_column(name, reading.columns) for name in header):
            read = True
            yield from tally.documents_of(_records(header, rest))
    if not read:
        raise UnreadableError(no_text_column(seen, reading.columns))
    tally.close()


def _parted(rows: list[list[Any]]) -> tuple[list[str], list[list[Any]]]:
    """Return a sheet's column names, from its first filled row, and the rows below."""
    for at, row in enumerate(rows):
        if any(cell not in ("", None) for cell in row):
            return [str(cell).strip() for cell in row], rows[at + 1 :]
    return [], []


def _records(header: list[str], rows: list[list[Any]]) -> Iterator[Mapping[str, Any]]:
    for row in rows:
        cells = {name: _value(cell) for name, cell in zip(header, row, strict=False) if name}
        if any(value is not None for value in cells.values()):
            yield cells


def _value(cell: object) -> object:
    """Return a cell as other tables have it.

    Days in ISO 8601, whole numbers without a fraction, None where it is empty.
    """
    if isinstance(cell, date | time):  # a moment is a day too
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return None if cell == "" else cell
