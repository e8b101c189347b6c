"""List statements."""

from __future__ import annotations

from statements_cli.cli.options.article_options import CachedArticleOptions
from statements_cli.cli.options.filter_options import FilterOptions
from statements_cli.cli.options.output import DistinctOption, ListingOptions, OutputOptions
from statements_cli.cli.options.shared import command
from statements_cli.cli.session import Session

EXAMPLES = (
    "statements list",
    'statements list --speaker "Mao Ning" --kind direct',
    "statements list --since 2025-02 --until 2025-02-28 --json",
)


@command
def run(
    session: Session,
    *,
    articles: CachedArticleOptions,
    filters: FilterOptions,
    listing: ListingOptions,
    distinct: DistinctOption = False,
    output: OutputOptions,
) -> int:
    """Statements, newest first; those without a day last.

    With --distinct, versions of one utterance in several articles are one line: see statements compare.
    """
    from statements_cli.cli.answers import Call, list_statements

    return list_statements(Call(session, articles, filters, listing, output), distinct=distinct)
