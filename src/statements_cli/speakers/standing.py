"""A role, a body's name or a description comes in; the country or international body it speaks for goes out."""

from __future__ import annotations

from functools import lru_cache

from statements_cli.speakers import lexicon
from statements_cli.speakers.places import Place, places_in

# Whoever has these in the description speaks for somebody else than the state they are of.
_NOT_STATE = frozenset(
    "former ex ex-president opposition university college institute academy think-tank bank company firm newspaper daily "
    "expert analyst scholar academic researcher professor economist historian journalist reporter correspondent editor "
    "businessman billionaire activist dissident lawyer attorney resident citizen singer actor player coach club federation "
    "investor trader union church leader-in-exile exiled rebel shadow candidate nominee -elect studies association "
    "affairs_council council_on centre center foundation".split()
)
_OFFICES = frozenset(
    "ministry government administration embassy consulate presidency parliament army military navy cabinet regime force forces "
    "office department foreign defence defense prime trade national security state authorities officials authority officers "
    "ministries governments embassies troops diplomats lawmakers ministers intelligence service services officers side "
    "delegation mission negotiators agency prosecutors police commission committee council court courts central regulators "
    "first spokespeople lady coast air team".split()
)


@lru_cache(maxsize=8192)
def speaks_for(description: str) -> str:
    """The code of the country or body that a person or body so described speaks for, empty where none is told.

    "Vietnamese Ambassador to China" speaks for VN: what follows "to" is whom the office is towards.
    An expert, a university or a former minister speaks for no state, whatever country is named.
    """
    words = description.replace("/", " ").split()
    lowered = [_plain(word) for word in words]
    for at, word in enumerate(lowered):
        if word in ("to", "with", "towards") and at:
            words, lowered = words[:at], lowered[:at]
            break
    found = [
        (low, high, place) for low, high, place in places_in(words) if place.code and not _inside_name(words, low, place)
    ]
    if not found or not _NOT_STATE.isdisjoint(lowered):
        return found[0][2].code if found and _of_seat(found, lowered) else ""
    nouns = [word for word in lowered if word in _OFFICES or word in lexicon.person_nouns()]
    offices = [word for word in lowered if word in _OFFICES or lexicon.person_nouns().get(word, ("", False))[1]]
    if not offices and not any(_office_title(word) for word in words):
        return found[0][2].code if not nouns and any(place.how in ("seat", "body") for _, _, place in found) else ""
    return found[0][2].code


def _inside_name(words: list[str], at: int, place: Place) -> bool:
    """Whether a country closes the name of a body that is no state's: "United Mine Workers of America"."""
    if at < 2 or words[at - 1] != "of" or place.how != "country":
        return False
    before = _plain(words[at - 2])
    known = before in _OFFICES or before in lexicon.person_nouns() or words[at - 2] in lexicon.titles()
    return words[at - 2][:1].isupper() and not known and before not in ("republic", "party", "kingdom", "affairs")


def holds_office(role: str) -> bool:
    """Whether a role is a present office that somebody can speak for a state or body in."""
    lowered = [_plain(word) for word in role.split()]
    if not _NOT_STATE.isdisjoint(lowered):
        return False
    return any(word in _OFFICES or lexicon.person_nouns().get(word, ("", False))[1] for word in lowered)


def holds_state_office(role: str) -> bool:
    """Whether a role is one of a state, though the role doesn't say which: "foreign ministry spokesman"."""
    lowered = [_plain(word) for word in role.split()]
    if not holds_office(role) or "of" in lowered and "minister" not in lowered:
        return False
    if "foreign" in lowered or "ministry" in lowered or "minister" in lowered:
        return True
    return role.strip(".").lower() in ("president", "chancellor", "premier", "king", "queen")


def _plain(word: str) -> str:
    plain = word.strip(".,;:").lower()
    for ending in ("'s", "’s", "‘s"):
        plain = plain.removesuffix(ending)
    return plain


def _of_seat(found: list[tuple[int, int, Place]], lowered: list[str]) -> bool:
    """Whether a present office stands beside a word that usually belongs to no state ("UN expert")."""
    return found[0][2].how == "body" and "former" not in lowered


def _office_title(word: str) -> bool:
    return word.rstrip(".") in lexicon.titles() and word[:1].isupper() and word not in ("Mr", "Mrs", "Ms", "Dr")
