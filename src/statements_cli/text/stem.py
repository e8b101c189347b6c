"""Cut words to their stems by the Snowball algorithms (M. F. Porter, 2001, https://snowballstem.org).

The stem need not be a word: "negotiation", "negotiating" and "negotiators" all give "negoti".
"""

from __future__ import annotations

from functools import lru_cache

LANGUAGES = {"en": "english", "fr": "french", "de": "german", "es": "spanish", "ru": "russian", "it": "italian"}
"""The algorithm for each language, by its ISO 639-1 code."""
_SHORTEST = 3  # letters; shorter words are their own stems
_KEPT = 4096  # words whose stems are remembered


@lru_cache(_KEPT)
def stem(word: str, language: str = "en") -> str:
    """Return the stem of a word in lower case.

    A word of a language without an algorithm comes back as it is.

    ``language`` is an ISO 639-1 code. Accents may be missing, as they are in folded words.
    """
    if len(word) < _SHORTEST or language not in LANGUAGES:
        return word
    from snowballstemmer import stemmer

    found: str = stemmer(LANGUAGES[language]).stemWord(word)  # a new one each time: one keeps what it works on
    return found
