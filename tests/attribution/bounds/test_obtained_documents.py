"""A document that somebody obtained says what it says, not who obtained it."""

from __future__ import annotations

import pytest

from statements_cli.attribution.bounds.obtained_documents import of_document
from tests.attribution.bounds.labelled_sentences import made_of

ROWS = [
    # text, cue, source as labelled; as it is, "" for the same
    ("A memo reviewed by the agency said it fell.", "said", "the agency", "A memo reviewed by the agency|it fell|0.125 0.5 0.9 0.9 0.9"),
    ("One poll of voters cited by Kask said it fell.", "said", "Kask", "One poll of voters cited by Kask|it fell|0.125 0.5 0.9 0.9 0.9"),
    ("A memo reviewed by the agency also said it fell.", "said", "the agency", "A memo reviewed by the agency|it fell|0.125 0.5 0.9 0.9 0.9"),
    ("A man arrested by the agency said it fell.", "said", "the agency", ""),
    ("Reviewed by the agency said it fell.", "said", "the agency", ""),
    ("A memo reviewed for the agency said it fell.", "said", "the agency", ""),
    ("It fell and the agency said it fell.", "said", "the agency", ""),
    ("A memo reviewed by the agency also now said it fell.", "said", "the agency", "A memo reviewed by the agency|it fell|0.125 0.5 0.9 0.9 0.9"),
    ("A memo reviewed by the agency also now then said it fell.", "said", "the agency", ""),
    ("Memo reviewed by the agency said it fell.", "said", "the agency", "Memo reviewed by the agency|it fell|0.125 0.5 0.9 0.9 0.9"),
    ("A big memo of men of Lund reviewed by the agency said it fell.", "said", "the agency", "A big memo of men of Lund reviewed by the agency|it fell|0.125 0.5 0.9 0.9 0.9"),
    ("It fell, reviewed by the agency said it fell.", "said", "the agency", ""),
    ("A memo “reviewed by the agency” said it fell.", "said", "the agency", ""),
    ("A memo reviewed by the agency said it fell.", "said", "agency", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "source", "expected"), ROWS)
def test_of_document(text: str, cue: str, source: str, expected: str) -> None:
    """The noun before the participle is the source, with what goes on it."""
    assert {expected} == made_of(of_document, text, cue, source, "it fell")
