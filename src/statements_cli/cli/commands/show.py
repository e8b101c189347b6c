"""The id of a statement comes in; the statement in its passage, with the evidence for it, goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statements_cli.cli.exits import FAILED, FOUND
from statements_cli.cli.parameters import CORPUS, OUTPUT, OUTPUT_PANEL, PATHS, argument, option
from statements_cli.cli.request import Request, UsageError

if TYPE_CHECKING:
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
PARAMETERS = (ID, PATHS, *CORPUS, DOCUMENT, *OUTPUT)
_CANDIDATES = 5


def run(request: Request) -> int:
    """Show one statement; return the exit status."""
    from statements_cli.output.passage import passage_row, write_shown
    from statements_cli.output.records import SHOW_KEYS

    fields = request.fields(SHOW_KEYS)
    whole = request.options["document"]
    if whole and (fields or request.options.get("json") or request.options.get("format")):
        raise UsageError("--document writes a text, without fields or format", "Leave the others out")
    store = request.store()
    wanted = request.options["id"]
    candidates = store.with_id(wanted)
    if len(candidates) > 1:
        raise UsageError(
            f"{len(candidates)} statements have an id that begins with {wanted}",
            f"Give more of it: {_listed([s.id for s in candidates])}",
        )
    passage = store.show(wanted) if candidates else None
    if passage is None:
        request.messages.warn(f"no statement has an id that begins with {wanted}; statements list shows the ids")
        return request.nothing()
    if whole:
        _write_document(passage, request)
    elif request.format() == "table" and not fields:
        write_shown(passage, request.environment)
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


def _listed(ids: list[str]) -> str:
    more = f" and {len(ids) - _CANDIDATES} more" if len(ids) > _CANDIDATES else ""
    return ", ".join(ids[:_CANDIDATES]) + more
