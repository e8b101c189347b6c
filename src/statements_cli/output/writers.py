"""Write rows as JSON, CSV, TSV, Markdown, a workbook or lines, one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TextIO, TypeAlias

from statements_cli.output.environment import Environment
from statements_cli.output.records import Row, as_text, picked
from statements_cli.output.safe import cell, json_safe, markdown_text, one_line

Writer: TypeAlias = Callable[[Iterable[Row], Sequence[str], Environment, bool], int]
"""What writes the named fields of rows, under a header or without, and returns how many rows there were."""


def write_json(rows: Iterable[Row], fields: Sequence[str], environment: Environment, header: bool = True) -> int:  # noqa: ARG001
    """Write one JSON array, a record a line, on a terminal indented and in colours.

    Return how many.
    """
    terminal = environment.stdout_is_terminal
    encode = json_encoder(environment, indent=2 if terminal else None)
    write = _json_printer(environment)
    count = 0
    for row in rows:
        write(",\n" if count else "[\n")
        record = encode(picked(row, fields))
        write(record if not terminal else "\n".join(f"  {line}" for line in record.split("\n")))
        count += 1
    write("\n]\n" if count else "[]\n")
    return count


def write_jsonl(rows: Iterable[Row], fields: Sequence[str], environment: Environment, header: bool = True) -> int:  # noqa: ARG001
    """Write a JSON object a line; return how many."""
    encode = json_encoder(environment)
    out = environment.stdout
    count = 0
    for row in rows:
        out.write(encode(picked(row, fields)) + "\n")
        count += 1
    return count


def write_json_text(text: str, environment: Environment) -> None:
    """Write JSON text, on a terminal in colours."""
    _json_printer(environment)(text)


def write_csv(rows: Iterable[Row], fields: Sequence[str], environment: Environment, header: bool = True) -> int:
    """Write comma-separated values; return how many rows."""
    return _separated(rows, fields, environment.stdout, ",", header)


def write_tsv(rows: Iterable[Row], fields: Sequence[str], environment: Environment, header: bool = True) -> int:
    """Write tab-separated values, quoted where needed; return how many rows."""
    return _separated(rows, fields, environment.stdout, "\t", header)


def write_excel(rows: Iterable[Row], fields: Sequence[str], environment: Environment, header: bool = True) -> int:
    """Write comma-separated values behind a byte-order mark, by which Excel knows UTF-8.

    Return how many rows.
    """
    if environment.takes_unicode:
        environment.stdout.write("\ufeff")
        return _separated(rows, fields, environment.stdout, ",", header)
    from io import TextIOWrapper

    environment.stdout.flush()
    out = TextIOWrapper(environment.stdout.buffer, "utf-8-sig", newline="", write_through=True)
    try:
        return _separated(rows, fields, out, ",", header)
    finally:
        out.detach()


def write_markdown(rows: Iterable[Row], fields: Sequence[str], environment: Environment, header: bool = True) -> int:
    """Write a Markdown table; return how many rows it has.

    Nothing is written where there are none.
    """
    from statements_cli.output.tables.cells import shown

    out = environment.stdout
    count = 0
    for row in rows:
        if header and not count:
            out.write(f"| {' | '.join(map(markdown_text, fields))} |\n|{' --- |' * len(fields)}\n")
        out.write(f"| {' | '.join(markdown_text(shown(row, key)) for key in fields)} |\n")
        count += 1
    return count


def write_plain(rows: Iterable[Row], fields: Sequence[str], environment: Environment, header: bool = True) -> int:
    """Write a line a row, tabs between the columns, nothing cut; return how many rows."""
    from statements_cli.model.signs import ASCII_SIGNS, SIGNS
    from statements_cli.output.tables.cells import shown

    out = environment.stdout
    signs = SIGNS if environment.takes_unicode else ASCII_SIGNS
    count = 0
    for row in rows:
        if header and not count:
            out.write("\t".join(map(one_line, fields)) + "\n")
        out.write("\t".join(shown(row, key, signs) for key in fields) + "\n")
        count += 1
    return count


def write_ids(rows: Iterable[Row], fields: Sequence[str], environment: Environment, header: bool = False) -> int:  # noqa: ARG001
    """Write the ids alone, one a line; return how many."""
    return write_plain(rows, fields, environment, header=False)


def writer(format_: str) -> Writer:
    """Return the writer of a format.

    ``table`` gives the plain one, for streams that are no terminal.
    """
    if format_ == "xlsx":
        from statements_cli.output.workbook import write_workbook

        return write_workbook
    return {
        "table": write_plain,
        "json": write_json,
        "jsonl": write_jsonl,
        "ndjson": write_jsonl,
        "csv": write_csv,
        "tsv": write_tsv,
        "markdown": write_markdown,
        "excel": write_excel,
    }[format_]


def _json_printer(environment: Environment) -> Callable[[str], object]:
    """Return what writes pieces of JSON text.

    In colours on a terminal, never in a pipe.
    """
    if not (environment.stdout_is_terminal and environment.colored):
        return environment.stdout.write
    from statements_cli.output.console import JsonPrinter

    return JsonPrinter(environment).write


def json_encoder(environment: Environment, indent: int | None = None) -> Callable[[Any], str]:
    """Return what writes a value as JSON for the stream, on one line unless indented.

    A stream that isn't Unicode gets ASCII only: half of the records in Latin-1 would not be JSON.
    """
    from json import JSONEncoder

    encode = JSONEncoder(ensure_ascii=not environment.takes_unicode, indent=indent).encode
    return lambda value: json_safe(encode(value))


def _separated(rows: Iterable[Row], fields: Sequence[str], out: TextIO, delimiter: str, header: bool) -> int:
    from csv import writer as csv_writer

    lines = csv_writer(out, delimiter=delimiter, lineterminator="\n")
    count = 0
    if header:
        lines.writerow(map(cell, fields))
    for row in rows:
        lines.writerow([_cell(row[key]) for key in fields])
        count += 1
    return count


def _cell(value: Any) -> str:
    return cell(value) if isinstance(value, str) else json_safe(as_text(value))
