"""Resolve the sources of attributions in a language other than English.

A phrase that names a speaker is taken apart into name, office and country by the language's word lists. A surname
is made full by the article's fullest form of it, a pronoun and a missing source stand for the one who spoke last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from statements_cli.articles.article_text import ArticleText
from statements_cli.languages.chinese import longest_first
from statements_cli.languages.clauses.sentence_bounds import sentence_end, sentence_start
from statements_cli.languages.mentions import (
    SourceDescription,
    before_given,
    belongs,
    disagrees,
    is_place_or_body,
    medium_in,
    read_foreign_mention,
    unspaced_mention,
    words_without_article,
)
from statements_cli.languages.nominatives import Nominatives
from statements_cli.languages.quotations import UNATTRIBUTED, UNSPACED
from statements_cli.languages.words.lexicon import LanguageWords, words_of
from statements_cli.languages.words.phrases import name_particles, phrases
from statements_cli.languages.words.split_words import Word, words_in
from statements_cli.model import Attribution, Clue, Resolution, Span, SpeakerEvidence

if TYPE_CHECKING:
    from statements_cli.speakers.user_names import Names

READ = 100_000
"""Characters of an article that are read for fuller names and offices."""
UNSPACED_OFFICE = 24
READ_BACK = 2000
"""Characters before a description of a medium in which its name is looked for."""
OFFICE = 400
"""Characters before a name that may tell the office, and of a paragraph that may tell whom a pronoun means."""
CARRIED = 0.75
"""Confidence in a speaker whom a pronoun or nothing stands for."""
_NOBODY_BEFORE = Clue("nobody before", ("",))
_OFFICE_CHARACTERS = 2  # of the end of an office in a script that parts no words
TIMES = 5
"""Places at which an article may say what somebody is."""
NOBODY = "-"
"""The mark of a pronoun that stands for nobody in particular: "on", "man"."""
FULLEST = 4
"""Words of the longest name."""


def resolve_foreign(
    article_text: ArticleText, attributions: Sequence[Attribution], names: Names | None = None
) -> tuple[Resolution, ...]:
    """Resolve each attribution's source; one resolution each, in order.

    ``names`` are the user's own. Without a source, or with a pronoun, it is the last speaker named before.
    """
    text, language = article_text.text, article_text.article.language or ""
    known = words_of(language)
    if known is None:
        return tuple(_unresolved(Clue("no word lists", (language,))) for _ in attributions)
    people = _People(text, article_text.article.span, language)
    found: list[Resolution] = []
    last: Resolution | None = None
    for attribution in attributions:
        one = _resolution(text, attribution, known, people, last)
        found.append(one)
        last = one if one.speaker and one.type != "anonymous" else last
    if names is not None:
        from statements_cli.speakers.coreference.resolve import as_user_says

        found = [as_user_says(one, names) for one in found]
    return tuple(found)


def _resolution(
    text: str, attribution: Attribution, known: LanguageWords, people: _People, last: Resolution | None
) -> Resolution:
    if not attribution.source:
        if UNATTRIBUTED in attribution.evidence:
            return _unresolved(Clue("nobody named"))
        cue = text[slice(*attribution.cue[0])].lower() if attribution.cue else ""
        if cue.endswith(known.plural_ends):  # they, not the one who spoke last
            many = last is not None and last.type in ("organisation", "group", "country")
            return _carried(last, Clue("last speaker in text", ("",))) if last and many else _unresolved(_NOBODY_BEFORE)
        gender = next((gender for end, gender in known.verb_genders if cue.endswith(end)), None)
        return _spoken_of(people, attribution.content[0][0], last, "", gender)
    source = attribution.source[0]
    words = words_without_article(text, source, known)
    low = words.lower()
    if known.genders.get(low) == NOBODY:
        return _unresolved(Clue("nobody named"))
    epithet = next((one for one in known.epithets if low.startswith(one) and (low + " ")[len(one)] == " "), None)
    if low in known.pronouns or (epithet and low[len(epithet) :] == words[len(epithet) :]):
        gender = known.genders.get(low) or known.genders.get(epithet or "") or _gender_of(text, source, known)
        return _spoken_of(people, min(source[0], attribution.content[0][0]), last, words, gender)
    mention = read_foreign_mention(text, source, known, people.language)
    if mention.name is None:
        same = people.of_role(mention) or people.before(text, source) or people.described(mention, text, source, last)
        if same is None and mention.role and mention.role == words and _is_bare(words, people.language):
            same = _spoken_of(people, min(source[0], attribution.content[0][0]), last, words)
        if same is not None and same.speaker and (same.type == "person" or mention.type != "person"):
            return same
        return people.thing(Resolution(words, mention.type, mention.role, mention.country), source[0])
    cue = text[slice(*attribution.cue[0])].lower() if attribution.cue else ""
    according = tuple(cue.split()) in known.according
    if mention.type in ("group", "anonymous") and (same := people.before(text, source)) is not None:
        return same
    if mention.type in ("organisation", "media", "group", "country", "anonymous"):
        return people.thing(Resolution(mention.name, mention.type, mention.role, mention.country), source[0])
    return people.take(mention, inflected=according)


def _gender_of(text: str, source: Span, known: LanguageWords) -> str | None:
    """Return the gender that the article of a description shows, f or m."""
    words = words_in(text, *source, known)
    return known.article_genders.get(words[0].low) if words else None


def _is_bare(words: str, language: str) -> bool:
    """Return whether a mention is a bare office, whose holder was named before."""
    return " " not in words and (language not in UNSPACED or len(words) <= 3)


def _spoken_of(people: _People, at: int, last: Resolution | None, what: str, gender: str | None = None) -> Resolution:
    """Return a pronoun's antecedent: the last person named in the paragraph, or to speak."""
    named = people.named_before(at, gender)
    if named is not None:
        return _carried(named, Clue("last name in text", (what,)))
    if last is not None and disagrees(last.speaker or "", gender):
        known = reversed(people.known.values())
        last = next((one for one in known if one.type == "person" and not disagrees(one.speaker or "", gender)), None)
    if last is not None:
        return _carried(last, Clue("last speaker in text", (what,)))
    return _unresolved(Clue("nobody before", (what,)))


