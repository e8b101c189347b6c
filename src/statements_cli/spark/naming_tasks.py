"""Bring the mentions of one speaker together, inside a task.

Who is meant by each name of a corpus.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from statements_cli.spark.arrow_rows import batches_of, columns, groups_of, rows_of

if TYPE_CHECKING:
    from statements_cli.speakers.user_names import Names
    from statements_cli.store.resolution.namesakes import SpeakerMention

MENTION = ("speaker", "type", "role", "country")
"""What a statement says of its speaker: mentions that say the same are one."""
PEOPLE = "people"
"""The block of all persons: a bare surname can be anybody's, so that all are looked at together."""


def block_columns() -> Any:
    """Return the schema of mentions, each with the block in which it is compared."""
    return columns(**dict.fromkeys(MENTION, "string"), statements="int64", block="string")


def shown_columns() -> Any:
    """Return the schema of mentions with what is shown, and their speaker's key."""
    told = {f"told_{name}": "string" for name in MENTION}
    return columns(**told, **{f"shown_{name}": "string" for name in MENTION}, speaker_key="string")


def blocked(batches: Iterable[Any]) -> Iterator[Any]:
    """Yield mentions with the block in which they are compared.

    A body's key, or that of all people.
    """
    return batches_of((row | {"block": _block(row)} for row in rows_of(batches)), block_columns())


def _block(row: dict[str, Any]) -> str:
    from statements_cli.speakers.names.body_keys import body_key

    if not row["speaker"] or row["type"] == "person":
        return PEOPLE
    return f"={body_key(row['speaker'], row['type'] or '', row['country'] or '')}"


class CanonicalNaming(NamedTuple):
    """Chooses what is shown for the mentions of each block.

    The user's own ``names`` have the last word.
    """

    names: Names | None

    def shown(self, batches: Iterable[Any]) -> Iterator[Any]:
        """Yield what is shown for mentions that stand together by their blocks."""
        rows = (row for _, block in groups_of(batches, "block") for row in self._shown(block))
        return batches_of(rows, shown_columns())

    def _shown(self, block: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        from statements_cli.speakers.corpus.registry import brought_together, by_key, told_under
        from statements_cli.store.resolution.canonical_names import shown_for
        from statements_cli.utterances.speaker_keys import speaker_key

        mentions = _mentions(block)
        named = ((one.key, one.role, one.statements) for one in mentions if one.name)
        known = by_key(brought_together(told_under(named)))
        for one in mentions:
            name, *more = shown_for(one, known.get(one.key), self.names)
            told = zip((f"told_{part}" for part in MENTION), (one.name, one.type, one.role, one.country), strict=True)
            shown = zip((f"shown_{part}" for part in MENTION), (name, *more), strict=True)
            yield dict(told) | dict(shown) | {"speaker_key": None if name is None else speaker_key(name)}


def _mentions(block: Iterable[dict[str, Any]]) -> list[SpeakerMention]:
    """Return the mentions of a block in an order that depends on them alone."""
    from statements_cli.store.resolution.namesakes import SpeakerMention

    ordered = sorted(block, key=lambda row: tuple(row[name] or "" for name in MENTION))
    return [
        SpeakerMention(number, row["speaker"], row["type"], row["role"], row["country"], row["statements"], None, ())
        for number, row in enumerate(ordered)
    ]
