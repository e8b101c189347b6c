"""Count who speaks about whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from statements_cli.cli.commands.count import write_cross_table
from statements_cli.cli.errors import ExitStatus
from statements_cli.cli.filtering import filter_of, query_of, resolved
from statements_cli.cli.options.article_options import CachedArticleOptions, is_path, refuse_loose_words
from statements_cli.cli.options.filter_options import FilterOptions
from statements_cli.cli.options.output import OUTPUT_PANEL, OutputOptions, ResultPage, checked_limit, limit_option
from statements_cli.cli.options.shared import command
from statements_cli.cli.reading.open_store import open_store
from statements_cli.cli.session import Session
from statements_cli.cli.writing import AnswerWriter
from statements_cli.output.messages import counted
from statements_cli.store.about import WhoSpeaks

if TYPE_CHECKING:
    from statements_cli.query.asking import Query
    from statements_cli.query.filters import Filter
    from statements_cli.store.store import Store
    from statements_cli.utterances.who_about_whom import SpokenAbout

EXAMPLES = (
    "statements matrix",
    "statements matrix --by country --since 2025-05",
    'statements matrix --speaker "Mao Ning" --format csv',
)
_ROWS = 20  # that a terminal shows unless more are asked for


@command
def run(
    session: Session,
    query: Annotated[
        str | None, typer.Argument(help="Only statements with these words, as search finds them.", metavar="[QUERY]")
    ] = None,
    *,
    articles: CachedArticleOptions,
    by: Annotated[
        WhoSpeaks,
        typer.Option(
            "--by",
            help="Who speaks: each speaker, or all who speak for a country.",
            rich_help_panel=OUTPUT_PANEL,
        ),
    ] = "speaker",
    limit: Annotated[int | None, limit_option(f"all, {_ROWS} on a terminal", "At most so many who speak")] = None,
    offset: Annotated[
        int,
        typer.Option(
            "--offset",
            help="Pass over so many who speak first.",
            metavar="N",
            min=0,
            show_default=False,
            rich_help_panel=OUTPUT_PANEL,
        ),
    ] = 0,
    filters: FilterOptions,
    output: OutputOptions,
) -> int:
    """Who speaks about whom: in how many statements of each speaker which people, countries and bodies are named.

    Those named are taken for the speakers of the corpus where they are some. A capital is its country, unless it is
    where something happens. Nobody speaks about themselves, and no country about its own. A statement that names
    several counts for each, and as often in the total of its row. A QUERY that is the name of a file or folder is read
    as a path. In JSON, or with --fields, each pair is a row.
    """
    from statements_cli.utterances.who_about_whom import matrix_keys

    if query is not None and is_path(query):
        articles, query = replace(articles, paths=[query, *(articles.paths or ())]), None
    if query is not None:
        refuse_loose_words(session.command, query, articles)
    writer = AnswerWriter(session, output, filters)
    keys = matrix_keys(by)
    fields = writer.fields(keys)
    page = ResultPage(checked_limit(limit, _ROWS if writer.on_terminal else None), offset)
    asked, wanted = (None if query is None else query_of(query)), filter_of(filters, session.messages)
    if asked is not None:
        wanted, asked = asked.narrowing(wanted), asked._replace(fields=())
    store = open_store(session, articles)
    wanted = resolved(wanted, store, session.messages)
    pairs = store.matrix(asked, wanted, by)
    doubtful = store.doubtful(asked, wanted)
    if fields or writer.format in ("json", "jsonl", "ndjson"):
        status = _rows(writer, pairs, page, keys, fields, doubtful)
    else:
        status = _table(writer, pairs, by, page, doubtful)
    if not pairs:
        _say_why_nobody(store, query, asked, wanted, session)
    return status


def _say_why_nobody(store: Store, query: str | None, asked: Query | None, wanted: Filter, session: Session) -> None:
    """Say that the statements found name nobody, or what excluded all of them."""
    from statements_cli.cli.hints import say_why_nothing

    found = store.statements(wanted, limit=1) if asked is None else store.search(asked, wanted, limit=1)
    if found.total:
        session.messages.note(f"{counted(found.total, 'statement')} found, in which nobody who is known is named")
    else:
        say_why_nothing(store, asked, wanted, session.messages, query)


def _rows(
    writer: AnswerWriter,
    pairs: list[SpokenAbout],
    page: ResultPage,
    keys: tuple[str, ...],
    fields: tuple[str, ...],
    doubtful: int,
) -> ExitStatus:
    """Write a row for each pair, of at most so many who speak."""
    from statements_cli.output.tables.table_columns import Layout, plain_column
    from statements_cli.store.results import Found

    if page.limit is not None or page.offset:
        totals: dict[str | None, int] = {}
        for one in pairs:
            totals[one.speaker] = totals.get(one.speaker, 0) + one.statements
        speakers = sorted(totals, key=lambda name: (name is None, -totals[name], name or ""))
        end = None if page.limit is None else page.offset + page.limit
        kept = set(speakers[page.offset : end])
        pairs = [one for one in pairs if one.speaker in kept]
        if len(kept) < len(speakers):
            writer.session.messages.note(f"pairs of {len(kept)} of the {len(speakers)} who speak; -n 0 shows all")
    found = Found(tuple(pairs), len(pairs), doubtful=doubtful)
    return writer.answer(
        (one.to_dict() for one in pairs), found, "pairs", keys, fields, Layout(tuple(map(plain_column, keys)))
    )


def _table(
    writer: AnswerWriter, pairs: list[SpokenAbout], by: WhoSpeaks, page: ResultPage, doubtful: int
) -> ExitStatus:
    """Write a cross table.

    A row for each who speaks, a column for each spoken about.
    """
    from statements_cli.store.results import Count, Found

    counts = tuple(Count((one.by, "about"), (one.speaker, one.about.name), one.statements) for one in pairs)
    return write_cross_table(writer, Found(counts, len(counts), doubtful=doubtful), by, None, page, sparse=True)
