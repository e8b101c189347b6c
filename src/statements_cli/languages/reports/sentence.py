"""Read the words of one sentence.

Which are verbs of saying, and where their clauses begin.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from statements_cli.languages.quoted import COVER, MARKS
from statements_cli.languages.words.grammar import Grammar, is_reporting_verb
from statements_cli.languages.words.lexicon import LanguageWords
from statements_cli.languages.words.split_words import Word, parted, words_in
from statements_cli.model import Clue, ClueKind, Span

MOST = 160  # words of a sentence that are looked at
_WHOLE = 5  # words of a quotation that is a sentence, not a part of one
_AUXILIARY_REACH = 4  # words before a participle within which its auxiliary stands
_LEADING = 5  # words between a verb and the infinitive that says something
_NEGATION_REACH = 3  # words before a verb within which a negation is its own


class SentenceReport(NamedTuple):
    """A report: content, cue, source, the relaying medium, and how sure it is."""

    content: tuple[Span, ...]
    cue: Span
    source: Span | None
    confidence: float
    clue: Clue
    relay: Span | None = None

    @classmethod
    def of(
        cls, content: tuple[Span, ...], cue: Span, source: Span | None, sure: float, kind: ClueKind
    ) -> SentenceReport:
        """Return a report without a relay, less sure where nobody is named."""
        return cls(content, cue, source, sure if source else sure - 0.15, Clue(kind))


@dataclass(frozen=True)
class Sentence:
    """A sentence of a covered text, in a language with its words and grammar."""

    text: str
    cover: str
    span: Span
    known: LanguageWords
    grammar: Grammar

    @cached_property
    def words(self) -> list[Word]:
        """Return the words, a quotation being one."""
        return words_in(self.cover, *self.span, self.known, most=MOST)

    @cached_property
    def verbs(self) -> list[int]:
        """Return the numbers of the verbs of saying."""
        code = self.grammar.code
        infinitives = self.grammar.said_infinitives
        return [
            at
            for at, word in enumerate(self.words)
            if (is_reporting_verb(word.low, code) and self._is_used(at))
            or (word.low in infinitives and self._leading(at) is not None)
        ]

    def _leading(self, at: int) -> int | None:
        """Return the verb that makes an infinitive something said: ``a fait savoir``, ``quiso recordar``."""
        if self.words[at].low not in self.grammar.said_infinitives:
            return None
        for before in range(at - 1, max(-1, at - _LEADING), -1):
            if self.words[before].low in self.grammar.before_said:
                return before
            if parted(self.words[before + 1]) or self.words[before].capital:
                return None
        return None

    def _is_used(self, at: int) -> bool:
        words, grammar = self.words, self.grammar
        if at and words[at].capital:
            return False
        particles = grammar.particles.get(words[at].low)
        if particles is not None and not any(word.low in particles for word in words[at + 1 :]):
            return False
        before = words[at - 1] if at and not parted(words[at]) else None
        if before is not None and before.low in grammar.determiners:
            return False
        ends = grammar.participle_ends
        if ends and words[at].low.endswith(ends):
            near = words[max(0, at - _AUXILIARY_REACH) : at]
            return any(word.low in grammar.auxiliaries for word in near)
        return True

    def group_start(self, verb: int) -> int:
        """Return the number of the first word of a verb with its auxiliaries.

        For example: ``a-t-il ajouté``, ``le ha dicho``.
        """
        leading = self._leading(verb)
        at = verb if leading is None else leading
        while at and not parted(self.words[at]):
            before = self.words[at - 1].low
            inverted = before in self.known.pronouns and at > 1 and self.words[at - 2].low in self.grammar.auxiliaries
            if (
                before.endswith(self.grammar.adverb_ends)
                and at > 1
                and self.words[at - 2].low in self.grammar.auxiliaries
            ):
                at -= 1  # "a clairement indiqué"
                continue
            if before not in self.grammar.auxiliaries and not inverted:
                break
            at -= 1
        return at

    def parts(self) -> list[Sentence]:
        """Return the sentences that a semicolon parts."""
        starts = [word.start for word in self.words if ";" in word.gap]
        if not starts:
            return [self]
        bounds = [self.span[0], *starts, self.span[1]]
        return [replace(self, span=span) for span in pairwise(bounds)]

    def is_mood(self, at: int, moods: frozenset[str]) -> bool:
        """Return whether a word is a verb in one of the moods of reported speech."""
        word = self.words[at]
        if word.capital and at and self.known.capital_nouns:
            return False
        return word.low in moods or word.low.endswith(self.grammar.mood_ends)

    def bracket_start(self, verb: int) -> int:
        """Return the auxiliary that opens the clause of a participle: ``hatte Merz in Berlin erklärt``."""
        at = verb
        while at and not parted(self.words[at]) and not self.is_covered(at - 1):
            at -= 1
        opens = "verb-second" in self.grammar.traits and self.words[at].low in self.grammar.auxiliaries
        return at if opens else self.group_start(verb)

    def is_negated(self, verb: int) -> bool:
        """Return whether a verb is negated: what somebody didn't say is nothing said."""
        first = verb
        while first and verb - first < _NEGATION_REACH and not parted(self.words[first]):
            first -= 1
        before = any(word.low in self.grammar.negations for word in self.words[first:verb])
        behind = self.words[verb + 1 : verb + 2] if "verb-second" in self.grammar.traits else []
        return before or any(word.low in self.grammar.negations for word in behind)

    def is_covered(self, at: int) -> bool:
        """Return whether a word is a quotation."""
        return self.words[at].low.startswith(COVER)

    def is_whole_quotation(self, at: int) -> bool:
        """Return whether a word is a quotation that is a sentence of its own."""
        if not self.is_covered(at):
            return False
        quoted = self.text[self.words[at].start : self.words[at].end].lstrip(MARKS)
        return quoted[:1].isupper() and len(quoted.split()) >= _WHOLE

    def is_one_quotation(self, span: Span) -> bool:
        """Return whether a stretch is one quotation with its marks."""
        marks = [character for character in self.text[slice(*span)] if character in _QUOTES]
        return len(marks) == 2 and self.text[span[0]] in _QUOTES and self.text[span[1] - 1] in _QUOTES

    def is_gerund(self, verb: int) -> bool:
        """Return whether a verb is a gerund.

        It has the subject of the sentence's own verb.
        """
        ends = self.grammar.gerund_ends
        return bool(ends) and self.words[verb].low.endswith(ends) and verb > 0

    def trimmed(self, start: int, end: int) -> Span | None:
        """Return a stretch without the marks around it; None where nothing is left."""
        cover = self.cover
        while start < end and not _is_kept(cover[start]):
            start += 1
        while end > start and not _is_kept(cover[end - 1]):
            end -= 1
        return self._with_marks(start, end) if start < end else None

    def _with_marks(self, start: int, end: int) -> Span:
        """Return a stretch with the mark at its edge that belongs to one within it."""
        marks = [character for character in self.text[start:end] if character in _QUOTES]
        if len(marks) % 2:
            if self.text[end : end + 1] in _QUOTES:
                return start, end + 1
            before = start - 1
            while before > self.span[0] and self.text[before] in _SPACES:
                before -= 1
            if start and self.text[before] in _QUOTES:
                return before, end
        return start, end

    def loose_words(self, spans: tuple[Span, ...]) -> int:
        """Return how many words of a content stand outside quotations."""
        return sum(
            any(start <= word.start < end for start, end in spans) and not word.low.startswith(COVER)
            for word in self.words
        )


_SPACES = " \u00a0\u202f"
_QUOTES = frozenset('«»„“”"')


def _is_kept(character: str) -> bool:
    return character.isalnum() or character in "%€$£°)»”"
