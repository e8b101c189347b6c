"""Tell how much a mention stands out by its grammatical role.

Roles are told from the words around a mention, in the order of prominence that Lappin and Leass (1994) give them:
subjects before objects before possessors; a mention inside a quotation hardly stands out.
"""

from __future__ import annotations

import re
from functools import cache

from statements_cli.speakers.names import name_lexicon

SUBJECT = 0.8  # weight from which on a mention is a subject


@cache
def _word_after() -> re.Pattern[str]:
    return re.compile(r"(?:, [^,.;\n]{2,120},)?\s+(\w+)")


@cache
def _words_before() -> re.Pattern[str]:
    return re.compile(r"[\w’'‘.\-]+|[^\w\s]|\n")


def grammatical_weight(text: str, start: int, end: int) -> float:
    """How much a mention stands out where it stands: 1 for a subject, less for an object or a possessor."""
    if text[end : end + 2] in ("'s", "’s", "‘s"):
        return 0.5
    after = _word_after().match(text, end, end + 140)
    follows = after.group(1) if after else ""
    verb = follows in name_lexicon.words("cues/finite_verbs.txt") or (
        after is not None and text[after.end() : after.end() + 2] in ("'t", "’t")
    )
    verb = verb or follows.endswith(("ed", "es")) or (follows.endswith("s") and follows.islower())
    words = _words_before().findall(text, max(0, start - 60), start)
    for word in reversed(words):
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
        if not word[0].isalnum():
            return 1.0 if verb else 0.85
        return 0.9 if verb else 0.55
    return 1.0 if verb else 0.85
