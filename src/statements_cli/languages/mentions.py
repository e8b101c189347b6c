"""Parse a mention of a speaker into name, office, country and type."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from statements_cli.data import word_list
from statements_cli.languages.titles import UNSPACED
from statements_cli.languages.unspaced_mentions import SourceDescription, unspaced_mention
from statements_cli.languages.words.given_names import first_names, is_given_name
from statements_cli.languages.words.lexicon import LanguageWords
from statements_cli.languages.words.media_names import medium_in
from statements_cli.languages.words.particles import is_particle, name_particles
from statements_cli.languages.words.split_words import Word, parted, words_in
from statements_cli.model import Span, SpeakerType


def words_without_article(text: str, source: Span, known: LanguageWords) -> str:
    """Return a source's words without the article they begin with."""
    words = words_in(text, *source, known, most=2)
    leading = len(words) > 1 and (words[0].low in known.links or words[0].low in known.possessives)
    start = words[1].start if leading else source[0]
    return " ".join(text[start : source[1]].split())


def read_foreign_mention(text: str, source: Span, known: LanguageWords, language: str) -> SourceDescription:
    """Take a phrase that names a speaker apart."""
    if language in UNSPACED:
        return unspaced_mention(text[slice(*source)].strip(), known)
    words = words_in(text, *source, known)
    name = _name_in(words, known)
    rest = [word for word in words if name is None or not name.start <= word.start < name.stop]
    country = _country(rest if rest else words, known)
    office = _office(text, words, name, known)
    if len(words) > 1 and words[0].low in known.ones and words[1].low in known.ones_of:
        return SourceDescription(words_without_article(text, source, known), None, None, "anonymous")
    has_office = any(word.low in known.roles and word.low not in _honorifics() for word in _heads(words, known))
    titled = any(word.low in _honorifics() for word in words)
    has_body = any(word.low in known.bodies for word in words)
    medium = medium_in(words, known)
    if medium is not None and not has_office:
        return SourceDescription(medium, None, None, "media")
    group = next((known.groups[word.low] for word in words if word.low in known.groups), None)
    alone = name is None or words[0].start < name.start or words[0].low in known.groups
    if group is not None and not has_office and alone:
        called = words_without_article(text, source, known)
        return SourceDescription(called, None, country, group if group != "media" else "media")  # type: ignore[arg-type]
    if name is None:
        kind: SpeakerType = "person" if has_office else "organisation"
        return SourceDescription(None, office if has_office else None, country, kind)
    if has_body and not has_office and not titled:
        return SourceDescription(
            words_without_article(text, source, known), None, _country(words, known), "organisation"
        )
    called = " ".join(text[name.start : name.stop].split())
    first = text[name.start : name.stop].lower()
    if not has_office and not titled and first in known.places:
        return SourceDescription(called, None, known.places[first], "country")
    if not office and not titled and _is_thing(words, called):
        return SourceDescription(words_without_article(text, source, known), None, country, "organisation")
    if not titled and not rest and called.isupper() and len(called) > 1:
        return SourceDescription(called, None, country, "organisation")
    return SourceDescription(called, office, country, "person")


def _is_thing(words: Sequence[Word], called: str) -> bool:
    """Return whether a phrase without an office is no person's.

    An article before one word, or something that is another's.
    """
    article = not words[0].capital or words[0].low in _ARTICLES
    single = " " not in called
    before = [word for word in words if word.low not in _ARTICLES][: -len(called.split())]
    if not single and (is_given_name(called.split()[0].lower()) or (len(before) == 1 and not before[0].capital)):
        return False  # "le commerçant Ibrahima Diallo"
    if words[0].low in _ARTICLES and not before and not single:
        return True  # "la Secretaría de Gobernación": no article stands before a person's name
    return len(words) > 1 and ((article and single) or len(words) > 1 + len(called.split()))


_MEN = frozenset(
    ("никита", "илья", "микола", "ілля", "лука", "фома", "кузьма", "данила", "микита", "сава", "хома", "савва")
)
"""Given names of men that end as those of women do."""
_CLOSING = frozenset('»”"')
_ARTICLES = frozenset(("le", "la", "les", "l'", "l’", "el", "los", "las", "der", "die", "das"))


@cache
def _honorifics() -> frozenset[str]:
    return frozenset(word_list("languages/honorifics.txt"))


def _heads(words: Sequence[Word], known: LanguageWords) -> Sequence[Word]:
    """Return the words of a phrase without what a body's name goes on with.

    For example: ``Ligue des droits de l’homme``.
    """
    body = next((at for at, word in enumerate(words) if word.low in known.bodies), None)
    if body is None or any(word.low in known.roles for word in words[:body]):
        return words
    stop = next((at for at in range(body + 1, len(words)) if words[at].low in known.links), None)
    if stop is None or any(parted(word) for word in words[stop:]):
        return words
    return words[:stop]


class _Name(NamedTuple):
    start: int
    stop: int


