"""Define the options for how much is answered, in which order and format."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias, get_args

import typer

from statements_cli.cli.errors import UsageError
from statements_cli.query.order import STATEMENT_ORDERS

OUTPUT_PANEL = "Output"
_BY_DAY = ("date", "published", "first")
Format: TypeAlias = Literal["table", "json", "jsonl", "ndjson", "csv", "tsv", "markdown", "excel", "xlsx"]
FORMATS: tuple[Format, ...] = get_args(Format)
Color: TypeAlias = Literal["auto", "always", "never"]


def limit_option(default: str, what: str = "At most so many") -> Any:
    """Return the option ``--limit``; ``default`` says how many there are without it."""
    return typer.Option(
        "--limit", "-n", help=f"{what}; 0 is all. [default: {default}]", metavar="N", rich_help_panel=OUTPUT_PANEL
    )


def sort_option(orders: Sequence[str]) -> Any:
    """Return the option ``--sort``.

    ``orders`` are the keys to sort by, the first the one taken without it.
    """
    return typer.Option(
        "--sort",
        help=f"Order by {', '.join(orders)}; a - before it turns it round. [default: {orders[0]}]",
        metavar="KEY",
        rich_help_panel=OUTPUT_PANEL,
    )


class ResultPage(NamedTuple):
    """Which of the things found are wanted.

    At most ``limit`` (None is all) behind the first ``offset``.
    """

    limit: int | None
    offset: int


@dataclass(slots=True, eq=False, repr=False)
class ListingOptions:
    """How many statements a command lists, and in which order."""

    limit: Annotated[int | None, limit_option("all, 50 on a terminal")] = None
    offset: Annotated[
        int,
        typer.Option(
            "--offset",
            help="Pass over so many first, to see the next page.",
            metavar="N",
            min=0,
            show_default=False,
            rich_help_panel=OUTPUT_PANEL,
        ),
    ] = 0
    sort: Annotated[str | None, sort_option(STATEMENT_ORDERS)] = None
    oldest: Annotated[
        bool, typer.Option("--oldest", help="The oldest first, undated last.", rich_help_panel=OUTPUT_PANEL)
    ] = False

    def page(self, default: int | None = None) -> ResultPage:
        """Return which things to answer with.

        ``default`` is how many at most unless the call says it.
        """
        return ResultPage(checked_limit(self.limit, default), min(self.offset, sys.maxsize))

    def order(self, orders: Sequence[str]) -> str:
        """Return the key to order by. Raises ``UsageError`` for one that is not among ``orders``."""
        if self.oldest and self.sort:
            raise UsageError(f"--oldest and --sort {self.sort} exclude each other", "Leave one out")
        if self.oldest:
            return next((f"-{key}" for key in _BY_DAY if key in orders), f"-{orders[0]}")
        order = self.sort or orders[0]
        if order.removeprefix("-") not in orders:
            mend = f"Use one of {', '.join(orders)}"
            if order in ("oldest", "newest"):
                mend = "Write --oldest" if order == "oldest" else f"Leave --sort out; {mend[:1].lower()}{mend[1:]}"
            raise UsageError(f"nothing can be ordered by {order}", mend)
        return order


DistinctOption: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--distinct",
        help="One statement an utterance, the fullest, with the number of articles that report it.",
        rich_help_panel=OUTPUT_PANEL,
    ),
]


@dataclass(slots=True, eq=False, repr=False)
class OutputOptions:
    """Which columns of an answer are written, and in which format."""

    fields: Annotated[
        str | None,
        typer.Option(
            "--fields", help="Only these columns: date,speaker,text.", metavar="A,B,C", rich_help_panel=OUTPUT_PANEL
        ),
    ] = None
    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help=f"A table unless given; or {', '.join(FORMATS[1:])}.",
            metavar="FORMAT",
            case_sensitive=False,
            rich_help_panel=OUTPUT_PANEL,
        ),
    ] = None
    json: Annotated[bool, typer.Option("--json", help="The same as --format json.", rich_help_panel=OUTPUT_PANEL)] = (
        False
    )
    no_header: Annotated[
        bool,
        typer.Option("--no-header", help="Leave out the names of the columns.", rich_help_panel=OUTPUT_PANEL),
    ] = False
    ids: Annotated[bool, typer.Option("--ids", help="Only the ids, one a line.", rich_help_panel=OUTPUT_PANEL)] = False
    color: Annotated[
        Color | None,
        typer.Option(
            "--color",
            help="Whether to colour.",
            metavar="auto|always|never",
            case_sensitive=False,
            rich_help_panel=OUTPUT_PANEL,
        ),
    ] = None


def checked_limit(given: int | None, default: int | None = None) -> int | None:
    """Return how many things are wanted; None is all. Raises ``UsageError`` for fewer than none."""
    if given is not None and given < 0:
        raise UsageError(f"a limit of {given} means nothing", "Give a number, or 0 for all")
    return default if given is None else min(given, sys.maxsize) or None
