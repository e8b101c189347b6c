"""A verb of promising with what is to be done is a promise."""

from __future__ import annotations

import pytest

from statements_cli.attribution.certainty.promises import calls_on, joins, promises, rallies
from tests.attribution.bounds.labelled_sentences import Read, made_of

ROWS = [
    # text, cue, content, whether it is a promise
    ("Holt has vowed to lower the rent.", "has vowed", "to lower the rent", True),
    ("Holt pledged to leave.", "pledged", "to leave", True),
    ("Holt threatened to leave.", "threatened", "to leave", True),
    ("Holt promised a lower rent.", "promised", "a lower rent", False),
    ("Holt promised in May to leave.", "promised", "to leave", False),
    ("Holt wanted to leave.", "wanted", "to leave", False),
    ("Holt made “pledges to leave”.", "pledges", "to leave", False),
    ("Holt made a promise to leave.", "promise", "to leave", False),
    ("Holt called on the board to resign.", "called on", "the board to resign", True),
    ("Holt called on the board.", "called on", "the board", False),
    ("Nurses marched to call for better pay.", "to call for", "better pay", True),
    ("Nurses called again for better pay.", "called again for", "better pay", False),
    ("The call for better pay grew.", "call for", "better pay", False),
    ("Holt asked their kings to help.", "asked", "their kings to help", True),
    ("Holt urged men and women to help.", "urged", "men and women to help", True),
    ("Holt asked how they came to help.", "asked", "how they came to help", False),
    ("Holt asked their kings.", "asked", "their kings", False),
    ("Holt cautioned against a tax cut.", "cautioned against", "a tax cut", True),
    ("Holt warned of a tax cut.", "warned of", "a tax cut", True),
    ("Holt heard of a tax cut.", "heard of", "a tax cut", False),
    ("Holt voted against a tax cut.", "voted against", "a tax cut", False),
    ("Holt “warned against a tax cut”.", "warned against", "a tax cut", False),
    ("Holt wanted their kings to help.", "wanted", "their kings to help", False),
    ("Holt relied on the board to resign.", "relied on", "the board to resign", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "content", "expected"), ROWS)
def test_promises(text: str, cue: str, content: str, expected: bool) -> None:
    """Only a verb promises, and only what stands right behind it."""
    read = Read(text)

    assert promises(read.columns, read.span(cue), (read.span(content),)) is expected


@pytest.mark.parametrize(("text", "cue", "source", "expected"), [
    ("Nurses gathered in Lund to demand more pay.", "to demand", "Nurses", True),
    ("Nurses gathered in Lund to earn more pay.", "to earn", "Nurses", False),
    ("Nurses slept in Lund to demand more pay.", "to demand", "Nurses", False),
    ("Nurses gathered in Lund to demand more pay.", "demand", "Nurses", False),
    ("Now nurses gathered in Lund to demand more pay.", "to demand", "nurses", False),
    ("Nurses gathered in Lund to demand more pay.", "to demand", "", False),
    ("“Nurses gathered in Lund to demand more pay.”", "to demand", "Nurses", False),
])  # fmt: skip
def test_rallies(text: str, cue: str, source: str, expected: bool) -> None:
    """Who gathers to demand something demands it."""
    read = Read(text)

    assert rallies(read.columns, read.finding(cue, source, "more pay")) is expected


@pytest.mark.parametrize(("text", "cue", "expected"), [
    ("Holt said it fell and urged us to go.", "urged", True),
    ("Holt said it fell, then urged us to go.", "urged", False),
    ("Holt said it fell and wanted us to go.", "wanted", False),
])  # fmt: skip
def test_joins(text: str, cue: str, expected: bool) -> None:
    """A verb of asking goes on behind another verb of its subject."""
    read = Read(text)

    assert joins(read.columns, read.span(cue), (read.span("Holt"),)) is expected


CALLS = [
    # text, cue and content as labelled; as they are, "" for the same
    ("Holt called on the board to resign.", "called", "Holt", "Holt|the board to resign|0.25 0.5 0.75 0.75 0.75"),
    ("Holt called on the board and us to resign.", "called on", "", "Holt|the board and us to resign|0.25 0.5 0.75 0.75 0.75"),
    ("Holt called on the board.", "called", "Holt", ""),
    ("On Sunday the group called on men to meet.", "called on", "", "the group|men to meet|0.25 0.5 0.75 0.75 0.75"),
    ("On Sunday groups called on men to meet.", "called on", "", "|men to meet|0.25 0.5 0.75 0.75 0.75"),
    ("Holt called the board to resign.", "called", "Holt", ""),
    ("Holt called on men who sang to resign.", "called", "Holt", ""),
    ("Holt called on the board to resign.", "called on", "the board to resign", ""),
    ("Holt called on all of the very old men of the board of Lund to resign.", "called", "Holt", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "content", "expected"), CALLS)
def test_calls_on(text: str, cue: str, content: str, expected: str) -> None:
    """Who is called on to do something, and what, is said."""
    assert {expected} == made_of(calls_on, text, cue, "Holt" if "Holt" in text else "", content)
