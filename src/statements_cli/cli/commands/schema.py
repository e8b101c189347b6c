"""Write the JSON Schema of a record."""

from __future__ import annotations

from statements_cli.cli.errors import ExitStatus
from statements_cli.cli.options.shared import command
from statements_cli.cli.session import Session

EXAMPLES = ("statements schema", "statements schema > record.schema.json")


@command
def run(session: Session) -> int:
    """The JSON Schema of a record, as extract, list and search write it."""
    from statements_cli.output.json_schema import record_schema
    from statements_cli.output.writers import json_encoder

    session.environment.stdout.write(json_encoder(session.environment, indent=2)(record_schema()) + "\n")
    return ExitStatus.FOUND
