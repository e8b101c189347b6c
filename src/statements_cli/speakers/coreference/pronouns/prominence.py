"""Tell how much a mention stands out by its grammatical role.

Roles are recognised from the words around a mention, in the order of prominence that Lappin and Leass (1994) give them:
subjects before objects before possessors; a mention inside a quotation hardly stands out.
"""

from __future__ import annotations

import re
from functools import cache

from statements_cli.speakers.names import name_lexicon
from statements_cli.speakers.names.capitalised_runs import MentionScan
from statements_cli.text.straight_marks import straight
from statements_cli.text.tagging.tagger import TAGS

SUBJECT = 0.8  # weight from which on a mention is a subject


@cache
def _word_after() -> re.Pattern[str]:
    return re.compile(r"\*?(?:, [^,.;\n]{2,120},)?\s+(\w+)")  # with the sign of a note behind the name


@cache
def _words_before() -> re.Pattern[str]:
    return re.compile(r"[\w'.\-]+|[^\w\s]|\n")


@cache
def _finite() -> frozenset[int]:
    return frozenset(map(TAGS.index, ("VBD", "VBP", "VBZ", "MD")))


@cache
def _governing() -> frozenset[int]:
    """Return tags of verbs of which what follows is an object."""
    return frozenset(map(TAGS.index, ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ")))


def grammatical_weight(scan: MentionScan, start: int, end: int) -> float:
    """Return how much a mention stands out where it stands.

    1 for a subject, less for an object or a possessor.
    """
    text = scan.text
    if text[end : end + 2] in ("'s", "’s", "‘s"):
        return 0.5
    after = _word_after().match(text, end, end + 140)
    verb = after is not None and _is_verb(scan, after)
    low = max(0, start - 60)
    for found in reversed([*_words_before().finditer(straight(text[low:start]).replace("‘", "'"))]):
        word = found.group()
        if (
            word[0].isupper()
            or word.lower() in name_lexicon.person_nouns()
            or word in ("the", "a", "an", "former", "of")
        ):
            continue
        lower = word.lower()
        if lower in name_lexicon.words("cues/clause_openers.txt"):
            return 1.0 if verb else 0.8
        if lower in name_lexicon.words("names/object_words.txt"):
            return 0.5
        if not word[0].isalnum() or word.endswith("."):
            return 1.0 if verb else 0.85
        if scan.tag(low + found.start()) in _governing():
            return 0.55
        return 0.9 if verb else 0.55
    return 1.0 if verb else 0.85


def _is_verb(scan: MentionScan, after: re.Match[str]) -> bool:
    """Return whether the word after a mention is its finite verb, by its tag."""
    follows = after.group(1)
    known = follows in name_lexicon.words("cues/finite_verbs.txt") or scan.text[after.end() : after.end() + 2] in (
        "'t",
        "’t",
    )
    tag = scan.tag(after.start(1))
    return known or (tag in _finite() if tag >= 0 else follows.endswith("ed"))
