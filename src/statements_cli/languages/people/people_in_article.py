"""Keep the people and bodies that an article names, with what it says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from statements_cli.languages.chinese import chinese_named, longest_first
from statements_cli.languages.clauses.sentence_bounds import sentence_end, sentence_start
from statements_cli.languages.mentions import (
    disagrees,
    read_foreign_mention,
    words_without_article,
)
from statements_cli.languages.people.full_names import FullNames
from statements_cli.languages.people.nominatives import Nominatives
from statements_cli.languages.titles import UNSPACED
from statements_cli.languages.unspaced_mentions import SourceDescription, unspaced_mention
from statements_cli.languages.words.given_names import is_given_name
from statements_cli.languages.words.lexicon import LanguageWords, words_of
from statements_cli.languages.words.media_names import medium_in
from statements_cli.languages.words.phrases import Phrase, phrases
from statements_cli.languages.words.split_words import Word, words_in
from statements_cli.model import Clue, Resolution, Span, SpeakerEvidence

READ = 100_000
"""Characters of an article that are read for fuller names and offices."""
UNSPACED_OFFICE = 24
READ_BACK = 2000
"""Characters before a description of a medium in which its name is looked for."""
OFFICE = 400
"""Characters before a name that may tell the office, and of a paragraph that may tell whom a pronoun means."""
CARRIED = 0.75
"""Confidence in a speaker whom a pronoun or nothing stands for."""
_VIEW = 5  # words of a phrase such as "in the words of"
TIMES = 5
"""Places at which an article may say what somebody is."""


def carried(last: Resolution, clue: Clue) -> Resolution:
    """Return a speaker whom something else than a name stands for."""
    return Resolution(last.speaker, last.type, last.role, last.country, CARRIED, SpeakerEvidence((clue,)))


def gender_of(text: str, source: Span, known: LanguageWords) -> str | None:
    """Return the gender that the article of a description shows, f or m."""
    words = words_in(text, *source, known, most=1)
    return known.article_genders.get(words[0].low) if words else None


@cache
def _aged() -> re.Pattern[str]:
    """Match an age behind a name: ``Nathalie, 47 ans``."""
    return re.compile(r"\s?[,(]\s?\d\d\D")


def _viewing(words: Sequence[Word], known: LanguageWords) -> Iterator[Phrase]:
    """Yield whose view a sentence opens with, by the numbers of its words.

    For example: ``Pour le chercheur Paul Girard, …``.
    """
    lows = tuple(word.low for word in words[:_VIEW])
    stop = next((len(one) for one in known.according if lows[: len(one)] == one), 0) if lows else 0
    found = next(phrases(words[stop:], known, past_commas=False), None) if stop else None
    if found is not None and not found.first and not found.pronoun:
        yield Phrase(stop, stop + found.stop)


def _before_verb(words: Sequence[Word], phrase: Phrase, known: LanguageWords) -> Span:
    """Return a body's phrase up to what may be a verb: ``Служба безопасности задержала …``."""
    ends = tuple(end for end, _ in known.verb_genders)
    inner = range(phrase.first + 1, phrase.stop)
    stop = next((n for n in inner if not words[n].capital and words[n].low.endswith(ends)), phrase.stop)
    return words[phrase.first].start, words[stop - 1].end


