"""Count statements over time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from statements_cli.cli.completion import one_of
from statements_cli.cli.errors import ExitStatus, UsageError
from statements_cli.cli.filtering import filter_of, query_of, resolved
from statements_cli.cli.options.article_options import CachedArticleOptions, is_path, refuse_loose_words
from statements_cli.cli.options.filter_options import FilterOptions
from statements_cli.cli.options.output import OUTPUT_PANEL, OutputOptions, checked_limit, limit_option
from statements_cli.cli.options.shared import command
from statements_cli.cli.reading.open_store import open_store
from statements_cli.cli.session import Session
from statements_cli.cli.writing import AnswerWriter
from statements_cli.model import RECORD_KEYS
from statements_cli.model.codec import record_of
from statements_cli.output.messages import counted
from statements_cli.query.order import ROW_FIELDS
from statements_cli.utterances.periods_counted import Unit, timeline_keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statements_cli.model import Statement
    from statements_cli.query.asking import Query
    from statements_cli.query.filters import Filter
    from statements_cli.store.store import Store
    from statements_cli.utterances.periods_counted import Timeline

EXAMPLES = (
    'statements timeline --speaker "Mao Ning"',
    "statements timeline peace --country CN --country US --by month",
    "statements timeline --rows country -o countries.svg",
)
_ROWS = 10  # rows that are shown unless more are asked for
_PLURALS = {"country": "countries"}
_TABLES = ("csv", "tsv", "excel", "xlsx", "markdown", "jsonl", "ndjson")
_COMPARED = ("speaker", "country", "outlet")
_NAMED = 3  # longer periods that are named


@command
def run(
    session: Session,
    query: Annotated[
        str | None, typer.Argument(help="Only statements with these words, as search finds them.", metavar="[QUERY]")
    ] = None,
    *,
    articles: CachedArticleOptions,
    by: Annotated[
        Unit | None,
        typer.Option(
            "--by",
            help="The length of a period. The span decides unless given.",
            show_default=False,
            rich_help_panel=OUTPUT_PANEL,
        ),
    ] = None,
    rows: Annotated[
        str | None,
        typer.Option(
            "--rows",
            help=f"A row for each {', '.join(ROW_FIELDS)}. [default: speaker, country or outlet where several are "
            "given]",
            metavar="FIELD",
            autocompletion=one_of(ROW_FIELDS),
            rich_help_panel=OUTPUT_PANEL,
        ),
    ] = None,
    statements: Annotated[
        bool,
        typer.Option("--statements", help="The statements, too, the oldest first.", rich_help_panel=OUTPUT_PANEL),
    ] = False,
    file: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            help="Write the chart as SVG into this file; - is standard output.",
            metavar="FILE.svg",
            rich_help_panel=OUTPUT_PANEL,
        ),
    ] = None,
    limit: Annotated[int | None, limit_option(str(_ROWS), "At most so many rows")] = None,
    filters: FilterOptions,
    output: OutputOptions,
) -> int:
    """How many statements there are by day, week, month or year, as a chart; periods without any are shown.

    A QUERY that is the name of a file or folder is read as a path. Several speakers, countries or outlets get a row
    each. Statements known only by month or year stand in no shorter period: stderr says how many, and JSON has them
    in rows of their own that say "exact": false.
    """
    if query is not None and is_path(query):
        articles, query = replace(articles, paths=[query, *(articles.paths or ())]), None
    if query is not None:
        refuse_loose_words(session.command, query, articles)
    rows = _checked_rows(rows, filters)
    writer = AnswerWriter(session, output, filters)
    most = checked_limit(limit, _ROWS)
    if statements and (writer.format in _TABLES or output.ids or file is not None):
        raise UsageError(
            "--statements goes with a chart or --json", "Add --format table, or list them: statements list"
        )
    fields = writer.fields(timeline_keys(rows))
    asked = None if query is None else query_of(query)
    wanted = filter_of(filters, session.messages)
    if asked is not None:
        wanted, asked = asked.narrowing(wanted), asked._replace(fields=())
    store = open_store(session, articles)
    wanted = resolved(wanted, store, session.messages)
    timeline = _cut(store.timeline(asked, wanted, by, rows), most, rows, session)
    if file is not None:
        status = _draw(timeline, file, _title(query, filters, timeline), session)
    elif statements and writer.format == "json":
        status = _object(writer, timeline, rows, _said(store, asked, wanted))
    else:
        status = _answer(writer, timeline, rows, fields)
        if statements and status == ExitStatus.FOUND:
            status = _list(writer, _said(store, asked, wanted))
    session.environment.stdout.flush()
    _say_left_out(timeline, session)
    writer.note_doubtful(store.doubtful(asked, wanted))
    if status == ExitStatus.NOTHING and not any(row.undated for row in timeline.rows):
        from statements_cli.cli.hints import say_why_nothing

        say_why_nothing(store, asked, wanted, session.messages, query)
    return status


def _checked_rows(rows: str | None, filters: FilterOptions) -> str | None:
    """Return the field whose values are the rows. Raises ``UsageError`` for one that can't be."""
    if rows is None:
        return next((name for name in _COMPARED if len(getattr(filters, name) or ()) > 1), None)
    if rows not in ROW_FIELDS:
        raise UsageError(f"no timeline has rows by {rows}", f"Use one of {', '.join(ROW_FIELDS)}")
    return rows


