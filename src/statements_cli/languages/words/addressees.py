"""Leave out the media that are spoken to among the phrases that name speakers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from statements_cli.languages.words.lexicon import LanguageWords
from statements_cli.languages.words.media_names import medium_at
from statements_cli.languages.words.phrase_bounds import OPENING_MARKS
from statements_cli.languages.words.phrases import Phrase
from statements_cli.languages.words.split_words import Word


def without_addressees(found: Iterable[Phrase], words: Sequence[Word], known: LanguageWords) -> list[Phrase]:
    """Return phrases without those of media that are spoken to, where another is left.

    For example: ``рассказал «Медузе» Иван Серов``.
    """
    listed = list(found)
    others = [one for one in listed if one.pronoun or not _is_addressee(words, one, known)]
    return others or listed


def first_not_addressed(found: Iterable[Phrase], words: Sequence[Word], known: LanguageWords) -> Phrase | None:
    """Return the first phrase that names no medium spoken to, or the first at all."""
    first: Phrase | None = None
    for one in found:
        if one.pronoun or not _is_addressee(words, one, known):
            return one
        first = first or one
    return first


def _is_addressee(words: Sequence[Word], phrase: Phrase, known: LanguageWords) -> bool:
    """Return whether a phrase names a medium alone, or another's name between marks."""
    first = phrase.first
    while first < phrase.stop and words[first].low in known.links:
        first += 1
    medium = medium_at(words, first, known) if first < phrase.stop else None
    if medium is not None:
        return medium[1] >= phrase.stop
    return words[first].gap[-1:] in OPENING_MARKS if first < phrase.stop else False


def without_bare_bodies(found: list[Phrase], words: Sequence[Word], known: LanguageWords) -> list[Phrase]:
    """Return phrases without a body's word that is another noun's, where a name is left.

    For example: ``министр Иван Серов на заседании правительства заявил``.
    """
    if known.article_genders:
        return found

    def is_bare(one: Phrase) -> bool:
        return one.stop - one.first == 1 and not words[one.first].capital and words[one.first].low in known.bodies

    names = [one for one in found if any(word.capital for word in words[one.first : one.stop])]
    return [one for one in found if not is_bare(one)] if names else found
