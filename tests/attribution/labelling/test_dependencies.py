"""On which word each word of plain news wordings depends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements_cli.attribution.labelling.dependencies import LONGEST, parse_around, parser_model
from statements_cli.attribution.labelling.token_columns import Columns, columns
from statements_cli.quotations import find_quotations
from statements_cli.text.tagging.tagger import tag
from statements_cli.text.tokens import tokenize

HEADS = [
    ("The president said on Monday that talks will begin.", "president", "said"),
    ("The president said on Monday that talks will begin.", "begin", "said"),
    ("The president said on Monday that talks will begin.", "talks", "begin"),
    ("The president said on Monday that talks will begin.", "Monday", "on"),
    ("The minister told reporters that the country would send more aid.", "reporters", "told"),
    ("The minister told reporters that the country would send more aid.", "send", "told"),
    ("The minister told reporters that the country would send more aid.", "aid", "send"),
    ("They agreed to hold a new round of talks in Geneva.", "hold", "agreed"),
    ("They agreed to hold a new round of talks in Geneva.", "of", "round"),
    ("The spokesman, who asked not to be named, denied it.", "spokesman", "denied"),
]


def parsed(text: str) -> Columns:
    """The columns of a text with the trees of all its sentences."""
    spans = ((0, len(text)),)
    tokens = tokenize(text, spans)
    tag(tokens)
    made = columns(tokens, find_quotations(text, spans))
    parse_around(made, [(0, len(tokens))], parser_model())
    return made


@pytest.mark.parametrize(("text", "word", "head"), HEADS)
def test_heads(text: str, word: str, head: str) -> None:
    """Clear words of clear sentences depend on what a reader would say."""
    made = parsed(text)
    at = next(i for i in range(len(made.tokens)) if made.tokens.word(i) == word)
    assert head == made.tokens.word(made.heads[at])


def test_only_where_asked() -> None:
    """Sentences without a token of the spans are not parsed: every token there is a tree of its own."""
    text = "The president said so. The minister denied it."
    spans = ((0, len(text)),)
    tokens = tokenize(text, spans)
    tag(tokens)
    made = columns(tokens, find_quotations(text, spans))
    parse_around(made, [(2, 3)], parser_model())
    second = tokens.sentences[1]
    assert list(range(second, len(tokens))) == list(made.heads[second:])
    assert list(range(second)) != list(made.heads[:second])


@given(
    st.lists(
        st.sampled_from(
            ["He", "said", "that", "peace", "talks", ",", "and", ".", "“", "”", "will", "on", "Monday", "x"]
        ),
        max_size=60,
    )
)
def test_any_text(words: list[str]) -> None:
    """Trees stay in their sentence, each is reached from one root, and what depends on a word is one stretch."""
    made = parsed(" ".join(words))
    count = len(made.tokens)
    for i in range(count):
        above, steps = i, 0
        while made.heads[above] != above:
            assert made.sentence[above] == made.sentence[i]
            assert made.begins[made.heads[above]] <= made.begins[above]
            assert made.ends[above] <= made.ends[made.heads[above]]
            above, steps = made.heads[above], steps + 1
            assert steps <= count
        assert 0 <= made.begins[i] <= i < made.ends[i] <= count


def test_endless_sentence() -> None:
    """A sentence longer than is parsed together is parsed in parts, each with a tree of its own."""
    made = parsed("said that " * LONGEST)
    assert {i // LONGEST for i in made.heads[:LONGEST]} == {0}
    assert {i // LONGEST for i in made.heads[LONGEST : 2 * LONGEST]} == {1}
