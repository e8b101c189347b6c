"""Find the fullest form of a surname in an article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from statements_cli.languages.mentions import (
    before_given,
    belongs,
    is_place_or_body,
)
from statements_cli.languages.titles import UNSPACED
from statements_cli.languages.words.lexicon import LanguageWords, words_of
from statements_cli.languages.words.particles import name_particles
from statements_cli.languages.words.split_words import Word, words_in
from statements_cli.model import Span

if TYPE_CHECKING:
    pass

FULLEST = 4
"""Words of the longest name."""


class FullNames:
    """The fullest names of an article's text, by surname, as they are asked for."""

    def __init__(self, text: str, span: Span, language: str) -> None:
        self.text, self.span, self.language = text, span, language
        self.full: dict[str, str] = {}

    def of(self, name: str) -> str:
        """Return a surname's fullest form, with the given names right before it."""
        given, _, surname = name.partition(" ")
        if len(given.strip(".")) == 1 and surname and " " not in surname and self.language not in UNSPACED:
            full = self.of(surname)
            return full if full[0] == given[0] and " " in full else name  # "М. Иванов"
        particle = name_particles().get(name.split()[0].lower()) is not None if " " in name else False
        if (" " in name and not particle) or not name or (self.language in UNSPACED and "·" in name):
            return name
        if name not in self.full:
            self.full[name] = self._read_fullest(name)
        return self.full[name]

    def _read_fullest(self, name: str) -> str:
        if self.language in UNSPACED:
            if not any(self.text.find(dot + name, *self.span) >= 0 for dot in "·•"):
                return name
            pattern = re.compile(r"[\u3400-\u9fff]{1,10}[·•]" + re.escape(name))
        else:
            given = r"[^\W\d_a-zа-яёіїєґ][^\W\d_]+(?:[-‑][^\W\d_]+)?"
            surname = f"[{name[0].lower()}{name[0].upper()}]" + re.escape(name[1:])
            particle = r"(?:(?:de|la|van|von|der|den|del|di|da|bin|al|du) ){0,2}"
            pattern = re.compile(rf"(?<![\w]){given} (?:{given} )?{particle}{surname}(?!\w)")
        for match in pattern.finditer(self.text, *self.span):
            found = match[0] if self.language in UNSPACED else self._without_office(match[0], name)
            if self._opens_sentence(match.start(), found):
                continue
            if found != name:
                return found
        return name

    def _opens_sentence(self, at: int, found: str) -> bool:
        """Return whether a name's first word has its capital from its sentence.

        Elsewhere it has none.
        """
        first = found.split()[0].lower()
        if self.language in UNSPACED or not self.text.startswith(found, at):
            return False
        before = self.text[self.span[0] : at].rstrip(' \u00a0«„“"—–-(')
        if before and before[-1] not in ".!?…:\n":
            return False
        return re.compile(rf"(?<!\w){re.escape(first)}(?!\w)").search(self.text, *self.span) is not None

    def _without_office(self, found: str, name: str) -> str:
        """Return capitalised words that end in a surname, from the given names on."""
        known = words_of(self.language)
        if known is None:
            return name
        words = words_in(found, 0, len(found), known)
        first = len(words) - 1
        while first and len(words) - first < FULLEST and not _is_no_name(words[first - 1], words[first], known):
            first -= 1
        first += before_given([word.low for word in words[first:]])
        return found[words[first].start :]


def _is_no_name(word: Word, following: Word, known: LanguageWords) -> bool:
    """Return whether a capital word is an office, a place or opens a sentence."""
    if word.low in known.roles or is_place_or_body(word, known) or belongs(word, following, known):
        return True
    if word.low in known.links and name_particles().get(word.low, "~") == "~":
        return True
    others = (known.ends, known.prepositions, known.verbs, known.openings)
    return any(word.low in words for words in others)
