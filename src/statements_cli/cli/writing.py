"""Write a command's answer in the format asked for, and say what was left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from statements_cli.cli.errors import ExitStatus, UsageError
from statements_cli.cli.options.filter_options import FilterOptions
from statements_cli.cli.options.output import OutputOptions
from statements_cli.cli.session import Session
from statements_cli.output.records import Row, picked

if TYPE_CHECKING:
    from statements_cli.cli.options.output import Format
    from statements_cli.output.tables.table import Highlights
    from statements_cli.output.tables.table_columns import Layout
    from statements_cli.store.results import Found


class AnswerWriter:
    """How the answer of one call is written.

    In ``format``, as a drawn table where that is ``drawn``.

    ``filters`` are those of the answer, if it has any; ``default`` is the command's own format.
    Raises ``UsageError`` where two formats are asked for.
    """

    def __init__(
        self,
        session: Session,
        options: OutputOptions,
        filters: FilterOptions | None = None,
        default: Format = "table",
    ) -> None:
        self.session = session
        self._sureness_given = filters is not None and filters.min_confidence is not None
        self._fields = options.fields or ""
        self._ids, self._header = options.ids, not options.no_header
        given = options.format
        if options.json and given not in (None, "json"):
            raise UsageError(f"--json and --format {given} exclude each other", "Leave one out")
        explicit = "json" if options.json else given or _set_format(session)
        self.format: Format = explicit or default
        self.explicit = given is not None or options.json or options.ids
        self._check(options)
        environment = session.environment
        self.on_terminal = self.format == "table" and environment.stdout_is_terminal and not self._ids
        self.drawn = self.on_terminal or (self.format == "table" and explicit == "table" and not self._ids)
        environment.color = options.color or environment.color

    def _check(self, options: OutputOptions) -> None:
        """Raise ``UsageError`` for options that contradict each other or the format."""
        if options.ids and (options.fields or options.format not in (None, "table") or options.json):
            raise UsageError("--ids writes ids alone", "Leave --fields and --format out")
        if options.no_header and self.format in ("json", "jsonl", "ndjson"):
            raise UsageError(f"{self.format} has no header to leave out", "Leave --no-header out")
        if self.format == "xlsx" and not options.ids:
            _check_workbooks(self.session)

    def fields(self, known: Sequence[str]) -> tuple[str, ...]:
        """Return the fields asked for, none for the command's own. Raises ``UsageError`` for unknown ones."""
        if self._ids:
            return (_id_among(known),)
        fields = tuple(field.strip() for field in self._fields.split(",") if field.strip())
        if self._fields and not fields:
            raise UsageError("--fields names no field", f"Fields are {', '.join(known)}")
        if unknown := [field for field in fields if field not in known]:
            raise UsageError(f"there is no field {unknown[0]}", f"Fields are {', '.join(known)}")
        return fields

    def shows(self, field: str, fields: Sequence[str]) -> bool:
        """Return whether the answer has a field that no table has of itself.

        ``fields`` are those asked for.
        """
        return field in fields if fields else self.format not in ("table", "markdown")

    def write(
        self,
        rows: Iterable[Row],
        keys: Sequence[str],
        fields: Sequence[str],
        layout: Layout | None = None,
        highlights: Highlights | None = None,
    ) -> int:
        """Write rows in the format asked for; return how many.

        ``keys`` are all the fields there are; ``layout`` is that of a table, of statements unless given.
        """
        from statements_cli.output.writers import write_ids, writer

        if self.format in ("table", "markdown"):
            from statements_cli.output.tables.table_columns import STATEMENTS

            layout = layout or STATEMENTS
            if self.drawn:
                from statements_cli.output.tables.table import write_table

                return write_table(rows, fields, layout, self.session.environment, highlights, header=self._header)
            keys = layout.fields
        fields = fields or keys
        write = write_ids if self._ids else writer(self.format)
        return write(rows, fields, self.session.environment, self._header)

    def write_object(self, row: Mapping[str, Any], fields: Sequence[str]) -> None:
        """Write one JSON object."""
        from statements_cli.output.writers import json_encoder, write_json_text

        encode = json_encoder(self.session.environment, indent=2)
        write_json_text(encode(picked(row, fields)) + "\n", self.session.environment)

    def answer(
        self,
        rows: Iterable[Row],
        found: Found[Any],
        things: str,
        keys: Sequence[str],
        fields: Sequence[str],
        layout: Layout | None = None,
        highlights: Highlights | None = None,
    ) -> ExitStatus:
        """Write what was found, say what was left out, and return the exit status."""
        messages = self.session.messages
        count = self.write(rows, keys, fields, layout, highlights)
        self.session.environment.stdout.flush()
        if count < found.total:
            messages.note(_left_out(found, count, things))
        if found.undated:
            messages.note(f"{found.undated} without a day left out; --undated brings them in")
        self.note_doubtful(found.doubtful)
        if messages.failed:
            return ExitStatus.FAILED
        if not found.total:
            messages.note(f"no {things} found")
        return ExitStatus.FOUND if count else ExitStatus.NOTHING

    def note_doubtful(self, count: int) -> None:
        """Say how many statements the least confidence left out, unless the reader has set it."""
        if count and not self._sureness_given:
            self.session.messages.note(f"{count} doubtful left out; --min-confidence 0 brings them in")

    def nothing(self) -> ExitStatus:
        """Write what stands for nothing in the format asked for, and return the exit status."""
        if self.format == "json":
            self.session.environment.stdout.write("[]\n")
        return ExitStatus.FAILED if self.session.messages.failed else ExitStatus.NOTHING


def _check_workbooks(session: Session) -> None:
    """Raise ``UsageError`` where no workbook can be written."""
    from statements_cli.output.workbook import WorkbookError, require

    if session.environment.stdout_is_terminal:
        raise UsageError("a workbook is nothing for a terminal", "Write it into a file: ... > statements.xlsx")
    try:
        require()
    except WorkbookError as error:
        raise UsageError(str(error), "Install it: pip install 'statements-cli[xlsx]'") from error


def _id_among(known: Sequence[str]) -> str:
    """Return the field that holds the id. Raises ``UsageError`` where there is none."""
    for field in ("id", "article"):
        if field in known:
            return field
    raise UsageError("what this command answers with has no ids", "Leave --ids out")


def _left_out(found: Found[Any], count: int, things: str) -> str:
    """Return in words which things are shown, and how to see the others."""
    end = found.offset + count
    of = found.total if found.exact else f"about {found.total}"
    if not count:
        return f"none behind the first {found.offset} of {of} {things}"
    first = f"{found.offset + 1} to " if count > 1 else ""
    shown = f"{first}{end}" if found.offset else f"{count}"
    more = f", {found.total - end} more: -n 0 shows all, --offset {end} the next" if end < found.total else ""
    return f"{shown} of {of} {things}{more}"


def _set_format(session: Session) -> Format | None:
    # what extract writes is read by other programs: a default for all commands is not meant for it
    own = session.settings.options.get(session.command, {})
    found: Format | None = (
        own.get("format") if session.command == "extract" else session.settings.option(session.command, "format")
    )
    return found
