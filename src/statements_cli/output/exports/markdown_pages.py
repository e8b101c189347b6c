"""Write statements as a page of Markdown.

A heading for each article, an item for each statement.
"""

from __future__ import annotations

from itertools import groupby
from typing import TextIO

from statements_cli.model import Statement
from statements_cli.output.citations.footnote import MARKDOWN, retrieval, saying
from statements_cli.output.exports.exported import Exported, iri_of
from statements_cli.output.safe import markdown_text


def write_markdown_page(exported: Exported, out: TextIO) -> None:
    """Write the articles that hold statements, in the order of the documents."""
    out.write("# Statements\n")
    for _, group in groupby(exported.read(), lambda one: (one.path, one.article)):
        for number, statement in enumerate(group):
            if not number:
                out.write(f"\n## {_heading(statement)}\n\n{_about(statement)}\n\n")
            out.write(f"- {saying(statement, MARKDOWN)} {retrieval(statement, MARKDOWN)}\n")


def _heading(statement: Statement) -> str:
    return markdown_text(statement.headline or "An article without a headline")


def _about(statement: Statement) -> str:
    published = f"published {statement.published[:10]}" if statement.published else "day published unknown"
    outlet = MARKDOWN.title(statement.outlet) if statement.outlet else "Outlet unknown"
    address = f" <{iri_of(statement)}>" if statement.url else ""
    return f"{outlet}, {published}{address}"
