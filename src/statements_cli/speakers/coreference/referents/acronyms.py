"""Spell acronyms out by the names that an article gives."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from statements_cli.speakers.names.capitalised_runs import MentionScan
from statements_cli.speakers.names.places import place_named

_LEAST = 3  # letters of an acronym whose name is looked for
_MOST = 6
_SMALL_WORDS = ("of", "for", "and", "the", "on", "in", "to", "de", "against", "&")
_SMALL = f"(?:{'|'.join(_SMALL_WORDS)})"


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(r"\((?:the )?([A-Z][A-Za-z0-9&+-]{1,11})\)|, or (?:the )?([A-Z]{2,8})\b")


def introduced(scan: MentionScan) -> dict[str, str]:
    """Return acronyms that the article introduces behind the name, in brackets or with "or".

    The method is that of Schwartz and Hearst (2003): the acronym's letters are found from right to
    left in the words before the bracket, the first at the start of a word.
    """
    found: dict[str, str] = {}
    text = scan.text
    for start, end in scan.blocks:
        if text.find("(", start, end) < 0 and text.find(", or ", start, end) < 0:
            continue
        for match in _bracket().finditer(text, start, end):
            short = match.group(1) or match.group(2)
            if match.group(2) and place_named(short) is not None:
                continue  # "or NATO": known by its acronym
            low = max(start, match.start() - 12 * (len(short) + 4))
            name = _spelt_out(short, text[low : match.start()].rstrip())
            if name and short not in found:
                found[short] = " ".join(name.split())
    return found


def spelt_somewhere(short: str, text: str) -> str:
    """Return the name in a text that an acronym abbreviates; else nothing.

    Small words are left out.
    """
    if not _LEAST <= len(short) <= _MOST or not short.isalpha():
        return ""
    if short.isupper() and short[1:] not in _initials(text):
        return ""  # as most are: no pattern is made for them
    found = _spelling(short).search(text)
    return " ".join(found.group().split()) if found is not None else ""


@lru_cache(maxsize=2)
def _initials(text: str) -> str:
    """Return the first characters of a text's words, small words left out."""
    return "".join([word[0] for word in text.split() if word not in _SMALL_WORDS])


@cache
def _spelling(short: str) -> re.Pattern[str]:
    words = rf"(?: {_SMALL}){{0,2}} ".join(rf"{letter}[a-zà-ÿ’'-]+" for letter in short)
    return re.compile(rf"\b{words}(?: and [A-Z][a-z]+)?")


def _spelt_out(short: str, before: str) -> str:
    at = len(before) - 1
    for place in range(len(short) - 1, -1, -1):
        letter = short[place].lower()
        if not letter.isalnum():
            continue
        while at >= 0 and (before[at].lower() != letter or (place == 0 and at and before[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return ""
        at -= 1
    name = before[at + 1 :]
    words = name.split()
    if not words or not words[0][0].isupper() or len(words) > 2 * len(short) + 3 or any(c in name for c in ".;:()"):
        return ""
    return name
