"""Attributions in a language other than English in; who each source is, as far as the article tells, out.

A phrase that names a speaker is taken apart into name, office and country by the language's word lists. A surname
is made full by the article's fullest form of it, a pronoun and a missing source stand for whoever spoke last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from statements_cli.attribution.foreign import UNSPACED
from statements_cli.attribution.foreign_phrases import Word, words_in
from statements_cli.model import Attribution, Resolution, Span, SpeakerType
from statements_cli.text.language_words import LanguageWords, words_of

if TYPE_CHECKING:
    from statements_cli.speakers.names import Names

CARRIED = 0.75
"""Confidence in a speaker whom a pronoun or nothing stands for."""
FULLEST = 4
"""Words of the longest name."""


class Mention(NamedTuple):
    """What a source says: a person's name, the office with the body it belongs to, the country, and what it is."""

    name: str | None
    role: str | None
    country: str | None
    type: SpeakerType


def resolve_foreign(
    text: str, span: Span, attributions: Sequence[Attribution], language: str, names: Names | None = None
) -> tuple[Resolution, ...]:
    """Tell who each attribution's source is; one resolution each, in order. ``span`` is the article's.

    ``names`` are the user's own. Without a source, or with a pronoun, it is the last speaker named before.
    """
    known = words_of(language)
    if known is None:
        return tuple(Resolution(notes=(f"no word lists for {language}",)) for _ in attributions)
    people = _People(text, span, language)
    found: list[Resolution] = []
    last: Resolution | None = None
    for attribution in attributions:
        one = _resolution(text, attribution, known, people, last)
        found.append(one)
        last = one if one.speaker and one.type != "anonymous" else last
    if names is not None:
        from statements_cli.speakers.resolving import as_user_says

        found = [as_user_says(one, names) for one in found]
    return tuple(found)


def _resolution(
    text: str, attribution: Attribution, known: LanguageWords, people: _People, last: Resolution | None
) -> Resolution:
    if not attribution.source:
        if last is None or "nobody is named" in "".join(attribution.notes):
            return Resolution(notes=("nobody is named as the speaker",))
        return _carried(last, "taken for whoever spoke last")
    source = attribution.source[0]
    words = " ".join(text[slice(*source)].split())
    if words.lower() in known.pronouns:
        return _carried(last, f"“{words}”: whoever spoke last") if last else Resolution(notes=(f"“{words}” is nobody named",))
    mention = read_foreign_mention(text, source, known, people.language)
    if mention.name is None:
        same = people.of_role(mention)
        return same or Resolution(words_without_article(text, source, known), mention.type, mention.role, mention.country)
    according = bool(attribution.cue) and text[slice(*attribution.cue[0])].lower() in _phrases(known)
    return people.take(mention, inflected=according)


def _carried(last: Resolution, note: str) -> Resolution:
    return Resolution(last.speaker, last.type, last.role, last.country, CARRIED, (note,))


def _phrases(known: LanguageWords) -> frozenset[str]:
    return frozenset(" ".join(phrase) for phrase in known.according)


def words_without_article(text: str, source: Span, known: LanguageWords) -> str:
    """A source's words without the article they begin with."""
    words = words_in(text, *source, known)
    start = words[1].start if len(words) > 1 and words[0].low in known.links else source[0]
    return " ".join(text[start : source[1]].split())


def read_foreign_mention(text: str, source: Span, known: LanguageWords, language: str) -> Mention:
    """Take a phrase that names a speaker apart."""
    if language in UNSPACED:
        return _unspaced_mention(text[slice(*source)].strip(), known)
    words = words_in(text, *source, known)
    name = _name_in(words, known)
    rest = [word for word in words if name is None or not name.start <= word.start < name.stop]
    country = _country(rest if rest else words, known)
    office = _office(text, words, name, known)
    has_office = any(word.low in known.roles for word in words)
    has_body = any(word.low in known.bodies for word in words)
    if name is None:
        kind: SpeakerType = "person" if has_office else "organisation"
        return Mention(None, office if has_office else None, country, kind)
    called = " ".join(text[name.start : name.stop].split())
    first = text[name.start : name.stop].lower()
    if not has_office and (has_body or first in known.places):
        state = first in known.places and not has_body
        return Mention(called, None, known.places.get(first, country), "country" if state else "organisation")
    if not rest and called.isupper() and len(called) > 1:
        return Mention(called, None, country, "organisation")
    return Mention(called, office, country, "person")


