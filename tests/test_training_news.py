"""Annotated articles become training texts: their prose, a paragraph a line, with the annotations moved along."""

from __future__ import annotations

import json
from pathlib import Path

from training.news import read_news

TEXT = (
    "Quay to close in May\n\nBy Ida Holm\n\nAdvertisement\n\nThe quay will close, the mayor said on Tuesday, and nobody in "
    "the town will be told before that day what is to become of it.\n\n“We are sorry,” she added, promising that it would open again.\n"
)


def test_articles(tmp_path: Path) -> None:
    """Spans point at the same words as before, with the "that" which introduces a content."""

    def span(words: str) -> list[list[int]]:
        at = TEXT.index(words)
        return [[at, at + len(words)]]

    statements = [
        {"content": span("The quay will close"), "cue": span("said"), "source": span("the mayor"), "optional": False},
        {"content": span("it would open again"), "cue": span("promising"), "source": span("she"), "optional": True},
        {"content": span("Advertisement"), "cue": [], "source": [], "optional": False},
    ]
    (tmp_path / "001.txt").write_text(TEXT, "utf-8")
    (tmp_path / "001.gold.json").write_text(json.dumps({"statements": statements}), "utf-8")

    (text,) = read_news([tmp_path])
    held = [
        tuple(text.text[slice(*part[0])] for part in (one.content, one.cue, one.source)) for one in text.attributions
    ]

    assert text.news
    assert [
        ("The quay will close", "said", "the mayor"),
        ("that it would open again", "promising", "she"),
    ] == held  # what is no prose is left out
    assert [False, True] == [one.optional for one in text.attributions]
