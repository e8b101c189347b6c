"""Separate two sources that "and" joins."""

from __future__ import annotations

import re
from functools import cache

from statements_cli.speakers.mentions.bodies_explained import explained_body
from statements_cli.speakers.mentions.nouns import head_noun, is_known, is_plural, singular
from statements_cli.speakers.mentions.person_named import body_begun, person_named
from statements_cli.speakers.mentions.roles import role_noun
from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.capitalised_runs import runs_in
from statements_cli.speakers.names.folding import fold
from statements_cli.speakers.names.name_parts import take_apart
from statements_cli.speakers.names.places import bare, place_named

_PREPOSITIONS = frozenset(("to", "of", "for", "with", "at", "from", "in", "on"))
_ARTICLES = frozenset(("a", "an", "the", "former"))
_OF_STATES = frozenset(("US", "U.S.", "UK", "U.K.", "EU", "UN", "U.N.", "NATO"))  # of which an adjective is made
_OWNERS = frozenset(("his", "her", "their", "its"))
_OF_FIRMS = frozenset(("Associates", "Co", "Company", "Daughters", "Partners", "Sons"))
_TITLED = 3  # words from which on a name has a title before it


@cache
def both() -> re.Pattern[str]:
    return re.compile(r",? (?:and|or|as well as|along with) ")


def joined_sources(words: str) -> tuple[str, ...]:
    """Return the two sources that "and" joins.

    None where it stands inside a name or a description.
    """
    body = words[5:] if words.lower().startswith("both ") else words
    if ", " in body:
        names = [
            part for piece in body.replace(", and ", ", ").replace(" and ", ", ").split(", ") if (part := piece.strip())
        ]
        if all((place := place_named(name)) is not None and place.how != "adjective" for name in names):
            return tuple(names)
        if len(names) > 2 and _is_series(body, names):
            return tuple(names)  # "Ann Lee, Skarv and the boat maker Holm"
    head = body.partition(" of the ")[0].split()  # "the Science and Technology Directorate of the Department of Trade"
    if (
        head
        and head[-1] in name_lexicon.words("names/body_ends.txt")
        and all(word[0].isupper() or len(word) < 4 for word in body.split())
    ):
        first = bare(body.partition(" and ")[0])
        if place_named(first) is None and first not in name_lexicon.media() and not first.isupper():
            return ()  # "the Energy and Natural Resources Committee"
    first, _, rest = body.partition(", ")
    if rest[:1].isupper() and " and " in rest and _are_several(first):
        pair = _pair().fullmatch(rest)  # "Clay's biographers, David and Jeanne Heidler"
        if pair is not None:
            return pair.group(1), pair.group(2)
    for found in both().finditer(body):
        left, right = body[: found.start()], body[found.end() :]
        if body_begun(body, found.end(), len(body)) is not None:
            continue  # "the Bureau of Fisheries and Marine Resources"
        other = person_named(right)
        if right[:1].isupper() and ", " in left and (other is None or other.sort == "likely") and person_named(left):
            continue  # "Wang Yi, head of the Office for Exchange and Judicial Cooperation"
        if place_named(right) is not None and head_noun(left)[1] and place_named(left) is None:
            continue  # "sources in the United States and China"
        if not found.group().startswith(",") and _of_apposition(left, right):
            continue  # "Rick Tyler, an aide to Mr. Cruz and Newt Gingrich"
        if left in _OF_STATES and right[:1].islower():
            continue  # "US and security sources"
        if _of_fields(left, right):
            continue  # "The Ministry of Trade and Industry"
        if _of_title(left, right):
            continue  # "Trade and Fishing Secretary Ann Lee"
        if _stands_alone(left, last=True) and _stands_alone(right, last=False):
            return left.strip(" ,"), right.strip(" ,")
    return ()


@cache
def _pair() -> re.Pattern[str]:
    return re.compile(r"([A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,3}) and ([A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){1,3}),?")


def _is_series(body: str, names: list[str]) -> bool:
    """Return whether three and more are named in a row, of whom none explains another."""
    if not body.endswith((f" and {names[-1]}", f" and {names[-1]},")) or body.count(" and ") > 1:
        return False
    if names[-1].rstrip(".") in _OF_FIRMS:
        return False  # "Holm, Berg and Partners"
    last = person_named(names[-1]) or explained_body(names[-1])
    if last is None and not _is_name(names[-1]) and not names[-1].startswith("other "):
        return False
    return all(_is_name(name) for name in names[:-1])


