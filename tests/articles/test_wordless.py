"""Test what is left out of a text for showing no word."""

import pytest

from statements_cli import parse
from statements_cli.articles.wordless import LONGEST, MARGIN, worded
from statements_cli.model import Document

SAID = "“We hope so,” Mao Ning said on Monday."
KINDS = ("“", "—", "] [", "。", "\n", " ", "_", "😀", "\u0301", "*\n", "“ ”\n\n")


def test_a_text_without_such_a_stretch_is_whole() -> None:
    """A text is one piece where words follow each other."""
    assert [*worded(SAID)] == [(0, len(SAID))]
    assert [*worded("")] == []


@pytest.mark.parametrize("before", (1, 499, 500, 501, 1234))
@pytest.mark.parametrize("kind", KINDS)
def test_stretches_from_the_longest_on_are_left_out(kind: str, before: int) -> None:
    """A stretch of one character less is kept, wherever it lies."""
    for length, pieces in ((LONGEST - 1, 1), (LONGEST, 2), (LONGEST + 1, 2), (3 * LONGEST + 7, 2)):
        gap = (kind * length)[:length]
        text = "a" * before + gap + "b" * 777
        parts = [(0, before + MARGIN), (before + length - MARGIN, len(text))]
        assert [*worded(text)] == (parts if pieces == 2 else [(0, len(text))]), length


def test_the_beginning_and_the_end_are_left_out() -> None:
    """A stretch before the first word or behind the last is left out, too, but for its margin."""
    assert [*worded("“" * LONGEST + "a")] == [(LONGEST - MARGIN, LONGEST + 1)]
    assert [*worded("a" + "“" * LONGEST)] == [(0, 1 + MARGIN)]
    assert [*worded("“" * LONGEST)] == []
    assert [*worded("a" + "“" * LONGEST + "b", 1)] == [(LONGEST + 1 - MARGIN, LONGEST + 2)]


@pytest.mark.parametrize("kind", KINDS)
def test_what_stands_around_is_read(kind: str) -> None:
    """Statements before and behind a stretch are found where they stand, with the marks that close and open them."""
    text = f"{SAID}\n{kind * 5000}\n{SAID.replace('hope', 'know')}"
    found = parse(Document("a.txt", text, "0")).statements
    assert [one.text for one in found] == ["We hope so", "We know so"]
    assert [text[slice(*one.spans.content[0])] for one in found] == ["We hope so", "We know so"]


def test_a_run_of_marks_costs_next_to_nothing() -> None:
    """A megabyte of marks becomes no block and no article."""
    document = parse(Document("a.txt", "“" * 1_000_000, "0"))
    assert document.articles == ()
    ((block,),) = (article.blocks for article in parse(Document("a.txt", SAID + "“" * 1_000_000, "0")).articles)
    assert block.span == (0, len(SAID) - 1 + MARGIN)  # the full stop is of the stretch
