"""List articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from statements_cli.cli.filtering import filter_of, resolved
from statements_cli.cli.options.article_options import CachedArticleOptions
from statements_cli.cli.options.filter_options import FilterOptions
from statements_cli.cli.options.output import ListingOptions, OutputOptions, limit_option, sort_option
from statements_cli.cli.options.shared import command
from statements_cli.cli.reading.open_store import open_store
from statements_cli.cli.session import Session
from statements_cli.cli.writing import AnswerWriter
from statements_cli.query.order import ARTICLE_ORDERS

EXAMPLES = (
    "statements articles",
    "statements articles --since 2025-05 --json",
    'statements articles --speaker "Vladimir Putin"',
)


@dataclass(slots=True, eq=False, repr=False)
class ArticleListingOptions(ListingOptions):
    """How many articles are listed, and in which order."""

    limit: Annotated[int | None, limit_option("all")] = None
    sort: Annotated[str | None, sort_option(ARTICLE_ORDERS)] = None


@command
def run(
    session: Session,
    articles: CachedArticleOptions,
    filters: FilterOptions,
    listing: ArticleListingOptions,
    output: OutputOptions,
) -> int:
    """Articles with headline, outlet, day published and how it is known, and number of statements.

    Dates are those of publication; the other filters keep articles that hold such statements.
    """
    from statements_cli.output.records import ARTICLE_KEYS, article_row
    from statements_cli.output.tables.table_columns import ARTICLES

    writer = AnswerWriter(session, output, filters)
    sort, page = listing.order(ARTICLE_ORDERS), listing.page()
    fields = writer.fields(ARTICLE_KEYS)
    wanted = filter_of(filters, session.messages)
    store = open_store(session, articles)
    wanted = resolved(wanted, store, session.messages)
    found = store.articles(wanted, sort, *page)
    rows = (article_row(counted.article, counted.statements) for counted in found)
    status = writer.answer(rows, found, "articles", ARTICLE_KEYS, fields, ARTICLES)
    if not found.total:
        from statements_cli.cli.hints import say_what_emptied

        say_what_emptied(lambda less: store.articles(less, limit=1).total, wanted, session.messages, "articles")
    return status
