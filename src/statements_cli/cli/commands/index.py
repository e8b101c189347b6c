"""Make, update or check an index of articles in a file."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from statements_cli.cli.errors import ExitStatus, UsageError
from statements_cli.cli.options.article_options import ARTICLES_PANEL, ArticleOptions
from statements_cli.cli.options.shared import command
from statements_cli.cli.reading.open_store import (
    chosen_model,
    document_paths,
    max_size,
    names_articles,
    record_columns,
    user_names,
)
from statements_cli.cli.session import Session
from statements_cli.output.messages import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from statements_cli.cli.reading.documents import ReadingReport
    from statements_cli.model import Document, ModelName
    from statements_cli.pipeline import Attempt
    from statements_cli.speakers.user_names import Names
    from statements_cli.store.index.build import Outcome, Step
    from statements_cli.store.tables.packed_documents import PackedAttempt

EXAMPLES = (
    "statements index -o news.db",
    "statements index -o news.db -j 2 && statements search dialogue -c news.db",
    "statements index -o news.db && statements index --check news.db",
)


@command
def run(
    session: Session,
    articles: ArticleOptions,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", help="The file of the index.", metavar="FILE", rich_help_panel=ARTICLES_PANEL),
    ] = None,
    prune: Annotated[
        bool,
        typer.Option(
            "--prune",
            help="Drop files that are no longer found, also those under other paths than these.",
            rich_help_panel=ARTICLES_PANEL,
        ),
    ] = False,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help="Only check an index or several, whole, against what was kept when they were written.",
            rich_help_panel=ARTICLES_PANEL,
        ),
    ] = False,
    records: Annotated[
        str | None,
        typer.Option(
            "--from",
            help="Read records of extract or export, JSON Lines or Parquet, no articles; PATHs are more of them.",
            metavar="RECORDS",
            rich_help_panel=ARTICLES_PANEL,
        ),
    ] = None,
    split: Annotated[
        int | None,
        typer.Option(
            "--split",
            help="Cut by day into indexes of so many statements at most: news-2025-05-20.db for news.db, and so on.",
            metavar="N",
            min=1,
            rich_help_panel=ARTICLES_PANEL,
        ),
    ] = None,
) -> int:
    """An index of articles, in a file: what takes a while to read is then there at once.

    Given again, it reads only what is new or changed, and takes out what is gone from these paths; others in it stay.
    """
    if check:
        return _checked(session, [*articles.named, *filter(None, [output])])
    if not output:
        raise UsageError("index needs a file to write", "Name one: statements index PATH -o news.db")
    making = Making(session, articles, prune, records)
    return _made(making, output) if split is None else _split(making, output, split)


class Making(NamedTuple):
    """What an index is made of, and how."""

    session: Session
    articles: ArticleOptions
    prune: bool
    records: str | None


def _split(making: Making, output: str, most: int) -> ExitStatus:
    """Make an index, and cut it by day into several; return the exit status."""
    from tempfile import TemporaryDirectory

    from statements_cli.store.index.index_fault import IndexFault, unwritten
    from statements_cli.store.shards.day_parts import check_no_parts, split_index

    try:
        check_no_parts(output)
        try:
            made = TemporaryDirectory(prefix=".statements-", dir=os.path.dirname(os.path.realpath(output)))  # noqa: PTH120
        except OSError as error:
            raise unwritten(output, error) from error
        with made as folder:
            whole = os.path.join(folder, os.path.basename(output))  # noqa: PTH118, PTH119
            status = _made(making, whole, output)
            if status == ExitStatus.INTERRUPTED or not os.path.exists(whole):  # noqa: PTH110
                return status
            for part in split_index(whole, output, most):
                holds = f"{counted(part.statements, 'statement')} of {counted(part.documents, 'document')}"
                days = f"{part.first} to {part.last}" if part.first else "undated"
                path = os.path.join(os.path.dirname(output), os.path.basename(part.path))  # noqa: PTH118, PTH119, PTH120
                making.session.messages.note(f"{path}: {days}; {holds}")
            return status
    except IndexFault as fault:
        raise UsageError(fault.what, fault.mend) from fault


def _made(making: Making, output: str, name: str | None = None) -> ExitStatus:
    """Make an index, or bring it up to date; return the exit status.

    ``name`` is what it is called in words, where that isn't where it is written.
    """
    from statements_cli.cli.reading.documents import ReadingReport, bytes_of_stdin
    from statements_cli.cli.reading.workers import jobs_of, worked
    from statements_cli.store.index.build import IndexInputs, update_index
    from statements_cli.store.index.files import state_of
    from statements_cli.store.index.fingerprint import fingerprint
    from statements_cli.store.index.index_fault import IndexFault

    session, articles, prune, records = making
    if records is not None:
        return _of_records(making, [records, *articles.named], output, name)
    if prune and not names_articles(session, articles):
        raise UsageError(
            "--prune needs the paths that are still there", "Name them: statements index PATH --prune -o news.db"
        )
    paths = document_paths(session, articles)
    names = user_names(session, articles, paths)
    report = ReadingReport(session.messages, paths)
    stdin, columns = bytes_of_stdin(session.environment), record_columns(session, articles)
    sources = IndexInputs(paths, stdin, columns, names, prune, max_size(session, articles))
    model = chosen_model(session, articles)
    work = partial(attempted, names=names, model=model)
    before = state_of(output)
    try:
        outcome = update_index(
            output,
            sources,
            lambda documents: worked(work, documents, jobs_of(articles, paths)),
            report.add,
            _progress(session),
            fingerprint(model),
            name,
        )
        return _summed_up(session, report, name or output, outcome)
    except IndexFault as fault:
        raise UsageError(fault.what, fault.mend) from fault
    except KeyboardInterrupt:
        kept = _kept(output, before, state_of(output)) if name is None else "Nothing was saved"
        session.messages.error("interrupted", kept)
        return ExitStatus.INTERRUPTED


def _summed_up(session: Session, report: ReadingReport, output: str, outcome: Outcome) -> ExitStatus:
    """Say what was done to an index; return the exit status."""
    session.messages.end_progress()
    report.sum_up(outcome.documents)
    session.messages.note(
        f"{output}: {counted(outcome.read, 'file')} read, {outcome.unchanged} unchanged, {outcome.gone} gone; "
        f"{counted(outcome.statements, 'statement')} of {counted(outcome.documents, 'document')}"
    )
    if session.messages.failed:
        return ExitStatus.FAILED
    return ExitStatus.FOUND if outcome.statements else ExitStatus.NOTHING


def _of_records(making: Making, named: list[str], output: str, name: str | None) -> ExitStatus:
    """Make an index of records, or bring it up to date with them.

    Return the exit status.
    """
    from statements_cli.cli.reading.documents import ReadingReport, bytes_of_stdin
    from statements_cli.documents.walking import expanded
    from statements_cli.store.index.index_fault import IndexFault
    from statements_cli.store.shards.record_index import index_records

    session, articles, prune, _ = making
    late = {"map": articles.map, "max-size": articles.max_size, "model": articles.model}
    for option, given in late.items():
        if given:
            raise UsageError(f"--{option} bears on how articles are read, and --from reads records", "Leave it out")
    paths = expanded(named)
    names = user_names(session, articles)
    report = ReadingReport(session.messages, paths, mend="Name records that extract or export wrote")
    stdin = bytes_of_stdin(session.environment)
    try:
        outcome = index_records(output, paths, stdin, names, report.add, prune=prune, called=name)
        return _summed_up(session, report, name or output, outcome)
    except IndexFault as fault:
        raise UsageError(fault.what, fault.mend) from fault


def attempted(document: Document, names: Names | None, model: ModelName) -> Attempt | PackedAttempt:
    """Return what one document holds, as an index does, or why it can't be parsed."""
    from statements_cli.pipeline import attempt, parse
    from statements_cli.store.tables.packed_documents import packed_attempt

    return packed_attempt(attempt(document, names, partial(parse, model=model)))


