"""Draw tables that fit a terminal.

Wide terminals get all columns, narrower ones drop those that matter least, the narrowest stack a row's
values. Text reaches Rich only as data: never as markup, emoji codes or control characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from statements_cli.model import Span
from statements_cli.model.signs import ASCII_SIGNS, SIGNS, Signs, content_of, gaps_marked
from statements_cli.output.console import ENDLESS, DrawingArea, console_for, page_of
from statements_cli.output.environment import Environment
from statements_cli.output.records import Row
from statements_cli.output.safe import one_line
from statements_cli.output.tables.cells import bar, shown
from statements_cli.output.tables.table_columns import Column, Layout, least_width, shared_widths

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

_BAR = 40  # columns of the longest bar
_MINUTES = 16  # characters of a day and a time to the minute

Highlights = Mapping[str, Sequence[Span]]


def write_table(
    rows: Iterable[Row],
    fields: Sequence[str],
    layout: Layout,
    environment: Environment,
    highlights: Highlights | None = None,
    *,
    header: bool = True,
) -> int:
    """Draw a table on stdout; return how many rows it has.

    ``fields`` are the columns asked for; none asked for means those of ``layout`` that the width has
    room for. ``highlights`` gives for a row's id the spans of its text to highlight. Without ``header`` the columns
    have no titles.
    """
    held = list(rows)
    if not held:
        return 0
    page = page_of(environment)
    columns = layout.chosen(fields) if fields else layout.fitting(page.width)
    ids = _id_length(held)
    console = console_for(environment, page)
    lengths = [_lengths(held, column, page, ids) for column in columns]
    if page.width < least_width(columns, lengths) or (not fields and page.width < layout.stacked_below):
        for row in held:
            console.print(_stacked(row, columns, page, highlights or {}, ids))
    else:
        widths = shared_widths(columns, lengths, page.width)
        console.print(_framed(held, columns, widths, page, highlights or {}, ids, header=header))
    return len(held)


def _framed(
    rows: Sequence[Row],
    columns: Sequence[Column],
    widths: Sequence[int],
    page: DrawingArea,
    highlights: Highlights,
    ids: int,
    *,
    header: bool,
) -> RenderableType:
    from rich import box
    from rich.table import Table

    table = Table(
        box=box.SIMPLE_HEAD if page.unicode else box.ASCII2,
        show_edge=False,
        show_header=header,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        header_style="bold",
    )
    for column, width in zip(columns, widths, strict=True):
        table.add_column(
            column.title,
            justify="right" if column.right else "left",
            no_wrap=column.whole,
            overflow="fold",
            width=width,
            style=column.style,
        )
    for row in rows:
        limits = (_limit(width, column, page) for column, width in zip(columns, widths, strict=True))
        cells = zip(columns, limits, strict=True)
        table.add_row(*(_cell(row, column, page, limit, highlights, ids) for column, limit in cells))
    return table


def _limit(width: int, column: Column, page: DrawingArea) -> int:
    if column.bar:
        return width
    # Wrapping at words wastes some of each line, so that a little less than the lines hold fits them.
    return width * column.lines * 9 // 10 if page.cuts and column.lines else ENDLESS


def _lengths(rows: Sequence[Row], column: Column, page: DrawingArea, ids: int) -> list[int]:
    """Return the width of a column's cells in terminal columns, each on one line."""
    from rich.cells import cell_len

    if column.field == "id" and page.cuts:
        return [ids]
    if column.bar:
        return [_BAR]
    return [max(cell_len(_shown(row, column, page)), len(column.placeholder)) for row in rows]


def _stacked(
    row: Row, columns: Sequence[Column], page: DrawingArea, highlights: Highlights, ids: int
) -> RenderableType:
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    head, body = Text(), []
    for column in columns:
        if row[column.field] is None and not column.placeholder:
            continue
        limit = _limit(page.width - 2, column, page)
        cell = _cell(row, column, page, limit, highlights, ids)
        if column.right and column.title:
            cell.append(f" {column.title.lower()}")
        if column.lines:
            body.append(Padding(cell, (0, 0, 0, 2)))
        else:
            cell.stylize(column.style)
            head = Text("  ").join([head, cell]) if head else cell
    return Group(head, *body, "")


def _cell(row: Row, column: Column, page: DrawingArea, limit: int, highlights: Highlights, ids: int) -> Text:
    from rich.text import Text

    value = row[column.field]
    if value is None:
        return Text(column.placeholder, style="dim")
    if column.bar:
        return Text(bar(value, limit, unicode=page.unicode), style=column.style)
    if column.field == "id":
        return Text(one_line(value)[:ids] if page.cuts else one_line(value))
    if column.field != "text":
        unsure = column.field == "date" and row.get("date_basis") == "inferred"
        return _cut(Text(_shown(row, column, page), style="dim" if unsure else ""), limit, page)
    spans = highlights.get(row.get("id", ""), ())
    text, spans = gaps_marked(value, content_of(row), _signs(page), spans)
    return _quotation(text, spans, limit, page, quoted=row.get("kind") == "direct")


def _shown(row: Row, column: Column, page: DrawingArea) -> str:
    """Return a column's value as shown, a moment to the minute on a terminal."""
    if column.field == "published" and page.cuts and row["published"]:
        row = {**row, "published": row["published"][:_MINUTES]}
    return shown(row, column.field, _signs(page))


def _signs(page: DrawingArea) -> Signs:
    return SIGNS if page.unicode else ASCII_SIGNS


def _quotation(text: str, spans: Sequence[Span], limit: int, page: DrawingArea, *, quoted: bool) -> Text:
    from rich.text import Text

    more = "…" if page.unicode else "..."
    signs = _signs(page)
    start = _excerpt(text, spans, limit)
    pieces = Text(more if start else "")
    at = start
    for first, last in spans:
        if first >= at:
            pieces.append(one_line(text[at:first]))
            pieces.append(one_line(text[first:last]), style="bold yellow")
            at = last
    pieces.append(one_line(text[at:]))
    if quoted:
        pieces = Text(signs.opening) + pieces
    room = limit - len(signs.closing) if quoted else limit
    pieces = _cut(pieces, room, page)
    return pieces + Text(signs.closing) if quoted else pieces


def _excerpt(text: str, spans: Sequence[Span], limit: int) -> int:
    # Begin shortly before the first match where the text's own beginning would not show it.
    if not spans or spans[0][1] < limit - 10:
        return 0
    space = text.find(" ", max(0, spans[0][0] - limit // 3))
    return min(space + 1, spans[0][0]) if space >= 0 else spans[0][0]


def _cut(text: Text, limit: int, page: DrawingArea) -> Text:
    if text.cell_len <= limit:
        return text
    more = "…" if page.unicode else "..."
    text.truncate(max(1, limit - len(more)))
    space = text.plain.rfind(" ")
    if space > len(text.plain) - 16:
        text.right_crop(len(text.plain) - space)
    text.rstrip()
    text.append(more)
    return text


def _id_length(rows: Sequence[Row]) -> int:
    ids = {row["id"] for row in rows if row.get("id")}
    longest = max(map(len, ids), default=0)
    for length in range(min(8, longest), longest):
        if len({id[:length] for id in ids}) == len(ids):
            return length
    return longest
