"""A request comes in; the statements that answer it go out: what list, search and who-said share."""

from __future__ import annotations

from statements_cli.cli.request import Request, UsageError
from statements_cli.model import RECORD_KEYS
from statements_cli.output.layout import HITS, STATEMENTS
from statements_cli.output.records import HIT_KEYS, hit_row, statement_row
from statements_cli.query.order import HIT_ORDERS, STATEMENT_ORDERS

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

    Raises ``UsageError`` for a query that asks nothing.
    """
    from statements_cli.query.asking import QueryError, parse_query

    sort = request.sort(HIT_ORDERS)
    fields = request.fields(HIT_KEYS)
    try:
        asked = parse_query(query)
    except QueryError as error:
        raise UsageError(str(error), error.mend) from error
    wanted = asked.narrowing(request.filter())
    store = request.store()
    wanted = request.resolved(wanted, store)
    found = store.search(asked._replace(fields=()), wanted, sort, request.limit(_BEST))
    highlights = None
    if request.drawn():
        from statements_cli.query.search import highlights as spans_of

        highlights = {hit.statement.id: spans_of(hit.statement.text, hit.matched) for hit in found}
    return request.answer(map(hit_row, found), found, "statements", HIT_KEYS, fields, HITS, highlights)
