"""Find a body's own name where it is explained: "budget airline {Skarv}"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from statements_cli.model import SpeakerType
from statements_cli.speakers.mentions.nouns import head_noun
from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.capitalised_runs import runs_in
from statements_cli.speakers.names.name_parts import take_apart
from statements_cli.speakers.names.places import place_named

_QUOTED = "\"“”'‘’"
_MOST_WORDS = 12
_KINDS = frozenset(("media", "press", "radio", "television", "TV"))  # of media, not one: "State media"


class ExplainedBody(NamedTuple):
    """The name of a body, the noun for it and its type.

    The noun is lower case; the type is the one that it tells.
    """

    name: str
    noun: str
    type: SpeakerType


def explained_body(words: str) -> ExplainedBody | None:
    """Return the body that a mention names and explains.

    For example: "the travel trade body, Fernweh", "state news agency Nordpress", "the Nordpress news agency". None
    where it names or explains none.
    """
    if words.count(" ") > _MOST_WORDS or words.islower():
        return None
    first, comma, rest = words.partition(", ")
    head = head_noun(first)[0] if comma and first.lower().startswith(("the ", "a ", "an ")) else ""
    if _noun(head) and head not in name_lexicon.document_nouns():
        named = _name(rest.strip(" ,"))
        return ExplainedBody(named, head, _type(first)) if named else None
    based = _based().match(words) if "-based " in words else None
    if based is not None and _name(words[based.end() :]):
        return ExplainedBody(_name(words[based.end() :]), "body", "organisation")
    for noun in _nouns_before_names(words):
        before = words[:noun].lower().split()
        if not name_lexicon.words("names/mention_ends.txt").isdisjoint(before):
            break  # "analysts at the bank Holm"
        named = _name(words[noun:].strip(f" ,{_QUOTED}"))
        if named:
            told = [word for word in before if _noun(word)]
            return ExplainedBody(named, told[-1], _type(words[:noun]))
    return _explained_behind(words.removeprefix("the ").removeprefix("The ").split())


def _explained_behind(words: list[str]) -> ExplainedBody | None:
    """Return the medium whose noun stands behind its name: "Nordpress news agency"."""
    end = max((at + 1 for at, word in enumerate(words) if not word.islower()), default=0)
    noun, of_news = words[-1] if words else "", words[-2:] == ["news", "agency"]
    if not end or end == len(words) or noun in _KINDS or (_type(noun) != "media" and not of_news):
        return None
    behind = " ".join(words[:end])
    named = _name(behind) if place_named(behind) is None else ""
    return ExplainedBody(named, noun, "media") if named else None


@cache
def _based() -> re.Pattern[str]:
    return re.compile(r"(?:[Tt]he )?[A-Z][\w’'.]*(?: [A-Z][\w’'.]*){0,2}-based (?=[A-Z])")


@cache
def _word_before_name() -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)([a-z][a-z-]+) (?:[Tt]he )?[{_QUOTED}]?(?=[A-Za-z])")


def _nouns_before_names(words: str) -> list[int]:
    """Return where a noun for a body ends and a name begins."""
    return [found.end() for found in _word_before_name().finditer(words) if _noun(found.group(1))]


def _noun(word: str) -> bool:
    known = name_lexicon.body_nouns().get(word, ("", False))[0]
    return known not in ("", "country") or word in name_lexicon.words("names/firm_nouns.txt")


def _type(phrase: str) -> SpeakerType:
    words = phrase.strip(_QUOTED).split()
    of_medium = "news" in words or any(run in name_lexicon.media() for _, _, run in runs_in(phrase))
    noun = words[-1] if words else ""
    return "media" if of_medium or name_lexicon.body_nouns().get(noun, ("", False))[0] == "media" else "organisation"


def _name(words: str) -> str:
    """Return a phrase if nothing but a body's name, without quotation marks, else nothing."""
    words = words.strip(_QUOTED)
    bare = words.removeprefix("the ").removeprefix("The ")
    runs = runs_in(bare)
    if " " not in bare and bare[:1].islower() and not bare.islower():
        return bare  # "budget airline easyHop"
    if not runs or runs[0][0] or not (runs[0][2] == bare or bare[runs[0][1] :].startswith((" in ", ", "))):
        return ""
    bare = runs[0][2]
    named = take_apart(bare)
    is_body = named.sort in ("body", "media", "single", "likely") or (
        named.place is not None and named.place.how == "body"
    )
    return bare if is_body and not named.before else ""
