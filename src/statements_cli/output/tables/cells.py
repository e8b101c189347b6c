"""Show in a cell of a table what matters of a value: direct speech, where a cue split it, how well a day is known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from statements_cli.model import JOINT, Span
from statements_cli.output.records import as_plain
from statements_cli.output.safe import one_line

if TYPE_CHECKING:
    from statements_cli.output.records import Row

_BASES = {"date": "date_basis", "published": "published_basis"}
_DAYS = frozenset({*_BASES, "first", "last"})
_DAY = 10  # characters of an ISO 8601 day


class Signs(NamedTuple):
    """The signs around and within what was said: quotation marks, and the mark of what stands between two pieces."""

    opening: str = "“"
    closing: str = "”"
    gap: str = " […] "


SIGNS = Signs()
ASCII_SIGNS = Signs('"', '"', " [...] ")


def shown(row: Row, field: str, signs: Signs = SIGNS) -> str:
    """Return the value of a row's field as a table shows it, on one line; nothing for null."""
    value = row[field]
    if value is None:
        return ""
    if field in _DAYS:
        return one_line(day_with_marks(value, inferred=row.get(_BASES.get(field, "")) == "inferred"))
    if field == "text":
        text, _ = gaps_marked(value, content_of(row), signs)
        return one_line(f"{signs.opening}{text}{signs.closing}" if row.get("kind") == "direct" else text)
    return one_line(as_plain(value))


def day_with_marks(day: str, *, inferred: bool) -> str:
    """Return a day with ``~`` before it where only month or year is known, and ``?`` behind an inferred one."""
    return f"{'~' if len(day) < _DAY else ''}{day}{'?' if inferred else ''}"


def bar(share: float, width: int, *, unicode: bool) -> str:
    """Return a bar for a share of 0 to 1 of a width in columns, to an eighth of a column where characters allow it."""
    if not unicode:
        return "#" * max(1 if share else 0, round(share * width))
    eighths = max(1 if share else 0, round(share * width * 8))
    return "█" * (eighths // 8) + " ▏▎▍▌▋▊▉"[eighths % 8].strip()


def content_of(row: Row) -> Sequence[Sequence[int]]:
    """Return the spans of a row's content; none where the row has none."""
    spans: Any = row.get("spans") or {}
    content: Sequence[Sequence[int]] = spans.get("content", ())
    return content


def gaps_marked(
    text: str, content: Sequence[Sequence[int]], signs: Signs = SIGNS, spans: Sequence[Span] = ()
) -> tuple[str, list[Span]]:
    """Return a text with the gaps between its pieces marked, and ``spans`` of it where they then stand.

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
    """Return where the pieces of a text are joined: of all joints in it those nearest to where pieces should end."""
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
