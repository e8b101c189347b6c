"""Split a stretch of text into the words that clauses are read by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from statements_cli.data import word_list
from statements_cli.languages.words.lexicon import LanguageWords
from statements_cli.model import Span

LONGEST = 40
"""Words of a clause that are looked at."""


_PARTING = frozenset(",;:.!?…()[]\n")


class Word(NamedTuple):
    """A word: its span, lower case, capitals, and the gap before."""

    start: int
    end: int
    low: str
    capital: bool
    upper: bool
    gap: str


def parted(word: Word) -> bool:
    """Return whether a mark ends the phrase or clause before a word."""
    if word.gap == " ":
        return False
    return not _PARTING.isdisjoint(word.gap)


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word_list("languages/abbreviations.txt"))


def is_abbreviation(word: str) -> bool:
    """Return whether a full stop behind a word ends no sentence.

    An initial, or an abbreviation of a title or unit.
    """
    return (len(word) == 1 and word.isupper()) or word in _abbreviations()


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+(?:[-‑'’ʼ.][^\W_]+)*")


@cache
def _elision() -> re.Pattern[str]:
    """Match French articles and pronouns that lean on the next word: l'armée, qu'il, jusqu'au."""
    return re.compile(r"(?i)(?:[ldnscjmt]|(?:jus|lors|puis)?qu)['’](?=\w)")


def words_in(text: str, start: int, end: int, known: LanguageWords, most: int = LONGEST) -> list[Word]:
    """Return the first words of a stretch.

    Pronouns that follow a verb after a hyphen (``a-t-il``) stand alone.
    """
    found: list[Word] = []
    made = tuple.__new__  # what the class calls, without the call between
    at = start
    for match in _word().finditer(text, start, end):
        word = match[0]
        if word.isalpha():  # nearly all words: none is made but the one, and no letter is looked at twice
            first, stop = match.span()
            gap = text[at:first]
            if gap != " " and gap[:1] == "." and found and is_abbreviation(text[found[-1].start : at]):
                gap = gap[1:] or " "  # M. Macron, J. D. Vance; "Anna B., Lehrerin"
            capital = word[0].isupper()
            found.append(made(Word, (first, stop, word.lower(), capital, capital and word.isupper(), gap)))
            at = stop
            if len(found) == most:
                return found
            continue
        pieces = tuple(_pieces(text, *match.span(), known))
        for first, stop in pieces:
            gap = text[at:first]
            if gap[:1] == "." and found and is_abbreviation(text[found[-1].start : at]):
                gap = gap[1:] or " "
            if len(pieces) > 1:
                word = text[first:stop]
            found.append(Word(first, stop, word.lower(), word[0].isupper(), word.isupper(), gap))
            at = stop
            if len(found) == most:
                return found
    return found


def _pieces(text: str, first: int, stop: int, known: LanguageWords) -> Iterator[Span]:
    """Yield the words of one that holds hyphens, apostrophes or digits."""
    whole = text[first:stop].lower()
    if whole in known.prepositions or whole in known.openings:
        yield first, stop
        return
    elided = _elision().match(text, first, stop)
    if elided:
        yield first, elided.end()
        first = elided.end()
    verb, hyphen, pronoun = text[first:stop].rpartition("-")
    if hyphen and pronoun in known.pronouns:
        yield first, first + len(verb.removesuffix("-t"))
        yield stop - len(pronoun), stop
    else:
        yield first, stop
