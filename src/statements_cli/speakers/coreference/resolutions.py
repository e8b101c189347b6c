"""Make the resolution of a person or body: name, type, role, country."""

from __future__ import annotations

import re
from functools import cache

from statements_cli.model import Article, Clue, Resolution, SpeakerEvidence, SpeakerType
from statements_cli.provenance.media import known_name
from statements_cli.provenance.media_called import called
from statements_cli.speakers.coreference.referents.bodies import Bodies, Body
from statements_cli.speakers.coreference.referents.entity import Entity
from statements_cli.speakers.mentions.country_spoken_for import holds_office, holds_state_office, speaks_for
from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.capitalised_runs import MentionScan
from statements_cli.speakers.names.folding import fold
from statements_cli.speakers.names.name_parts import take_apart
from statements_cli.speakers.names.places import bare, international_bodies, place_named

_ADDRESS = ("Mr", "Mrs", "Ms", "Miss", "Sir", "Dr", "Lord", "Lady", "Dame")
_NAMED = 4  # places of a person's name that are looked at for whose it is
_OWNER = 30  # characters before it
_TELLING = 3  # words from which on a role counts as full


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"[\w-]+\.(?:com|info|net|org|news|co\.\w\w|in|au|uk)")


class Answers:
    """Makes resolutions for one article; ``state`` is the code of the country that spoke last."""

    __slots__ = ("_article", "_bodies", "_opening", "_scan", "state")

    def __init__(self, article: Article, scan: MentionScan, bodies: Bodies) -> None:
        self._article = article
        self._scan = scan
        self._bodies = bodies
        self._opening: str | None = None
        self.state: str | None = None

    def person(
        self, person: Entity, confidence: float, clue: Clue | None = None, lost: tuple[str, ...] = ()
    ) -> Resolution:
        """Resolve to a person, role and country as the article tells them."""
        role, country = best_role(person.roles), self.country(person)
        evidence = SpeakerEvidence(() if clue is None else (clue,), lost)
        return Resolution(person.name, person.type, role, country, confidence, evidence)

    def body(self, body: Body, confidence: float, clue: Clue | None = None) -> Resolution:
        """Resolve to a body, medium or country under its fullest name."""
        name = body.name
        code = body.code or speaks_for(name)
        if not code and body.type == "organisation" and "ministry" in name.lower().split():
            code = self.home()  # "the foreign ministry", "the Ministry of Commerce": of the state that speaks
        if body.type != "country" and " " not in name:
            name = self._bodies.fullest(name)
        evidence = SpeakerEvidence(() if clue is None else (clue,))
        return Resolution(name, body.type, None, code or None, confidence, evidence)

    def country(self, person: Entity) -> str | None:
        """Tell the country spoken for.

        As told, as known of the office-holder, or the article's own.
        """
        for role in person.roles:
            if code := speaks_for(role) or speaks_for(self._bodies.spelt_out(role)):
                return code
        if not any(holds_office(role) for role in person.roles):
            return self._owner(person)
        known = name_lexicon.leader_of(person.name)
        if known in international_bodies() and any("minister" in role.lower() for role in person.roles):
            known = ""  # before or after the office in that body
        return known or self._home(person)

    def _owner(self, person: Entity) -> str | None:
        """Tell the country of a leader named without an office behind the country's own.

        For example: "Hungary's Viktor Orbán".
        """
        known = name_lexicon.leader_of(person.name) if not person.roles else ""
        for start in person.places[:_NAMED] if known else ():
            before = self._scan.text[max(0, start - _OWNER) : start].split()
            place = place_named(before[-1]) if before and before[-1].endswith(("'s", "’s")) else None
            if place is not None and place.code == known:
                return known
        return None

    def _home(self, person: Entity) -> str | None:
        """Tell the country of a state's office that names none, where it is one."""
        if not any(holds_state_office(role) for role in person.roles):
            return None
        if any("minist" in role.lower() for role in person.roles):
            return self.home() or None
        return self._of_opening() or None

    def home(self) -> str:
        """Tell the country of an office or ministry without one.

        That of the last state to speak, or of the opening.
        """
        return self.state if self.state is not None else self._of_opening()

    def _of_opening(self) -> str:
        if self._opening is None:
            self._opening = self._bodies.country_of_opening(self._scan)
        return self._opening

    def body_named(self, name: str) -> Body:
        """Return the body, medium or country that ``name`` names, under its fullest name."""
        owner, _, rest = name.replace("’s ", "'s ").partition("'s ")
        if rest and place_named(owner) is not None and take_apart(rest).sort == "media":
            name = rest  # "Russia's TASS News Agency"
        place = place_named(name)
        if place is not None and place.how != "adjective":
            if place.type == "country" or place.how == "capital":
                return Body(place.name, "country", place.code)
            return Body(self._bodies.acronyms.get(name) or place.name, place.type, place.code)
        known = known_name(name) or called(name)
        if known is not None:
            return Body(known, "media", "")
        full = self._bodies.fullest(name) if name.lower() not in name_lexicon.person_nouns() else name
        if full in name_lexicon.media():
            return Body(name_lexicon.media()[full], "media", "")
        kind: SpeakerType = "media" if self._is_medium(full) else "organisation"
        return Body(full, kind, speaks_for(full))

    def _is_medium(self, name: str) -> bool:
        owner = name.replace("’s ", "'s ").partition("'s ")[0]
        if owner != name and bare(owner) in name_lexicon.media():
            return True  # "The Washington Post's Fact Checker"
        if fold(name) == fold(self._article.outlet or ""):
            return True
        return take_apart(name).sort == "media" or ("." in name and _address().fullmatch(name) is not None)


def best_role(roles: list[str]) -> str | None:
    """Return the role that says most.

    An office with what it is of before a bare form of address.
    """
    telling = [role for role in roles if role.rstrip(".") not in _ADDRESS]
    if not telling:
        return None
    return max(telling, key=lambda role: (min(len(role.split()), _TELLING), -telling.index(role)))


def lowered(resolution: Resolution, factor: float, clue: Clue) -> Resolution:
    """Return a resolution taken over from another mention, less sure by ``factor``."""
    return Resolution(
        resolution.speaker,
        resolution.type,
        resolution.role,
        resolution.country,
        round(resolution.confidence * factor, 3),
        SpeakerEvidence((clue,)),
    )
