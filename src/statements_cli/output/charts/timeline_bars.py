"""Draw a timeline on a terminal.

One row as bars below each other, several as bars side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from statements_cli.output.console import cells, fitted
from statements_cli.output.safe import one_line

if TYPE_CHECKING:
    from statements_cli.output.console import DrawingArea
    from statements_cli.utterances.periods_counted import Timeline, TimelineRow

Line: TypeAlias = tuple[int, Sequence[tuple[str, str]]]

UNKNOWN = "unknown"
_LONGEST_EMPTY = 12  # empty periods after each other that are shown one by one
_WIDEST = 8  # columns of a terminal for one period
_NARROW = 2  # columns of a period up to which bars touch each other
_GAP = 2  # columns
_BLOCKS, _ASCII_BLOCKS = "·▁▂▃▄▅▆▇█", ".:-=+*#%@"
_BAR, _NAME, _FAINT = "cyan", "bold", "dim"


def period_rows(timeline: Timeline) -> list[dict[str, Any]]:
    """Return the rows of a table with bars for a timeline of one row.

    A long run of empty periods is one of them.
    """
    [row] = timeline.rows
    greatest = timeline.greatest or 1
    rows: list[dict[str, Any]] = []
    pairs = zip(timeline.periods, row.counts, strict=True)
    for empty, run in groupby(pairs, lambda pair: not pair[1]):
        periods = list(run)
        if empty and len(periods) > _LONGEST_EMPTY:
            name = f"{periods[0][0].name} to {periods[-1][0].name}"
            rows.append({timeline.unit: name, "statements": 0, "bar": 0.0})
            continue
        rows += [{timeline.unit: one.name, "statements": count, "bar": count / greatest} for one, count in periods]
    return rows


class _Grid(NamedTuple):
    """The widths of names, totals and periods in columns, and how many periods fit."""

    names: int
    totals: int
    period: int
    periods: int


def bar_lines(timeline: Timeline, page: DrawingArea) -> Iterator[Line]:
    """Yield a chart's lines, one for each row of a timeline.

    Where there are more periods than the page is wide, they follow in further strips.
    """
    grid = _grid(timeline, page.width)
    ends = [(start, min(start + grid.periods, len(timeline.periods))) for start in _starts(timeline, grid)]
    for empty, run in groupby(ends, lambda ends: not any(any(row.counts[slice(*ends)]) for row in timeline.rows)):
        strips = list(run)
        if strips[0][0]:
            yield 0, ()
        if empty and len(strips) > 1:
            first, last = timeline.periods[strips[0][0]], timeline.periods[strips[-1][1] - 1]
            yield 0, ((f"{first.name} to {last.name}: none", _FAINT),)
            continue
        for number, strip in enumerate(strips):
            if number:
                yield 0, ()
            yield from _strip(timeline, *strip, grid, page)
    if timeline.greatest:
        full = _BLOCKS[-1] if page.unicode else _ASCII_BLOCKS[-1]
        yield 0, ((f"{full} = {timeline.greatest} in one {timeline.unit}", _FAINT),)


def _starts(timeline: Timeline, grid: _Grid) -> range:
    return range(0, len(timeline.periods), grid.periods)


def _grid(timeline: Timeline, width: int) -> _Grid:
    names = max((cells(_name(row)) for row in timeline.rows), default=0)
    names = min(names, max(8, width // 3))
    totals = max((len(_total(timeline, row, sum(row.counts), last=True)) for row in timeline.rows), default=1)
    room = max(1, width - names - totals - 2 * _GAP)
    period = max(1, min(_WIDEST, room // max(1, len(timeline.periods))))
    return _Grid(names, totals, period, max(1, room // period))


def _strip(timeline: Timeline, start: int, end: int, grid: _Grid, page: DrawingArea) -> Iterator[Line]:
    indent = " " * (grid.names + _GAP)
    yield 0, ((indent + _axis([period.name for period in timeline.periods[start:end]], grid.period), _FAINT),)
    numbered = grid.period > len(str(timeline.greatest))
    for row in timeline.rows:
        counts = row.counts[start:end]
        blocks = "".join(_block(count, timeline.greatest, grid.period, page) for count in counts)
        total = _total(timeline, row, sum(counts), last=end == len(timeline.periods))
        yield 0, ((fitted(_name(row), grid.names), _NAME), (" " * _GAP, ""), (blocks, _BAR), ("  " + total, ""))
        if numbered:
            numbers = "".join((str(count) if count else "").ljust(grid.period) for count in counts)
            if any(counts):
                yield 0, ((indent + numbers.rstrip(), _FAINT),)


def _block(count: int, greatest: int, width: int, page: DrawingArea) -> str:
    """Return the bar of one period.

    Its height in eighths, at least one where there is anything.
    """
    blocks = _BLOCKS if page.unicode else _ASCII_BLOCKS
    if not count:
        return blocks[0].ljust(width) if width > _NARROW else blocks[0] * width
    block = blocks[max(1, round(count / greatest * 8))]
    return f"{block * (width - 1)} " if width > _NARROW else block * width


def _total(timeline: Timeline, row: TimelineRow, count: int, *, last: bool) -> str:
    """Return the number behind a strip.

    With those known no more exactly behind the last one.
    """
    inexact = sum(one for _, one in row.inexact)
    number = str(count).rjust(max(len(str(sum(one.counts))) for one in timeline.rows))
    return f"{number} +{inexact}" if last and inexact else number


def _axis(names: Sequence[str], width: int) -> str:
    """Return the names of periods, each where its bar begins, as many as have room."""
    line = ""
    room = len(names) * width
    for at, name in enumerate(names):
        place = at * width
        if place >= len(line) + (1 if line else 0) and place + len(name) <= max(room, len(name)):
            line = line.ljust(place) + name
    return line


def _name(row: TimelineRow) -> str:
    return UNKNOWN if row.name is None else one_line(row.name)
