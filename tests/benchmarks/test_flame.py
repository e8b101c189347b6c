"""The flame graph shows each function under its caller, as wide as its share of the samples."""

from __future__ import annotations

import sys
from collections import Counter
from xml.etree import ElementTree

import pytest

from benchmarks import flame
from benchmarks.flame import Box, boxes, by_function, by_room, graph, stack_of
from statements_cli import Document

PARSE, FIND, DATE, SORT = "pipeline: parse", "attribution.finder: find", "dates.said: said_on", "functools: sort"
STACKS = Counter({(PARSE,): 1, (PARSE, FIND): 4, (PARSE, FIND, SORT): 2, (PARSE, DATE): 3})


def test_boxes() -> None:
    """A function stands under its caller, within its range; the same function of one caller is one box."""
    assert [
        Box(PARSE, 0, 0, 10),
        Box(FIND, 1, 1, 7),
        Box(SORT, 2, 5, 7),
        Box(DATE, 1, 7, 10),
    ] == list(boxes(sorted(STACKS.items())))


def test_shares() -> None:
    """A room has what is called from it, too, where that is no room; a function has only itself."""
    assert {"pipeline": 1, "attribution": 6, "dates": 3} == by_room(STACKS)
    assert {PARSE: 1, FIND: 4, SORT: 2, DATE: 3} == by_function(STACKS)


@pytest.mark.parametrize(("least", "drawn"), [(0.2, 4), (0.201, 3), (0.3, 3), (0.301, 2)])
def test_small_frames_are_not_drawn(least: float, drawn: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A frame with just the least share is drawn, one with less isn't."""
    monkeypatch.setattr(flame, "LEAST", least)
    svg = ElementTree.fromstring(graph(STACKS))
    titles = [title.text for title in svg.iterfind(".//{*}g/{*}title")]
    assert drawn == len(titles)
    assert f"{PARSE}, 100.0 %" == titles[0]


def test_names_are_escaped() -> None:
    """A function's name is text, whatever stands in it."""
    svg = ElementTree.fromstring(graph(Counter({("text: one.<locals>.<lambda>",): 1})))
    assert ["one.<locals>.<lambda>"] == [one.text for one in svg.iterfind(".//{*}g/{*}text")]


def test_stack() -> None:
    """A stack ends where the benchmark itself begins; the outermost function comes first."""

    def called() -> tuple[str, ...]:
        return stack_of(sys._getframe())

    here = f"{__name__}: test_stack"
    assert (here, f"{here}.<locals>.called") == called()[-2:]


def test_samples_are_taken() -> None:
    """What is parsed while sampled is seen from ``parse`` on."""
    text = 'Mao Ning, a spokesperson, told reporters on Monday that "talks are the way out". ' * 40
    stacks = flame.sampled([Document("a.txt", text, "0")], rounds=3)
    assert stacks.total() > 3
    assert all(stack[0].endswith(": parse") for stack in stacks if stack)
