"""Name the formats that statements are exported in, and write each."""

from __future__ import annotations

from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO, Literal, TextIO, TypeAlias, get_args

from statements_cli.model import RECORD_KEYS
from statements_cli.model.codec import record_of
from statements_cli.output.environment import Environment
from statements_cli.output.exports.exported import Exported
from statements_cli.output.writers import json_encoder, writer

ExportFormat: TypeAlias = Literal[
    "csv",
    "jsonl",
    "parquet",
    "sqlite",
    "markdown",
    "webannotation",
    "jsonld",
    "citron",
    "quotebank",
    "quotebank-articles",
    "brat",
]
EXPORT_FORMATS: tuple[ExportFormat, ...] = get_args(ExportFormat)
IN_FILES: frozenset[ExportFormat] = frozenset({"parquet", "sqlite", "brat"})
"""The formats that are no text, and so nothing for a terminal or a pipe."""
_ENDINGS: dict[str, ExportFormat] = {
    ".csv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".db": "sqlite",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
    ".md": "markdown",
    ".markdown": "markdown",
    ".jsonld": "jsonld",
}
_PART = 1 << 20  # bytes copied at once


def format_of(name: str) -> ExportFormat | None:
    """Return the format that a file's name ends in; None where that says none."""
    return _ENDINGS.get(Path(name).suffix.lower())


def write_text(exported: Exported, format_: ExportFormat, environment: Environment) -> None:
    """Write statements to stdout in a format that is text."""
    if format_ in ("csv", "jsonl"):
        rows = map(record_of, exported.read())
        writer(format_)(rows, RECORD_KEYS, environment, True)
    elif format_ == "markdown":
        from statements_cli.output.exports.markdown_pages import write_markdown_page

        write_markdown_page(exported, environment.stdout)
    else:
        _json_writer(format_)(exported, environment.stdout, json_encoder(environment))


def write_into(exported: Exported, format_: ExportFormat, file: BinaryIO) -> None:
    """Write statements into an open file, in any format but brat's, which takes a folder.

    Raises ``ImportError`` where the extra for Parquet isn't installed.
    """
    if format_ == "parquet":
        from statements_cli.output.exports.parquet_rows import write_parquet

        write_parquet(exported, file)
    elif format_ == "sqlite":
        _write_database(exported, file)
    else:
        text = TextIOWrapper(file, "utf-8", errors="replace", newline="", write_through=True)
        try:
            write_text(exported, format_, Environment(text, text, text))
            text.flush()
        finally:
            text.detach()


def _write_database(exported: Exported, file: BinaryIO) -> None:
    from statements_cli.output.exports.sqlite_tables import write_tables

    with TemporaryDirectory(prefix="statements-") as folder:
        made = Path(folder) / "statements.db"
        write_tables(exported, str(made))
        with made.open("rb") as source:
            while part := source.read(_PART):
                file.write(part)


def _json_writer(format_: ExportFormat) -> Callable[[Exported, TextIO, Callable[[Any], str]], None]:
    if format_ == "webannotation":
        from statements_cli.output.exports.web_annotation import write_web_annotations

        return write_web_annotations
    if format_ == "jsonld":
        from statements_cli.output.exports.schema_org import write_quotations

        return write_quotations
    if format_ == "citron":
        from statements_cli.output.exports.citron_documents import write_citron

        return write_citron
    if format_ == "quotebank-articles":
        from statements_cli.output.exports.quotebank_articles import write_quotebank_articles

        return write_quotebank_articles
    from statements_cli.output.exports.quotebank_quotations import write_quotebank

    return write_quotebank
