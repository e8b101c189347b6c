"""A request comes in; the statements that answer it go out: what list, search and who-said share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from statements_cli.cli.request import Request, UsageError
from statements_cli.model import RECORD_KEYS
from statements_cli.output.records import HIT_KEYS, hit_row, statement_row
from statements_cli.output.table_columns import HITS, STATEMENTS
from statements_cli.query.order import HIT_ORDERS, STATEMENT_ORDERS

if TYPE_CHECKING:
    from statements_cli.store.results import Found, Hit

_BEST = 20


def list_statements(request: Request) -> int:
    """List the statements that pass the request's filters; return the exit status."""
    sort = request.sort(STATEMENT_ORDERS)
    fields = request.fields(RECORD_KEYS)
    wanted = request.filter()
    store = request.store()
    wanted = request.resolved(wanted, store)
    found = store.statements(wanted, sort, request.limit(None))
    return request.answer(map(statement_row, found), found, "statements", RECORD_KEYS, fields, STATEMENTS)


def search_statements(request: Request, query: str) -> int:
    """Search the statements that pass the request's filters; return the exit status.

    Raises ``UsageError`` for a query that asks nothing, and for ``--semantic`` where its package is missing.
    """
    from statements_cli.query.asking import QueryError, parse_query

    sort = request.sort(HIT_ORDERS)
    fields = request.fields(HIT_KEYS)
    try:
        asked = parse_query(query)
    except QueryError as error:
        raise UsageError(str(error), error.mend) from error
    by_meaning = bool(request.options.get("semantic"))
    if by_meaning:
        _check_meaning()
    wanted = asked.narrowing(request.filter())
    asked = asked._replace(fields=())
    store = request.store()
    wanted = request.resolved(wanted, store)
    found = store.search(asked, wanted, sort, request.limit(_BEST), by_meaning=by_meaning)
    status = _answer_hits(request, found, fields)
    if not found.total:
        from statements_cli.cli.hints import say_hints

        say_hints(store, asked, wanted, request.messages)
    return status


def similar_statements(request: Request, id: str) -> int:
    """Find what says nearly the same as the statement of this id; return the exit status.

    Raises ``UsageError`` where several statements have an id that begins so.
    """
    sort = request.sort(HIT_ORDERS)
    fields = request.fields(HIT_KEYS)
    wanted = request.filter()
    store = request.store()
    wanted = request.resolved(wanted, store)
    statement = request.statement(id, store)
    if statement is None:
        return request.nothing()
    return _answer_hits(request, store.similar(statement, wanted, sort, request.limit(_BEST)), fields)


def _answer_hits(request: Request, found: Found[Hit], fields: Sequence[str]) -> int:
    highlights = None
    if request.drawn():
        from statements_cli.query.fulltext.ranking import highlights as spans_of

        highlights = {hit.statement.id: spans_of(hit.statement.text, hit.matched) for hit in found}
    return request.answer(map(hit_row, found), found, "statements", HIT_KEYS, fields, HITS, highlights)


def _check_meaning() -> None:
    from statements_cli.query.fulltext.meaning import MeaningError, require

    try:
        require()
    except MeaningError as error:
        what, _, mend = str(error).partition(". ")
        raise UsageError(what, mend) from error
