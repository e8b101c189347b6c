"""Statements are written as they are read: memory doesn't grow with their number."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from statements_cli.model import Statement
from statements_cli.output.brat.brat_folder import write_brat
from statements_cli.output.exports.export_formats import EXPORT_FORMATS, ExportFormat, write_into
from statements_cli.output.exports.exported import Exported

_FEW, _MANY = 50, 500
_SLACK = 500_000  # bytes; the records of as many statements as are more take 1.5 MB
_MORE = 4  # times as many statements go through SQLite, for its pages are more than those of few
_IN_SQLITE = {"sqlite", "quotebank", "quotebank-articles"}
_CACHES = 4_500_000  # bytes of pages that SQLite keeps of two tables at most, however many there are


class Nowhere(BytesIO):
    """A file that keeps nothing of what is written."""

    def write(self, data: object) -> int:
        """Take what is written for written."""
        return len(data)  # type: ignore[arg-type]


def peak(exported: Exported, format_: ExportFormat, statements: int, folder: Path) -> int:
    """Return the most memory, in bytes, that writing so many statements takes."""
    count = statements * (_MORE if format_ in _IN_SQLITE else 1)
    known = list(exported.read())[:2]

    def read() -> Iterator[Statement]:
        for number in range(count):
            one = known[number % 2]
            text = f"{one.text} {number}" * 20
            # there each quotation is looked for in the article by a pattern, which takes long for long ones
            quotes = (f"words {number}",) if format_ == "quotebank-articles" else (text,)
            yield replace(one, id=f"{number:012}", path=f"{number // 2}.txt", text=text, quotes=quotes)

    many = Exported(read, count, lambda _: exported.text_of(known[0].path))
    tracemalloc.start()
    if format_ == "brat":
        write_brat(many, folder)
    else:
        write_into(many, format_, Nowhere())
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


@pytest.mark.parametrize("format_", [one for one in EXPORT_FORMATS if one != "parquet"])
def test_memory_is_flat(exported: Exported, format_: ExportFormat, tmp_path: Path) -> None:
    """Ten times as many statements take no more memory, in every format."""
    for name in ("warm", "few", "many"):
        (tmp_path / name).mkdir()
    peak(exported, format_, 2, tmp_path / "warm")
    few = peak(exported, format_, _FEW, tmp_path / "few")

    slack = _CACHES if format_ in _IN_SQLITE else _SLACK
    assert peak(exported, format_, _MANY, tmp_path / "many") < few + slack
