"""Likeness is rapidfuzz's, also where it is worked out without it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from statements_cli.text import similarity
from statements_cli.text.similarity import fragment_likeness, likeness, nearest, neighbours

NAMES = st.text(alphabet="abcdeé -", max_size=24)


@given(one=NAMES, other=NAMES)
def test_likeness_is_rapidfuzz_s(one: str, other: str) -> None:
    """The few comparisons made without rapidfuzz come out exactly as with it."""
    assert max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other)) == likeness(one, other)


def test_likeness_of_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where many are compared rapidfuzz does it, with the same outcome."""
    slowly = likeness("xi jinping", "jinping xi"), likeness("mao ning", "mao ming")
    monkeypatch.setattr(similarity, "_compared", 10_000)

    assert slowly == (likeness("xi jinping", "jinping xi"), likeness("mao ning", "mao ming"))


def test_neighbours() -> None:
    """Neighbours come nearest first; two letters swapped are one step."""
    words = ["nation", "negotiation", "dialogue", "negotiations"]

    assert [("negotiation", 1), ("negotiations", 2)] == neighbours("negotation", [words], 2)
    assert [("dialogue", 1)] == neighbours("dialouge", [words[:2], words[2:]], 1)


def test_nearest() -> None:
    """Names most like the query come best first, with their places."""
    assert [1, 0] == [place for place, _ in nearest("zelensky", ["zelenska", "zelensky", "putin"], 60, 5)]


def test_short_text_holds_no_fragment() -> None:
    """A one-letter text, part of nearly everything, does not hold a longer fragment."""
    passages = [passage for passage, _ in fragment_likeness("peace treaty", ["e", "a peace treaty then"])]

    assert passages[0] < 10
    assert 100 == passages[1]
