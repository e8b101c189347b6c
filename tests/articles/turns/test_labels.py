"""What begins as a name, and labels whose brackets hold nothing."""

from __future__ import annotations

import pytest

from statements_cli.articles.turns.labels import begins_as_name
from statements_cli.model import Document
from statements_cli.pipeline import parse


@pytest.mark.parametrize(
    ("words", "expected"),
    [(["Mary", "Okafor"], True), (["Wang", "Yi"], True), (["Thursday"], False), (["."], False), ([], False)],
)
def test_begins_as_name(words: list[str], expected: bool) -> None:
    """A given name or a family name that stands first begins one; no words begin none."""
    assert expected == begins_as_name(words)


@pytest.mark.parametrize("brackets", ["()", "( )", "[]", "(.)"])
def test_empty_brackets(brackets: str) -> None:
    """A label whose brackets hold nothing raises nothing."""
    text = "".join(f"The Chair {brackets}: We meet again.\n\nMr. OKAFOR: We agree.\n\n" for _ in range(3))

    assert parse(Document("a.txt", text, "0" * 64)).articles
