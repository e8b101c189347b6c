"""Choose the columns of a table by the terminal's width."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Column(NamedTuple):
    """One column: the field it shows, its title, and how it behaves where room is short.

    ``needs`` is the width of the terminal (columns) below which it is left out; ``most`` its greatest
    width, 0 for none; ``ratio`` its share of the room left over, 0 for as wide as its content;
    ``lines`` how many lines of it a terminal shows, 0 for all; ``whole`` values are never wrapped.
    """

    field: str
    title: str
    needs: int = 0
    most: int = 0
    ratio: int = 0
    lines: int = 0
    right: bool = False
    whole: bool = False
    style: str = ""
    placeholder: str = ""


class Layout(NamedTuple):
    """The columns of one kind of row, and the width below which a row is stacked."""

    columns: tuple[Column, ...]
    stacked_below: int = 60

    def fitting(self, width: int) -> tuple[Column, ...]:
        """Return the columns that a terminal of this width has room for; stacked rows show the first ones."""
        return tuple(column for column in self.columns if column.needs <= width)

    def chosen(self, fields: Sequence[str]) -> tuple[Column, ...]:
        """Return the columns for the fields named, in that order."""
        known = {column.field: column for column in self.columns}
        return tuple(known.get(field) or plain_column(field) for field in fields)

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of the whole layout, which are also those of plain lines."""
        return tuple(column.field for column in self.columns)


def plain_column(field: str) -> Column:
    """Return a column for a field that no layout shows of itself."""
    return Column(field, field.replace("_", " ").capitalize(), ratio=1, lines=3)


_TEXT = Column("text", "Statement", ratio=1, lines=4)
_DATE = Column("date", "Date", whole=True, most=11, placeholder="undated")
_SPEAKER = Column("speaker", "Speaker", most=20, style="bold", placeholder="unknown")
_OUTLET = Column("outlet", "Outlet", needs=110, most=18)
_ID = Column("id", "Id", whole=True, style="dim")

STATEMENTS = Layout((_DATE, _SPEAKER, _TEXT, _OUTLET, _ID))
HITS = Layout((_DATE, _SPEAKER, _TEXT, _OUTLET, Column("score", "Score", needs=110, right=True), _ID))
SPEAKERS = Layout(
    (
        Column("speaker", "Speaker", ratio=3, style="bold"),
        Column("role", "Role", needs=70, ratio=3, lines=2),
        Column("country", "Country", whole=True),
        Column("type", "Type", needs=110, whole=True),
        Column("statements", "Said", right=True, whole=True),
        Column("first", "First", needs=70, whole=True, placeholder="undated"),
        Column("last", "Last", whole=True, placeholder="undated"),
        Column("spellings", "Spellings", needs=130, ratio=3, lines=2),
    ),
    stacked_below=50,
)
ARTICLES = Layout(
    (
        Column("published", "Published", most=16, placeholder="undated"),
        Column("outlet", "Outlet", most=18, style="bold", placeholder="unknown"),
        Column("headline", "Headline", ratio=3, lines=3, placeholder="none"),
        Column("byline", "Byline", needs=130, ratio=1, lines=2),
        Column("statements", "Said", right=True, whole=True),
        Column("article", "Article", needs=110, whole=True, style="dim"),
        Column("path", "Path", needs=150, ratio=2, lines=2, style="dim"),
    )
)
