"""Filters come in; who said the statements that pass them goes out."""

from __future__ import annotations

from statements_cli.cli.parameters import CORPUS, FILTERS, OUTPUT, PATHS, listing
from statements_cli.cli.request import Request
from statements_cli.query.order import SPEAKER_ORDERS

HELP = "Speakers with role, country, number of statements, first and last day, and the spellings seen."
EXAMPLES = (
    "statements speakers",
    "statements speakers --country CN --type person",
    "statements speakers --sort speaker --format csv",
)
PARAMETERS = (PATHS, *CORPUS, *FILTERS, *listing(SPEAKER_ORDERS), *OUTPUT)


def run(request: Request) -> int:
    """List the speakers; return the exit status."""
    from statements_cli.output.records import SPEAKER_KEYS, speaker_row
    from statements_cli.output.table_columns import SPEAKERS

    sort = request.sort(SPEAKER_ORDERS)
    fields = request.fields(SPEAKER_KEYS)
    wanted = request.filter()
    store = request.store()
    wanted = request.resolved(wanted, store)
    found = store.speakers(wanted, sort, request.limit(None))
    return request.answer(map(speaker_row, found), found, "speakers", SPEAKER_KEYS, fields, SPEAKERS)
