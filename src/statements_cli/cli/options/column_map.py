"""Read what ``--map`` says: which column or key of a record holds which field."""

from __future__ import annotations

from collections.abc import Sequence

from statements_cli.cli.errors import UsageError

_OTHER_NAMES = {"headline": "title", "published": "date", "outlet": "source", "byline": "author", "address": "url"}


def columns_of(given: Sequence[str]) -> dict[str, str] | None:
    """Return the column of each field from ``text=body,date=pubDate``, None where nothing is given.

    Raises ``UsageError`` for a field that records don't have, and for what is no mapping.
    """
    from statements_cli.documents.records.column_mapping import FIELDS

    columns: dict[str, str] = {}
    for part in (part for text in given for part in text.split(",")):
        field, equals, column = (side.strip() for side in part.partition("="))
        name = _OTHER_NAMES.get(field, field)
        if not equals or not column:
            raise UsageError(f"--map {part.strip()} maps nothing", "Write --map text=COLUMN,date=COLUMN")
        if name not in FIELDS:
            raise UsageError(f"--map knows no field {field}", f"Use one of {', '.join(FIELDS)}")
        columns[name] = column
    return columns or None
