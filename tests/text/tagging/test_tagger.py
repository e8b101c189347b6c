"""Parts of speech and classes of name of plain news wordings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.text.tagging.tagger import TAGS, tag
from statements_cli.text.tokens import tokenize

TAGGED = [
    ("The president said on Monday that talks will begin.", "said", {"VBD"}),
    ("The president said on Monday that talks will begin.", "Monday", {"DAY"}),
    ("The president said on Monday that talks will begin.", "talks", {"NNS"}),
    ("The president said on Monday that talks will begin.", "will", {"MD"}),
    ("“We hope so,” Foreign Minister Wang Yi said in Beijing.", "Beijing", {"PLACE"}),
    ("“We hope so,” Foreign Minister Wang Yi said in Beijing.", "Wang", {"PERSON"}),
    ("“We hope so,” Foreign Minister Wang Yi said in Beijing.", "”", {"PUNCTUATION"}),
    ("He left, saying that it was over.", "saying", {"VBG"}),
    ("He left, saying that it was over.", "He", {"PRP"}),
]


@pytest.mark.parametrize(("text", "word", "expected"), TAGGED)
def test_tags(text: str, word: str, expected: set[str]) -> None:
    """Clear words of clear sentences get the tag a reader would give."""
    tokens = tokenize(text, ((0, len(text)),))
    tag(tokens)
    at = next(i for i in range(len(tokens)) if tokens.word(i) == word)
    assert TAGS[tokens.tags[at]] in expected


def test_nothing() -> None:
    """A text without a token has no tags."""
    for text in ("", " \n", "\u200b"):
        tokens = tokenize(text, ((0, len(text)),))
        tag(tokens)
        assert [] == list(tokens.tags)


@given(st.text(max_size=100))
def test_any_text(text: str) -> None:
    """Every token of any text has a tag, and the same one each time."""
    tokens = tokenize(text, ((0, len(text)),))
    tag(tokens)
    first = tokens.tags
    tag(tokens)
    assert first == tokens.tags
    assert len(tokens) == len(first)
    assert all(0 <= number < len(TAGS) for number in first)
