"""What a clause beside a quotation shows, and the places of its words."""

from __future__ import annotations

from typing import NamedTuple

from statements_cli.languages.words.lexicon import LanguageWords
from statements_cli.languages.words.phrases import Phrase
from statements_cli.languages.words.split_words import Word, parted
from statements_cli.model import ClueKind, Span

_NOUN = 4  # letters of the shortest noun that names somebody by itself


class Clause(NamedTuple):
    """What shows who speaks: cue, perhaps source, the clause's end, and how sure."""

    cue: Span
    source: Span | None
    end: int
    confidence: float
    clue: ClueKind
    according: bool = False


def cue_of(words: list[Word], verb: int) -> Span:
    """Return the place of a verb, by its number."""
    return word_span(words[verb])


def word_span(word: Word) -> Span:
    """Return the place of a word."""
    return word.start, word.end


def phrase_span(words: list[Word], phrase: Phrase) -> Span:
    """Return the place of a phrase of some words."""
    return words[phrase.first].start, words[phrase.stop - 1].end


def described(words: list[Word], known: LanguageWords) -> Span | None:
    """Return an article or demonstrative and its noun, right behind a verb: ``soupire cette vendeuse``."""
    if len(words) < 2 or parted(words[0]) or parted(words[1]) or words[1].capital != known.capital_nouns:
        return None
    noun = words[1].low
    opens = words[0].low in known.article_genders or words[0].low in known.indefinites
    if not opens or len(noun) < _NOUN or any(noun in other for other in (known.ends, known.prepositions, known.times)):
        return None
    return words[0].start, words[1].end


def is_quoting(words: list[Word], known: LanguageWords) -> bool:
    """Return whether a clause ends with words that announce a quotation: ``mit folgenden Worten``."""
    return any(tuple(word.low for word in words[-len(one) :]) == one for one in known.with_words)
