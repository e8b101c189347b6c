"""Write statements into Parquet files as export does, and as other programs might."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from statements_cli.model import Statement, StatementSpans
from statements_cli.model.arrow_schema import arrow_schema

PLAIN = Statement(
    id="a1", date="2025-05-20", date_basis="article", speaker="Mao Ning", type="person", role=None, country="CN",
    kind="direct", act="speech", text="We met", quotes=("We met",), cue="said", source="Mao", via=(), audience=None,
    channel=None, headline="Talks", outlet="AFP", byline=None, published="2025-05-20", published_basis="metadata",
    article="x", path="a.txt", url=None, spans=StatementSpans(((1, 7),), ((9, 13),), ((14, 17),)), confidence=0.9,
    language="en", utterance="a1",
)  # fmt: skip
OTHER = replace(
    PLAIN, id="b2", date=None, date_basis=None, speaker=None, type=None, quotes=(), via=("AFP", "BBC"), cue=None,
    spans=StatementSpans(((20, 24), (30, 34)), (), ()), confidence=1, non_answer=True, text="Zoë “went” away",
)  # fmt: skip
Change = Callable[[dict[str, Any]], dict[str, Any]]


def written(path: Path, statements: list[Statement], change: Change = dict) -> str:
    """Write statements as export does, the last one changed."""
    import pyarrow
    from pyarrow import parquet

    records = [one.to_dict() for one in statements]
    records[-1] = change(records[-1])
    parquet.write_table(pyarrow.Table.from_pylist(records, schema=nullable()), path)
    return str(path)


def nullable() -> Any:
    """The schema of a record in which everything may be missing, as other programs write it."""
    import pyarrow

    return pyarrow.schema([field.with_nullable(True) for field in arrow_schema()])
