"""Recognise the outlet that a line, address or paragraph names."""

from __future__ import annotations

import re
from functools import cache

from statements_cli.data import table, word_list
from statements_cli.text.straight_marks import straight


@cache
def _by_name() -> dict[str, str]:
    names: dict[str, str] = {}
    for name, _, others, domains in table("outlets/outlets.tsv"):
        for other in (name, *filter(None, others.split("|")), *filter(None, domains.split("|"))):
            names.setdefault(fold(other), name)
    return names


@cache
def _countries() -> dict[str, str]:
    return {row[0]: row[1] for row in table("outlets/outlets.tsv")}


@cache
def _by_domain() -> dict[str, str]:
    return {domain: row[0] for row in table("outlets/outlets.tsv") for domain in row[3].split("|") if domain}


@cache
def _words() -> frozenset[str]:
    return frozenset(word_list("outlets/outlet_words.txt"))


def fold(name: str) -> str:
    """Return a name as it is looked up.

    Lower case, without a leading "the", marks and white space folded.
    """
    folded = " ".join(name.lower().replace("’", "'").strip(' .,;:|-–—@()[]"“”').split())
    return folded.removeprefix("the ").removeprefix("www.")


def known_outlet(name: str) -> str | None:
    """Return an outlet's canonical name by any of its names or domains, or None.

    Short forms in capitals (AP, GT, RT) count only as written.
    """
    if not name or len(name) > 60:
        return None
    found = _by_name().get(fold(name))
    plain = name.strip(' .,;:|-–—@()[]"“”')
    if found and len(plain) <= 3 and not plain.isupper():
        return None
    return found


def country_of(outlet: str | None) -> str | None:
    """Return the ISO 3166-1 code of the country an outlet is published in, if known."""
    return _countries().get(outlet) if outlet else None


def looks_like_outlet(line: str) -> bool:
    """Return whether a short line has the form of an outlet's name.

    A domain, a handle, a title's usual words.
    """
    words = line.split()
    if not words or len(words) > 5 or len(line) > 50 or line[-1] in ".?!:,;":
        return False
    if re.fullmatch(r"@\w{3,30}|(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|co\.\w\w|[a-z]{2})", line):
        return True
    if not all(word[0].isupper() or word in ("of", "and", "the", "&", "de", "di", "al") for word in words):
        return False
    if "," in line and words[0] == "The":
        return False  # a place: "The Kremlin, Moscow"
    return words[0] == "The" or any(word.lower() in _words() for word in words)


def outlet_name(line: str) -> str:
    """Return an outlet's name as a line gives it, canonical where known."""
    return known_outlet(line) or line.strip(" @|-–—")


def domain_outlet(url: str) -> str | None:
    """Return the outlet an address belongs to, or None."""
    match = re.match(r"(?:https?://)?(?:[^/@]*@)?([\w.-]+)", url)
    if not match:
        return None
    parts = match[1].lower().removeprefix("www.").split(".")
    for at in range(len(parts) - 1):
        found = _by_domain().get(".".join(parts[at:]))
        if found:
            return found
    return None


_NAME = r"[A-Z][\w'&.-]*(?:\s(?:and\s|of\s)?[A-Z][\w'&.-]*){0,3}"  # with straight marks
_LONGEST_NAME = 300  # characters


_INTRODUCING = (
    *("told", "interview with", "email to", "e-mail to", "statement to", "obtained by", "shared with", "reviewed by"),
    *("seen by", "speaking to", "speaking exclusively to", "contacted by"),
)
_FOLLOWING = ("reached out to", "contacted", "approached", "reporters heard", "journalists saw")


@cache
def _introduced() -> re.Pattern[str]:
    """Match the name of one's own paper behind what introduces it."""
    return re.compile(rf"\s(?:[Tt]he\s)?({_NAME})")


@cache
def _followed() -> re.Pattern[str]:
    """Match what follows the name of one's own paper."""
    return re.compile(rf"\s(?:ha[sd]\s|have\s)?(?:{'|'.join(_FOLLOWING)})\b")


@cache
def _last_name() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({_NAME})$")


def self_references(text: str, start: int, end: int) -> dict[str, int]:
    """Count the outlets a text speaks of as its own paper ("told the Global Times")."""
    counts: dict[str, int] = {}
    names = []
    for opening in _INTRODUCING:  # to search for each is many times faster than to try a pattern of them everywhere
        at = text.find(opening, start, end)
        while at >= 0:
            behind = at + len(opening)
            name = _introduced().match(straight(text[behind : min(end, behind + _LONGEST_NAME)]))
            if name and not (at and (text[at - 1].isalnum() or text[at - 1] == "_")):
                words = text[behind + name.start(1) : behind + name.end(1)].split()
                names.append([word.removesuffix("'s").removesuffix("’s") for word in words])
            at = text.find(opening, behind, end)
    if any(text.find(words, start, end) >= 0 for words in _FOLLOWING):
        for match in _followed().finditer(text, start, end):
            low = max(start, match.start() - 50)
            name = _last_name().search(straight(text[low : match.start()]))
            names += [text[low + name.start(1) : low + name.end(1)].split()] if name else []
    for words in names:
        found = next(
            (outlet for length in range(len(words), 0, -1) if (outlet := known_outlet(" ".join(words[:length])))),
            None,
        )
        if found:
            counts[found] = counts.get(found, 0) + 1
    return counts
