"""A query comes in; the statements that answer it go out, best first."""

from __future__ import annotations

from statements_cli.cli.parameters import CORPUS, FILTER_PANEL, FILTERS, OUTPUT, PATHS, argument, listing, option
from statements_cli.cli.request import Request, UsageError
from statements_cli.query.order import HIT_ORDERS

HELP = (
    "Search what was said, best first; misspelt words, other forms of a word, British and American spelling are "
    'found too. A query of several words is one argument in quotation marks. In it, "peace talks" is exact, '
    "negoti* a beginning, -word is left out, and speaker:, country:, outlet: and kind: narrow."
)
EXAMPLES = (
    'statements search "dialoge negociation"',
    "statements search 'negoti* -peace country:China'",
    'statements search "peace deal" --country CN --json',
)
QUERY = argument("query", str, "The words to look for.", "[QUERY]")
SIMILAR = option(
    "--similar",
    str,
    "Statements that say nearly the same as the one of this id (or beginning of it); takes no QUERY.",
    FILTER_PANEL,
    "ID",
)
SEMANTIC = option(
    "--semantic",
    bool,
    "Words near in meaning, too: talks finds dialogue. An extra: semantic.",
    FILTER_PANEL,
)
PARAMETERS = (QUERY, PATHS, SIMILAR, SEMANTIC, *CORPUS, *FILTERS, *listing(HIT_ORDERS, "20"), *OUTPUT)


def run(request: Request) -> int:
    """Search for the query, or for what is similar; return the exit status."""
    from statements_cli.cli.answers import search_statements, similar_statements

    query, id_ = request.options["query"], request.options["similar"]
    if id_ is None and query is None:
        raise UsageError("missing argument 'QUERY'", "See statements search -h")
    if id_ is None:
        request.refuse_loose_words("query")
        return search_statements(request, query)
    if request.options["semantic"]:
        raise UsageError("--similar and --semantic exclude each other", "Leave one out")
    if query is not None and not request.is_path(query):
        raise UsageError(f"--similar takes no query, and there is no file or folder called {query}", "Leave it out")
    request.options["paths"] = [*filter(None, [query]), *(request.options["paths"] or ())]
    return similar_statements(request, id_)
