"""Search what was said."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from statements_cli.cli.errors import UsageError
from statements_cli.cli.options.article_options import CachedArticleOptions, is_path, refuse_loose_words
from statements_cli.cli.options.filter_options import WHAT_PANEL, FilterOptions
from statements_cli.cli.options.hit_listing import HitListingOptions
from statements_cli.cli.options.output import DistinctOption, OutputOptions
from statements_cli.cli.options.shared import command
from statements_cli.cli.session import Session

EXAMPLES = (
    'statements search "dialoge negociation"',
    "statements search 'negoti* -peace country:China'",
    'statements search "peace deal" --country CN --json',
)


@command
def run(
    session: Session,
    query: Annotated[str | None, typer.Argument(help="The words to look for.", metavar="[QUERY]")] = None,
    *,
    articles: CachedArticleOptions,
    similar: Annotated[
        str | None,
        typer.Option(
            "--similar",
            help="Statements that say nearly the same as the one of this id (or beginning of it); takes no QUERY.",
            metavar="ID",
            rich_help_panel=WHAT_PANEL,
        ),
    ] = None,
    semantic: Annotated[
        bool,
        typer.Option(
            "--semantic",
            help="Words near in meaning, too: talks finds dialogue. An extra: semantic.",
            rich_help_panel=WHAT_PANEL,
        ),
    ] = False,
    filters: FilterOptions,
    listing: HitListingOptions,
    distinct: DistinctOption = False,
    output: OutputOptions,
) -> int:
    """Search what was said, best first.

    Misspelt words, other forms of a word, British and American spelling are found too. A query of several words is
    one argument in quotation marks. In it, "peace talks" is exact, negoti* a beginning, -word is left out, and
    speaker:, country:, outlet: and kind: narrow.
    """
    from statements_cli.cli.answers import Call, search_statements, similar_statements

    call = Call(session, articles, filters, listing, output)
    if similar is None and query is None:
        raise UsageError("missing argument 'QUERY'", "See statements search -h")
    if similar is None:
        refuse_loose_words(session.command, query or "", articles)
        return search_statements(call, query or "", by_meaning=semantic, distinct=distinct)
    if distinct:
        raise UsageError("--similar and --distinct exclude each other", "Leave one out")
    if semantic:
        raise UsageError("--similar and --semantic exclude each other", "Leave one out")
    if query is not None and not is_path(query):
        raise UsageError(f"--similar takes no query, and there is no file or folder called {query}", "Leave it out")
    paths = [*filter(None, [query]), *(articles.paths or ())]
    return similar_statements(call._replace(articles=replace(articles, paths=paths)), similar)
