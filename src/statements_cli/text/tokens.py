"""Tokenize paragraphs into tokens and sentences, as flat arrays."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from functools import cache
from itertools import pairwise

from statements_cli.data import word_list
from statements_cli.model import Span
from statements_cli.text.scan import hash_word, scan, split_sentences

LONGEST = 400  # tokens of a sentence: what goes on for longer is read in parts
SHEET = 1024  # tokens read at a time, so that room stays small however long a paragraph is


class Tokens:
    """The tokens of a text, a column an array: one entry a token.

    ``starts`` and ``ends`` are offsets into ``text`` (half-open); ``words``, ``stems`` and ``suffixes``
    are hashes of the lower-cased word, of its stem and of its last three letters; ``shapes`` are the
    classes of ``scan``; ``tags`` are indexes into ``tagger.TAGS``, empty until tagged. ``sentences`` and
    ``paragraphs`` hold the index of the first token of each.
    """

    __slots__ = (
        "ends", "paragraphs", "sentences", "shapes", "starts", "stems", "suffixes", "tags", "text", "words",
    )  # fmt: skip

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts, self.ends = array("i"), array("i")
        self.words, self.stems, self.suffixes = array("I"), array("I"), array("I")
        self.shapes, self.tags = array("b"), array("b")
        self.sentences, self.paragraphs = array("i"), array("i")

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, index: int) -> str:
        """Return the token as it stands in the text."""
        return self.text[self.starts[index] : self.ends[index]]

    def within(self, span: Span) -> range:
        """Return the indexes of the tokens that begin inside a span of characters."""
        return range(bisect_left(self.starts, span[0]), bisect_left(self.starts, span[1]))

    def paragraph_of(self, index: int) -> range:
        """Return the indexes of the tokens of the paragraph that holds a token."""
        firsts = self.paragraphs
        after = bisect_right(firsts, index)
        return range(firsts[after - 1], firsts[after] if after < len(firsts) else len(self.starts))


@cache
def _abbreviations() -> frozenset[int]:
    return frozenset(map(hash_word, word_list("grammar/abbreviations.txt")))


def tokenize(text: str, paragraphs: tuple[Span, ...]) -> Tokens:
    """Return the tokens and sentences of the given paragraphs of a text, in their order."""
    tokens = Tokens(text)
    columns = (tokens.starts, tokens.ends, tokens.words, tokens.stems, tokens.suffixes, tokens.shapes)
    sheets = [array(column.typecode, bytes(column.itemsize * SHEET)) for column in columns]
    for start, end in paragraphs:
        first, at, count = len(tokens.starts), start, SHEET
        while count == SHEET:
            count = scan(text, start, end, at, *sheets)
            for column, sheet in zip(columns, sheets, strict=True):
                column.extend(sheet[:count])
            at = tokens.ends[-1] if count else end
        last = len(tokens.starts)
        if last > first:
            tokens.paragraphs.append(first)
            known = len(tokens.sentences)
            split_sentences(
                text, tokens.starts, tokens.ends, tokens.words, first, last, _abbreviations(), tokens.sentences
            )
            if last - first > LONGEST:
                _cut(tokens.sentences, known, last)
    return tokens


def _cut(sentences: array[int], known: int, last: int) -> None:
    """Separate sentences from the place ``known`` on that are none."""
    bounds = [*sentences[known:], last]
    del sentences[known:]
    for start, end in pairwise(bounds):
        sentences.extend(range(start, end, LONGEST))
