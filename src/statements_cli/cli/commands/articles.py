"""Filters come in; the articles of those days and outlets go out, with how many statements they hold."""

from __future__ import annotations

from statements_cli.cli.parameters import CORPUS, FILTERS, OUTPUT, PATHS, listing
from statements_cli.cli.request import Request
from statements_cli.query.order import ARTICLE_ORDERS

HELP = (
    "Articles with headline, outlet, day published and how it is known, and number of statements. "
    "Dates are those of publication; the other filters keep articles that hold such statements."
)
EXAMPLES = (
    "statements articles",
    "statements articles --since 2025-05 --json",
    'statements articles --speaker "Vladimir Putin"',
)
PARAMETERS = (PATHS, *CORPUS, *FILTERS, *listing(ARTICLE_ORDERS), *OUTPUT)


def run(request: Request) -> int:
    """List the articles; return the exit status."""
    from statements_cli.output.records import ARTICLE_KEYS, article_row
    from statements_cli.output.table_columns import ARTICLES

    sort = request.sort(ARTICLE_ORDERS)
    fields = request.fields(ARTICLE_KEYS)
    wanted = request.filter()
    store = request.store()
    wanted = request.resolved(wanted, store)
    found = store.articles(wanted, sort, request.limit(None))
    rows = (article_row(counted.article, counted.statements) for counted in found)
    return request.answer(rows, found, "articles", ARTICLE_KEYS, fields, ARTICLES)
