"""The id of a statement comes in; the statement in its passage, with the evidence for it, goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statements_cli.cli.exits import FAILED, FOUND
from statements_cli.cli.parameters import CORPUS, FILTER_PANEL, OUTPUT, OUTPUT_PANEL, PATHS, argument, option
from statements_cli.cli.request import Request, UsageError

if TYPE_CHECKING:
    from statements_cli.model import Span
    from statements_cli.query.asking import Query
    from statements_cli.store.results import Passage

HELP = (
    "One statement in its passage: content, cue and source marked, who relays it, the evidence for date "
    "and speaker, the path and the offsets. The beginning of an id is enough. --document writes the whole text "
    "that the offsets count in, its SHA-256 on stderr."
)
EXAMPLES = (
    "statements show $(statements search dialogue -q -n 1 --fields id | tail -n 1)",
    "statements show $(statements list -q -n 1 --fields id | tail -n 1) --json",
    "statements show $(statements list -q -n 1 --fields id | tail -n 1) --document > text.txt",
)
ID = argument("id", str, "The statement's id, or its beginning.", "ID", required=True)
DOCUMENT = option("--document", bool, "The whole text of its document, as it was read.", OUTPUT_PANEL)
HIGHLIGHT = option("--highlight", str, "Mark what matches this query in the passage, too.", FILTER_PANEL, "QUERY")
PARAMETERS = (ID, PATHS, HIGHLIGHT, *CORPUS, DOCUMENT, *OUTPUT)


def run(request: Request) -> int:
    """Show one statement; return the exit status."""
    from statements_cli.output.passage import passage_row, write_shown
    from statements_cli.output.records import SHOW_KEYS

    fields = request.fields(SHOW_KEYS)
    whole = request.options["document"]
    if whole and (fields or request.options.get("json") or request.options.get("format")):
        raise UsageError("--document writes a text, without fields or format", "Leave the others out")
    query = _query(request.options["highlight"])
    store = request.store()
    statement = request.statement(request.options["id"], store)
    passage = store.show(statement.id) if statement else None
    if passage is None:
        return request.nothing()
    if whole:
        _write_document(passage, request)
    elif request.format() == "table" and not fields:
        write_shown(passage, request.environment, _matches(passage.text, query))
    elif request.format() == "json":
        request.write_object(passage_row(passage), fields or SHOW_KEYS)
    else:
        request.write([passage_row(passage)], SHOW_KEYS, fields, None)
    return FAILED if request.messages.failed else FOUND


def _write_document(passage: Passage, request: Request) -> None:
    from statements_cli.output.passage import text_digest, write_document

    write_document(passage.document, request.environment)
    length = f"{len(passage.document):,} characters"
    request.messages.note(f"{passage.statement.path}: {length}, SHA-256 {text_digest(passage.document)}")


def _query(text: str | None) -> Query | None:
    if text is None:
        return None
    from statements_cli.query.asking import QueryError, parse_query

    try:
        return parse_query(text)
    except QueryError as error:
        raise UsageError(str(error), error.mend) from error


def _matches(text: str, query: Query | None) -> list[Span]:
    if query is None or not query.terms:
        return []
    from statements_cli.query.fulltext.candidates import Texts
    from statements_cli.query.fulltext.matching import in_memory
    from statements_cli.query.fulltext.ranking import highlights, search

    found = search(Texts(in_memory([text]), 1), query, 1).best
    return highlights(text, found[0].matched) if found else []
