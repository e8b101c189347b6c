"""Write statements as one page to look at."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from statements_cli.cli.errors import ExitStatus, UsageError
from statements_cli.cli.filtering import filter_of, query_of, resolved
from statements_cli.cli.options.article_options import CachedArticleOptions, is_path, refuse_loose_words
from statements_cli.cli.options.filter_options import FilterOptions
from statements_cli.cli.options.output import OUTPUT_PANEL, checked_limit, limit_option
from statements_cli.cli.options.shared import command
from statements_cli.cli.reading.open_store import open_store
from statements_cli.cli.session import Session
from statements_cli.output.messages import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from statements_cli.model import Statement
    from statements_cli.output.report.page_rows import Heading
    from statements_cli.query.asking import Query
    from statements_cli.query.filters import Filter
    from statements_cli.store.results import Found
    from statements_cli.store.store import Store

EXAMPLES = (
    "statements report -o report.html",
    "statements report dialogue --country CN -o report.html",
    "statements report --since 2025-05 --title 'After the call' -o - > report.html",
)
_TITLE = "Who said what, when"
_LARGE = 50_000  # statements from which on a browser takes long to open the page


@command
def run(
    session: Session,
    query: Annotated[
        str | None, typer.Argument(help="Words to look for; without them it is all statements.", metavar="[QUERY]")
    ] = None,
    *,
    articles: CachedArticleOptions,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            help="The file of the page; - is standard output.",
            metavar="FILE",
            rich_help_panel=OUTPUT_PANEL,
        ),
    ] = None,
    title: Annotated[
        str | None,
        typer.Option("--title", help="What stands above the page.", metavar="TEXT", rich_help_panel=OUTPUT_PANEL),
    ] = None,
    limit: Annotated[int | None, limit_option("all")] = None,
    filters: FilterOptions,
) -> int:
    """One page of HTML to look at, to search and to send: it holds all it needs, and loads nothing.

    It has search and filters, a timeline, speakers with their roles, the versions of an utterance, and each statement
    in its passage with its footnote. report.html#ID opens it at a statement. It can be printed. A QUERY that names a
    file or folder is read as a path. The day on the page is today, or that of SOURCE_DATE_EPOCH.
    """
    if not output:
        raise UsageError("report needs a file to write", "Name one: statements report -o report.html")
    if query is not None and is_path(query):
        articles, query = replace(articles, paths=[query, *(articles.paths or ())]), None
    if query is not None:
        refuse_loose_words(session.command, query, articles)
    most = checked_limit(limit)
    asked = query_of(query) if query is not None else None
    _check(output)
    wanted = filter_of(filters, session.messages)
    store = open_store(session, articles)
    wanted = resolved(asked.narrowing(wanted) if asked else wanted, store, session.messages)
    found, statements = _found(store, asked, wanted, most)
    if not statements:
        from statements_cli.cli.hints import say_why_nothing

        session.messages.note("no statements found")
        say_why_nothing(store, asked, wanted, session.messages, query)
        return ExitStatus.FAILED if session.messages.failed else ExitStatus.NOTHING
    heading = _heading(title or _title(query, filters), _in_words(query, filters), session, ranked=asked is not None)
    _write(output, _page(store, statements, heading), session)
    _say_what(found, statements, output, session)
    return ExitStatus.FAILED if session.messages.failed else ExitStatus.FOUND


def _check(path: str) -> None:
    """Raise ``UsageError`` where no file can be written, before anything is read for it."""
    from statements_cli.output.whole_file import NoFileError, check_writable

    try:
        if path != "-":
            check_writable(path)
    except NoFileError as error:
        raise UsageError(error.what, error.mend) from error


def _found(
    store: Store, asked: Query | None, wanted: Filter, most: int | None
) -> tuple[Found[Any], Sequence[Statement]]:
    """Return what was found, and its statements.

    The best of a query first, otherwise the newest.
    """
    if asked is None:
        found = store.statements(wanted, limit=most)
        return found, list(found)
    hits = store.search(asked._replace(fields=()), wanted, limit=most)
    return hits, [hit.statement for hit in hits]


def _heading(title: str, asked: Sequence[str], session: Session, *, ranked: bool) -> Heading:
    from statements_cli.output.report.page_rows import Heading
    from statements_cli.version import VERSION

    return Heading(title, asked, _today(session.environment.variables), VERSION, ranked)


def _today(variables: Mapping[str, str]) -> str:
    """Return the day of the call; SOURCE_DATE_EPOCH sets it (https://reproducible-builds.org/specs/source-date-epoch/)."""
    from datetime import UTC, date, datetime

    seconds = variables.get("SOURCE_DATE_EPOCH", "")
    return (datetime.fromtimestamp(int(seconds), UTC).date() if seconds.isdecimal() else date.today()).isoformat()


def _page(store: Store, statements: Sequence[Statement], heading: Heading) -> Iterator[str]:
    from statements_cli.output.report.group_rows import group_rows
    from statements_cli.output.report.page_rows import page_rows
    from statements_cli.output.report.report_page import report_page

    ranks = {one.id: at for at, one in enumerate(statements)} if heading.ranked else {}
    of_articles = sorted(statements, key=lambda one: (one.path, one.article, one.spans.content))
    return report_page(heading, page_rows(store.passages(of_articles), ranks), group_rows(of_articles))


def _title(query: str | None, filters: FilterOptions) -> str:
    if query:
        return f"“{query}”"
    return " and ".join(filters.speaker) if filters.speaker else _TITLE


def _in_words(query: str | None, filters: FilterOptions) -> list[str]:
    """Return what was asked for, option by option."""
    given = [(field.name.replace("_", " "), getattr(filters, field.name)) for field in fields(filters)]
    several = ((name, value if isinstance(value, list) else [value]) for name, value in given if value)
    words = [name if values == [True] else f"{name} {' or '.join(map(str, values))}" for name, values in several]
    return [*([f"“{query}”"] if query else []), *words]


def _write(path: str, page: Iterable[str], session: Session) -> None:
    """Write the page to standard output, or as a file that is whole or absent."""
    pieces = (piece.encode() for piece in page)
    if path == "-":
        out = session.environment.stdout
        out.flush()
        buffer = getattr(out, "buffer", None)
        for piece in pieces:
            buffer.write(piece) if buffer is not None else out.write(piece.decode())
        return
    from statements_cli.output.whole_file import NoFileError, whole_file

    try:
        with whole_file(path) as file:
            file.writelines(pieces)
    except NoFileError as error:
        raise UsageError(error.what, error.mend) from error


def _say_what(found: Found[Any], statements: Sequence[Statement], path: str, session: Session) -> None:
    messages = session.messages
    articles = len({(one.path, one.article) for one in statements})
    messages.note(f"{path}: {counted(len(statements), 'statement')} of {counted(articles, 'article')}")
    if len(statements) < found.total:
        more = found.total - len(statements)
        messages.note(f"{len(statements)} of {found.total} statements, {more} more: -n 0 takes all")
    if len(statements) > _LARGE:
        messages.note(f"a browser takes long to open more than {_LARGE:,} statements; filters or -n make them fewer")
    if found.undated:
        messages.note(f"{found.undated} without a day left out; --undated brings them in")
