"""A verb of promising with what is to be done is a promise."""

from __future__ import annotations

import pytest

from statements_cli.attribution.certainty.promises import promises
from tests.attribution.bounds.labelled_sentences import Read

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
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "content", "expected"), ROWS)
def test_promises(text: str, cue: str, content: str, expected: bool) -> None:
    """Only a verb promises, and only what stands right behind it."""
    read = Read(text)

    assert promises(read.columns, read.span(cue), (read.span(content),)) is expected
