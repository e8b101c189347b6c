"""Understand a query that gives a role: "Chancellor Merz", "the Chinese president"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from statements_cli.model import SpeakerType
from statements_cli.speakers.names.folding import fold
from statements_cli.speakers.names.name_lexicon import office_words, person_nouns, role_kin, titles
from statements_cli.speakers.names.places import places

_LINKS = frozenset(("of", "for", "to", "at", "in", "on", "with", "from", "during", "under"))
_EMPTY = frozenset(("the", "a", "an", "and", "s"))
_OTHER_OFFICE = frozenset(
    ("vice", "deputy", "assistant", "former", "ex", "acting", "designate", "elect", "then", "late")
)
_FIELDS = frozenset(("foreign", "prime", "defence", "defense", "finance", "interior", "general", "ministry", "state"))
_AND = re.compile(r"[,;/]|\band\b")
_LONGEST_COUNTRY = 4  # words in a country's name or adjective


class KnownSpeaker(NamedTuple):
    """What a corpus knows of a speaker by which a query may mean it."""

    name: str
    spellings: tuple[str, ...] = ()
    type: SpeakerType | None = None
    roles: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


class Role(NamedTuple):
    """The words of a role, folded.

    Those up to its first "of" or "to", and those after it.

    Names and adjectives of countries are their codes, in capitals; the nouns of one office are one noun.
    """

    head: tuple[str, ...]
    tail: frozenset[str]
    nouns: frozenset[str]  # that one who holds it can be called by


def has_role(query: str) -> bool:
    """Return whether a query has a noun for one person or a title in it."""
    return any(word in _role_nouns() for word in _words(query))


def has_country(query: str) -> bool:
    """Return whether a query has a word for a country or body."""
    return any(token.isupper() for token in _tokens(_words(query)))


def of_role(query: str, speakers: Sequence[KnownSpeaker]) -> tuple[str, ...]:
    """Return the names of all who hold a query's role, without a name."""
    asked = _role_in(query)
    if not asked.head or asked.head[-1] not in _role_nouns():
        return ()
    return tuple(one.name for one in speakers if any(_is_role(asked, _role_in(role), one) for role in one.roles))


def of_role_and_name(query: str, speakers: Sequence[KnownSpeaker]) -> tuple[str, ...]:
    """Return names that a query gives by role, title or country and a name.

    Those whose role the corpus gives in these words come first; where there are none, the one who has the name that
    follows words for any office.
    """
    words = _words(query)
    held = tuple(one.name for one in speakers if any(_is_held(words, form, one) for form in _forms(one)))
    if held:
        return held
    return tuple(one.name for one in speakers if any(_is_titled(words, form, one) for form in _forms(one)))


def without_role(query: str) -> str:
    """Return the words of a query, folded, that are for no office, title or country."""
    return " ".join(word for word in _words(query) if word not in _office_words() and not _is_empty(word))


def _is_role(asked: Role, role: Role, speaker: KnownSpeaker) -> bool:
    known = {*role.head, *speaker.countries}
    if asked.head[-1] not in role.nouns:
        return False
    if not _OTHER_OFFICE.isdisjoint(role.head) and _OTHER_OFFICE.isdisjoint(asked.head):
        return False
    return set(asked.head) <= known and asked.tail <= known | role.tail


def _is_held(words: Sequence[str], form: frozenset[str], speaker: KnownSpeaker) -> bool:
    """Return whether all words are a speaker's name or roles, some of each."""
    named, others = _parted(words, form, speaker)
    if not named or not others:
        return False
    wanted = set(_tokens(others)) - _LINKS
    allowed = {*speaker.countries, *(code.lower() for code in speaker.countries), speaker.type or ""}
    if any(wanted <= allowed | {*role.head, *role.tail} for role in map(_role_in, speaker.roles)):
        return True
    return wanted <= allowed


def _is_titled(words: Sequence[str], form: frozenset[str], speaker: KnownSpeaker) -> bool:
    named, others = _parted(words, form, speaker)
    if speaker.type not in ("person", None) or not named or not others or words[-1] not in named:
        return False
    countries = {token for token in _tokens(others) if token.isupper()}
    return all(word in _office_words() for word in others) and (
        not countries or not speaker.countries or not countries.isdisjoint(speaker.countries)
    )


def _parted(words: Sequence[str], form: frozenset[str], speaker: KnownSpeaker) -> tuple[list[str], list[str]]:
    """Return the words that are of a name and the others.

    None of a name where they don't stand for it.
    """
    named = [word for word in words if word in form]
    others = [word for word in words if word not in form and word not in _EMPTY]
    if speaker.type not in ("person", None) and len(named) < len(form):
        return [], others
    return (named if any(word not in _office_words() and word not in _EMPTY for word in named) else []), others


def _forms(speaker: KnownSpeaker) -> Iterable[frozenset[str]]:
    return {frozenset(fold(form).split()) for form in (speaker.name, *speaker.spellings)} - {frozenset()}


@lru_cache(maxsize=4096)
def _role_in(text: str) -> Role:
    head: list[str] = []
    tail: list[str] = []
    nouns: set[str] = set()
    for part in _AND.split(_unpossessed(text)):  # who is "President and party leader" can be called by either
        words = fold(part).split()
        link = next((place for place, word in enumerate(words) if word in _LINKS and place), len(words))
        tokens = _tokens([word for word in words[:link] if not _is_empty(word)])
        head += tokens
        nouns.update(tokens[-1:])
        tail += _tokens([word for word in words[link:] if not _is_empty(word)])
    return Role(tuple(head), frozenset(tail), frozenset(nouns))


def _tokens(words: Sequence[str]) -> list[str]:
    """Return words with countries as codes and one office's nouns as one."""
    found: list[str] = []
    place = 0
    while place < len(words):
        for length in range(min(_LONGEST_COUNTRY, len(words) - place), 0, -1):
            if code := _countries().get(" ".join(words[place : place + length])):
                found.append(code)
                place += length
                break
        else:
            found.append(_same_noun().get(words[place], words[place]))
            place += 1
    return found


def _words(text: str) -> list[str]:
    return fold(_unpossessed(text)).split()


def _unpossessed(text: str) -> str:
    return re.sub(r"['’]s\b", "", text)


def _is_empty(word: str) -> bool:
    return word in _EMPTY or word in _LINKS


@cache
def _same_noun() -> dict[str, str]:
    """Return nouns that differ only by gender, each with the one for all."""
    return {fold(noun): "spokesperson" for noun in role_kin().get("spokesperson", ())}


@cache
def _countries() -> dict[str, str]:
    known = places().items()
    kinds = ("country", "adjective", "body")
    return {fold(name): place.code for name, place in known if place.code and place.how in kinds}


@cache
def _role_nouns() -> frozenset[str]:
    return frozenset(word for name in (*person_nouns(), *titles()) for word in [fold(name)] if " " not in word)


@cache
def _office_words() -> frozenset[str]:
    """Return all that may stand before a name beside a role's noun.

    Offices, bodies of a state, countries.
    """
    countries = {word for name in _countries() for word in name.split()}
    return _role_nouns() | countries | _FIELDS | _OTHER_OFFICE | _LINKS | {fold(word) for word in office_words()}
