"""Resolve a noun phrase such as "the lawyer" to the person it means."""

from __future__ import annotations

from bisect import bisect_left

from statements_cli.speakers.coreference.pronouns.prominence import grammatical_weight
from statements_cli.speakers.coreference.referents.entity import Entity
from statements_cli.speakers.coreference.referents.people import Cast
from statements_cli.speakers.mentions.country_spoken_for import speaks_for
from statements_cli.speakers.mentions.descriptions import without_clause
from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.folding import fold
from statements_cli.speakers.names.name_parts import take_apart
from statements_cli.speakers.names.places import bare, place_named, places_in

_RANKS = (
    "lt",
    "col",
    "sgt",
    "capt",
    "maj",
    "general",
    "colonel",
    "captain",
    "lieutenant",
    "major",
    "sergeant",
)
# Nouns for somebody who stays unnamed, and the parties of which a person has one.
_PARTIES = frozenset(
    [
        "republican",
        "democratic",
        "democrat",
        "libertarian",
        "green",
        "labour",
        "conservative",
        "tory",
        "liberal",
    ]
)
_GRADES = frozenset(("vice", "deputy", "prime"))
_SECOND = frozenset(("vice", "deputy", "assistant", "associate"))
_SOLE = frozenset(("president", "mayor", "governor", "chancellor", "premier", "chairman", "chairwoman", "speaker"))
_POSSESSIVES = frozenset(("his", "her", "its", "their", "our", "my"))
_SOON = 8  # sentences in which somebody described first ("a police chief") is then named


def resolve_person(head: str, words: str, at: int, cast: Cast, definite: bool) -> tuple[Entity, float] | None:
    """Return the person described by the noun ``head`` at ``at``, and how surely.

    A noun shared with a role the article gives is needed, or one that such a person can be called
    by; country and other words in common speak for, another country against it.
    """
    words = without_clause(words)
    if not definite and words.lower().startswith("one "):
        return None  # "one protester" is one of many
    wanted = {head, *name_lexicon.role_kin().get(head, ())}
    code = speaks_for(words)
    adjectives = {fold(word) for word in words.split()} - {"the", "a", "an", "of", "for", "to", head, "one"}
    gender = name_lexicon.person_nouns().get(head, ("", False))[0]
    owners = _owners(words)
    best: tuple[float, int, Entity] | None = None
    for rank, person in enumerate(cast.near(at)):
        if gender and person.gender and person.gender != gender:
            continue
        score = _fit(person, head, wanted, code, adjectives)
        if score <= 0 or (owners and not owners & person.role_words):
            continue
        if not definite and not _introduces(person, head, words):
            continue
        place = bisect_left(person.places, at)
        if place and not definite:
            continue  # "a spokesman" is somebody new
        if place:
            score += 2.0 / (1.0 + _sentences_between(cast, person.places[place - 1], at) / 3)
        elif not definite and person.places and _sentences_between(cast, at, person.places[0]) <= _SOON:
            score += 1.0
        elif not definite:
            continue
        else:
            score -= 0.6
        if best is None or (score, -rank) > best[:2]:
            best = (score, -rank, person)
    if best is None or best[0] < 1.2:
        return _undescribed(head, words, at, cast) if definite and not owners and not code else None
    return best[2], min(0.9, 0.4 + 0.12 * best[0])


def _undescribed(head: str, words: str, at: int, cast: Cast) -> tuple[Entity, float] | None:
    """Return the person described nowhere, when "the estate agent" fits nobody described.

    One named in the two sentences before, else the one the article names most. A description that holds names of its
    own ("the FBI director") is somebody else's, but for names of places; so is one as another's: "her lawyer".
    """
    if head in name_lexicon.words("names/nobody_words.txt") or _is_anothers(words):
        return None
    gender = name_lexicon.person_nouns().get(head, ("", False))[0]
    named = [word for word in words.split()[1:] if word[:1].isupper() and not word.islower()]
    titled = take_apart(bare(words)).sort == "title"
    regional = bool(named) and not titled
    former = words.lower().startswith("the former ")  # who may be something else now
    if regional and not any(place.how == "region" for _, _, place in places_in(words.split()[1:])):
        return None
    place = bisect_left(cast.starts, at)
    best: tuple[float, Entity] | None = None
    for index in range(place - 1, max(-1, place - 8), -1):
        person = cast.who[index]
        between = _sentences_between(cast, cast.starts[index], at)
        if between > (1 if regional else 2):
            break
        weight = grammatical_weight(cast.scan, cast.starts[index], cast.ends[index]) / (1 + between / 4)
        # others may be a place or body
        known = person.gender or person.speaks or name_lexicon.gender_of(person.name.partition(" ")[0])
        if known and (former or not person.heads) and _agrees(person, gender) and (best is None or weight > best[0]):
            best = weight, person
    if best is not None or not cast.people or regional:
        return (best[1], 0.55) if best is not None else None
    most = max(cast.near(at), key=lambda person: len(person.places))
    if not most.heads and _agrees(most, gender) and len(most.places) > 2:
        return most, 0.5
    return None


