"""Cite statements."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

import typer

from statements_cli.cli.completion import one_of
from statements_cli.cli.errors import ExitStatus, UsageError
from statements_cli.cli.options.article_options import CachedArticleOptions
from statements_cli.cli.options.output import OUTPUT_PANEL
from statements_cli.cli.options.shared import command
from statements_cli.cli.reading.open_store import open_store
from statements_cli.cli.session import Session
from statements_cli.cli.statement_ids import IDS_HELP, ids_and_articles, statements_with

if TYPE_CHECKING:
    from statements_cli.model import Statement
    from statements_cli.output.citations.styles import Style

EXAMPLES = (
    "statements cite $(statements list -q -n 1 --ids)",
    "statements list -q -n 3 --ids | statements cite - --format bibtex",
    "statements cite $(statements search dialogue -q -n 1 --ids) --format csl-json",
)
CitationFormat: TypeAlias = Literal["text", "markdown", "bibtex", "ris", "csl-json"]
_STYLES = ("apa", "bluebook", "chicago", "chicago-author-date", "harvard", "ieee", "mhra", "mla", "oscola")


@command
def run(
    session: Session,
    id: Annotated[str, typer.Argument(help=IDS_HELP, metavar="ID...")],
    *,
    articles: CachedArticleOptions,
    style: Annotated[
        str | None,
        typer.Option(
            "--style",
            help=f"The article in a style: {', '.join(_STYLES)}, or any CSL style. An extra: cite.",
            metavar="NAME",
            autocompletion=one_of(_STYLES),
            rich_help_panel=OUTPUT_PANEL,
        ),
    ] = None,
    format: Annotated[
        CitationFormat,
        typer.Option(
            "--format",
            help="A footnote as text or Markdown, or the article for a reference manager.",
            metavar="text|markdown|bibtex|ris|csl-json",
            case_sensitive=False,
            show_default=False,
            rich_help_panel=OUTPUT_PANEL,
        ),
    ] = "text",
) -> int:
    """A footnote that holds: speaker, role, words, outlet, headline, the day published, the day said.

    It says how the day is known, and from which characters of which file the words are. For reference managers the
    article is the work, and the statement its note.
    """
    ids, articles = ids_and_articles(id, articles, session)
    if style is not None and format not in ("text", "markdown"):
        raise UsageError(f"{format} is for a reference manager, which has styles of its own", "Leave --style out")
    with _style(style) as wanted:
        store = open_store(session, articles)
        statements = list(statements_with(ids, store, session))
        text = _cited(statements, format, wanted, session) if statements else ""
    if statements:
        session.environment.stdout.write(text)
    elif format == "csl-json":
        session.environment.stdout.write("[]\n")
    if session.messages.failed:
        return ExitStatus.FAILED
    return ExitStatus.FOUND if statements else ExitStatus.NOTHING


@contextmanager
def _style(name: str | None) -> Iterator[Style | None]:
    """Yield the style asked for.

    Raises ``UsageError`` for one that can't be used, here or in the block.
    """
    if name is None:
        yield None
        return
    from statements_cli.output.citations.styles import Style, StyleError

    try:
        yield Style(name)
    except StyleError as error:
        raise UsageError(str(error), error.mend) from error


def _cited(statements: list[Statement], format: CitationFormat, style: Style | None, session: Session) -> str:
    from statements_cli.output.citations.footnote import MARKDOWN, PLAIN, footnote
    from statements_cli.output.citations.reference_formats import bibtex_entry, csl_item, joined, ris_record

    if format == "bibtex":
        return joined(map(bibtex_entry, statements))
    if format == "ris":
        return joined(map(ris_record, statements))
    if format == "csl-json":
        from statements_cli.output.writers import json_encoder

        return json_encoder(session.environment, indent=2)(list(map(csl_item, statements))) + "\n"
    markup = MARKDOWN if format == "markdown" else PLAIN
    references = (style.reference(statement, markup) if style else None for statement in statements)
    notes = [footnote(one, markup, printed) for one, printed in zip(statements, references, strict=True)]
    return joined(f"{note}\n" for note in notes)
