"""Count statements."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from statements_cli.cli.completion import one_of
from statements_cli.cli.errors import ExitStatus, UsageError
from statements_cli.cli.filtering import filter_of, resolved
from statements_cli.cli.options.article_options import CachedArticleOptions
from statements_cli.cli.options.filter_options import FilterOptions
from statements_cli.cli.options.output import (
    OUTPUT_PANEL,
    ListingOptions,
    OutputOptions,
    ResultPage,
    limit_option,
    sort_option,
)
from statements_cli.cli.options.shared import command
from statements_cli.cli.reading.open_store import open_store
from statements_cli.cli.session import Session
from statements_cli.cli.writing import AnswerWriter
from statements_cli.query.order import COUNT_FIELDS, COUNT_ORDERS, PERIOD_FIELDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from statements_cli.output.tables.cross_table import CrossTable
    from statements_cli.store.results import Count, Found

EXAMPLES = (
    "statements count --by speaker",
    "statements count --by month --country CN",
    "statements count --by speaker --by kind --format csv",
)
_PLURALS = {"country": "countries"}


@dataclass(slots=True, eq=False, repr=False)
class CountListingOptions(ListingOptions):
    """How many counts are listed, and in which order."""

    limit: Annotated[int | None, limit_option("all")] = None
    sort: Annotated[str | None, sort_option(COUNT_ORDERS)] = None


@command
def run(
    session: Session,
    articles: CachedArticleOptions,
    by: Annotated[
        list[str] | None,
        typer.Option(
            "--by",
            help=f"What to count by: {', '.join(COUNT_FIELDS)}. Given twice, the two make a cross table.",
            metavar="FIELD",
            autocompletion=one_of(COUNT_FIELDS),
            rich_help_panel=OUTPUT_PANEL,
        ),
    ] = None,
    *,
    filters: FilterOptions,
    listing: CountListingOptions,
    output: OutputOptions,
) -> int:
    """How many statements there are by speaker, country, outlet, kind, act, role, type, year, month, week or day.

    Two fields make a cross table; in JSON, or with --fields, they are a row for each pair. A terminal shows bars
    beside the counts. Periods stand in the order of time, the others with the greatest number first.
    """
    from statements_cli.store.counting import checked_fields

    try:
        fields = checked_fields([field.casefold() for field in by or ()])
    except ValueError as error:
        what, _, mend = str(error).partition(". ")
        raise UsageError(what, mend or "Name one: statements count --by speaker") from error
    writer = AnswerWriter(session, output, filters)
    keys = (*fields, "statements")
    picked = writer.fields(keys)
    sort, page = _order(listing, fields), listing.page()
    crossing = len(fields) > 1 and not picked and writer.format not in ("json", "jsonl", "ndjson")
    wanted = filter_of(filters, session.messages)
    store = open_store(session, articles)
    wanted = resolved(wanted, store, session.messages)
    found = store.count(fields, wanted, sort, *(ResultPage(None, 0) if crossing else page))
    status = (
        write_cross_table(writer, found, fields[0], sort, page) if crossing else _answer(writer, found, keys, picked)
    )
    if not found.total:
        from statements_cli.cli.hints import say_why_nothing

        say_why_nothing(store, None, wanted, session.messages)
    return status


def _order(listing: CountListingOptions, fields: Sequence[str]) -> str | None:
    """Return the key to order by, None for the usual order.

    Raises ``UsageError`` for one there isn't.
    """
    if listing.oldest:
        if fields[0] not in PERIOD_FIELDS:
            raise UsageError(f"--oldest orders periods, and this counts by {fields[0]}", "Leave it out")
        return replace(listing, oldest=False, sort=listing.sort or "value").order(COUNT_ORDERS)
    return listing.order(COUNT_ORDERS) if listing.sort else None


def _answer(writer: AnswerWriter, found: Found[Count], keys: Sequence[str], fields: Sequence[str]) -> ExitStatus:
    from statements_cli.output.tables.table_columns import Layout, counts_layout, plain_column

    rows = (count.to_dict() for count in found)
    layout = Layout(tuple(map(plain_column, keys)))
    if writer.drawn and len(keys) == len(("value", "statements")):
        greatest = max((count.statements for count in found), default=1)
        rows = (count.to_dict() | {"bar": count.statements / greatest} for count in found)
        layout = counts_layout(keys[0])
    things = _PLURALS.get(keys[0], f"{keys[0]}s") if len(keys) == len(("value", "statements")) else "pairs"
    return writer.answer(rows, found, things, keys, fields, layout)


def write_cross_table(
    writer: AnswerWriter, counts: Found[Count], field: str, sort: str | None, page: ResultPage, *, sparse: bool = False
) -> ExitStatus:
    """Write counts by two fields as a cross table, as wide as the terminal allows.

    ``field`` is the first of the two, whose values are the rows. Of a ``sparse`` table a terminal gets no columns that
    are empty in the rows shown.
    """
    from statements_cli.output.tables.cross_table import TOTAL, CrossTable, crossed
    from statements_cli.output.tables.table_columns import cross_layout
    from statements_cli.store.results import Found

    table = crossed(counts.items, sort) if counts.total else CrossTable(field, (), ())
    end = None if page.limit is None else page.offset + page.limit
    rows = table.rows[page.offset : end]
    found = Found(rows, len(table.rows), counts.undated, counts.doubtful, offset=page.offset)
    if sparse and writer.on_terminal:
        table = table._replace(columns=tuple([column for column in table.columns if any(row[column] for row in rows)]))
    columns = _shown_columns(writer, table)
    layout = cross_layout(table.field, columns, TOTAL)
    return writer.answer(found, found, _PLURALS.get(table.field, f"{table.field}s"), table.keys, (), layout)


def _shown_columns(writer: AnswerWriter, table: CrossTable) -> Sequence[str]:
    """Return the columns that are written.

    All, but on a terminal those there is room for, which is said.
    """
    if not writer.on_terminal:
        return table.columns
    columns = table.fitting(writer.session.environment.columns())
    if len(columns) < len(table.columns):
        writer.session.messages.note(
            f"{len(columns)} of {len(table.columns)} columns; a wider terminal or --format csv shows all"
        )
    return columns
