"""What stands in a picture is text, whatever it holds, and has room."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree

import pytest

from statements_cli.output.charts.timeline_svg import described, timeline_svg
from statements_cli.utterances.periods_counted import DayCount, timeline_of

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = [
    "<script>alert(1)</script>",
    "a & b",
    '" onload="x',
    "\x00\x1b[31m",
    "\ufffe]]>",
    "\ud800",
    "\u202eabc",
    "x" * 500,
]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_stays_text(name: str) -> None:
    """Marks and characters that XML has none for make no element, attribute or broken file."""
    timeline = timeline_of([DayCount(name, "2025-01-05"), DayCount("other", "2025-01-06")])
    root = ElementTree.fromstring(timeline_svg(timeline, name).encode())

    assert {"svg", "title", "desc", "style", "text", "tspan", "line", "g", "rect"} >= {
        one.tag.removeprefix(SVG) for one in root.iter()
    }
    assert not any(key.startswith("on") for one in root.iter() for key in one.attrib)


@pytest.mark.parametrize("days", [1, 2, 30, 31, 400, 5000])
def test_names_have_room(days: int) -> None:
    """However many periods there are, their names and bars stand inside the picture and apart."""
    from datetime import date, timedelta

    counted = [DayCount(None, str(date(2000, 1, 1) + timedelta(at))) for at in (0, days - 1)]
    root = ElementTree.fromstring(timeline_svg(timeline_of(counted, "day"), "t"))
    names = [float(one.get("x", 0)) for one in root.iter(f"{SVG}text") if one.get("text-anchor") == "middle"]
    bars = [(float(one.get("x", 0)), float(one.get("width", 0))) for one in root.iter(f"{SVG}rect")]

    assert names and all(after - before >= 80 for before, after in pairwise(names))
    assert all(63 <= x and x + width <= 937 and width >= 0.5 for x, width in bars)


def test_description() -> None:
    """The description says the span, the sums, the peaks and what is not drawn."""
    timeline = timeline_of([DayCount("A", "2025-01-05", 2), DayCount("B", "2025-01-09"), DayCount("B", "2024")], "day")

    assert (
        "Statements by day, 2025-01-05 to 2025-01-09. A: 2 statements, at most 2 in 2025-01-05. "
        "B: 1 statement, at most 1 in 2025-01-09; known no more exactly, and not drawn: 1 in 2024."
    ) == described(timeline)


def test_no_period() -> None:
    """Where nothing has a day there is nothing to draw."""
    with pytest.raises(ValueError, match="no period"):
        timeline_svg(timeline_of([DayCount(None, None)]), "t")