def _kept(path: str, before: object, after: object) -> str:
    """Return in words what an interrupted call left of the index."""
    if after != before:
        return f"All was saved: {path} is up to date"
    return f"Nothing was saved; {path} is as it was" if before else f"Nothing was saved; there is no {path}"


def _checked(session: Session, named: list[str]) -> ExitStatus:
    """Check indexes; say what is wrong with each, and return the exit status."""
    from statements_cli.documents.walking import expanded

    if not named:
        raise UsageError("--check needs an index", "Name it: statements index --check news.db")
    paths = expanded(named)
    if len(paths) == 1:
        return _checked_one(session, paths[0])
    status = ExitStatus.FOUND
    for path in paths:
        try:
            status = max(status, _checked_one(session, path))
        except UsageError as fault:  # of one that is none; the others are checked
            session.messages.error(fault.what, fault.mend)
            status = ExitStatus.FAILED
    return status


def _checked_one(session: Session, path: str) -> ExitStatus:
    from statements_cli.store.index.check import faults_in
    from statements_cli.store.index.index_fault import IndexFault

    faults = 0
    try:
        for fault in faults_in(path):
            faults += 1
            session.messages.error(f"{path}: {fault}")
    except IndexFault as fault:
        raise UsageError(fault.what, fault.mend) from fault
    if faults:
        session.messages.note(f"{path} is damaged: remove it, then make it again with statements index")
        return ExitStatus.FAILED
    session.messages.note(f"{path} is whole: its pages, rows and words are as they were written")
    return ExitStatus.FOUND


def _progress(session: Session) -> Callable[[Step], None]:
    from time import monotonic

    from statements_cli.cli.reading.progress import rate_and_time_left

    began = monotonic()

    def show(step: Step) -> None:
        seconds = monotonic() - began
        session.messages.progress(rate_and_time_left(step.documents, step.done, step.total, seconds))

    return show
