"""Decide whether two of one name are two persons."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from statements_cli.data import word_set
from statements_cli.speakers.corpus.name_matching import CorpusSpeaker, name_words, role_parts
from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.places import international_bodies
from statements_cli.speakers.names.same_person import gender_of_name


def apart(one: CorpusSpeaker, other: CorpusSpeaker) -> bool:
    """Return whether two of one name must be two persons.

    Countries differ, or roles do under a common name, or one is the other's father.
    """
    if one.suffix != other.suffix and (one.words in other.forms or other.words in one.forms):
        return True
    if one.countries and other.countries:
        if one.countries.keys() & other.countries.keys():
            return False
        if not (_speaks_for_bodies(one) or _speaks_for_bodies(other)):
            return True
    if not one.role_words or not other.role_words or one.role_words.keys() & other.role_words.keys():
        return False
    if _is_politician(one.role_words) and _is_politician(other.role_words):
        return False
    return _common(one.words) and _common(other.words) and not one.heads.keys() & other.heads.keys()


def in_other_office(known: CorpusSpeaker, person: CorpusSpeaker) -> bool:
    """Return whether a common surname stands with an office that the person doesn't hold.

    For example: "Mr Justice Kelly" beside Secretary John Kelly.
    """
    if {_addressed_as(known.name), gender_of_name(person.name)} == {"m", "f"}:
        return True  # "Lord Fowler" is not Susan
    if known.words[0] not in name_lexicon.surnames() or not known.heads or not person.heads:
        return False
    if known.role_words.keys() & person.role_words.keys():
        return False
    kin = name_lexicon.role_kin()
    mine, theirs = (
        {*heads, *(other for head in heads for other in kin.get(head, ()))} for heads in (known.heads, person.heads)
    )
    return not mine & theirs


def _addressed_as(name: str) -> str:
    """Return the gender that a form of address tells, ``m`` or ``f``, or nothing."""
    title = name.partition(" ")[0].rstrip(".")
    if title in name_lexicon.words("names/titles_male.txt"):
        return "m"
    return "f" if title in name_lexicon.words("names/titles_female.txt") else ""


def _is_politician(words: Collection[str]) -> bool:
    """Return whether a role's folded words name an office that politicians hold in turn."""
    return not word_set("names/elected_offices.txt").isdisjoint(words) or ("attorney" in words and "general" in words)


def _speaks_for_bodies(one: CorpusSpeaker) -> bool:
    """Return whether somebody speaks for international bodies alone, and has a country beside them."""
    return one.countries.keys() <= international_bodies()


def by_role(name: str, roles: Sequence[str | None]) -> list[list[int]]:
    """Return the places of roles given under one name, those of one person together.

    Of two only where nothing joins them.

    Only a common name ("John Smith") can be two persons' by role alone: a police chief and an economist.
    """
    if not _common(name_words(name)) or len({role for role in roles if role}) < 2:
        return [list(range(len(roles)))]
    persons: list[tuple[set[str], list[int]]] = []
    for place, role in sorted(enumerate(roles), key=lambda pair: pair[1] or ""):
        head, words = role_parts(role) if role else ("", frozenset[str]())
        told = {*words, head, *name_lexicon.role_kin().get(head, ())} - {""}
        told |= {"politician"} if _is_politician(words) else set()
        fitting = [person for person in persons if not told or not person[0] or person[0] & told]
        joined = fitting[0] if fitting else (set[str](), list[int]())
        for other in fitting[1:]:
            joined[0].update(other[0])
            joined[1].extend(other[1])
            persons.remove(other)
        if not fitting:
            persons.append(joined)
        joined[0].update(told)
        joined[1].append(place)
    return [places for _, places in persons]


def _common(words: tuple[str, ...]) -> bool:
    return len(words) > 1 and bool(name_lexicon.gender_of(words[0])) and words[-1] in name_lexicon.surnames()
