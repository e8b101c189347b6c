"""Find the names of media in a stretch of words."""

from __future__ import annotations

from collections.abc import Sequence

from statements_cli.languages.words.given_names import is_given_name
from statements_cli.languages.words.lexicon import LanguageWords
from statements_cli.languages.words.split_words import Word, parted, words_in
from statements_cli.model import Span

_LONGEST = 5  # words of a medium's name


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


def names_medium(words: Sequence[Word], known: LanguageWords) -> bool:
    """Return whether a phrase names a medium, or is a word for one: ``die Agentur``."""
    return any(known.groups.get(word.low) == "media" for word in words) or medium_in(words, known) is not None


def is_medium(text: str, span: Span, known: LanguageWords) -> bool:
    """Return whether a stretch is nothing but a medium's name: ``wie die „Kieler Nachrichten“ schreiben``."""
    words = words_in(text, *span, known, most=_LONGEST)
    named = medium_at(words, 0, known) if words else None
    return named is not None and named[1] >= len(words)


def medium_end(words: Sequence[Word], first: int, known: LanguageWords) -> int | None:
    """Return the number of the word behind a medium.

    None where more than a person's name may follow: ``РИА Новости Дмитрий Песков``, ``«Українська правда»``.
    """
    medium = medium_at(words, first, known) if words[first].low in known.media_heads else None
    if medium is None or (medium[1] - first == 1 and not (medium[0].isupper() or medium[0].islower())):
        return None
    stop = medium[1]
    if stop >= len(words) or parted(words[stop]) or not words[stop].capital:
        return stop
    named = is_given_name(words[stop].low) or "а" <= words[stop].low[0] <= "ї"
    return stop if named and stop + 1 < len(words) and words[stop + 1].capital else None


def is_small_medium(word: Word, known: LanguageWords) -> bool:
    """Return whether a word is a medium's name that has no capital: ``die dpa``."""
    return word.low in known.media_heads and known.media.get(word.low, "-").islower()
