"""Filters come in; the statements that pass them go out, newest first."""

from __future__ import annotations

from statements_cli.cli.parameters import CORPUS, FILTERS, OUTPUT, PATHS, listing
from statements_cli.cli.request import Request
from statements_cli.query.order import STATEMENT_ORDERS

HELP = "Statements, newest first; those without a day last."
EXAMPLES = (
    "statements list",
    'statements list --speaker "Mao Ning" --kind direct',
    "statements list --since 2025-02 --until 2025-02-28 --json",
)
PARAMETERS = (PATHS, *CORPUS, *FILTERS, *listing(STATEMENT_ORDERS), *OUTPUT)


def run(request: Request) -> int:
    """List the statements asked for; return the exit status."""
    from statements_cli.cli.answers import list_statements

    return list_statements(request)
