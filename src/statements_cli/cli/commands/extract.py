"""Documents come in; all their statements go out as JSON Lines, each document's as soon as it is read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from statements_cli.cli.exits import FAILED, FOUND, NOTHING
from statements_cli.cli.parameters import FILES, JOBS, OUTPUT, PATHS, filters, option
from statements_cli.cli.request import Request
from statements_cli.model import Document, Statement

if TYPE_CHECKING:
    from statements_cli.documents import Notice
    from statements_cli.speakers.user_names import Names

HELP = (
    "All statements of documents as JSON Lines, streaming. Each document is resolved by itself, so its "
    "records are the same whatever is read beside it. Every act is written unless --act says otherwise."
)
EXAMPLES = (
    "statements extract",
    "statements extract --min-confidence 0.8 --format csv",
    "statements extract -q | jq -r .speaker | sort | uniq -c",
)
LIMIT = option("--limit -n", int, "Stop after so many statements; 0 is all. [default: all]", "Output", "N")
PARAMETERS = (PATHS, *FILES, JOBS, *filters("all unless given"), LIMIT, *OUTPUT)


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
    if not count:
        request.messages.note("no statements found")
    return FOUND if count else NOTHING


def _passing(request: Request) -> Iterator[Statement]:
    from statements_cli.query.filters import passing

    wanted = request.filter()
    undated = doubtful = 0
    for statements in _parsed(request):
        passed = passing(statements, _resolved(wanted, statements))
        undated += passed.undated
        doubtful += passed.doubtful
        yield from passed.statements
    if undated:
        request.messages.note(f"{undated} without a day left out; --undated brings them in")
    request.note_doubtful(doubtful)


def _resolved(wanted: Any, statements: tuple[Statement, ...]) -> Any:
    if not wanted.speakers:
        return wanted
    from dataclasses import replace

    from statements_cli.speakers.corpus.lookup import lookup

    known = tuple((name, ()) for name in dict.fromkeys(s.speaker for s in statements if s.speaker))
    names = [match for name in wanted.speakers for match in lookup(name, known).matches]
    return replace(wanted, speakers=tuple(names) or wanted.speakers)


def _limited(statements: Iterator[Statement], limit: int | None) -> Iterator[Statement]:
    from itertools import islice

    return islice(statements, limit)


def _parsed(request: Request) -> Iterator[tuple[Statement, ...]]:
    from statements_cli.cli.corpus import Told, read_documents

    told = Told(request.messages)
    documents = read_documents(request.document_paths(), request.environment, told, request.columns())
    for statements, fault in request.worked(partial(statements_of, names=request.names()), documents):
        if not told.failed(fault):
            yield statements
    told.sum_up()


def statements_of(document: Document, names: Names | None) -> tuple[tuple[Statement, ...], Notice | None]:
    """Return the statements of one document, or why there are none to know of."""
    from statements_cli.pipeline import attempt

    done = attempt(document, names)
    return done.parsed.statements, done.fault
