"""Choose the columns of a table by the terminal's width."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Column(NamedTuple):
    """One column: its field, its title, and how it behaves where room is short.

    ``needs`` is the width of the terminal (columns) below which it is left out; ``weight`` its part of the width
    where not every column has room for its longest value, 0 for always as wide as that; ``lines`` how many lines of
    it a terminal shows, 0 for all; ``whole`` values are never wrapped; a ``bar`` is drawn for a share of 0 to 1.
    """

    field: str
    title: str
    needs: int = 0
    weight: int = 0
    lines: int = 0
    right: bool = False
    whole: bool = False
    bar: bool = False
    style: str = ""
    placeholder: str = ""


class Layout(NamedTuple):
    """The columns of one kind of row, and the width below which rows are stacked."""

    columns: tuple[Column, ...]
    stacked_below: int = 60

    def fitting(self, width: int) -> tuple[Column, ...]:
        """Return the columns that a terminal of this width has room for.

        Stacked rows show the first ones.
        """
        return tuple(column for column in self.columns if column.needs <= width)

    def chosen(self, fields: Sequence[str]) -> tuple[Column, ...]:
        """Return the columns for the fields named, in that order."""
        known = {column.field: column for column in self.columns}
        return tuple(known.get(field) or plain_column(field) for field in fields)

    @property
    def fields(self) -> tuple[str, ...]:
        """Return the fields of the whole layout, which are also those of plain lines."""
        return tuple(column.field for column in self.columns)


def plain_column(field: str) -> Column:
    """Return a column for a field that no layout shows of itself."""
    return Column(field, field.replace("_", " ").capitalize(), weight=2, lines=3)


def shared_widths(columns: Sequence[Column], lengths: Sequence[Sequence[int]], width: int) -> list[int]:
    """Return each column's width, sharing a terminal's ``width`` by their contents.

    ``lengths`` are those of each column's cells. What is short gets all it needs; what is left is shared by weight,
    but no column gets more than its longest cell that fits its share: the widest takes the rest.
    """
    needs = [max([len(column.title), *held]) for column, held in zip(columns, lengths, strict=True)]
    widths = {at: need for at, need in enumerate(needs) if not columns[at].weight}
    room = width - _GAP * (len(columns) - 1) - sum(widths.values())
    short = set(range(len(columns))) - widths.keys()

    def share(at: int) -> int:
        return room * columns[at].weight // sum(columns[other].weight for other in short)

    while fitting := [at for at in short if needs[at] <= share(at)]:
        for at in fitting:
            widths[at] = needs[at]
            short.discard(at)
        room = width - _GAP * (len(columns) - 1) - sum(widths.values())
    for at in sorted(short, key=lambda at: needs[at])[:-1]:
        most = max(share(at), _LEAST)
        widths[at] = max([length for length in lengths[at] if length <= most], default=most)
        widths[at] = max(widths[at], min(_LEAST, most), len(columns[at].title))
        room -= widths[at]
        short.discard(at)
    for at in short:
        widths[at] = max(room, _LEAST)
    return [widths[at] for at in range(len(columns))]


def least_width(columns: Sequence[Column], lengths: Sequence[Sequence[int]]) -> int:
    """Return the terminal's width below which such columns can't stand side by side."""
    needs = (max([len(column.title), *held]) for column, held in zip(columns, lengths, strict=True))
    least = (min(need, _LEAST_SHARED) if column.weight else need for column, need in zip(columns, needs, strict=True))
    return sum(least) + _GAP * (len(columns) - 1)


_LEAST_SHARED = 12  # columns that one without a fixed width should have
_GAP = 2  # columns of a terminal between two of a table
_LEAST = 8  # columns that one of a table has in any case

_TEXT = Column("text", "Statement", weight=4, lines=4)
_DATE = Column("date", "Date", whole=True, placeholder="undated")
_SPEAKER = Column("speaker", "Speaker", weight=2, style="bold", placeholder="unknown")
_OUTLET = Column("outlet", "Outlet", needs=110, weight=1)
_ID = Column("id", "Id", whole=True, style="dim")

STATEMENTS = Layout((_DATE, _SPEAKER, _TEXT, _OUTLET, _ID))
UTTERANCES = Layout((_DATE, _SPEAKER, _TEXT, _OUTLET, Column("reports", "Reports", right=True), _ID))
HITS = Layout((_DATE, _SPEAKER, _TEXT, _OUTLET, Column("score", "Score", needs=110, right=True), _ID))


REPORTED_HITS = Layout((*HITS.columns[:-1], *UTTERANCES.columns[-2:]))


def counts_layout(field: str) -> Layout:
    """Return the layout of counts by one field, with bars beside them."""
    columns = (
        Column(field, field.capitalize(), weight=3, style="bold", placeholder="unknown"),
        Column("statements", "Said", right=True, whole=True),
        Column("bar", "", needs=40, weight=2, bar=True, style="cyan"),
    )
    return Layout(columns, stacked_below=0)


def cross_layout(field: str, values: Sequence[str], total: str) -> Layout:
    """Return the layout of a cross table.

    A field, and a column for each value of another.
    """
    numbers = (Column(value, value, right=True, whole=True) for value in values)
    first = Column(field, field.capitalize(), weight=1, style="bold", placeholder="unknown")
    return Layout((first, *numbers, Column(total, "All", right=True, whole=True, style="bold")), stacked_below=0)


SPEAKERS = Layout(
    (
        Column("speaker", "Speaker", weight=3, style="bold"),
        Column("role", "Role", needs=70, weight=4, lines=2),
        Column("country", "Country", whole=True),
        Column("type", "Type", needs=110, whole=True),
        Column("statements", "Said", right=True, whole=True),
        Column("first", "First", needs=70, whole=True, placeholder="undated"),
        Column("last", "Last", whole=True, placeholder="undated"),
        Column("spellings", "Spellings", needs=130, weight=3, lines=2),
    ),
    stacked_below=50,
)
SCORES = Layout(
    (
        Column("measure", "Measure", style="bold", whole=True),
        Column("right", "Right", right=True, whole=True),
        Column("of", "Of", right=True, whole=True),
        Column("share", "Share", right=True, whole=True, placeholder="none"),
    ),
    stacked_below=0,
)
SETTINGS = Layout(
    (
        Column("setting", "Setting", style="bold", whole=True),
        Column("value", "Value", weight=2),
        Column("source", "Source", weight=2),
    )
)
ARTICLES = Layout(
    (
        Column("published", "Published", whole=True, placeholder="undated"),
        Column("outlet", "Outlet", weight=2, style="bold", placeholder="unknown"),
        Column("headline", "Headline", weight=4, lines=3, placeholder="none"),
        Column("byline", "Byline", needs=130, weight=2, lines=2),
        Column("statements", "Said", right=True, whole=True),
        Column("article", "Article", needs=110, whole=True, style="dim"),
        Column("path", "Path", needs=150, weight=2, lines=2, style="dim"),
    )
)
