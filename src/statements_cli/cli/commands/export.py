"""Export statements in the formats of other programs."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Annotated

import typer

from statements_cli.cli.errors import ExitStatus, UsageError
from statements_cli.cli.filtering import filter_of, resolved
from statements_cli.cli.options.article_options import CachedArticleOptions
from statements_cli.cli.options.filter_options import FilterOptions
from statements_cli.cli.options.output import OUTPUT_PANEL, checked_limit, limit_option
from statements_cli.cli.options.shared import command
from statements_cli.cli.reading.open_store import open_store
from statements_cli.cli.session import Session
from statements_cli.output.exports.export_formats import EXPORT_FORMATS, IN_FILES, ExportFormat, format_of
from statements_cli.output.messages import counted

if TYPE_CHECKING:
    from statements_cli.output.exports.exported import Exported
    from statements_cli.query.filters import Filter
    from statements_cli.store.store import Store

EXAMPLES = (
    "statements export -o statements.csv",
    'statements export --format webannotation --speaker "Mao Ning" -o mao.json',
    "statements export --format brat -o to-correct/",
)
_FOLDER = "brat"


@command
def run(
    session: Session,
    *,
    articles: CachedArticleOptions,
    format: Annotated[
        ExportFormat | None,
        typer.Option(
            "--format",
            help=f"{', '.join(EXPORT_FORMATS)}. Unless given, the name of the file says it. An extra: parquet.",
            metavar="FORMAT",
            show_default=False,
            rich_help_panel=OUTPUT_PANEL,
        ),
    ] = None,
    file: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            help="The file to write, for brat the folder; - is standard output, as without it.",
            metavar="FILE",
            rich_help_panel=OUTPUT_PANEL,
        ),
    ] = None,
    limit: Annotated[int | None, limit_option("all")] = None,
    filters: FilterOptions,
) -> int:
    """Statements as other programs read them, in the order of their documents.

    csv, jsonl, parquet and sqlite hold the whole record; webannotation is W3C Web Annotation, jsonld schema.org's
    Quotation; citron, quotebank and quotebank-articles are the layouts of these two; brat is a folder for annotators,
    which import-brat reads back. A file has its name only when it is whole.
    """
    chosen = _chosen(format, file)
    target = None if file in (None, "-") else file
    _check_target(chosen, target)
    most = checked_limit(limit)
    wanted = filter_of(filters, session.messages)
    store = open_store(session, articles)
    wanted = resolved(wanted, store, session.messages)
    found = store.statements(wanted, "article", most)

    from statements_cli.output.exports.exported import Exported

    exported = Exported(lambda: iter(found), len(found), store.text_of)
    if not exported.total:
        from statements_cli.cli.hints import say_why_nothing

        say_why_nothing(store, None, wanted, session.messages)
        session.messages.note("no statements found; nothing is written")
        return ExitStatus.FAILED if session.messages.failed else ExitStatus.NOTHING
    if chosen == _FOLDER and target is not None:
        _write_folder(exported, target, _all_documents(store, wanted, most))
    else:
        _write(exported, chosen, target, session)
    _sum_up(exported, target, found.total, session)
    if found.undated:
        session.messages.note(f"{found.undated} without a day left out; --undated brings them in")
    if found.doubtful and filters.min_confidence is None:
        session.messages.note(f"{found.doubtful} doubtful left out; --min-confidence 0 brings them in")
    return ExitStatus.FAILED if session.messages.failed else ExitStatus.FOUND


def _chosen(format: ExportFormat | None, file: str | None) -> ExportFormat:
    """Return the format asked for, or that the file's name says.

    Raises ``UsageError`` where neither says one.
    """
    chosen = format or format_of(file or "")
    if chosen is None:
        raise UsageError("export needs a format", f"Name one with --format: {', '.join(EXPORT_FORMATS)}")
    return chosen


def _check_target(format: ExportFormat, target: str | None) -> None:
    """Raise ``UsageError`` where a format can't be written there, before anything is read."""
    from statements_cli.output.whole_file import NoFileError, check_free, check_writable

    if format in IN_FILES and target is None:
        name = {"parquet": "statements.parquet", "sqlite": "statements.db"}.get(format, "to-correct/")
        raise UsageError(f"{format} is no text for a pipe or a terminal", f"Name a place: -o {name}")
    if format == "parquet":
        _require_parquet()
    if target is None:
        return
    try:
        (check_free if format == _FOLDER else check_writable)(target)
    except NoFileError as error:
        raise UsageError(error.what, error.mend) from error


def _require_parquet() -> None:
    try:
        import_module("pyarrow")
    except ImportError as error:
        what = "Parquet needs a package that is not installed"
        raise UsageError(what, "Install it: pip install 'statements-cli[parquet]'") from error


def _write(exported: Exported, format: ExportFormat, target: str | None, session: Session) -> None:
    """Write to stdout, a file or a folder. Raises ``UsageError`` where that can't be written."""
    from statements_cli.output.exports.export_formats import write_into, write_text
    from statements_cli.output.whole_file import NoFileError, whole_file

    if target is None:
        write_text(exported, format, session.environment)
        session.environment.stdout.flush()
        return
    try:
        with whole_file(target) as stream:
            write_into(exported, format, stream)
    except NoFileError as error:
        raise UsageError(error.what, error.mend) from error


def _all_documents(store: Store, wanted: Filter, most: int | None) -> list[str]:
    """Return the paths of all documents, where nothing in particular is asked for; otherwise none."""
    from statements_cli.store.base import is_broad

    return store.documents() if most is None and is_broad(wanted) else []


def _write_folder(exported: Exported, target: str, documents: list[str]) -> None:
    """Write a folder for brat. Raises ``UsageError`` where it can't be written."""
    from statements_cli.output.brat.brat_folder import write_brat
    from statements_cli.output.whole_file import NoFileError, whole_folder

    try:
        with whole_folder(target) as folder:
            write_brat(exported, folder, documents)
    except NoFileError as error:
        raise UsageError(error.what, error.mend) from error


def _sum_up(exported: Exported, target: str | None, total: int, session: Session) -> None:
    """Say on stderr what was written, and what there was no place for."""
    if target is not None:
        session.messages.note(f"{target}: {counted(exported.total, 'statement')}")
    if exported.total < total:
        session.messages.note(f"{exported.total} of {total} statements; -n 0 writes all")
    for why, count in exported.left_out.items():
        session.messages.note(f"{count} {why} left out: the format has no place for them")
