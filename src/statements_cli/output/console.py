"""Print on a terminal by rich: passages of text in styles, and JSON in colours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from statements_cli.output.environment import Environment

if TYPE_CHECKING:
    from rich.console import Console

_PIPED_WIDTH = 120
_NARROWEST = 20  # columns
_LEAST_HUNG = 36  # columns below which nothing is indented
ENDLESS = 1_000_000


class DrawingArea(NamedTuple):
    """What a table is drawn on.

    Its width in columns, whether text may be cut, which characters it takes.
    """

    width: int
    cuts: bool
    unicode: bool
    color: bool


def page_of(environment: Environment) -> DrawingArea:
    """Return what a table may use of stdout."""
    piped = not environment.stdout_is_terminal
    width = _PIPED_WIDTH if piped and not environment.variables.get("COLUMNS") else environment.columns()
    return DrawingArea(max(width, _NARROWEST), not piped, environment.takes_unicode, environment.colored)


def console_for(environment: Environment, page: DrawingArea) -> Console:
    """Return a Rich console that takes text literally, and colours where wanted."""
    from rich.console import Console

    return Console(
        file=environment.stdout,
        width=page.width,
        height=ENDLESS,
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


def write_passage(lines: Sequence[tuple[int, Sequence[tuple[str, str]]]], environment: Environment) -> None:
    """Write lines of styled pieces of text, wrapped at the terminal's width.

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


def cells(text: str) -> int:
    """Return the width of a text in columns of a terminal."""
    from rich.cells import cell_len

    return cell_len(text)


def fitted(text: str, width: int) -> str:
    """Return a text of exactly so many terminal columns, filled up or cut."""
    from rich.cells import set_cell_size

    return set_cell_size(text, width)


class JsonPrinter:
    """Prints pieces of JSON text in colours, never taking anything in them as markup."""

    def __init__(self, environment: Environment) -> None:
        from rich.highlighter import JSONHighlighter

        self._console = console_for(environment, page_of(environment))
        self._highlight = JSONHighlighter().highlight

    def write(self, piece: str) -> None:
        """Print whole values; a line isn't wrapped."""
        from rich.text import Text

        text = Text(piece, no_wrap=True, overflow="ignore")
        self._highlight(text)
        self._console.print(text, soft_wrap=True, end="")
