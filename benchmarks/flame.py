"""Draw where extraction spends its time, as a flame graph of sampled stacks.

    python benchmarks/flame.py [PATH ...] [--rounds 3] [--write]

What the paths hold (the samples otherwise) is parsed once to load everything, then again with a sample a
millisecond of CPU time. A compiled function has no frame: its time is its caller's. So run it from a checkout,
where only the inner loops are compiled. ``--write`` puts the graph into ``docs/flame-graph.svg``; every run
prints the share of each room and of the functions that take most.
"""

from __future__ import annotations

import argparse
import signal
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from statements_cli import Document, parse, read

TOP = Path(__file__).resolve().parent.parent
GRAPH = TOP / "docs" / "flame-graph.svg"
PACKAGE = "statements_cli"
INTERVAL = 0.001  # seconds of CPU time between two samples
MOST_SHOWN = 15  # functions
LEAST = 0.003  # share of all samples below which a frame isn't drawn
WIDTH, ROW, ABOVE = 1200, 17, 24  # pixels
LETTER = 6.3  # pixels, at the size of the labels
COLORS = {
    "articles": "#a6cee3", "attribution": "#fdbf6f", "dates": "#b2df8a", "provenance": "#cab2d6",
    "quotations": "#ffff99", "speakers": "#fb9a99", "text": "#8dd3c7", "pipeline": "#d9d9d9",
}  # fmt: skip
OTHER = "#eeeeee"  # the standard library and other packages

Stack = tuple[str, ...]


class Box(NamedTuple):
    """A function in one place of the graph: its depth, and its samples as a half-open range of all."""

    name: str
    depth: int
    start: int
    end: int


def main() -> int:
    """Sample, print shares, and write the graph if asked."""
    parser = argparse.ArgumentParser(description="Where extraction spends its time, as a flame graph.")
    parser.add_argument("paths", nargs="*", default=[str(TOP / "seeds")])
    parser.add_argument("--rounds", type=int, default=3, help="how often everything is parsed while sampled")
    parser.add_argument("--write", action="store_true", help=f"write {GRAPH.relative_to(TOP)}")
    options = parser.parse_args()
    stacks = sampled(list(read(options.paths)), options.rounds)
    total = stacks.total()
    if not total:
        print("no sample was taken: name more text", file=sys.stderr)
        return 1
    for title, shares in (("by room", by_room(stacks)), ("by function", by_function(stacks))):
        print(title)
        for name, count in shares.most_common(MOST_SHOWN):
            print(f"{100 * count / total:6.1f} %  {name}")
    if options.write:
        GRAPH.write_text(graph(stacks), "utf-8")
    return 0


def sampled(documents: list[Document], rounds: int) -> Counter[Stack]:
    """Return the stacks seen while documents are parsed, the outermost function first, with their counts."""
    for document in documents:
        parse(document)
    stacks: Counter[Stack] = Counter()

    def sample(_: int, frame: FrameType | None) -> None:
        stacks[stack_of(frame)] += 1

    before = signal.signal(signal.SIGPROF, sample)
    signal.setitimer(signal.ITIMER_PROF, INTERVAL, INTERVAL)
    try:
        for _ in range(rounds):
            for document in documents:
                parse(document)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return stacks


def stack_of(frame: FrameType | None) -> Stack:
    """Return the functions that a frame stands in, outermost first, from ``parse`` on."""
    names: list[str] = []
    while frame is not None:
        module = str(frame.f_globals.get("__name__", "?"))
        if module == __name__:
            break
        names.append(f"{module.removeprefix(f'{PACKAGE}.')}: {frame.f_code.co_qualname}")
        frame = frame.f_back
    return tuple(reversed(names))


def by_room(stacks: Counter[Stack]) -> Counter[str]:
    """Return the samples of each room, that of the innermost function of the package."""
    rooms: Counter[str] = Counter()
    for stack, count in stacks.items():
        rooms[next((room for name in reversed(stack) if (room := _room(name)) in COLORS), "other")] += count
    return rooms


def by_function(stacks: Counter[Stack]) -> Counter[str]:
    """Return the samples of each function itself, without what it calls."""
    functions: Counter[str] = Counter()
    for stack, count in stacks.items():
        functions[stack[-1] if stack else "none"] += count
    return functions


def boxes(stacks: Iterable[tuple[Stack, int]], depth: int = 0, start: int = 0) -> Iterator[Box]:
    """Yield the boxes of a graph; ``stacks`` are sorted, with their counts."""
    for name, group in groupby(stacks, key=lambda one: one[0][depth] if len(one[0]) > depth else None):
        members = list(group)
        end = start + sum(count for _, count in members)
        if name is not None:
            yield Box(name, depth, start, end)
            yield from boxes(members, depth + 1, start)
        start = end


def graph(stacks: Counter[Stack]) -> str:
    """Return the flame graph as SVG, callers above what they call, as wide as their share."""
    total = stacks.total()
    shown = [box for box in boxes(sorted(stacks.items())) if box.end - box.start >= LEAST * total]
    height = ABOVE + ROW * (1 + max(box.depth for box in shown)) + ROW
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="monospace"'
        ' font-size="10.5">',
        "<title>Where extraction spends its CPU time</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
    ]
    for place, (room, color) in enumerate(COLORS.items()):
        parts.append(f'<rect x="{8 + 130 * place}" y="5" width="12" height="12" fill="{color}"/>')
        parts.append(f'<text x="{25 + 130 * place}" y="15">{room}</text>')
    for box in shown:
        x, width = box.start / total * WIDTH, (box.end - box.start) / total * WIDTH
        y, label = ABOVE + ROW * box.depth, box.name.partition(": ")[2]
        letters = int((width - 4) / LETTER)
        short = label if len(label) <= letters else label[: letters - 1] + "…" if letters > 3 else ""
        color = COLORS.get(_room(box.name), OTHER)
        parts.append(
            f"<g><title>{escape(box.name)}, {100 * width / WIDTH:.1f} %</title>"
            f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="{ROW - 1}" fill="{color}"'
            f' stroke="#fff" stroke-width=".5"/><text x="{x + 2:.1f}" y="{y + 11.5}">{escape(short)}</text></g>'
        )
    return "\n".join([*parts, "</svg>\n"])


def _room(name: str) -> str:
    return name.partition(":")[0].partition(".")[0]


if __name__ == "__main__":
    sys.exit(main())
