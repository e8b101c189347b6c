"""What a clause beside a quotation shows, and the places of its words."""

from __future__ import annotations

from typing import NamedTuple

from statements_cli.languages.words.phrases import Phrase
from statements_cli.languages.words.split_words import Word
from statements_cli.model import ClueKind, Span


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
