"""Mark in what was said and in days what matters.

Direct speech, where a cue split it, how well a day is known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from statements_cli.model.field_values import JOINT, Span

_BASES = {"date": "date_basis", "published": "published_basis"}
_DAYS = frozenset({*_BASES, "first", "last"})
_DAY = 10  # characters of an ISO 8601 day


class Signs(NamedTuple):
    """The signs around and within what was said.

    Quotation marks, and the mark of what stands between two pieces.
    """

    opening: str = "“"
    closing: str = "”"
    gap: str = " […] "


SIGNS = Signs()
ASCII_SIGNS = Signs('"', '"', " [...] ")


def with_marks(record: Mapping[str, Any], field: str, signs: Signs = SIGNS) -> Any:
    """Return a field's value with the marks of days and of what was said."""
    value = record[field]
    if value is not None and field in _DAYS:
        return day_with_marks(value, inferred=record.get(_BASES.get(field, "")) == "inferred")
    return words_with_marks(record, signs) if value is not None and field == "text" else value


def words_with_marks(record: Mapping[str, Any], signs: Signs = SIGNS) -> str:
    """Return what a record says was said.

    Direct speech in quotation marks, the gaps between its pieces marked.
    """
    text, _ = gaps_marked(record["text"], content_of(record), signs)
    return f"{signs.opening}{text}{signs.closing}" if record.get("kind") == "direct" else text


def day_with_marks(day: str, *, inferred: bool) -> str:
    """Return a day, with ``~`` before month or year and ``?`` behind inferred ones."""
    return f"{'~' if len(day) < _DAY else ''}{day}{'?' if inferred else ''}"


def content_of(record: Mapping[str, Any]) -> Sequence[Sequence[int]]:
    """Return the spans of a record's content; none where it has none."""
    spans: Any = record.get("spans") or {}
    content: Sequence[Sequence[int]] = spans.get("content", ())
    return content


def gaps_marked(
    text: str, content: Sequence[Sequence[int]], signs: Signs = SIGNS, spans: Sequence[Span] = ()
) -> tuple[str, list[Span]]:
    """Return a text with its gaps marked, and where its ``spans`` then stand.

    The text joins its pieces by ``JOINT``, which may stand inside a piece, too: the lengths of the ``content`` decide.
    """
    places = _joints(text, content)
    if not places:
        return text, list(spans)
    starts = [0, *(at + len(JOINT) for at in places)]
    pieces = [text[start:end] for start, end in zip(starts, [*places, len(text)], strict=True)]
    longer = len(signs.gap) - len(JOINT)
    moved = [tuple(at + longer * sum(place < at for place in places) for at in span) for span in spans]
    return signs.gap.join(pieces), [(start, end) for start, end in moved]


def _joints(text: str, content: Sequence[Sequence[int]]) -> list[int]:
    """Return where the pieces of a text are joined.

    Of all joints in it those nearest to where pieces should end.
    """
    if len(content) < 2 or JOINT not in text:
        return []
    candidates = [at for at in range(len(text)) if text.startswith(JOINT, at)]
    chosen: list[int] = []
    end = 0
    for start, stop in content[:-1]:
        end += stop - start
        left = [at for at in candidates if not chosen or at > chosen[-1]]
        if left:
            chosen.append(min(left, key=lambda at: abs(at - end)))
        end += len(JOINT)
    return chosen
