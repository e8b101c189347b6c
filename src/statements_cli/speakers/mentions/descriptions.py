"""Classify a description, and find whose it is."""

from __future__ import annotations

import re
from functools import cache

from statements_cli.speakers.mentions.nouns import singular
from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.capitalised_runs import runs_in
from statements_cli.speakers.names.name_parts import take_apart
from statements_cli.speakers.names.places import bare, place_named

_TERRITORIES = frozenset(("city", "county", "state", "town", "country", "nation"))


_ISSUED = frozenset(("statement", "report", "release", "memo", "communique", "communiqué", "bulletin"))
_PLAIN = frozenset(("media", "news", "state", "state-run", "state-owned", "federal", "national", "private", "public"))


@cache
def _placed() -> re.Pattern[str]:
    """Match where a body is at home: "the {Doha-based }airline"."""
    return re.compile(r"\b[A-Z][\w’'.]*(?: [A-Z][\w’'.]*){0,2}-based ")


def is_document(head: str) -> bool:
    """Return whether a noun is one for something written or published, singular or plural."""
    nouns = name_lexicon.document_nouns()
    return head in nouns or (head.endswith("s") and head[:-1] in nouns)


def owner_of(words: str, head: str) -> str:
    """Return who published a document, as its mention has it.

    For example: "a report from X", "an X memo".
    """
    if any(word in words for word in _OBTAINED):
        words = _obtained().split(words, maxsplit=1)[0]
    for link in (" from ", " by ", " of the "):
        before, found, after = words.partition(link)
        if found and head in before.lower() and not (link == " of the " and not after[:1].isupper()):
            return after
    owner, _, rest = words.replace("’s ", "'s ").replace("s’ ", "s's ").replace("s' ", "s's ").partition("'s ")
    if rest and head in rest.lower():
        return owner
    first, _, last = bare(words).lower().partition(" ")
    kind, of_state = name_lexicon.body_nouns().get(first, ("", False))
    # figures and notices of the state are cited by themselves, as "government data"
    is_body = kind == "organisation" and first not in _TERRITORIES and (not of_state or head in _ISSUED)
    if last == head and is_body:
        return f"the {first}"  # "the office release"
    document, _, _ = words.partition(", ")  # not its title: "The paper, Medicine in China"
    words = document if head in document.lower() else words
    runs = [run for start, end, run in runs_in(words) if words[end : end + 1] == " " and run.lower() != head]
    named = [run for run in runs if take_apart(run).sort in ("body", "media", "place", "single", "likely", "person")]
    if named:
        place = place_named(named[-1])
        if place is None or place.how not in ("adjective", "country", "capital"):
            return bare(named[-1])
    return ""


_OBTAINED = (
    *("obtained", "seen", "viewed", "reviewed", "examined", "acquired", "leaked", "provided", "shared", "posted"),
    *("filed", "dated", "carried"),
)


@cache
def _obtained() -> re.Pattern[str]:
    """Match what a document's readers did with it, which doesn't make it theirs."""
    return re.compile(rf",? (?:{'|'.join(_OBTAINED)})\b")


@cache
def pairing() -> re.Pattern[str]:
    return re.compile(r"(?:the two|both|the pair|the duo|the couple|these two)\b", re.I)


def is_agentive(noun: str) -> bool:
    """Return whether a noun ends as those for people who do something: "trader", "lobbyist"."""
    return noun[3:].endswith(("er", "or", "ist", "ian", "ee", "man", "woman", "ant"))


def is_several(words: str) -> bool:
    """Return whether a phrase ("a group of physicians", "dozens of MPs") is about several persons."""
    before, _, after = words.partition(" of ")
    last = before.split()[-1].lower() if before.split() else ""
    members = after.split()
    return (
        bool(members)
        and last in name_lexicon.words("names/collective_words.txt")
        and any(word.lower() in name_lexicon.group_nouns() or singular(word.lower()) for word in members[:4])
    )


def unnamed_body(words: str, head: str) -> bool:
    """Return whether a phrase describes a body without naming it: "the ministry", "the US daily"."""
    words = _placed().sub("", words) if "-based " in words else words
    runs = runs_in(bare(words))
    if not runs:
        return True
    places = [place_named(run) for _, _, run in runs]
    if any(place is None or place.how not in ("adjective", "country") for place in places):
        return False
    rest = {word.lower() for word in bare(words).split() if word[0].islower()} - {head}
    return not words.replace("’", "'").count("'s ") and rest <= _PLAIN


def holds_name(words: str) -> bool:
    """Return whether a word of a description is a name, other than a country's.

    There is none in "quirk of Danish custom".
    """
    places = [place_named(word) for word in words.split() if not word.islower()]
    return any(place is None or place.how != "adjective" for place in places)


def without_clause(name: str) -> str:
    for mark in (" who ", " that ", ", "):
        name = name.partition(mark)[0]
    return name
