"""Tokens in; their parts of speech and classes of name out, in place.

The tag set is Penn's, folded to what attribution needs, with proper nouns parted by what they name:
persons, organisations, places and others; days and months stand for themselves.
"""

from __future__ import annotations

from array import array
from functools import cache

from statements_cli.text.linear import Model, best_each, load, score
from statements_cli.text.tag_features import tag_features
from statements_cli.text.tokens import Tokens

TAGS = (
    "NN", "NNS", "NNP", "PERSON", "ORGANISATION", "PLACE", "MISC", "DAY", "JJ", "RB", "VB", "VBD", "VBG", "VBN",
    "VBP", "VBZ", "MD", "IN", "TO", "DT", "PRP", "PRP$", "CC", "CD", "POS", "W", "RP", "EX", "UH", "PUNCTUATION",
)  # fmt: skip
STRIDE = 19  # features a token, as tag_features writes them
SHEET = 4096  # tokens scored at a time, so that room stays small however long a text is


@cache
def _model() -> Model:
    return load("tagger.bin")


def tag(tokens: Tokens) -> None:
    """Fill ``tokens.tags`` with an index into ``TAGS`` for every token."""
    count = len(tokens)
    if not count:
        return
    model = _model()
    features = array("I", bytes(4 * SHEET * STRIDE))
    scores = array("i", bytes(4 * SHEET * model.width))
    labels = array("b", bytes(SHEET))
    tags = array("b")
    ends = [*tokens.sentences[1:], count]
    for start, end in zip(tokens.sentences, ends, strict=True):
        for first in range(start, end, SHEET):
            last = min(end, first + SHEET)
            tag_features(tokens.words, tokens.suffixes, tokens.shapes, first, last, features)
            score(features, last - first, STRIDE, model.keys, model.rows, model.width, model.mask, scores)
            best_each(scores, last - first, model.width, labels)
            tags += labels[: last - first]
    tokens.tags = tags
