"""Compare records of Spark with those of one machine."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

EVERY_RECORD = ("--act", "any", "--min-confidence", "0", "-n", "0", "--format", "jsonl")
"""What makes ``list`` leave nothing out."""


def records_by(*arguments: str | Path) -> list[dict[str, Any]]:
    """Return the records that a command of one machine writes."""
    done = subprocess.run(
        [sys.executable, "-m", "statements_cli", *map(str, arguments)], capture_output=True, check=False
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def records_in(frame: Any) -> list[dict[str, Any]]:
    """Return the records of a DataFrame."""
    return [row.asDict(recursive=True) for row in frame.collect()]


def ordered(records: Sequence[dict[str, Any]]) -> list[str]:
    """Return records as text, in an order that depends on them alone."""
    return sorted(json.dumps(record, sort_keys=True) for record in records)
