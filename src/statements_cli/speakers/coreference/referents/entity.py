"""Describe a person or body of an article by what the article says of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from statements_cli.model import SpeakerType
from statements_cli.speakers.mentions.roles import role_noun
from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.folding import fold
from statements_cli.speakers.names.same_person import (
    SUFFIXES,
    family_first,
)

_COUNTERPARTS = 4  # mentions back from a counterpart to the one it is the counterpart of
_SPEAKERS = ("spokesman", "spokeswoman", "spokesperson")  # that a press secretary is


class Entity:
    """A person or body of an article."""

    __slots__ = (
        "first",
        "gender",
        "gender_told",
        "heads",
        "kin",
        "name",
        "places",
        "role_words",
        "roles",
        "speaks",
        "titles",
        "type",
        "words",
    )

    def __init__(self, name: str, type: SpeakerType, first: int) -> None:
        self.name = name
        self.type: SpeakerType = type
        self.words = tuple(fold(name).split())
        self.first = first
        self.gender = ""
        self.gender_told = False  # by more than a first name
        self.roles: list[str] = []
        self.role_words: set[str] = set()
        self.heads: set[str] = set()
        self.places: list[int] = []
        self.kin = False
        self.speaks = False  # under the full name, in this article
        self.titles: set[str] = set()  # words before the name, lower case

    def described(self, role: str) -> None:
        """Note a role the article gives."""
        if role and role not in self.roles:
            self.roles.append(role)
            self.role_words.update(fold(word.removesuffix("'s").removesuffix("’s")) for word in role.split())
            head = role_noun(role)
            if head and head not in name_lexicon.words("names/address_words.txt"):
                self.heads.add(head)
            if "press secretary" in role.lower():
                self.heads.update(_SPEAKERS)
            for word in _own_words(role):
                plain = word.strip(".,").lower()
                if plain in name_lexicon.person_nouns() and plain not in name_lexicon.words("names/address_words.txt"):
                    self.heads.add(plain)
                    self.told(name_lexicon.person_nouns()[plain][0])

    def told(self, gender: str) -> None:
        """Note a gender shown by a title, noun or pronoun, surer than a first name's."""
        if gender and not self.gender_told:
            self.gender, self.gender_told = gender, True

    @property
    def surname(self) -> str:
        """Return the word that stands for the person alone, folded."""
        words = [word for word in self.words if word not in SUFFIXES]
        if not words:
            return ""
        return words[0] if family_first(self.name) else words[-1]


def pair_counterparts(people: Sequence[Entity], starts: Sequence[int], who: Sequence[Entity]) -> None:
    """Give "his Iraqi counterpart" the office of the one who is named before."""
    for person in people:
        if "counterpart" in person.heads and person.places:
            place = bisect_left(starts, person.places[0])
            others = who[max(0, place - _COUNTERPARTS) : place]
            other = next((one for one in reversed(others) if one is not person and one.heads), None)
            person.heads |= other.heads if other is not None else set()


def _own_words(role: str) -> list[str]:
    """Return the words of a role without those of the office it serves.

    An "aide to the finance minister" is no minister.
    """
    own: list[str] = []
    serving = False
    for word in role.split():
        if word.lower() in ("and", "&"):
            serving = False
        elif word.lower() in ("to", "for", "of") and own and role_noun(" ".join(own)):
            serving = True
        elif not serving:
            own.append(word)
    return own