def _carried(last: Resolution, clue: Clue) -> Resolution:
    return Resolution(last.speaker, last.type, last.role, last.country, CARRIED, SpeakerEvidence((clue,)))


def _unresolved(clue: Clue) -> Resolution:
    return Resolution(evidence=SpeakerEvidence((clue,)))


class _People:
    """The people named as sources, by the name's last part, under the fullest form."""

    def __init__(self, text: str, span: Span, language: str) -> None:
        self.text, self.language = text, language
        self.span = span[0], min(span[1], span[0] + READ)
        self.full: dict[str, str] = {}
        self.nominatives = Nominatives(text, self.span, language)
        self.known: dict[str, Resolution] = {}
        self.unnamed: dict[str, Resolution] = {}

    def take(self, mention: SourceDescription, *, inflected: bool) -> Resolution:
        """Return a named mention's resolution, with office and country from earlier ones."""
        name = self._fullest(self.nominatives.of(mention.name or "") if inflected else mention.name or "")
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

    def named_before(self, at: int, gender: str | None) -> Resolution | None:
        """Return the person named by the nearest sentence before a place, in its paragraph."""
        known = words_of(self.language)
        if known is None or self.language in UNSPACED:
            return None
        low = max(self.span[0], at - 2 * OFFICE)
        begin = max(self.text.rfind("\n", low, at) + 1, low)
        end = at
        while end > begin:
            start = sentence_start(self.text, begin, end)
            words = words_in(self.text, start, end, known)
            for phrase in phrases(words, known, past_commas=True):
                span = words[phrase.first].start, words[phrase.stop - 1].end
                if phrase.pronoun or span[1] > at:
                    continue
                mention = read_foreign_mention(self.text, span, known, self.language)
                if disagrees(mention.name or "", gender):
                    continue
                if mention.name and mention.type == "person" and self._is_person(mention):
                    return self.take(mention, inflected=False)
            end = start - 1
        return None

    def _is_person(self, mention: SourceDescription) -> bool:
        """Return whether a mention is surely a person's, with an office or known name."""
        name = self._fullest(mention.name or "")
        return mention.role is not None or name in self.known or " " in name

    def before(self, text: str, source: Span) -> Resolution | None:
        """Return the unnamed person of the same noun: "esta vecina", "una vecina"."""
        known = words_of(self.language)
        words = words_in(text, *source, known) if known is not None else []
        if known is None or len(words) < 2 or words[0].low not in known.article_genders:
            return None
        return self.unnamed.get(words[1].low) if len(words) == 2 or words[0].low in known.demonstratives else None

    def described(
        self, mention: SourceDescription, text: str, source: Span, last: Resolution | None
    ) -> Resolution | None:
        """Return the last speaker, where a description fits; None where it is another's.

        It has the article or demonstrative of what is known, no country that differs, and an office only where none
        is known of the speaker.
        """
        known = words_of(self.language)
        words = words_in(text, *source, known) if known is not None else []
        if words and last is None and mention.role and known is not None and words[0].low in known.demonstratives:
            last = self.named_before(source[0], _gender_of(text, source, known))
        if known is None or last is None or last.type != "person" or mention.role is None or last.speaker is None:
            return None
        gender = _gender_of(text, source, known)
        demonstrative = words[0].low in known.demonstratives
        if not demonstrative and words[0].low not in known.article_genders:
            return None
        if disagrees(last.speaker, gender) or (mention.country and last.country and mention.country != last.country):
            return None
        general = any(word.low in known.general_offices for word in words)
        if last.role and not general and not demonstrative:
            return None
        return _carried(last, Clue("last speaker in text", (" ".join(word.low for word in words),)))

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
        if name not in self.full:
            self.full[name] = self._fullest_body(name, known)
        full = self.full[name]
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
        longest = max(found, key=len, default=name)
        return longest if all(longest.startswith(one) for one in found) else name

    def of_role(self, mention: SourceDescription) -> Resolution | None:
        """Return the one person named whose office a mention names: "der Kanzler"."""
        if mention.role is None:
            return None
        known = words_of(self.language)
        wanted = self._office_words(mention.role, known)
        fits = [
            one for one in self.known.values()
            if one.role and wanted and wanted <= self._office_words(one.role, known)
            and (mention.country is None or one.country in (None, mention.country))
        ]  # fmt: skip
        if len(fits) != 1:
            return None
        return _carried(fits[0], Clue("office", (mention.role, fits[0].speaker or "")))

    def _office_words(self, role: str, known: LanguageWords | None) -> set[str]:
        """Return the words of an office without articles and countries.

        Its characters where nothing parts words.
        """
        if known is None or self.language in UNSPACED:
            return {role[-_OFFICE_CHARACTERS:]}
        words = words_in(role, 0, len(role), known)
        return {word.low for word in words if word.low not in known.links and word.low not in known.places}

    def _fullest(self, name: str) -> str:
        """Return a surname's fullest form, with the given names right before it."""
        if " " in name or not name or (self.language in UNSPACED and "·" in name):
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
            particle = r"(?:(?:de|la|van|von|der|den|del|di|da|bin|al|du) ){0,2}"
            pattern = re.compile(rf"(?<![\w]){given} (?:{given} )?{particle}{re.escape(name)}(?!\w)")
        for match in pattern.finditer(self.text, *self.span):
            found = match[0] if self.language in UNSPACED else self._without_office(match[0], name)
            if found != name:
                return found
        return name

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
