"""A speaker, a text or both come in; what that speaker said, or who said something like it, goes out."""

from __future__ import annotations

from statements_cli.cli.parameters import CORPUS, FILTERS, OUTPUT, PATHS, argument, listing
from statements_cli.cli.request import Request, UsageError
from statements_cli.query.order import HIT_ORDERS

HELP = (
    "With --speaker: what that speaker said. With TEXT: who said something like it. With both: both. "
    "Beside --speaker, a TEXT that is the name of a file or folder is read as a path."
)
EXAMPLES = (
    'statements who-said --speaker "Mao Ning"',
    'statements who-said "dialogue and negotiation"',
    'statements who-said "peace treaty" --speaker Putin',
)
TEXT = argument("text", str, "Words like those that were said.", "[TEXT]")
PARAMETERS = (TEXT, PATHS, *CORPUS, *FILTERS, *listing(HIT_ORDERS, "20 with TEXT, otherwise all"), *OUTPUT)


def run(request: Request) -> int:
    """Answer who said it; return the exit status."""
    from statements_cli.cli.answers import list_statements, search_statements

    text = request.options["text"]
    if text and request.options["speaker"] and request.is_path(text):
        request.options["paths"] = [text, *(request.options["paths"] or ())]
        text = None
    if text:
        request.refuse_loose_words("text")
        return search_statements(request, text)
    if not request.options["speaker"]:
        raise UsageError(
            "who-said needs a speaker or a text",
            'Name one: statements who-said --speaker "Mao Ning", or statements who-said "peace talks"',
        )
    return list_statements(request)
