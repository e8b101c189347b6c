"""The corpus's automatic tokens in; the weights of the part-of-speech tagger out."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from statements_cli.text.tagging.tag_features import tag_features
from statements_cli.text.tagging.tagger import STRIDE, TAGS
from statements_cli.text.tokens import Tokens, tokenize
from training.corpus import Text, paragraphs
from training.crf import Learner
from training.pack import pack

INDEX = {tag: index for index, tag in enumerate(TAGS)}
FOLDED = {
    "NNPS": "NNP", "JJR": "JJ", "JJS": "JJ", "RBR": "RB", "RBS": "RB", "PDT": "DT", "WP": "W", "WDT": "W",
    "WRB": "W", "WP$": "W", "FW": "UH",
}  # fmt: skip
NAMED = {"PERSON": "PERSON", "ORGANIZATION": "ORGANISATION", "LOCATION": "PLACE", "MISC": "MISC"}


@dataclass(frozen=True, slots=True)
class Tagged:
    """The tokens of one text with the tag each should get (-1 where unknown)."""

    tokens: Tokens
    tags: array[int]


def fold(tag: str, entity: str) -> str:
    """The tagger's tag for a Penn tag and a named-entity class."""
    if tag.startswith("NNP"):
        return "DAY" if entity in ("DATE", "TIME") else NAMED.get(entity, "NNP")
    if tag == "JJ" and entity == "MISC":
        return "MISC"
    tag = FOLDED.get(tag, tag)
    return tag if tag in INDEX else "PUNCTUATION"


def tagged(text: Text) -> Tagged:
    """A text's tokens with their tags, matched by the offset at which they begin."""
    tokens = tokenize(text.text, paragraphs(text.text))
    wanted = {token.start: INDEX[fold(token.tag, token.entity)] for token in text.tokens}
    return Tagged(tokens, array("b", [wanted.get(start, -1) for start in tokens.starts]))


def matrix(documents: Iterable[Tagged]) -> tuple[array[int], array[int], array[int]]:
    """Features, labels and sequence offsets of all sentences, as the learner takes them."""
    features, labels, offsets = array("I"), array("b"), array("i", [0])
    for document in documents:
        tokens = document.tokens
        sheet = array("I", bytes(4 * len(tokens) * STRIDE))
        tag_features(tokens.words, tokens.suffixes, tokens.shapes, tokens.sentences, 0, 0, len(tokens), sheet)
        features += sheet
        base = offsets[-1]
        offsets.extend(base + end for end in (*tokens.sentences[1:], len(tokens)))
        labels += document.tags
    return features, labels, offsets


def train_tagger(documents: list[Tagged], *, passes: int, rows: int, seed: int) -> bytes:
    """The tagger's model file."""
    features, labels, offsets = matrix(documents)
    learner = Learner(len(TAGS), bits=22, chained=False, rate=0.15, drop=0.1, seed=seed)
    order = np.arange(len(offsets) - 1, dtype=np.int32)
    shuffle = np.random.default_rng(seed)
    for number in range(passes):
        shuffle.shuffle(order)
        learner.learn(features, STRIDE, offsets, labels, order)
        if number >= passes // 2:
            learner.take()
    weights, transitions = learner.average()
    return pack(weights, transitions, rows=rows, scale=24, chained=False)
