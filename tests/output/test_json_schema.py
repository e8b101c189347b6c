"""The schema says of every record what it is."""

from __future__ import annotations

from typing import Any

from fuzz.invariants import schema_faults
from statements_cli.model import RECORD_KEYS
from statements_cli.model.codec import record_of
from statements_cli.output.json_schema import DESCRIPTIONS, record_schema
from statements_cli.store import Store


def test_describes_every_key() -> None:
    """Every key of a record is described and required, in its order."""
    schema = record_schema()

    assert list(RECORD_KEYS) == list(schema["properties"]) == schema["required"] == list(DESCRIPTIONS)


def test_records_fit(store: Store) -> None:
    """What is written fits the schema."""
    schema = record_schema()

    assert [] == [fault for s in store.statements() for fault in schema_faults(record_of(s), schema)]


def test_wrong_records_do_not_fit(store: Store) -> None:
    """What isn't a record doesn't fit: a kind that is none, a key missing, a span of three."""
    row = record_of(store.statements()[0])
    spans = {"content": [(1, 2, 3)], "cue": [], "source": []}
    wrong: list[dict[str, Any]] = [row | {"kind": "loud"}, {k: v for k, v in row.items() if k != "id"}]

    assert all(schema_faults(record, record_schema()) for record in wrong)
    assert 3 == record_schema()["properties"]["spans"]["properties"]["content"]["items"]["maxItems"] + 1
    assert len(spans["content"][0]) == 3
