"""Find on whom a medium relies for what it reports.

For example: ``berichtet die Agentur unter Berufung auf die Polizei``, ``сообщает агентство со ссылкой на полицию``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from statements_cli.languages.quoted import COVER
from statements_cli.languages.reports.sentence import Sentence, SentenceReport
from statements_cli.languages.words.lexicon import LanguageWords
from statements_cli.languages.words.media_names import names_medium
from statements_cli.languages.words.phrases import phrases
from statements_cli.languages.words.split_words import Word, parted, words_in
from statements_cli.model import Span

_LONGEST = 9  # words of those cited whom no office or name shows


class Cited(NamedTuple):
    """A phrase that cites somebody, its marks included, and whom it names."""

    span: Span
    source: Span


def cited_in(sentence: Sentence) -> Cited | None:
    """Return the first phrase of a sentence that says on whom somebody relies."""
    words = sentence.words
    for phrase in sentence.grammar.citing:
        for at, word in enumerate(words):
            stop = at + len(phrase)
            if word.low != phrase[0] or stop >= len(words):
                continue
            if tuple(one.low for one in words[at:stop]) != phrase or any(map(parted, words[at + 1 : stop + 1])):
                continue
            end = _end_of_source(sentence, stop)
            if end > stop:
                return Cited((word.start, words[end - 1].end), (words[stop].start, words[end - 1].end))
    return None


def _end_of_source(sentence: Sentence, start: int) -> int:
    """Return the number of the word behind those cited."""
    words, known, grammar = sentence.words, sentence.known, sentence.grammar
    found = next(phrases(words[start:], known, past_commas=False, objects=True), None)
    stop = start + found.stop if found is not None and found.first <= 1 else start
    for at in range(stop, min(start + _LONGEST, len(words))):
        word = words[at]
        ended = at > start and (parted(word) or word.low in grammar.relatives or word.low in grammar.that)
        if ended or word.low.startswith(COVER) or at in sentence.verbs or word.low in grammar.finite:
            return at
        if stop > start and not _belongs(words, at, known):
            return at
        stop = at + 1
    return stop


def _belongs(words: Sequence[Word], at: int, known: LanguageWords) -> bool:
    """Return whether a word behind a phrase says more of it: ``источник в полиции``."""
    word = words[at]
    joined = words[at - 1].low in known.prepositions or words[at - 1].low in known.links
    return joined or not (word.capital or word.low in known.ends)


def without_cited(sentence: Sentence, cited: Cited) -> Sentence:
    """Return a sentence of equal length without the phrase that cites somebody."""
    start, end = cited.span
    cover = sentence.cover[:start] + " " * (end - start) + sentence.cover[end:]
    return replace(sentence, cover=cover)


def as_cited(sentence: Sentence, reports: Sequence[SentenceReport], cited: Cited) -> list[SentenceReport] | None:
    """Return reports as said by those cited, and relayed by the medium.

    None where no medium reports.
    """
    found = [
        one._replace(source=cited.source, relay=one.source)
        if one.source and _is_medium(sentence, one.source) and one.relay in (None, one.source) else one
        for one in reports
    ]  # fmt: skip
    return found if any(a != b for a, b in zip(found, reports, strict=True)) else None


def _is_medium(sentence: Sentence, source: Span) -> bool:
    return names_medium(words_in(sentence.text, *source, sentence.known), sentence.known)
