"""Choose one canonical name and country for each speaker of a corpus.

Names are merged within blocks only (the same surname, or the same body words), in sorted
order, so that the outcome depends on what the corpus holds and never on the order of its files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from statements_cli.model import SpeakerType
from statements_cli.speakers.corpus.name_matching import (
    CorpusSpeaker,
    name_words,
    same_first,
    surname_block,
    surnames_alike,
)
from statements_cli.speakers.corpus.two_persons import apart, in_other_office
from statements_cli.speakers.names.body_keys import body_key

Key: TypeAlias = tuple[str, str, str]
"""Name, type and country as articles tell them, empty for none: what is told under them is taken for one speaker."""

_WIDEST = 40  # neighbours in a sorted block that a name is compared with
_DOMINANT = 10  # how many times oftener than all others a person must speak to own a bare surname


def told_under(mentions: Iterable[tuple[Key, str | None, int]]) -> dict[Key, CorpusSpeaker]:
    """Return what mentions say under each key.

    Each mention gives a role and how often it occurs.
    """
    told: dict[Key, CorpusSpeaker] = {}
    for key, role, count in mentions:
        known = told.get(key) or told.setdefault(key, CorpusSpeaker(*key))
        known.add(role, count)
    return told


def by_key(known: Iterable[CorpusSpeaker]) -> dict[Key, CorpusSpeaker]:
    """Return who is meant by each key."""
    return {key: one for one in known for key in one.keys}


def brought_together(told: Mapping[Key, CorpusSpeaker]) -> list[CorpusSpeaker]:
    """Return one speaker for each person or body, from all ``told_under`` each key.

    What is given is used up.
    """
    bodies: dict[str, list[CorpusSpeaker]] = {}
    people: list[CorpusSpeaker] = []
    surnames: list[CorpusSpeaker] = []
    for _, known in sorted(told.items()):
        if known.type != "person":
            bodies.setdefault(body_key(known.name, known.type, known.country), []).append(known)
        elif len(known.words) > 1:
            people.append(known)
        else:
            surnames.append(known)
    persons = people_together(people)
    return [*map(merged, bodies.values()), *persons, *attached(surnames, persons, {})]


def keys_of(name: str, type: str, country: str) -> tuple[str, ...]:
    """Return index keys of names that bear on each other's canonical forms.

    All names of a body have its key. Persons are merged where they share one of ``surname_block``; a bare
    surname (``surname_key``) belongs with names that begin or end in it (``end_key``).
    """
    if type != "person":
        return (body_key(name, type, country),)
    words = name_words(name)
    if len(words) == 1:
        return (surname_key(words[0]),)
    return (*surname_block(words), *dict.fromkeys((end_key(words[0]), end_key(words[-1]))))


def surname_key(word: str) -> str:
    """Return the key of the names that are a folded word alone."""
    return f"-{word}"


def end_key(word: str) -> str:
    """Return the key of names of several words that a folded word bounds."""
    return f"={word}"


def merged(members: Sequence[CorpusSpeaker]) -> CorpusSpeaker:
    """Return the first of them with the others' evidence, of one person or body."""
    first = members[0]
    for other in members[1:]:
        first.absorb(other)
    return first


def commonest_first(known: CorpusSpeaker) -> tuple[int, str, str]:
    """Return what orders the names of persons.

    The first of one person's is what the others are compared with.
    """
    return -known.count, known.name, known.country


def people_together(people: Iterable[CorpusSpeaker]) -> list[CorpusSpeaker]:
    """Return one for each person of those under several words.

    The commonest come first, so that rare ones join them.

    One is only ever joined to another where they, or names joined to them before, share a ``surname_block``.
    """
    ordered = sorted(people, key=commonest_first)
    blocks: dict[str, list[CorpusSpeaker]] = {}
    clusters: list[CorpusSpeaker] = []
    entered: set[tuple[str, int]] = set()
    for known in ordered:
        home = _home(known, blocks)
        if home is not None:
            home.absorb(known)
            for block in surname_block(known.words):
                if (block, id(home)) not in entered:
                    entered.add((block, id(home)))
                    blocks.setdefault(block, []).append(home)
            continue
        clusters.append(known)
        for block in surname_block(known.words):
            entered.add((block, id(known)))
            blocks.setdefault(block, []).append(known)
    return clusters


def _home(known: CorpusSpeaker, blocks: dict[str, list[CorpusSpeaker]]) -> CorpusSpeaker | None:
    """Return the person that a name is a further name of.

    The same country first, then one without.
    """
    found: list[CorpusSpeaker] = []
    for block in surname_block(known.words):
        for other in blocks.get(block, ())[:_WIDEST]:
            if apart(known, other):
                continue
            if any(surnames_alike(known.words, words) and same_first(known.words, words) for words in other.forms):
                found.append(other)
        if found:
            break
    if not found:
        return None
    return min(found, key=lambda other: (other.country != known.country, -other.count, other.name))


def attached(
    surnames: Iterable[CorpusSpeaker], persons: Iterable[CorpusSpeaker], homes: Mapping[Key, CorpusSpeaker]
) -> list[CorpusSpeaker]:
    """Give bare surnames to their only, or by far most frequent, bearer.

    ``homes`` are the persons of those surnames of which it is known. Returns those that are nobody's.
    """
    bearers: dict[str, list[CorpusSpeaker]] = {}
    for person in persons:
        for word in ends_of(person):
            bearers.setdefault(word, []).append(person)
    alone: dict[str, CorpusSpeaker] = {}
    nobodys: list[CorpusSpeaker] = []
    for known in sorted(surnames, key=lambda known: known.keys[0]):
        word = known.words[0]
        home = homes.get(known.keys[0]) or _bearer(known, bearers.get(word, ()))
        if home is not None:
            home.absorb(known, named=False)
        elif word in alone and not apart(known, alone[word]):
            alone[word].absorb(known)
        else:
            alone[word] = known
            nobodys.append(known)
    return nobodys


def ends_of(person: CorpusSpeaker) -> set[str]:
    """Return a person's first and last words, each of which can stand alone."""
    return {words[place] for words in person.forms for place in (0, -1)}


def _bearer(known: CorpusSpeaker, bearers: Iterable[CorpusSpeaker]) -> CorpusSpeaker | None:
    fitting = [one for one in bearers if not apart(known, one) and not in_other_office(known, one)]
    surname = [one for one in fitting if any(words[-1] == known.words[0] for words in one.forms)] or fitting
    ranked = sorted(surname, key=lambda one: (-one.count, one.name))
    others = sum(one.count for one in ranked[1:])
    return ranked[0] if ranked and (not others or ranked[0].count >= _DOMINANT * others) else None


def shown_as(
    known: CorpusSpeaker, type: SpeakerType | None, role: str | None, country: str | None
) -> tuple[str, str | None]:
    """Return a speaker's name and country for such a mention of ``known``."""
    if country is None and role is None and type in ("person", "organisation"):
        return known.best_name, known.best_country or None
    return known.best_name, country
