"""How tokens are cut into word pieces, and which of them are read together."""

from __future__ import annotations

from itertools import pairwise

import pytest

from statements_cli.attribution.encoder.word_pieces import (
    LONGEST,
    MOST,
    UNKNOWN,
    WordPieces,
    parts,
    windows,
    writing,
)
from statements_cli.text.tokens import Tokens, tokenize

VOCABULARY = ("minister", "min", "##is", "##ter", "##s", "a", "##a", "cafe", ".", "中", "##.")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("minister", ["minister"]),
        ("Ministers", ["minister", "##s"]),
        ("minis", ["min", "##is"]),
        ("café", ["cafe"]),
        ("min.", ["min", "."]),
        ("中中", ["中", "中"]),
        ("a" * MOST, ["a"] + ["##a"] * (MOST - 1)),
        ("a" * (MOST + 1), ["a"] + ["##a"] * (MOST - 1)),
    ],
)
def test_words_are_cut_into_the_longest_pieces(word: str, expected: list[str]) -> None:
    """From the left, without capitals and accents, marks apart, at most so many."""
    assert expected == [VOCABULARY[number] for number in WordPieces(VOCABULARY).cut(word)]


@pytest.mark.parametrize("word", ["xyz", "ministerx", "\u0301", "a" * 101])
def test_other_words_are_unknown(word: str) -> None:
    """A word with a part that is no piece, one without letters and one too long have one unknown piece."""
    assert [UNKNOWN] == WordPieces(VOCABULARY).cut(word)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Über", ["uber"]),
        ("isn’t", ["isn", "’", "t"]),
        ("$5", ["$", "5"]),
        ("a\u00a0b", ["a", "b"]),
        ("東京都", ["東", "京", "都"]),
        ("\u200b", []),
    ],
)
def test_words_are_parted_at_marks_and_ideographs(word: str, expected: list[str]) -> None:
    """The pieces are looked up part by part."""
    assert expected == parts(word)


@pytest.mark.parametrize(("word", "expected"), [("said", 0), ("Said", 1), ("U", 1), ("UN", 2), ("“", 0), ("McKay", 1)])
def test_how_a_word_is_written(word: str, expected: int) -> None:
    """Small, with a capital, or in capitals: a single capital may begin a sentence."""
    assert expected == writing(word)


def tokens_of(*paragraphs: str) -> Tokens:
    """Return the tokens of paragraphs, a line each."""
    spans, at = [], 0
    for paragraph in paragraphs:
        spans.append((at, at + len(paragraph)))
        at += len(paragraph) + 1
    return tokenize("\n".join(paragraphs), tuple(spans))


def test_short_paragraphs_are_read_together() -> None:
    """As many whole paragraphs as fit, never part of one that fits by itself."""
    tokens = tokens_of(*["One two three four."] * 3)
    each = LONGEST // 10  # two paragraphs of five tokens fill a window

    assert [(0, 10), (10, 15)] == list(windows(tokens, [each] * len(tokens)))


def test_a_long_paragraph_is_parted_between_sentences() -> None:
    """And a sentence longer than a window where that is full."""
    tokens = tokens_of("One two three four. Five six seven eight.", "Nine.")
    each = LONGEST // 5

    assert [(0, 5), (5, 10), (10, 12)] == list(windows(tokens, [each] * len(tokens)))

    each = LONGEST // 2
    parted = list(windows(tokens, [each] * len(tokens)))

    assert len(tokens) == parted[-1][1]
    assert all(end - start <= 2 for start, end in parted)
    assert all(end == start for (_, end), (start, _) in pairwise(parted))


def test_nothing_to_read() -> None:
    """A text without tokens has no windows."""
    assert [] == list(windows(tokens_of(), []))
