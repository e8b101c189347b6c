"""Find the role that the text around a name gives."""

from __future__ import annotations

import re
from functools import cache

from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.capitalised_runs import runs_in
from statements_cli.speakers.names.name_parts import take_apart
from statements_cli.speakers.names.places import place_named
from statements_cli.text.straight_marks import straight

_REACH = 160
_MOST_WORDS = 16
_LINKS = frozenset(("of", "for", "to", "at", "and", "in", "on", "&"))
_DETERMINERS = frozenset(
    ("the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "one", "another", "fellow")
)
_AFFILIATING = frozenset(("with",))
"""What ends a description before a name, but not one behind it: ``Ida Holm, an analyst with Nordlys Bank``."""
_OFFICES = frozenset(("Justice",))  # titles that are what somebody is secretary for, too
_OF_SEVERAL = {"Senators": "Senator", "Sens.": "Sen.", "Representatives": "Representative", "Reps.": "Rep."}
"""Titles before the first of several names, and what each of these is."""
_SPELT_OUT = {
    "sen": "senator",
    "gov": "governor",
    "rep": "representative",
    "gen": "general",
    "prof": "professor",
    "amb": "ambassador",
}
# Words in -ed and -ing, lower case before a capital, or ambiguous ones, that do belong to a description.


@cache
def _words_back() -> re.Pattern[str]:
    return re.compile(r"[\w.'\-&/]+|[^\w\s]")


@cache
def _apposition() -> re.Pattern[str]:
    return re.compile(
        r"\s*(?:,\s*(?:aged\s+)?\d{1,3}\s*)?(?:,|\s[-–—]{1,2})\s+"
        r"(?:who\s+(?:is|was|serves as|served as|works as|heads)\s+)?"
        r"((?:[^,;.!?:–—\"“”()\n]|\.(?=\w|[^\s]|\s[a-z])|(?<=\.[A-Z])\.|(?<=\b[SMF]t)\.(?=\s[A-Z])){3,160})"
    )


@cache
def _clause_end() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:who|which|that|where|whose|said|says|told|tells|added|adds|wrote|writes|noted|testified|argued|is|was|has|had"
        r"|will|would|did|does|and (?:said|told|his|her|the|he|she))\b"
    )


@cache
def _deed() -> re.Pattern[str]:
    """Match a verb with its object, which no description has: "{released a} message"."""
    return re.compile(
        r"(?<![\w-])(?!name|call|consider|deem|dubb|titl|entitl|style)[a-z]{3,}ed (?:an?|the|his|her|its|their) "
    )


def role_noun(phrase: str) -> str:
    """Return the noun a description turns on, lower case: ``envoy`` in "special envoy to Ukraine"."""
    found = ""
    for word in phrase.split():
        plain = word.strip(".,;’'").lower()
        if plain in ("of", "for", "to", "at", "in", "with", "from", "on", "who", "that", "under", "inside") and found:
            break
        plain = plain.removesuffix("'s").removesuffix("’s")
        named = word.strip(".,;’'")  # "the top Democrat", "the party's CEO"
        if _means_person(plain) or named in name_lexicon.person_nouns() or word.rstrip(".") in name_lexicon.titles():
            found = _SPELT_OUT.get(plain, plain)
    return found


def _means_person(plain: str) -> bool:
    """Return whether a lower-case word is a person's noun or its compound: ``attorney-general``."""
    nouns = name_lexicon.person_nouns()
    if plain in nouns or "-" not in plain:
        return plain in nouns
    first, _, rest = plain.partition("-")
    return first in nouns or rest.rpartition("-")[2] in nouns


