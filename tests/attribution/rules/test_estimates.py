"""What is put at a number is an estimate of who puts it there."""

from __future__ import annotations

import pytest

from statements_cli.model import Document
from statements_cli.pipeline import parse

ROWS = [
    # text, who puts what at a number
    ("The institute put total losses at over 1.2 million, with 300,000 deaths.", ("institute", "total losses at over 1.2 million, with 300,000 deaths")),
    ("The two firms put the cost of the wall at $300.", ("two firms", "the cost of the wall at $300")),
    ("The Oak Institute, or OI, a body in Lund, in January put losses at around 200.", ("Oak Institute", "losses at around 200")),
    ("The cook put the pot at the door.", None),
    ("The cook put the pot that boiled at 3.", None),
    ("The cook put it off at 3.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_estimates(text: str, expected: tuple[str, str] | None) -> None:
    """A thing at a number follows the verb, and who puts it there stands before it."""
    found = [
        (one.speaker, one.text)
        for one in parse(Document("a.txt", text, "0" * 64)).statements
        if one.cue == "put" and one.confidence > 0.25
    ]

    assert found == ([expected] if expected else [])