def _cut(timeline: Timeline, most: int | None, rows: str | None, session: Session) -> Timeline:
    """Return the timeline with at most so many rows, and say how many it has."""
    if rows is None or most is None or len(timeline.rows) <= most:
        return timeline
    things = _PLURALS.get(rows, f"{rows}s")
    session.messages.note(f"{most} of {len(timeline.rows)} {things}; -n 0 shows all")
    return replace(timeline, rows=timeline.rows[:most])


def _say_left_out(timeline: Timeline, session: Session) -> None:
    """Say how many statements stand in no period, and why."""
    known: dict[str, int] = {}
    for row in timeline.rows:
        for period, count in row.inexact:
            known[period.name] = known.get(period.name, 0) + count
    if known:
        names = list(known)
        shown = ", ".join(f"{known[name]} in {name}" for name in names[:_NAMED])
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        session.messages.note(
            f"{counted(sum(known.values()), 'statement')} known only by a longer period than a {timeline.unit}: "
            f"{shown}{more}"
        )
    if undated := sum(row.undated for row in timeline.rows):
        session.messages.note(f"{undated} without a day")


def _title(query: str | None, filters: FilterOptions, timeline: Timeline) -> str:
    """Return the title of a picture: what was asked for."""
    who = [*(filters.speaker or ()), *(filters.role or ()), *(filters.country or ()), *(filters.outlet or ())]
    about = f" on “{query}”" if query else ""
    return f"Statements{about} by {timeline.unit}{': ' if who else ''}{', '.join(who)}"


def _draw(timeline: Timeline, file: str, title: str, session: Session) -> ExitStatus:
    """Write the chart as SVG. Raises ``UsageError`` where that can't be done."""
    from statements_cli.output.charts.timeline_svg import described, timeline_svg
    from statements_cli.output.whole_file import NoFileError, whole_file

    if file != "-" and not file.lower().endswith(".svg"):
        raise UsageError(f"{file} is no name of an SVG file, which is all that is drawn", "Name one: -o timeline.svg")
    if not timeline.periods:
        session.messages.note("no statements found with a day to draw; nothing is written")
        return ExitStatus.NOTHING
    drawn = timeline_svg(timeline, title).encode()
    if file == "-":
        session.environment.stdout.write(drawn.decode())
        return ExitStatus.FOUND
    try:
        with whole_file(file) as stream:
            stream.write(drawn)
    except NoFileError as error:
        raise UsageError(error.what, error.mend) from error
    session.messages.note(f"{file}: {described(timeline)}")
    return ExitStatus.FOUND


def _answer(writer: AnswerWriter, timeline: Timeline, rows: str | None, fields: tuple[str, ...]) -> ExitStatus:
    """Write the counts: as a chart on a terminal, else a row for each period."""
    from statements_cli.output.tables.table_columns import Layout, counts_layout, plain_column

    session = writer.session
    keys = timeline_keys(rows)
    found = timeline.to_dicts(rows)
    if not found:
        undated = any(row.undated for row in timeline.rows)
        session.messages.note("no statements found with a day" if undated else "no statements found")
        return writer.nothing()
    if not writer.drawn or fields or not timeline.periods:
        writer.write(found, keys, fields, Layout(tuple(map(plain_column, keys))))
    elif rows is None:
        from statements_cli.output.charts.timeline_bars import period_rows

        writer.write(period_rows(timeline), (timeline.unit, "statements"), (), counts_layout(timeline.unit))
    else:
        from statements_cli.output.charts.timeline_bars import bar_lines
        from statements_cli.output.console import page_of, write_passage

        write_passage(list(bar_lines(timeline, page_of(session.environment))), session.environment)
    session.environment.stdout.flush()
    return ExitStatus.FAILED if session.messages.failed else ExitStatus.FOUND


def _said(store: Store, asked: Query | None, wanted: Filter) -> Iterator[Statement]:
    """Yield the statements counted, the oldest first."""
    if asked is None:
        return iter(store.statements(wanted, "-date"))
    return (hit.statement for hit in store.search(asked, wanted, "-date", limit=None))


def _object(writer: AnswerWriter, timeline: Timeline, rows: str | None, said: Iterator[Statement]) -> ExitStatus:
    """Write counts and statements as one JSON object."""
    statements = list(map(record_of, said))
    writer.write_object({"counts": timeline.to_dicts(rows), "statements": statements}, ("counts", "statements"))
    if writer.session.messages.failed:
        return ExitStatus.FAILED
    return ExitStatus.FOUND if statements else ExitStatus.NOTHING


def _list(writer: AnswerWriter, said: Iterator[Statement]) -> ExitStatus:
    """Write the statements beneath the chart."""
    from statements_cli.output.tables.table_columns import STATEMENTS

    writer.session.environment.stdout.write("\n")
    writer.write(map(record_of, said), RECORD_KEYS, (), STATEMENTS)
    return ExitStatus.FAILED if writer.session.messages.failed else ExitStatus.FOUND