def role_before(text: str, start: int, low: int) -> str:
    """Return the description that stands right before a name at ``start``.

    Nothing before ``low`` is read.
    """
    low = max(low, start - _REACH)
    before = straight(text[low:start]).replace("‘", "'").replace("‐", "-").replace("‑", "-")
    spans = [found.span() for found in list(_words_back().finditer(before))[-_MOST_WORDS:]]
    words = [(low + begin, text[low + begin : low + end]) for begin, end in spans]
    if low == start - _REACH and words:
        words = words[1:]  # may be the end of a cut word
    kept: list[str] = []
    noun = False
    strangers = 0
    for at in range(len(words) - 1, -1, -1):
        word = words[at][1]
        lower = word.lower()
        plain = lower.rstrip(".").removesuffix("'s").removesuffix("’s").removesuffix("‘s")
        if lower == "the" and at and words[at - 1][1].lower() in _LINKS and kept:
            kept.append(word)
            continue
        if (
            not word[0].isalnum()
            or lower in name_lexicon.role_stops()
            or lower in _DETERMINERS
            or (lower in _LINKS and not kept)
        ):
            break
        if lower == "and" and noun and at and words[at - 1][1][0].isupper() and not _is_field(words[at - 1][1]):
            break  # "Mr Blinken and Russian President": another person
        if lower in _LINKS and lower not in ("and", "&") and not (at and _describes(words[at - 1][1])):
            break  # "spoke to President Biden"
        if lower == "of" and _is_others(words[at - 1][1]):
            break
        if lower in ("for", "to", "with") and all(one.rstrip(".") in name_lexicon.titles() - _OFFICES for one in kept):
            break  # "a spokesman for Mayor Holt"
        if _means_person(plain) or word.rstrip(".") in name_lexicon.titles():
            noun = True
        elif word[0].islower() and lower not in _LINKS:
            strangers += 1
            if strangers > 4 or (
                kept and kept[-1][0].isupper() and lower not in name_lexicon.words("names/role_modifiers.txt")
            ):
                break
            if lower.endswith(("ed", "ing")) and lower not in name_lexicon.words("names/role_modifiers.txt"):
                break
        elif word in name_lexicon.not_names() and word not in name_lexicon.words("names/role_modifiers.txt"):
            break
        kept.append(word)
    if not noun:
        return ""
    return _trimmed(list(reversed(kept)))


def _is_field(word: str) -> bool:
    """Return whether a word is a field of ministries: "Health and Human Services Secretary"."""
    return word.lower() in name_lexicon.words("names/ministry_fields.txt")


def _is_others(word: str) -> bool:
    """Return whether a word before "of" means others than who is named behind it.

    For example: "Critics of Chancellor Ann Lee", "visit to Oslo of Premier Ann Lee".
    """
    return word.lower() in name_lexicon.group_nouns() or place_named(word) is not None


def _describes(word: str) -> bool:
    """Return whether a word before "of" or "to" can belong to a description.

    A noun for a person or body, a name.
    """
    lower = word.lower().rstrip(".,")
    if lower in name_lexicon.document_nouns():
        return False  # "Readout of National Security Advisor ..."
    return word[0].isupper() or lower in name_lexicon.person_nouns() or lower in name_lexicon.body_nouns()


def _trimmed(words: list[str]) -> str:
    """Leave out what stands before the description itself.

    The words up to a link that no noun precedes.
    """
    for at in range(len(words) - 1, -1, -1):
        if words[at].lower() in _LINKS and words[at] != "&":
            if 0 < at < len(words) - 1 and words[at - 1][0].isupper() and words[at + 1][0].isupper():
                continue  # a name such as "Bank of Canada"
            if not role_noun(" ".join(words[:at])):
                words = words[at + 1 :]
                break
    while words and (words[0].lower() in _LINKS or words[0].lower() == "the"):
        words = words[1:]
    if len(words) > 1 and words[-1].rstrip(".") in ("Dr", "Mr", "Ms", "Mrs") and role_noun(" ".join(words[:-1])):
        words = words[:-1]  # "researcher Dr Ida Holm"
    if words:
        words[-1] = _OF_SEVERAL.get(words[-1], words[-1])
    return " ".join(words)