def can_be_called(words: str, head: str, person: Entity) -> bool:
    """Return whether who spoke last can be meant by a description that fits nobody.

    For example: "the consultant". News calls a speaker by turns, often by what it has not said before. One with an
    office of another kind is not meant by a leader's title, nor one who has a title by another office's, nor anybody by
    the title of whom he belongs to, or by a description as another's: "Moe's lawyer".
    """
    if not words.lower().startswith("the ") or "’s " in words.replace("'", "’"):
        return False
    if head in name_lexicon.words("names/nobody_words.txt") or " and " in words:
        return False
    told = [place_named(word) for word in words.split()[1:] if word[:1].isupper()]
    if person.heads and any(place is None or place.how in ("seat", "body") for place in told):
        return False  # "the FBI director" is not the one presented as a fellow of an institute
    code, nouns = speaks_for(words), name_lexicon.person_nouns()
    if _is_vice(person, head):
        return False  # "Deputy Mayor Moe" is not "the mayor"
    if code and any(speaks_for(role) not in ("", code) for role in person.roles):
        return False
    gender, office = nouns.get(head, ("", False))
    if head in name_lexicon.words("names/leader_words.txt") and any(
        nouns.get(one, ("", False))[1] for one in person.heads
    ):
        return False
    if head in person.role_words - person.heads:
        return False  # "the wife of the mayor" is not "the mayor"
    titles = {title.rpartition("-")[2] for title in person.titles} - name_lexicon.words("names/address_words.txt")
    titles = {title for title in titles if title in nouns or title.capitalize() in name_lexicon.titles()}
    if office and titles.difference(name_lexicon.role_kin().get(head, ()), (head,)):
        return False  # "Cllr Moe" is not "the mayor"
    return _agrees(person, gender)


def _agrees(person: Entity, gender: str) -> bool:
    return not gender or person.gender in ("", gender)


def _is_anothers(words: str) -> bool:
    """Return whether somebody is described as another's: "her lawyer", "the firm's lawyer"."""
    return words.partition(" ")[0].lower() in _POSSESSIVES or "'s " in words.replace("’", "'")


def _owners(words: str) -> set[str]:
    """Return the names in the possessive before a description that are no places: "Trump's lawyer"."""
    return {
        fold(part)
        for word in words.split()[:-1]
        if word[:1].isupper() and word.endswith(("'s", "’s", "‘s")) and place_named(word) is None
        for part in (word[:-2],)
    }


def _introduces(person: Entity, head: str, words: str) -> bool:
    """Return whether "a police chief" can be this person, named later.

    The same noun, no other body.
    """
    theirs = person.role_words
    if len({fold(word) for word in words.split()} & theirs - {"the", "of", "a", "and", "for"}) > 1:
        return True
    if head == "officer" and person.heads & set(_RANKS):
        return True
    if head not in person.heads:
        return False
    named = {fold(word) for word in words.split()[1:] if word[:1].isupper() and place_named(word) is None}
    after = words.partition(" for ")[2] or words.partition(" of ")[2]
    return named <= theirs and (not after or bool({fold(word) for word in after.split()} & theirs))


def _fit(person: Entity, head: str, wanted: set[str], code: str, adjectives: set[str]) -> float:
    leads = head in name_lexicon.words("names/leader_words.txt") | {"leader"}
    if code and leads and name_lexicon.leader_of(person.name) == code and _leads_as(head, adjectives, person):
        return 3.5  # "the Russian leader": known, whatever the article calls him
    if head in person.heads:
        score = 2.0
    elif leads and not person.heads and name_lexicon.leader_of(person.name) and _leads_as(head, adjectives, person):
        score = 1.2  # "The prime minister": known, though the article doesn't say so
    elif wanted & person.heads or (head == "diplomat" and "foreign" in person.role_words):
        score = 1.2
    else:
        return 0.0
    roles = person.role_words - name_lexicon.words("names/address_words.txt")
    mine, theirs = (adjectives | {head}) & _PARTIES, roles & _PARTIES
    if mine and theirs and not mine & theirs:
        return 0.0
    grades = adjectives & _GRADES | ({"prime"} if head == "pm" else set())
    if roles and grades - roles and not roles & {"premier", "pm"}:
        return 0.0  # "the vice president" is not the president, "the prime minister" no minister of something
    if not adjectives & _GRADES and _is_vice(person, head):
        return 0.0
    if head == "official" and ("prime" in roles or "president" in person.heads):
        return 0.0
    shared = len(adjectives & roles)
    score += 0.8 * min(3, shared)
    if code:
        known = name_lexicon.leader_of(person.name)
        codes = {found for role in person.roles if (found := speaks_for(role))} or ({known} if known else set())
        score += 1.5 if code in codes else -2.5 if codes else -0.3
    elif adjectives and not shared:
        named = places_in([word for word in adjectives if word])
        score -= 0.4 + (0.5 if named else 0.0)
    return score


def _leads_as(head: str, adjectives: set[str], person: Entity) -> bool:
    """Return whether a known leader can be called so.

    "China's foreign minister" is not its president, nor Germany's president the chancellor.
    """
    if adjectives & name_lexicon.words("names/ministry_fields.txt"):
        return False
    offices = person.heads & name_lexicon.words("names/leader_words.txt")
    return head == "leader" or not offices or bool({head, *name_lexicon.role_kin().get(head, ())} & offices)


def _is_vice(person: Entity, head: str) -> bool:
    """Return whether a person has an office of one holder as a deputy alone."""
    held = [role.lower() for role in person.roles if head in role.lower()] if head in _SOLE else []
    return bool(held) and all(not _SECOND.isdisjoint(role.split()) for role in held)


def _sentences_between(cast: Cast, earlier: int, later: int) -> int:
    return cast.scan.sentence(later) - cast.scan.sentence(earlier)
