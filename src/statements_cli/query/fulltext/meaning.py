"""Compare words and texts by meaning: the owner of wordllama.

The vectors of words are wordllama's (static embeddings learned from large models, 256 dimensions, D. L. Miller,
2024), which come inside its package: nothing is ever fetched. They are made of parts of words, so that words
that merely begin or end alike come out near; such are left out, as kin and misspelt words are found otherwise.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import cache
from typing import Any

from statements_cli.text.stem import stem

EXTRA = "semantic"
_MOST_WORDS = 50_000  # of the index, the commonest: a second's work
_MOST_NEAR = 24
_LEAST = 0.36  # cosine
_ALIKE = 3  # letters that two words begin or end with


class MeaningError(Exception):
    """The package with the vectors isn't installed; the message says how to install it."""


class Meaning:
    """The words of an index by what they mean.

    Raises ``MeaningError`` where wordllama isn't installed.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._model = _model()
        rows = connection.execute(
            "select word from word where length(word) > 2 order by count desc, word limit ?", (_MOST_WORDS,)
        )
        self._words = [row[0] for row in rows if row[0].isalpha()]
        self._vectors = self._model.embed(self._words, norm=True) if self._words else None

    def near(self, word: str) -> dict[str, float]:
        """Return the index's nearest words in meaning to ``word``, each with its cosine."""
        if self._vectors is None or not word.isalpha():
            return {}
        cosines = self._vectors @ self._model.embed([word], norm=True)[0]
        found: dict[str, float] = {}
        for place in cosines.argsort()[::-1]:
            if cosines[place] < _LEAST or len(found) == _MOST_NEAR:
                break
            other = self._words[place]
            if other != word and not _merely_alike(word, other):
                found[other] = round(float(cosines[place]), 2)
        return found

    def likeness(self, query: str, texts: Sequence[str]) -> list[float]:
        """Return how alike in meaning the query and each text are, 0 to 100."""
        if not texts:
            return []
        cosines = self._model.embed(list(texts), norm=True) @ self._model.embed([query], norm=True)[0]
        return [max(0.0, min(100.0, 100.0 * float(cosine))) for cosine in cosines]


def _merely_alike(one: str, other: str) -> bool:
    alike = one[:_ALIKE] == other[:_ALIKE] or one[-_ALIKE:] == other[-_ALIKE:]
    return alike and stem(one) != stem(other)


def require() -> None:
    """Raise ``MeaningError`` where wordllama isn't installed."""
    from importlib.util import find_spec

    if find_spec("wordllama") is None:
        what = "--semantic needs a package that is not installed"
        raise MeaningError(f"{what}. Install it: pip install 'statements-cli[{EXTRA}]'")


@cache
def _model() -> Any:
    import logging
    from pathlib import Path

    require()
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    import wordllama

    root.handlers[:] = handlers  # it sets up logging for the whole program
    root.setLevel(level)
    # told where its own files are: it looks for one of them in a folder of another name, and then on the net
    return wordllama.WordLlama.load(cache_dir=Path(wordllama.__file__).parent, disable_download=True)
