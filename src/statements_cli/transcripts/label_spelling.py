"""Spell the labels of a transcript as prose does."""

from __future__ import annotations

import re
from functools import cache

from statements_cli.articles.turns.label_parts import HONORIFIC
from statements_cli.articles.turns.labels import in_capitals, plain
from statements_cli.speakers.names import name_lexicon

_SMALL = frozenset(("OF", "THE", "FOR", "AND", "TO", "IN", "ON", "AT", "WITH", "FROM"))
_SHORT_FORMS = frozenset(("CEO", "CFO", "COO", "CTO", "EU", "UN", "US", "USA", "UK", "FBI", "CIA", "NSC", "MP", "MEP"))
_TITLES = {"SEC": "Secretary", "PM": "Prime Minister", "FM": "Foreign Minister", "VP": "Vice President",
           "DIR": "Director", "AMB": "Ambassador", "MIN": "Minister", "PRES": "President"}  # fmt: skip
_HONORIFICS = frozenset(("Shri", "Smt", "H.E", "HE", "Hon", "SHRI", "SMT", "HON"))
_PARTICLES = frozenset(("VON", "VAN", "DER", "DEN", "DE", "DA", "DI", "DEL", "DU", "AL", "EL", "BIN", "IBN"))


def spelt_out(label: str) -> str:
    """Return a label as prose mentions the speaker: ``MS. JEAN-PIERRE`` is "Ms. Jean-Pierre".

    Asides are left out.

    >>> spelt_out("SENATOR McCARTHY (R-TX)")
    'Senator McCarthy'
    """
    words = plain(label).split()
    while len(words) > 1 and words[0].rstrip(".") in _HONORIFICS:
        words = words[1:]
    if len(words) > 1 and _is_address(words[0]) and not words[0].isupper() and in_capitals(words[1:]):
        return f"{words[0]} {' '.join(_spelt(word) for word in words[1:])}"
    if not in_capitals(words):
        return " ".join(_TITLES.get(word.rstrip(".").upper(), word) if word == words[0] else word for word in words)
    spelt = [_TITLES.get(word.rstrip(".")) or _spelt(word) for word in words]
    return " ".join(["The", *spelt[1:]] if spelt[0] == "the" else spelt)


def _is_address(word: str) -> bool:
    return word == "The" or _honorific().fullmatch(word) is not None


@cache
def _honorific() -> re.Pattern[str]:
    return re.compile(HONORIFIC)


def _spelt(word: str) -> str:
    if word in _SMALL or word in _PARTICLES:
        return word.lower()
    bare = word.strip(".,")
    if bare in name_lexicon.media() or "." in word[:-1] or bare in _SHORT_FORMS:
        return word
    if not word.isupper():  # McCARTHY
        at = next((at for at, letter in enumerate(word) if letter.islower()), -1)
        if at < 0:  # a number
            return word
        return word[: at + 1] + word[at + 1 :].capitalize() if word[at + 1 :].isupper() else word
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), re.sub(r"(['’])S\b", r"\1s", word))


def spelt_role(label: str) -> str:
    """Return the office that a label is, as a role: "Prime Minister" for ``PM``."""
    words = plain(label).removeprefix("The ").removeprefix("THE ")
    words = _TITLES.get(words.rstrip("."), words)
    return " ".join(map(_spelt, words.split())) if words.isupper() else words
