"""An answer of one word is what is said where the sentence tells what was asked."""

from __future__ import annotations

import pytest

from statements_cli.attribution.certainty.one_word_answers import answered, answers
from tests.attribution.bounds.labelled_sentences import Read, made_of

ROWS = [
    # text, cue, source and content as labelled; as they are, "" for the same
    ("Asked if he would go, Holt said no.", "said", "Holt", "", "Holt|no|0.25 0.5 0.75 0.75 0.75"),
    ("When asked if he would go, Holt said yes.", "said", "Holt", "", "Holt|yes|0.25 0.5 0.75 0.75 0.75"),
    ("Asked if he would go, Holt said no.", "said", "Holt", "Asked if he would go", "Holt|no|0.25 0.5 0.75 0.75 0.75"),
    ("Pressed on it, the mayor said no.", "said", "", "", "the mayor|no|0.25 0.5 0.75 0.75 0.75"),
    ("Holt said no when asked if he would go.", "said", "Holt", "no when asked if he would go", "Holt|no|0.25 0.5 0.75 0.75 0.75"),
    ("Holt said no, when asked if he would go.", "said", "Holt", "", "Holt|no|0.25 0.5 0.75 0.75 0.75"),
    ("Holt said no when he would go.", "said", "Holt", "", ""),
    ("Holt said no to him.", "said", "Holt", "no to him", ""),
    ("Asked if he would go, Holt said no man would.", "said", "Holt", "no man would", ""),
    ("Asked if he would go, Holt said so.", "said", "Holt", "so", ""),
    ("Asked if he would go, Holt said “no”.", "said", "Holt", "", ""),
    ("Asked if he would go, Holt sang no.", "sang", "Holt", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "source", "content", "expected"), ROWS)
def test_answered(text: str, cue: str, source: str, content: str, expected: str) -> None:
    """Yes and no are said only to a question."""
    assert {expected} == made_of(answered, text, cue, source, content)


@pytest.mark.parametrize(("content", "expected"), [("no", True), ("no man", False), ("said", False), ("man", False)])
def test_answers(content: str, expected: bool) -> None:
    """An answer is one word right behind its verb."""
    read = Read("Holt said no man would go.")

    assert answers(read.columns, (read.span(content),), read.span("said")) is expected
