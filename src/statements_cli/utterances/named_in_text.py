"""Find the people, countries and bodies named in what was said.

A name is taken for somebody where the word lists or the corpus know it: a listed country, capital, body or medium, a
person with a title or a known first name, a surname that one speaker of the corpus has. Any other capitalised word,
a brand or a feast, is nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from statements_cli.model import SpeakerType
from statements_cli.speakers.corpus.lookup import members
from statements_cli.speakers.corpus.role_query import KnownSpeaker
from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.body_keys import body_key
from statements_cli.speakers.names.capitalised_runs import runs_in
from statements_cli.speakers.names.folding import fold
from statements_cli.speakers.names.name_parts import Named, take_apart
from statements_cli.speakers.names.places import Place, place_named
from statements_cli.speakers.names.same_person import family_first

_WHERE = re.compile(r"(?:\bin|\bat|\bnear|\boutside|\bthroughout|\baround|\bacross)\s+(?:the\s+)?$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?\s+")
_BEFORE = 24  # characters before a name that are read
_UNNAMED = ("anonymous", "group")
_PARTS = re.compile(r"[-‐‑–/]")


class NamedOne(NamedTuple):
    """A person, country or body.

    The name it has in the corpus, or as printed, what it is, and its code if any.
    """

    name: str
    type: SpeakerType
    country: str | None = None


@dataclass(slots=True)
class KnownNames:
    """The names of a corpus's speakers.

    By all spellings, people by surname too, bodies by what they are.

    What several share stands for none of them.
    """

    forms: Mapping[str, NamedOne]
    surnames: Mapping[str, NamedOne]
    bodies: Mapping[str, NamedOne]
    _read: dict[str, tuple[NamedOne, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, speakers: Iterable[KnownSpeaker]) -> KnownNames:
        """Return what a corpus knows of names.

        Of speakers that share a spelling the first is meant. A word that only opens sentences, as "This", names nobody,
        though it may have been taken for a speaker once.
        """
        openings, speakers = name_lexicon.openings(), tuple(speakers)
        persons = {_surname(one.name) for one in speakers if one.type == "person"}
        forms: dict[str, NamedOne] = {}
        surnames: dict[str, dict[str, NamedOne]] = {}
        bodies: dict[str, NamedOne] = {}
        for one in speakers:
            if one.type is None or one.type in _UNNAMED or one.name.islower() or members(one.name):
                continue  # "the company" of one article is not the Company of another
            country = one.countries[0] if one.countries else None
            named = NamedOne(one.name, one.type, country)
            for form in (one.name, *one.spellings):
                if " " not in form and (one.type == "person" or (fold(form) in persons and form != one.name)):
                    continue  # "Trump" is no body's, whatever was once taken for one
                if not form.islower() and form not in openings and not _is_adjective(form):
                    forms.setdefault(fold(form), named)
            if one.type == "person":
                surnames.setdefault(_surname(one.name), {})[one.name] = named
            else:
                bodies.setdefault(body_key(one.name, one.type, country or ""), named)
        alone = {surname: one for surname, held in surnames.items() if len(held) == 1 for one in held.values()}
        return cls(forms, alone, bodies)

    def named_by(self, run: str) -> tuple[NamedOne, ...]:
        """Return whom a run of capitalised words names, hyphened names one by one.

        Nobody where that isn't known.
        """
        if run not in self._read:
            self._read[run] = tuple(self._named(run))
        return self._read[run]

    def _named(self, run: str) -> Iterator[NamedOne]:
        if known := self.forms.get(fold(run)):
            yield known
            return
        found = self._one(run)
        if found is not None:
            yield found
        elif " " not in run and _PARTS.search(run):  # "Russia-Ukraine"
            yield from filter(None, map(self._one, filter(None, _PARTS.split(run))))

    def _one(self, run: str) -> NamedOne | None:
        if place := place_named(run):
            return self._place(place)
        named = take_apart(run, inside=True)
        if named.place is not None:
            return self._place(named.place)
        if known := self.forms.get(fold(named.name)):
            return known
        if named.sort in ("person", "single", "likely"):
            return self._person(named)
        if named.sort == "body":
            key = body_key(named.name, "organisation", "")
            return self.bodies.get(key) or (NamedOne(named.name, "organisation") if _is_body(named.name) else None)
        if named.sort == "media":
            return self.bodies.get(body_key(named.name, "media", "")) or NamedOne(named.name, "media")
        return None

    def _place(self, place: Place) -> NamedOne | None:
        if place.how == "region":
            return None
        return self.bodies.get(f"place {place.name}") or NamedOne(place.name, place.type, place.code or None)

    def _person(self, named: Named) -> NamedOne | None:
        """Return a person of the corpus, or one with a full name.

        A title, first name or list vouches for the name.
        """
        if " " not in named.name:
            return self.surnames.get(fold(named.name))
        if named.sort == "person" or name_lexicon.leader_of(named.name):
            return NamedOne(named.name, "person", name_lexicon.leader_of(named.name) or None)
        return None


def _is_adjective(form: str) -> bool:
    """Return whether a word is a country's adjective, which names its people and no body."""
    place = place_named(form)
    return place is not None and place.how == "adjective"


def named_in(text: str, known: KnownNames) -> frozenset[NamedOne]:
    """Return who is named in a text, each once.

    A capital stands for its country, but not as the place of something.

    >>> sorted(one.name for one in named_in("Moscow and the EU will not meet in Paris", KnownNames.of(())))
    ['European Union', 'Russia']
    """
    found: set[NamedOne] = set()
    for start, words in _names(text):
        place = place_named(words)
        if place is not None and place.how == "capital" and _WHERE.search(text[max(0, start - _BEFORE) : start]):
            continue
        found.update(known.named_by(words))
    return frozenset(found)


def _names(text: str) -> Iterator[tuple[int, str]]:
    """Yield runs of capitalised words with their places.

    A country's body ("Russia's Foreign Ministry") is one.
    """
    before: tuple[int, int, str] | None = None
    for start, end, run in runs_in(text):
        words = _without_pronoun(" ".join(run.split()))
        if before is not None:
            joint = text[before[1] : start]
            if _POSSESSIVE.fullmatch(joint) and place_named(before[2]) and take_apart(words).sort == "body":
                before = (before[0], end, f"{before[2]}{joint.rstrip()} {words}")
                continue
            yield before[0], before[2]
        before = (start, end, words)
    if before is not None:
        yield before[0], before[2]


def _without_pronoun(words: str) -> str:
    """Return a run without the "I" that goes on behind it.

    For example: "So I", "Joe Biden I'd". Only behind a first name alone it may be a monarch's number.
    """
    before, _, last = words.rpartition(" ")
    if not before or not (last == "I" or last.startswith(("I'", "I’"))):
        return words
    return words if last == "I" and " " not in before and name_lexicon.gender_of(before) else before


def _is_body(name: str) -> bool:
    """Return whether capitalised words name a body, not a war or street."""
    words = name.lower().split()
    return len(words) > 1 and not name_lexicon.body_nouns().keys().isdisjoint(words)


def _surname(name: str) -> str:
    words = fold(name).split()
    if not words:
        return ""
    return words[0] if family_first(name) else words[-1]
