"""A query comes in; the statements that answer it go out, best first."""

from __future__ import annotations

from statements_cli.cli.parameters import CORPUS, FILTERS, OUTPUT, PATHS, argument, listing
from statements_cli.cli.request import Request
from statements_cli.query.order import HIT_ORDERS

HELP = (
    "Search what was said, best first; misspelt words and other forms of a word are found too. "
    "A query of several words is one argument in quotation marks."
)
EXAMPLES = (
    "statements search dialogue",
    'statements search "dialoge negociation"',
    'statements search "peace deal" --country CN --json',
)
QUERY = argument("query", str, "The words to look for.", "QUERY", required=True)
PARAMETERS = (QUERY, PATHS, *CORPUS, *FILTERS, *listing(HIT_ORDERS, "20"), *OUTPUT)


def run(request: Request) -> int:
    """Search for the query; return the exit status."""
    from statements_cli.cli.answers import search_statements

    request.refuse_loose_words("query")
    return search_statements(request, request.options["query"])
