"""Tag tokens with parts of speech and classes of name.

The tag set is Penn's, folded to what attribution needs, with proper nouns parted by what they name:
persons, organisations, places and others; days and months stand for themselves.
"""

from __future__ import annotations

from array import array
from functools import cache

from statements_cli.text.scan import hash_word, places_of
from statements_cli.text.tagging.linear import Model, best_each, load, score
from statements_cli.text.tagging.tag_features import tag_features
from statements_cli.text.tokens import Tokens

TAGS = (
    "NN", "NNS", "NNP", "PERSON", "ORGANISATION", "PLACE", "MISC", "DAY", "JJ", "RB", "VB", "VBD", "VBG", "VBN",
    "VBP", "VBZ", "MD", "IN", "TO", "DT", "PRP", "PRP$", "CC", "CD", "POS", "W", "RP", "EX", "UH", "PUNCTUATION",
)  # fmt: skip
NOUN, NAME = TAGS.index("NN"), TAGS.index("PERSON")
STRIDE = 19  # features a token, as tag_features writes them
SHEET = 512  # tokens scored at a time, so that room stays small however long a text is


@cache
def model() -> Model:
    """Return the tagger's weights."""
    return load("weights/tagger.bin")


def tag(tokens: Tokens) -> None:
    """Fill ``tokens.tags`` with an index into ``TAGS`` for every token."""
    count = len(tokens)
    if not count:
        return
    weights = model()
    sheet = min(SHEET, count)
    features = array("I", bytes(4 * sheet * STRIDE))
    scores = array("i", bytes(4 * sheet * weights.width))
    labels = array("b", bytes(sheet))
    tags = array("b")
    unit = 0
    for first in range(0, count, sheet):
        last = min(count, first + sheet)
        unit = tag_features(tokens.words, tokens.suffixes, tokens.shapes, tokens.sentences, unit, first, last, features)
        score(features, last - first, STRIDE, weights.keys, weights.rows, weights.width, weights.mask, scores)
        best_each(scores, last - first, weights.width, labels)
        tags += labels[: last - first]
    tokens.tags = tags
    _settle(tokens)


@cache
def _settled() -> tuple[int, frozenset[int], frozenset[int]]:
    return hash_word("think"), frozenset(map(hash_word, ("tank", "tanks"))), frozenset(map(hash_word, ("bin", "ibn")))


@cache
def _unsettled() -> array[int]:
    think, _, sons = _settled()
    return array("I", [think, *sorted(sons)])


def _settle(tokens: Tokens) -> None:
    """Set tags that the words beside leave no doubt of.

    For example: "think" in "think tank", "bin" between names.
    """
    think, tanks, _ = _settled()
    words, tags = tokens.words, tokens.tags
    for at in places_of(words, _unsettled()):
        if at + 1 == len(words):
            break
        if words[at] == think:
            if words[at + 1] in tanks:
                tags[at] = tags[at + 1] = NOUN
        elif at:
            named = tokens.text[tokens.starts[at + 1]].isupper() and tokens.text[tokens.starts[at - 1]].isupper()
            tags[at] = NAME if named and tokens.text[tokens.starts[at]].islower() else tags[at]
