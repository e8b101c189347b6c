"""Rows of Excel workbooks, a document each."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from statements_cli import read
from statements_cli.documents.streams import MissingExtraError
from statements_cli.model import Document

Rows = list[list[object]]


def workbook(folder: Path, *sheets: Rows) -> Path:
    """Write a workbook with those sheets."""
    xlsxwriter = pytest.importorskip("xlsxwriter", reason="writes workbooks")
    pytest.importorskip("python_calamine", reason="reads workbooks")
    path = folder / "book.xlsx"
    with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"}) as book:
        for rows in sheets:
            sheet = book.add_worksheet()
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return path


def told(document: Document) -> tuple[str, str, str | None, str | None]:
    """The end of a document's path, its text, headline and day."""
    said = document.metadata
    number = document.path.rpartition("#")[2]
    return number, document.text, said.headline if said else None, said.published if said else None


ARTICLES: Rows = [
    ["title", "date", "text"],
    ["Ferry late", date(2024, 5, 3), "The ferry was late, the port said."],
    ["", "", ""],
    ["Pier shut", date(2024, 5, 4), "The pier is shut, the port said."],
]


def test_a_row_a_document(tmp_path: Path) -> None:
    """Each row is a document, its columns told by their names, empty rows passed over."""
    found = [told(document) for document in read(workbook(tmp_path, ARTICLES))]
    assert [
        ("1", "The ferry was late, the port said.", "Ferry late", "2024-05-03"),
        ("2", "The pier is shut, the port said.", "Pier shut", "2024-05-04"),
    ] == found


def test_sheets_without_text_are_passed_over(tmp_path: Path) -> None:
    """A sheet without a column of text beside one that has it yields nothing."""
    figures: Rows = [["year", "count"], [2024, 7]]
    assert 2 == len(list(read(workbook(tmp_path, figures, ARTICLES))))


def test_columns_are_mapped(tmp_path: Path) -> None:
    """A column of another name is the text where it is said to be."""
    path = workbook(tmp_path, [["Kop", "Artikel"], ["Pont", "The ferry was late, the port said."]])
    assert ["The ferry was late, the port said."] == [one.text for one in read(path, columns={"text": "Artikel"})]


def test_no_column_of_text(tmp_path: Path) -> None:
    """A workbook without a column of text says which columns it has."""
    with pytest.raises(OSError, match="no column of text known by its name; it has year, count"):
        list(read(workbook(tmp_path, [["year", "count"], [2024, 7]])))


def test_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package the error names the extra."""
    path = workbook(tmp_path, ARTICLES)
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises((MissingExtraError, OSError), match="xlsx"):
        list(read(path))
