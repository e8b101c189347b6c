"""Resolve "both sides" or "the two leaders" to two antecedents."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from statements_cli.speakers.coreference.referents.bodies import Bodies
from statements_cli.speakers.coreference.referents.entity import Entity
from statements_cli.speakers.coreference.referents.people import Cast
from statements_cli.speakers.mentions.country_spoken_for import speaks_for
from statements_cli.speakers.mentions.nouns import singular
from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.places import country_names

_LOOKED_AT = 30
_COUNTED = 3  # sentences back to "the two suspects"
_NEAR, _PAIR_NEAR = 1, 2  # sentences back to two joined by "and", for "they" and for "both women"
_MALE = frozenset(("men", "brothers"))
_FEMALE = frozenset(("women", "sisters"))


@cache
def _and() -> re.Pattern[str]:
    home = r"(?: (?:of|from) [A-Z]\w+(?: [A-Z]\w+)?)?"
    return re.compile(rf"{home}(?:,[^,.;]{{0,120}},)? (?:and|&) [^,.;]{{0,80}}")


def pair_of(head: str, at: int, cast: Cast, bodies: Bodies) -> tuple[tuple[str, str], float] | None:
    """Return the two meant by "the two leaders" or "both sides", with certainty.

    It is 0 to 1.

    Sides and countries are the last two countries named, others the last two persons, leaders those
    with such a role.
    """
    if head in name_lexicon.words("names/side_words.txt"):
        names: list[str] = []
        for _, body in bodies.before(at):
            if body.type == "country" and body.name not in names:
                names.append(body.name)
            if len(names) == 2:
                return (names[1], names[0]), 0.55
        return _whose_leaders(at, cast)
    leaders = head in ("leaders", "presidents", "ministers", "heads", "counterparts", "premiers")
    gender = "m" if head in _MALE else "f" if head in _FEMALE else ""
    joined = joined_pair(at, cast, _PAIR_NEAR) if not leaders else None
    if joined is not None and all(_agrees(name, gender, at, cast) for name in joined):
        return joined, 0.65
    place = bisect_left(cast.starts, at)
    people: list[Entity] = []
    text = cast.scan.text
    for index in range(place - 1, max(-1, place - 1 - _LOOKED_AT), -1):
        person, end = cast.who[index], cast.ends[index]
        if text[end : end + 2] in ("'s", "’s", "‘s"):
            continue
        if (gender and person.gender not in ("", gender)) or (
            leaders and not person.heads & name_lexicon.words("names/leader_words.txt")
        ):
            continue
        if person not in people:
            people.append(person)
        if len(people) == 2:
            return (people[1].name, people[0].name), 0.6
    return None


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(r"\b[Tt]he (two (?:[a-z-]+ ){0,2}([a-z]+s|men|women))\b")


def counted_before(at: int, cast: Cast) -> str:
    """Return those counted in the three sentences before ``at``, whom "both" means: "two suspects".

    Nothing where two are named there.
    """
    scan = cast.scan
    number = scan.sentence(at)
    low, high = scan.sentence_span(max(0, number - _COUNTED))[0], scan.sentence_span(number)[0]
    found = [one for one in _counted().finditer(scan.text, low, high) if _are_persons(one.group(2))]
    return found[-1].group(1) if found and joined_pair(at, cast, _PAIR_NEAR) is None else ""


def _are_persons(noun: str) -> bool:
    one = singular(noun)
    return one in name_lexicon.person_nouns() or (not one and noun in name_lexicon.group_nouns())


def _agrees(name: str, gender: str, at: int, cast: Cast) -> bool:
    person = cast.person(name, at)
    return person is None or not gender or person.gender in ("", gender)


def _whose_leaders(at: int, cast: Cast) -> tuple[tuple[str, str], float] | None:
    """Return the two countries whose leaders were named last, for unnamed "both sides"."""
    names: list[str] = []
    place = bisect_left(cast.starts, at)
    for index in range(place - 1, max(-1, place - 1 - _LOOKED_AT), -1):
        code = next((code for role in cast.who[index].roles if (code := speaks_for(role))), "")
        name = country_names().get(code)
        if name is not None and name not in names:
            names.append(name)
        if len(names) == 2:
            return (names[1], names[0]), 0.5
    return None


def joined_pair(at: int, cast: Cast, within: int = _NEAR) -> tuple[str, str] | None:
    """Return the two persons that "and" joins in the sentences before ``at``, whom "they" means.

    ``within`` is how many sentences back they may stand.
    """
    scan = cast.scan
    here = scan.sentence(at)
    place = bisect_left(cast.starts, at)
    for index in range(place - 1, max(0, place - 5), -1):
        if here - scan.sentence(cast.starts[index]) > within:
            return None
        between = scan.text[cast.ends[index - 1] : cast.starts[index]]
        joined = len(between) < 200 and (" and " in between or " & " in between)
        if joined and _and().fullmatch(between) and cast.who[index].name != cast.who[index - 1].name:
            return cast.who[index - 1].name, cast.who[index].name
    return None
