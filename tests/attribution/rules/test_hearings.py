"""What a court heard is a statement where the sentence ends by saying so."""

from __future__ import annotations

import pytest

from statements_cli.model import Document
from statements_cli.pipeline import parse

ROWS = [
    # text, who stands for the hearing and what it heard
    ("A man took the van from the yard on 3 May, the court heard.", ("court", "A man took the van from the yard on 3 May")),
    ("A man took the van from the yard on 3 May, the inquest heard previously.", ("inquest", "A man took the van from the yard on 3 May")),
    ("A man took the van from the yard on 3 May, the dog heard.", None),
    ("He left, the court heard.", None),
    ("A man took the van from the yard and the court heard.", None),
    ("A man took the van from the yard, the court heard in May last year.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_hearings(text: str, expected: tuple[str, str] | None) -> None:
    """A clause before the court's name and "heard" is what was said there."""
    found = [
        (one.speaker, one.text)
        for one in parse(Document("a.txt", text, "0" * 64)).statements
        if one.cue == "heard" and one.confidence > 0.25
    ]

    assert found == ([expected] if expected else [])
