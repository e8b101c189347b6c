"""Draw tables that fit a terminal: the one module that imports rich.

Wide terminals get all columns, narrower ones drop those that matter least, the narrowest stack a row's
values. Text reaches Rich only as data: never as markup, emoji codes or control characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from statements_cli.model import Span
from statements_cli.output.environment import Environment
from statements_cli.output.records import Row, as_plain
from statements_cli.output.safe import one_line
from statements_cli.output.table_columns import Column, Layout

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

_PIPED_WIDTH = 120
_LEAST_COLUMN = 12
_MINUTES = 16  # characters of a day and a time to the minute
_LEAST_HUNG = 36  # columns below which nothing is indented
_ENDLESS = 1_000_000

Highlights = Mapping[str, Sequence[Span]]


class Page(NamedTuple):
    """What a table is drawn on: its width in columns, whether text may be cut, which characters it takes."""

    width: int
    cuts: bool
    unicode: bool
    color: bool


def write_table(
    rows: Iterable[Row],
    fields: Sequence[str],
    layout: Layout,
    environment: Environment,
    highlights: Highlights | None = None,
) -> int:
    """Draw a table on stdout; return how many rows it has.

    ``fields`` are the columns asked for; none asked for means those of ``layout`` that the width has
    room for. ``highlights`` gives for a row's id the spans of its text to highlight.
    """
    held = list(rows)
    if not held:
        return 0
    page = page_of(environment)
    columns = layout.chosen(fields) if fields else layout.fitting(page.width)
    ids = _id_length(held)
    console = console_for(environment, page)
    if page.width < _LEAST_COLUMN * len(columns) or (not fields and page.width < layout.stacked_below):
        for row in held:
            console.print(_stacked(row, columns, page, highlights or {}, ids))
    else:
        console.print(_framed(held, columns, page, highlights or {}, ids))
    return len(held)


def page_of(environment: Environment) -> Page:
    """Return what a table may use of stdout."""
    piped = not environment.stdout_is_terminal
    width = _PIPED_WIDTH if piped and not environment.variables.get("COLUMNS") else environment.columns()
    return Page(max(width, 20), not piped, environment.takes_unicode, environment.colored)


def console_for(environment: Environment, page: Page) -> Console:
    """Return a Rich console that takes text as it is and colours only where that is wanted."""
    from rich.console import Console

    return Console(
        file=environment.stdout,
        width=page.width,
        height=_ENDLESS,
        force_terminal=page.color,
        color_system=_color_system(environment) if page.color else None,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )


def _color_system(environment: Environment) -> Literal["standard", "256", "truecolor"]:
    term = environment.variables.get("TERM", "")
    if environment.variables.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return "truecolor"
    return "256" if "256" in term else "standard"


def _framed(
    rows: Sequence[Row], columns: Sequence[Column], page: Page, highlights: Highlights, ids: int
) -> RenderableType:
    from rich import box
    from rich.table import Table

    table = Table(
        box=box.SIMPLE_HEAD if page.unicode else box.ASCII2,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        header_style="bold",
        width=page.width,
        expand=False,
    )
    for column in columns:
        table.add_column(
            column.title,
            justify="right" if column.right else "left",
            no_wrap=column.whole,
            overflow="fold",
            ratio=column.ratio or None,
            max_width=column.most or None,
            style=column.style,
        )
    shared = sum(column.ratio for column in columns)
    taken = sum(_width(rows, column, ids) + 2 for column in columns if not column.ratio)
    for row in rows:
        cells = []
        for column in columns:
            width = max(_LEAST_COLUMN, (page.width - taken) * column.ratio // max(1, shared))
            limit = _limit(width, column, page)
            cells.append(_cell(row, column, page, limit, highlights, ids))
        table.add_row(*cells)
    return table


def _limit(width: int, column: Column, page: Page) -> int:
    # Wrapping at words wastes some of each line, so that a little less than the lines hold fits them.
    return width * column.lines * 9 // 10 if page.cuts and column.lines else _ENDLESS


def _width(rows: Sequence[Row], column: Column, ids: int) -> int:
    if column.field == "id":
        return ids
    longest = max((len(as_plain(row[column.field])) for row in rows), default=0)
    return min(max(longest, len(column.title)), column.most or longest)


def _stacked(row: Row, columns: Sequence[Column], page: Page, highlights: Highlights, ids: int) -> RenderableType:
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    head, body = Text(), []
    for column in columns:
        if row[column.field] is None and not column.placeholder:
            continue
        limit = _limit(page.width - 2, column, page)
        cell = _cell(row, column, page, limit, highlights, ids)
        if column.right:
            cell.append(f" {column.title.lower()}")
        if column.lines:
            body.append(Padding(cell, (0, 0, 0, 2)))
        else:
            cell.stylize(column.style)
            head = Text("  ").join([head, cell]) if head else cell
    return Group(head, *body, "")


def _cell(row: Row, column: Column, page: Page, limit: int, highlights: Highlights, ids: int) -> Text:
    from rich.text import Text

    value = row[column.field]
    if value is None:
        return Text(column.placeholder, style="dim")
    shown = as_plain(value)
    if column.field == "id":
        return Text(one_line(shown)[:ids] if page.cuts else one_line(shown))
    if column.field == "date" and row.get("date_basis") == "inferred":
        return Text(one_line(shown) + "?", style="dim")
    if column.field == "published" and page.cuts:
        shown = shown[:_MINUTES]
    if column.field != "text":
        return _cut(Text(one_line(shown)), limit, page)
    spans = highlights.get(row.get("id", ""), ())
    return _quotation(shown, spans, limit, page, quoted=row.get("kind") == "direct")


def _quotation(text: str, spans: Sequence[Span], limit: int, page: Page, *, quoted: bool) -> Text:
    from rich.text import Text

    more = "…" if page.unicode else "..."
    opening, closing = ("“", "”") if page.unicode else ('"', '"')
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
        pieces = Text(opening) + pieces
    room = limit - len(closing) if quoted else limit
    pieces = _cut(pieces, room, page)
    return pieces + Text(closing) if quoted else pieces


def _excerpt(text: str, spans: Sequence[Span], limit: int) -> int:
    # Begin shortly before the first match where the text's own beginning would not show it.
    if not spans or spans[0][1] < limit - 10:
        return 0
    space = text.find(" ", max(0, spans[0][0] - limit // 3))
    return min(space + 1, spans[0][0]) if space >= 0 else spans[0][0]


def _cut(text: Text, limit: int, page: Page) -> Text:
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


def write_passage(lines: Sequence[tuple[int, Sequence[tuple[str, str]]]], environment: Environment) -> None:
    """Write lines of pieces of text, each with a Rich style (or none), wrapped at the terminal's width.

    With each line stands how many columns what is wrapped of it is indented, where there is room for that.
    """
    from rich.text import Text

    page = page_of(environment)
    console = console_for(environment, page)
    for indent, pieces in lines:
        text = Text.assemble(*pieces)
        if indent and page.width >= _LEAST_HUNG:
            first, rest = text.divide([indent])
            text = first + Text("\n" + " " * indent).join(rest.wrap(console, page.width - indent))
        console.print(text)


__all__ = ["Highlights", "Page", "console_for", "page_of", "write_passage", "write_table"]
