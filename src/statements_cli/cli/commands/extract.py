"""Extract all statements of documents, each document's as soon as it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated

from statements_cli.cli.errors import ExitStatus
from statements_cli.cli.filtering import filter_of
from statements_cli.cli.options.article_options import ArticleOptions
from statements_cli.cli.options.filter_options import FilterOptions
from statements_cli.cli.options.output import OutputOptions, checked_limit, limit_option
from statements_cli.cli.options.shared import command
from statements_cli.cli.reading.open_store import (
    chosen_model,
    document_paths,
    max_size,
    record_columns,
    user_names,
)
from statements_cli.cli.session import Session
from statements_cli.cli.writing import AnswerWriter
from statements_cli.model import RECORD_KEYS, Document, ModelName, Statement
from statements_cli.output.messages import counted

if TYPE_CHECKING:
    from statements_cli.documents import Notice
    from statements_cli.query.filters import Filter
    from statements_cli.speakers.user_names import Names

EXAMPLES = (
    "statements extract",
    "statements extract --min-confidence 0.8 --format csv",
    "statements extract -q | jq -r .speaker | sort | uniq -c",
)


@command
def run(
    session: Session,
    articles: ArticleOptions,
    *,
    filters: FilterOptions,
    limit: Annotated[int | None, limit_option("all", "Stop after so many statements")] = None,
    output: OutputOptions,
) -> int:
    """All statements of documents as JSON Lines, streaming.

    Each document is resolved by itself, so its records are the same whatever is read beside it. Every act is
    written unless --act says otherwise.
    """
    from itertools import islice

    from statements_cli.model.codec import record_of

    writer = AnswerWriter(session, output, filters, default="jsonl")
    most = checked_limit(limit)
    fields = writer.fields(RECORD_KEYS)
    passing = _passing(writer, filter_of(filters, session.messages, acts=("any",)), _parsed(session, articles))
    count = writer.write(map(record_of, islice(passing, most)), RECORD_KEYS, fields, None)
    session.messages.end_progress()
    if count == most:
        session.messages.note(f"stopped after {counted(count, 'statement')}; -n 0 extracts all")
    if session.messages.failed:
        return ExitStatus.FAILED
    if not count:
        session.messages.note("no statements found")
    return ExitStatus.FOUND if count else ExitStatus.NOTHING


def _passing(writer: AnswerWriter, wanted: Filter, parsed: Iterator[Sequence[Statement]]) -> Iterator[Statement]:
    from statements_cli.cli.hints import alternatives, say_alternatives
    from statements_cli.query.passing import FilteredStatements

    undated = doubtful = 0
    found = False
    otherwise: dict[str, int] = {}  # how many would be found without one of the filters
    for statements in parsed:
        asked = _resolved(wanted, statements)
        passing = FilteredStatements(asked)
        for statement in passing.of(statements):
            found = True
            yield statement
        undated += passing.undated
        doubtful += passing.doubtful
        if not found:
            for what, less in alternatives(asked):
                otherwise[what] = otherwise.get(what, 0) + sum(1 for _ in FilteredStatements(less).of(statements))
    if not found:
        say_alternatives([(what, count) for what, count in otherwise.items() if count], writer.session.messages)
    if undated:
        writer.session.messages.note(f"{undated} without a day left out; --undated brings them in")
    if found:  # else it is among the alternatives
        writer.note_doubtful(doubtful)


def _resolved(wanted: Filter, statements: Sequence[Statement]) -> Filter:
    if not wanted.speakers:
        return wanted
    from dataclasses import replace

    from statements_cli.speakers.corpus.lookup import lookup
    from statements_cli.speakers.corpus.role_query import KnownSpeaker

    told = dict.fromkeys((one.speaker, one.type, one.role, one.country) for one in statements)
    known = [
        KnownSpeaker(name, (), type_, tuple(filter(None, (role,))), tuple(filter(None, (country,))))
        for name, type_, role, country in told
        if name
    ]
    names = [match for name in wanted.speakers for match in lookup(name, known).matches]
    return replace(wanted, speakers=tuple(dict.fromkeys(names)) or wanted.speakers)


def _parsed(session: Session, articles: ArticleOptions) -> Iterator[Sequence[Statement]]:
    from statements_cli.cli.reading.documents import ReadingReport, read_documents
    from statements_cli.cli.reading.workers import jobs_of, worked

    columns = record_columns(session, articles)
    paths = document_paths(session, articles)
    report = ReadingReport(session.messages, paths)
    documents = read_documents(paths, session.environment, report, columns, max_size(session, articles))
    work = partial(statements_of, names=user_names(session, articles), model=chosen_model(session, articles))
    for statements, fault in worked(work, documents, jobs_of(articles, paths)):
        if not report.failed(fault):
            yield statements
    report.sum_up()


def statements_of(
    document: Document, names: Names | None, model: ModelName
) -> tuple[Sequence[Statement], Notice | None]:
    """Return the statements of one document, or why there are none to know of."""
    from statements_cli.pipeline import attempt, parse

    done = attempt(document, names, partial(parse, model=model))
    return done.parsed.statements, done.fault
