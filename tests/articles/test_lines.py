"""Lines are paragraphs of their own, unless there are more and shorter ones than any article has."""

from __future__ import annotations

from itertools import pairwise

import pytest

from statements_cli.articles.lines import MANY_LINES, SHORT_LINES, ends_sentence, read_lines
from statements_cli.articles.splitting import split
from statements_cli.model import Document
from statements_cli.pipeline import parse
from tests.held_memory import growth

SHORT = "“No\n"
LONG = "x" * SHORT_LINES + "\n"
MOST_HELD = 18
"""Bytes for a byte of text; a document may take twenty in all."""


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" \n\n", 0),
        ("a\n\n b \r\nc", 3),
        (SHORT * MANY_LINES, MANY_LINES),
        (LONG * MANY_LINES * 2, MANY_LINES * 2),
        (SHORT * MANY_LINES + LONG, MANY_LINES),
        (LONG * MANY_LINES + SHORT * 5, MANY_LINES + 5),
    ],
    ids=["nothing", "blank", "three", "many", "many long ones", "one more than many", "short ones after long ones"],
)
def test_how_many(text: str, count: int) -> None:
    """Up to a number each line stands by itself; beyond, only while they are long enough on average."""
    assert count <= len(read_lines(text)) <= count + 1


@pytest.mark.parametrize("unit", [SHORT, "a\n\n", "SPEAKER 1: Yes.\n\n", "1\r\n"])
def test_bounded(unit: str) -> None:
    """There are never more than so many, and one for so many characters; all that shows something is in one."""
    text = unit * 60_000
    lines = read_lines(text)

    assert len(lines) <= MANY_LINES + len(text) // SHORT_LINES
    assert all(before.end <= after.start for before, after in pairwise(lines))
    assert not "".join(text[before.end : after.start] for before, after in pairwise(lines)).strip()
    assert (0, len(text.rstrip())) == (lines[0].start, lines[-1].end)


@pytest.mark.parametrize("unit", [SHORT, "SPEAKER 1: Yes.\n\n"])
def test_joined_alike_throughout(unit: str) -> None:
    """Behind the lines that stand by themselves as many are joined here as there, however far into the text."""
    starts = [line.start for line in read_lines(unit * (900_000 // len(unit)))]
    first, second = (sum(low <= start < low + 300_000 for start in starts) for low in (300_000, 600_000))

    assert first == pytest.approx(second, rel=0.02)


def test_dense_transcript() -> None:
    """The turns of a transcript with next to nothing in each take at most so much memory for a byte."""
    assert growth(articles_of, "A: a\n", 60_000) < MOST_HELD


def articles_of(text: str) -> int:
    """How many articles a text has."""
    return len(split(Document("a.txt", text, "0" * 64)))


def test_statements_among_short_lines() -> None:
    """What is said in a text of very many short lines is found all the same."""
    said = "“We hope that talks go on,” Foreign Minister Mao Ning told reporters on Monday.\n\n"
    found = parse(Document("a.txt", f"1\n{said}" + "1\n" * MANY_LINES * 2 + said, "0" * 64)).statements

    assert ["We hope that talks go on"] * 2 == [one.text.strip(",") for one in found]


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("Roth sagte: „Das ist gut.“", True),
        ("Roth sagte: »Das ist gut.«", True),
        ("Roth sagte: ‚Das ist gut.‘", True),
        ("Roth sagte: “Das ist gut.”", True),
        ("Roth las „Das alte Haus“", False),
        ("It is good. “", False),
        ("Roth sagte: „Das ist gut“", False),
    ],
)
def test_ends_sentence(line: str, ends: bool) -> None:
    """A mark that closes a quotation in German stands behind the end of a sentence, one that opens another doesn't."""
    assert ends_sentence(line, 0, len(line)) is ends
