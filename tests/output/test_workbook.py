"""A workbook holds the rows as text and numbers, and nothing that a spreadsheet would run."""

from __future__ import annotations

import io
import sys

import pytest

from statements_cli.output.environment import Environment
from statements_cli.output.workbook import WorkbookError, require, write_workbook

openpyxl = pytest.importorskip("openpyxl")
ROWS = [
    {"text": "=1+1", "via": ["Tass", "Reuters"], "confidence": 0.9, "speaker": None, "non_answer": True},
    {"text": "x" * 40_000, "via": [], "confidence": 1, "speaker": "http://a.example \x1b", "non_answer": False},
]


def cells(*, header: bool) -> list[list[object]]:
    """Return the cells of the workbook of the rows."""
    pytest.importorskip("xlsxwriter")
    held = io.BytesIO()
    environment = Environment(io.StringIO(), io.TextIOWrapper(held, "utf-8"), io.StringIO())
    assert 2 == write_workbook(ROWS, list(ROWS[0]), environment, header)
    [sheet] = openpyxl.load_workbook(io.BytesIO(held.getvalue())).worksheets
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_cells() -> None:
    """Numbers are numbers, lists are as in CSV, formulas and links are text, null is empty."""
    head, first, second = cells(header=True)

    assert list(ROWS[0]) == head
    assert ["=1+1", '["Tass", "Reuters"]', 0.9, None, "true"] == first
    assert ("x" * 32_767, "http://a.example \\x1b") == (second[0], second[3])


def test_without_header() -> None:
    """The names of the columns can be left out."""
    assert "=1+1" == cells(header=False)[0][0]


def test_without_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing package is one clear error."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)

    with pytest.raises(WorkbookError):
        require()
