"""Nothing comes in; the JSON Schema of a record goes out."""

from __future__ import annotations

from statements_cli.cli.exits import FOUND
from statements_cli.cli.parameters import MESSAGES
from statements_cli.cli.request import Request

HELP = "The JSON Schema of a record, as extract, list and search write it."
EXAMPLES = ("statements schema", "statements schema > record.schema.json")
PARAMETERS = MESSAGES


def run(request: Request) -> int:
    """Write the schema; return the exit status."""
    from statements_cli.output.json_schema import record_schema
    from statements_cli.output.writers import json_encoder

    request.environment.stdout.write(json_encoder(request.environment, indent=2)(record_schema()) + "\n")
    return FOUND
