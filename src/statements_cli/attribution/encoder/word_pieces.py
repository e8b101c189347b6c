"""Split tokens into the pieces that the encoder knows, and bound the windows it reads.

Words are cut as BERT's uncased models cut them (Devlin and others, NAACL 2019): lower-cased, without accents, then
from the left into the longest pieces of the vocabulary (Wu and others, 2016).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from statements_cli.text.tokens import Tokens

UNKNOWN, BEGIN, END = 100, 101, 102  # what stands for an unknown word and at either end of a window
LONGEST = 252  # pieces of a window, without its ends
MOST = 12  # pieces of one token; what a longer one goes on with says little
LONGEST_WORD = 100  # letters; a longer one is unknown

TokenSpan = tuple[int, int]


class WordPieces:
    """Cuts words into the pieces of a vocabulary, and remembers those it has cut."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._known: dict[str, list[int]] = {}

    def cut(self, word: str) -> list[int]:
        """Return the numbers of a token's pieces, at least one and at most ``MOST``."""
        known = self._known.get(word)
        if known is None:
            pieces = [number for part in parts(word) for number in self._pieces(part)]
            known = self._known[word] = pieces[:MOST] or [UNKNOWN]
        return known

    def _pieces(self, word: str) -> list[int]:
        if len(word) > LONGEST_WORD:
            return [UNKNOWN]
        found, at = [], 0
        while at < len(word):
            end, before = len(word), "##" if at else ""
            while end > at and (number := self._numbers.get(before + word[at:end])) is None:
                end -= 1
            if end == at or number is None:
                return [UNKNOWN]
            found.append(number)
            at = end
        return found


def parts(word: str) -> list[str]:
    """Return a token in small letters without accents, parted at marks, signs and ideographs."""
    if word.isascii() and word.isalnum():
        return [word.lower()]
    plain = unicodedata.normalize("NFD", word.lower())
    found = [""]
    for letter in plain:
        kind = unicodedata.category(letter)
        if kind == "Mn" or (kind[0] == "C" and letter not in "\t\n\r") or letter == "\ufffd":
            continue
        if letter.isspace():
            found.append("")
        elif kind[0] == "P" or (letter.isascii() and not letter.isalnum()) or is_ideograph(letter):
            found += letter, ""
        else:
            found[-1] += letter
    return [part for part in found if part]


def is_ideograph(letter: str) -> bool:
    """Return whether a letter is of the blocks of Chinese characters."""
    number = ord(letter)
    return 0x4E00 <= number <= 0x9FFF or 0x3400 <= number <= 0x4DBF or 0xF900 <= number <= 0xFAFF or (
        0x20000 <= number <= 0x2CEAF or 0x2F800 <= number <= 0x2FA1F
    )  # fmt: skip


def writing(word: str) -> int:
    """Return how a word is written.

    0 small, 1 with a capital first, 2 in capitals.
    """
    if not word[:1].isupper():
        return 0
    return 2 if len(word) > 1 and word.isupper() else 1


def windows(tokens: Tokens, sizes: Sequence[int]) -> Iterator[TokenSpan]:
    """Yield the stretches of tokens that are read together: as many whole paragraphs as fit.

    ``sizes`` are the tokens' counts of pieces. A longer paragraph is parted between sentences, a longer sentence
    where it is full.
    """
    first, last, size = 0, 0, 0
    for start, end in _stretches(tokens, sizes):
        more = sum(sizes[start:end])
        if last > first and size + more > LONGEST:
            yield first, last
            first, size = start, 0
        last, size = end, size + more
    if last > first:
        yield first, last


def _stretches(tokens: Tokens, sizes: Sequence[int]) -> Iterator[TokenSpan]:
    """Yield paragraphs, sentences of longer ones, and parts of longer sentences."""
    for start, end in pairwise([*tokens.paragraphs, len(tokens)]):
        if sum(sizes[start:end]) <= LONGEST:
            yield start, end
            continue
        inner = [at for at in tokens.sentences if start < at < end]
        for low, high in pairwise([start, *inner, end]):
            at, size = low, 0
            for i in range(low, high):
                if size + sizes[i] > LONGEST:
                    yield at, i
                    at, size = i, 0
                size += sizes[i]
            yield at, high