def _is_name(words: str) -> bool:
    """Return whether words are a name alone: no office, place or abbreviation."""
    plain = words.removeprefix("the ").removeprefix("The ")
    if not all(word[0].isupper() and word.replace("-", "").replace("&", "").isalnum() for word in plain.split()):
        return False
    return place_named(plain) is None and take_apart(plain).sort in ("person", "body", "media", "single", "likely")


def _are_several(phrase: str) -> bool:
    """Return whether a phrase describes several persons: "Clay's biographers"."""
    head, plain = head_noun(phrase)
    return plain and (
        head in name_lexicon.group_nouns() or (is_plural(head) and head[:-1] in name_lexicon.person_nouns())
    )


def _of_apposition(left: str, right: str) -> bool:
    """Return whether "and" stands within what is said of a person named before it.

    For example: "Ann Lee, head of a trust and the town's envoy", "Ann Lee, a doctor and the chair of a club".
    """
    name, _, said = left.partition(", ")
    last = said.rpartition(", ")[2].split()
    if not last or not right.split() or person_named(name) is None:
        return False
    placed = not _PREPOSITIONS.isdisjoint(last)
    if last[0] in _ARTICLES and placed:
        return True
    words, follows = said.split(), right.split()
    other = person_named(right)
    if words[0] in _PREPOSITIONS and words[0] != "with":
        return other is None or " " not in other.name  # "of the Campaign for Rural and Coastal Housing"
    if other is not None or not words[0].islower() or not role_noun(said):
        return False
    if placed and words[0] not in _OWNERS:
        return True
    head, plain = head_noun(right)
    several = is_plural(head) or head in name_lexicon.group_nouns() or head in name_lexicon.body_nouns()
    return words[0] in _ARTICLES and follows[0] in _ARTICLES and plain and not several


def _of_fields(left: str, right: str) -> bool:
    """Return whether "and" joins two fields of one ministry or office."""
    words, fields = left.split(), name_lexicon.words("names/ministry_fields.txt")
    return words[-2:-1] == ["of"] and fold(words[-1]) in fields and fold(right) in fields


def _of_title(left: str, right: str) -> bool:
    """Return whether "and" stands within what goes before one name.

    For example: "Trade and Fishing Secretary Ann Lee", "former Arsenal and Norway captain Ann Lee".
    """
    words, follows = left.split(), right.split()
    other = person_named(right)
    if other is None or not words or len(follows) < _TITLED or not follows[0][0].isupper():
        return False
    if follows[0] in other.name.split():
        return False
    if fold(words[-1]) in name_lexicon.words("names/ministry_fields.txt"):
        return True
    if words[-2:-1] == ["of"] and follows[1].rstrip(".") in name_lexicon.titles():
        return True  # "Office of Management and Budget Director Ann Lee"
    place = place_named(follows[0])
    return place is not None and follows[1].islower() and person_named(left) is None and place_named(left) is None


def _stands_alone(phrase: str, last: bool) -> bool:
    """Return whether a phrase can be a source, by its end (``last``) or beginning."""
    words = phrase.split()
    if not words:
        return False
    if any(word in ("between", "Between") for word in words):
        return False
    if last and words[-1][0].isupper() and words[0][0].islower() and " of " in phrase and person_named(phrase) is None:
        return False  # "the manual of the Fish and Wildlife Service"
    if person_named(phrase) is not None:
        # "senior economist Andrew Hencic" needs its first half; "Foreign Minister Wang Yi" doesn't
        return last or words[0][0].isupper() or words[0] in ("the", "a", "an", "his", "her")
    name = bare(phrase)
    place = place_named(phrase)
    if place is not None or name in name_lexicon.media():
        return place is None or place.how != "adjective" or phrase.endswith("s")
    head, plain = head_noun(phrase)
    if plain and (head in name_lexicon.group_nouns() or singular(head)):
        return True
    runs = runs_in(name)
    if len(runs) == 1 and runs[0][2] == name:
        named = take_apart(name)
        if named.sort == "single":
            return not last or len(words) == 1
        return named.sort in ("media", "likely") or (named.sort == "body" and len(words) > (0 if last else 1))
    return words[0].lower() in ("the", "a", "an", "his", "her", "their") and plain and is_known(head)
