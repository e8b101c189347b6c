"""Classify the label of a turn: who asks, who moderates, a name.

The forms are those of press offices and broadcasters: ``MR. KIRBY``, ``Q``, ``QUESTION``, ``Mao Ning``,
``Xinhua News Agency``, ``MODERATOR``, ``JAKE TAPPER, CNN HOST``, ``President of Russia Vladimir Putin``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal, TypeAlias

from statements_cli.articles.metadata.outlets import known_outlet, looks_like_outlet
from statements_cli.articles.turns.label_parts import LabelParts, label_parts
from statements_cli.data import SortedWords, table, word_list

LabelKind: TypeAlias = Literal[
    "question", "answer", "moderator", "outlet", "capitals", "name", "role", "single", "unknown", ""
]
"""``answer`` is the one who is asked, ``single`` one word, perhaps a surname, ``unknown`` several, a name or an outlet;
an empty kind is no label."""

LONGEST = 90
"""Characters of the longest label."""
MOST_WORDS = 12
_SMALL = frozenset(("of", "the", "for", "and", "von", "van", "der", "den", "de", "da", "di", "del", "du", "al", "el",
                    "bin", "ibn", "to", "in", "on", "at", "with", "from", "pro", "tempore"))  # fmt: skip


@lru_cache(maxsize=1024)
def parts_of(label: str) -> LabelParts:
    """Return the name, the office and the notes in brackets of a label."""
    return label_parts(label, begins_as_name)


def plain(label: str) -> str:
    """Return a label's words that name the speaker, without notes ("(R-TX)").

    White space is folded.
    """
    return parts_of(label).name


@lru_cache(maxsize=1024)
def key_of(label: str) -> str:
    """Return what two labels of one speaker share.

    Lower case, without titles' stops and a closing number.
    """
    folded = plain(label).lower().replace("’", "'").rstrip(".")
    return re.sub(r"(?:(?<!\s)\s++(?:(?:no\.?|#)\s?)?|(?<=^q))\d++$", "", folded).strip()


@lru_cache(maxsize=1024)
def kind_of(label: str) -> LabelKind:
    """Return the kind of a label by its words alone."""
    words = plain(label).split()
    if not words or len(words) > MOST_WORDS or len(plain(label)) > LONGEST:
        return ""
    key = key_of(label)
    if key in _listed("transcripts/questioners.txt") or key.startswith(("question from ", "question by ")):
        return "question"
    if key in _listed("transcripts/answerers.txt"):
        return "answer"
    if key in _listed("transcripts/moderators.txt"):
        return "moderator"
    if key in _listed("transcripts/not_labels.txt") or key.removeprefix("the ") in _places():
        return ""
    if not all(_is_name_word(word) for word in words) or not any(c.isalpha() for c in key):
        return ""
    capitals = in_capitals(words)
    if known_outlet(" ".join(words)):
        return "outlet"
    if is_titled(words):
        return "capitals" if capitals else "role" if _all_roles(words) else "name"
    if capitals:
        letters = max(len(word.strip(".,")) for word in words)
        return "capitals" if letters > 3 else "outlet" if len(words) == 1 and key.isalnum() else ""
    if len(words) == 1:
        return "role" if key in _person_nouns() else "single"
    if looks_like_outlet(" ".join(words)):
        return "outlet"
    return "name" if begins_as_name(words) else "role" if _all_roles(words) else "unknown" if len(words) < 5 else ""


def in_capitals(words: list[str]) -> bool:
    """Return whether words are all in capitals.

    Particles do not count, nor what stands before the capital of "McCARTHY".
    """
    inside = [word for word in words if word.lower() not in _SMALL or word.isupper()]
    return bool(inside) and all(_is_capital(word) for word in inside)


def _is_capital(word: str) -> bool:
    bare = word.removeprefix("Mc").removeprefix("Mac").removeprefix("De").removeprefix("La").removeprefix("Le")
    bare = bare.removesuffix("s") if len(bare) > 4 and bare[-3:].lower() == "'s" else bare
    return bare.isupper() or not any(c.isalpha() for c in word)


def _is_name_word(word: str) -> bool:
    first = word.lstrip("“\"'’(")[:1]
    return first.isupper() or first.isdigit() or word in _SMALL or word in ("&", "–", "-", "|", "/")


def is_titled(words: list[str]) -> bool:
    """Return whether a label names an office or form of address: "MR.", "Deputy Spokesman", "PRESIDENT"."""
    return any(
        (bare := word.strip(".,").lower()) in _titles() or bare.removesuffix("'s").removesuffix("’s") in _person_nouns()
        for word in words
    )


def _all_roles(words: list[str]) -> bool:
    """Return whether a titled label ends with its office: "Prime Minister's Official Spokesperson", no name."""
    return words[-1].strip(".,").lower() in _person_nouns()


def begins_as_name(words: Sequence[str]) -> bool:
    """Return whether a known given name, or a family name that leads, opens several words."""
    if not words:  # brackets may hold nothing
        return False
    first = words[0].strip(".,")
    if first in _listed("names/family_names_first.txt"):
        return True
    low = first.lower()
    lows = (low, low.split("-")[0])
    return any(
        one in _given("names/first_names_male.txt") or one in _given("names/first_names_female.txt") for one in lows
    )


def is_surname(word: str) -> bool:
    """Return whether one word is a known surname."""
    return word.lower() in _given("names/surnames.txt") or word.lower() in _leaders()


@cache
def _given(name: str) -> SortedWords:
    return SortedWords(name)


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(word_list(name))


@cache
def _titles() -> frozenset[str]:
    return frozenset(title.lower() for title in word_list("names/titles.txt"))


@cache
def _person_nouns() -> frozenset[str]:
    return frozenset(row[0].lower() for row in table("names/person_nouns.tsv"))


@cache
def _leaders() -> frozenset[str]:
    return frozenset(row[0].split()[-1].lower() for row in table("names/leaders.tsv"))


@cache
def _places() -> frozenset[str]:
    """Return countries, their people and capitals, which open news in brief: "BEIJING: ..."."""
    rows = table("places/countries.tsv")
    return frozenset(name.lower() for row in rows for cell in row[1:] for name in cell.split("|") if name)