def role_ahead(text: str, start: int, low: int) -> str:
    """Return the description a comma parts from the name: "Trump's lawyer, Rudy Giuliani"."""
    low = max(low, start - _REACH)
    if text[max(low, start - 2) : start] != ", ":
        return ""
    at = max(text.rfind(mark, low, start - 2) for mark in (", ", ". ", "“", '"', "; ", ": ", "(", "\n"))
    words = text[max(low, at + 1) : start - 2].split()
    begin = 0
    for place, word in enumerate(words):
        inside = place and words[place - 1].lower() in _LINKS
        ends = word.lower() in name_lexicon.role_stops() or (word.lower() in _DETERMINERS and not inside)
        begin = place + 1 if ends or _takes(words[place:]) else begin
    words = words[begin:]
    while words and words[0].lower() in _LINKS:
        words = words[1:]
    phrase = " ".join(words)
    if not words or len(words) > _MOST_WORDS or not role_noun(phrase) or take_whole(words):
        return ""
    return phrase


def _takes(words: list[str]) -> bool:
    """Return whether a verb opens words, with a name as its object: "{confirmed} Lund's nominee"."""
    first = words[0]
    described = first in name_lexicon.words("names/role_modifiers.txt") or first.istitle()
    return first.endswith("ed") and not described and len(words) > 1 and words[1][0].isupper()


def take_whole(words: list[str]) -> bool:
    """Return whether the words name somebody already, so that what follows them is another."""
    return len(words) > 1 and all(word[0].isupper() for word in words) and not role_noun(words[-1])


def names_somebody(phrase: str) -> bool:
    """Return whether a phrase begins with another person's name: "US President Donald Trump stated"."""
    for start, _, run in runs_in(phrase)[:1]:
        named = take_apart(run)
        return start == 0 and named.sort == "person" and bool(named.name)
    return False


@cache
def _belonging() -> re.Pattern[str]:
    """Match where somebody is from behind the name: ``, from the University of Oslo``."""
    name = r"[A-Z][\w.&’'-]*(?: (?:(?:of|for|and|the|de) ){0,2}[A-Z][\w&’'-]*){0,6}"
    return re.compile(rf" ?,? (?P<where>(?:of|from|with|at) (?:the |The )?(?P<name>{name}))")


def _affiliation(text: str, end: int, high: int) -> str:
    """Return of which body somebody is, told without a noun; empty for a place."""
    belongs = text[end : end + 8].lstrip(" ,").startswith(("of ", "from ", "with ", "at "))
    found = _belonging().match(text, end, min(high, end + _REACH)) if belongs else None
    if found is None:
        return ""
    sort = take_apart(found["name"]).sort
    if sort in ("place", "person", "title", "none"):
        return ""
    if sort in ("single", "likely") and found["where"].startswith("from ") and not found["name"].isupper():
        return ""  # of an unknown name people come from a town rather than a body
    return found["where"]


def role_after(text: str, end: int, high: int) -> str:
    """Return the description that stands behind a name between commas.

    Nothing from ``high`` on is read.
    """
    found = _apposition().match(text, end, min(high, end + _REACH + 60))
    if found is None:
        return _affiliation(text, end, high)
    phrase = " ".join(found.group(1).split())
    if phrase.startswith(("of ", "from ", "with ", "at ")):
        return _affiliation(text, end, high)
    cut = _clause_end().search(" " + phrase)
    if cut is not None and not cut.group().strip().startswith(("who", "which", "that", "where", "whose", "and")):
        return ""  # "..., the president said": nobody's description
    if cut is not None:
        phrase = phrase[: max(0, cut.start() - 1)].strip()
    if _deed().search(phrase) is not None:
        return ""
    first, _, rest = phrase.partition(" ")
    if first.lower() in ("the", "a", "an") and rest:
        phrase = rest
    words = phrase.split()
    end_words = name_lexicon.role_stops() - _AFFILIATING
    cut_at = next((at for at, word in enumerate(words[:_MOST_WORDS]) if at and word.lower() in end_words), len(words))
    if cut_at > 1 and words[cut_at - 1].lower() in _LINKS:
        cut_at -= 1
    words = words[:cut_at]
    phrase = " ".join(words)
    if not words or not role_noun(phrase):
        return ""
    if words[0].lower() in (
        "and",
        "but",
        "or",
        "with",
        "in",
        "on",
        "at",
        "after",
        "as",
        "to",
        "from",
        "by",
        "for",
        "when",
    ):
        return ""
    if words[0].lower() in end_words or names_somebody(phrase):
        return ""
    return phrase
