"""What the writer infers is said by nobody."""

from __future__ import annotations

import pytest

from statements_cli.attribution.certainty.inferences import infers
from tests.attribution.bounds.labelled_sentences import Read


@pytest.mark.parametrize(("text", "source", "expected"), [
    ("This suggests that it fell.", "This", True),
    ("This study suggests that it fell.", "This study", False),
    ("It suggests that it fell.", "It", False),
    ("Sales of cars rose, suggesting that it fell.", "Sales of cars", True),
    ("The price rose, suggesting that it fell.", "The price", True),
    ("The study rose, suggesting that it fell.", "The study", False),
    ("Moe rose, suggesting that it fell.", "Moe", False),
    ("The price rose suggesting that it fell.", "The price", False),
    ("A study, this suggests that it fell.", "this", False),
])  # fmt: skip
def test_infers(text: str, source: str, expected: bool) -> None:
    """What stands for a sentence before says nothing, nor does a thing that is a sign of another."""
    read = Read(text)

    assert (
        infers(read.columns, read.finding("suggests" if "suggests" in text else "suggesting", source, "that it fell"))
        is expected
    )
