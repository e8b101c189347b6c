"""Group the versions of one utterance, inside a task.

What is compared, and joined, is what an index does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from statements_cli.spark.arrow_rows import batches_of, columns, groups_of, rows_of
from statements_cli.spark.lending_tasks import report


def relay_columns() -> Any:
    """Return the schema of relays, with the key of what they say themselves."""
    return columns(relay="string", relay_key="string")


def relay_keys(batches: Iterable[Any]) -> Iterator[Any]:
    """Yield the names of relays with their keys."""
    from statements_cli.utterances.speaker_keys import speaker_key

    return batches_of((row | {"relay_key": speaker_key(row["relay"])} for row in rows_of(batches)), relay_columns())


def edge_columns() -> Any:
    """Return the schema of statements joined with another one."""
    return columns(number="int64", root="int64")


def joined_in_blocks(batches: Iterable[Any]) -> Iterator[Any]:
    """Yield the statements that are versions of another, within each block: its rows stand together."""
    rows = (row for _, block in groups_of(batches, "block") for row in _joined(block))
    return batches_of(rows, edge_columns())


def _joined(block: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    from statements_cli.utterances.blocking import ComparisonBlock
    from statements_cli.utterances.grouping import Groups, join_versions

    if len(block) < 2 or not any(row["sought"] for row in block):
        return
    held = [(row, report(row)) for row in sorted(block, key=lambda row: int(row["number"]))]
    seekers = [one for row, one in held if row["seeks"]]
    groups = Groups()
    join_versions([ComparisonBlock(seekers, [one for row, one in held if row["sought"]])], groups)
    yield from _edges(groups.several())


def joined_in_all(batches: Iterable[Any]) -> Iterator[Any]:
    """Yield each group's statements under its first one, in one task."""
    from statements_cli.utterances.grouping import Groups

    groups = Groups()
    for row in rows_of(batches):
        groups.join(row["root"], row["number"])
    return batches_of(_edges(groups.several()), edge_columns())


def _edges(groups: dict[int, list[int]]) -> Iterator[dict[str, Any]]:
    yield from ({"number": number, "root": first} for first, numbers in groups.items() for number in numbers)


def utterance_columns() -> Any:
    """Return the schema of statements with the ids of their groups."""
    return columns(number="int64", utterance="string")


def group_ids(batches: Iterable[Any]) -> Iterator[Any]:
    """Yield the id of its group for each statement.

    Those of one group stand together by ``root``.
    """
    from statements_cli.utterances.grouping import Member, group_id

    def rows() -> Iterator[dict[str, Any]]:
        for _, members in groups_of(batches, "root"):
            name = group_id(Member(row["own_published"], row["id"]) for row in members)
            yield from ({"number": row["number"], "utterance": name} for row in members)

    return batches_of(rows(), utterance_columns())
