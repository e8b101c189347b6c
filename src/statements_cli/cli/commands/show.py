"""Show statements in their passages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from statements_cli.cli.errors import ExitStatus, UsageError
from statements_cli.cli.filtering import query_of
from statements_cli.cli.options.article_options import CachedArticleOptions
from statements_cli.cli.options.filter_options import WHAT_PANEL
from statements_cli.cli.options.output import OUTPUT_PANEL, OutputOptions
from statements_cli.cli.options.shared import command
from statements_cli.cli.reading.open_store import open_store
from statements_cli.cli.session import Session
from statements_cli.cli.statement_ids import IDS_HELP, STDIN, ids_and_articles, statements_with
from statements_cli.cli.writing import AnswerWriter

if TYPE_CHECKING:
    from statements_cli.model import Span
    from statements_cli.query.asking import Query
    from statements_cli.store.results import Passage

EXAMPLES = (
    "statements show $(statements search dialogue -q -n 1 --ids)",
    "statements list -q -n 3 --ids | statements show - --json",
    "statements show $(statements list -q -n 1 --ids) --document > text.txt",
)


@command
def run(
    session: Session,
    id: Annotated[str, typer.Argument(help=IDS_HELP, metavar="ID...")],
    *,
    articles: CachedArticleOptions,
    highlight: Annotated[
        str | None,
        typer.Option(
            "--highlight",
            help="Mark what matches this query in the passage, too.",
            metavar="QUERY",
            rich_help_panel=WHAT_PANEL,
        ),
    ] = None,
    document: Annotated[
        bool,
        typer.Option(
            "--document", help="The whole text of its document, as it was read.", rich_help_panel=OUTPUT_PANEL
        ),
    ] = False,
    output: OutputOptions,
) -> int:
    """Statements in their passages: content, cue and source marked, who relays it, the evidence for date and speaker.

    The path and the offsets stand beside. The beginning of an id is enough; what names a file or folder is read
    as articles. At the end stands a footnote. One id gives one JSON object, several a list. --document writes
    the whole text that the offsets count in, its SHA-256 on stderr.
    """
    from statements_cli.output.passage import passage_row, write_shown
    from statements_cli.output.records import SHOW_KEYS

    writer = AnswerWriter(session, output)
    fields = writer.fields(SHOW_KEYS)
    if document and (fields or writer.explicit):
        raise UsageError("--document writes a text, without fields or format", "Leave the others out")
    query = None if highlight is None else query_of(highlight)
    ids, articles = ids_and_articles(id, articles, session)
    if document and len(ids) > 1:
        raise UsageError("--document writes the text of one document", "Give one id")
    store = open_store(session, articles)
    passages = [passage for one in statements_with(ids, store, session) if (passage := store.show(one.id))]
    if not passages:
        return writer.nothing()
    if document:
        _write_document(passages[0], session)
    elif writer.format == "table" and not fields:
        for at, passage in enumerate(passages):
            session.environment.stdout.write("\n---\n\n" if at else "")
            write_shown(passage, session.environment, _matches(passage.text, query))
    elif writer.format == "json" and id != STDIN and len(ids) == 1:
        writer.write_object(passage_row(passages[0]), fields or SHOW_KEYS)
    else:
        writer.write(map(passage_row, passages), SHOW_KEYS, fields, None)
    return ExitStatus.FAILED if session.messages.failed else ExitStatus.FOUND


def _write_document(passage: Passage, session: Session) -> None:
    from statements_cli.output.passage import is_of_document, text_digest, write_document

    if not is_of_document(passage):
        path = passage.statement.path
        raise UsageError(f"the index was made of records, without {path}", "Index that document, or open it itself")
    write_document(passage.document, session.environment)
    length = f"{len(passage.document):,} characters"
    session.messages.note(f"{passage.statement.path}: {length}, SHA-256 {text_digest(passage.document)}")


def _matches(text: str, query: Query | None) -> list[Span]:
    if query is None or not query.terms:
        return []
    from statements_cli.query.fulltext.candidates import Texts
    from statements_cli.query.fulltext.matching import in_memory
    from statements_cli.query.fulltext.ranking import highlights, search

    found = search(Texts(in_memory([text]), 1), query, 1).best
    return highlights(text, found[0].matched) if found else []
