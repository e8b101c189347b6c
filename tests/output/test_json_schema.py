"""The schema says of every record what it is."""

from __future__ import annotations

from typing import Any

from statements_cli.model import RECORD_KEYS
from statements_cli.output.json_schema import DESCRIPTIONS, record_schema
from statements_cli.output.records import statement_row
from statements_cli.store import Store

KINDS: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "null": (type(None),),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list, tuple),
    "object": (dict,),
}


def faults(value: Any, schema: dict[str, Any], where: str = "") -> list[str]:
    """Return where a value breaks the schema, by the keywords that the schema uses."""
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not isinstance(value, tuple(kind for name in types for kind in KINDS[name])):
        return [f"{where}: {value!r} is no {types}"]
    if "enum" in schema and value not in schema["enum"]:
        return [f"{where}: {value!r}"]
    if isinstance(value, dict):
        missing = [f"{where}.{key} missing" for key in schema["required"] if key not in value]
        return missing + [f for k, s in schema["properties"].items() if k in value for f in faults(value[k], s, k)]
    if isinstance(value, (list, tuple)):
        parts = schema.get("prefixItems") or [schema["items"]] * len(value)
        return [f for item, part in zip(value, parts, strict=True) for f in faults(item, part, where)]
    return []


def test_describes_every_key() -> None:
    """Every key of a record is described and required, in its order."""
    schema = record_schema()

    assert list(RECORD_KEYS) == list(schema["properties"]) == schema["required"] == list(DESCRIPTIONS)


def test_records_fit(store: Store) -> None:
    """What is written fits the schema."""
    schema = record_schema()

    assert [] == [fault for s in store.statements() for fault in faults(statement_row(s), schema)]


def test_wrong_records_do_not_fit(store: Store) -> None:
    """What isn't a record doesn't fit: a kind that is none, a key missing, a span of three."""
    row = statement_row(store.statements()[0])
    spans = {"content": [(1, 2, 3)], "cue": [], "source": []}
    wrong: list[dict[str, Any]] = [row | {"kind": "loud"}, {k: v for k, v in row.items() if k != "id"}]

    assert all(faults(record, record_schema()) for record in wrong)
    assert 3 == record_schema()["properties"]["spans"]["properties"]["content"]["items"]["maxItems"] + 1
    assert len(spans["content"][0]) == 3
