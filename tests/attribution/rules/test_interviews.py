"""A printed interview's answers are of who is interviewed; other articles with questions in them have none."""

from __future__ import annotations

import pytest

from statements_cli.model import Document
from statements_cli.pipeline import parse

HEAD = "The sea keeps its books, skipper Ivo Marsh says\n\nThe Star’s Ana Holt talks to the skipper.\n\n"
ASKED = (
    "When did you start?\n\nAt eleven. My father put me to work.\n\nAnd when will you stop?\n\nWhen the knees do.\n\n"
    "Is the quota fair?\n\nNo. I think it was written by a lawyer.\n\nI never met him."
)


def answers(text: str) -> list[tuple[str | None, str, str]]:
    """The speaker, kind and words of the statements that a text's rules found as answers."""
    found = parse(Document("a.txt", text, "")).statements
    return [
        (one.speaker, one.kind, one.text) for one in found if any(clue.kind == "answer" for clue in one.evidence.found)
    ]


def test_answers_are_of_who_is_interviewed() -> None:
    """Each answer is a direct statement of the one who is talked to, never of who asks."""
    assert answers(HEAD + ASKED) == [
        ("Ivo Marsh", "direct", "At eleven. My father put me to work."),
        ("Ivo Marsh", "direct", "When the knees do."),
        ("Ivo Marsh", "direct", "No. I think it was written by a lawyer."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        # nothing says that it is an interview, or who is interviewed
        "The sea keeps its books, skipper Ivo Marsh says\n\nThe port is full.\n\n" + ASKED,
        "The sea keeps its books\n\nThe Star talks to a skipper.\n\n" + ASKED,
        # two questions
        HEAD + ASKED.replace("Is the quota fair?", "He thinks of the quota."),
        # answers in which nobody speaks of themselves
        HEAD + ASKED.replace("My", "His").replace(" me", " him").replace("I ", "They "),
        # answers that quote
        HEAD + ASKED.replace("At eleven.", "“At eleven.”").replace("When the knees do.", "“When the knees do.”"),
    ],
)
def test_other_articles_have_no_answers(text: str) -> None:
    """Questions alone, a report with quotations, or nobody named make no interview."""
    assert answers(text) == []
