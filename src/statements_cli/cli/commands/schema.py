"""Write the schema of a record: JSON Schema, or Arrow's."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from statements_cli.cli.errors import ExitStatus, UsageError
from statements_cli.cli.options.output import OUTPUT_PANEL
from statements_cli.cli.options.shared import command
from statements_cli.cli.session import Session

EXAMPLES = ("statements schema", "statements schema > record.schema.json", "statements schema --arrow")


@command
def run(
    session: Session,
    *,
    arrow: Annotated[
        bool,
        typer.Option(
            "--arrow",
            help="The Arrow schema, as the Parquet files of export have it. An extra: parquet.",
            rich_help_panel=OUTPUT_PANEL,
        ),
    ] = False,
) -> int:
    """The JSON Schema of a record, as extract, list and search write it; or its Arrow schema."""
    from statements_cli.output.json_schema import record_schema
    from statements_cli.output.writers import json_encoder

    schema = _arrow_schema() if arrow else record_schema()
    session.environment.stdout.write(json_encoder(session.environment, indent=2)(schema) + "\n")
    return ExitStatus.FOUND


def _arrow_schema() -> dict[str, Any]:
    """Return the columns of the Arrow schema. Raises ``UsageError`` without the extra."""
    from statements_cli.model.arrow_schema import arrow_schema

    try:
        columns = arrow_schema()
    except ImportError as error:
        what = "Arrow needs a package that is not installed"
        raise UsageError(what, "Install it: pip install 'statements-cli[parquet]'") from error
    return {"fields": [{"name": one.name, "type": str(one.type), "nullable": one.nullable} for one in columns]}
