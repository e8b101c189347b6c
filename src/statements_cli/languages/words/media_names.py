"""Find the names of media in a stretch of words."""

from __future__ import annotations

from collections.abc import Sequence

from statements_cli.languages.words.lexicon import LanguageWords
from statements_cli.languages.words.split_words import Word


def medium_in(words: Sequence[Word], known: LanguageWords) -> str | None:
    """Return the name of the medium that a phrase names, as records give it."""
    named = (medium_at(words, at, known) for at, word in enumerate(words) if word.low in known.media_heads)
    return next((one[0] for one in named if one), None)


def medium_at(words: Sequence[Word], at: int, known: LanguageWords) -> tuple[str, int] | None:
    """Return the medium that begins with a word, and the number of the word behind."""
    if words[at].low not in known.media_heads:
        return None
    if not words[at].capital:
        small = known.media.get(words[at].low)
        return (small, at + 1) if small is not None and small.islower() else None  # "die dpa"
    for stop in (at + 3, at + 2, at + 1):
        name = known.media.get(" ".join(word.low for word in words[at:stop]))
        if name is not None:
            return name, min(stop, len(words))
    return None
