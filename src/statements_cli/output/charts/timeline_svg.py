"""Draw a timeline as SVG: bars by period, a panel for each row.

The file needs nothing from elsewhere: no font, script or style sheet. A screen reader gets its title and description,
and each bar's period and number; it has colours for light and for dark surroundings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

from statements_cli.output.messages import counted
from statements_cli.output.safe import one_line

if TYPE_CHECKING:
    from statements_cli.utterances.periods_counted import Period, Timeline, TimelineRow

_WIDTH, _LEFT, _RIGHT = 960, 64, 24  # of the picture and its margins, in its own units
_TOP, _BOTTOM = 76, 16
_PANEL, _BETWEEN = 160, 44  # height of one row's bars, and what stands between two rows
_LOWEST_PANEL, _MANY = 64, 4  # height of a panel where there are more rows than these
_LABEL = 88  # room for a period's name
_WIDEST = 48  # of a bar
_MOST_LETTERS = 100  # of a title
_NAMED = 3  # longer periods that are named
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_STYLE = """
    svg { background: #fff; color: #1a1a1a; font: 13px system-ui, sans-serif; }
    text { fill: currentColor; }
    .title { font-size: 18px; font-weight: 600; }
    .row { font-weight: 600; }
    .faint { fill: #595959; }
    .bar { fill: #0b62a4; }
    .line { stroke: #767676; }
    .grid { stroke: #d9d9d9; }
    @media (prefers-color-scheme: dark) {
      svg { background: #16191d; color: #eee; }
      .faint { fill: #b3b3b3; }
      .bar { fill: #6cb6ff; }
      .line { stroke: #8c8c8c; }
      .grid { stroke: #3a3f45; }
    }
"""


def timeline_svg(timeline: Timeline, title: str) -> str:
    """Return the picture of a timeline, one SVG document.

    Raises ``ValueError`` where the timeline has no period to draw.
    """
    if not timeline.periods:
        raise ValueError("there is no period to draw")
    panel = _PANEL if len(timeline.rows) <= _MANY else _LOWEST_PANEL
    height = _TOP + len(timeline.rows) * (panel + _BETWEEN) + _BOTTOM
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" '
            f'height="{height}" role="img" aria-labelledby="title description">',
            f'  <title id="title">{_text(title)}</title>',
            f'  <desc id="description">{_text(described(timeline))}</desc>',
            f"  <style>{_STYLE}  </style>",
            f'  <text class="title" x="{_LEFT}" y="30">{_text(_shortened(title))}</text>',
            *_panels(timeline, panel),
            "</svg>\n",
        )
    )


def described(timeline: Timeline) -> str:
    """Return in words what a timeline shows."""
    first, last = timeline.periods[0], timeline.periods[-1]
    span = first.name if first == last else f"{first.name} to {last.name}"
    parts = [f"Statements by {timeline.unit}, {span}."]
    for row in timeline.rows:
        name = f"{_name(row)}: " if len(timeline.rows) > 1 or row.name is not None else ""
        parts.append(f"{name}{counted(sum(row.counts), 'statement')}{_peak(timeline, row)}{_inexact(row)}.")
    return " ".join(parts)


def _peak(timeline: Timeline, row: TimelineRow) -> str:
    greatest = max(row.counts)
    return f", at most {greatest} in {timeline.periods[row.counts.index(greatest)].name}" if greatest else ""


def _inexact(row: TimelineRow) -> str:
    known = ", ".join(f"{count} in {period.name}" for period, count in row.inexact)
    return f"; known no more exactly, and not drawn: {known}" if known else ""


def _panels(timeline: Timeline, height: int) -> Iterator[str]:
    greatest = timeline.greatest or 1
    for number, row in enumerate(timeline.rows):
        top = _TOP + number * (height + _BETWEEN)
        bottom = top + height
        yield from _heading(row, top - 10, named=len(timeline.rows) > 1 or row.name is not None)
        for value in _marks(greatest):
            y = bottom - height * value / greatest
            kind = "grid" if value else "line"
            yield f'  <line class="{kind}" x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
            yield f'  <text class="faint" x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{value}</text>'
        yield '  <g role="list">'
        yield from _bars(timeline.periods, row, bottom, height / greatest)
        yield "  </g>"
        if row is timeline.rows[-1]:
            yield from _names(timeline.periods, bottom + 20)


def _heading(row: TimelineRow, y: float, *, named: bool) -> Iterator[str]:
    """Yield the line above a panel: the row's name, and what can't be drawn."""
    name = f'<tspan class="row">{_text(_shortened(_name(row)))}</tspan> ' if named else ""
    known = ", ".join(f"{count} in {period.name}" for period, count in row.inexact[:_NAMED])
    more = f" and {len(row.inexact) - _NAMED} more" if len(row.inexact) > _NAMED else ""
    rest = f'<tspan class="faint">known no more exactly: {known}{more}</tspan>' if known else ""
    if name or rest:
        yield f'  <text x="{_LEFT}" y="{y:.1f}">{name}{rest}</text>'


def _bars(periods: Sequence[Period], row: TimelineRow, bottom: float, unit: float) -> Iterator[str]:
    step = _step(periods)
    width = max(0.5, min(_WIDEST, step * 0.8))
    for at, (period, count) in enumerate(zip(periods, row.counts, strict=True)):
        if count:
            x = _LEFT + step * (at + 0.5) - width / 2
            yield (
                f'    <rect class="bar" role="listitem" x="{x:.1f}" y="{bottom - count * unit:.1f}" '
                f'width="{width:.1f}" height="{count * unit:.1f}"><title>{period.name}: {count}</title></rect>'
            )


def _names(periods: Sequence[Period], y: float) -> Iterator[str]:
    step = _step(periods)
    every = max(1, -(-_LABEL // max(1, int(step)))) if step >= 1 else max(1, round(_LABEL / step))
    for at in range(0, len(periods), every):
        x = _LEFT + step * (at + 0.5)
        yield f'  <text class="faint" x="{x:.1f}" y="{y:.1f}" text-anchor="middle">{periods[at].name}</text>'


def _step(periods: Sequence[Period]) -> float:
    return (_WIDTH - _LEFT - _RIGHT) / len(periods)


def _marks(greatest: int) -> tuple[int, ...]:
    """Return the values that have a line.

    0, the greatest, and the middle where it is a whole number.
    """
    return (0, greatest // 2, greatest) if greatest > 1 and not greatest % 2 else (0, greatest)


def _name(row: TimelineRow) -> str:
    return "unknown" if row.name is None else row.name


def _shortened(text: str) -> str:
    return text if len(text) <= _MOST_LETTERS else f"{text[: _MOST_LETTERS - 1]}…"


def _text(text: str) -> str:
    """Return a text as XML may hold it.

    On one line, marks escaped, without characters that XML has none for.
    """
    return escape(_NOT_XML.sub("�", one_line(text)))