class _Name(NamedTuple):
    start: int
    stop: int


def _name_in(words: Sequence[Word], known: LanguageWords) -> _Name | None:
    """The person's or body's name in a phrase: a run of capitals that is neither an office nor belongs to one."""
    runs: list[list[int]] = []
    for number, word in enumerate(words):
        takes = word.capital and word.low not in known.roles and word.low not in known.links
        particle = bool(runs) and runs[-1][-1] == number - 1 and word.low in _PARTICLES and _capital_next(words, number)
        joined = bool(runs) and runs[-1][-1] == number - 1 and not word.gap.strip(" .\u00a0")
        if (takes or particle) and joined:
            runs[-1].append(number)
        elif takes:
            runs.append([number])
    has_office = any(word.low in known.roles for word in words)
    best: list[int] | None = None
    for run in runs:
        before = words[run[0] - 1] if run[0] else None
        owned = before is not None and before.low in known.links and not words[run[0]].gap.strip() and has_office
        if before is not None and has_office and not owned:
            while len(run) > 1 and _belongs(words[run[0]], words[run[1]], known):
                run = run[1:]
            owned = len(run) == 1 and _is_place_or_body(words[run[0]], known)
        if owned:
            # "le porte-parole du Kremlin Dmitri Peskov": the first word is what the office is of
            if len([n for n in run if words[n].capital]) < 3:
                continue
            run = run[1:]
        if has_office and _is_place_or_body(words[run[-1]], known):
            continue
        if best is None or len(run) >= len(best):
            best = run
    if best is None:
        return None
    return _Name(words[best[0]].start, words[best[-1]].end)


_PARTICLES = frozenset(("de", "la", "le", "van", "von", "der", "den", "del", "di", "da", "bin", "al", "y", "du", "dos"))


def _capital_next(words: Sequence[Word], number: int) -> bool:
    following = words[number + 1 : number + 3]
    return any(word.capital for word in following[:1]) or (len(following) == 2 and following[1].capital)


def _is_place_or_body(word: Word, known: LanguageWords) -> bool:
    return word.low in known.places or word.low in known.bodies


def _belongs(word: Word, following: Word, known: LanguageWords) -> bool:
    """Whether a word of a run belongs to the office before it: a place, a body, a genitive."""
    if _is_place_or_body(word, known):
        return True
    if word.end - word.start > 1 and word.low.isalpha() and following.capital:
        # Slavonic genitives: "глава Чечни Рамзан Кадыров", "депутат Госдумы Иванов"
        return "а" <= word.low[-1] <= "я" and word.low.endswith(("ы", "ии", "ни", "ки", "ті", "ії"))
    return False


def _country(words: Sequence[Word], known: LanguageWords) -> str | None:
    for word in words:
        code = known.places.get(word.low)
        if code is not None:
            return code
    pairs = (f"{a.low} {b.low}" for a, b in zip(words, words[1:], strict=False))
    return next((known.places[pair] for pair in pairs if pair in known.places), None)


def _office(text: str, words: Sequence[Word], name: _Name | None, known: LanguageWords) -> str | None:
    """The words of a phrase that are not the name, where they hold an office: before the name, or behind it."""
    parts = [words] if name is None else [
        [word for word in words if word.end <= name.start],
        [word for word in words if word.start >= name.stop],
    ]  # fmt: skip
    for part in parts:
        while part and part[0].low in known.links:
            part = part[1:]
        if any(word.low in known.roles for word in part):
            return " ".join(text[part[0].start : part[-1].end].split())
    return None


@cache
def _longest_first(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))) or r"(?!)")


def _unspaced_mention(words: str, known: LanguageWords) -> Mention:
    """A phrase whose words nothing parts: places, bodies and offices first, then the name."""
    place = _longest_first(frozenset(known.places)).search(words)
    country = known.places[place[0]] if place else None
    offices = list(_longest_first(known.roles.words).finditer(words))
    at = offices[-1].end() if offices else 0
    prefix = _longest_first(frozenset(known.places) | known.bodies.words | known.links)
    while match := prefix.match(words, at):
        at = match.end()
    name = words[at:].strip("·、 ，")
    if not name and offices and offices[-1].start() > 0 and not offices[:-1] and not place:
        before = words[: offices[-1].start()]
        if len(before) in (2, 3) and prefix.match(before) is None:
            return Mention(before, offices[-1][0], country, "person")  # the office behind the name: 王小明教授
    if name and not offices and at:
        kind: SpeakerType = "organisation"
        return Mention(words, None, country, kind)
    if name:
        return Mention(name, words[:at] or None, country, "person")
    if offices:
        return Mention(None, words, country, "person")
    state = place is not None and place[0] == words
    return Mention(words, None, country, "country" if state else "organisation")