class PeopleInArticle:
    """The people named as sources, by the name's last part, under the fullest form."""

    def __init__(self, text: str, span: Span, language: str, cover: str | None = None) -> None:
        self.text, self.language = text, language
        self.cover = text if cover is None else cover
        self.span = span[0], min(span[1], span[0] + READ)
        self.full_names = FullNames(text, self.span, language)
        self.bodies: dict[str, str] = {}
        self.nominatives = Nominatives(text, self.span, language)
        self.known: dict[str, Resolution] = {}
        self.unnamed: dict[str, Resolution] = {}
        self.holders: dict[str, SourceDescription | None] = {}
        self.heard = 0  # where what was said last ends
        self.last_source = -1  # where the source of what was said last begins, where that is a person

    def take(self, mention: SourceDescription, *, inflected: bool) -> Resolution:
        """Return a named mention's resolution, with office and country from earlier ones."""
        name = self.full_names.of(self.nominatives.of(mention.name or "") if inflected else mention.name or "")
        before = self.known.get(name)
        said = None if mention.role or before else self._introduced(name)
        role = mention.role or (before.role if before else None) or (said.role if said else None)
        country = mention.country or (before.country if before else None) or (said.country if said else None)
        kind = before.type if before and mention.role is None else mention.type
        clues = () if name == mention.name else (Clue("fullest name", (mention.name or "", name)),)
        made = Resolution(name, kind, role, country, 1.0, SpeakerEvidence(clues))
        self.known[name] = made
        return made

    def _introduced(self, name: str) -> SourceDescription | None:
        """Return what the text says of somebody at a full name, outside quotations."""
        known = words_of(self.language)
        at = self.text.find(name, *self.span)
        for _ in range(TIMES):
            if known is None or at < 0:
                return None
            found = self._introduced_at(name, at, known)
            if found is not None and found.role:
                return found
            at = self.text.find(name, at + len(name), self.span[1])
        return None

    def _introduced_at(self, name: str, at: int, known: LanguageWords) -> SourceDescription | None:
        end = at + len(name)
        if self.language in UNSPACED:
            start = max(self.span[0], at - UNSPACED_OFFICE)
            before = re.split(r"[，。：、；！？\s”“（）《》]", self.text[start:at])[-1]
            office = next(
                (m for m in longest_first(known.roles.words).finditer(before) if m.end() == len(before)), None
            )
            return unspaced_mention(before + name, known) if office else None
        start = sentence_start(self.text, self.span[0], at)
        words = words_in(self.text, start, sentence_end(self.text, end, self.span[1]), known)
        for phrase in phrases(words, known, past_commas=True, objects=True):
            first, stop = words[phrase.first].start, words[phrase.stop - 1].end
            if first <= at and end <= stop:
                mention = read_foreign_mention(self.text, (first, stop), known, self.language)
                return mention if mention.name and name.endswith(mention.name.split()[-1]) else None
        return None

    def named_before(
        self, at: int, gender: str | None, *, latest: bool = False, bodies: bool = True
    ) -> Resolution | None:
        """Return the person named by the nearest sentence before a place, in its paragraph.

        Outside quotations.

        Of several the first, or the ``latest``; with ``bodies`` a body, too, with which that sentence begins.
        """
        known = words_of(self.language)
        low = max(self.span[0], at - 2 * OFFICE)
        begin = max(self.text.rfind("\n", low, at) + 1, low)
        if known is None or self.language in UNSPACED:
            return self._chinese_before(begin, at, known) if known is not None and self.language == "zh" else None
        end = at
        while end > begin:
            start = sentence_start(self.cover, begin, end)
            if start <= self.last_source < end and not latest:
                return None  # the one who spoke there is meant
            words = words_in(self.cover, start, end, known)
            named: SourceDescription | None = None
            body: Span | None = None
            for phrase in (*_viewing(words, known), *phrases(words, known, past_commas=True)):
                span = words[phrase.first].start, words[phrase.stop - 1].end
                if phrase.pronoun or span[1] > at:
                    continue
                mention = read_foreign_mention(self.text, span, known, self.language)
                if disagrees(mention.name or "", gender):
                    continue
                aged = _aged().match(self.text, span[1]) and is_given_name((mention.name or "").lower())
                if mention.name and mention.type == "person" and (self._is_person(mention) or aged):
                    named = mention if latest or named is None else named
                elif bodies and not phrase.first and mention.type == "organisation":
                    body = _before_verb(words, phrase, known) if self._is_body(words, phrase, gender, known) else body
            if named is not None:
                return self.take(named, inflected=False)
            if body is not None:
                mention = read_foreign_mention(self.text, body, known, self.language)
                name = mention.name or words_without_article(self.text, body, known)
                return self.thing(Resolution(name, "organisation", None, mention.country), body[0])
            end = start - 1
        return None

    def _chinese_before(self, begin: int, at: int, known: LanguageWords) -> Resolution | None:
        """Return the person whom the stretch before a place names last, with an office."""
        span = chinese_named(self.cover, max(begin, self.heard), at, known)
        if span is None:
            return None
        mention = unspaced_mention(self.text[slice(*span)].strip(), known)
        return self.take(mention, inflected=False) if mention.name and mention.type == "person" else None

    def _is_body(self, words: Sequence[Word], phrase: Phrase, gender: str | None, known: LanguageWords) -> bool:
        """Return whether a phrase is a body's for which a pronoun can stand."""
        part = words[phrase.first : phrase.stop]
        listed = any(word.low in known.bodies or (word.upper and len(word.low) > 1) for word in part)
        article = known.article_genders.get(part[0].low)
        opens = article is not None or part[0].low in known.links or (not known.article_genders and part[0].capital)
        return listed and opens and (gender is None or article is None or article == gender)

    def _is_person(self, mention: SourceDescription) -> bool:
        """Return whether a mention is surely a person's, with an office or known name."""
        name = self.full_names.of(mention.name or "")
        return mention.role is not None or name in self.known or " " in name

    def thing(self, mention: Resolution, at: int) -> Resolution:
        """Return a body or medium under the full name that its word begins."""
        known = words_of(self.language)
        name = mention.speaker or ""
        if mention.type in ("person", "anonymous", "group") and name:
            self.unnamed[name.split()[0].lower()] = mention
        if known is None or self.language in UNSPACED or not name:
            return mention
        first = name.split()[0].lower()
        if mention.type == "media" and name not in known.media.values() and known.groups.get(first) == "media":
            before = self.text[self.span[0] : at][-READ_BACK:]
            words = words_in(before, 0, len(before), known, most=READ_BACK)
            named = [one for n in range(len(words)) if (one := medium_in(words[n : n + 3], known))]
            return Resolution(named[-1], "media") if named else mention
        if " " in name or mention.type != "organisation":
            return mention
        if name not in self.bodies:
            self.bodies[name] = self._fullest_body(name, known)
        full = self.bodies[name]
        if full == name:
            return mention
        return Resolution(
            full, mention.type, None, mention.country, 1.0, SpeakerEvidence((Clue("fullest name", (name, full)),))
        )

    def _fullest_body(self, name: str, known: LanguageWords) -> str:
        """Return the body's full name that a word begins: "la Asociación" de Vecinos."""
        links = "|".join(sorted(map(re.escape, known.links), key=len, reverse=True)) or r"(?!)"
        capital = r"[^\W\d_a-zà-öø-ÿа-яёіїєґ][^\W_]*(?:[-‑][^\W_]+)*"
        pattern = re.compile(rf"(?<!\w){re.escape(name)}(?: (?:(?:{links})[ ]?){{0,2}}{capital})+")
        found = {match[0] for match in pattern.finditer(self.text, *self.span)}
        found = {one for one in found if one[len(name) :].strip().lower() not in known.media}  # "в Минздраве ТАСС"
        longest = max(found, key=len, default=name)
        return longest if all(longest.startswith(one) for one in found) else name
