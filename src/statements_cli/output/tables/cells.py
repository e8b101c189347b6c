"""Show a value in a cell of a table, and a share as a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statements_cli.model.signs import SIGNS, Signs, with_marks
from statements_cli.output.records import as_plain
from statements_cli.output.safe import one_line

if TYPE_CHECKING:
    from statements_cli.output.records import Row


def shown(row: Row, field: str, signs: Signs = SIGNS) -> str:
    """Return the value of a row's field as a table shows it, on one line.

    Nothing for null.
    """
    value = with_marks(row, field, signs)
    return "" if value is None else one_line(as_plain(value))


def bar(share: float, width: int, *, unicode: bool) -> str:
    """Return a bar for a share of 0 to 1 of a width in columns.

    It is exact to an eighth of a column where characters allow it.
    """
    if not unicode:
        return "#" * max(1 if share else 0, round(share * width))
    eighths = max(1 if share else 0, round(share * width * 8))
    return "█" * (eighths // 8) + " ▏▎▍▌▋▊▉"[eighths % 8].strip()