def _name_in(words: Sequence[Word], known: LanguageWords) -> _Name | None:
    """Return the person's or body's name in a phrase.

    A run of capitals that is neither an office nor belongs to one.
    """
    runs: list[list[int]] = []
    for number, word in enumerate(words):
        small = word.low in known.links or word.low in known.possessives
        takes = word.capital and word.low not in known.roles and not small
        particle = is_particle(words, number) and _capital_next(words, number)
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
            while len(run) > 1 and (belongs(words[run[0]], words[run[1]], known) or _is_owner(words, run)):
                run = run[1:]
            owned = len(run) == 1 and is_place_or_body(words[run[0]], known)
        if owned:
            if best is not None and len(best) > 1:
                continue  # "Rory Jones, journaliste du Wall Street Journal"
            # "le porte-parole du Kremlin Dmitri Peskov": the first word is what the office is of
            if len([n for n in run if words[n].capital]) < 3:
                continue
            run = run[1:]
        if has_office and (is_place_or_body(words[run[-1]], known) or words[run[0]].low in known.groups):
            continue
        if best is None or len(run) >= len(best):
            best = run
    if best is None:
        return None
    best = best[before_given([words[number].low for number in best]) :]
    first = best[0]
    while first and is_particle(words, first - 1) and not words[first].gap.strip():
        first -= 1
    if name_particles().get(words[first].low) != "+":
        first = best[0]
    return _Name(words[first].start, words[best[-1]].end)


def before_given(names: Sequence[str]) -> int:
    """Return how many capitalised words precede the first given name.

    For example: "Deutschbanker Stefan Schneider".
    """
    given = next((at for at, name in enumerate(names[:-1]) if is_given_name(name)), 0)
    return given if len(names) - given > 1 else 0


def disagrees(name: str, gender: str | None) -> bool:
    """Return whether a name is surely not of a gender, f or m.

    By the given name, or by a Slavic surname's end.
    """
    words = name.lower().split()
    if gender is None or not words:
        return False
    woman = words[-1].endswith(("ова", "ева", "єва", "ина", "їна", "ская", "цкая", "ська", "цька"))
    if "а" <= words[-1][-1] <= "ї":
        given = words[0] if len(words) > 1 else ""
        if gender == "f" and given.endswith(("а", "я")) and given not in _MEN:
            return False  # "Олена Шуляк": such surnames have no gender
        return (gender == "m" and woman) or (gender == "f" and words[-1][-1] in "бвгджзйклмнпрстфхцчшщ")
    female, male = (words[0] in first_names(f"names/first_names_{sex}.txt") for sex in ("female", "male"))
    return female != male and female != (gender == "f")


def agrees(name: str, gender: str | None) -> bool:
    """Return whether a given name surely is of a gender, f or m."""
    words = name.lower().split()
    if gender is None or not words:
        return gender is None
    return words[0] in first_names(f"names/first_names_{'female' if gender == 'f' else 'male'}.txt")


def _capital_next(words: Sequence[Word], number: int) -> bool:
    following = words[number + 1 : number + 3]
    return any(word.capital for word in following[:1]) or (len(following) == 2 and following[1].capital)


def is_place_or_body(word: Word, known: LanguageWords) -> bool:
    """Return whether a word is a country or body that has offices."""
    return word.low in known.places or word.low in known.bodies


def belongs(word: Word, following: Word, known: LanguageWords) -> bool:
    """Return whether a word of a run belongs to the office before it.

    A place, a body, a genitive.
    """
    if is_place_or_body(word, known):
        return True
    if word.end - word.start > 1 and word.low.isalpha() and following.capital:
        # Slavonic genitives: "глава Чечни Рамзан Кадыров", "депутат Госдумы Иванов"
        return "а" <= word.low[-1] <= "я" and word.low.endswith(("ы", "ии", "ни", "ки", "ті", "ії"))
    return False


def _is_owner(words: Sequence[Word], run: Sequence[int]) -> bool:
    """Return whether the first of three capitals in Cyrillic is what the office is of.

    For example: ``мэр Харькова Игорь Терехов``.
    """
    return (
        len(run) > 2
        and "а" <= words[run[0]].low[0] <= "ї"
        and not words[run[1]].low.endswith(("вич", "вна", "ич", "чна"))
    )


def _country(words: Sequence[Word], known: LanguageWords) -> str | None:
    for word in words:
        code = known.places.get(word.low)
        if code is not None:
            return code
    pairs = (f"{a.low} {b.low}" for a, b in pairwise(words))
    return next((known.places[pair] for pair in pairs if pair in known.places), None)


def _office(text: str, words: Sequence[Word], name: _Name | None, known: LanguageWords) -> str | None:
    """Return the words beside the name in a phrase, where they hold an office."""
    parts = [words] if name is None else [
        [word for word in words if word.end <= name.start],
        [word for word in words if word.start >= name.stop],
    ]  # fmt: skip
    for part in parts:
        while part and (part[0].low in known.links or part[0].low in known.possessives):
            part = part[1:]
        while part and part[0].low in _honorifics():
            part = part[1:]
        first = next((at for at, word in enumerate(part) if word.low in known.roles), None)
        if first is not None:
            if first > 1 and part[first - 1].low in known.links:
                part = part[first:]  # "un discours du président Vladimir Poutine"
            end = part[-1].end
            unclosed = text[end : end + 1] in _CLOSING and any(word.gap[-1:] in '«“„"' for word in part)
            return " ".join(text[part[0].start : end + unclosed].split())
    return None
