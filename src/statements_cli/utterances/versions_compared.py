"""Compare the versions of an utterance.

The fullest, the first, what each leaves out, who relays whom.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from statements_cli.model import Statement
from statements_cli.utterances.speaker_keys import speaker_key
from statements_cli.utterances.word_differences import Change, marked, word_changes

COMPARED_KEYS = (
    *("utterance", "id", "fullest", "first", "speaker", "date", "outlet", "published", "kind", "via", "relays", "text"),
    *("differences", "leaves_out", "adds", "alignment", "headline", "byline", "path", "url"),
)
"""The keys of a version's row."""

_ORDER = {"direct": 0, "mixed": 1, "indirect": 2}
_DAY = 10  # characters of an ISO day


class Version(NamedTuple):
    """One report of an utterance, and in which words it differs from the fullest.

    ``is_first`` holds of all that may be the first where days, or times without a zone, leave that open. ``relays``
    are the ids of other versions that this one passes on: those printed by whom it names, or its byline does.
    """

    statement: Statement
    changes: tuple[Change, ...]
    is_fullest: bool
    is_first: bool
    relays: tuple[str, ...]

    @property
    def leaves_out(self) -> tuple[str, ...]:
        """Return the words of the fullest version that this one lacks, a stretch each."""
        return tuple(words for kind, words in self.changes if kind == "gone")

    @property
    def adds(self) -> tuple[str, ...]:
        """Return the words that the fullest version lacks, a stretch each."""
        return tuple(words for kind, words in self.changes if kind == "new")

    def to_dict(self) -> dict[str, Any]:
        """Return the row of a version.

        Its alignment is a list of pairs of a kind and words.
        """
        own = {
            "fullest": self.is_fullest,
            "first": self.is_first,
            "relays": list(self.relays),
            "differences": marked(self.changes),
            "leaves_out": list(self.leaves_out),
            "adds": list(self.adds),
            "alignment": [list(change) for change in self.changes],
        }
        record = self.statement.to_dict() | own
        return {key: record[key] for key in COMPARED_KEYS}


def compared(statements: Sequence[Statement]) -> tuple[Version, ...]:
    """Return an utterance's versions, the fullest first, then by time printed."""
    fullest = min(statements, key=lambda one: (-len(one.text), _ORDER[one.kind], one.published or "~", one.id))
    first = _first(statements)
    others = sorted((one for one in statements if one is not fullest), key=lambda one: (one.published or "~", one.id))
    return tuple(
        Version(
            one,
            word_changes(fullest.text, one.text),
            one is fullest,
            any(one is other for other in first),
            _relayed(one, statements),
        )
        for one in (fullest, *others)
    )


def _first(statements: Sequence[Statement]) -> list[Statement]:
    """Return the version that was printed first; several where that can't be decided."""
    days = sorted(one.published[:_DAY] for one in statements if one.published)
    if not days:
        return []
    earliest = [one for one in statements if one.published and one.published[:_DAY] == days[0]]
    times = [_moment(one.published or "") for one in earliest]
    known = [time for time in times if time is not None]
    if len(known) < len(times):
        return earliest
    return [one for one, time in zip(earliest, times, strict=True) if time == min(known)]


def _moment(published: str) -> datetime | None:
    """Return a day and time with its zone; None where either is unknown."""
    try:
        found = datetime.fromisoformat(published) if len(published) > _DAY else None
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None


def _relayed(one: Statement, statements: Sequence[Statement]) -> tuple[str, ...]:
    named = set(map(speaker_key, one.via))
    if one.byline:
        named.add(speaker_key(one.byline))
    return tuple(
        other.id
        for other in statements
        if other.article != one.article and other.outlet and speaker_key(other.outlet) in named
    )
