"""Write rows as JSON, CSV, TSV, Markdown or plain lines, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal, TextIO, TypeAlias, get_args

from statements_cli.output.environment import Environment
from statements_cli.output.records import Row, as_plain, as_text, picked
from statements_cli.output.safe import cell, json_safe, one_line

Writer: TypeAlias = Callable[[Iterable[Row], Sequence[str], Environment], int]

Format: TypeAlias = Literal["table", "json", "jsonl", "csv", "tsv", "markdown"]
FORMATS: tuple[Format, ...] = get_args(Format)


def write_json(rows: Iterable[Row], fields: Sequence[str], environment: Environment) -> int:
    """Write one JSON array, a record a line; return how many."""
    encode = json_encoder(environment)
    out = environment.stdout
    count = 0
    for row in rows:
        out.write(",\n" if count else "[\n")
        out.write(encode(picked(row, fields)))
        count += 1
    out.write("\n]\n" if count else "[]\n")
    return count


def write_jsonl(rows: Iterable[Row], fields: Sequence[str], environment: Environment) -> int:
    """Write a JSON object a line; return how many."""
    encode = json_encoder(environment)
    out = environment.stdout
    count = 0
    for row in rows:
        out.write(encode(picked(row, fields)) + "\n")
        count += 1
    return count


def write_csv(rows: Iterable[Row], fields: Sequence[str], environment: Environment) -> int:
    """Write comma-separated values with a header; return how many rows."""
    return _separated(rows, fields, environment.stdout, ",")


def write_tsv(rows: Iterable[Row], fields: Sequence[str], environment: Environment) -> int:
    """Write tab-separated values with a header, quoted where needed; return how many rows."""
    return _separated(rows, fields, environment.stdout, "\t")


def write_markdown(rows: Iterable[Row], fields: Sequence[str], environment: Environment) -> int:
    """Write a Markdown table; return how many rows it has. Nothing is written where there are none."""
    out = environment.stdout
    count = 0
    for row in rows:
        if not count:
            out.write(f"| {' | '.join(fields)} |\n|{' --- |' * len(fields)}\n")
        out.write(f"| {' | '.join(_markdown_cell(as_plain(row[key])) for key in fields)} |\n")
        count += 1
    return count


def write_plain(rows: Iterable[Row], fields: Sequence[str], environment: Environment) -> int:
    """Write a header line and a line a row, tabs between the columns, nothing cut; return how many rows."""
    out = environment.stdout
    count = 0
    for row in rows:
        if not count:
            out.write("\t".join(fields) + "\n")
        out.write("\t".join(one_line(as_plain(row[key])) for key in fields) + "\n")
        count += 1
    return count


def writer(format_: str) -> Writer:
    """Return the writer of a format; ``table`` gives the plain one, for streams that are no terminal."""
    return {
        "table": write_plain,
        "json": write_json,
        "jsonl": write_jsonl,
        "csv": write_csv,
        "tsv": write_tsv,
        "markdown": write_markdown,
    }[format_]


def json_encoder(environment: Environment, indent: int | None = None) -> Callable[[Any], str]:
    """Return what turns a value into JSON that the stream can take, on one line unless indented.

    A stream that isn't Unicode gets ASCII only: half of the records in Latin-1 would not be JSON.
    """
    from json import JSONEncoder

    encode = JSONEncoder(ensure_ascii=not environment.takes_unicode, indent=indent).encode
    return lambda value: json_safe(encode(value))


def _separated(rows: Iterable[Row], fields: Sequence[str], out: TextIO, delimiter: str) -> int:
    from csv import writer as csv_writer

    lines = csv_writer(out, delimiter=delimiter, lineterminator="\n")
    count = 0
    for row in rows:
        if not count:
            lines.writerow(fields)
        lines.writerow([_cell(row[key]) for key in fields])
        count += 1
    if not count:
        lines.writerow(fields)
    return count


def _cell(value: Any) -> str:
    return cell(value) if isinstance(value, str) else json_safe(as_text(value))


def _markdown_cell(text: str) -> str:
    escaped = one_line(text).replace("\\", "\\\\").replace("|", "\\|")
    for mark in "`*_[]<>":
        escaped = escaped.replace(mark, "\\" + mark)
    return escaped
