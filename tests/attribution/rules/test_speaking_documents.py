"""A document reads and reports, though its verb may be taken for a noun."""

from __future__ import annotations

import pytest

from statements_cli.model import Document
from statements_cli.pipeline import parse

ROWS = [
    # text, what the document says
    ("A statement on his official website read, “The singer passed away today.”", "The singer passed away today."),
    ("A statement on his official website read “The singer passed away today.”", "The singer passed away today."),
    ("A statement on her official page read “The singer passed away today.”", "The singer passed away today."),
    ("She has seen one such plume of vapour for the first time, a new study reports.", "She has seen one such plume of vapour for the first time"),
    ("The dam will not hold through the winter, the review states.", "The dam will not hold through the winter"),
    ("He read the letters of the men, the old dog states.", None),
    ("It fell, the review states.", None),
    ("The review states that because she was ill, the powers were not there.", "because she was ill, the powers were not there"),
    # what "which" takes up, a case between two parties included
    ("They invoke the court’s 1898 ruling in Kott, which held that the child was a citizen.", "the child was a citizen"),
    ("It rests on the High Court’s ruling in Berg v. Holm, which held that a boat is a home.", "a boat is a home"),
    ("They invoke the old dog in the town, which held that the child was a citizen.", None),
    ("They invoke a ruling in Kott which held that the child was a citizen.", None),
    ("The southern dog states that because she was ill, the powers were not there.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_documents(text: str, expected: str | None) -> None:
    """What is written says something behind "read", before it closes a sentence, and in a clause behind it."""
    found = [
        one.text
        for one in parse(Document("a.txt", text, "0" * 64)).statements
        if one.cue in ("read", "reports", "states", "held") and one.confidence > 0.25
    ]

    assert found == ([expected] if expected else [])
