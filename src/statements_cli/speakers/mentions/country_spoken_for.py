"""Find the country or body that a role or name speaks for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.places import Place, places_in


@lru_cache(maxsize=1024)
def speaks_for(description: str) -> str:
    """Return the code of the country or body that one so described speaks for.

    "Vietnamese Ambassador to China" speaks for VN: what follows "to" is whom the office is towards.
    An expert, a university or a former minister speaks for no state, whatever country is named.
    """
    words = description.replace("/", " ").split()
    lowered = [_plain(word) for word in words]
    for at, word in enumerate(lowered):
        if at and (word in ("to", "with", "towards") or _does(word, lowered[:at])):
            words, lowered = words[:at], lowered[:at]
            break
    found = [
        (low, high, place)
        for low, high, place in places_in(words)
        if place.code and not _inside_name(words, low, place) and not _names_another(words, low, high, place)
    ]
    if not found or not name_lexicon.not_state_words().isdisjoint(lowered):
        return found[0][2].code if found and _of_seat(found, lowered) else ""
    offices = [
        word
        for word in lowered
        if word in name_lexicon.office_words() or name_lexicon.person_nouns().get(word, ("", False))[1]
    ]
    if not offices and not any(_office_title(word) for word in words):
        return found[0][2].code if any(place.how in ("seat", "body") for _, _, place in found) else ""
    return found[0][2].code


_STANDING = frozenset(("acting", "founding", "leading", "managing", "outgoing", "incoming", "ruling", "sitting"))
"""Words in -ing that belong to an office."""
_AFTER_CAPITALS = frozenset(("County", "University", "College", "Parish", "Township"))


def _does(word: str, before: Sequence[str]) -> bool:
    """Return whether a word tells what somebody does: "senator {investigating} the Kremlin"."""
    if not word.endswith("ing") or word in _STANDING:
        return False
    return any(one in name_lexicon.person_nouns() for one in before)


def _names_another(words: list[str], low: int, high: int, place: Place) -> bool:
    """Return whether a place of the lists is part of another's name.

    For example: "Nassau County", the Security Council that has a secretary.
    """
    following = words[high] if high < len(words) else ""
    if place.how == "capital":
        return following in _AFTER_CAPITALS
    return (
        place.how == "body" and words[low:high] == ["Security", "Council"] and following.lower() in ("secretary", "of")
    )


def _inside_name(words: list[str], at: int, place: Place) -> bool:
    """Return whether a country closes the name of a body that is no state's.

    For example: "United Mine Workers of America".
    """
    if at < 2 or words[at - 1] != "of" or place.how != "country":
        return False
    before = _plain(words[at - 2])
    known = (
        before in name_lexicon.office_words()
        or before in name_lexicon.person_nouns()
        or words[at - 2] in name_lexicon.titles()
    )
    return words[at - 2][:1].isupper() and not known and before not in ("republic", "party", "kingdom", "affairs")


def holds_office(role: str) -> bool:
    """Return whether a role is a present office that speaks for a state or body."""
    lowered = [_plain(word) for word in role.split()]
    if not name_lexicon.not_state_words().isdisjoint(lowered):
        return False
    return any(
        word in name_lexicon.office_words() or name_lexicon.person_nouns().get(word, ("", False))[1] for word in lowered
    )


def holds_state_office(role: str) -> bool:
    """Return whether a role is one of a state, though the role doesn't say which.

    For example: "foreign ministry spokesman".
    """
    lowered = [_plain(word) for word in role.split()]
    if not holds_office(role) or ("of" in lowered and "minister" not in lowered):
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
    """Return whether a present office stands beside a stateless word ("UN expert")."""
    return found[0][2].how == "body" and "former" not in lowered


def _office_title(word: str) -> bool:
    return word.rstrip(".") in name_lexicon.titles() and word[:1].isupper() and word not in ("Mr", "Mrs", "Ms", "Dr")