class _People:
    """Whom an article's sources name, by the last part of the name, under the fullest form the article has."""

    def __init__(self, text: str, span: Span, language: str) -> None:
        self.text, self.span, self.language = text, span, language
        self.full: dict[str, str] = {}
        self.known: dict[str, Resolution] = {}

    def take(self, mention: Mention, *, inflected: bool) -> Resolution:
        """The resolution of a named mention, with the office and country that others of the same name gave."""
        name = self._fullest(self._nominative(mention.name or "") if inflected else mention.name or "")
        before = self.known.get(name)
        role = mention.role or (before.role if before else None)
        country = mention.country or (before.country if before else None)
        kind = before.type if before and mention.role is None else mention.type
        notes = () if name == mention.name else (f"{mention.name}: the article names {name}",)
        made = Resolution(name, kind, role, country, 1.0, notes)
        self.known[name] = made
        return made

    def of_role(self, mention: Mention) -> Resolution | None:
        """The one person named before whose office begins as a mention without a name does: "der Kanzler"."""
        if mention.role is None:
            return None
        last = mention.role.split()[-1].casefold()
        fits = [
            one for one in self.known.values()
            if one.role and last in one.role.casefold() and (mention.country in (None, one.country))
        ]  # fmt: skip
        if len(fits) != 1:
            return None
        return _carried(fits[0], f"{mention.role}: the office of {fits[0].speaker}")

    def _fullest(self, name: str) -> str:
        """The fullest form of a surname in the article: with the given names that stand right before it."""
        if " " in name or not name or (self.language in UNSPACED and "·" in name):
            return name
        if name not in self.full:
            self.full[name] = self._read_fullest(name)
        return self.full[name]

    def _read_fullest(self, name: str) -> str:
        if self.language in UNSPACED:
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
        """A run of capitals that ends in a surname, cut to the given names before it."""
        known = words_of(self.language)
        if known is None:
            return name
        words = words_in(found, 0, len(found), known)
        first = len(words) - 1
        while first and len(words) - first < FULLEST:
            word = words[first - 1]
            if word.low in known.roles or _is_place_or_body(word, known) or word.low in known.ends or (
                word.low in known.links and word.low not in _PARTICLES
            ) or word.low in known.verbs or _belongs(word, words[first], known) or word.low in known.prepositions:  # fmt: skip
                break
            first -= 1
        return found[words[first].start :]

    def _nominative(self, name: str) -> str:
        """A Slavonic name in the genitive put into the nominative, the form that the article has coming first."""
        if self.language not in ("ru", "uk"):
            return name
        words = name.split()
        return " ".join(self._nominative_word(word) for word in words)

    def _nominative_word(self, word: str) -> str:
        forms = [word[: -len(end)] + base for end, base in _GENITIVES if word.endswith(end)]
        for form in forms:
            if re.search(rf"(?<!\w){re.escape(form)}(?!\w)", self.text[slice(*self.span)]):
                return form
        return forms[0] if forms else word


_GENITIVES = (
    ("ского", "ский"), ("цкого", "цкий"), ("ського", "ський"), ("цького", "цький"), ("ского", "ской"), ("ской", "ская"),
    ("ської", "ська"), ("овой", "ова"), ("евой", "ева"), ("иной", "ина"), ("ової", "ова"), ("євої", "єва"),
    ("ова", "ов"), ("ева", "ев"), ("ёва", "ёв"), ("ина", "ин"), ("єва", "єв"), ("їна", "їн"), ("ого", "ий"),
    ("ия", "ий"), ("ія", "ій"), ("ея", "ей"), ("ія", "ія"), ("я", "ь"), ("а", ""), ("ы", "а"), ("и", "а"),
)  # fmt: skip
"""Ends of names in the genitive and in the nominative, the likeliest first."""
