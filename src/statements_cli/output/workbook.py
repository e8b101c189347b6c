"""Write rows into a workbook for spreadsheets: the one module that imports xlsxwriter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from statements_cli.output.records import Row, as_text
from statements_cli.output.safe import printable

if TYPE_CHECKING:
    from statements_cli.output.environment import Environment

_MOST_CHARACTERS = 32_767  # of a cell, as Excel allows
_WIDTHS = {"text": 80, "headline": 40, "question": 40, "role": 30, "speaker": 24, "outlet": 20, "path": 30}
_WIDTH = 14  # characters of a column


class WorkbookError(Exception):
    """A workbook can't be written: the package for it is missing."""


def require() -> None:
    """Raise ``WorkbookError`` where the package that writes workbooks is missing."""
    try:
        import xlsxwriter  # noqa: F401
    except ImportError as error:
        raise WorkbookError("xlsx needs a package that is not installed") from error


def write_workbook(rows: Iterable[Row], fields: Sequence[str], environment: Environment, header: bool = True) -> int:
    """Write a workbook of one sheet to stdout, cells as CSV has them.

    Return how many rows.

    Text is text, whatever it begins with: nothing in it is taken for a formula or a link. What is longer than a
    cell may be is cut. Rows are kept on the disk until all are there, so that memory stays flat.
    """
    from tempfile import TemporaryFile

    from xlsxwriter import Workbook

    with TemporaryFile() as file:
        workbook = Workbook(file, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
        sheet = workbook.add_worksheet("statements")
        for at, field in enumerate(fields):
            sheet.set_column(at, at, _WIDTHS.get(field, _WIDTH))
        if header:
            sheet.freeze_panes(1, 0)
            _write_row(sheet, 0, fields, workbook.add_format({"bold": True}))
        count = 0
        for count, row in enumerate(rows, 1):
            _write_row(sheet, count - 1 + header, [row[field] for field in fields])
        if header and count:
            sheet.autofilter(0, 0, count, len(fields) - 1)
        workbook.close()
        file.seek(0)
        environment.stdout.flush()
        while part := file.read(1 << 16):
            environment.stdout.buffer.write(part)
        environment.stdout.buffer.flush()
    return count


def _write_row(sheet: Any, at: int, values: Sequence[Any], form: Any = None) -> None:
    for column, value in enumerate(values):
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            sheet.write_number(at, column, value, form)
        elif value is not None:
            sheet.write_string(at, column, printable(as_text(value))[:_MOST_CHARACTERS], form)
