"""A relative is named beside the same words, an office goes by who is named just before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from statements_cli.speakers.coreference.referents.people import Cast
from statements_cli.speakers.coreference.relatives import named_alone_before, relative_named
from statements_cli.speakers.names.capitalised_runs import MentionScan

RELATIVES = [
    ("It rained. His wife, Evgenia, left.", "his wife", "Evgenia"),
    ("It rained. His wife Anna Berg left.", "his wife", "Anna Berg"),
    ("Anna Berg came. His wife, Anna, left.", "his wife", "Anna Berg"),
    ("It rained. Her husband, Ole Berg, left.", "his wife", ""),
    ("It rained. His wife, Norway, left.", "his wife", ""),
    ("It rained on his wife.", "his wife", ""),
    ("His lawyer, Ole Berg, left.", "his lawyer", ""),
    ("The wife, Evgenia, left.", "the wife", ""),
]


@pytest.mark.parametrize(("text", "words", "name"), RELATIVES)
def test_relative_named(scan_of: Callable[[str], MentionScan], text: str, words: str, name: str) -> None:
    """The owner and the noun are the same; the name is no place's."""
    found = relative_named(words, words.split()[-1], 0, Cast(scan_of(text), ()))
    assert (found.name if found is not None else "") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ole Berg sang.\nMen met Karl Moe. {His} office rang.", "Karl Moe"),
        ("Ole Berg sang. Men met Karl Moe. {His} office rang.", ""),  # either
        ("Men met Karl Moe. It rained. {His} office rang.", ""),
        ("Men met Karl Moe. Then {his} office rang.", ""),
        ("Men met Karl Moe. He sang. {His} office rang.", ""),
        ("Men met Anna Lund. {His} office rang.", ""),
        ("It rained. {His} office rang.", ""),
    ],
)
def test_named_alone_before(scan_of: Callable[[str], MentionScan], text: str, name: str) -> None:
    """Nobody else is meant in the paragraph, and the sentence before names the owner."""
    at, plain = text.index("{"), text.replace("{", "").replace("}", "")
    found = named_alone_before(at, "m", Cast(scan_of(plain), ()))
    assert (found.name if found is not None else "") == name
