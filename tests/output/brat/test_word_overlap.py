"""Contents are paired by the words they share."""

from __future__ import annotations

import pytest

from statements_cli.output.brat.word_overlap import Words, best_pairs


@pytest.mark.parametrize(
    ("span", "words"), [((0, 4), {0}), ((1, 4), set()), ((0, 30), {0, 1, 2}), ((5, 30), {2}), ((5, 9), {1})]
)
def test_words(span: tuple[int, int], words: set[int]) -> None:
    """A word is within a span that it begins in; a "that" before others isn't counted."""
    assert words == Words("talk that ended").within((span,))


@pytest.mark.parametrize(
    ("found", "wanted", "pairs"),
    [
        (["ab"], ["ab"], {0: 0}),
        (["abc"], ["abcdef"], {0: 0}),  # half of all words
        (["abc"], ["abcdefg"], {}),
        (["abcd", "ab"], ["ab", "abcd"], {0: 1, 1: 0}),  # the most alike first
        (["ab", "ab"], ["ab"], {0: 0}),
        (["ab"], ["cd"], {}),
        (["", "ab"], ["", "ab"], {1: 1}),
    ],
)
def test_pairs(found: list[str], wanted: list[str], pairs: dict[int, int]) -> None:
    """Half of the words must be common, and each is taken once."""
    first, second = ([frozenset(map(ord, one)) for one in some] for some in (found, wanted))

    assert pairs == best_pairs(first, second)
