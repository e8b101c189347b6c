"""Draw what queries cost in indexes of several sizes, as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from math import log10
from typing import Any

_WIDTH, _HEIGHT, _LEFT, _BELOW, _RIGHT, _ABOVE = 640, 320, 56, 44, 170, 20
_COLORS = {"filter": "#1b7837", "word": "#2166ac", "misspelt": "#b2182b", "fragment": "#762a83"}
_NAMES = {
    "filter": "speaker and dates",
    "word": "one word",
    "misspelt": "two misspelt words",
    "fragment": "fragment, one word wrong",
}


def chart(sizes: Sequence[dict[str, Any]]) -> str:
    """Return the chart: a line for each kind of query, sizes on a logarithmic scale."""
    counts = [one["statements"] for one in sizes]
    greatest = max(cost["statements"]["cpu"] for one in sizes for cost in one["cost"].values())
    top = 5 * (int(greatest) // 5 + 1)
    first, last = log10(min(counts)), log10(max(counts))

    def place(count: int, cost: float) -> tuple[float, float]:
        across = (log10(count) - first) / (last - first) if last > first else 0.5
        return (
            round(_LEFT + across * (_WIDTH - _LEFT - _RIGHT), 1),
            round(_HEIGHT - _BELOW - cost / top * (_HEIGHT - _BELOW - _ABOVE), 1),
        )

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif"'
        ' font-size="12">',
        "<title>CPU time of a query against the number of statements</title>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
    ]
    for cost in range(0, top + 1, 5):
        _, y = place(counts[0], cost)
        parts.append(f'<path d="M{_LEFT} {y}H{_WIDTH - _RIGHT}" stroke="#ddd"/>')
        parts.append(f'<text x="{_LEFT - 8}" y="{y + 4}" text-anchor="end">{cost}</text>')
    for count in counts:
        x, y = place(count, 0)
        parts.append(f'<text x="{x}" y="{y + 18}" text-anchor="middle">{count:,}</text>')
    parts.append(f'<text x="{_LEFT}" y="{_HEIGHT - 8}">statements; CPU time in bare starts of Python</text>')
    ends = sorted((place(counts[-1], sizes[-1]["cost"][kind]["statements"]["cpu"])[1], kind) for kind in _COLORS)
    below = 0.0
    for y, kind in ends:
        points = " ".join(
            f"{x},{y}" for x, y in (place(one["statements"], one["cost"][kind]["statements"]["cpu"]) for one in sizes)
        )
        below = max(y + 4, below + 14)
        parts.append(f'<polyline points="{points}" fill="none" stroke="{_COLORS[kind]}" stroke-width="2"/>')
        parts.append(f'<text x="{_WIDTH - _RIGHT + 8}" y="{below}" fill="{_COLORS[kind]}">{_NAMES[kind]}</text>')
    return "\n".join([*parts, "</svg>\n"])
