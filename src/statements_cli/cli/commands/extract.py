"""Documents come in; all their statements go out as JSON Lines, each document's as soon as it is read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from statements_cli.cli.exits import FAILED, FOUND, NOTHING
from statements_cli.cli.parameters import CORPUS, CORPUS_PANEL, OUTPUT, PATHS, filters, option
from statements_cli.cli.request import Request, UsageError
from statements_cli.model import Document, Statement

if TYPE_CHECKING:
    from statements_cli.speakers.names import Names

HELP = (
    "All statements of documents as JSON Lines, streaming. Each document is resolved by itself, so its "
    "records are the same whatever is read beside it. Every act is written unless --act says otherwise."
)
EXAMPLES = (
    "statements extract",
    "statements extract --min-confidence 0.8 --format csv",
    "statements extract -q | jq -r .speaker | sort | uniq -c",
)
JOBS = option("--jobs -j", int, "Work on so many documents at once; 0 is one a core.", CORPUS_PANEL, "N")
LIMIT = option("--limit -n", int, "Stop after so many statements; 0 is all. [default: all]", "Output", "N")
PARAMETERS = (PATHS, *CORPUS, JOBS, *filters("all unless given"), LIMIT, *OUTPUT)


def run(request: Request) -> int:
    """Write the statements of the documents, in their order; return the exit status."""
    from statements_cli.model import RECORD_KEYS
    from statements_cli.output.records import statement_row

    fields = request.fields(RECORD_KEYS)
    statements = _limited(_passing(request), request.limit(None))
    count = request.write(map(statement_row, statements), RECORD_KEYS, fields, None)
    request.messages.end_progress()
    if request.messages.failed:
        return FAILED
    return FOUND if count else NOTHING


def _passing(request: Request) -> Iterator[Statement]:
    from statements_cli.query.filters import passing

    wanted = request.filter()
    undated = 0
    for statements in _parsed(request):
        passed = passing(statements, _resolved(wanted, statements))
        undated += passed.undated
        yield from passed.statements
    if undated:
        request.messages.note(f"{undated} without a day left out; --undated brings them in")


def _resolved(wanted: Any, statements: tuple[Statement, ...]) -> Any:
    if not wanted.speakers:
        return wanted
    from statements_cli.speakers.lookup import lookup
    from statements_cli.values import replace

    known = tuple((name, ()) for name in dict.fromkeys(s.speaker for s in statements if s.speaker))
    names = [match for name in wanted.speakers for match in lookup(name, known).matches]
    return replace(wanted, speakers=tuple(names) or wanted.speakers)


def _limited(statements: Iterator[Statement], limit: int | None) -> Iterator[Statement]:
    from itertools import islice

    return islice(statements, limit)


def _parsed(request: Request) -> Iterator[tuple[Statement, ...]]:
    from statements_cli.cli.corpus import read_documents

    documents = read_documents(request.paths(), request.environment, request.messages, request.columns())
    jobs = _jobs(request)
    work = partial(statements_of, names=request.names())
    if jobs == 1:
        return map(work, documents)
    from statements_cli.cli.workers import in_order

    return in_order(work, documents, jobs)


def statements_of(document: Document, names: Names | None) -> tuple[Statement, ...]:
    """Return the statements of one document."""
    from statements_cli.pipeline import parse

    return parse(document, names).statements


def _jobs(request: Request) -> int:
    jobs = request.setting("jobs")
    if jobs is None:
        return 1
    if jobs < 0:
        raise UsageError(f"{jobs} documents at once can't be", "Give --jobs a number, or 0 for one a core")
    if jobs == 0:
        import os

        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return int(jobs)
